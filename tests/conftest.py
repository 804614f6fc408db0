"""What every test may ask for. Nothing of ours is replaced: the database and the queues are real ones."""

from hypothesis import settings

# Machines are noisy: how long an example takes says nothing about the code.
settings.register_profile("wareloom", deadline=None)
settings.load_profile("wareloom")

pytest_plugins = ["tests.support.database", "tests.support.cloud", "tests.support.browser", "tests.support.real_data"]
