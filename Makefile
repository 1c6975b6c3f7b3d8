# The commands of a newcomer: `make demo` and `make test` do everything, set-up included.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

VENV := .build/interoperability
PEERS := .build/peers

.PHONY: help setup setup-test build demo test lint interop bench fuzz clean

help: ## Say what there is to make
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

setup: ## Install the Debian packages that the program needs, where they are missing
	@Tests/Setup/install-packages program

setup-test: setup
	@Tests/Setup/install-packages test

build: setup ## Build the program
	swift build --product passerelle

demo: build ## Show the whole way, from XML to a verified certificate, on the shipped curricula
	@"$$(swift build --show-bin-path)/passerelle" demo

test: setup-test ## Run every test
	swift build --build-tests
	swift test --skip-build

lint: ## Hold the sources against their format
	swift format lint --strict --parallel -r Package.swift Sources Tests Validators

interop: setup-test ## Hold certificates against other people's verifiers, from PyPI
	@Tests/Setup/make-python-environment $(VENV) Tests/Interoperability/requirements.txt
	swift build --product passerelle
	for check in Tests/Interoperability/check_*.py; do \
	  $(VENV)/bin/python "$$check" "$$(swift build --show-bin-path)/passerelle"; \
	done

bench: setup-test ## Measure beside the named peers, in one run: make bench AREA=validation for one area
	@Tests/Setup/make-python-environment $(PEERS) Tests/Benchmarks/requirements.txt
	swift build -c release --product passerelle
	for run in Tests/Benchmarks/$(AREA)*/run; do \
	  "$$run" "$$(swift build -c release --show-bin-path)/passerelle" "$(CURDIR)/$(PEERS)/bin/python"; \
	done

fuzz: setup ## Let libFuzzer search for documents that break check: make fuzz SECONDS=600 for longer
	@Tests/Fuzzing/run "$(or $(SECONDS),60)"

clean: ## Delete what was built
	rm -rf .build
