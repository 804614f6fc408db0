"""Every studio as people choose it: one entry each. Who draws for it is in `artists.py`.

The two are apart so that who shows, checks or sells needs none of the libraries that draw.
"""

from wareloom.designs.studio import StudioProfile
from wareloom.ideas.grammar.scene import STYLES

_TYPOGRAPHIC = StudioProfile(
    name="typographic",
    title="Typographic studio",
    offline=True,
    layouts=(
        "stack", "badge", "seal", "banner", "script", "groovy", "sunset", "slant", "minimal", "echo", "window", "card",
        "carved", "wreath", "wash",
    ),
    fonts=(
        "anton", "alfa_slab_one", "titan_one", "pacifico", "shrikhand", "rye", "abril_fatface", "fredoka",
        "permanent_marker", "press_start_2p", "limelight", "jost",
    ),
    styles=(
        "typographic", "vintage", "retro", "groovy", "minimalist", "line art", "bold", "cute", "botanical", "cottage",
        "art deco", "halftone", "distressed", "celestial", "pixel art", "boho", "pastel", "folk art", "geometric",
        "watercolor", "linocut", "hand-drawn", "kawaii", "western",
    ),
)  # fmt: skip
_OPENAI = StudioProfile(name="openai", title="OpenAI image model", offline=False, styles=STYLES)

STUDIOS = {profile.name: profile for profile in (_TYPOGRAPHIC, _OPENAI)}
