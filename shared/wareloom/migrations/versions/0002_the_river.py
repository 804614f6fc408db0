"""The river: shops, runs, trends, ideas, designs, listings."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "trends_trends",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("words", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("marketplaces", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("offers_count", sa.Integer(), nullable=False),
        sa.Column("rating_avg", sa.Numeric(), nullable=True),
        sa.Column("reviews_avg", sa.Numeric(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("price_avg", sa.Numeric(), nullable=True),
        sa.Column("price_min", sa.Numeric(), nullable=True),
        sa.Column("price_max", sa.Numeric(), nullable=True),
        sa.Column("priced_count", sa.Integer(), nullable=False),
        sa.Column("demand", sa.Numeric(), nullable=False),
        sa.Column("growth", sa.Numeric(), nullable=False),
        sa.Column("competition", sa.Numeric(), nullable=False),
        sa.Column("profitability", sa.Numeric(), nullable=False),
        sa.Column("overall", sa.Numeric(), nullable=False),
        sa.Column("audience", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("styles", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("analysed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trends_trends")),
        sa.UniqueConstraint("key", name=op.f("uq_trends_trends_key")),
    )
    op.create_index(op.f("ix_trends_trends_overall_id"), "trends_trends", ["overall", "id"], unique=False)
    op.create_table(
        "accounts_shops",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("connected_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("status IN ('connected', 'refused', 'disconnected')", name=op.f("ck_accounts_shops_status")),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_accounts_shops_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts_shops")),
    )
    op.create_index(op.f("ix_accounts_shops_tenant_id"), "accounts_shops", ["tenant_id"], unique=False)
    op.create_table(
        "runs_plans",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("daily", sa.Boolean(), nullable=False),
        sa.Column("trends", sa.Integer(), nullable=False),
        sa.Column("run_money", sa.Numeric(), nullable=False),
        sa.Column("run_tokens", sa.BigInteger(), nullable=False),
        sa.Column("month_money", sa.Numeric(), nullable=False),
        sa.Column("month_tokens", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_runs_plans_tenant_id")),
        sa.PrimaryKeyConstraint("tenant_id", name=op.f("pk_runs_plans")),
    )
    op.create_table(
        "runs_runs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("started_by", sa.Text(), nullable=False),
        sa.Column("slot", sa.Text(), nullable=True),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("trends_wanted", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "status IN ('queued', 'running', 'waiting', 'succeeded', 'failed', 'stopped')",
            name=op.f("ck_runs_runs_status"),
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_runs_runs_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs_runs")),
        sa.UniqueConstraint("slot", name=op.f("uq_runs_runs_slot")),
    )
    op.create_index(
        "ix_runs_runs_open",
        "runs_runs",
        ["updated_at"],
        unique=False,
        postgresql_where="status IN ('queued', 'running', 'waiting')",
    )
    op.create_index(op.f("ix_runs_runs_tenant_id_id"), "runs_runs", ["tenant_id", "id"], unique=False)
    op.create_table(
        "trends_evidence",
        sa.Column("trend_id", sa.Uuid(), nullable=False),
        sa.Column("offer_id", sa.Uuid(), nullable=False),
        sa.Column("words", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("price", sa.Numeric(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("rating", sa.Numeric(), nullable=True),
        sa.Column("reviews_count", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["offer_id"], ["market_offers.id"], name=op.f("fk_trends_evidence_offer_id")),
        sa.ForeignKeyConstraint(
            ["trend_id"], ["trends_trends.id"], name=op.f("fk_trends_evidence_trend_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("trend_id", "offer_id", name=op.f("pk_trends_evidence")),
    )
    op.create_index(op.f("ix_trends_evidence_offer_id"), "trends_evidence", ["offer_id"], unique=False)
    op.create_table(
        "trends_points",
        sa.Column("trend_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("offers_count", sa.Integer(), nullable=False),
        sa.Column("rating_avg", sa.Numeric(), nullable=True),
        sa.Column("reviews_avg", sa.Numeric(), nullable=True),
        sa.Column("price_avg", sa.Numeric(), nullable=True),
        sa.Column("demand", sa.Numeric(), nullable=False),
        sa.Column("growth", sa.Numeric(), nullable=False),
        sa.Column("competition", sa.Numeric(), nullable=False),
        sa.Column("profitability", sa.Numeric(), nullable=False),
        sa.Column("overall", sa.Numeric(), nullable=False),
        sa.ForeignKeyConstraint(
            ["trend_id"], ["trends_trends.id"], name=op.f("fk_trends_points_trend_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("trend_id", "day", name=op.f("pk_trends_points")),
    )
    op.create_table(
        "ideas_briefs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("trend_id", sa.Uuid(), nullable=False),
        sa.Column("content", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs_runs.id"], name=op.f("fk_ideas_briefs_run_id")),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_ideas_briefs_tenant_id")),
        sa.ForeignKeyConstraint(["trend_id"], ["trends_trends.id"], name=op.f("fk_ideas_briefs_trend_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ideas_briefs")),
        sa.UniqueConstraint("run_id", "trend_id", name=op.f("uq_ideas_briefs_run_id_trend_id")),
    )
    op.create_table(
        "runs_expenses",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("step_id", sa.Uuid(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("tokens_in", sa.BigInteger(), nullable=False),
        sa.Column("tokens_out", sa.BigInteger(), nullable=False),
        sa.Column("images", sa.Integer(), nullable=False),
        sa.Column("cost", sa.Numeric(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs_runs.id"], name=op.f("fk_runs_expenses_run_id")),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_runs_expenses_tenant_id")),
        sa.PrimaryKeyConstraint("tenant_id", "key", name=op.f("pk_runs_expenses")),
    )
    op.create_index(op.f("ix_runs_expenses_run_id"), "runs_expenses", ["run_id"], unique=False)
    op.create_index(op.f("ix_runs_expenses_tenant_id_at"), "runs_expenses", ["tenant_id", "at"], unique=False)
    op.create_table(
        "runs_steps",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("ids", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("token", sa.Text(), nullable=True),
        sa.Column("set_aside", sa.Numeric(), nullable=False),
        sa.Column("set_aside_tokens", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "status IN ('queued', 'running', 'waiting', 'done', 'rejected', 'blocked', 'failed')",
            name=op.f("ck_runs_steps_status"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["runs_runs.id"], name=op.f("fk_runs_steps_run_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_runs_steps_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs_steps")),
        sa.UniqueConstraint("run_id", "verb", "subject_id", name=op.f("uq_runs_steps_run_id_verb_subject_id")),
    )
    op.create_index(
        "ix_runs_steps_waiting", "runs_steps", ["run_id"], unique=False, postgresql_where="token IS NOT NULL"
    )
    op.create_table(
        "trends_picks",
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("trend_id", sa.Uuid(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs_runs.id"], name=op.f("fk_trends_picks_run_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["trend_id"], ["trends_trends.id"], name=op.f("fk_trends_picks_trend_id")),
        sa.PrimaryKeyConstraint("run_id", "trend_id", name=op.f("pk_trends_picks")),
    )
    op.create_index(op.f("ix_trends_picks_trend_id"), "trends_picks", ["trend_id"], unique=False)
    op.create_table(
        "ideas_ideas",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("trend_id", sa.Uuid(), nullable=False),
        sa.Column("brief_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("slogan", sa.Text(), nullable=False),
        sa.Column("concept", sa.Text(), nullable=False),
        sa.Column("design_prompt", sa.Text(), nullable=False),
        sa.Column("palette", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("products", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("tags", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("style", sa.Text(), nullable=False),
        sa.Column("motifs", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("mood", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["brief_id"], ["ideas_briefs.id"], name=op.f("fk_ideas_ideas_brief_id")),
        sa.ForeignKeyConstraint(["run_id"], ["runs_runs.id"], name=op.f("fk_ideas_ideas_run_id")),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_ideas_ideas_tenant_id")),
        sa.ForeignKeyConstraint(["trend_id"], ["trends_trends.id"], name=op.f("fk_ideas_ideas_trend_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ideas_ideas")),
        sa.UniqueConstraint("tenant_id", "fingerprint", name=op.f("uq_ideas_ideas_tenant_id_fingerprint")),
    )
    op.create_index(op.f("ix_ideas_ideas_run_id_trend_id"), "ideas_ideas", ["run_id", "trend_id"], unique=False)
    op.create_index(op.f("ix_ideas_ideas_tenant_id_id"), "ideas_ideas", ["tenant_id", "id"], unique=False)
    op.create_table(
        "designs_designs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("trend_id", sa.Uuid(), nullable=False),
        sa.Column("idea_id", sa.Uuid(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("variant", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("studio", sa.Text(), nullable=False),
        sa.Column("slogan", sa.Text(), nullable=False),
        sa.Column("wanted", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("made_with", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("art_key", sa.Text(), nullable=True),
        sa.Column("thumbnail_key", sa.Text(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("dpi", sa.Integer(), nullable=True),
        sa.Column("effective_dpi", sa.Integer(), nullable=True),
        sa.Column("ink_box", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("generated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "status IN ('planned', 'waiting', 'approved', 'rejected', 'expired', 'failed')",
            name=op.f("ck_designs_designs_status"),
        ),
        sa.ForeignKeyConstraint(["idea_id"], ["ideas_ideas.id"], name=op.f("fk_designs_designs_idea_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["designs_designs.id"], name=op.f("fk_designs_designs_parent_id")),
        sa.ForeignKeyConstraint(["run_id"], ["runs_runs.id"], name=op.f("fk_designs_designs_run_id")),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_designs_designs_tenant_id")),
        sa.ForeignKeyConstraint(["trend_id"], ["trends_trends.id"], name=op.f("fk_designs_designs_trend_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_designs_designs")),
        sa.UniqueConstraint("idea_id", "variant", name=op.f("uq_designs_designs_idea_id_variant")),
    )
    op.create_index(op.f("ix_designs_designs_run_id"), "designs_designs", ["run_id"], unique=False)
    op.create_index(op.f("ix_designs_designs_tenant_id_id"), "designs_designs", ["tenant_id", "id"], unique=False)
    op.create_index(
        op.f("ix_designs_designs_tenant_id_status_id"), "designs_designs", ["tenant_id", "status", "id"], unique=False
    )
    op.create_index(
        "ix_designs_designs_waiting",
        "designs_designs",
        ["expires_at"],
        unique=False,
        postgresql_where="status = 'waiting'",
    )
    op.create_table(
        "designs_mockups",
        sa.Column("design_id", sa.Uuid(), nullable=False),
        sa.Column("product", sa.Text(), nullable=False),
        sa.Column("colour", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["design_id"], ["designs_designs.id"], name=op.f("fk_designs_mockups_design_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("design_id", "product", name=op.f("pk_designs_mockups")),
    )
    op.create_table(
        "listings_listings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("design_id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("tags", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("price_from", sa.Numeric(), nullable=False),
        sa.Column("variants", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "status IN ('draft', 'publishing', 'published', 'undoing', 'failed', 'withdrawing', 'withdrawn')",
            name=op.f("ck_listings_listings_status"),
        ),
        sa.ForeignKeyConstraint(["design_id"], ["designs_designs.id"], name=op.f("fk_listings_listings_design_id")),
        sa.ForeignKeyConstraint(["run_id"], ["runs_runs.id"], name=op.f("fk_listings_listings_run_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["accounts_shops.id"], name=op.f("fk_listings_listings_shop_id")),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_listings_listings_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_listings_listings")),
        sa.UniqueConstraint("design_id", "shop_id", name=op.f("uq_listings_listings_design_id_shop_id")),
    )
    op.create_index(op.f("ix_listings_listings_run_id"), "listings_listings", ["run_id"], unique=False)
    op.create_index(op.f("ix_listings_listings_tenant_id_id"), "listings_listings", ["tenant_id", "id"], unique=False)
    op.create_table(
        "listings_parts",
        sa.Column("listing_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("status IN ('claimed', 'waiting', 'done', 'undone')", name=op.f("ck_listings_parts_status")),
        sa.ForeignKeyConstraint(
            ["listing_id"], ["listings_listings.id"], name=op.f("fk_listings_parts_listing_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("listing_id", "name", name=op.f("pk_listings_parts")),
    )
