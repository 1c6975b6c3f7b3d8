# The commands of a newcomer: `make demo` and `make test` do everything, set-up included.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

VENV := .build/interoperability
PEERS := .build/peers
# The longest come first, so that two at a time end together.
INTEROP := $(addprefix Tests/Interoperability/check_,credentials.py sheets.py)
INTEROP += $(filter-out $(INTEROP),$(wildcard Tests/Interoperability/check_*.py))

# Where `make install` puts the program; DESTDIR stands before it, for packages.
PREFIX := /usr/local
SHARE := $(DESTDIR)$(PREFIX)/share
VERSION := $(shell sed -n 's/.*static let version = "\(.*\)"/\1/p' Sources/PasserelleCommandLine/Commands/Passerelle.swift)
# A binary that needs no Swift where it runs.
RELEASE := -c release --static-swift-stdlib

.PHONY: help setup setup-test build demo test lint interop bench fuzz install deb clean

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
	@program="$$(swift build --show-bin-path)/passerelle"; \
	$(MAKE) --no-print-directory --jobs 2 --output-sync=target $(INTEROP) PROGRAM="$$program"

.PHONY: $(INTEROP)
$(INTEROP):
	$(VENV)/bin/python $@ "$(PROGRAM)"

bench: setup-test ## Measure beside the named peers, in one run: make bench AREA=validation for one area
	@Tests/Setup/make-python-environment $(PEERS) Tests/Benchmarks/requirements.txt
	swift build $(RELEASE) --product passerelle
	for run in Tests/Benchmarks/$(AREA)*/run; do \
	  "$$run" "$$(swift build $(RELEASE) --show-bin-path)/passerelle" "$(CURDIR)/$(PEERS)/bin/python"; \
	done

fuzz: setup ## Let libFuzzer search for documents that break check: make fuzz SECONDS=600 for longer
	@Tests/Fuzzing/run "$(or $(SECONDS),60)"

install: setup ## Install the program, its manual, completions, grammars and curricula: make install PREFIX=/usr/local
	swift build $(RELEASE) --product passerelle
	binary="$$(swift build $(RELEASE) --show-bin-path)/passerelle"; \
	program="$(DESTDIR)$(PREFIX)/bin/passerelle"; \
	install -D -m 755 --strip "$$binary" "$$program"; \
	install -d "$(SHARE)"/{man/man1,man/fr/man1,bash-completion/completions,zsh/site-functions,fish/vendor_completions.d}; \
	now="$$(date -u -d "@$${SOURCE_DATE_EPOCH:-$$(date +%s)}" +%Y-%m-%dT%H:%M:%SZ)"; \
	"$$program" manual-page --lang en --now "$$now" | gzip -9n >"$(SHARE)/man/man1/passerelle.1.gz"; \
	"$$program" manual-page --lang fr --now "$$now" | gzip -9n >"$(SHARE)/man/fr/man1/passerelle.1.gz"; \
	"$$program" --generate-completion-script bash >"$(SHARE)/bash-completion/completions/passerelle"; \
	"$$program" --generate-completion-script zsh >"$(SHARE)/zsh/site-functions/_passerelle"; \
	"$$program" --generate-completion-script fish >"$(SHARE)/fish/vendor_completions.d/passerelle.fish"; \
	"$$program" manual --output "$(SHARE)/doc/passerelle"; \
	install -d "$(SHARE)/passerelle/Validators/Schemas"; \
	"$$program" grammar >"$(SHARE)/passerelle/Validators/Schemas/passerelle.rng"; \
	"$$program" grammar --compact >"$(SHARE)/passerelle/Validators/Schemas/passerelle.rnc"; \
	tar --exclude='*.sqlite*' --exclude=keys --exclude='.[!.]*' -cf - Curricula \
	  | tar --no-same-owner -C "$(SHARE)/passerelle" -xf -

deb: ## Make a Debian package of what `make install` installs
	rm -rf .build/deb
	mkdir -p .build/deb/debian .build/deb/root/DEBIAN
	$(MAKE) install DESTDIR="$(CURDIR)/.build/deb/root" PREFIX=/usr
	install -D -m 644 LICENSE .build/deb/root/usr/share/doc/passerelle/copyright
	printf 'Source: passerelle\n\nPackage: passerelle\nArchitecture: any\n' >.build/deb/debian/control
	cd .build/deb; \
	libraries="$$(dpkg-shlibdeps -O root/usr/bin/passerelle | sed -n 's/^shlibs:Depends=//p')"; \
	architecture="$$(dpkg --print-architecture)"; \
	printf '%s\n' "Package: passerelle" "Version: $(VERSION)" "Architecture: $$architecture" \
	  "Maintainer: Passerelle <passerelle@users.noreply.example>" "Section: education" "Priority: optional" \
	  "Installed-Size: $$(du -sk root/usr | cut -f1)" "Depends: $$libraries, fonts-noto-core" \
	  "Recommends: fonts-noto-cjk" "Description: curricula and learning paths for reverse mentoring" \
	  " Validates curricula in XML, plans the shortest way to a certificate for two people who" \
	  " learn from each other, records what they did, and issues certificates that anybody can verify." \
	  >root/DEBIAN/control; \
	dpkg-deb --root-owner-group --build root "passerelle_$(VERSION)_$$architecture.deb"; \
	echo "$$PWD/passerelle_$(VERSION)_$$architecture.deb"

clean: ## Delete what was built
	rm -rf .build
