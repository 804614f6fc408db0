"""What a thing is: prices are compared with those of its like, and a colour before it is its colour."""

PRODUCTS = """
digital file: svg, png!, svg file, digital download, digital file, printable, clipart, sublimation design, instant
download, cut file, pdf pattern, embroidery design, lightroom preset
tee: t shirt, tshirt, shirt, graphic tee, tees, long sleeve tee, tank top, crop top, unisex shirt, polo,
camiseta, camisa, kaos, baju kaos, maglietta, long sleeve, jersey
hoodie: sweatshirt, sweater, crewneck, pullover, sudadera, kapuzenpullover, moletom, felpa, jumper, zip up
mug: coffee mug, ceramic mug, travel mug, enamel mug, camp mug, coffee cup, tea cup, taza, tasse, caneca, becher,
gelas, cangkir, tazza, mok, cup
tumbler: water bottle, skinny tumbler, thermos, flask
glass: wine glass, pint glass, beer glass, shot glass, can glass, whiskey glass
poster: art print, wall art, wall print, canvas print, print!?, wall decor, canvas art, plakat, affiche, framed print
tote: tote bag, canvas tote, shopping bag, shopper?, canvas bag, bolsa de tela, stofftasche
bag: backpack, handbag, purse, pouch, crossbody bag, fanny pack, duffel bag, makeup bag, clutch?
phone case: phone cover, iphone case, case, handyhülle, coque, funda, capinha, casing hp
sticker: decal, vinyl sticker, sticker pack, bumper sticker, aufkleber, autocollant, stiker
hat: cap, beanie, baseball cap, bucket hat, trucker hat, mütze, gorra, topi, boné, dad hat
sock: crew sock, calcetín, chaussettes, socken
card: greeting card, postcard, invitation, karte, tarjeta, gift card
notebook: journal, planner, diary, sketchbook, notizbuch, cuaderno
calendar: wall calendar
ornament: bauble
candle: soy candle, scented candle, kerze, vela
blanket: throw blanket, decke, manta, quilt
pillow: cushion, throw pillow, pillow case, pillowcase, cushion cover, kissen, almohada
towel: tea towel, kitchen towel, dish towel, beach towel
apron: kitchen apron, schürze, delantal
onesie: bodysuit, romper, strampler
dress: maxi dress, mini dress, kleid, vestido, robe?, gaun
trousers: leggings, jeans, shorts, pants, joggers, sweatpants, skirt, pajamas, pyjamas
jacket: coat, windbreaker, jaket, cardigan, blazer, vest
shoe: sneaker, sandal, slipper, boot, sepatu, schuhe, zapato
jewellery: necklace, earring, bracelet, pendant, jewelry, brooch, anklet, kalung, halskette
ring: signet ring, engagement ring, wedding band
pin: enamel pin, badge, lapel pin
keychain: keyring, key chain, schlüsselanhänger, llavero, chaveiro
magnet: fridge magnet
coaster: coaster set
puzzle: jigsaw puzzle
rug: doormat, mat, carpet, bath mat
lamp: night light, lantern
cutting board: serving board, charcuterie board
toy: plush, plushie, stuffed animal, doll
sign: wood sign, metal sign, yard sign
watch: wristwatch, smartwatch
other clothing: clothing, clothes, apparel, outfit, merch, costume, bikini, swimsuit, underwear, lingerie, tie, bow
tie
"""

GIFT = """
gift, present, gift idea, gift set, gift box, geschenk, geschenkidee, cadeau, regalo, presente?, kado, hadiah, regali
"""

FOR = frozenset({"for", "para", "pour", "für", "untuk", "per", "voor"})
"""What stands before whom it is for."""
