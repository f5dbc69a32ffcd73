"""No traceback, no hang, no end of memory: on every installed file, and on files that are broken on purpose."""
