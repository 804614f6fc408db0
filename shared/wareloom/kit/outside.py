"""How other people's servers are asked, and with which keys: settings as those of `settings`."""

from pydantic import Field, SecretStr

from wareloom.kit.environment import Settings


class HttpSettings(Settings):
    """How we behave on other people's servers."""

    prefix = "HTTP"

    contact: str = "https://wareloom.example/collecting"
    allow_private: bool = Field(default=False, description="Only for tests and laptops: loopback shops may be read.")


class ProxySettings(Settings):
    """Other ways out to the world, from cheap to dear. Each tier is a comma-separated list of proxies' addresses.

    `secret_id` names a secret with the tiers instead: {"first": "http://name:password@host:port, ...", "second": ...}.
    """

    prefix = "PROXY"

    direct: bool = Field(default=True, description="Whether hosts are asked without a proxy as long as that works.")
    first: SecretStr | None = None
    second: SecretStr | None = None
    third: SecretStr | None = None
    secret_id: str | None = None


class MarketKeySettings(Settings):
    """Keys to marketplaces' own APIs, in a secret as `market.keys` describes it. Amazon's address is else its region's,
    Shopify's the shop's own."""

    prefix = "MARKET_KEY"

    secret_id: str | None = None
    etsy_url: str = "https://openapi.etsy.com"
    amazon_url: str | None = None
    amazon_login_url: str = "https://api.amazon.com"
    shopify_url: str | None = None


class SocialKeySettings(Settings):
    """Keys to networks' own APIs, in a secret as `social.keys` describes it, and where those APIs are. Mastodon is the
    one server that we ask: any server sees what its people and those they follow post."""

    prefix = "SOCIAL_KEY"

    secret_id: str | None = None
    bluesky_url: str = "https://public.api.bsky.app"
    bluesky_login_url: str = "https://bsky.social"
    mastodon_url: str = "https://mastodon.social"
    reddit_url: str = "https://oauth.reddit.com"
    reddit_login_url: str = "https://www.reddit.com"
    youtube_url: str = "https://www.googleapis.com"


class BrowserSettings(Settings):
    """The browser that brings pages which plain HTTP cannot. Without a program's path, one that is installed."""

    prefix = "BROWSER"

    program: str | None = None
    sandbox: bool | None = Field(
        default=None, description="Without a word: Chromium's own sandbox, unless we are root."
    )


class PrintfulSettings(Settings):
    """Where Printful answers; a test names its own server."""

    prefix = "PRINTFUL"

    base_url: str = "https://api.printful.com"
