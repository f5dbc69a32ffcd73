"""Finds shape, dtype, label and loss mistakes in Keras, TensorFlow, PyTorch and NumPy programs before they run."""

__version__ = "0.1.0"
