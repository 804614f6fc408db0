"""What every test may ask for. Nothing of ours is replaced: the database and the queues are real ones."""

pytest_plugins = ["tests.support.database", "tests.support.cloud", "tests.support.browser", "tests.support.real_data"]
