"""Follows a program with symbolic shapes and records what its calls do. Knows no library by name.

Imports core, algebra, frameworks (for lookups), source and ir.
"""
