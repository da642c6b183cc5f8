"""What the reader noted and did, kept.

Values become plain data by their type (`codec`), the state of one exercise becomes a document (`document`), and dated
notes and documents (`times`, `versions`) together are a `journal`, which reads, writes and merges itself and knows how
the storage of a browser holds it; `migrate` brings older ones up to date. Nothing here knows exercises or widgets.
"""
