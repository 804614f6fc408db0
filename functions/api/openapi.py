"""Write the API's contract: `python -m functions.api.openapi` puts it into docs/api/openapi.json."""

from pathlib import Path

import orjson

from functions.api.app import create_app

CONTRACT = Path(__file__).parents[2] / "docs" / "api" / "openapi.json"


def contract() -> bytes:
    return orjson.dumps(create_app().openapi(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


if __name__ == "__main__":
    CONTRACT.parent.mkdir(parents=True, exist_ok=True)
    CONTRACT.write_bytes(contract())
