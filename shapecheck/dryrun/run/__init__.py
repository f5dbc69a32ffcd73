"""The side of `shapecheck run` that executes the user's program, under the project's interpreter.

It needs nothing but Python 3.9 and the program's own frameworks, and nothing else of shapecheck imports it: `child`
is started as a script. Weights and what is computed with them are fake; loops, files and the network are cut short.
"""
