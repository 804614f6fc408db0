from datetime import date
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Index, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.accounts.models import Tenant
from wareloom.kit.database import Base


class Visits(Base):
    """Pages that were asked of a source on a day, by everybody. Written before the page is asked for: who dies on the
    way has spent it."""

    __tablename__ = "market_visits"

    marketplace: Mapped[str] = mapped_column(Text, primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    pages: Mapped[int] = mapped_column(Integer)


class TenantVisits(Base):
    """The part of them that one workspace asked for."""

    __tablename__ = "market_tenant_visits"
    __table_args__ = (Index(None, "marketplace", "day"),)

    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id), primary_key=True)
    marketplace: Mapped[str] = mapped_column(Text, primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    pages: Mapped[int] = mapped_column(Integer)


class Budget(Base):
    """What a workspace's owner allows a day of a source, below what the source allows everybody."""

    __tablename__ = "market_budgets"

    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id), primary_key=True)
    marketplace: Mapped[str] = mapped_column(Text, primary_key=True)
    pages_per_day: Mapped[int] = mapped_column(Integer)
