"""YouTube's Data API, played: one video that is talked about, one that lets nobody comment, and comments by id."""

from typing import Any

from tests.support.talking import SECRET, Line, Talk
from tests.support.vendor import Asked, Reply

VIDEO, SILENT = "fenMug_0001", "fenMug_0002"


class YouTubeTalk(Talk):
    def name_of(self, number: int) -> str:
        return f"{VIDEO}/{_id(number)}"

    def answer(self, asked: Asked) -> Reply | None:
        if asked.headers.get("x-goog-api-key") != SECRET:
            return _refused(400, "keyInvalid")
        method, query = asked.path.rpartition("/")[2], asked.query
        if method == "search":
            return Reply({"items": [{"id": {"kind": "youtube#video", "videoId": one}} for one in (SILENT, VIDEO)]})
        if method == "comments":
            wanted = query["id"].split(",")
            lines = [line for line in self.lines.values() if _id(line.number) in wanted]
            return self.told({"items": [_comment(line) for line in lines]})
        if method == "commentThreads":
            return _refused(403, "commentsDisabled") if query["videoId"] == SILENT else self.told(self._page(query))
        return None

    def _page(self, query: dict[str, str]) -> dict[str, Any]:
        """A token says how many comments were told: one that arrives moves all others."""
        lines, start = self.newest_first(), max(0, int(query.get("pageToken", 0)) - self.stutter)
        end = start + int(query["maxResults"])
        further = {"nextPageToken": str(end)} if end < len(lines) else {}
        return {"items": [_thread(line) for line in lines[start:end]], **further}


def _id(number: int) -> str:
    return f"Ugz{number:020}AaABAg"


def _thread(line: Line) -> dict[str, Any]:
    told = {"videoId": VIDEO, "topLevelComment": _comment(line), "totalReplyCount": 1}
    return {"kind": "youtube#commentThread", "id": _id(line.number), "snippet": told}


def _comment(line: Line) -> dict[str, Any]:
    written = line.at.isoformat().replace("+00:00", "Z")
    told = {"textDisplay": line.text, "authorDisplayName": "@tester", "likeCount": line.likes}
    return {"id": _id(line.number), "snippet": {**told, "publishedAt": written, "updatedAt": written}}


def _refused(status: int, reason: str) -> Reply:
    return Reply({"error": {"code": status, "message": "refused", "errors": [{"reason": reason}]}}, status)
