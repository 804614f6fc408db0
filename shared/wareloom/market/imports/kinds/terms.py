"""A curated list of terms: what somebody says is rising, with whatever they measured it by."""

from collections.abc import Mapping
from functools import partial

from sqlalchemy.orm import Session

from wareloom.market.imports import values
from wareloom.market.imports.cells import Cells
from wareloom.market.imports.keep_terms import keep_terms, take_back_terms
from wareloom.market.imports.kind import Field
from wareloom.market.imports.layout import Reading
from wareloom.market.uploads.kept_rows import Kept, Row
from wareloom.market.uploads.models import Import


class TermsKind:
    name = "terms"
    title = "Trend list"
    about = "Terms that somebody picked or measured, such as a list of rising searches."
    fields = (
        Field("term", "The words", (
            "keyword", "query", "search term", "phrase", "trend", "topic", "hashtag", "suchbegriff", "title")),
        Field("list_name", "Which list it is on. Otherwise the import's name", ("list", "source", "collection")),
        Field("category", "What it belongs to", ("type", "group", "theme", "niche", "kategorie")),
        Field("score", "How strong it is, in the list's own measure", (
            "value", "index", "interest", "growth", "change", "trend score", "popularity")),
        Field("rank", "Its place on the list", ("position", "place", "no", "#", "rang")),
        Field("volume", "How often it is searched for", (
            "search volume", "searches", "monthly searches", "avg monthly searches", "count", "mentions")),
        Field("region", "Where that holds, such as DE", ("country", "geo", "market", "location", "land")),
        Field("language", "In which language it is, such as en", ("lang", "locale", "sprache")),
        Field("day", "The day for which that holds: 2026-11-30. Otherwise that of the import", (
            "date", "as of", "month", "week", "timestamp", "datum", "seen at")),
    )  # fmt: skip
    needs = (("term",),)

    def read(self, cells: Mapping[str, object], reading: Reading, source: Import) -> Row:
        row = Cells(cells, reading)
        at = row.read("day", values.moment, None) or source.created_at
        told: Row = {
            "term": row.read("term", partial(values.text, most=200), None),
            "list_name": row.read("list_name", partial(values.text, most=120), None) or source.name,
            "category": row.read("category", partial(values.text, most=200), None),
            "score": row.read("score", partial(values.number, decimals=reading.decimals), None),
            "rank": row.read("rank", values.whole, None),
            "volume": row.read("volume", values.whole, None),
            "region": row.read("region", partial(values.text, most=80), None) or "",
            "language": row.read("language", partial(values.text, most=40), None),
            "day": at.date(),
        }
        if told["term"] is None:
            row.lacks("term")
        row.judge()
        return told

    def keep(self, session: Session, source: Import, rows: Mapping[int, Row]) -> Kept:
        return keep_terms(session, source.tenant_id, rows, import_id=source.id)

    def take_back(self, session: Session, source: Import, most: int) -> int:
        return take_back_terms(session, source.id, most)
