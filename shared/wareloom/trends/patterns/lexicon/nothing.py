"""Phrases whose words say something else: nobody gives a mug to mother earth."""

NOTHING = """
mother earth, mother nature, mother tongue, mother board, mother of pearl, mother of dragons, mother lode, mother
goose, father time, father christmas, sugar daddy, daddy long legs, who is your daddy, whos your daddy, holy mother,
mother mary, mother teresa, our father, founding father, mother cabinet, mother plant, papa smurf, papa johns, mama
mia, mamma mia, bohemian rhapsody, nana banana, brother printer, brother machine, sister act, sister city, sister
wives, brother in arms, uncle sam, uncle bob, aunt jemima, old wives tale, midwife, trophy wife, baby yoda, baby goat,
baby elephant, baby animal, baby deer, baby bear, baby sloth, baby dragon, baby turtle, baby fox, baby duck, baby
chick, baby breath, babys breath, baby shark, baby back ribs, baby grand, baby boomer, baby powder, baby carrot, baby
sitter, my baby, baby doll dress, baby doll, best man cave, man cave, gingerbread man, snow man, iron man, spider man,
old man, handy man, man in the moon, men in black, x men, wise men, merry men, little women, wonder woman, pretty
woman, women power, woman power, girl power, girl boss, girlboss, cover girl, pin up girl, mean girl, sad girl, bad
girl, golden girl, golden girls, spice girl, good girl, that girl, hot girl summer, it girl, gossip girl, cowgirl,
surfer girl, girl math, girl dinner, good boy, bad boy, beach boys, fan boy, old boy, cow boy, cowboy, po boy, altar
boy, boy band, best boy, oh boy, like a boss, boss babe, boss battle, boss fight, hugo boss, boss level, teachers pet,
doctor who, dr who, strange doctor, doctor strange, nurse shark, nurse log, plague doctor, spin doctor, witch doctor,
table runner, rug runner, stair runner, carpet runner, road runner, blade runner, runner rug, bed runner, runner bean,
front runner, tarot reader, palm reader, card reader, e reader, book reader light, bar code reader, ghost hunter,
bounty hunter, head hunter, treasure hunter, hunter boots, bargain hunter, demon hunter, storm hunter, camper van,
camper trailer, vw camper, camper shoes, van camper, screw driver, golf driver, taxi driver, impact driver, farmers
market, farmer market, farmers tan, local farmer, solar farmer, baker street, bakers dozen, chef knife, chefs knife,
chef hat, chef boyardee, pastry chef knife, artist made, by artist, artist proof, local artist, artist print, nail
artist, makeup artist, tattoo artist, martial artist, artist palette, artist loft, singer machine, doctor sleep, love
doctor, barista machine, coach bag, coach purse, life coach, coach house, stage coach, student loan, veteran owned,
veteran owned business, small family business, family business, family owned, family tree, family recipe, addams
family, royal family, modern family, family guy, family sized, family room, family name sign, family size, friend of
dorothy, man's best friend, mans best friend, friends tv, friends show, friends series, imaginary friend, friend zone,
boyfriend jeans, boyfriend fit, boyfriend shirt style, boyfriend style, girlfriend jeans, grandma chic, grandpa core,
grandma core, grandpa sweater style, mom jeans, dad cap, dad sneaker, dad bod, dad shoe, mom fit, mom jean,
grandmother clock, grandfather clock, daughter of, son of, sons of, prodigal son, rising son, child theme, inner
child, wild child, star child, destinys child, child of god, kids menu, kid rock, kid goat, wedding crashers, royal
wedding march, wedding cake topper only, shotgun wedding, easter island, easter lily, christmas island, christmas
cactus, nightmare before christmas, halloween kills, birthday suit, birthday cake flavor, new year resolution, pride
and prejudice, lion pride, pride of lions, pride rock, santa fe, santa monica, santa barbara, santa cruz, santa ana,
santa clara, santa maria, santa rosa, santa catarina, graduated cylinder, graduated compression, graduate cylinder,
memorial park, memorial stadium, memorial hospital, memorial bridge, noel gallagher, natal chart, birth chart,
independence hall, valentine michael, my bloody valentine, easter time zone, engagement rate, engagement photo,
eternal father, retired number, retirement plan, anniversary edition, not funny, funny bone, funny business, fun size,
fun fact, romance novel, romance book, romance reader, romance author, dark romance, romance bookish, french toast,
inspired by, funny money, cute animal fact, cheeky fit, silly string, silly putty, dark side, dark wood, dark roast,
dark chocolate, dark academia, dark matter, goth rock, haunted mansion, prayer plant, prayer mat, calm sea, magical
realism, magic the gathering, irony board, bold font, bold roast, joke box, classic rock, rocky horror, stairway to
heaven, heaven scent, elegant font, christian dior, christian louboutin, christian name, jesus lizard, black friday,
black sabbath, black metal, black tie, black hole, black sea, black forest, black belt, black lives matter, black
history month, black history, black queen, black girl magic, black girl, black woman, black women, black man, black
men, black king, black excellence, black culture, black magic, black widow, black panther, black coffee, black tea,
black bear, back in black, fade to black, new black, little black dress, black and white photography, black light,
white noise, white house, white water, white christmas, white wine, white tea, white sox, white wolf, white tiger,
white trash, white elephant, white lie, green tea, green day, green bay, green energy, green goblin,
green new deal, go green, green witch, green card, green eyes, blue ridge, blue whale, blue jay, blue jays, blue
heeler, blue moon, blue cheese, blue collar, blue lagoon, blue line, thin blue line, out of the blue, something blue,
blue blood, red panda, red fox, red wine, red rocks, red sox, red cross, red river, red dead, red hat society, red
eye, red flag, red nose reindeer, red carpet, red velvet, red bull, red dwarf, red barn, red wings, code red, paint
the town red, pink floyd, pink panther, pink moon, pink lady, pink flamingo, pink champagne, tickled pink, orange cat,
orange county, orange juice, orange slice, orange blossom, orange peel, orange tree, clockwork orange, orange fruit,
orange tabby, orange is the new black, orange crush, purple heart, purple rain, purple haze, purple reign, yellow
submarine, yellow stone, yellow jacket, yellow lab, yellow brick road, yellow fever, brown bear, brown sugar, brown
eyed girl, brown university, brown skin, brown girl, brown rice, charlie brown, james brown, grey hound, grey's
anatomy, greys anatomy, grey wolf, grey matter, gray wolf, dorian gray, earl grey, grey area, fifty shades of grey,
gold rush, gold fish, gold miner, gold mining, gold digger, gold medal, gold star, gold standard, gold coast, old
gold, gold filled, gold plated, solid gold, 14k gold, 18k gold, golden retriever, golden hour, golden gate, golden
age, golden doodle, golden eagle, golden ratio, golden state, silver lining, silver surfer, silver plated, sterling
silver, silver screen, silver fox, silver lake, silverware, copper mine, mint condition, mint tea, mint julep, mint
chocolate, peppermint, peach state, peach cobbler, peach tree, peach emoji, coral reef, coral sea, coral gables, rose
garden, rose bush, rose wine, olive oil, olive branch, olive tree, olive garden, navy seal, navy seals, us navy, navy
veteran mom, royal navy, navy ship, navy mom, navy dad, navy wife, army navy, ice cream, cream cheese, cream tea,
whipped cream, cream puff, sour cream, cookies and cream, face cream, hand cream, body cream, lavender field, lavender
haze, lavender oil, lavender farm, lilac bush, tan lines, sun tan, ivory coast, ivory tower, violet femmes, copper
river, tin man, film noir, pinot noir, noir film, blanc de blanc, vert ramp, charcoal grill, charcoal drawing,
charcoal mask, charcoal sketch, teal and orange preset, rainbow bridge, coffee cup holder, world cup, cup cake,
cupcake, tea party, cup of tea, cup of coffee, stanley cup, ugly christmas jumper day, phone case mate, just in case,
in case, in case of, sign language, zodiac sign, peace sign, star sign, ring bearer, onion ring, watch out, bird
watch, neighborhood watch, toy story, toy poodle, new jersey, tie breaker, cap guy, hat trick, pin cushion, boot camp,
leopard print, animal print, floral print, zebra print, paw print, hand print, foot print, finger print, block print,
screen print, cheetah print, cow print, snake print, lino print, all over print
"""
