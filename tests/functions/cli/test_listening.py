"""Subjects and posts from a terminal."""

from tests.support.chatter import a_post, chattering
from tests.support.command import Command
from wareloom.kit.work import unit_of_work
from wareloom.social.listening.listen import listen
from wareloom.social.queries import listenings


def test_a_subject_from_its_beginning_to_its_end(wareloom: Command) -> None:
    with chattering(a_post(1, "What a fox"), a_post(2, "What a hen", like_count=5)):
        assert "Nothing is listened for." in wareloom("subjects").err
        assert (
            "“fox shirt” is listened for at every network that can be asked: 1."
            in wareloom("subjects", "follow", "fox", "shirt").err
        )
        (subject,) = wareloom("subjects", "--json").json
        with unit_of_work() as work:
            (row,) = listenings(work.session, [subject["id"]])
            listen(work, row.id)
        assert "fox shirt" in wareloom("subjects", "list").out
        assert "What a hen" in wareloom("posts").out
        assert [post["text"] for post in wareloom("posts", "--json").json] == ["What a hen", "What a fox"]
        assert [post["text"] for post in wareloom("posts", "--text", "FOX", "--json").json] == ["What a fox"]
        assert [post["engagement"] for post in wareloom("posts", "--top", "--json").json] == [5, 0]
        assert "No post is known" in wareloom("posts", "--sentiment", "negative").err
        assert "no longer listened for" in wareloom("subjects", "unfollow", subject["id"]).err
        assert wareloom("subjects", "--json").json == []
