# Two commands matter: `make book` to read, `make test` to check. See README.md.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv/bin/python
MUTANTS ?= *[37]

.PHONY: book build test firefox everything notebooks bench replies cohort soak load learners vlogs cards pdf share cases headers links lock clean preview mutants picture

book:
	@$(PYTHON) tools/serve.py --check --port $(PORT)
	@$(MAKE) --no-print-directory build
	@$(VENV) tools/serve.py --port $(PORT)

build:
	@$(PYTHON) tools/environment.py book
	@$(VENV) tools/build.py

preview: # while you write: builds again what changed, and the open pages show it by themselves
	@$(PYTHON) tools/environment.py test
	@$(VENV) tools/preview.py --port $(PORT)

test:
	@$(PYTHON) tools/environment.py test
	@$(VENV) tools/check.py

firefox: build # every browser test in Firefox that can be tried there; `make test` leaves out the longest
	@$(PYTHON) tools/environment.py test
	@$(VENV) -m pytest -q -m "browser and not chromium" --browser firefox

everything: build # every browser test in Chromium, also those that take minutes or say much the same as another
	@$(PYTHON) tools/environment.py test
	@$(VENV) -m pytest -q -m browser

mutants: # breaks models, journal and group rules in small ways, and says what no test notices; MUTANTS='*' for all of them
	@$(PYTHON) tools/environment.py test
	@$(PYTHON) tools/environment.py mutants
	@nice -n 10 .venv/bin/mutmut run --max-children 2 $(foreach part,$(MUTANTS),'$(part)')
	@$(VENV) tools/mutants.py

notebooks: # after a change of an exercise: run all notebooks again and keep their outputs
	@$(PYTHON) tools/environment.py test
	@$(VENV) -m jupyter nbconvert --log-level WARN --to notebook --execute --inplace exercises/*.ipynb
	@$(VENV) tools/clean_notebooks.py exercises/*.ipynb

bench: build # BENCH="--growth --peers" measures more; BENCH=--help says what can be asked
	@$(VENV) -m sphinx_live_widgets.bench _build/html book/reis/3-leiderschap.html \
		--control '.live-widget-view button.rw-stap:not(.rw-hier)' --aims tools/aims.toml --build '$(VENV) tools/build.py' $(BENCH)

replies: build # how soon each exercise answers a click while it is awake, and computes; fails on what is too late
	@$(PYTHON) tools/environment.py test
	@$(VENV) tools/replies.py

cohort: build # how soon 5, 25 and 250 share files are laid side by side in the page, and 10,000 with pandas
	@$(PYTHON) tools/environment.py test
	@$(VENV) tools/cohort.py

soak: build # 500 readers who do anything, one after the other, an hour or more; SOAK="--journeys 20 --seed 7"
	@$(PYTHON) tools/environment.py test
	@$(VENV) tools/soak.py $(SOAK)

load: build # 200 readers at once, on this computer, of the book behind nginx; LOAD="--readers 50"
	@$(PYTHON) tools/environment.py test
	@$(VENV) tools/load.py $(LOAD)

learners: # 20 learners at once on a JupyterHub on this computer, each with an exercise; LEARNERS="--learners 5"
	@$(PYTHON) tools/environment.py test
	@$(VENV) tools/learners.py $(LEARNERS)

vlogs: # makes the clips that changed; CLIP=kader for one, ALL=1 for all, SHEET=1 for a picture to look at instead
	@$(PYTHON) tools/environment.py vlogs
	@$(VENV) tools/vlogs.py $(CLIP) $(if $(ALL),--all) $(if $(SHEET),--sheet)

cards: build # the cards for a session as one PDF, in _build/kaarten.pdf; needs a Chromium
	@$(PYTHON) tools/environment.py test
	@$(VENV) tools/cards.py

pdf: build # the whole book as one PDF, in _build/op-reis-door-organisatienetwerken.pdf; needs a Chromium
	@$(PYTHON) tools/environment.py test
	@$(VENV) tools/pdf.py

share: # after a change of the route or the typeface: draw what a shared link shows; needs a Chromium
	@$(PYTHON) tools/environment.py test
	@$(VENV) tools/share_pictures.py

picture: build # the picture of the README, in docs/; needs a Chromium
	@$(PYTHON) tools/environment.py test
	@$(VENV) tools/picture.py

cases: # after a change of the cases: write their pages in book/kaart/casussen
	@$(PYTHON) tools/environment.py book
	@$(VENV) tools/case_pages.py

headers: # after a change of hosting/headers.toml: write the configuration for nginx and for static hosts
	@$(PYTHON) tools/environment.py book
	@$(VENV) tools/headers.py

links: # asks every address that the book rests on whether it is still there; needs an internet connection, takes minutes
	@$(PYTHON) tools/check_links.py $(LINKS)

lock: # after a change of pyproject.toml; needs uv (pip install uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --group book pyproject.toml -o locks/book.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --group book --group test pyproject.toml -o locks/test.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --group vlogs pyproject.toml -o locks/vlogs.txt -c locks/book.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --group mutants pyproject.toml -o locks/mutants.txt -c locks/test.txt
	uv pip compile -q --universal --python-version 3.11 --no-header --no-annotate pyproject.toml -o requirements.txt -c locks/book.txt
	@printf '%s\n' '# the package itself' '.' >> requirements.txt
	uv pip compile -q --universal --python-version 3.11 --no-header --no-annotate --group hub pyproject.toml -o hosting/jupyterhub/requirements.txt -c locks/test.txt

clean:
	rm -rf _build
