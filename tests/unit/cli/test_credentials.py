from pathlib import Path

import pytest

from wareloom.cli import credentials
from wareloom.cli.credentials import Credential
from wareloom.kit.errors import Rejected, Unauthenticated

HERE, THERE = "https://here.example", "https://there.example"
MINE = Credential(key="wl_mine", email="you@here.example", workspace="Paper Fox")


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("WARELOOM_URL", raising=False)
    monkeypatch.delenv("WARELOOM_KEY", raising=False)
    return tmp_path


def test_only_their_owner_may_read_credentials(machine: Path) -> None:
    (machine / "wareloom").mkdir(mode=0o755)
    (machine / "wareloom" / "credentials.json").write_text('{"current": null, "deployments": {}}')
    (machine / "wareloom" / "credentials.json").chmod(0o644)
    credentials.remember(HERE, MINE)
    assert credentials.path().stat().st_mode & 0o777 == 0o600
    assert [file.name for file in (machine / "wareloom").iterdir()] == ["credentials.json"]


def test_the_last_login_is_spoken_to_and_the_others_are_kept() -> None:
    credentials.remember(HERE, MINE)
    credentials.remember(THERE, Credential(key="wl_other", email="you@there.example", workspace="Paper Fox"))
    assert credentials.chosen() == (THERE, "wl_other")
    credentials.forget(THERE)
    assert credentials.chosen() == (HERE, "wl_mine")


def test_the_environment_goes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    credentials.remember(HERE, MINE)
    monkeypatch.setenv("WARELOOM_KEY", "wl_given")
    assert credentials.chosen() == (HERE, "wl_given")
    monkeypatch.setenv("WARELOOM_URL", "there.example/")
    assert credentials.chosen() == (THERE, "wl_given")


def test_a_key_never_goes_to_a_deployment_it_was_not_made_for(monkeypatch: pytest.MonkeyPatch) -> None:
    credentials.remember(HERE, MINE)
    monkeypatch.setenv("WARELOOM_URL", THERE)
    with pytest.raises(Unauthenticated, match=f"not signed in to {THERE}"):
        credentials.chosen()


def test_without_a_login_the_person_is_told_so() -> None:
    with pytest.raises(Unauthenticated, match="No deployment is chosen"):
        credentials.chosen()


def test_a_broken_file_is_named(machine: Path) -> None:
    (machine / "wareloom").mkdir()
    (machine / "wareloom" / "credentials.json").write_text("{")
    with pytest.raises(Rejected, match="cannot be read"):
        credentials.chosen()


def test_a_folder_that_cannot_be_written_is_named(machine: Path) -> None:
    (machine / "wareloom").write_text("a file where the folder should be")
    with pytest.raises(Rejected, match="cannot be"):
        credentials.remember(HERE, MINE)
