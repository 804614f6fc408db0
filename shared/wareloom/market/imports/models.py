from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import BigInteger, Date, ForeignKey, Index, Numeric, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.accounts.models import Tenant
from wareloom.kit.database import Base
from wareloom.market.uploads.models import Import


class ListedTerm(Base):
    """A term on a list that somebody curated: the workspace's own."""

    __tablename__ = "market_listed_terms"
    __table_args__ = (
        UniqueConstraint("tenant_id", "list_name", "term", "region", "day"),
        Index(None, "tenant_id", "id"),
        Index(None, "import_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id))
    list_name: Mapped[str] = mapped_column(Text)
    term: Mapped[str] = mapped_column(Text)
    region: Mapped[str] = mapped_column(Text)
    """Empty where the list is of no region."""
    day: Mapped[date] = mapped_column(Date)
    category: Mapped[str | None] = mapped_column(Text)
    language: Mapped[str | None] = mapped_column(Text)
    score: Mapped[Decimal | None] = mapped_column(Numeric)
    rank: Mapped[int | None] = mapped_column(BigInteger)
    volume: Mapped[int | None] = mapped_column(BigInteger)
    import_id: Mapped[UUID] = mapped_column(ForeignKey(Import.id))
    row: Mapped[int] = mapped_column(BigInteger)
