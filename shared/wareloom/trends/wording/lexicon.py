"""Words that say something about an offer other than what it is about: what it is, how it looks, for whom it is.

Entries stand between commas and may be several words. They are compared in the normal form, so one covers its plural.
"""

from collections.abc import Iterator
from enum import Enum
from functools import cache

from wareloom.trends.wording.words import normal, read_words


class Kind(Enum):
    STYLE = "style"
    PRODUCT = "product"
    COLOUR = "colour"
    GENERIC = "generic"
    PEOPLE = "people"
    STOP = "stop"


# The style as it is called here: other ways of saying it.
_STYLES = """
vintage: vintage style, old school
retro: throwback, 70s, 80s, 90s, seventies, eighties, nineties, 1970s, 1980s, 1990s
groovy: hippie, psychedelic
minimalist: minimal, minimalistic, minimalism
botanical: botanic
art deco: deco
art nouveau
halftone
distressed: weathered, worn look
line art: line drawing, one line, lineart
typographic: typography, lettering, word art
celestial
pixel art: 8 bit, pixelated, pixel
boho: bohemian
pastel: pastels
folk art: folk, folksy, scandi folk
geometric: geometry
watercolor: watercolour, aquarelle
linocut: lino print, lino cut, block print, woodcut
cottage: cottagecore, country cottage
hand-drawn: hand drawn, hand sketched, doodle
cute: kawaii, adorable
bold
abstract
gothic: goth
grunge
steampunk
japandi
mid-century: mid century, mid century modern
rustic: farmhouse
tropical
tie-dye: tie dye
calligraphy: script
cartoon: comic
coquette
y2k
"""

_PRODUCTS = """
tee, t shirt, tshirt, graphic tee, shirt, unisex shirt, sweatshirt, sweater, hoodie, pullover, pullover hoodie,
crewneck, tank top, tank, top, long sleeve, jersey, jacket, dress, skirt, leggings, shorts, pants, jeans, onesie,
bodysuit, romper, mug, ceramic mug, coffee mug, cup, tumbler, water bottle, drinkware, pint glass, poster, print,
wall art, art print, wall art print, canvas print, wall decor, printable, digital download, svg, png, clipart, tote,
tote bag, canvas tote, bag, backpack, pouch, phone case, slim phone case, case, phone cover, sticker, decal, magnet,
keychain, coaster, ornament, greeting card, postcard set, notebook, journal, calendar, hat, cap, beanie, sock,
scarf, apron, blanket, throw blanket, pillow, pillow case, cushion, towel, tea towel, rug, doormat, mouse pad,
puzzle, flag, banner, apparel, clothing, clothes, outfit, merch, accessory, shoe, sneaker, home decor
"""

_COLOURS = """
black, white, grey, gray, red, blue, green, yellow, orange, purple, pink, brown, navy, beige, teal, maroon,
burgundy, ivory, charcoal, turquoise, khaki, magenta, lilac, multicolor, multicolour, colorful, colourful, color,
colour, heather
"""

_GENERIC = """
gift, gift idea, present, gifting, idea, design, graphic, artwork, art, style, theme, themed, item, product, funny,
humor, humour, novelty, cool, awesome, best, perfect, great, amazing, beautiful, pretty, nice, lovely, unique,
original, premium, quality, high quality, custom, customized, personalized, personalised, handmade, hand made, new,
sale, free shipping, shipping, bestseller, trending, trendy, aesthetic, fashion, casual, unisex, size, small,
medium, large, plus size, birthday, anniversary, housewarming, stocking stuffer, party favor, graduation,
retirement, day, every day, everyday, set, pack, piece, bundle, official, classic, cotton, organic, soft, comfy,
cozy, oversized, ready, made, love, quote, saying
"""

# Words for people that say whose it is and not what it is about. Trades are not here: a nurse's mug is about nursing.
_PEOPLE = """
mom, mum, mama, mommy, mother, dad, daddy, papa, father, parent, grandma, grandpa, grandmother, grandfather,
grandparent, nana, aunt, auntie, uncle, sister, brother, son, daughter, wife, husband, girlfriend, boyfriend,
fiance, bride, groom, couple, friend, best friend, bestie, family, coworker, colleague, boss, him, her, he, she,
man, woman, men, women, lady, girl, boy, kid, child, children, toddler, baby, newborn, teen, teenager, adult,
senior, people, person, human, guy, lover, fan, enthusiast, addict, nerd, geek, owner, keeper, player, collector,
hobbyist, beginner, student, member
"""

# Trades and callings: who it is for when a seller names them in the plural, and otherwise what it is about.
_TRADES = """
nurse, teacher, doctor, dentist, hygienist, paramedic, firefighter, soldier, veteran, officer, trucker, driver,
mechanic, welder, electrician, plumber, carpenter, woodworker, engineer, programmer, developer, coder, designer,
architect, lawyer, accountant, librarian, student, professor, scientist, biologist, chemist, photographer, artist,
painter, potter, sewer, quilter, knitter, crocheter, baker, chef, cook, barista, brewer, bartender, farmer,
gardener, florist, beekeeper, hunter, angler, fisherman, hiker, camper, climber, runner, cyclist, biker, swimmer,
surfer, skater, skier, golfer, dancer, singer, musician, guitarist, drummer, pianist, gamer, reader, writer,
traveler, traveller, birder, rider, lifter, rower, athlete, coach, birdwatcher, forager, homesteader, maker,
crafter, therapist, pharmacist, veterinarian, vet, groomer, breeder
"""

_OCCASIONS = (
    "christmas, xmas, halloween, easter, thanksgiving, valentine, valentine day, father day, mother day, wedding"
)

_STOPS = """
a, an, the, and, or, of, in, on, at, to, for, with, from, by, as, is, are, be, it, its, this, that, these, my, your,
our, his, their, you, me, we, i, i'm, not, no, n, up, out, off, all, any, who, what, when, just, so, too, very,
more, most, one, two, into, over, under, if, can, will, do, don't, has, have, like, via, per, vs, de, del, la, las,
el, los, le, les, des, du, et, y, e, o, con, sin, para, por, pour, avec, en, un, una, une, da, do, dos, das, em, no,
na, com, para, und, der, die, das, mit, für, von, di, dan, untuk, yang, dengan, dari, atau, il, per
"""

_TABLES = {
    Kind.STOP: _STOPS,
    Kind.GENERIC: _GENERIC,
    Kind.COLOUR: _COLOURS,
    Kind.PEOPLE: _PEOPLE,
    Kind.PRODUCT: _PRODUCTS,
}


def trades() -> frozenset[str]:
    return _normals(_TRADES)


def occasions() -> frozenset[str]:
    return _normals(_OCCASIONS)


Entry = tuple[tuple[str, ...], Kind, str]
"""The words, what they say, and what that is called."""


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """By their first word, the longest first. A style is a style even where another table has the word, too."""
    found: dict[tuple[str, ...], Entry] = {}
    for kind, table in _TABLES.items():
        for spelled in _listed(table):
            words = _words(spelled)
            found[words] = (words, kind, spelled)
    for line in _STYLES.strip().splitlines():
        name, _, others = line.partition(":")
        for spelled in (name, *_listed(others)):
            words = _words(spelled)
            found[words] = (words, Kind.STYLE, name)
    by_first: dict[str, list[Entry]] = {}
    for words, entry in sorted(found.items(), key=lambda item: -len(item[0])):
        by_first.setdefault(words[0], []).append(entry)
    return {first: tuple(those) for first, those in by_first.items()}


@cache
def _normals(table: str) -> frozenset[str]:
    return frozenset(" ".join(_words(entry)) for entry in _listed(table))


def _listed(table: str) -> Iterator[str]:
    return (entry.strip() for line in table.strip().splitlines() for entry in line.split(",") if entry.strip())


def _words(spelled: str) -> tuple[str, ...]:
    return tuple(normal(word) for word in read_words(spelled))
