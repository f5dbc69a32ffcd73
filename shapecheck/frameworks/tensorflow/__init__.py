"""TensorFlow, 1 and 2: ops, variables, losses, graphs and sessions, tapes, datasets.

Names are declared under the path that the installed TensorFlow has; names of TensorFlow 1 that 2 dropped stand under
`tensorflow.compat.v1` and under their old path. May import core, algebra, frameworks, and frameworks.numpy and .keras.
"""
