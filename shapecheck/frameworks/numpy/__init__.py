"""What shapecheck knows of NumPy. Imports core, algebra and the tools for declaring."""
