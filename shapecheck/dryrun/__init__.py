"""The dry run: recorded calls on the real framework, in a process of its own.

`worker` is the one file that runs under the project's interpreter; `conversation` starts it and talks to it, `encode`
spells a `Call` for it, `confirm` asks it about findings. Imports all packages up to rules.
"""
