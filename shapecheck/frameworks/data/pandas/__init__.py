"""What training scripts use of pandas, at the level of rows and columns. Imports core, algebra and the tools for
declaring."""

from . import tables as tables  # its parts give one another methods: in this order they can be imported
