"""What Printful answers with: as much of it as we read. What it adds one day is passed over."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel, field_validator


class Answer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Store(Answer):
    id: int
    type: str = ""
    name: str = ""


class Stores(RootModel[tuple[Store, ...]]):
    pass


class CatalogueVariant(Answer):
    id: int
    size: str | None = None
    color: str | None = None


class CatalogueProduct(Answer):
    id: int
    title: str = ""
    type_name: str = ""
    is_discontinued: bool | None = None


class Catalogue(Answer):
    product: CatalogueProduct
    variants: tuple[CatalogueVariant, ...]


class Printfile(Answer):
    printfile_id: int
    width: int = Field(gt=0)
    height: int = Field(gt=0)
    can_rotate: bool = False


class VariantPrintfile(Answer):
    variant_id: int
    placements: dict[str, int]

    @field_validator("placements", mode="before")
    @classmethod
    def _merged(cls, written: Any) -> Any:
        """The schema says a list of objects, every example shows one object: both are read."""
        if not isinstance(written, list):
            return written
        return {place: number for one in written for place, number in dict(one).items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - JSON has no types


class Printfiles(Answer):
    printfiles: tuple[Printfile, ...]
    variant_printfiles: tuple[VariantPrintfile, ...]


class Mockup(Answer):
    placement: str = ""
    variant_ids: tuple[int, ...] = ()
    mockup_url: str


class Task(Answer):
    task_key: str
    status: Literal["pending", "completed", "failed"]
    error: str | None = None
    mockups: tuple[Mockup, ...] = ()


class SyncProduct(Answer):
    id: int
    external_id: str | None = None


class File(Answer):
    type: str | None = None
    status: str | None = None


class SyncVariant(Answer):
    variant_id: int
    currency: str | None = None
    files: tuple[File, ...] = ()


class SyncProductInfo(Answer):
    sync_product: SyncProduct
    sync_variants: tuple[SyncVariant, ...] = ()
