"""The whole of every template, so that no change to the cloud goes unseen."""

from tests.infra.synthesis import Cloud, snapshots


def test_the_cloud_is_the_one_we_last_agreed_to(cloud: Cloud) -> None:
    for file, text in snapshots(cloud).items():
        kept = file.read_text(encoding="utf-8")
        assert text == kept, (
            f"{file.name} changed. If that is meant: python -m tests.infra.regenerate, and read the diff."
        )
