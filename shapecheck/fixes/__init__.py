"""Edits of the user's files: what to insert where, and files written so that all else in them stays as it is."""

from __future__ import annotations
