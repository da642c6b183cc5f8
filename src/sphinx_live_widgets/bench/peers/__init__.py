"""The same widget in a Voila server and in a Voici site, next to a tiny page of ours.

``install`` puts them, at exact versions, into environments in the cache. ``voila`` runs the server, ``voici`` builds
the site, ``compare`` visits all of them in turn.
"""
