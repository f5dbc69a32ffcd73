"""The program without sugar: some 35 node types, and `lower`, which makes them from `ast`.

Comprehensions, `with`, `match`, decorators, chained comparisons and multiple targets end here. Imports core.
"""
