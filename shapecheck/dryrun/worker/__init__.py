"""Answers what the frameworks of an interpreter say: a package that needs Python 3.9 and its standard library alone.

It is started as a folder, `python -I -B worker SECONDS BYTES`, and talks in lines of JSON (`process`). Only what its
lists allow is called (`lists`), found by its path in the real module, on values made here. No code of the project's is
imported: its folder is not on the path.
"""
