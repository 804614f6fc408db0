import pytest

from wareloom.cli.deployment import dialled, spelled
from wareloom.kit.errors import Rejected


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://shop.example", "https://shop.example"),
        ("Shop.Example/", "https://shop.example"),
        (" https://shop.example/api/v1/ ", "https://shop.example"),
        ("https://shop.example:8443", "https://shop.example:8443"),
        ("http://localhost:4566/", "http://localhost:4566"),
        ("http://127.0.0.1:4566", "http://127.0.0.1:4566"),
        ("http://[::1]:4566", "http://[::1]:4566"),
        ("http://d1.cloudfront.localhost:4566", "http://d1.cloudfront.localhost:4566"),
    ],
)
def test_a_deployment_has_one_spelling(written: str, url: str) -> None:
    assert spelled(written) == url
    assert spelled(url) == url


@pytest.mark.parametrize(
    "written",
    [
        "",
        "https://",
        "ftp://shop.example",
        "https://shop.example/offers",
        "https://you:secret@shop.example",
        "https://shop.example?x=1",
        "https://shop.example:port",
        "https://[::1",
    ],
)
def test_what_is_no_address_of_a_deployment_is_refused(written: str) -> None:
    with pytest.raises(Rejected):
        spelled(written)


@pytest.mark.parametrize("written", ["http://shop.example", "http://localhost.example", "http://10.0.0.7:4566"])
def test_a_key_is_never_sent_in_the_clear_to_another_machine(written: str) -> None:
    with pytest.raises(Rejected, match="in the clear"):
        spelled(written)


def test_names_under_localhost_are_this_machine_whatever_the_resolver_knows() -> None:
    assert dialled("http://d1.localhost:4566") == ("http://127.0.0.1:4566", {"Host": "d1.localhost:4566"})
    assert dialled("https://shop.example") == ("https://shop.example", {})
