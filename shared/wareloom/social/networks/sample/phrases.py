"""What people say. In [a|b] one is chosen, in {…} stands what it is about; sentences are joined by chance."""

SENTENCES: dict[str, tuple[str, ...]] = {
    "joy": (
        "[Honestly|Not going to lie,|Okay,] this {niche} {thing} [made my day|is everything|makes me so happy].",
        "[Best|Loveliest|Happiest] [weekend|morning|evening] in [ages|a long time]: {motif}, "
        "{other} and [good friends|my favourite people|no plans at all].",
        "I [love|adore] how the {niche} [crowd|community|people] [welcomes everyone|cheers each "
        "other on|never runs out of ideas].",
        "[Just got|Finally have|Treated myself to] a new {thing} with {motif} on it and I [could "
        "not be happier|am in love|can't stop smiling].",
        "My [sister|dad|neighbour|best friend] gave me a {niche} {thing} and it is [perfect|gorgeous|exactly right].",
        "So [proud|glad|grateful]: [first|third|tenth] time out with {motif} and [everything "
        "worked|it went beautifully|what a joy].",
        "Nothing beats {motif} and [a hot drink|good music|a quiet hour] [after work|on a "
        "Sunday|before breakfast]. [Pure bliss|Happy place|Life is good]!",
        "The {style} {motif} [print|design|drawing] is [wonderful|beautiful|so well done], [highly "
        "recommend|ten out of ten|go get one].",
        "[Thank you|Big thanks] to all the {audience} who [helped me|cheered me on|shared their "
        "tips] today, you are [amazing|the best|wonderful].",
        "{niche} [season|time|day] is [my favourite|the best|pure happiness] and I will not [be "
        "told otherwise|apologise for it].",
        "Can't wait for [Saturday|the next meet-up|tomorrow]: {motif}, {other}, [everyone is "
        "coming|the whole gang|the full set]!",
        "[Small joys|Little wins]: {motif} [in the sunshine|by the window|at dawn]. [Love it|So good|Delightful].",
    ),
    "surprise": (
        "[Wow|Whoa|Wait, what], {niche} is suddenly [everywhere|all over my feed|the talk of the town]!",
        "I [never expected|did not see coming] that {motif} would [be this good|look so great|win "
        "me over]. [Amazing|Mind blown|Incredible]!",
        "[Did anyone else notice|Have you seen] how many {audience} [turned up|there are|joined] "
        "[today|this week]? [Unbelievable|Wow]!",
        "[Sold out|Gone] in [an hour|ten minutes]?! The {niche} {thing} [flew off the shelf|really "
        "took off]. [Wow|Stunning].",
        "My {thing} with {motif} [arrived early|came in three days] and it is [far better|so much "
        "nicer] than I [thought|hoped]!",
        "[Plot twist|Surprise]: the {style} {motif} [is from a tiny shop|was drawn by my cousin], "
        "and it is [brilliant|astonishing]!",
        "[Out of nowhere|All of a sudden] [everybody|half my office] [talks about|is into] {niche}. "
        "[I am here for it|What a ride|How exciting]!",
    ),
    "anger": (
        "[Seriously|Honestly], who [thought|decided] a {niche} {thing} should cost [that "
        "much|double]? [What a rip-off|Outrageous|I am furious].",
        "[Third|Second] {thing} with {motif} that [fell apart|arrived broken|faded in the wash]. [I "
        "want my money back|So angry|Never again].",
        "[Fed up|Sick and tired] of [people copying|shops stealing] {motif} designs from [small "
        "artists|real {audience}]. [Shame on you|It makes me furious].",
        "The {niche} seller [ignored|blocked] me after I [complained|asked for a refund]. [Terrible "
        "service|Absolutely infuriating|Rude and useless].",
        "[Stop|Please stop] [spamming|shouting at] {audience} with {motif} ads. [It is maddening|I hate it|Enough].",
        "[Waited|I waited] [six weeks|two months] for this {thing} and it is [the wrong one|a "
        "joke]. [Unacceptable|I am so mad].",
    ),
    "sadness": (
        "[Sad|Heartbroken|Gutted] to hear that the {niche} [club|meet-up|shop] [is closing|will not come back].",
        "[Miss|I really miss] the days when {niche} was [about {motif}|just us|not a fashion]. [It "
        "feels empty now|Makes me sad].",
        "Lost my [favourite|only] {motif} {thing} [on the train|last night] and I [could cry|am so upset].",
        "[Nobody|Not one of the old {audience}] [came|showed up] [today|this time]. [Feeling low|So "
        "lonely|It hurts a bit].",
        "[Had to|I have to] [give up|stop with] {motif} [for good|after all these years]. "
        "[Heartbreaking|I am so sad about it].",
        "The [last|final] {niche} evening [of the year|we will ever have]. [Tears|I am not okay|Such a sad day].",
    ),
    "disgust": (
        "[Ugh|Eww|Yuck], this {niche} {thing} [smells like glue|came with stains|feels greasy]. "
        "[Gross|Disgusting|Straight in the bin].",
        "Another [tacky|ugly|cheap] {motif} [print|design]. [Nauseating|So tasteless|Hideous], [who "
        "buys this|enough already].",
        "[Can't stand|I am sick of] all that {niche} [junk|plastic tat]. [Revolting|Vile|What garbage].",
        "The {other} on this {style} {thing} looks [horrible|disgusting|like mould]. [Awful|Yuck].",
    ),
    "fear": (
        "[Worried|Scared|Terrified] that {niche} is [turning into a scam|not safe any more] after "
        "what [happened|I read] [today|last week].",
        "[Not sure|I am afraid] I [dare|will ever dare] to [try|go near] {motif} again. [That was "
        "frightening|My hands still shake].",
        "[Anxious|Nervous and scared] about [my first|tomorrow's] {motif}, what if [everything goes wrong|I get hurt]?",
        "[Be careful|Careful], fake {niche} [shops|sellers] are [stealing|after] card details. "
        "[Really scary|Terrifying].",
    ),
    "neutral": (
        "[Looking for|Does anyone know] a {style} {thing} with {motif} [for a friend|in size L|that ships to Europe]?",
        "{niche} meets [Tuesday at six|on the second Friday|every other week], [library, room "
        "two|usual place|details in the link].",
        "[New in the shop|Restocked]: {motif} {thing}, {style}, [three colours|two sizes].",
        "[Question|Quick question] for {audience}: {motif} or {other}?",
        "[Comparing|Reading about] {motif} and {other} [this afternoon|for a school project].",
        "[Part two|Part three] of the {niche} [guide|list] is [online|up]: {motif}, {other}.",
        "There are [four|seven|a dozen] kinds of {motif}. [The list is in the thread|Numbers below].",
        "[Packed|Sorted] the {motif} and the {other} into [one box|two boxes] [today|this morning].",
        "The {niche} [survey|poll] closes [on Monday|at noon]. [So far 214 answers|Link below].",
        "[According to|As] the [label|manual], the {thing} is [made of cotton|printed on demand]; "
        "{motif} on the front, {other} on the back.",
    ),
}

OPENERS = ("", "", "", "", "", "Update: ", "PSA: ", "So… ", "Hey all, ", "Today's thought: ")
CLOSERS = {
    "positive": ("", "", "", "Who is in?", "Highly recommended!", "Ten out of ten.", "What a treat!"),
    "negative": ("", "", "", "Avoid.", "What a shame.", "So disappointing.", "I am done."),
    "neutral": ("", "", "", "Thoughts?", "Thanks.", "More later.", "Link below."),
}

ABROAD: dict[str, tuple[str, ...]] = {
    "positive": (
        "¡Me encanta! [Qué bonito|Qué maravilla], [no puedo dejar de mirarlo|es justo lo que buscaba].",
        "Ich liebe das so sehr, [das beste Geschenk|die schönste Überraschung] seit langem.",
        "C'est magnifique, [je suis ravie|j'adore vraiment], merci à toute l'équipe !",
        "Que coisa linda, [adorei muito|estou tão feliz com isso], recomendo a todos!",
    ),
    "negative": (
        "Qué decepción, [llegó roto|la calidad es muy mala] y [nadie responde|no lo recomiendo].",
        "Leider völlig enttäuscht, [das ist viel zu teuer|nach einer Woche kaputt], nie wieder.",
        "Je suis très déçu, [la qualité est horrible|c'est beaucoup trop cher], à éviter.",
        "Muito ruim, [chegou quebrado|perdi meu dinheiro], não comprem isso.",
    ),
    "neutral": (
        "¿Alguien sabe dónde [se puede comprar|se reúnen] los martes por la tarde?",
        "Das nächste Treffen ist am Dienstag um sechs, [wie immer im Park|Anmeldung im Link].",
        "La prochaine rencontre est mardi à dix-huit heures, [les détails sont dans le lien|comme d'habitude].",
        "O próximo encontro é na terça às seis, [os detalhes estão no link|como sempre].",
    ),
}

SIGNS: dict[str, tuple[str, ...]] = {
    "joy": ("😍", "❤️", "🎉", "😊", "🥰", "✨"),
    "surprise": ("😮", "🤯", "😲", "🔥"),
    "anger": ("😡", "🤬", "😤"),
    "sadness": ("😢", "💔", "😭"),
    "disgust": ("🤢", "🤮"),
    "fear": ("😨", "😰", "😱"),
    "neutral": ("👀", "📌", "🧵"),
}
THINGS = ("tee", "hoodie", "mug", "poster", "tote bag", "sticker", "phone case", "cap")
FIRST = (
    "mossy",
    "quiet",
    "amber",
    "copper",
    "little",
    "salty",
    "velvet",
    "paper",
    "crooked",
    "juniper",
    "sleepy",
    "old",
)
LAST = (
    "heron",
    "kettle",
    "acorn",
    "lantern",
    "magpie",
    "pebble",
    "anchor",
    "thimble",
    "otter",
    "bramble",
    "fox",
    "moth",
)
