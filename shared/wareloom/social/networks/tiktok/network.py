"""TikTok: which of the ways its pages and answers are written this is."""

import re

from wareloom.kit.errors import Blocked, Rejected
from wareloom.social.networks.tiktok.page import of_answer, of_page
from wareloom.social.networks.tiktok.video import post
from wareloom.social.post import PostPage
from wareloom.social.reading import readable

_MOST_POSTS = 20_000
_GATE = re.compile(r"https?://[\w.]*tiktok\.com/(?:login|captcha)\b", re.IGNORECASE)


class TikTokNetwork:
    name = "tiktok"
    title = "TikTok"
    about = "Videos and picture posts of a search, a hashtag, a profile or a page of their own."
    version = 1

    def read(self, body: bytes, url: str) -> PostPage:
        if _GATE.match(url):
            raise Blocked("TikTok sent us to a check for robots or to its sign-in.")
        text = readable(body)
        if not text:
            raise Rejected("The page is empty. TikTok answers so when it takes the visitor for a robot.")
        found = of_answer(text) if text[0] in "{[" else of_page(text)
        if len(found.items) > _MOST_POSTS:
            raise Rejected("The page lists more posts than any page of TikTok does.")
        posts = tuple(read for one in found.items if (read := post(one)))
        if found.items and not posts:
            raise Rejected("The page lists posts in a form that cannot be read.")
        return PostPage(posts=posts, profile=found.profile, cursor=found.cursor)
