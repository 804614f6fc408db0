"""What is Mastodon's own: markup, content warnings, Link headers, a search for who has an account."""

from collections.abc import Generator
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.factories import at
from tests.support.mastodon_vendor import MastodonTalk
from tests.support.talking import WITH_MASTODON, hear, listening, spoken
from tests.support.vendor import playing
from wareloom.kit import clock
from wareloom.kit.errors import Rejected
from wareloom.social.networks.mastodon.network import MastodonNetwork
from wareloom.social.networks.mastodon.plain import plain
from wareloom.social.networks.mastodon.post import post

NOW = at("2026-11-18T10:00:00")


@pytest.fixture
def talk() -> Generator[MastodonTalk]:
    with clock.held(NOW), playing(MastodonTalk()) as played:
        yield played


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One<br />two</p><p>three</p>", "One\ntwo\n\nthree"),
        ("<p>1 &lt; 2 &amp; &#39;so&#39;</p>", "1 < 2 & 'so'"),
        (
            '<p><a href="https://fen.example/a/b"><span class="invisible">https://</span>'
            '<span class="ellipsis">fen.example/a</span><span class="invisible">/b</span></a></p>',
            "https://fen.example/a/b",
        ),
        ('<p><a href="x" class="mention hashtag">#<span>FenMug</span></a> yes</p>', "#FenMug yes"),
        ("<script>alert(1)</script><p>safe</p>", "safe"),
        ("no markup at all", "no markup at all"),
        ("<p>cut off <b>here", "cut off here"),
        ("<ul><li>a</li><li>b</li></ul>", "a\n\nb"),
        ("", ""),
    ],
)
def test_markup_becomes_what_was_typed(markup: str, text: str) -> None:
    assert plain(markup) == text


@given(st.text(alphabet="<>/&;#pbr aZ\n\"'=!-[]", max_size=200))
def test_any_markup_becomes_some_text(markup: str) -> None:
    assert plain(markup) == plain(markup).strip()


def test_a_warning_stands_before_what_it_warns_of() -> None:
    shown = {
        "id": "1", "created_at": "2026-11-18T09:00:00Z", "content": "<p>text</p>", "spoiler_text": "food",
        "uri": "https://fen.example/1", "account": {"acct": "tester@elsewhere.example"},
    }  # fmt: skip
    read = post(shown, "fen.example")
    assert read
    assert read[0].text == "food\n\ntext"
    assert read[0].author == "tester@elsewhere.example"
    assert post({**shown, "visibility": "private"}, "fen.example") is None


def test_with_an_account_its_search_is_heard_too_and_nothing_twice(talk: MastodonTalk) -> None:
    spoken(talk, 90, NOW)
    for number in range(500, 560):
        talk.say(number, NOW - timedelta(minutes=number), "a fen mug without its hashtag")
    posts, heard = hear(listening(MastodonNetwork, talk, WITH_MASTODON))
    assert sorted(one.external_id for one in posts) == sorted(talk.name_of(number) for number in talk.lines)
    talk.say(900, NOW - timedelta(minutes=1), "another fen mug")
    more, _ = hear(listening(MastodonNetwork, talk, WITH_MASTODON), heard.cursor)
    assert [one.external_id for one in more] == [talk.name_of(900)]


def test_posts_of_another_server_are_left_alone(talk: MastodonTalk) -> None:
    heard = listening(MastodonNetwork, talk).look_again(("1@elsewhere.example", "../../admin@127.0.0.1"))
    assert heard.posts == heard.gone == ()
    assert not talk.asked


@pytest.mark.parametrize("words", ["", "  ", "!!!", "2026"])
def test_what_makes_no_hashtag_is_refused(talk: MastodonTalk, words: str) -> None:
    with pytest.raises(Rejected, match="hashtag"):
        listening(MastodonNetwork, talk).listen(words, None)
