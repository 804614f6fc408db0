"""Words of listings that say what something is made as rather than which one it is, in the languages of the shops.

Written as `listings` spell them, lower case and without diacritics. One line is one meaning: its first word names it.
"""


def _lines(table: str) -> dict[str, str]:
    """Every spelling, and the name that it stands for."""
    meanings = [[word.strip() for word in line.split(",")] for line in table.strip().splitlines()]
    return {spelling: words[0] for words in meanings for spelling in words}


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


KINDS = _lines("""
tee, t shirt, tshirt, shirt, graphic tee, camiseta, maglietta, kaos, koszulka, playera, remera, tricko
hoodie, hooded sweatshirt, pullover hoodie, kapuzenpullover, sweat a capuche, felpa con cappuccio, sudadera con capucha
sweatshirt, crewneck, sweater, jumper, felpa, sudadera
tank top, tank, singlet
mug, coffee mug, ceramic mug, tasse, kaffeetasse, becher, taza, tazza, kopje, mok, kubek, caneca
tumbler, travel mug, thermobecher
poster, wall art print, wall art, art print, wandbild, affiche, lamina, manifesto, plakat
canvas print, leinwand, leinwandbild, toile
tote, tote bag, canvas tote, shopper, stoffbeutel, jutebeutel, sac fourre tout, bolsa de tela, borsa di tela
phone case, slim phone case, handyhulle, coque, funda, cover iphone
sticker, decal, aufkleber, autocollant, pegatina, adesivo
cap, baseball cap, kappe, casquette, gorra, cappellino
beanie, mutze, bonnet, gorro
pillow, cushion, throw pillow, kissen, coussin, cojin, cuscino
blanket, throw blanket, decke, couverture, manta, coperta
apron, schurze, tablier, delantal, grembiule
notebook, journal, notizbuch, carnet, cuaderno, taccuino
keychain, keyring, schlusselanhanger, porte cle, llavero, portachiavi
socks, sock, socken, chaussette, calcetines, calzini
card, greeting card, postcard, grusskarte, postkarte
bottle, water bottle, trinkflasche, gourde, botella, borraccia
mousepad, mouse pad, mauspad
onesie, bodysuit, baby body
svg, cut file, digital download, png file
""")

COLOURS = _lines("""
black, schwarz, noir, negro, nero, zwart, hitam, jet black
white, weiss, blanc, bianco, blanco, wit, putih, natural white
red, rot, rouge, rojo, rosso, rood, merah, cardinal
blue, blau, bleu, azul, blu, blauw, biru, royal blue
navy, navy blue, marine, heather navy, marineblau
green, grun, vert, verde, groen, hijau
forest green, dark green, bottle green
yellow, gelb, jaune, amarillo, giallo, geel, kuning
mustard, senfgelb, moutarde
orange, naranja, arancione, oranje
pink, rosa, rose
dusty rose, altrosa
purple, lila, violet, violett, viola, morado, lilac
grey, gray, grau, gris, grigio, grijs, ash grey, heather grey, sport grey, charcoal
brown, braun, marron, marrone, bruin, rust
beige, sand, cream, creme, speckled cream, natural, ivory
sage, salbei
clear, transparent
black frame
oak frame
black handle
blue handle
""")

SIZES = _lines("""
xs, extra small
s, small
m, medium
l, large
xl, extra large, x large
2xl, xxl
3xl, xxxl
4xl, xxxxl
5xl
""")

PEOPLE = _lines("""
men, man, mens, herren, manner, homme, hombre, hombres, uomo, heren, male, for him
women, woman, womens, damen, frauen, femme, mujer, mujeres, donna, dames, female, lady, ladies, for her
kids, kid, children, child, boys, girls, youth, kinder, enfant, ninos, bambini, toddler
baby, babies, infant, newborn, saugling, bebe, neonato
unisex, unisexe
""")

STYLES = _lines("""
vintage, retro, distressed, worn
minimalist, minimal, line art, one line
watercolor, watercolour, aquarell, aquarelle, acuarela
botanical, floral
geometric
linocut, woodcut
typographic, typography
halftone, comic, pop art
groovy, psychedelic, hippie
boho, bohemian
pastel, kawaii
celestial
cottage, cottagecore, folk art
pixel art
art deco
""")
"""One design is drawn in one of them. What is merely said to be cute or bold may be any."""

ORDINARY = _words("""
a an and the of with for in on to or from by at is it be my your our you me we i
der die das ein eine und mit fur von im zu als
le la les un une et avec pour de du des en dans
el los las una y con para del il lo gli per di e o
het van met voor een op
""")
"""They hold a title together and say nothing."""

NOISE = _words("""
free shipping versandkostenfrei livraison gratuite envio gratis spedizione gratuita ongkir cod ready stock stok
new neu nouveau nuevo nuovo sale hot deal deals offer promo discount limited edition official store shop original
genuine authentic bestseller best seller selling trending viral popular top quality premium high fast delivery
ship ships shipped usa uk eu import local instock available wholesale murah terlaris fyp tiktokmadebuyit
""")
"""What sellers say of any product."""

GENERIC = _words("""
gift gifts present idea ideas geschenk geschenkidee cadeau idee regalo hadiah kado lover lovers fan fans funny cute
cool awesome great lustig lustige drole divertido divertente design designs print printed style themed theme graphic
vintage retro minimalist classic modern aesthetic boho rustic handmade custom personalized personalised novelty
unique birthday christmas xmas holiday halloween mother father mom mum dad mama papa day her him friend family
cotton soft ceramic paper decor home art wall clothing apparel fashion outfit wear short sleeve round neck
bag coffee tea kitchen office work gear
bold distressed groovy botanical watercolor geometric linocut typographic cottage pastel halftone illustration
""")
"""True of many products: it counts a little."""
