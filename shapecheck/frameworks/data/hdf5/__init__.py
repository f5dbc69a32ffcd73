"""HDF5: what the headers of a file say of its groups and data sets. Source: the HDF5 file format specification, 3.0."""
