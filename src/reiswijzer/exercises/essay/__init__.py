"""The controls inside the essays: one sentence with blanks, one small figure, one outcome.

`control` holds what they share. Each other module is one control: what its figure shows and what it says for the
reader's choice. The words stand in `content/regelaars/`.
"""
