"""Data files and data sets: what their headers, names and loaders say of shapes, whatever the library."""
