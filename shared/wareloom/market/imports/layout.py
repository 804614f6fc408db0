"""How a file is laid out, as far as it can be told from its beginning."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Format = Literal["csv", "json", "json-lines"]
Encoding = Literal["utf-8", "utf-16-le", "utf-16-be", "cp1252"]
Decimals = Literal["point", "comma"]

ENCODINGS: dict[Encoding, str] = {
    "utf-8": "surrogateescape",
    "utf-16-le": "surrogatepass",
    "utf-16-be": "surrogatepass",
    "cp1252": "surrogateescape",
}
"""How bytes that are none of the encoding's are kept, so that every text leads back to its bytes."""
_TWO_BYTES = ("utf-16-le", "utf-16-be")
_BAD = "\udc00"
"""Half a character, where a file breaks off within it."""
LONGEST_ROW = 1024 * 1024


class Layout(BaseModel):
    model_config = ConfigDict(frozen=True)

    format: Format
    encoding: Encoding
    delimiter: str | None = Field(default=None, description="Between the cells of a CSV file.")
    line_end: Literal["\n", "\r"] = "\n"
    columns: tuple[str, ...]
    begins: int = Field(description="The byte at which the first row of data begins.")
    first_row: int = Field(default=1, description="How many rows come before that one: a header is row 1.")
    notes: tuple[str, ...] = Field(default=(), description="What had to be guessed, a sentence each.")

    def decoded(self, written: bytes) -> str:
        half = len(written) % 2 if self.encoding in _TWO_BYTES else 0
        return written[: len(written) - half].decode(self.encoding, ENCODINGS[self.encoding]) + _BAD * half

    def encoded(self, text: str) -> bytes:
        return text.encode(self.encoding, ENCODINGS[self.encoding])


class Reading(BaseModel):
    """Which column tells which field, what holds for every row, and how numbers are written."""

    model_config = ConfigDict(frozen=True)

    mapping: dict[str, str] = Field(description="The field, and the column that tells it.")
    fixed: dict[str, str] = Field(default={}, description="What no column tells, for every row.")
    decimals: Decimals | None = Field(default=None, description="None: each number is read by itself.")
