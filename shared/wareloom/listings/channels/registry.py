"""Every place we can sell at: one line each."""

from wareloom.kit.errors import Rejected
from wareloom.listings.channel import Channel
from wareloom.listings.channels.printful.channel import PrintfulChannel
from wareloom.listings.channels.sandbox.channel import SandboxChannel

CHANNELS: dict[str, Channel] = {
    "printful": PrintfulChannel(),
    "sandbox": SandboxChannel(),
}


def channel(name: str) -> Channel:
    try:
        return CHANNELS[name]
    except KeyError:
        known = ", ".join(CHANNELS)
        raise Rejected(f"There is no channel “{name[:40]}”. Known: {known}.") from None
