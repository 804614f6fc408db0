"""Collections: named sets of offers with notes and shares, and what was taken out of them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _make_collections()
    _make_offers()
    _make_shares()
    _make_removals()


def downgrade() -> None:
    for table in ("removals", "shares", "offers"):
        op.drop_table(f"market_collection_{table}")
    op.drop_table("market_collections")


def _make_collections() -> None:
    op.create_table(
        "market_collections",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("visibility", sa.Text(), nullable=False),
        sa.Column("maker_id", sa.Uuid(), nullable=False),
        sa.Column("offers_count", sa.Integer(), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
        sa.Column("archived_at", _MOMENT, nullable=True),
        sa.CheckConstraint(
            "visibility IN ('maker', 'members', 'workspace')", name=op.f("ck_market_collections_visibility")
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_market_collections_tenant_id")),
        sa.ForeignKeyConstraint(["maker_id"], ["accounts_users.id"], name=op.f("fk_market_collections_maker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_market_collections")),
    )
    op.create_index(
        "ix_market_collections_named",
        "market_collections",
        ["tenant_id", "key"],
        unique=True,
        postgresql_where="archived_at IS NULL",
    )


def _make_offers() -> None:
    op.create_table(
        "market_collection_offers",
        sa.Column("collection_id", sa.Uuid(), nullable=False),
        sa.Column("offer_id", sa.Uuid(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("added_at", _MOMENT, nullable=False),
        sa.Column("added_by", sa.Uuid(), nullable=False),
        _of_a_collection("offers"),
        sa.ForeignKeyConstraint(["offer_id"], ["market_offers.id"], name=op.f("fk_market_collection_offers_offer_id")),
        sa.ForeignKeyConstraint(["added_by"], ["accounts_users.id"], name=op.f("fk_market_collection_offers_added_by")),
        sa.PrimaryKeyConstraint("collection_id", "offer_id", name=op.f("pk_market_collection_offers")),
    )
    newest = ["collection_id", "added_at", "offer_id"]
    op.create_index("ix_market_collection_offers_newest", "market_collection_offers", newest, unique=False)
    op.create_index(
        op.f("ix_market_collection_offers_offer_id"), "market_collection_offers", ["offer_id"], unique=False
    )


def _make_shares() -> None:
    op.create_table(
        "market_collection_shares",
        sa.Column("collection_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("may", sa.Text(), nullable=False),
        sa.Column("shared_by", sa.Uuid(), nullable=False),
        sa.Column("shared_at", _MOMENT, nullable=False),
        sa.CheckConstraint("may IN ('view', 'change')", name=op.f("ck_market_collection_shares_may")),
        _of_a_collection("shares"),
        sa.ForeignKeyConstraint(
            ["tenant_id", "user_id"],
            ["accounts_memberships.tenant_id", "accounts_memberships.user_id"],
            name=op.f("fk_market_collection_shares_tenant_id_user_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["shared_by"], ["accounts_users.id"], name=op.f("fk_market_collection_shares_shared_by")
        ),
        sa.PrimaryKeyConstraint("collection_id", "user_id", name=op.f("pk_market_collection_shares")),
    )
    op.create_index(
        op.f("ix_market_collection_shares_tenant_id_user_id"),
        "market_collection_shares",
        ["tenant_id", "user_id"],
        unique=False,
    )


def _make_removals() -> None:
    op.create_table(
        "market_collection_removals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("collection_id", sa.Uuid(), nullable=False),
        sa.Column("offers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("removed_by", sa.Uuid(), nullable=False),
        sa.Column("removed_at", _MOMENT, nullable=False),
        sa.Column("undone_at", _MOMENT, nullable=True),
        _of_a_collection("removals"),
        sa.ForeignKeyConstraint(
            ["removed_by"], ["accounts_users.id"], name=op.f("fk_market_collection_removals_removed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_market_collection_removals")),
    )
    op.create_index(
        op.f("ix_market_collection_removals_collection_id_removed_at"),
        "market_collection_removals",
        ["collection_id", "removed_at"],
        unique=False,
    )


def _of_a_collection(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["collection_id"], ["market_collections.id"], name=op.f(f"fk_market_collection_{table}_collection_id")
    )
