# `make` alone lists what can be done. Everything that CI runs is `make test`.

PYTHON ?= python3
BIN := .venv/bin
PREPARE := $(PYTHON) -I infra_cdk/local/prepare.py
LOCAL := $(BIN)/python -m infra_cdk.local
NPM := npm --prefix frontend run --silent
# Two at a time: what a laptop's two cores carry. Tests of one file stay together, and share what they started.
PYTEST := $(BIN)/pytest
TOGETHER := -n 2 --dist loadfile
# Nothing of the person's own AWS settings reaches the tests.
export AWS_EC2_METADATA_DISABLED := true
unexport AWS_PROFILE AWS_CA_BUNDLE AWS_ENDPOINT_URL AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN

.DEFAULT_GOAL := help
.PHONY: help up down status logs reset test lint types contracts frontend-test unit integration functions-test \
        infra-test e2e soak bench format openapi client site pictures synth pins python node browser

help: ## List the targets
	@awk 'BEGIN { FS = ":.*## " } /^## / { printf "\n%s\n", substr($$0, 4) } \
	     /^[a-z0-9-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo

## On this machine
up: ## Raise everything here: install, start, deploy, migrate, seed. Again: seconds, and the data stays
	@$(PREPARE) python node
	@$(LOCAL) up

down: python ## Stop what `make up` started, and only that
	@$(LOCAL) down

status: python ## What runs, where, as which process, and whether it is well
	@$(LOCAL) status

logs: python ## Follow the functions and the engine (FUNCTION=api for one of them, FOLLOW=0 to stop at the end)
	@$(LOCAL) logs

reset: python ## Delete this machine's data, after asking (YES=1 does not ask)
	@$(LOCAL) reset

## Proofs
test: python node browser ## Everything that CI runs, the quick first
	@$(MAKE) --no-print-directory lint contracts types frontend-test
	$(PYTEST) $(TOGETHER) tests

lint: python ## Ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: python ## Pyright, strict, tests too
	$(BIN)/pyright

contracts: python ## Imports go up the river
	$(BIN)/lint-imports

unit: python ## Pure modules, registries, architecture
	$(PYTEST) tests/unit tests/contracts tests/architecture

integration: python ## With a real PostgreSQL, and queues and buckets on the engine
	$(PYTEST) tests/integration

functions-test: python ## Events in, rows and messages out
	$(PYTEST) tests/functions

infra-test: python node ## Templates: snapshots, guardrails
	$(PYTEST) tests/infra

frontend-test: node ## ESLint, tsc, the client against the contract, Vitest
	$(NPM) lint
	$(NPM) typecheck
	$(NPM) client:check
	$(NPM) test

e2e: python node browser ## The whole local cloud, and a real browser
	$(PYTEST) tests/e2e

soak: python ## A hundred thousand offers, then fifty thousand posts, through real queues while workers are killed
	WARELOOM_SOAK_OFFERS=105000 $(PYTEST) -s tests/e2e/test_soak.py
	WARELOOM_SOAK_POSTS=50000 $(PYTEST) -s tests/e2e/test_listening_soak.py

bench: python ## Performance as JSON lines, side by side with what each is compared to
	@PYTHONPATH=shared:. $(BIN)/python -m tests.bench

## Making things
format: python ## Put the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

openapi: python ## Write the API's contract, docs/api/openapi.json
	$(BIN)/python -m functions.api.openapi

client: openapi node ## Write the contract, and the browser's client from it
	$(NPM) client

site: node ## Build the browser app into frontend/dist
	$(NPM) build

pictures: python ## Draw the designs and mockups that docs/ shows, into docs/pictures
	PYTHONPATH=shared:. $(BIN)/python -m tests.bench.pictures

synth: python node ## Synthesise the CDK app into cdk.out (ENVIRONMENT=production)
	CDK_OUTDIR=cdk.out CDK_CONTEXT_JSON='{"environment": "$(or $(ENVIRONMENT),production)"}' \
		PYTHONPATH=shared:. $(BIN)/python -m infra_cdk.app

pins: python ## Choose the newest Python packages that requirements/*.in allow, and pin them with their hashes
	@command -v uv > /dev/null || { echo "This needs uv: https://docs.astral.sh/uv/" >&2; exit 1; }
	@for list in layer ai imaging collect browser parquet forecast inference speech whisper dev; do UV_CUSTOM_COMPILE_COMMAND="make pins" uv pip compile --quiet --universal --upgrade \
		--python-version 3.11 --generate-hashes --no-emit-index-url \
		$$([ $$list = dev ] && printf -- "--constraint requirements/%s.txt " layer ai imaging collect browser parquet forecast inference speech) \
		requirements/$$list.in --output-file requirements/$$list.txt; done

python:
	@$(PREPARE) python

node:
	@$(PREPARE) node

browser: python
	@$(BIN)/python -m infra_cdk.local.browser
