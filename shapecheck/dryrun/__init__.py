"""The dry run: recorded calls on the real framework, in a process of its own.

`worker` is what runs under the project's interpreter; `conversation` starts it and talks to it, `memory` and `store`
remember its answers, `encode` and `symbols` spell a `Call` for it. `confirm` asks about findings, `oracle` for the
results of calls that have no shape function; `session` is the door. Imports all packages up to rules.
"""
