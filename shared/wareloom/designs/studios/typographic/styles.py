"""What a style means here: layouts, faces, dress, ornament, wear, and colours where the order brings none."""

from dataclasses import dataclass

from wareloom.designs.studios.typographic.brief import Dress
from wareloom.designs.studios.typographic.motifs.pen import Hand

Colours = tuple[str, ...]


@dataclass(frozen=True)
class Style:
    layouts: tuple[str, ...]
    faces: tuple[str, ...]
    dresses: tuple[Dress, ...] = ("plain",)
    ornaments: tuple[str, ...] = ("star", "sparkle", "sun")
    hand: Hand = "solid"
    script: str = "pacifico"
    small: str = "jost"
    wear: float = 0.0
    tremble: float = 0.0
    """How unsteady the hand is, in thousandths of the design's width."""
    pale: bool = False
    light: Colours = ("#1f2a44", "#c8502d", "#e0a13a")
    """For light fabric."""
    dark: Colours = ("#f4ead5", "#e8743b", "#f2b950")
    """For dark fabric."""


_ANY = ("stack", "badge", "seal", "banner", "script", "sunset", "slant", "window", "card")

STYLES: dict[str, Style] = {
    "typographic": Style(("stack", "script", "echo", "slant", "banner"), ("anton", "alfa_slab_one", "titan_one"),
        ("plain", "stripes", "offset")),
    "vintage": Style(("badge", "banner", "seal", "sunset", "window", "stack"), ("rye", "alfa_slab_one", "anton"),
        ("plain", "offset", "plain"), wear=0.35),
    "retro": Style(("sunset", "groovy", "slant", "script", "echo"), ("shrikhand", "titan_one", "anton"),
        ("solid", "stripes", "echo"), ("sun", "star", "rainbow"), dark=("#ffe9c7", "#f2703d", "#2ea79b")),
    "groovy": Style(("groovy", "groovy", "sunset", "echo"), ("shrikhand", "titan_one"), ("echo", "outlined", "solid"),
        ("flower", "blossom", "rainbow", "mushroom"), light=("#8c2f1b", "#e58b2f", "#d2527f"),
        dark=("#ffe7b8", "#ef7d3b", "#e85d8f")),
    "minimalist": Style(("minimal",), ("jost",), ("plain",), ("sparkle", "moon", "leaf"), hand="line",
        light=("#22262b", "#22262b"), dark=("#f5f3ee", "#f5f3ee")),
    "line art": Style(("minimal", "card", "seal"), ("jost", "abril_fatface"), ("plain",), ("sparkle", "leaf", "moon"),
        hand="line", light=("#22262b", "#a9553a"), dark=("#f5f3ee", "#e9b48b")),
    "bold": Style(("slant", "stack", "echo", "sunset"), ("anton", "titan_one", "alfa_slab_one"),
        ("solid", "outlined", "offset", "stripes"), ("lightning", "star", "flame"), light=("#141414", "#e02d2d",
            "#f4b41a"),
        dark=("#ffffff", "#ff4438", "#ffc22e")),
    "cute": Style(("groovy", "script", "stack", "badge"), ("fredoka", "titan_one"), ("outlined", "echo", "plain"),
        ("heart", "flower", "sparkle"), light=("#5b3a5e", "#ef7fa6", "#f2a65a"), dark=("#ffeef5", "#ff8fb8",
            "#ffd27a")),
    "botanical": Style(("wreath", "wreath", "card", "seal", "script", "window"), ("abril_fatface", "rye"), ("plain",),
        ("sprig", "leaf", "tulip", "flower"), light=("#23402f", "#7c8f4a", "#b9653f"), dark=("#eef0dc", "#a9c07a",
            "#e6a77c")),
    "cottage": Style(("wreath", "wreath", "script", "seal", "badge", "card"), ("abril_fatface", "fredoka"), ("plain",),
        ("mushroom", "tulip", "sprig", "bee"), light=("#4a3526", "#a4472f", "#7c8f4a"), dark=("#f6ead2", "#e5866a",
            "#b3c48a")),
    "art deco": Style(("card", "banner", "seal", "sunset"), ("limelight",), ("plain", "offset"), ("sparkle", "sun"),
        small="limelight", light=("#1c2b3a", "#b0832b", "#1c2b3a"), dark=("#f3dfae", "#d1a54a", "#f3dfae")),
    "halftone": Style(("stack", "slant", "sunset", "echo", "banner"), ("anton", "titan_one", "alfa_slab_one"),
        ("halftone",),
        ("lightning", "star", "skull"), light=("#1b1b1b", "#d9342b", "#1b6ca8"), dark=("#fdf6e3", "#ff5147",
            "#49b3e6")),
    "distressed": Style(("stack", "badge", "banner", "seal", "slant"), ("anton", "alfa_slab_one", "rye"),
        ("plain", "offset"), ("star", "skull", "anchor"), wear=0.62),
    "celestial": Style(("card", "window", "seal", "badge"), ("limelight", "abril_fatface"), ("plain",),
        ("moon", "planet", "sparkle", "sun"), light=("#252650", "#a67c2d", "#5a5c99"), dark=("#f2e6c4", "#d9b25f",
            "#a9b4e8")),
    "pixel art": Style(("stack", "echo", "slant"), ("press_start_2p",), ("offset", "solid", "plain"),
        ("heart", "star", "controller"), hand="pixel", small="press_start_2p", light=("#20223f", "#d6336c", "#1c9bb5"),
        dark=("#f4f7ff", "#ff5c8a", "#42d9f5")),
    "boho": Style(("sunset", "card", "script", "window", "wreath"), ("abril_fatface", "shrikhand"), ("plain",),
        ("rainbow", "sun", "moon", "cactus"), light=("#5b3326", "#c06a3e", "#a78a5b"), dark=("#f5e3cc", "#dd8e62",
            "#e2bd85")),
    "pastel": Style(("groovy", "script", "minimal", "badge", "wash"), ("fredoka", "shrikhand"), ("outlined", "plain",
        "echo"),
        ("heart", "cloud", "blossom", "rainbow"), pale=True, light=("#6a5a8c", "#d77fa1", "#6fa8a1"),
        dark=("#fdeef4", "#f5b8d0", "#b8e0d9")),
    "folk art": Style(("wreath", "seal", "card", "badge", "script"), ("alfa_slab_one", "rye", "fredoka"), ("plain",),
        ("tulip", "heart", "bird", "blossom"), light=("#1f3a5f", "#c23b22", "#d99a2b"), dark=("#fbf0d9", "#e8563f",
            "#f0b84a")),
    "geometric": Style(("stack", "banner", "sunset", "seal"), ("anton", "jost"), ("plain", "stripes"), ("sun",
        "compass", "mountain"),
        light=("#16324f", "#e4572e", "#2f9c95"), dark=("#f5f5f0", "#ff7a4d", "#54c9bf")),
    "watercolor": Style(("wash", "wash", "wreath", "script", "minimal"), ("abril_fatface", "permanent_marker"),
        ("plain",),
        ("blossom", "leaf", "wave"), tremble=0.5, light=("#1f3f4f", "#4f9aa8", "#d98a8a"), dark=("#f2f7f5", "#7cc7cf",
            "#f2b1a8")),
    "linocut": Style(("carved", "carved", "window", "seal"), ("alfa_slab_one", "permanent_marker", "rye"), ("plain",),
        ("leaf", "bird", "sun"), wear=0.25, tremble=0.8, light=("#1d1d1b", "#a3341f", "#1d1d1b"), dark=("#f6efe0",
            "#e06a4a", "#f6efe0")),
    "hand-drawn": Style(("stack", "script", "badge", "minimal", "echo"), ("permanent_marker",), ("plain", "offset"),
        ("heart", "star", "sun"), hand="line", small="permanent_marker", tremble=1.2, light=("#22262b", "#d1495b",
            "#22262b"),
        dark=("#fffdf5", "#ff8a7a", "#ffd166")),
    "kawaii": Style(("groovy", "badge", "stack"), ("fredoka", "titan_one"), ("outlined", "echo"), ("heart", "sparkle",
        "cloud"),
        light=("#51324f", "#f07ca8", "#5bb5c9"), dark=("#fff1f6", "#ff94bd", "#8fe0ef")),
    "western": Style(("banner", "badge", "window", "stack"), ("rye", "alfa_slab_one"), ("plain", "offset"), ("star",
        "cactus", "sun"),
        wear=0.3, light=("#3b2417", "#b4532a", "#c99a4b"), dark=("#f3e1c0", "#dd7a43", "#e6bf74")),
}  # fmt: skip
PLAIN = Style(_ANY, ("anton", "alfa_slab_one", "titan_one"), ("plain", "offset", "solid", "stripes"))

_ALSO_CALLED = {
    "70s": "groovy", "seventies": "groovy", "80s": "retro", "minimal": "minimalist", "simple": "minimalist",
    "lineart": "line art", "line drawing": "line art", "deco": "art deco", "gatsby": "art deco",
    "pixel": "pixel art", "8-bit": "pixel art", "floral": "botanical", "grunge": "distressed", "worn": "distressed",
    "woodcut": "linocut", "block print": "linocut", "handdrawn": "hand-drawn", "hand drawn": "hand-drawn",
    "hand-lettered": "hand-drawn", "doodle": "hand-drawn", "sketch": "hand-drawn", "watercolour": "watercolor",
    "cottagecore": "cottage", "folk": "folk art", "mystic": "celestial", "tarot": "celestial", "comic": "halftone",
    "pop art": "halftone", "bohemian": "boho", "cowboy": "western", "sporty": "bold", "typography": "typographic",
    "lettering": "typographic", "line-art": "line art", "preppy": "bold", "y2k": "halftone", "whimsical": "cute",
    "funny": "bold", "varsity": "bold", "collegiate": "bold",
}  # fmt: skip


def style(wanted: str) -> tuple[str, Style]:
    """By its name, by another name for it, or by the first one that its description speaks of."""
    said = " ".join(wanted.lower().split())
    for table in (STYLES, _ALSO_CALLED):
        if said in table:
            name = _ALSO_CALLED.get(said, said)
            return name, STYLES[name]
    spoken = [(said.find(name), _ALSO_CALLED.get(name, name)) for name in (*STYLES, *_ALSO_CALLED) if name in said]
    return (min(spoken)[1], STYLES[min(spoken)[1]]) if spoken else ("any", PLAIN)
