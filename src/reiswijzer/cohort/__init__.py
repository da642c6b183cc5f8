"""Several travellers side by side: who is in (`gather`), what may be shown (`rules`), and the figures of it.

`answers` counts what travellers answered to the statements, `bets` what they bet, `words` gathers what they wrote.
All of it is plain Python that runs in the page; `frames` makes tables of it with pandas, for the notebook.

The rules protect travellers from each other, on a screen that all of them see:

- A figure holds the answers of at least five travellers, or it is None.
- A group that is shown apart, and everybody beside it, are at least five or nobody. That holds for all figures of a
  statement together, so that no two of them can be subtracted until fewer than five are left.
- Sentences come without a label, in an order that says nothing about files; words are there only when at least two
  travellers use them.

What they cannot prevent, and what the page therefore says:

- Who has the files can read them. Nothing here protects a traveller from whoever gathers.
- Two gatherings that differ by one file differ by one traveller, and four files that were made up show the fifth.
- Who knows the answers of four out of five knows those of the fifth. When all gave the same answer, or nobody gave
  one, everybody knows it of everybody: a figure cannot show agreement and hide it.
- A sentence may be recognised. A word that stands in two sentences and is not among the shared words tells that one
  traveller wrote both.
"""
