"""Tasks with limits and reasons, watches with a pace of their own, budgets, editions of pages, alarms of sources."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0004"
down_revision = "0003"


# Defaults, for the release before this one goes on writing while this one is deployed.
def _added() -> dict[str, tuple[sa.Column[Any], ...]]:
    return {
        "market_tasks": (
            sa.Column("watch_id", sa.Uuid(), nullable=True),
            sa.Column("priority", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
            sa.Column("max_pages", sa.Integer(), nullable=True),
            sa.Column("max_offers", sa.Integer(), nullable=True),
            sa.Column("by_browser", sa.Boolean(), server_default=sa.text("false"), nullable=False),
            sa.Column("past_robots", sa.Boolean(), server_default=sa.text("false"), nullable=False),
            sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
            sa.Column("offers_unchanged", sa.Integer(), server_default=sa.text("0"), nullable=False),
            sa.Column("offers_rejected", sa.Integer(), server_default=sa.text("0"), nullable=False),
            sa.Column("rejections", JSONB(), server_default=sa.text("'{}'"), nullable=False),
        ),
        "market_watches": (
            sa.Column("chosen_every", sa.Interval(), nullable=True),
            sa.Column("every", sa.Interval(), server_default=sa.text("'6 hours'"), nullable=False),
            sa.Column("why", sa.Text(), server_default=sa.text("''"), nullable=False),
            sa.Column("next_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
            sa.Column("visited_at", sa.DateTime(timezone=True), nullable=True),
            sa.Column("paused_at", sa.DateTime(timezone=True), nullable=True),
            sa.Column("priority", sa.SmallInteger(), server_default=sa.text("-1"), nullable=False),
            sa.Column("max_pages", sa.Integer(), nullable=True),
            sa.Column("past_robots", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        ),
        "market_pages": (
            sa.Column("etag", sa.Text(), nullable=True),
            sa.Column("last_modified", sa.Text(), nullable=True),
        ),
    }


def upgrade() -> None:
    for table, columns in _added().items():
        for column in columns:
            op.add_column(table, column)
    op.create_foreign_key(
        op.f("fk_market_tasks_watch_id_market_watches"),
        "market_tasks",
        "market_watches",
        ["watch_id"],
        ["id"],
        ondelete="SET NULL",
    )
    op.create_index(op.f("ix_market_tasks_watch_id_id"), "market_tasks", ["watch_id", "id"], unique=False)
    op.create_index(
        "ix_market_tasks_done",
        "market_tasks",
        ["marketplace", "target", "started_at"],
        unique=False,
        postgresql_where="status = 'succeeded'",
    )
    # Before 0004 a task counted what was new and what had changed; the rest it had seen unchanged.
    op.execute("UPDATE market_tasks SET offers_unchanged = offers_seen - offers_new - offers_changed")
    op.create_index(
        op.f("ix_market_watches_marketplace_next_at"),
        "market_watches",
        ["marketplace", "next_at"],
        unique=False,
        postgresql_where="paused_at IS NULL",
    )
    op.create_index(op.f("ix_market_pages_task_id_id"), "market_pages", ["task_id", "id"], unique=False)
    op.create_index(
        "ix_market_pages_edition",
        "market_pages",
        [sa.text("md5(url)"), "fetched_at"],
        unique=False,
        postgresql_where=sa.text("etag IS NOT NULL OR last_modified IS NOT NULL"),
    )
    _count_visits()
    _keep_alarms()


def downgrade() -> None:
    for table in ("market_alarms", "market_budgets", "market_tenant_visits", "market_visits"):
        op.drop_table(table)
    for table, columns in _added().items():  # their indexes and keys go with them
        for column in columns:
            op.drop_column(table, column.name)
    op.drop_index("ix_market_pages_task_id_id", "market_pages")
    op.drop_index("ix_market_tasks_done", "market_tasks")


def _count_visits() -> None:
    op.create_table(
        "market_visits",
        sa.Column("marketplace", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("marketplace", "day", name=op.f("pk_market_visits")),
    )
    op.create_table(
        "market_tenant_visits",
        _tenant("market_tenant_visits"),
        sa.Column("marketplace", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "marketplace", "day", name=op.f("pk_market_tenant_visits")),
    )
    op.create_index(
        op.f("ix_market_tenant_visits_marketplace_day"), "market_tenant_visits", ["marketplace", "day"], unique=False
    )
    op.create_table(
        "market_budgets",
        _tenant("market_budgets"),
        sa.Column("marketplace", sa.Text(), nullable=False),
        sa.Column("pages_per_day", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "marketplace", name=op.f("pk_market_budgets")),
    )


def _tenant(table: str) -> sa.Column[Any]:
    key = sa.ForeignKey("accounts_tenants.id", name=op.f(f"fk_{table}_tenant_id_accounts_tenants"))
    return sa.Column("tenant_id", sa.Uuid(), key, nullable=False)


def _keep_alarms() -> None:
    op.create_table(
        "market_alarms",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("marketplace", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("was", sa.Float(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_market_alarms")),
    )
    op.create_index(
        op.f("ix_market_alarms_marketplace_opened_at"), "market_alarms", ["marketplace", "opened_at"], unique=False
    )
    op.create_index(
        "ix_market_alarms_open",
        "market_alarms",
        ["marketplace", "what"],
        unique=True,
        postgresql_where="closed_at IS NULL",
    )
