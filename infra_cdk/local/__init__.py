"""The laptop's cloud: PostgreSQL, an AWS engine, and the same CDK app deployed into it. `make up` is the way in."""
