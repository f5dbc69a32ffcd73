"""Timings: run by hand, never asserted."""
