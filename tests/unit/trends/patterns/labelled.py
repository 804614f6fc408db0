"""Titles of our own invention, each with what a person reads in it: colours, tones, occasions and recipients.

They were labelled by meaning and not by the tables; a few are known to be beyond word by word reading, and stay in.
"""

TITLES = """
Funny Orange Cat Mug | tone funny
Orange Mug with Sleeping Cat | colour orange
Rose Gold Hoop Earrings for Her | colour rose gold; recipient women
Rose Garden Canvas Print |
Black Cat Halloween T-Shirt | occasion Halloween
Black T-Shirt with Tiny Cat | colour black
Cat T-Shirt, Black | colour black
Navy Blue Hoodie - Mountain Trail | colour navy
Navy Seal Veteran Tee | recipient veteran
Best Dog Mom Ever Tumbler | recipient dog mom
Mother's Day Gift for Grandma | occasion Mother's Day; recipient grandma
Gift for Mom on Her Birthday | recipient mom; occasion birthday
Mother Earth Botanical Poster |
Mother of the Bride Robe | occasion wedding
Night Shift Nurse Survival Mug | recipient nurse
Nurse Shark Sticker Pack |
Teacher Appreciation Tote Bag | occasion teacher appreciation
Retro Teacher Sweatshirt in Sage Green | recipient teacher; colour sage green
Teacher's Pet Dog Bandana |
Sarcastic Office Mug for Coworker | tone sarcastic; recipient coworker
Motivational Quote Poster for Students | tone inspirational; recipient student
Romantic Anniversary Card for Husband | tone romantic; occasion anniversary; recipient husband
10th Anniversary Edition Vinyl Sleeve |
Wedding Gift for Couple - Personalised Cutting Board | occasion wedding; recipient couples
Class of 2026 Graduation Card | occasion graduation
Graduated Cylinder Chemistry Mug |
Baby Shower Games Printable | occasion baby shower
Baby Goat Sticker |
Baby Onesie with Little Fox | recipient baby
Baby Blue Phone Case | colour light blue
White Noise Lover Poster |
White Ceramic Mug, Fox | colour white
Red Panda Enamel Pin |
Red Hoodie Fox Forest | colour red
Green Tea Ritual Print |
Forest Green Beanie | colour forest green
Hunter Green Throw Pillow | colour forest green
Deer Hunter Flannel Shirt | recipient hunter
Ghost Hunter Club Tee |
Table Runner Boho Linen |
Marathon Runner Finish Line Mug | recipient runner
Gift for Runners - Reflective Cap | recipient runner
Christmas Sweater for Cat Lovers | occasion Christmas; recipient cat lover
Ugly Sweater Svg Cut File | occasion Christmas
Merry Xmas Y'all Towel | occasion Christmas
Father Christmas Wooden Ornament |
Father's Day Grill Apron for Dad | occasion Father's Day; recipient dad
Dad Hat Embroidered Trout |
Girl Dad Tee | recipient girl dad
Girl Power Sticker |
Boys' Dinosaur Pyjamas | recipient boys
Kids Rocket Lamp | recipient kids
Women's Boho Dress | recipient women
Mens Fishing Shirt | recipient men
Man Cave Metal Sign |
Iron Gym Poster for Men | recipient men
Little Women Book Quote Tote |
St. Patrick's Day Shamrock Tee | occasion St. Patrick's Day
Easter Bunny Basket Tag | occasion Easter
Easter Island Statue Print |
Thanksgiving Table Sign | occasion Thanksgiving
Fourth of July Picnic Blanket | occasion Independence Day
4th of July Tank Top | occasion Independence Day
Hanukkah Candle Menorah Card | occasion Hanukkah
Eid Mubarak Banner | occasion Ramadan
Diwali Lantern Set | occasion Diwali
Pride Month Rainbow Flag | occasion Pride
Pride and Prejudice Book Mug |
Retirement Gift for Nurse | occasion retirement; recipient nurse
Happily Retired Fishing Mug | occasion retirement
Housewarming Gift - Linen Candle | occasion housewarming
Valentine Card Funny Avocado | occasion Valentine's Day; tone funny
Galentine's Brunch Mug | occasion Valentine's Day
New Year Countdown Poster | occasion New Year
Back to School Pencil Pouch | occasion back to school
First Communion Keepsake Box | occasion christening; tone sentimental
Bridesmaid Proposal Box | occasion wedding; recipient bridesmaid
Bachelorette Party Cups | occasion bachelorette
Bride Squad Tee in Hot Pink | occasion bachelorette; recipient bride; colour hot pink
Spooky Season Ghost Mug | tone spooky; occasion Halloween
Creepy Cute Bat Plush | tone spooky; tone cute
Kawaii Frog Sticker | tone cute
Hilarious Fishing Mug for Grandpa | tone funny; recipient grandpa
Dad Joke Loading Tee | tone funny
This Is Not Funny Poster |
Funny Bone Doctor Mug | recipient doctor
Doctor Who Loves Cats Mug | recipient doctor
Cheeky Birthday Card for Best Friend | tone sarcastic; occasion birthday; recipient best friend
Faith Over Fear Bible Verse Mug | tone religious
In Loving Memory Cardinal Ornament | tone sentimental
Peaceful Lake Morning Print | tone calm
Keep Calm and Purl On Mug |
Dark Blue Denim Jacket | colour blue
Dark Academia Library Poster |
Gothic Raven Candle | tone dark
Vintage Camping Tee, Mustard Yellow | colour yellow
Honey Mustard Recipe Towel |
Lavender Field Landscape Print |
Lavender Colored Tote Bag | colour lavender
Hoodie in Lavender | colour lavender
Olive Green Trucker Hat | colour olive
Olive Branch Wall Art |
Mint Condition Record Club Tee |
Mint Green Mug | colour mint
Peach Cobbler Recipe Card |
T-Shirt in Peach | colour peach
Golden Retriever Dad Mug | recipient dad
Golden Hour Beach Print |
Gold Miner Country Western Tee |
Gold Necklace with Moon | colour gold
Silver Ring Snake | colour silver
Silver Lining Cloud Print |
Blue Whale Nursery Print |
Royal Blue Crewneck Sweatshirt | colour blue
Blue Jays Feeder Guide |
Pink Flamingo Beach Towel |
Blush Pink Baby Blanket | colour pink; recipient baby
Purple Haze Guitar Print |
Purple Yoga Mat | colour purple
Brown Bear Cabin Sign |
Brown Leather Wallet Bag | colour brown
Charcoal Grill Master Apron | recipient chef
Charcoal Grey Beanie | colour grey
Earl Grey Tea Mug |
Black and White Cat Portrait |
Black, White and Red Scarf Poster | colour black; colour white; colour red
Multicolor Macrame Keychain | colour multicolour
Teal Water Bottle | colour teal
Ivory Lace Dress | colour cream
Cherry Print Dress |
Burgundy Velvet Scrunchie | colour burgundy
Coral Reef Diver Tee |
Turquoise Bracelet | colour teal
Dog Lover Tea Towel | recipient dog lover
Cat Dad Socks | recipient cat dad
Plant Lady Tote | recipient plant lover
Gift for Bookworms: Reading Nook Candle | recipient reader
Book Lover Sweatshirt | recipient reader
Librarian Cardigan Pin | recipient librarian
Firefighter Wife Tee | recipient firefighter; recipient wife
Truck Driver Thermos | recipient truck driver
Screw Driver Set Bag |
Electrician Gift Idea, Funny Wire Mug | recipient electrician; tone funny
Farmer's Market Tote |
Farmer Tractor Cap | recipient farmer
Beekeeper Honey Label | recipient beekeeper
Software Engineer Debugging Mug | recipient engineer
Coach Gift - Soccer Whistle Ornament | recipient coach
Veterinarian Paw Stethoscope Tee | recipient veterinarian
Veteran Owned Coffee Sign |
Aunt Mug - Best Auntie Ever | recipient aunt
Uncle Sam Parade Hat |
Gift for Sister from Sister | recipient sister
Sister Act Choir Poster |
Boyfriend Jeans Patch |
Gift for Boyfriend, Leather Keychain | recipient boyfriend
Mother-in-Law Tea Cup | recipient mother-in-law
New Mom Survival Kit Mug | recipient new mom
Mom Jeans High Waist |
Soccer Mom Tumbler | recipient sports mom
Like a Boss Pencil Case |
Gift for Boss and Colleagues | recipient boss; recipient coworker
Introvert Club Hoodie | recipient introvert
Taza divertida para papá | tone funny; recipient dad
Camiseta negra para mujer | colour black; recipient women
Regalo de cumpleaños para mamá | occasion birthday; recipient mom
Tasse zum Muttertag für Oma | occasion Mother's Day; recipient grandma
Lustiges T-Shirt für Lehrer | tone funny; recipient teacher
Geburtstagsgeschenk für Männer | occasion birthday; recipient men
Mug rigolo pour maman, fête des mères | tone funny; recipient mom; occasion Mother's Day
Affiche cadeau Noël pour enfants | occasion Christmas; recipient kids
Caneca para professora | recipient teacher
Camiseta preta dia dos pais | colour black; occasion Father's Day
Kaos hitam ulang tahun | colour black; occasion birthday
Mug lucu untuk ibu, hari ibu | tone funny; recipient mom; occasion Mother's Day
Santa Fe Desert Print |
Santa Claus Cookie Plate Towel | occasion Christmas
Proud Dad of a Graduate Tee | tone proud; recipient dad; occasion graduation
I Love You to the Moon Print | tone romantic
Gamer Wall Sign | recipient gamer
Red Wine and Good Books Mug |
Fox Mug Blue Fox |
Blue Fox Mug |
Hot Mess Mama Tee | recipient mom
Yellow Submarine Bath Mat |
Navy Mom Bumper Sticker |
Rainbow Bridge Pet Memorial Stone | tone sentimental
"""


def labelled() -> list[tuple[str, set[tuple[str, str]]]]:
    rows = (line.partition("|") for line in TITLES.strip().splitlines())
    return [(title.strip(), {_said(one) for one in said.split(";") if one.strip()}) for title, _, said in rows]


def _said(one: str) -> tuple[str, str]:
    kind, _, value = one.strip().partition(" ")
    return kind, value
