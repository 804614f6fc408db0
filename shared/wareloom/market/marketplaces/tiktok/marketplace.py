"""TikTok Shop: what to ask it for, and which of the ways it answers this is."""

import re
from datetime import datetime, timedelta

from wareloom.kit.errors import Blocked, Failure, Rejected
from wareloom.kit.http.place import Place
from wareloom.market.marketplaces.tiktok import address, product, shelf
from wareloom.market.marketplaces.tiktok.state import State, error_of, holders, of_answer, of_page
from wareloom.market.page import OfferPage, PageRequest
from wareloom.market.reading.text import Object, a_list, an_object, is_list, read_json, readable
from wareloom.market.reading.walls import wall

_CHALLENGE = re.compile(
    r"_wafchallengeid|waforiginalreid|slardar_\w+_waf|captcha_verify_(?:img|container)|captcha-init"
)
_VIDEOS = re.compile(r"__UNIVERSAL_DATA_FOR_REHYDRATION__|SIGI_STATE")
_VIDEO_LISTS = ("products", "itemList", "item_list", "aweme_list")
_OF_VIDEOS = {"createTime", "create_time", "aweme_id"}
_FOR_POSTS = "The page shows TikTok videos, not products of TikTok Shop: posts are read with wareloom parse-posts."


class TikTokMarketplace:
    name = "tiktok"
    title = "TikTok Shop"
    about = "What a search, a category or a store of TikTok Shop lists, or one product."
    offline = False
    fetcher = "escalating"
    official = None
    every = timedelta(hours=6)
    pages_per_day: int | None = 5_000
    version = 2
    target_label = "Words to search for, or an address of TikTok Shop"
    target_example = "otter mug"

    def target(self, written: str) -> str:
        return address.spelled(written)

    def owns(self, host: str) -> bool:
        return host == "tiktok.com" or host.endswith(".tiktok.com")

    def first_page(self, target: str, since: datetime | None) -> PageRequest:  # noqa: ARG002 - a list shows today
        return address.first_page(target)

    def read(self, body: bytes, url: str) -> OfferPage:
        text = readable(body)
        place = address.place_of(url)
        if address.refuses(place):
            raise Blocked("TikTok sent us to a check for robots or to its sign-in.")
        if not text:
            raise Rejected("The page is empty.")
        return _answered(text, place) if text[0] in "{[" else _shown(text, place)


def _shown(text: str, place: Place | None) -> OfferPage:
    state = of_page(text)
    offers = _offers(state, place) if state else None
    if offers is None:
        raise _reason(text)
    return offers


def _answered(text: str, place: Place | None) -> OfferPage:
    try:
        shown = read_json(text)
    except ValueError as error:
        raise Rejected("The page is broken JSON, or cut off.") from error
    answer = an_object(shown) if not is_list(shown) else {"products": a_list(shown)}
    if _about_videos(answer):
        raise Rejected(_FOR_POSTS)
    state = of_answer(answer)
    offers = _offers(state, place) if state else None
    if offers is not None:
        return offers
    for holder in holders(answer):
        if found := product.offer(holder, address.country_of(place)):
            return OfferPage(offers=(found,))
        listed = shelf.listed(holder, address.country_of(place))
        if listed and (listed.offers or holder.get("has_more") in (False, 0)):
            return listed
    raise _refusal(answer)


def _about_videos(answer: Object) -> bool:
    listed = [an_object(one) for name in _VIDEO_LISTS for one in a_list(answer.get(name))]
    return any(_OF_VIDEOS & one.keys() for one in listed[:1])


def _offers(state: State, place: Place | None) -> OfferPage | None:
    """None where the page has neither a product of its own nor a list."""
    country = address.country_of(place) or state.country
    about = [part.data for part in state.parts if part.kind == "product_info" and part.data]
    if about:
        found = next((offer for data in about if (offer := product.offer(data, country))), None)
        if found is None:
            raise _missing(about)
        return OfferPage(offers=(found,))
    if any(part.kind == "product_info" for part in state.parts):
        return None
    return shelf.listed_in(state.parts, country)


def _missing(about: list[Object]) -> Failure:
    code, said = next((error for data in about if (error := error_of(data))), (None, None))
    told = f" It says: {said[:120]} (error {code})." if said else f" It gives error {code}." if code else ""
    return Rejected(f"TikTok names the product but does not show it here: it may be gone, or sold elsewhere.{told}")


def _refusal(answer: Object) -> Failure:
    error = error_of(answer)
    if error and error[1]:
        return Rejected(f"TikTok answered: {error[1][:120]} (error {error[0]}).")
    if error:
        return Blocked(f"TikTok refuses us without a word (error {error[0]}).")
    return Rejected("The page is JSON, but neither a list of TikTok Shop nor one of its products.")


def _reason(text: str) -> Failure:
    if _CHALLENGE.search(text):
        return Blocked("The page is TikTok's check for robots, not the page that was asked for.")
    if before := wall(text):
        return before
    if _VIDEOS.search(text):
        return Rejected(_FOR_POSTS)
    if "<" not in text:
        return Rejected("The page is neither an answer nor a page of TikTok Shop.")
    return Rejected("The page is a web page without a product: TikTok Shop fills its pages in a browser.")
