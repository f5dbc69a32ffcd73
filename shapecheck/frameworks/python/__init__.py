"""Declarations of Python's own library, as training scripts use it. One file for a few modules, loaded when imported.

Known values give exactly Python's answer; everything else is a scalar of a known type, or unknown. No function of the
program's environment (files, clock, random numbers, arguments of the command line) is ever asked.
"""
