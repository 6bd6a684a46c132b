# The one door for people and for CI. `make` alone lists what there is.

SHELL := /bin/bash
STRICT := --explicit-target-dependency-import-check error
JOBS ?=

.PHONY: help setup build release run demo serve test model lint format bench clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

setup: ## install the Debian packages that are missing
	@scripts/setup

build: setup ## build everything (debug)
	swift build $(STRICT)

release: setup
	swift build -c release $(STRICT) --product quita

run: release ## build (release) and run the demonstration; the console opens at the printed address
	.build/release/quita demo

serve: release ## run the server on the database of this folder
	.build/release/quita serve

test: setup ## build and run all tests, on SQLite and on a PostgreSQL server of their own
	swift build --build-tests $(STRICT)
	scripts/test

model: setup ## train the understanding model anew from Training/
	swift run -c release train-model --training Training --output Sources/CUnderstandingModel/understanding.model

lint: ## check the format and the rules of the sources
	swift format lint --strict --parallel --recursive --configuration .swift-format Package.swift Sources Tests

format: ## put the sources into the project's format
	swift format --in-place --parallel --recursive --configuration .swift-format Package.swift Sources Tests

bench: release ## measure ingest and loop on this machine
	.build/release/quita bench ingest
	.build/release/quita bench loop

clean: ## remove what the build made
	rm -rf .build
