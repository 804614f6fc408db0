"""Write the template snapshots anew, when a change to the cloud is meant: `python -m tests.infra.regenerate`."""

from tests.infra.synthesis import ENVIRONMENTS, SNAPSHOTS, snapshots, synthesise

if __name__ == "__main__":
    SNAPSHOTS.mkdir(exist_ok=True)
    for name in ENVIRONMENTS:
        for file, text in snapshots(synthesise(name)).items():
            file.write_text(text, encoding="utf-8")
