"""What the API says of files that people hand in."""

from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from functions.api.answers import Out
from wareloom.kit import clock
from wareloom.kit.objects import Form
from wareloom.market.imports.kind import Kind
from wareloom.market.imports.layout import Decimals, Encoding
from wareloom.market.imports.preview import Preview, Wishes
from wareloom.market.uploads.models import BadRow, Import
from wareloom.market.uploads.upload import LASTS

Status = Literal["waiting", "queued", "running", "undoing", "succeeded", "failed", "cancelled", "undone"]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
FieldName = Annotated[str, StringConstraints(max_length=60)]


class FormOut(Out):
    """Post these fields as multipart/form-data, and the file after them as `file`."""

    model_config = ConfigDict(title="UploadForm")

    url: str
    fields: dict[str, str]
    expires_at: datetime

    @classmethod
    def of(cls, form: Form) -> Self:
        return cls(url=form.url, fields=form.fields, expires_at=clock.now() + LASTS)


class UploadOut(Out):
    id: UUID
    uploaded_by: str
    size: int = Field(description="Bytes: as announced, and once the file is there, as it is")
    status: Status = Field(description="waiting is for its file to be uploaded and started")
    reason: str | None
    tries: int
    retry_at: datetime | None
    created_at: datetime
    started_at: datetime | None
    updated_at: datetime
    ended_at: datetime | None


class ImportOut(UploadOut):
    model_config = ConfigDict(title="Import")

    kind: str
    name: str
    dry_run: bool = Field(description="It was only tried out: nothing is kept")
    format: str | None = Field(description="csv, json or json-lines; null until it is started")
    encoding: str | None
    delimiter: str | None
    decimals: Decimals | None = Field(description="How its decimals are written; null: each number by itself")
    notes: list[str] = Field(description="What had to be guessed")
    mapping: dict[str, str] = Field(description="Which column tells which field")
    fixed: dict[str, str] = Field(description="What holds for every row")
    read_bytes: int
    read_rows: int
    rows_new: int
    rows_changed: int = Field(description="They stood there otherwise")
    rows_unchanged: int
    rows_bad: int

    @classmethod
    def of(cls, row: Import) -> Self:
        return cls(**_facts(row, cls))


class NewImportOut(ImportOut):
    model_config = ConfigDict(title="NewImport")

    upload: FormOut

    @classmethod
    def opened(cls, row: Import, form: Form) -> Self:
        return cls(**_facts(row, ImportOut), upload=FormOut.of(form))


def _facts(row: Import, shape: type[ImportOut]) -> dict[str, Any]:
    layout, reading = row.layout or {}, row.reading or {}
    laid_out = {name: layout.get(name) for name in ("format", "encoding", "delimiter")}
    read = {
        "decimals": reading.get("decimals"),
        "mapping": reading.get("mapping", {}),
        "fixed": reading.get("fixed", {}),
    }
    told = {**laid_out, **read, "notes": layout.get("notes", [])}
    return told | {name: getattr(row, name) for name in shape.model_fields if name not in told}


class NewImportIn(BaseModel):
    model_config = ConfigDict(extra="forbid", title="ImportWanted")

    kind: Annotated[str, StringConstraints(max_length=40)]
    name: Name = Field(description="What people call it: the file's name, say")
    size: Annotated[int, Field(ge=1, le=2**40)] = Field(description="How many bytes the file has")


class WishesIn(BaseModel):
    """What is not said is guessed."""

    model_config = ConfigDict(extra="forbid", title="ImportReading")

    mapping: Annotated[
        dict[FieldName, Annotated[str, StringConstraints(max_length=120)] | None], Field(max_length=60)
    ] = Field(default={}, description="The column that tells a field; null leaves the field out")
    fixed: Annotated[dict[FieldName, Annotated[str, StringConstraints(max_length=300)]], Field(max_length=60)] = Field(
        default={}, description="What no column tells, for every row"
    )
    encoding: Encoding | None = None
    delimiter: Literal[",", ";", "\t", "|"] | None = None
    decimals: Decimals | None = None

    def wishes(self) -> Wishes:
        return Wishes(self.mapping, self.fixed, self.encoding, self.delimiter, self.decimals)


class StartIn(WishesIn):
    model_config = ConfigDict(extra="forbid", title="ImportStart")

    dry_run: bool = Field(default=False, description="Read and judge every row, and keep nothing")


class ProblemOut(Out):
    model_config = ConfigDict(title="RowProblem")

    field: str = Field(description="Empty where the row as a whole is wrong")
    problem: str


class BadRowOut(Out):
    model_config = ConfigDict(title="BadRow")

    row: int = Field(description="As a spreadsheet counts: the header is row 1. In JSON the first row is 1")
    problems: list[ProblemOut]
    raw: str = Field(description="How it begins, at most 300 characters")

    @classmethod
    def of(cls, row: BadRow) -> Self:
        return cls.model_validate(row)


class PreviewedOut(Out):
    model_config = ConfigDict(title="PreviewedRow")

    row: int
    told: dict[str, Any] | None = Field(description="The fields as they would be kept; null for a bad row")
    problems: list[ProblemOut]
    raw: str


class PreviewOut(Out):
    model_config = ConfigDict(title="ImportPreview")

    format: str
    encoding: str
    delimiter: str | None
    decimals: Decimals | None
    notes: list[str]
    columns: list[str]
    mapping: dict[str, str]
    fixed: dict[str, str]
    ignored: list[str] = Field(description="Columns that tell no field")
    missing: list[str] = Field(description="Why it cannot be started yet")
    rows: list[PreviewedOut]

    @classmethod
    def of(cls, found: Preview) -> Self:
        layout, reading = found.layout, found.reading
        rows = [
            PreviewedOut(
                row=one.number,
                told=one.told,
                problems=[ProblemOut.model_validate(p) for p in one.problems],
                raw=one.raw,
            )
            for one in found.rows
        ]
        return cls(
            **layout.model_dump(include={"format", "encoding", "delimiter", "notes", "columns"}),
            **reading.model_dump(),
            ignored=list(found.ignored),
            missing=list(found.missing),
            rows=rows,
        )


class KindFieldOut(Out):
    model_config = ConfigDict(title="ImportField")

    name: str
    about: str


class KindOut(Out):
    model_config = ConfigDict(title="ImportKind")

    name: str
    title: str
    about: str
    fields: list[KindFieldOut]
    needs: list[list[str]] = Field(description="Of each of these, one must be told")

    @classmethod
    def of(cls, kind: Kind) -> Self:
        fields = [KindFieldOut(name=field.name, about=field.about) for field in kind.fields]
        needs = [list(needed) for needed in kind.needs]
        return cls(name=kind.name, title=kind.title, about=kind.about, fields=fields, needs=needs)
