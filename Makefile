# Each target works alone on a fresh checkout; packaging/bootstrap.py does the work and says what it does.
# More arguments go through ARGS: make test ARGS="-k undo tests/core"

PYTHON ?= $(firstword $(foreach name,python3 python3.13 python3.12 python3.11 python,$(shell command -v $(name) 2>/dev/null)))

.PHONY: run test bench lint translate screenshots package setup

run test bench lint translate screenshots package setup:
	@$(if $(PYTHON),,echo "Annotator needs Python 3.11 or newer, and this machine has no Python." >&2; exit 1;) \
	$(PYTHON) packaging/bootstrap.py $@ $(ARGS)
