"""A Mastodon server, played: hashtags paged by Link headers, a search for who has an account, single statuses."""

import html
from typing import Any

from tests.support.talking import SECRET, Line, Talk
from tests.support.vendor import Asked, Reply


class MastodonTalk(Talk):
    def __init__(self) -> None:
        super().__init__()
        counts = {"Limit": "300", "Remaining": "299", "Reset": "2026-11-18T10:05:00.000000Z"}
        self.counted = {f"X-RateLimit-{name}": value for name, value in counts.items()}
        self.closed = False

    def name_of(self, number: int) -> str:
        return f"{_id(self.lines[number])}@{self.address.removeprefix('http://')}"

    def answer(self, asked: Asked) -> Reply | None:
        signed_in = asked.headers.get("authorization") == f"Bearer {SECRET}"
        if self.closed and not signed_in:
            return Reply({"error": "This method requires an authenticated user"}, 422)
        below = int(asked.query.get("max_id", 2**63))
        if asked.path.startswith("/api/v1/timelines/tag/"):
            tag = asked.path.rpartition("/")[2].casefold()
            return self._page(asked, [one for one in self._below(below) if f"#{tag}" in one.text.casefold()])
        if asked.path == "/api/v2/search" and signed_in:
            return self._page(asked, self._below(below), "statuses")
        wanted = asked.path.rpartition("/")[2]
        found = next((line for line in self.lines.values() if str(_id(line)) == wanted), None)
        return self.told(self._shown(found)) if found else None

    def _below(self, below: int) -> list[Line]:
        return [line for line in self.newest_first() if _id(line) < below]

    def _page(self, asked: Asked, lines: list[Line], name: str | None = None) -> Reply:
        limit = int(asked.query["limit"])
        shown = [self._shown(line) for line in lines[:limit]]
        reply = self.told({name: shown} if name else shown)
        if name or not shown:
            return reply
        before = _id(lines[: limit - self.stutter][-1]) if len(lines) > limit else _id(lines[:limit][-1])
        link = f'<{self.address}{asked.path}?max_id={before}>; rel="next", <{self.address}/?min_id=1>; rel="prev"'
        return Reply(reply.told, headers={**reply.headers, "Link": link})

    def _shown(self, line: Line) -> dict[str, Any]:
        name = _id(line)
        return {
            "id": str(name), "created_at": line.at.isoformat().replace("+00:00", "Z"), "edited_at": None,
            "visibility": "public", "spoiler_text": "", "url": f"https://fen.example/@tester/{name}",
            "content": f"<p>{html.escape(line.text)}</p>", "account": {"acct": "tester"},
            "tags": [{"name": "fenmug"}] if "#" in line.text else [],
            "replies_count": 1, "reblogs_count": 2, "favourites_count": line.likes,
        }  # fmt: skip


def _id(line: Line) -> int:
    return (int(line.at.timestamp() * 1000) << 16) + line.number
