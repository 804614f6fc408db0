"""How an offer speaks."""

TONES = """
funny: humor, humour, humorous, hilarious, joke, jokes, pun, punny, gag gift, lol, witty, comedy, silly, lustig,
drôle, divertido, divertida, graciosa, gracioso, engraçado, engraçada, lucu, divertente, laugh out loud, dad joke
sarcastic: sarcasm, sarcastically, snarky, sassy, ironic, irony, cheeky, sarkastisch, sarcástico, sarcástica
romantic: romance, soulmate, true love, love of my life, i love you, je taime, te amo, ti amo, ich liebe dich,
romantisch, romantique, romántico, romántica, romântico, romântica, romantis, his and hers, matching couple,
lovebirds, sweetheart
inspirational: inspiring, inspire, motivational, motivation, motivating, uplifting, encouragement, encouraging,
affirmation, positivity, positive quote, empowering, empowerment, self love, mindset, never give up, believe in
yourself, you can do it, dream big, good vibes, inspirador, inspiradora, motivador, motivación, motivação,
motivierend, inspirasi
cute: kawaii, adorable, süß, niedlich, mignon, mignonne, tierno, tierna, fofo, fofa, imut
nostalgic: nostalgia, throwback, retro vibe, childhood memories, the good old days, old school
spooky: creepy, scary, eerie, haunted, horror, spooky season, ghostly, gruselig, terrifying
dark??: macabre, morbid, dark humor, dark humour, gothic, goth, memento mori, grim
religious: christian, faith, bible verse, scripture, jesus, gospel, blessed, psalm, church gift, prayer, catholic,
islamic, muslim, jewish, god is good, faith based
patriotic: patriot, proud american, american flag, god bless america, red white and blue
sentimental: memorial gift, in loving memory, remembrance, sympathy gift, heartfelt, keepsake, memorial, heaven, loss
of pet, grief
calm??: peaceful, zen, calming, serene, tranquil, mindfulness, hygge, relaxing, serenity
rude: swear word, swearing, offensive, adult humor, adult humour, naughty, inappropriate, cuss, curse word, nsfw,
vulgar, middle finger
whimsical: whimsy, quirky, fairytale, fairy tale, magical, enchanted
proud: pride and joy, stolz, orgulloso, orgullosa
bold??: badass, fierce, unapologetic, rebel, rebellious, no fear
elegant: elegance, sophisticated, chic, classy, luxurious, timeless
"""
