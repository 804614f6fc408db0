"""History to trust: what else an offer shows, sightings by month, archived pages, fill rates, rates of exchange."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

# The euro reference rates of the European Central Bank, as published that day. A newer set is a newer step.
_RATED_ON = date(2026, 10, 30)
_RATES = Path(__file__).with_name("0003_rates.csv")
_OLD = "offer_id, seen_at, price, currency, rating, reviews_count, task_id"


def upgrade() -> None:
    _tell_more_of_offers()
    _keep_pages_and_fills()
    _bring_rates()
    _part_sightings_by_month()


def downgrade() -> None:
    """What the old shape has a place for stays; the rest goes, for there is nowhere to put it."""
    op.rename_table("market_sightings", "market_sightings_by_month")
    op.execute("ALTER INDEX pk_market_sightings RENAME TO pk_market_sightings_by_month")
    _make_sightings()
    op.execute(f"INSERT INTO market_sightings ({_OLD}) SELECT {_OLD} FROM market_sightings_by_month")  # noqa: S608 - fixed names
    op.drop_table("market_sightings_by_month")
    op.execute("DROP SCHEMA market_months")
    for table in ("market_rates", "market_fills", "market_pages"):
        op.drop_table(table)
    for way in ("up", "down"):
        op.drop_index(f"ix_market_offers_by_price_usd_{way}", "market_offers")
    for column in (
        "page_id", "sponsored", "rank", "availability", "rated_on", "price_usd", "list_price", "category_path",
    ):  # fmt: skip
        op.drop_column("market_offers", column)


def _tell_more_of_offers() -> None:
    """Defaults, for the release before this one goes on writing while this one is deployed."""
    for column in (
        sa.Column("category_path", sa.ARRAY(sa.Text()), server_default=sa.text("'{}'::text[]"), nullable=False),
        sa.Column("list_price", sa.Numeric(), nullable=True),
        sa.Column("price_usd", sa.Numeric(), nullable=True),
        sa.Column("rated_on", sa.Date(), nullable=True),
        sa.Column("availability", sa.Text(), nullable=True),
        sa.Column("rank", sa.BigInteger(), nullable=True),
        sa.Column("sponsored", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("page_id", sa.Uuid(), nullable=True),
    ):
        op.add_column("market_offers", column)


def _keep_pages_and_fills() -> None:
    op.create_table(
        "market_pages",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("marketplace", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("content_type", sa.Text(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=True),
        sa.Column("parser_version", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("offers_found", sa.Integer(), nullable=False),
        sa.CheckConstraint("outcome IN ('read', 'empty', 'blocked', 'rejected')", name=op.f("ck_market_pages_outcome")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_market_pages")),
    )
    for columns in (["marketplace", "fetched_at", "id"], ["marketplace", "outcome", "fetched_at"]):
        op.create_index(op.f(f"ix_market_pages_{'_'.join(columns)}"), "market_pages", columns, unique=False)
    op.create_table(
        "market_fills",
        sa.Column("marketplace", sa.Text(), nullable=False),
        sa.Column("parser_version", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("alone", sa.Boolean(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("offers", sa.BigInteger(), nullable=False),
        sa.Column("filled", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("marketplace", "parser_version", "day", "alone", "field", name=op.f("pk_market_fills")),
    )


def _bring_rates() -> None:
    table = op.create_table(
        "market_rates",
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("per_usd", sa.Numeric(), nullable=False),
        sa.PrimaryKeyConstraint("currency", "day", name=op.f("pk_market_rates")),
    )
    with _RATES.open(newline="") as listed:
        per_eur = {row["currency"]: Decimal(row["per_eur"]) for row in csv.DictReader(listed)}
    op.bulk_insert(
        table,
        [
            {"currency": currency, "day": _RATED_ON, "per_usd": round(rate / per_eur["USD"], 10)}
            for currency, rate in per_eur.items()
        ],
    )
    op.execute("""
        UPDATE market_offers SET price_usd = round(price / per_usd, 4), rated_on = day
        FROM market_rates WHERE market_rates.currency = market_offers.currency AND price IS NOT NULL
    """)
    for way, missing in (("up", "Infinity"), ("down", "-1")):
        unknown_last: sa.ColumnClause[Decimal] = sa.literal_column(f"coalesce(price_usd, '{missing}'::numeric)")
        op.create_index(f"ix_market_offers_by_price_usd_{way}", "market_offers", [unknown_last, "id"], unique=False)


def _part_sightings_by_month() -> None:
    op.rename_table("market_sightings", "market_sightings_in_one")
    op.execute("ALTER INDEX pk_market_sightings RENAME TO pk_market_sightings_in_one")
    _make_sightings(
        sa.Column("list_price", sa.Numeric(), nullable=True),
        sa.Column("availability", sa.Text(), nullable=True),
        sa.Column("rank", sa.BigInteger(), nullable=True),
        sa.Column("previous_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("page_id", sa.Uuid(), nullable=True),
        postgresql_partition_by="RANGE (seen_at)",
    )
    op.execute("CREATE SCHEMA market_months")
    op.execute("""
        CREATE TABLE market_months.sightings_before_2020 PARTITION OF market_sightings
        FOR VALUES FROM (MINVALUE) TO ('2020-01-01 00:00:00+00')
    """)
    # Every month that has rows, and the three that come: the release before this one makes none.
    op.execute("""
        DO $$
        DECLARE month timestamp;
        BEGIN
            FOR month IN
                SELECT date_trunc('month', seen_at AT TIME ZONE 'UTC') FROM market_sightings_in_one
                WHERE seen_at >= '2020-01-01 00:00:00+00'
                UNION
                SELECT date_trunc('month', now() AT TIME ZONE 'UTC') + ahead * interval '1 month'
                FROM generate_series(0, 2) AS ahead
            LOOP
                EXECUTE format(
                    'CREATE TABLE market_months.%I PARTITION OF market_sightings FOR VALUES FROM (%L) TO (%L)',
                    'sightings_' || to_char(month, 'YYYY_MM'),
                    month AT TIME ZONE 'UTC',
                    (month + interval '1 month') AT TIME ZONE 'UTC'
                );
            END LOOP;
        END $$
    """)
    op.execute(f"INSERT INTO market_sightings ({_OLD}) SELECT {_OLD} FROM market_sightings_in_one")  # noqa: S608 - fixed names
    op.drop_table("market_sightings_in_one")


def _make_sightings(*more: sa.Column[object], postgresql_partition_by: str | None = None) -> None:
    op.create_table(
        "market_sightings",
        sa.Column("offer_id", sa.Uuid(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("price", sa.Numeric(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("rating", sa.Numeric(), nullable=True),
        sa.Column("reviews_count", sa.BigInteger(), nullable=True),
        sa.Column("task_id", sa.Uuid(), nullable=True),
        *more,
        sa.ForeignKeyConstraint(["offer_id"], ["market_offers.id"], name=op.f("fk_market_sightings_offer_id")),
        sa.PrimaryKeyConstraint("offer_id", "seen_at", name=op.f("pk_market_sightings")),
        postgresql_partition_by=postgresql_partition_by,
    )
