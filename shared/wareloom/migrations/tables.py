"""Every room's tables in one place: what the database must look like after the last step."""

import wareloom.accounts.models
import wareloom.alerts.models
import wareloom.audit.models
import wareloom.designs.models
import wareloom.ideas.models
import wareloom.listings.models
import wareloom.live.models
import wareloom.market.alarms.models
import wareloom.market.budget.models
import wareloom.market.claims.models
import wareloom.market.collections.models
import wareloom.market.exports.models
import wareloom.market.imports.models
import wareloom.market.matching.models
import wareloom.market.models
import wareloom.market.uploads.models
import wareloom.runs.models
import wareloom.social.models
import wareloom.speech.models
import wareloom.trends.models
import wareloom.trends.outlook.models
import wareloom.trends.patterns.models
import wareloom.trends.signals.models
import wareloom.trends.talk.models
from wareloom.kit.database import Base

ROOMS = (
    wareloom.accounts.models,
    wareloom.audit.models,
    wareloom.live.models,
    wareloom.runs.models,
    wareloom.market.models,
    wareloom.market.alarms.models,
    wareloom.market.budget.models,
    wareloom.market.collections.models,
    wareloom.market.exports.models,
    wareloom.market.uploads.models,
    wareloom.market.imports.models,
    wareloom.market.claims.models,
    wareloom.market.matching.models,
    wareloom.social.models,
    wareloom.speech.models,
    wareloom.trends.models,
    wareloom.trends.signals.models,
    wareloom.trends.outlook.models,
    wareloom.trends.patterns.models,
    wareloom.trends.talk.models,
    wareloom.ideas.models,
    wareloom.designs.models,
    wareloom.listings.models,
    wareloom.alerts.models,
)
metadata = Base.metadata
