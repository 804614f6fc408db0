"""Colours. What is also a flower, a fruit or a metal has a question mark, and most of all are two."""

COLOURS = """
black: jet black, schwarz, schwarze, schwarzer, noir?, negro?, negra?, preto, preta, hitam, nero?, nera?, zwart
white: off white, weiß, weiss, blanc?, blanche?, blanco, blanca, branco, branca, putih, bianco, bianca?, wit?
grey: gray, heather grey, heather gray, charcoal, charcoal grey, grau, gris, cinza, abu abu, grigio, grijs
red: crimson, scarlet, dark red, rot??, rouge?, rojo, roja, vermelho, vermelha, merah, rosso, rossa, rood
burgundy: maroon, bordeaux?, wine red, oxblood, weinrot
orange?: burnt orange, dark orange, naranja??, laranja??
yellow: mustard yellow, mustard??, golden yellow, gelb, jaune, amarillo, amarilla, amarelo, amarela, kuning, giallo
green: dark green, light green, kelly green, lime green, bottle green, grün, vert?, verde, hijau, groen
sage green: sage??
olive??: olive green, army green, khaki?, military green
forest green: hunter green, emerald green, emerald??
mint??: mint green
teal: turquoise?, aqua?, petrol blue
blue: dark blue, royal blue, cobalt blue, blau, blaue, bleu, azul, biru, blu, blauw
light blue: baby blue, sky blue, pastel blue, powder blue, hellblau, celeste?, bleu ciel
navy: navy blue, midnight blue, dunkelblau, marine blue, bleu marine, azul marino
purple: violet?, plum??, lila, mauve, roxo, roxa, morado, morada, ungu, viola??, paars, dark purple
lavender??: lilac?, lavender purple
pink: light pink, baby pink, blush pink, pastel pink, blush?, rosa?, rose pink, merah muda, roze
hot pink: neon pink, fuchsia, magenta, bright pink
rose gold: roségold, rosegold, oro rosa
gold?: golden?, metallic gold, dorado, doré
silver?: metallic silver, silber, plateado
copper?: bronze?
brown: dark brown, chocolate brown, braun, marrón, marron??, marrom, cokelat?, coklat?, bruin
beige: tan?, sand??, taupe, nude??, oatmeal??
cream??: ivory, cream white, ecru
peach??: peach pink, apricot??
coral??: coral pink, salmon pink
multicolour: multicolor, multi color, multi colour, multicolored, rainbow colored, rainbow colors, colorful, colourful
"""

CALLED = "color, colour, colored, coloured, colorway, tone, farbe, farbig, couleur, cor, warna, shade, hue"
"""Who says these after a word calls it a colour."""

BETWEEN = """
floral, striped, stripe, plaid, checkered, checked, gingham, ombre, marble, marbled, glitter, matte, glossy, cotton,
ceramic, linen, velvet, leather, enamel, wooden, knit, knitted, tie dye, soft, oversized, unisex, vintage, retro,
small, medium, large, plus size, heather, washed, faded, distressed, minimalist, boho, long, short, cropped, fleece,
denim, stainless steel, plain, solid, cute, personalized, personalised, custom, graphic, slim, mini, big, new, classic
"""
"""May stand between a colour and the thing that has it."""
