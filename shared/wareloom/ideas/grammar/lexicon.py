"""What is irregular or particular about English words, as far as short phrases on merchandise need it."""


def _listed(table: str) -> frozenset[str]:
    return frozenset(table.split())


_IRREGULAR = """
ache/aches aircraft/aircraft auntie/aunties axe/axes birdie/birdies bison/bison brownie/brownies bus/buses cache/caches
cactus/cacti cake/cakes calf/calves canoe/canoes case/cases cave/caves cheese/cheese cherry/cherries child/children
cookie/cookies deer/deer die/dice dove/doves echo/echoes elf/elves elk/elk fish/fish foot/feet fungus/fungi gas/gases
genie/genies glove/gloves goalie/goalies goose/geese groove/grooves half/halves headache/headaches hero/heroes
hive/hives hoe/hoes hoodie/hoodies hoof/hooves horse/horses hose/hoses house/houses knife/knives kudzu/kudzu leaf/leaves
lens/lenses life/lives loaf/loaves man/men mango/mangoes moose/moose mouse/mice moustache/moustaches movie/movies
niche/niches nose/noses nurse/nurses olive/olives ox/oxen person/people pie/pies pony/ponies potato/potatoes
quiche/quiches quiz/quizzes rose/roses salmon/salmon scarf/scarves selfie/selfies series/series sheep/sheep
shelf/shelves shoe/shoes shrimp/shrimp sleeve/sleeves smoothie/smoothies species/species squid/squid stove/stoves
thief/thieves tie/ties toe/toes tomato/tomatoes tooth/teeth trout/trout vase/vases wave/waves wife/wives wolf/wolves
woman/women zombie/zombies
"""
IRREGULAR: dict[str, str] = {one: many for one, _, many in (pair.partition("/") for pair in _IRREGULAR.split())}

# Head words that are not counted: said without “a”, never in the plural.
MASS = _listed("""
adrenaline advice aerobics agility air ale algebra amber anatomy anime archery art astronomy athletics autumn awareness
bacon bait ballet bamboo barbecue bark barley baseball basketball bbq beef beer beeswax biology bisque blood bluegrass
bourbon brass bread brie brisket broccoli broth bubblegum bubbly buckwheat butter caffeine calm camo camping cannabis
canvas carbon cardio care caviar ceramics chalk chamomile chaos charcoal cheddar cheese chemistry chess chili chocolate
christmas cider cinnamon clay clover coal code coffee compost confetti coral cosplay cotton courage craft cream crema
cribbage cricket crochet curry cyan dance darkness data dawn decor denim derby disco dough drama dressage driftwood dub
dusk dust education electricity embroidery empowerment entertainment equipment espionage espresso fabric faith fantasy
felt fiction film fitness flannel floss flour fluff fog foliage folk food football freedom fruit fun funk fur garlic
gear geography geology gin ginger glamour glass glitter glow glue gold golf gossip goth gothic gouda grain granite
graphite grass gratitude gravel grease grime grit grunge gymnastics hair halloween happiness hardware hay health hemp
heritage history hockey homework honey horror hospitality housework hummus humor hygge ice independence initiative ink
insulin iron ivy jam jazz judo juice kale karaoke karate kawaii kefir kelp keto kimchi kombucha lace lacquer lager lava
lavender leather levain life lightning linen lingo linguistics literature logic love lube luck luggage lumber machinery
magic mahjong malt marble matcha math mathematics mayhem meat medicine meditation metal milk minimalism mint mischief
money moonlight moonshine moss motivation mud mulch muscle music mustard mycelium mythology nature neon nitro nonsense
nori nostalgia nutrition oak oatmeal oil oolong origami paint paper parkour pasta pastry patchwork patience peace
pepperoni petrol philosophy photography physics pi pickleball pizza plankton plaster plywood poetry poker polo popcorn
porcelain pork porridge pothos pottery powder pride propane protein psychology punk quartz quiet rain ramen reggae resin
retirement rhubarb rice romance rosin rub rubber rugby rum rust sage salsa salt sand sanity sap sarcasm sass sauce
sawdust scenery science scree seafood seaweed serenity shade silence silk silver ska skincare slang sleep sleet slime
slip smoke snow soap soccer softball software soil sorcery soul soup sourdough spaghetti spam steak steam steel
stoneware stuff sugar sun sunlight sunscreen sunshine surf sushi swagger sweat tar tartan tea technology tempeh tempura
tennis thread thunder thyme timber time tinsel tofu traffic trash trivia tulle tundra turf twine vanilla varnish velvet
veneer venom vinegar vinyl vodka volleyball wanderlust warmth wasabi water wax weather webbing welding wheat whiskey
whisky wildlife wine winter wisdom wit wood wool work wrestling yarn yeast yoga zen
""")
MASS_ENDINGS = (
    "core",
    "ism",
    "ness",
    "ware",
    "wood",
    "dust",
    "ology",
    "hood",
    "ography",
    "work",
    "ball",
    "mancy",
    "ery",
)
NOT_MASS = _listed("""
artery artwork bakery battery brewery cannonball cemetery clockwork eatery encore eyeball fireball firework fishery
furball gallery grocery hairball meatball mystery nursery score snowball surgery
""")
# Said in the plural only: “scrubs are”, never “a scrub”.
PLURAL_ONLY = _listed("""
antics beans binoculars boxers children dice feet folk geese glasses gloves goggles headphones hijinks jeans leggings
men mice notes odds outdoors overalls pajamas pants people pliers scissors scrubs shears shenanigans shorts signs snacks
sunglasses suspenders teeth tights tongs tweezers vibes waders women zoomies
""")
SINGULAR_IN_S = _listed("""
abacus aerobics always asparagus athletics atlas bass bliss bonus boss brass bus business cactus campus canvas ceramics
chaos chess christmas circus citrus class compass cosmos crocus cross dress express fitness focus fortress gas genetics
genius glass goddess grass gymnastics happiness harness hibiscus hippopotamus iris kiss lens linguistics lotus madras
mathematics mattress mess moss narcissus nautilus news octopus pegasus physics platypus politics pothos press princess
robotics status success swiss tennis triceratops virus waitress walrus wilderness witness
""")
# They end as doings do, and are things.
GERUND_LOOKALIKES = _listed("""
building bunting casting ceiling clothing crossing darling dressing duckling dumpling earring evening filling frosting
gosling herring icing king landing lightning morning painting paving pudding railing ring sapling seedling shaving
sibling siding sling spring starling sterling sting string stuffing swing thing topping underling viking wedding
wellbeing wing
""")
# People that their endings do not give away, and endings that are no people.
AGENTS = _listed("""
addict aide artist astronomer athlete aunt auntie aunties babe baker bard barista bestie biologist boss boy boyfriend
bride bro brother buff captain caver champion chef chemist chief clerk coach cook cop couple coxswain cyclist dad daddy
daughter detective doctor dude dweller engineer enthusiast expert fan fanatic father friend gal geek gigi girl
girlfriend goddess godfather godmother goer goth grandfather grandma grandmother grandpa granny groom guru guy hero host
hostess husband hygienist kid king lady legend librarian lord lover mama man mechanic medic mentor mimi mom mommy monger
mother mum musician nana nanny neighbor nerd newbie nomad nurse owner papa papaw paramedic parent partner person
photographer pilot pro pup queen ringer rookie scientist scout senior sister snob soldier son specialist student surgeon
swapper teacher tech technician therapist twin uncle vet veteran volunteer wife witch wizard woman
""")
NOT_AGENTS = _listed("""
anchor armor badger banner beaver beer binder blazer blender boulder bumper burger burner butter buzzer canister center
chamber charger checker chopper cider cleaver clipper clover color computer container cooker cooler copper corner
counter cover cracker cruiser cucumber cutter danger decor deer dinner dipper door drawer dresser error fender fever
fiber filter finger flavor floor flower folder freezer fryer gator ginger glacier glitter grinder hammer hanger harbor
heater helicopter holder holster humor jumper kicker lacquer ladder laser lavender layer leather letter lever lighter
liner liter litter locker lumber manor marker matter meter mirror mixer monitor motor mower number odor otter oyster
panther paper peeler pepper planner planter plaster platter plover poker popper porter poster powder printer propeller
quarter radar razor reactor reminder ribbon river roaster roller rooster router rubber rudder ruler saber saucer scanner
scooter screwdriver sensor setter shaker shelter shoulder shower shutter silver slider slipper smoker sneaker soccer
spanner spatter spider spoiler sprinkler stapler starter steamer sticker stinger stroller sugar summer sweater terror
thunder tiger timber toaster toner tower tractor trailer transistor trigger trimmer tumbler twister udder vapor vector
viewer viper visor wafer water weather whisker winter wiper wrapper zipper
""")
# What such a person does it to comes first: “sourdough baker”, “vinyl collector”.
DO_IT_TO_SOMETHING = _listed("""
addict baker breeder brewer buff carver collector dad dealer enthusiast fan fanatic farmer forager gardener geek girl
grower guy hoarder hunter keeper lady lover maker mama mom nerd owner papa parent person picker player rescuer rider
roaster seller snob spotter watcher whisperer writer
""")
DO_IT_ING = _listed("""
carving collecting farming foraging growing hoarding hunting keeping making picking rescuing riding roasting spotting
watching writing
""")
# Whom a niche brings together: what they do or keep comes first.
GROUPS = _listed("""
academy association bee circle class club collective community company crew crowd department family fandom gang group
guild house household league lodge party shop society squad stable studio team troop union workshop
""")
PLAYED = _listed("""
badminton chess cribbage cricket darts derby golf hockey mahjong poker polo rugby soccer tennis
""")
# Doing words whose short form everybody says: “I forage”, and who does it: the forager.
VERBS = _listed("""
bake barbecue bike bird bowl box brew camp canoe carve climb code cook crochet cycle dance debug dig dive draw drive
embroider explore farm ferment fish fly forage game garden golf grill hike hunt juggle kayak knit lift march nap paddle
paint pickle picnic plant play putt quilt race read ride roam roast row run sail sculpt sew shoot sing skate skateboard
sketch ski smoke snorkel snowboard solder spin sprint stargaze stitch stretch surf swim teach thrift tinker trek truck
wander weave weld whittle wrestle write
""")
AGENT_OF = {"cycle": "cyclist", "barbecue": "pitmaster", "bird": "birder", "ski": "skier", "canoe": "canoeist"}
ANIMALS = _listed("""
alpaca axolotl badger bat beagle bear beaver bee bird bison bulldog bunny butterfly calf capybara cat chick chickadee
chicken chihuahua chinchilla cockatiel collie corgi cow crab cricket crow dachshund dalmatian deer dino dinosaur dog
doggo dolphin donkey doodle dragon duck duckling eagle elephant elk ewe falcon ferret fish flamingo fox frenchie frog
gecko gerbil giraffe goat goldendoodle goose gorilla greyhound guinea-pig hamster hare hawk hedgehog hen heron highland-
cow hippo horse husky iguana jaguar jellyfish kangaroo kitten kitty koala labrador lamb lemur leopard lion lizard llama
lobster loon lynx magpie manatee mantis meerkat mole monkey moose mouse mule narwhal newt nuthatch octopus opossum
orangutan orca ostrich otter owl ox panda panther parrot peacock pelican penguin pheasant pig pigeon piglet pitbull
platypus pony poodle porcupine possum puffin pug puppy quail rabbit raccoon ram rat raven retriever robin rooster
salamander schnauzer shark sheep shepherd sloth snail snake spaniel sparrow squirrel stallion starling stork swan
terrier tiger toad tortoise trex triceratops turkey turtle unicorn vulture walrus warbler weasel whale whippet wolf
wombat woodpecker yak zebra
""")
FOOD = _listed("""
ale bacon bagel baguette banana beer beet beetroot biscuit bonnet boule bourbon bread brew brie brisket broth brownie
burger burrito cake candy carrot chamomile cheese cherry chili chocolate cider cocoa coffee cookie cornichon courgette
crepe croissant cupcake curry donut dumpling espresso fig gin gouda habanero honey hummus ice-cream jerky juice kale
kimchi kombucha latte lemonade levain mango marshmallow matcha mead muffin noodle oatmeal olive onion oolong pancake
pasta pastry pepper pickle pie pierogi pizza popcorn porter potato pretzel pumpkin ramen rib ribs rice rum salsa
sandwich sauce sausage scone smores snack soup sourdough spaghetti steak stew strawberry sushi taco tamale tea toast
tofu tomato truffle waffle whiskey wine wing yogurt
""")
BODY = _listed("""
arm beak bean beard belly body braid brain cheek claw ear elbow eye face feather fin finger foot hair hand head heart
hoof knee leg mane mustache neck nose paw shoulder snoot snout tail teeth toe tongue tooth tusk whisker wing
""")
PLACES = _listed("""
aisle apiary arena attic backroad bakery barn basement beach bench boathouse bookshop booth brewery bridge campfire
campground campsite canyon checkpoint cliff coast coop corner cottage counter court cove creek deck den desert desk
diner dock dungeon fairway farm field forest garage garden gate greenhouse gym hallway harbor heap highway hill hive
island kiln kitchen lake library lido lighthouse market meadow mesa mountain museum nook ocean office orchard pasture
pier platform pond pool porch prairie pub range reef ridge ridgeline river riverbank road rooftop shed shop shore site
stable station studio summit tavern tent track trailhead treehouse ward waterfall woods workbench workshop yard
""")
# Said before nouns, no noun itself; at the head of a niche it says how, not what.
ADJECTIVES = _listed("""
adorable aesthetic amateur ancient angry artsy authentic awesome backyard bad basic beautiful best big black blue boho
bold boozy botanical bright brown busy calm celestial cheap cheerful chill chunky classic clean cold colorful
competitive cool cosy cozy crazy creative creepy cute dainty dark deep delicate distressed dusty easy eclectic elegant
epic eternal extra faded fancy fast fierce floral fluffy foggy folk free fresh funky funny fuzzy gentle geometric giant
golden good gothic gray great green groovy grumpy halftone handmade happy hard heavy high home hot huge indie
inspirational kind large late lazy light linocut little local lonely long loud lovely lucky mad magical maximalist
mellow messy mid mini minimal minimalist modern moody moonlit muddy mystic mystical natural neat neutral new nice odd
old orange organic outdoor outdoorsy oversized pastel perfect personalized pink plain playful plus-size preppy pretty
professional proud purple queer quiet quirky rad rainbow rare raw ready real recreational red relaxed rescue retro
retro-style rough round rural rustic sad sarcastic sassy scary serious shiny shy silly simple sleepy slow small smart
soft sour southern spicy spooky strange strong sunny sweet swift tabletop tall tiny tired trendy trippy typographic ugly
unique unisex urban vegan velvet vibrant vintage virtual volunteer warm watercolor weird western whimsical white
wholesome wild witchy wooden yellow young zen
""")
# Said of what is sold, not of what it is about. At the end of a phrase it is cut off: a fossil tee is a fossil.
MERCH = _listed("""
amazon apparel bday birthday bundle clothes clothing cut-file decal design designs download dtf dtg etsy gift gifts
gildan hoodie hoodies idea ideas jpg merch mug mugs outfit png poster posters present presents printable printables
pullover shirt shirts sticker stickers sublimation svg sweatshirt sweatshirts t-shirt t-shirts tee tees tote totes
tshirt tshirts wall-art xl xmas xxl
""")
# Of what is sold too, but much else besides: dropped where it stands alone or beside what is sold.
WARES = _listed("""
adult adults art baby bag bags best boys case cases collection color colors colour cotton crewneck custom digital girls
graphic graphics handmade hat hats her him item items kids ladies men mens new oversized pack personalized phone print
prints product products sale seller set shop size sizes store style sweater them toddler top tops trending unisex wear
women womens youth
""")
STYLES = _listed("""
aesthetic artsy boho botanical celestial cottage cute distressed folk funny geometric groovy halftone hand-drawn kawaii
line-art linocut minimal minimalist pastel preppy retro sarcastic trendy typographic typography vintage watercolor
watercolour whimsical y2k
""")
# Where a long phrase is cut.
SPLITTERS = _listed("""
& + , / : ; a always an and are as at be because but by ever for from i if im in is it its it’s i’m just like love loves
loving matters my never no not of on or our since than that the their they this to we when where who whose with without
you your |
""")
ACRONYMS = _listed("""
3d 8k adhd atv bbq bmx ceo cnc cpr crt csi diy dj dna dnd dslr emt er fbi fps hiit hr hvac icu led lgbtq mma mri mtb
nasa nicu nyc ocd pcr pe phd pnw pov ptsd rc rn rpg rv sql sup suv tv ufo usa uv va vhs vip vr wfh wip
""")
