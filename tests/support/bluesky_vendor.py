"""Bluesky, played: sessions, a search whose pages end before a moment, and looks at posts by their addresses."""

from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.support.talking import SECRET, Line, Talk
from tests.support.vendor import Asked, Reply
from wareloom.social.networks.told import moment

_TOKEN = "session-of-tests"
_DID = "did:plc:abcdefghijklmnopqrstuvwx"


class BlueskyTalk(Talk):
    def __init__(self) -> None:
        super().__init__()
        self.counted = {"RateLimit-Limit": "3000", "RateLimit-Remaining": "2990", "RateLimit-Reset": "1795000300"}
        self.sessions = 0

    def name_of(self, number: int) -> str:
        return f"at://{_DID}/app.bsky.feed.post/3k{number:06}"

    def answer(self, asked: Asked) -> Reply | None:
        if asked.path.endswith("createSession"):
            self.sessions += 1
            right = SECRET.encode() in asked.body
            return Reply({"accessJwt": _TOKEN} if right else {"error": "AuthenticationRequired"}, 200 if right else 401)
        if asked.headers.get("authorization") != f"Bearer {_TOKEN}":
            return Reply({"error": "Forbidden"}, 403)
        if asked.path.endswith("searchPosts"):
            return self.told(self._page(asked.query))
        if asked.path.endswith("getPosts"):
            wanted = [uri for _, uri in parse_qsl(urlsplit(asked.target).query)]
            there = {self.name_of(number): line for number, line in self.lines.items()}
            return self.told({"posts": [self._shown(there[uri]) for uri in wanted if uri in there]})
        return None

    def _page(self, query: dict[str, str]) -> dict[str, Any]:
        until, skipped = moment(query.get("until")), int(query.get("cursor", 0))
        lines = [line for line in self.newest_first() if until is None or line.at < until]
        limit = int(query["limit"])
        further = {"cursor": str(skipped + limit)} if len(lines) > skipped + limit else {}
        return {"posts": [self._shown(line) for line in lines[skipped : skipped + limit]], **further}

    def _shown(self, line: Line) -> dict[str, Any]:
        written = line.at.isoformat().replace("+00:00", "Z")
        return {
            "uri": self.name_of(line.number),
            "author": {"did": _DID, "handle": "tester.bsky.social"},
            "record": {"$type": "app.bsky.feed.post", "text": line.text, "createdAt": written},
            "replyCount": 1, "repostCount": 2, "likeCount": line.likes, "quoteCount": 1, "indexedAt": written,
        }  # fmt: skip
