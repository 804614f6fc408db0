"""Emoji and emoticons in words. Most are called what Unicode calls them; those here mean something else to people."""

import re
import unicodedata

EMOTICONS = {
    ":)": "smile",
    ":-)": "smile",
    "=)": "smile",
    "(:": "smile",
    ":]": "smile",
    "^_^": "smile",
    ":D": "big smile",
    ":-D": "big smile",
    "=D": "big smile",
    "xD": "laughing",
    "XD": "laughing",
    ";)": "wink",
    ";-)": "wink",
    ":P": "playful",
    ":-P": "playful",
    ":p": "playful",
    "<3": "love",
    "</3": "broken heart",
    ":(": "sad",
    ":-(": "sad",
    "=(": "sad",
    "):": "sad",
    ":[": "sad",
    ":'(": "crying",
    ":,(": "crying",
    "T_T": "crying",
    ">:(": "angry",
    "D:": "shocked",
    ":O": "surprised",
    ":o": "surprised",
    ":/": "unsure",
    ":-/": "unsure",
    ":|": "speechless",
}
_MEANT = {
    "😂": "laughing",
    "🤣": "laughing hard",
    "😭": "crying",
    "😢": "crying",
    "😍": "in love",
    "🥰": "in love",
    "😘": "kiss",
    "❤": "love",
    "♥": "love",
    "💔": "broken heart",
    "😊": "happy smile",
    "😁": "grinning",
    "😀": "grinning",
    "😃": "happy",
    "😄": "happy",
    "🙂": "smile",
    "☺": "smile",
    "😅": "nervous laugh",
    "😎": "cool",
    "😉": "wink",
    "🤔": "thinking",
    "🙄": "annoyed eye roll",
    "😒": "annoyed",
    "😑": "unimpressed",
    "😐": "neutral face",
    "😡": "angry",
    "😠": "angry",
    "🤬": "furious swearing",
    "😤": "frustrated",
    "😩": "exhausted",
    "😫": "exhausted",
    "😔": "sad",
    "😞": "disappointed",
    "😟": "worried",
    "🙁": "sad",
    "☹": "sad",
    "😰": "anxious",
    "😨": "afraid",
    "😱": "terrified",
    "😳": "embarrassed",
    "😬": "awkward",
    "😲": "shocked",
    "😮": "surprised",
    "🤯": "mind blown",
    "🤢": "disgusted",
    "🤮": "disgusted vomiting",
    "🤡": "clown",
    "💀": "dead laughing",
    "🔥": "fire amazing",
    "💯": "hundred percent",
    "🙏": "please thanks",
    "👍": "thumbs up good",
    "👎": "thumbs down bad",
    "👏": "applause",
    "🙌": "celebrate",
    "🎉": "celebrate",
    "🎊": "celebrate",
    "🥳": "celebrate",
    "✨": "sparkles",
    "💪": "strong",
    "🤗": "hug",
    "😈": "mischievous",
    "🖕": "fuck you",
    "🤷": "shrug",
    "🤦": "facepalm",
    "💩": "shit",
}
_AT_MOST = 3
"""Of one emoji in a row: twenty hearts say no more than three."""
_JOINER, _TONES = "\u200d", range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)
_ADDED = {"\ufe0e", "\ufe0f", "\u20e3"}
# Pictures alone: arrows, letters in boxes and the like say little.
_PICTURE = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")


def worded(text: str) -> str:
    if not _PICTURE.search(text):
        return text
    words = list[str]()
    row = 0
    before = ""
    for sign in text:
        if sign in _ADDED or sign == _JOINER or ord(sign) in _TONES:
            continue
        row = row + 1 if sign == before else 1
        before = sign
        if not _PICTURE.match(sign):
            words.append(sign)
        elif row <= _AT_MOST and ord(sign) not in _FLAGS:
            words.append(f" {name_of(sign)} ")
    return "".join(words)


def name_of(sign: str) -> str:
    said = _MEANT.get(sign)
    return said if said is not None else unicodedata.name(sign, "").lower().replace("-", " ")
