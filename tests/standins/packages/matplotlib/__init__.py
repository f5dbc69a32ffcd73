"""A stand-in for matplotlib: the seed programs import it and draw nothing."""
