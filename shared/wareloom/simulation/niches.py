"""What the sample market's shops are about: sixty niches, each with its own motifs, audiences and styles."""

from dataclasses import dataclass
from functools import cache

# One niche is two lines: name | what it is printed on | for whom, then motifs | styles.
_TABLE = """
retro camping | outdoors | weekend campers, scout leaders, campground hosts
campfire, canvas tent, marshmallow, lantern, folding chair, enamel kettle, tin canteen | vintage, distressed, groovy
mushroom forager | outdoors | foragers, fungi fans, woodland walkers
chanterelle, morel, fly agaric, spore print, wicker basket, toadstool, mycelium | botanical, linocut, cottage
wild swimming | outdoors | cold water swimmers, lake dippers, early birds
lake dip, bobble hat, tow float, woolly socks, chattering teeth, lido, river bend | watercolor, minimalist, hand-drawn
trail running | outdoors | ultra runners, hill runners, running partners
muddy shoes, ridgeline, switchback, head torch, hydration vest, checkpoint, scree | bold, minimalist, geometric
desert road trip | outdoors | road trippers, sunset chasers, photographers
saguaro, mesa, roadside diner, tumbleweed, canyon, dusty highway, motel sign | vintage, groovy, halftone
van life | outdoors | van dwellers, digital nomads, surf couples
camper van, roof rack, fairy lights, fold-out bed, gas stove, open road, solar panel | groovy, hand-drawn, pastel
rock climbing | outdoors | climbers, belay partners, gym regulars
chalk bag, carabiner, granite crack, belay, crimp hold, sending day, rope coil | bold, geometric, distressed
fly fishing | outdoors | anglers, fishing dads, river guides
rainbow trout, dry fly, waders, tippet, riverbank, casting loop, mayfly hatch | vintage, linocut, hand-drawn
birdwatching | outdoors | birders, backyard birdwatchers, retirees
chickadee, binoculars, field guide, warbler, life list, heron, nuthatch | watercolor, botanical, minimalist
stargazing | outdoors | amateur astronomers, night owls, science kids
telescope, constellation, meteor shower, nebula, crescent moon, dark sky, orbit | celestial, minimalist, art deco
canoe tripping | outdoors | paddlers, lake families, portage veterans
paddle, portage, birch bark, loon call, northern lake, bow seat, map case | vintage, linocut, distressed
beachcombing | outdoors | beachcombers, shell collectors, coast dwellers
sea glass, driftwood, sand dollar, tide line, whelk, beach pebble, kelp | watercolor, pastel, botanical
houseplant hoarder | garden | plant parents, apartment gardeners, plant shop regulars
monstera, pothos, propagation jar, terracotta pot, leaf node, grow light, prayer plant | botanical, boho, line art
vegetable gardener | garden | allotment holders, homesteaders, kitchen gardeners
heirloom tomato, compost heap, runner bean, seed packet, beetroot, garden fork, courgette | linocut, botanical, cottage
beekeeping | garden | beekeepers, honey sellers, pollinator friends
honeycomb, smoker, queen bee, hive box, clover honey, swarm, bee veil | vintage, line art, geometric
backyard chickens | garden | chicken keepers, farm girls, smallholders
coop, speckled hen, egg basket, rooster, scratch grain, feather, broody hen | cottage, cute, folk art
bonsai keeper | garden | bonsai growers, patient gardeners, zen seekers
juniper, shallow tray, wire wrap, pruning shears, moss carpet, tiny maple, root spread | minimalist, line art, linocut
cut-flower garden | garden | florists, flower farmers, wedding planners
dahlia, sweet pea, ranunculus, zinnia, snapdragon, flower bucket, garden twine | watercolor, cottage, pastel
sourdough baker | kitchen | home bakers, bread nerds, bakery crews
starter jar, crumb shot, scoring blade, banneton, boule, levain, dutch oven | line art, vintage, typographic
hot sauce lover | kitchen | chili heads, taco fans, grill cooks
habanero, ghost pepper, scotch bonnet, fermented chili, hot wing, sauce bottle, burning tongue | bold, groovy, halftone
coffee roasting | kitchen | baristas, home roasters, morning people
roast profile, pour over, portafilter, coffee cherry, burr grinder, crema, cupping spoon | minimalist, vintage, line art
loose-leaf tea | kitchen | tea drinkers, book club hosts, aunties
oolong, teapot, matcha whisk, steeping, chamomile, tea tin, samovar | watercolor, cottage, art deco
backyard barbecue | kitchen | pitmasters, grill dads, neighborhood cooks
brisket, offset smoker, hickory chunk, tongs, pork ribs, dry rub, cast iron | distressed, bold, typographic
home brewing | kitchen | home brewers, ale drinkers, garage brewers
hop cone, mash tun, carboy, barley malt, airlock, porter, bottle cap | vintage, distressed, linocut
cheese board host | kitchen | party hosts, cheese mongers, wine friends
aged gouda, brie wheel, fig jam, cornichon, cheese knife, olive dish, blue vein | line art, cute, art deco
ramen night | kitchen | noodle fans, late snackers, college students
ramen bowl, soft egg, chopsticks, nori sheet, noodle slurp, narutomaki, broth steam | pixel art, cute, bold
night-shift nurse | work | night nurses, nursing students, ward friends
stethoscope, night ward, vital signs, scrubs, cold coffee, moonlit hallway, call bell | typographic, cute, pastel
kindergarten teacher | work | kindergarten teachers, classroom aides, preschool staff
crayon, story rug, finger paint, alphabet, glue stick, counting bear, nap mat | cute, pastel, groovy
school librarian | work | librarians, media specialists, library volunteers
library card, date stamp, book cart, card catalog, reading nook, overdue notice, bookend | typographic, vintage, cottage
long-haul trucker | work | truck drivers, trucker families, owner operators
big rig, chrome stack, truck stop, logbook, air horn, eighteen wheels, sleeper cab | distressed, vintage, bold
welding shop | work | welders, fabricators, pipefitters
welding helmet, molten bead, arc flash, steel beam, grinder sparks, torch, weld gloves | bold, distressed, halftone
software debugger | work | programmers, data engineers, desk setup fans
semicolon, rubber duck, stack trace, null pointer, hotfix, dark mode, coffee loop | typographic, pixel art, minimalist
volunteer firefighter | work | firefighters, fire families, station crews
fire helmet, hose line, ladder truck, pager tone, turnout gear, hydrant, dalmatian | distressed, bold, vintage
dental hygienist | work | dental hygienists, dental students, tooth nerds
molar, floss, toothbrush, smile line, mint rinse, wisdom tooth, tooth chart | cute, pastel, typographic
veterinary technician | work | vet techs, vet students, shelter staff
paw print, recovery cone, bandage wrap, pet carrier, thermometer, puppy exam, treat jar | cute, typographic, hand-drawn
quilting bee | craft | quilters, sewing guilds, grandmas
log cabin block, fat quarter, rotary cutter, quilt hoop, binding clip, patchwork, thimble | folk art, cottage, geometric
crochet circle | craft | crocheters, yarn hoarders, granny square fans
yarn ball, crochet hook, granny square, skein, stitch marker, blanket wip, pom pom | cute, groovy, boho
pottery studio | craft | potters, ceramics students, glaze chemists
kiln, clay wheel, glaze drip, bisque, slip trail, stoneware, throwing ribs | boho, minimalist, line art
woodworking shop | craft | woodworkers, garage makers, handy dads
dovetail, hand plane, sawdust, workbench, chisel, walnut slab, wood shaving | vintage, linocut, distressed
film photography | craft | analog photographers, darkroom printers, art students
film canister, light meter, contact sheet, darkroom, shutter dial, grain, rangefinder | halftone, minimalist, vintage
urban sketching | craft | sketchers, travel artists, architecture fans
sketchbook, ink wash, fountain pen, street corner, rooftop, paint pan, folding stool | watercolor, hand-drawn, line art
letter writing | craft | pen friends, stationery lovers, postcard swappers
wax seal, envelope, ink bottle, postage stamp, airmail stripe, nib, writing desk | vintage, cottage, typographic
rescue greyhound | animals | greyhound owners, foster homes, sighthound fans
greyhound, roaching, zoomies, martingale, long snoot, couch nap, racing ears | line art, minimalist, cute
dachshund parent | animals | dachshund moms, dachshund dads, small dog people
wiener dog, short legs, blanket burrow, long body, puppy eyes, squeaky toy, badger heart | cute, groovy, line art
black cat household | animals | cat moms, cat dads, witchy friends
black cat, moon phase, whisker, window perch, cat toe beans, velvet paw, yellow eyes | celestial, cute, boho
goat farmer | animals | goat keepers, farm families, cheese makers
nubian goat, kid goat, hay bale, milking stand, goat bell, pasture gate, headbutt | folk art, cute, vintage
axolotl keeper | animals | axolotl owners, aquarium keepers, odd pet fans
axolotl, gill fluff, aquarium, bubble stream, water lizard, bloodworm snack, tiny hands | pixel art, cute, pastel
horse stable | animals | horse girls, barn moms, riding instructors
saddle, braided mane, hoof pick, barn aisle, dressage, horseshoe, bridle | watercolor, vintage, boho
pickleball | sport | pickleball players, doubles partners, club seniors
dink shot, kitchen line, paddle grip, doubles court, soft volley, third shot, court shoes | bold, groovy, typographic
roller derby | sport | derby players, jammers, derby referees
quad skates, jammer helmet, knee pads, toe stop, skate wheels, track rash, blocker | bold, halftone, groovy
disc golf | sport | disc golfers, park league players, putting partners
chain basket, long drive, putter disc, tee pad, hyzer, wooded fairway, ace run | geometric, bold, groovy
rowing crew | sport | rowers, coxswains, regatta parents
oar blade, coxswain, erg test, boathouse, catch and drive, regatta, sculling | vintage, geometric, minimalist
gravel cycling | sport | gravel riders, bikepackers, bike mechanics
gravel bike, drop bars, dusty socks, chain lube, handlebar bag, backroad, tire tread | minimalist, halftone, distressed
powerlifting | sport | lifters, strength coaches, gym partners
deadlift, barbell, squat rack, bumper plate, chalk cloud, lifting belt, personal best | bold, typographic, distressed
chess club | games | chess players, school clubs, puzzle solvers
gambit, knight fork, checkmate, chess clock, rook, endgame, pawn storm | art deco, geometric, minimalist
tabletop dice | games | game masters, bard players, game night hosts
twenty-sided die, dungeon, rule book, critical hit, dragon hoard, tavern brawl, initiative | pixel art, vintage, bold
banjo picking | music | banjo players, bluegrass fans, porch musicians
banjo, fingerpick, porch jam, clawhammer, five strings, mountain tune, fiddle duo | folk art, vintage, distressed
vinyl collector | music | record collectors, crate diggers, audio nerds
turntable, record sleeve, needle drop, crate dig, liner notes, forty-five, stylus | groovy, art deco, halftone
fossil hunter | science | fossil hunters, museum volunteers, dinosaur kids
ammonite, trilobite, rock hammer, dig site, jurassic cliff, dinosaur egg, amber bug | linocut, vintage, hand-drawn
marine biology | science | marine biologists, reef divers, ocean kids
octopus, jellyfish, coral reef, plankton net, whale song, tide pool, nautilus | watercolor, botanical, celestial
"""


@dataclass(frozen=True)
class Niche:
    name: str
    theme: str
    audiences: tuple[str, ...]
    motifs: tuple[str, ...]
    styles: tuple[str, ...]


@cache
def niches() -> tuple[Niche, ...]:
    lines = _TABLE.strip().splitlines()
    return tuple(_niche(head, body) for head, body in zip(lines[::2], lines[1::2], strict=True))


def _niche(head: str, body: str) -> Niche:
    name, theme, audiences = (part.strip() for part in head.split("|"))
    motifs, styles = (part.strip() for part in body.split("|"))
    return Niche(name, theme, _listed(audiences), _listed(motifs), _listed(styles))


def _listed(written: str) -> tuple[str, ...]:
    return tuple(written.split(", "))
