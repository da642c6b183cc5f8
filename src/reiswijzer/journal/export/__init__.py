"""A report as a file to keep or hand in: `lines` says what stands under an entry, `markdown` and `docx` write that.

Nothing the reader wrote can become markup: each format escapes everything it is given.
"""
