"""`einops`: axes by name. Its functions take tensors of any library; of one that is not known, torch's are assumed."""
