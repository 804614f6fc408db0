"""Reddit, played: tokens for applications, a search paged behind a name, and looks at submissions by their names."""

from base64 import b64encode
from typing import Any

from tests.support.talking import SECRET, Line, Talk
from tests.support.vendor import Asked, Reply

_TOKEN = "token-of-tests"


class RedditTalk(Talk):
    def __init__(self) -> None:
        super().__init__()
        self.counted = {"X-Ratelimit-Used": "4", "X-Ratelimit-Remaining": "996.0", "X-Ratelimit-Reset": "300"}
        self.removed: set[int] = set()

    def name_of(self, number: int) -> str:
        return f"t3_{number:06}"

    def answer(self, asked: Asked) -> Reply | None:
        if asked.path == "/api/v1/access_token":
            right = f"Basic {b64encode(f'application:{SECRET}'.encode()).decode()}"
            known = asked.headers.get("authorization") == right and asked.body == b"grant_type=client_credentials"
            return Reply(
                {"access_token": _TOKEN, "expires_in": 86400} if known else {"error": 401}, 200 if known else 401
            )
        if asked.headers.get("authorization") != f"Bearer {_TOKEN}":
            return Reply({"message": "Unauthorized", "error": 401}, 401)
        if asked.path.endswith("/search.json"):
            return self.told(self._page(asked.query))
        if asked.path == "/api/info":
            wanted = set(asked.query["id"].split(","))
            lines = [line for line in self.lines.values() if self.name_of(line.number) in wanted]
            return self.told(_listing([self._shown(line) for line in lines], None))
        return None

    def _page(self, query: dict[str, str]) -> dict[str, Any]:
        lines = self.newest_first()
        names = [self.name_of(line.number) for line in lines]
        start = names.index(query["after"]) + 1 - self.stutter if query.get("after") in names else 0
        shown = lines[start : start + int(query["limit"])]
        last = start + len(shown) >= len(lines)
        return _listing([self._shown(line) for line in shown], None if last else self.name_of(shown[-1].number))

    def _shown(self, line: Line) -> dict[str, Any]:
        name = self.name_of(line.number)
        title, _, text = line.text.partition(", ")
        gone = line.number in self.removed
        return {"kind": "t3", "data": {
            "name": name, "id": name[3:], "title": title, "selftext": "[removed]" if gone else text,
            "author": "[deleted]" if gone else "tester", "created_utc": line.at.timestamp(), "score": line.likes,
            "num_comments": 1, "num_crossposts": 3, "permalink": f"/r/fen/comments/{name[3:]}/a_fen_mug/",
            "removed_by_category": "moderator" if gone else None,
        }}  # fmt: skip


def _listing(children: list[dict[str, Any]], after: str | None) -> dict[str, Any]:
    return {"kind": "Listing", "data": {"children": children, "after": after}}
