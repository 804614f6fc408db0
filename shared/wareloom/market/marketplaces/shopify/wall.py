"""Why a page shows no product: a wall against robots, a closed shop, or simply another page."""

import re

from wareloom.kit.errors import Blocked, Failure, Rejected

_MOST_CHARACTERS = 300_000
_PASSWORD = re.compile(r"enter using password|template-password|action=[\"'][^\"']*/password[\"']", re.IGNORECASE)
_FROZEN = re.compile(r"this (shop|store) is (currently )?unavailable|sorry, this (shop|store) is", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]*>([^<]*)", re.IGNORECASE)
_WALL_TITLE = re.compile(
    r"just a moment|attention required|access (to this page )?(has been )?denied|robot|captcha|are you human|human\?"
    r"|security (check|challenge)|verif(y|ying) you|verifying your connection|too many requests|blocked|forbidden",
    re.IGNORECASE,
)
_WALL_TEXT = re.compile(
    r"_cf_chl|cf-challenge|challenge-platform|captcha|datadome|checking your browser|unusual traffic|access denied"
    r"|(verify|confirm|prove)( that)? you(’|')?( a)?re (a )?(not a robot|human)|verifying your connection"
    r"|request (was |has been )?blocked|enable javascript and cookies|too many requests",
    re.IGNORECASE,
)
_REAL_SHOP = "Shopify.shop"
"""Themes write it on every page. Real shops use captchas too, in forms that are no wall."""


def reason(text: str) -> Failure:
    start = text[:_MOST_CHARACTERS]
    if _PASSWORD.search(start):
        return Blocked("The shop is closed to visitors: it asks for a password.")
    if _FROZEN.search(start):
        return Blocked("The shop is closed: Shopify says that it is unavailable.")
    if "<" not in start:
        return Rejected("The page is neither a list of products nor a product's page.")
    title = _TITLE.search(start)
    if _REAL_SHOP not in start and (_WALL_TEXT.search(start) or (title and _WALL_TITLE.search(title[1]))):
        return Blocked("The page is a wall against robots, not the shop.")
    return Rejected("The page is a web page without a product that can be read.")
