"""What is drawn and why: the concept in sentences, and the prompt for who draws it."""

from collections.abc import Mapping, Sequence
from random import Random

from wareloom.ideas.grammar.expand import Derivation, symbols
from wareloom.ideas.grammar.inflect import article
from wareloom.ideas.grammar.noun import Noun
from wareloom.ideas.grammar.terms import Terms
from wareloom.ideas.palettes import Palette

_CONCEPTS = symbols("""
warm = an invitation to a club that ought to exist, with {thing.a_or_bare} as its coat of arms.
| the kind of line that is given by somebody who knows them well, with {thing.a_or_bare} to prove it.
| insider warmth: whoever has ever loved {thing} belongs.
classic = a badge that looks decades old for a pastime that never needed one, built around {thing.a_or_bare}.
| workwear seriousness, spent on {thing}.
| an invented institution with {thing.a_or_bare} on its seal.
bold = a loud line about a quiet devotion: {thing}, and no apology.
| big type and {thing.a_or_bare}: a statement that reads from across the street.
| a rule for life in one breath, with {thing} where others put ambition.
playful = a wink that only insiders catch: {thing}, with a straight face.
| a small joke on a real weakness for {thing}.
| the excuse that everybody in the niche has used, starring {thing}.
proud = identity in one line: what others call too {thing.much} {thing}, they call a life well spent.
| worn as a name tag would be, by people who are known for {thing}.
| self-mockery that is really pride, with {thing.a_or_bare} as the evidence.
dry = office language meets {thing}, and {thing} win{thing.stays}.
| a deadpan notice that takes {thing} for granted.
| the fine print of a life with {thing}.
wry = two things that cannot both be had, and {thing} win{thing.stays} again.
| a shrug set in type: life is short, and there {thing.be} {thing}.
calm = a quiet line for slow days, with {thing.a_or_bare} where a motto would be.
| something to live by, kept small: {thing} and time.
active = a note left on the door by somebody who is already gone, {thing.a_or_bare} on their mind.
| says where the weekend went, with {thing.a_or_bare} as the evidence.
minimal = nothing but the things themselves, {thing} first, set like the label on a drawer.
| a packing list that doubles as a character reference, led by {thing}.
affectionate = everybody at home knows who is in charge; here {thing.a_or_bare} is told so in print.
| a love letter disguised as a complaint, starring {thing}.
cheeky = appetite as a personality, with {thing} as the evidence.
| breakfast logic applied to everything, led by {thing}.
whom = for {who.many}, and for whoever shops for them.
| made for {who.many} who will point at it and nod.
| {who.a} will buy it, and a friend will ask where.
| for {who.many} who own the ordinary version already.
when = timed for <occasion>. | it lands just ahead of <occasion>. | a natural find for <occasion>.
""")
_COMPOSITIONS = symbols("""
badge = a round badge with {thing.a_or_bare} at its centre and the lettering on a curved band around it
| a shield with {thing.a_or_bare} between two lines of lettering
| an oval patch, {thing.a_or_bare} in the middle, small stars at the sides
stack = one large {thing.name} above three stacked lines of lettering
| bold stacked lettering with {thing.a_or_bare} standing in for a full stop
| {thing.a_or_bare} resting on top of the lettering like on a shelf
arch = an arch of lettering over {thing.a_or_bare}, a thin rule and a small ornament below
| {thing.a_or_bare} under a rainbow of three colour bands, lettering along the curve
frame = a postage-stamp frame around {thing.a_or_bare}, lettering in the lower third
| a tall panel with {thing.a_or_bare} in front of a simple sun, lettering at its foot
row = three small drawings in a row over one line of lettering, {thing.a_or_bare} in the middle
| a specimen chart: {thing.a_or_bare} and its companions, evenly spaced, lettering beneath
""")
_SHAPES = tuple(_COMPOSITIONS)
_TECHNIQUES: Mapping[str, str] = {
    "vintage": "worn screen-print texture, few inks, sturdy slab lettering",
    "retro": "seventies shapes, thick outlines, soft rounded lettering",
    "distressed": "cracked ink, rough edges, condensed block lettering",
    "groovy": "wavy bubble lettering, warm bands of colour, thick outlines",
    "botanical": "fine field-guide drawing, hatched shadows, quiet serif lettering",
    "linocut": "carved linocut marks, solid shapes, hand-cut lettering",
    "cottage": "gentle hand-inked lines, small flourishes, bookish lettering",
    "watercolor": "loose watercolor washes with ink outlines, brush lettering",
    "minimalist": "few thin lines, much empty space, plain modern lettering",
    "hand-drawn": "uneven pen lines, sketchbook charm, handwritten lettering",
    "bold": "heavy shapes, high contrast, wide block lettering",
    "geometric": "circles and straight edges only, even weights, geometric lettering",
    "halftone": "comic halftone dots, offset colours, punchy lettering",
    "pastel": "soft flat colours, rounded shapes, friendly lettering",
    "celestial": "stars and fine rays, engraved detail, elegant lettering",
    "art deco": "symmetrical fans and fine lines, tall narrow lettering",
    "boho": "earthy shapes, loose arcs, airy lettering",
    "line art": "one continuous line, no fill, light lettering",
    "typographic": "lettering as the picture, mixed widths, one small drawing",
    "cute": "round cheerful shapes, small faces where they fit, chubby lettering",
    "folk art": "mirrored folk ornaments, flat colours, painted lettering",
    "pixel art": "crisp pixel grid, limited palette, blocky game lettering",
}
STYLES = tuple(_TECHNIQUES)


def concept(terms: Terms, thing: Noun, mood: str, occasion: str | None, rng: Random) -> str:
    told = _CONCEPTS | {"occasion": (occasion or "",)}
    derivation = Derivation(terms, told, rng, {"thing": thing, "who": rng.choice(terms.people)})
    parts = [derivation.text(f"<{mood}>"), derivation.text("<whom>")]
    if occasion and rng.random() < 1 / 2:
        parts.append(derivation.text("<when>"))
    return " ".join(part[0].upper() + part[1:] for part in parts)


def design_prompt(
    terms: Terms, motifs: Sequence[Noun], slogan: str, style: str, palette: Palette, mood: str, rng: Random
) -> str:
    derivation = Derivation(terms, _COMPOSITIONS, rng, {"thing": motifs[0]})
    shape = derivation.text(f"<{rng.choice(_SHAPES)}>")
    beside = f", with {' and '.join(each.bare for each in motifs[1:])} as small details" if motifs[1:] else ""
    inks = ", ".join(f"{called} {colour}" for called, colour in zip(palette.called, palette.colours, strict=True))
    return (
        f"Print graphic in {article(style)} {style} style: {shape}{beside}. "
        f"{_technique(style)}. The mood is {mood}. Colours: {inks}. "
        f"The lettering reads exactly “{slogan}”; no other text, no logos, no brands, no real people. "
        f"Centred, crisp edges, flat colours for printing, transparent background."
    )


def _technique(style: str) -> str:
    known = next((each for each in _TECHNIQUES if each in style.lower()), None)
    said = _TECHNIQUES[known] if known else "clean shapes, a limited number of inks, clear lettering"
    return said[0].upper() + said[1:]
