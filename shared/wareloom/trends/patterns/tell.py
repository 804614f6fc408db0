"""Tell the patterns of all trends from what their offers were heard to say. What did not change is not written."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from wareloom.trends.current import by_some, current
from wareloom.trends.patterns.entries import phrases
from wareloom.trends.patterns.keep_hearings import keep_hearings
from wareloom.trends.patterns.kinds import SAID_BY
from wareloom.trends.planning import count_again

_MOST = 12
"""Values of each kind."""
_ENOUGH_PRICES = 20
"""Of so few offers no quarter is known."""

TIER = """CASE WHEN evidence.price < level.low THEN 'budget' WHEN evidence.price > level.high THEN 'premium'
    ELSE 'mid' END"""

_LEVELS = text("""
    WITH told AS MATERIALIZED (
        SELECT product, currency, offers, prices[1] AS low, prices[2] AS high
        FROM (
            SELECT heard.product, offer.currency, count(*) AS offers,
                percentile_disc(ARRAY[0.25, 0.75]) WITHIN GROUP (ORDER BY offer.price) AS prices
            FROM trends_hearings AS heard JOIN market_offers AS offer ON offer.id = heard.offer_id
            WHERE heard.product IS NOT NULL AND offer.currency IS NOT NULL AND offer.price IS NOT NULL
            GROUP BY 1, 2 HAVING count(*) >= :enough
        ) AS counted
    ),
    gone AS (
        DELETE FROM trends_price_levels AS kept
        WHERE NOT EXISTS (SELECT FROM told WHERE told.product = kept.product AND told.currency = kept.currency)
    )
    INSERT INTO trends_price_levels AS kept (product, currency, low, high, offers)
    SELECT product, currency, low, high, offers FROM told
    ON CONFLICT (product, currency) DO UPDATE SET low = excluded.low, high = excluded.high, offers = excluded.offers
    WHERE (kept.low, kept.high, kept.offers) IS DISTINCT FROM (excluded.low, excluded.high, excluded.offers)
""")

_LEFT = text("""
    DELETE FROM trends_patterns AS kept
    WHERE NOT EXISTS (SELECT FROM trends_evidence AS evidence WHERE evidence.trend_id = kept.trend_id)
""")

_PATTERNS = text(f"""
    WITH said AS (
        SELECT evidence.trend_id, kind.key AS kind, jsonb_object_keys(kind.value) AS value
        FROM trends_evidence AS evidence JOIN trends_hearings AS heard USING (offer_id)
        CROSS JOIN LATERAL jsonb_each(heard.said) AS kind
        WHERE evidence.trend_id = ANY(:trends)
        UNION ALL
        SELECT evidence.trend_id, 'motif', word
        FROM trends_evidence AS evidence JOIN trends_trends AS trend ON trend.id = evidence.trend_id
        CROSS JOIN LATERAL unnest(evidence.words) AS word
        WHERE evidence.trend_id = ANY(:trends) AND word = ANY(trend.words)
            AND translate(lower(word), '''’', '') <> ALL(:no_motifs)
        UNION ALL
        SELECT evidence.trend_id, 'price', {TIER}
        FROM trends_evidence AS evidence JOIN trends_hearings AS heard USING (offer_id)
        JOIN trends_price_levels AS level USING (product, currency)
        WHERE evidence.trend_id = ANY(:trends) AND evidence.price IS NOT NULL
    ),
    counted AS (
        SELECT trend_id, kind, value, count(*) AS offers,
            sum(count(*)) OVER (PARTITION BY trend_id, kind) AS of_its_kind,
            row_number() OVER (PARTITION BY trend_id, kind ORDER BY count(*) DESC, value) AS place
        FROM said GROUP BY 1, 2, 3
    ),
    size AS (SELECT trend_id, count(*) AS offers FROM trends_evidence WHERE trend_id = ANY(:trends) GROUP BY 1),
    told AS MATERIALIZED (
        SELECT trend_id, kind, value, counted.offers, CASE kind WHEN 'price' THEN of_its_kind ELSE size.offers END AS of
        FROM counted JOIN size USING (trend_id)
        WHERE counted.offers >= :said_by AND place <= :most
    ),
    gone AS (
        DELETE FROM trends_patterns AS kept
        WHERE kept.trend_id = ANY(:trends) AND NOT EXISTS (
            SELECT FROM told
            WHERE told.trend_id = kept.trend_id AND told.kind = kept.kind AND told.value = kept.value
        )
    )
    INSERT INTO trends_patterns AS kept (trend_id, kind, value, offers, of, share)
    SELECT trend_id, kind, value, offers, of, offers::float / of FROM told ORDER BY 1, 2, 3
    ON CONFLICT (trend_id, kind, value) DO UPDATE SET offers = excluded.offers, of = excluded.of, share = excluded.share
    WHERE (kept.offers, kept.of) IS DISTINCT FROM (excluded.offers, excluded.of)
""")  # noqa: S608 - put together from the text above


def tell_patterns(session: Session) -> None:
    """Of the trends that have evidence now; others say nothing any more."""
    keep_hearings(session)
    count_again(session, "trends_hearings")
    session.execute(_LEVELS, {"enough": _ENOUGH_PRICES})
    session.execute(_LEFT)
    no_motifs = sorted(phrases("colour", "tone", "occasion", "recipient", "product", "gift"))
    for some in by_some(current(session)):
        session.execute(_PATTERNS, {"trends": some, "said_by": SAID_BY, "most": _MOST, "no_motifs": no_motifs})
