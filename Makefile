# Two commands do everything: `make serve` and `make test`.
# Each installs what is missing on a Debian 12 with Swift 6.3, and says what it installs.

SHELL := /bin/bash
.DEFAULT_GOAL := help

PORT ?= 8000
CONFIGURATION ?= release

BUILD_PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev pkg-config
TEST_PACKAGES := chromium firefox-esr fonts-noto-cjk gir1.2-webkit2-4.1 python3-gi python3-venv webkit2gtk-driver xvfb
LINT_PACKAGES := node-typescript
OPERATION_PACKAGES := nginx-light apache2-bin media-types rsync curl shellcheck git
DIST_PACKAGES := binutils git python3
DIST_TEST_PACKAGES := debootstrap groff-base
SOAK_PACKAGES := wrk
VENV := .venv
MOKUROKU := .build/$(CONFIGURATION)/mokuroku
# The runtime of Swift is in the executable: it starts in half the time and needs no other library.
BUILD_STATIC := swift build --static-swift-stdlib --configuration
BUILD_PRODUCT := $(BUILD_STATIC) $(CONFIGURATION) --product mokuroku
# The scripts of the site, with the types that they share.
SCRIPTS := $(wildcard Sources/SearchScripts/*.d.ts Sources/SearchScripts/*.js templates/assets/*.js)
# How long each target of `make fuzz` runs, and which; none names all.
SECONDS := 60
TARGETS :=
# How much `make soak` does.
REBUILDS := 500
KILLS := 1000
LOAD_SECONDS := 30
# What `make sanitize` runs: `Tests/sanitize SANITIZER` tells what each leaves out.
SANITIZERS := address undefined thread

.PHONY: help serve build check test test-swift test-data missing test-browser test-machine fuzz sanitize soak format lint \
	bench clean dist test-operation test-dist build-tools test-tools soak-tools lint-tools operation-tools dist-tools dist-test-tools

help: ## この一覧を示す / shows this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | column -t -s "$$(printf '\t')"

serve: build-tools ## つくって http://localhost:8000 で見る / builds the site and previews it
	$(BUILD_PRODUCT)
	$(MOKUROKU) serve --port $(PORT)

build: build-tools ## public/ に書き出す / writes the site into public/
	$(BUILD_PRODUCT)
	$(MOKUROKU) build --strict

check: build-tools ## 書いたものを確かめる / checks the content
	$(BUILD_PRODUCT)
	$(MOKUROKU) check --strict

test: lint test-swift test-machine test-browser test-operation test-dist missing ## すべての試験 / runs every test

test-swift: build-tools ## Swiftの試験 / the tests in Swift
	swift test --parallel
	@$(MAKE) --no-print-directory missing

# What the tests in Swift could not look at, again where nobody overlooks it.
missing:
	@swift test --skip-build --filter MissingNeedTests 2>&1 | sed -nE 's/.*could not run/NOT RUN:/p' | sort -u

test-data: ## 仕様書の例を集める / fetches the examples of the specifications (git, network) into Tests/Data
	python3 Tools/fetch-specifications.py Tests/Data/specs

test-browser: build-tools test-tools ## ブラウザーの試験 / the tests in browsers
	$(BUILD_STATIC) release --product mokuroku
	$(BUILD_STATIC) release --product mokuroku-search-bench
	.build/release/mokuroku check --strict --search
	.build/release/mokuroku build --strict
	$(VENV)/bin/python -m pytest Tests/Browser

test-machine: build-tools ## 空きのないディスクなどの試験 / full disks, limits, mount points (some need root)
	$(BUILD_STATIC) release --product mokuroku
	python3 Tests/Soak/machine.py .build/release/mokuroku

test-operation: build-tools operation-tools ## 公開の試験 / from a push to a served page: hooks, scripts, web servers
	$(BUILD_STATIC) release --product mokuroku
	$(VENV)/bin/python -m pytest Tests/Operation --ignore Tests/Operation/test_dist.py

dist: build-tools dist-tools ## 持っていけるプログラム / the static executable as a tar and a .deb, in .build-dist/
	Packaging/dist

test-dist: dist operation-tools dist-test-tools ## 持っていけるプログラムの試験 / it, on a bare Debian (takes root)
	$(VENV)/bin/python -m pytest Tests/Operation/test_dist.py

fuzz: build-tools ## でたらめな入力の試験 / libFuzzer, each target for SECONDS (60)
	Tests/Fuzzing/run $(SECONDS) $(TARGETS)

sanitize: build-tools ## 番人つきの試験 / the tests under the address, undefined and thread sanitizers
	for sanitizer in $(SANITIZERS); do Tests/sanitize $$sanitizer || exit 1; done

soak: build-tools soak-tools ## 長い試験 / long tests: 500 rebuilds, 1,000 kills, load (half an hour)
	$(BUILD_STATIC) release --product mokuroku
	python3 Tests/Soak/rebuilds.py .build/release/mokuroku --count $(REBUILDS)
	python3 Tests/Soak/kills.py .build/release/mokuroku --count $(KILLS)
	python3 Tests/Soak/load.py .build/release/mokuroku --seconds $(LOAD_SECONDS)
	MOKUROKU_SOAK=1 swift test --configuration release -Xswiftc -enable-testing --scratch-path .build-soak \
	  --filter 'HostileTests|KilledProcessTests'

lint: lint-tools ## 書式とスクリプトの型の検査 / checks the format, and the types of the scripts
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	tsc --noEmit --allowJs --checkJs --strict --target es2022 --lib es2022,dom,dom.iterable $(SCRIPTS)

format: ## 書式を整える / formats the sources
	swift format format --in-place --recursive --parallel Package.swift Sources Tests

bench: build-tools ## 性能を測る / measures the speed (see Benchmarks/README.md)
	Benchmarks/run

clean: ## できたものを消す / removes what was built
	rm -rf .build .build-dist* .build-fuzz .build-soak .build-sanitize-* .mokuroku $(VENV)
	find public -mindepth 1 -not -name .gitkeep -delete

# Installs a list of Debian packages, those that are missing only. $(1): the packages.
define install_missing
	@missing=""; \
	for package in $(1); do \
	  dpkg-query --show --showformat='$${Status}' $$package 2>/dev/null \
	    | grep -q 'install ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing Debian packages:$$missing"; \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi
endef

build-tools:
	@command -v swift >/dev/null || { echo "Swift 6.3 is needed: https://www.swift.org/install/linux/"; exit 2; }
	$(call install_missing,$(BUILD_PACKAGES))

lint-tools:
	$(call install_missing,$(LINT_PACKAGES))

soak-tools:
	$(call install_missing,$(SOAK_PACKAGES))

test-tools: $(VENV)/installed
	$(call install_missing,$(TEST_PACKAGES))

operation-tools: $(VENV)/installed
	$(call install_missing,$(OPERATION_PACKAGES))

dist-tools:
	$(call install_missing,$(DIST_PACKAGES))

dist-test-tools:
	$(call install_missing,$(DIST_TEST_PACKAGES))

$(VENV)/installed: Tests/requirements.txt
	$(call install_missing,python3-venv)
	@echo "Installing into $(VENV): $$(grep -v '^#' $< | tr '\n' ' ')"
	python3 -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@
