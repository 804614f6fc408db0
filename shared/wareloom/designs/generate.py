"""Draw one design: art, thumbnail and mockups to S3 under the design's own keys, then the row says that it waits.

Keys are named after the row, so a second try writes the same bytes in the same place.
"""

import hashlib
from datetime import timedelta
from uuid import UUID

from wareloom.designs import mockup, raster
from wareloom.designs.events import DesignGenerated
from wareloom.designs.models import Design, Mockup
from wareloom.designs.order import written_order
from wareloom.designs.products import PRODUCTS, Product
from wareloom.designs.studio import Art
from wareloom.designs.studios.artists import studio
from wareloom.designs.thumbnail import thumbnail
from wareloom.ideas.models import Idea
from wareloom.kit import clock, objects
from wareloom.kit.ai.model import Purse
from wareloom.kit.errors import Conflict, Failure, NotFound, Rejected
from wareloom.kit.settings import ArtSettings, RunSettings
from wareloom.kit.work import Work


def generate(work: Work, design_id: UUID, *, purse: Purse) -> Design:
    design = work.session.get(Design, design_id, with_for_update=True)
    if design is None:
        raise NotFound("There is no such design.")
    if design.status != "planned":
        raise Conflict("This design is drawn already.")
    art = studio(design.studio).draw(written_order(design), purse=purse, shelf=str(design.tenant_id))
    _keep_art(design, art)
    _keep_mockups(work, design, art)
    now = clock.now()
    design.status, design.reason = "waiting", None
    design.generated_at = design.updated_at = now
    design.expires_at = now + timedelta(seconds=int(RunSettings.from_env().approval_seconds))
    _say(work, design)
    return design


def give_up(work: Work, design_id: UUID, failure: Failure) -> None:
    """The studio refused the order for good: the design says why. A budget or a wall may yet give way."""
    design = work.session.get(Design, design_id, with_for_update=True)
    if design is None or design.status != "planned":
        return
    design.reason, design.updated_at = failure.reason, clock.now()
    if isinstance(failure, Rejected) and failure.kind != "overused":
        design.status = "failed"
    _say(work, design)


def art_key(design: Design, name: str) -> str:
    return f"designs/{design.tenant_id}/{design.id}/{name}"


def _keep_art(design: Design, art: Art) -> None:
    bucket = ArtSettings.from_env().bucket
    whole, small = art_key(design, "art.png"), art_key(design, "thumbnail.webp")
    objects.put(bucket, whole, art.png, content_type="image/png")
    objects.put(bucket, small, thumbnail(art.png), content_type="image/webp")
    design.art_key, design.thumbnail_key = whole, small
    facts = raster.measure(art.png)
    design.ink_box = [facts.ink_box.left, facts.ink_box.top, facts.ink_box.width, facts.ink_box.height]
    design.digest, design.size = hashlib.sha256(art.png).hexdigest(), len(art.png)
    design.width, design.height, design.dpi, design.effective_dpi = art.width, art.height, art.dpi, art.effective_dpi
    design.made_with = art.made_with


def _keep_mockups(work: Work, design: Design, art: Art) -> None:
    bucket, prepared = ArtSettings.from_env().bucket, mockup.prepare(art.png)
    for product in _products(work, design):
        drawn = mockup.mockup(prepared, product)
        key = art_key(design, f"mockup-{product.replace(' ', '-')}.webp")
        objects.put(bucket, key, drawn.body, content_type=drawn.content_type)
        work.session.merge(
            Mockup(
                design_id=design.id,
                product=product,
                colour=drawn.colour,
                key=key,
                width=drawn.width,
                height=drawn.height,
                created_at=clock.now(),
            )
        )


def _products(work: Work, design: Design) -> list[Product]:
    """What the idea is meant for; everything where it did not say."""
    wanted = work.session.get_one(Idea, design.idea_id).products
    return [product for product in PRODUCTS if product in wanted] or list(PRODUCTS)


def _say(work: Work, design: Design) -> None:
    work.announce(DesignGenerated(tenant_id=design.tenant_id, design_id=design.id, run_id=design.run_id))
