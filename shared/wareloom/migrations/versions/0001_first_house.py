"""The first house: accounts, audit, live, market."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "accounts_failed_attempts",
        sa.Column("email_digest", sa.LargeBinary(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("email_digest", name=op.f("pk_accounts_failed_attempts")),
    )
    op.create_table(
        "accounts_tenants",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts_tenants")),
    )
    op.create_table(
        "accounts_users",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("email = lower(email)", name=op.f("ck_accounts_users_email_lower")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts_users")),
        sa.UniqueConstraint("email", name=op.f("uq_accounts_users_email")),
    )
    op.create_table(
        "audit_entries",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("previous", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "number", name=op.f("pk_audit_entries")),
    )
    op.create_table(
        "audit_heads",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", name=op.f("pk_audit_heads")),
    )
    op.create_table(
        "live_connections",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("sign_in_id", sa.Uuid(), nullable=True),
        sa.Column("topics", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_live_connections")),
    )
    op.create_index(op.f("ix_live_connections_expires_at"), "live_connections", ["expires_at"], unique=False)
    op.create_index(op.f("ix_live_connections_tenant_id"), "live_connections", ["tenant_id"], unique=False)
    op.create_table(
        "live_heads",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", name=op.f("pk_live_heads")),
    )
    op.create_table(
        "live_messages",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("body", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "number", name=op.f("pk_live_messages")),
    )
    op.create_index(op.f("ix_live_messages_at"), "live_messages", ["at"], unique=False)
    op.create_table(
        "live_tickets",
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("sign_in_id", sa.Uuid(), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_live_tickets")),
    )
    op.create_index(op.f("ix_live_tickets_expires_at"), "live_tickets", ["expires_at"], unique=False)
    op.create_table(
        "market_offers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("marketplace", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("seller", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("tags", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("price", sa.Numeric(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("rating", sa.Numeric(), nullable=True),
        sa.Column("reviews_count", sa.BigInteger(), nullable=True),
        sa.Column("image_url", sa.Text(), nullable=True),
        sa.Column("product_url", sa.Text(), nullable=True),
        sa.Column("details", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "search",
            postgresql.TSVECTOR(),
            sa.Computed(
                "setweight(to_tsvector('english', title), 'A')"
                " || setweight(to_tsvector('english', coalesce(category, '')), 'B')"
                " || setweight(to_tsvector('simple', coalesce(seller, '')), 'C')",
                persisted=True,
            ),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_market_offers")),
        sa.UniqueConstraint("marketplace", "external_id", name=op.f("uq_market_offers_marketplace_external_id")),
    )
    op.create_index("ix_market_offers_by_first_seen", "market_offers", ["first_seen_at", "id"], unique=False)
    op.create_index("ix_market_offers_by_last_seen", "market_offers", ["last_seen_at", "id"], unique=False)
    op.create_index(
        "ix_market_offers_by_price_down",
        "market_offers",
        [sa.literal_column("coalesce(price, '-1'::numeric)"), "id"],
        unique=False,
    )
    op.create_index(
        "ix_market_offers_by_price_up",
        "market_offers",
        [sa.literal_column("coalesce(price, 'Infinity'::numeric)"), "id"],
        unique=False,
    )
    op.create_index(
        "ix_market_offers_by_rating_down",
        "market_offers",
        [sa.literal_column("coalesce(rating, '-1'::numeric)"), "id"],
        unique=False,
    )
    op.create_index(
        "ix_market_offers_by_reviews_down",
        "market_offers",
        [sa.literal_column("coalesce(reviews_count, '-1'::bigint)"), "id"],
        unique=False,
    )
    op.create_index("ix_market_offers_search", "market_offers", ["search"], unique=False, postgresql_using="gin")
    op.create_table(
        "accounts_api_keys",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("lookup", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("role IN ('viewer', 'member', 'owner')", name=op.f("ck_accounts_api_keys_role")),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_accounts_api_keys_tenant_id")),
        sa.ForeignKeyConstraint(["user_id"], ["accounts_users.id"], name=op.f("fk_accounts_api_keys_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts_api_keys")),
        sa.UniqueConstraint("lookup", name=op.f("uq_accounts_api_keys_lookup")),
    )
    op.create_index(op.f("ix_accounts_api_keys_tenant_id"), "accounts_api_keys", ["tenant_id"], unique=False)
    op.create_table(
        "accounts_invitations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("invited_by", sa.Uuid(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("role IN ('viewer', 'member', 'owner')", name=op.f("ck_accounts_invitations_role")),
        sa.ForeignKeyConstraint(["invited_by"], ["accounts_users.id"], name=op.f("fk_accounts_invitations_invited_by")),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_accounts_invitations_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts_invitations")),
        sa.UniqueConstraint("digest", name=op.f("uq_accounts_invitations_digest")),
    )
    op.create_index(op.f("ix_accounts_invitations_tenant_id"), "accounts_invitations", ["tenant_id"], unique=False)
    op.create_table(
        "accounts_memberships",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("role IN ('viewer', 'member', 'owner')", name=op.f("ck_accounts_memberships_role")),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_accounts_memberships_tenant_id")),
        sa.ForeignKeyConstraint(["user_id"], ["accounts_users.id"], name=op.f("fk_accounts_memberships_user_id")),
        sa.PrimaryKeyConstraint("tenant_id", "user_id", name=op.f("pk_accounts_memberships")),
    )
    op.create_index(op.f("ix_accounts_memberships_user_id"), "accounts_memberships", ["user_id"], unique=False)
    op.create_table(
        "accounts_sign_ins",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_because", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_accounts_sign_ins_tenant_id")),
        sa.ForeignKeyConstraint(["user_id"], ["accounts_users.id"], name=op.f("fk_accounts_sign_ins_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts_sign_ins")),
    )
    op.create_index(op.f("ix_accounts_sign_ins_user_id"), "accounts_sign_ins", ["user_id"], unique=False)
    op.create_table(
        "market_sightings",
        sa.Column("offer_id", sa.Uuid(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("price", sa.Numeric(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("rating", sa.Numeric(), nullable=True),
        sa.Column("reviews_count", sa.BigInteger(), nullable=True),
        sa.Column("task_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["offer_id"], ["market_offers.id"], name=op.f("fk_market_sightings_offer_id")),
        sa.PrimaryKeyConstraint("offer_id", "seen_at", name=op.f("pk_market_sightings")),
    )
    op.create_table(
        "market_tasks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("marketplace", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("started_by", sa.Text(), nullable=False),
        sa.Column("slot", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("next_page", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("pages_done", sa.Integer(), nullable=False),
        sa.Column("pages_total", sa.Integer(), nullable=True),
        sa.Column("offers_seen", sa.Integer(), nullable=False),
        sa.Column("offers_new", sa.Integer(), nullable=False),
        sa.Column("offers_changed", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("retry_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')", name=op.f("ck_market_tasks_status")
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_market_tasks_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_market_tasks")),
        sa.UniqueConstraint("slot", name=op.f("uq_market_tasks_slot")),
    )
    op.create_index(
        "ix_market_tasks_open",
        "market_tasks",
        ["updated_at"],
        unique=False,
        postgresql_where="status IN ('queued', 'running')",
    )
    op.create_index(op.f("ix_market_tasks_tenant_id_id"), "market_tasks", ["tenant_id", "id"], unique=False)
    op.create_table(
        "market_watches",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("marketplace", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_market_watches_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_market_watches")),
        sa.UniqueConstraint(
            "tenant_id", "marketplace", "target", name=op.f("uq_market_watches_tenant_id_marketplace_target")
        ),
    )
    op.create_index(op.f("ix_market_watches_marketplace"), "market_watches", ["marketplace"], unique=False)
    op.create_table(
        "accounts_refresh_tokens",
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("sign_in_id", sa.Uuid(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("spent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["sign_in_id"],
            ["accounts_sign_ins.id"],
            name=op.f("fk_accounts_refresh_tokens_sign_in_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_accounts_refresh_tokens")),
    )
    op.create_index(
        op.f("ix_accounts_refresh_tokens_sign_in_id"), "accounts_refresh_tokens", ["sign_in_id"], unique=False
    )
    _make_audit_append_only()


def _make_audit_append_only() -> None:
    """The trail is written once: not even our own code may change or delete what stands in it."""
    op.execute("""
        CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'insufficient_privilege';
        END $$
    """)
    op.execute("""
        CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON audit_entries
        FOR EACH ROW EXECUTE FUNCTION audit_refuse()
    """)
    op.execute("""
        CREATE TRIGGER audit_entries_never_truncated BEFORE TRUNCATE ON audit_entries
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()
    """)
