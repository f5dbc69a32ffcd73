"""What shapes do, in no framework's words: one formula each, any rank. Imports core.

Functions take and return `Shape`; they raise `Mismatch` with the name of a rule, or `Undecided`.
"""
