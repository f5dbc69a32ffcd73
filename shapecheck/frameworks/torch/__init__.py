"""The names of `torch`. Each module declares one topic; imports core, algebra, the declarations of NumPy's literals."""
