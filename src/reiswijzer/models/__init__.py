"""The rekenmodellen: pure functions on the standard library, without widgets or a word the reader sees.

Every module is one model; ``M..`` is its number on the model cards of the book. Nothing is re-exported: import
the module that is meant, for example ``from reiswijzer.models import cascade``.

Should it be a network, and in which form
    - `gate` (M1): alone, bilateral, chain or network.
    - `form_fit` (M2): governance form against contingencies.
    - `tensions` (M3): friction between a wish and what a form pulls towards.
    - `configurations` (M4): conditions that effective Safety Houses shared.

What it is for, and who does what
    - `curve` (M5): forecast, baseline and bend of an indicator.
    - `conditions` (M6): five conditions for collaboration, and their spread.
    - `trust_loop` (M8): small wins and trust.
    - `lines` (M9): coordination lines around one household.
    - `data_gate` (M11): may these data be shared.
    - `value_triangle` (M12): return, legitimacy, commitment.

How it moves
    - `shared_leadership` (M13): who relies on whom for leadership.
    - `iterated` (M14): cooperation with misunderstandings.
    - `thresholds` (M15): who joins once how many others are in.
    - `graph`, `network` (M17): the network itself and its measures.
    - `cascade`, `cascade_moves` (M16): joining along the ties of a network, and moves that change it.

What is told, and who watches
    - `retention` (M18): what stays of a story and of a number.
    - `narrative` (M19): form of a story of self, us and now.
    - `agreement` (M20): how often pairs chose the same story.
    - `oversight` (M22): paths for the supervisory board.

Labels in the docstrings: [S] the cited source says it; [S-gk] attributed to the source from general knowledge
of the field; [D] a choice of this module, never to be shown as a finding.
"""
