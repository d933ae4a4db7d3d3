# One command reads, audits and reports every PDF in data/raw: make all
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules
unexport PYTHONDONTWRITEBYTECODE # without compiled modules every command takes seconds to compile its libraries again

RAW       ?= data/raw
PROCESSED ?= data/processed
REPORTS   ?= reports
DOC       ?=
SET       ?=
WORKERS   ?=
SECONDS   ?=
MEMORY    ?=
SCHEDULER ?=
SCANS     ?=

VENV   := .venv
PYTHON := $(VENV)/bin/python
READY  := $(VENV)/.ready
OPTIONS = --raw "$(RAW)" --processed "$(PROCESSED)" --reports "$(REPORTS)" --set "$(SET)" \
	$(if $(WORKERS),--workers $(WORKERS)) $(if $(SECONDS),--seconds $(SECONDS)) $(if $(MEMORY),--memory $(MEMORY)) \
	$(if $(SCHEDULER),--scheduler $(SCHEDULER))
LKJIP   = $(PYTHON) -m lkjip

code   = $(shell find $(addprefix src/lkjip/,$(1)) -type f -not -path '*__pycache__*')
SHARED := $(wildcard src/lkjip/*.py) $(call code,pipeline)

# A stage leaves a mark when it has gone through all documents; which of them are stale it decides by their content.
# The marks lie apart from the folders of the run, whose names may hold spaces.
MARKS := build/$(shell printf '%s' '$(RAW)|$(PROCESSED)|$(REPORTS)' | cksum | cut -d' ' -f1)

.PHONY: all audit lab test check score inject bench raw lock hooks clean help FORCE

all: $(MARKS)/summary ## read, audit and report every PDF in RAW
	@cat $(MARKS)/summary; exit $$(cat $(MARKS)/status)

# What there is to say changes only with the results: kept, it costs no further start of Python.
$(MARKS)/summary: $(MARKS)/report
	@$(LKJIP) summary $(OPTIONS) --marks $(MARKS) >$@; echo $$? >$(MARKS)/status; test $$(cat $(MARKS)/status) -le 1

$(MARKS)/read: $(MARKS)/inventory $(SHARED) $(call code,extract ocr read) $(wildcard data/manual/*.csv)
$(MARKS)/audit: $(MARKS)/read $(MARKS)/settings $(call code,audit)
$(MARKS)/report: $(MARKS)/audit $(call code,report) $(wildcard notebooks/*.ipynb)

$(MARKS)/read $(MARKS)/audit $(MARKS)/report: $(MARKS)/%: | $(READY)
	@$(LKJIP) $* $(OPTIONS) --marks $(MARKS)
	@touch $@

$(MARKS)/inventory $(MARKS)/settings &: FORCE | $(READY)
	@$(LKJIP) inventory $(OPTIONS) --marks $(MARKS)

audit: $(MARKS)/read ## audit one report with other parameters: make audit DOC=... SET="tolerance=0.05 language=id"
	@rm -f $(MARKS)/summary
	@$(LKJIP) audit $(OPTIONS) --marks $(MARKS) --document "$(DOC)"
	@$(LKJIP) report $(OPTIONS) --marks $(MARKS) --document "$(DOC)"

lab: $(MARKS)/audit ## open the notebooks in JupyterLab
	$(VENV)/bin/jupyter lab --notebook-dir=notebooks notebooks/audit.ipynb

test: | $(READY) ## run every test
	@$(PYTHON) -m pytest

check: | $(READY) ## lint and check the types
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy

score: | $(READY) ## measure reading, sentences and findings against what people read; SCANS="200 300": scans at so many dpi too
	@$(PYTHON) benchmarks/score.py
	@$(PYTHON) benchmarks/prose_score.py
	@$(PYTHON) benchmarks/audit_score.py
	@$(if $(SCANS),$(PYTHON) benchmarks/ocr_score.py --dpi $(SCANS))

inject: | $(READY) ## misprint one number at a time in consistent reports, and count what is found
	@$(PYTHON) -m benchmarks.inject

bench: | $(READY) ## time reading and reporting beside what a user would otherwise do
	@$(PYTHON) benchmarks/bench.py

raw: | $(READY) ## typeset the two shipped PDFs again, to the same bytes
	@$(PYTHON) typesetting/build.py

lock: | $(READY) ## lock the versions of all packages again
	@$(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--no-annotate --group dev --custom-compile-command 'make lock' pyproject.toml -o requirements.lock

hooks: ## let git refuse notebooks with outputs
	git config core.hooksPath .hooks

clean: ## remove what was built (the environment stays)
	rm -rf build
	find "$(PROCESSED)" "$(REPORTS)" -mindepth 1 -not -name .gitkeep -delete

help: ## show this
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10
	@echo 'Folders: make all RAW=folder PROCESSED=folder REPORTS=folder. Limits per document: SECONDS=, MEMORY= (MiB), WORKERS=.'
	@echo 'A folder may be an address in an object store: RAW=s3://bucket/raw.'
	@echo 'On a Dask cluster: make all SCHEDULER=tcp://host:8786, or SCHEDULER=local to start one.'

# The environment: one lock file; uv installs it in seconds, and pip does the same where uv is not to be had.
$(READY): requirements.lock
	@$(or $(shell command -v python3.11),python3) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11) and "Python 3.11 is needed")'
	@test -x $(PYTHON) || $(or $(shell command -v python3.11),python3) -m venv $(VENV)
	@echo "Installing the locked packages into $(VENV) ..."
	@{ $(PYTHON) -m pip install --quiet --disable-pip-version-check $$(grep -o '^uv==[0-9.]*' requirements.lock) \
		&& $(PYTHON) -m uv pip sync --quiet --python $(PYTHON) --require-hashes requirements.lock; } \
		|| $(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@echo "$(CURDIR)/src" > $$($(PYTHON) -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/lkjip.pth
	@touch $@
