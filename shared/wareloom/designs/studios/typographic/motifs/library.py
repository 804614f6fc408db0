"""Every small picture by name, and which one a word asks for."""

import re
from functools import cache
from random import Random

from wareloom.designs.studios.typographic.motifs.animals import ANIMALS
from wareloom.designs.studios.typographic.motifs.nature import NATURE
from wareloom.designs.studios.typographic.motifs.piece import Drawn, Motif
from wareloom.designs.studios.typographic.motifs.things import THINGS

MOTIFS: dict[str, Drawn] = {**ANIMALS, **NATURE, **THINGS}
NEUTRAL = ("star", "sparkle", "heart", "sun", "stars")

_ASKED_BY = {
    "cat": "cat cats kitten kitty meow feline whiskers purr",
    "cat face": "catmom catdad mog",
    "paw": "pet pets animal rescue vet veterinary paw paws fur adopt",
    "dachshund": "dachshund wiener sausage doxie dackel",
    "dog": "dog dogs puppy pup canine corgi retriever terrier poodle bulldog beagle woof",
    "bear": "bear bears grizzly wild wildlife",
    "fox": "fox foxes",
    "bee": "bee bees honey beekeeper beekeeping hive pollinator",
    "butterfly": "butterfly butterflies moth moths entomology insect",
    "fish": "fish fishing angler trout bass aquarium",
    "hook": "hook bait lure",
    "whale": "whale whales marine ocean biologist orca cetacean",
    "octopus": "octopus squid kraken cephalopod tentacle tentacles",
    "turtle": "turtle turtles tortoise reef",
    "bird": "bird birds birding birder sparrow ornithology crow raven swallow",
    "ghost": "ghost spooky boo haunted halloween",
    "pumpkin": "pumpkin autumn fall october",
    "frog": "frog frogs toad amphibian",
    "heart": "love heart mom mum mama mother wife valentine kind kindness hug care",
    "moon": "moon night midnight sleep insomnia lunar witch witchy shift nocturnal dream",
    "sun": "sun summer sunny beach sunshine solar desert",
    "planet": "planet space astronomy galaxy cosmic saturn universe",
    "rocket": "rocket launch startup astronaut",
    "mountain": "mountain mountains peak hike hiker hiking climb climbing summit alpine ski park parks",
    "pine": "pine tree trees christmas ranger",
    "forest": "forest woods woodland trail trails outdoors nature national backpacking",
    "tent": "camp camping camper tent glamping",
    "compass": "compass travel wander wanderlust explore explorer adventure map navigator",
    "wave": "wave waves surf surfer surfing swim swimmer sea tide paddleboard",
    "shell": "shell shells mermaid coastal",
    "anchor": "anchor sail sailor sailing boat captain nautical navy",
    "leaf": "leaf leaves vegan botany botanist green earth",
    "sprig": "sprig herb herbs botanical herbal",
    "wheat": "wheat grain flour farm farmer harvest",
    "loaf": "sourdough bread baker baking bake dough loaf crust starter knead gluten",
    "cactus": "cactus cacti succulent succulents saguaro prickly",
    "plant": "plant plants houseplant monstera pot",
    "flower": "flower flowers daisy wildflower wildflowers bloom groovy hippie retro",
    "blossom": "blossom floral cherryblossom spring",
    "tulip": "tulip garden gardener gardening",
    "lotus": "lotus yoga meditate meditation zen namaste breathe",
    "mushroom": "mushroom mushrooms fungi fungus forage foraging mycology",
    "flame": "fire flame grill bbq barbecue hot firefighter spicy pitmaster smoke",
    "lightning": "lightning thunder energy power electric electrician storm fast run runner running marathon",
    "cloud": "cloud rain weather",
    "snowflake": "snow winter snowflake snowboard cold ice",
    "rainbow": "rainbow pride",
    "acorn": "acorn squirrel oak",
    "mug": "coffee mug tea espresso caffeine latte cocoa brew barista",
    "beer": "beer brewer brewing ale lager pub homebrew",
    "wine": "wine vino sommelier merlot",
    "pizza": "pizza cheese foodie",
    "cherry": "cherry fruit sweet",
    "dice": "dice board boardgame boardgames meeple tabletop craps",
    "d20": "d20 dungeon dungeons dragons dragon rpg roleplay wizard nat20 campaign",
    "controller": "game gamer gaming console controller pixel arcade",
    "vinyl": "vinyl record records album lp turntable dj spin crate",
    "note": "music musician song choir singer piano band melody jazz",
    "guitar": "guitar guitarist rock bass ukulele",
    "bicycle": "bicycle bike bikes biker cycling cyclist gravel ride riding pedal pedals velo",
    "paddle": "pickleball dink dinks dinking paddle kitchen",
    "ball": "ball baseball softball tennis basketball",
    "dumbbell": "gym lift lifting dumbbell deadlift workout fitness strong strength",
    "knight": "chess knight checkmate gambit horse horses equestrian rook",
    "king": "king castling stalemate",
    "pulse": "nurse nursing doctor medic paramedic rn icu er heartbeat cardiac hospital scrubs",
    "book": "book books read reader reading library librarian bookish novel story",
    "pencil": "teacher teach teaching school pencil draw drawing artist write writer write",
    "camera": "camera photo photographer photography film",
    "code": "code coder coding programmer developer software debug bug bugs engineer",
    "crown": "queen crown royal princess",
    "skull": "skull dead bones skeleton death metal punk",
    "yarn": "yarn knit knitting crochet crocheter wool knitter",
    "house": "home house realtor household",
}
_FAINT = frozenset({
    "night", "shift", "sleep", "love", "home", "house", "fast", "hot", "wild", "sea", "kitchen", "sweet", "fall",
    "strong",
    "power", "film", "care", "nature", "rock", "spin", "ride", "board", "earth", "energy", "kind", "hug", "wife",
    "mother",
    "record", "records", "outdoors", "ice", "cold", "dead", "fur", "park", "parks", "captain", "story", "metal",
    "green",
    "mom", "mum", "mama", "spring", "summer", "winter", "autumn", "dream", "sun", "rain", "fire", "space", "school",
})  # fmt: skip
"""Words that ask for a picture only if no other word does."""
_BY_WORD = {word: name for name, words in _ASKED_BY.items() for word in words.split()}


@cache
def motif(name: str) -> Motif:
    return MOTIFS[name]()


def asked_for(motifs: tuple[str, ...], text: str) -> list[str]:
    """What the order's own motifs name, then what its words do; each once."""
    spoken = sorted(_words([*motifs, *text.split()]), key=lambda word: word in _FAINT)
    named = [name for name in (_named(part) for part in (*motifs, *spoken)) if name]
    return list(dict.fromkeys(named))


def neutral(chance: Random, style_motifs: tuple[str, ...]) -> str:
    return chance.choice(style_motifs or NEUTRAL)


def _words(parts: list[str]) -> list[str]:
    return [word for part in parts for word in re.findall(r"[^\W_]+", part.lower())]


def _named(word: str) -> str | None:
    word = word.lower().strip()
    for form in (word, word.removesuffix("s"), word.removesuffix("ing"), word.removesuffix("es")):
        if form in MOTIFS:
            return form
        if form in _BY_WORD:
            return _BY_WORD[form]
    return None
