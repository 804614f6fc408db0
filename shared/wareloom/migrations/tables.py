"""Every room's tables in one place: what the database must look like after the last step."""

import wareloom.accounts.models
import wareloom.audit.models
import wareloom.live.models
import wareloom.market.models
from wareloom.kit.database import Base

ROOMS = (wareloom.accounts.models, wareloom.audit.models, wareloom.live.models, wareloom.market.models)
metadata = Base.metadata
