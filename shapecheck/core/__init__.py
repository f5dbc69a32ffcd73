"""Pure records and arithmetic: sizes, shapes, dtypes, tensors, values, and where each was made.

Imports nothing else of shapecheck.
"""
