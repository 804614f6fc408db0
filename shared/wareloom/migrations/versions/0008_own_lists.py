"""Lists of one's own: imports, submitted pages, what a workspace says of offers, terms on curated lists."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"

_STATUSES = "'waiting', 'queued', 'running', 'undoing', 'succeeded', 'failed', 'cancelled', 'undone'"
_OPEN = "status IN ('waiting', 'queued', 'running', 'undoing')"


def upgrade() -> None:
    _keep_uploads()
    _keep_claims()
    _keep_terms()


def downgrade() -> None:
    for table in (
        "market_listed_terms",
        "market_claims",
        "market_submitted_pages",
        "market_bad_rows",
        "market_imports",
    ):
        op.drop_table(table)


def _upload(table: str) -> list[sa.Column[object] | sa.Constraint]:
    return [
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("uploaded_by", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("tag", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.DateTime(timezone=True), nullable=name not in {"created_at", "updated_at"})
            for name in ("retry_at", "created_at", "started_at", "updated_at", "ended_at")
        ),
        sa.CheckConstraint(f"status IN ({_STATUSES})", name=op.f(f"ck_{table}_status")),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f(f"fk_{table}_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def _keep_uploads() -> None:
    op.create_table(
        "market_imports",
        *_upload("market_imports"),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("dry_run", sa.Boolean(), nullable=False),
        sa.Column("layout", postgresql.JSONB(), nullable=True),
        sa.Column("reading", postgresql.JSONB(), nullable=True),
        sa.Column("read_bytes", sa.BigInteger(), nullable=False),
        sa.Column("read_rows", sa.BigInteger(), nullable=False),
        sa.Column("skipping", sa.Boolean(), nullable=False),
        *(
            sa.Column(name, sa.BigInteger(), nullable=False)
            for name in ("rows_new", "rows_changed", "rows_unchanged", "rows_bad")
        ),
    )
    op.create_table(
        "market_bad_rows",
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("row", sa.BigInteger(), nullable=False),
        sa.Column("problems", postgresql.JSONB(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["import_id"], ["market_imports.id"], name=op.f("fk_market_bad_rows_import_id")),
        sa.PrimaryKeyConstraint("import_id", "row", name=op.f("pk_market_bad_rows")),
    )
    op.create_table(
        "market_submitted_pages",
        *_upload("market_submitted_pages"),
        sa.Column("marketplace", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("sha256", sa.LargeBinary(), nullable=True),
        sa.Column("parser_version", sa.Integer(), nullable=True),
        sa.Column("offers_found", sa.Integer(), nullable=False),
        sa.Column("offers_new", sa.Integer(), nullable=False),
        sa.Column("offers_changed", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('read', 'empty', 'blocked', 'rejected')", name=op.f("ck_market_submitted_pages_outcome")
        ),
    )
    for table in ("market_imports", "market_submitted_pages"):
        op.create_index(op.f(f"ix_{table}_tenant_id_id"), table, ["tenant_id", "id"], unique=False)
        op.create_index(f"ix_{table}_open", table, ["updated_at"], unique=False, postgresql_where=sa.text(_OPEN))


def _keep_claims() -> None:
    op.create_table(
        "market_claims",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("marketplace", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("price", sa.Numeric(), nullable=True),
        sa.Column("list_price", sa.Numeric(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("rating", sa.Numeric(), nullable=True),
        sa.Column("reviews_count", sa.BigInteger(), nullable=True),
        sa.Column("image_url", sa.Text(), nullable=True),
        sa.Column("product_url", sa.Text(), nullable=True),
        sa.Column("seller", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("category_path", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("availability", sa.Text(), nullable=True),
        sa.Column("rank", sa.BigInteger(), nullable=True),
        sa.Column("sponsored", sa.Boolean(), nullable=False),
        sa.Column("tags", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("import_id", sa.Uuid(), nullable=True),
        sa.Column("page_id", sa.Uuid(), nullable=True),
        sa.Column("row", sa.BigInteger(), nullable=True),
        sa.Column(
            "search",
            postgresql.TSVECTOR(),
            sa.Computed("to_tsvector('english', title)", persisted=True),
            nullable=False,
        ),
        sa.CheckConstraint("(import_id IS NULL) <> (page_id IS NULL)", name=op.f("ck_market_claims_source")),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_market_claims_tenant_id")),
        sa.ForeignKeyConstraint(["import_id"], ["market_imports.id"], name=op.f("fk_market_claims_import_id")),
        sa.ForeignKeyConstraint(["page_id"], ["market_submitted_pages.id"], name=op.f("fk_market_claims_page_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_market_claims")),
        sa.UniqueConstraint(
            "tenant_id",
            "marketplace",
            "external_id",
            "seen_at",
            name=op.f("uq_market_claims_tenant_id_marketplace_external_id_seen_at"),
        ),
    )
    op.create_index(
        op.f("ix_market_claims_tenant_id_seen_at_id"), "market_claims", ["tenant_id", "seen_at", "id"], unique=False
    )
    op.create_index(op.f("ix_market_claims_import_id"), "market_claims", ["import_id"], unique=False)
    op.create_index("ix_market_claims_search", "market_claims", ["search"], unique=False, postgresql_using="gin")


def _keep_terms() -> None:
    op.create_table(
        "market_listed_terms",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("list_name", sa.Text(), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("score", sa.Numeric(), nullable=True),
        sa.Column("rank", sa.BigInteger(), nullable=True),
        sa.Column("volume", sa.BigInteger(), nullable=True),
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("row", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_market_listed_terms_tenant_id")),
        sa.ForeignKeyConstraint(["import_id"], ["market_imports.id"], name=op.f("fk_market_listed_terms_import_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_market_listed_terms")),
        sa.UniqueConstraint(
            "tenant_id",
            "list_name",
            "term",
            "region",
            "day",
            name=op.f("uq_market_listed_terms_tenant_id_list_name_term_region_day"),
        ),
    )
    for columns in (["tenant_id", "id"], ["import_id"]):
        op.create_index(
            op.f(f"ix_market_listed_terms_{'_'.join(columns)}"), "market_listed_terms", columns, unique=False
        )
