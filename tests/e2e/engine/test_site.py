"""The browser app as it is built for a laptop."""

import sys
from pathlib import Path
from subprocess import PIPE, Popen

from infra_cdk.local import site

_BUILD = (
    "import sys; from pathlib import Path; from infra_cdk.local import site; print(site.build(Path(sys.argv[1]))[0])"
)


def test_two_who_build_it_at_once_both_have_it_whole(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _BUILD, str(tmp_path)]
    builds = [Popen(command, stdout=PIPE, text=True) for _ in range(2)]
    told = {Path(build.communicate()[0].strip()) for build in builds}
    assert [build.returncode for build in builds] == [0, 0]
    assert told == {site.build(tmp_path)[0]}
    (built,) = told
    assert [file.name for file in tmp_path.iterdir()] == [built.name], "nothing half made is left"
    for file in (built / "index.html").read_text(encoding="utf-8").split('"'):
        assert not file.startswith("/assets/") or (built / file.removeprefix("/")).is_file()
