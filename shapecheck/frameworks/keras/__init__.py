"""Keras 3, its spellings of older versions, and `tf.keras`. Source of all formulas: keras/src of version 3.15."""
