"""How many an offer has left, wherever a shop counts it out."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

_TABLES = ("market_offers", "market_sightings", "market_claims")


def upgrade() -> None:
    _stop_new_months()
    for table in _TABLES:
        op.add_column(table, sa.Column("stock", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    _stop_new_months()
    for table in reversed(_TABLES):
        op.drop_column(table, "stock")


def _stop_new_months() -> None:
    """Until this is done: a month that was made in the one shape cannot be attached to sightings in the other."""
    op.execute("SELECT pg_advisory_xact_lock(hashtextextended('market_months', 0))")
