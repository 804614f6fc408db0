"""`python -m infra_cdk.local up|down|status|logs|reset`: what the Makefile calls."""

import os
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from infra_cdk.local import logs, site, status
from infra_cdk.local.cloud import Cloud
from infra_cdk.local.seed import Seed
from infra_cdk.local.show import Screen
from infra_cdk.local.state import State
from wareloom.kit.errors import Rejected


def up(screen: Screen) -> None:
    state = State.here()
    cloud = Cloud(state, state.ports())
    _stop_if_ports_changed(cloud, screen)
    cloud.refuse_taken_ports()
    state.write("ports", asdict(cloud.ports))
    dist, site_key = _build_site(screen)
    raised = state.read("raised")
    with ExitStack() as on_failure:
        _start(cloud, screen, on_failure)
        with screen.step("CDK app synthesised"):
            assembly, key = cloud.synthesise()
        now = {"engine": cloud.engine.pid, "app": key, "site": site_key}
        if raised == now:
            screen.say("Everything is already running, as it is in the sources.")
        else:
            _raise(cloud, screen, assembly, dist)
            state.write("raised", now)
        on_failure.pop_all()
    _seed(cloud, screen)
    _farewell(cloud, screen)


def _stop_if_ports_changed(cloud: Cloud, screen: Screen) -> None:
    """What runs elsewhere would be deployed with the wrong addresses in it."""
    kept = cloud.state.read("ports")
    if kept and kept != asdict(cloud.ports) and (cloud.engine.is_running() or cloud.postgres.is_running()):
        with screen.step("Stopped: other ports were asked for"):
            cloud.stop()


def _build_site(screen: Screen) -> tuple[Path, str]:
    with screen.step("Browser app built"):
        return site.build()


def _start(cloud: Cloud, screen: Screen, on_failure: ExitStack) -> None:
    if not cloud.postgres.is_running():
        with screen.step("PostgreSQL started") as notes:
            on_failure.callback(cloud.postgres.stop)
            cloud.postgres.start()
            notes.append(f"port {cloud.ports.postgres}")
    if cloud.engine.is_outdated():
        with screen.step("Local AWS engine stopped: its code has changed"):
            cloud.engine.stop()
    if not cloud.engine.is_running():
        with screen.step("Local AWS engine started") as notes:
            on_failure.callback(cloud.engine.stop)
            cloud.engine.start()
            notes.append(f"port {cloud.ports.engine}")


def _raise(cloud: Cloud, screen: Screen, assembly: Path, dist: Path) -> None:
    with screen.step("CDK app deployed") as notes:
        cloud.deploy(assembly)
        notes.append(f"{len(cloud.outputs)} outputs")
    with screen.step("Database migrated") as notes:
        moved = cloud.migrate()
        notes.append(f"at {moved['is']}" if moved["was"] == moved["is"] else f"{moved['was']} → {moved['is']}")
    with screen.step("Browser app uploaded") as notes:
        notes.append(f"{cloud.put_site(dist)} files")
        cloud.open_door()
    with screen.step("Unfinished work nudged"):
        cloud.nudge()


def _seed(cloud: Cloud, screen: Screen) -> None:
    seed = Seed(cloud.address, cloud.state)
    if seed.has_collected and seed.has_designs:
        return
    with screen.step("Demo login"):
        seed.sign_in()
    with screen.step("Sample network listened to") as notes:
        notes.append(seed.listen())
    if not seed.has_collected:
        with screen.bar("Sample market, 180 days of it") as bar:
            went = seed.collect(bar)
        screen.say(f"  Sample market collected: {went}.")
    with screen.bar("First run: trends, ideas, designs") as bar:
        went = seed.design(bar)
    screen.say(f"  First run: {went}.")
    screen.say(f"  Sample network: {seed.heard()}.")


def _farewell(cloud: Cloud, screen: Screen) -> None:
    email, password = Seed(cloud.address, cloud.state).login or ("", "")
    screen.say()
    screen.say(f"  Wareloom is at  [bold]{cloud.address}[/bold]")
    if password:
        screen.say(f"  Sign in with    [bold]{email}[/bold]  [bold]{password}[/bold]")
    screen.say("  Stop it with    make down      (the data stays; `make logs`, `make status`, `make reset`)")


def down(screen: Screen) -> None:
    state = State.here()
    cloud = Cloud(state, state.ports({}))
    if not (cloud.engine.is_running() or cloud.postgres.is_running() or cloud.engine.workers()):
        screen.say("Nothing of ours is running.")
        return
    with screen.step("Local AWS engine stopped"):
        cloud.engine.stop()
    with screen.step("PostgreSQL stopped"):
        cloud.postgres.stop()
    screen.say("  The data stays. `make up` brings it back; `make reset` deletes it.")


def show_status(screen: Screen) -> None:
    state = State.here()
    if not status.show(Cloud(state, state.ports({})), screen):
        raise SystemExit(1)


def follow_logs(screen: Screen) -> None:
    state = State.here()
    cloud = Cloud(state, state.ports({}))
    if not cloud.engine.is_running():
        raise Rejected(f"The engine does not run. What it said last is in {state.engine_log}. Start it with `make up`.")

    def say(line: str) -> None:
        screen.console.print(line, markup=False)

    forever = os.environ.get("FOLLOW", "1") != "0"
    logs.follow(cloud.aws, state.engine_log, say, only=os.environ.get("FUNCTION") or None, forever=forever)


def reset(screen: Screen) -> None:
    state = State.here()
    if os.environ.get("YES") != "1" and not _agreed(f"Delete all data in {state.folder}, the demo login included?"):
        screen.say("Nothing was deleted.")
        return
    Cloud(state, state.ports({})).stop()
    state.delete()
    screen.say(f"  Everything in {state.folder} that was yours is deleted. `make up` begins anew.")


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        raise Rejected("Nobody is here to ask: `make reset YES=1` deletes the data without a question.")
    return input(f"{question} [y/N] ").strip().lower() in ("y", "yes")


def _alone(command: Callable[[Screen], None]) -> Callable[[Screen], None]:
    def run(screen: Screen) -> None:
        with State.here().alone():
            command(screen)

    return run


COMMANDS = {
    "up": _alone(up),
    "down": _alone(down),
    "status": show_status,
    "logs": follow_logs,
    "reset": _alone(reset),
}
