"""The language server: documents, their analysis in a thread of its own, and the words of the protocol.

No analysis is done here: everything comes from `api.Session`. Needs pygls, the extra `server`; imported by the command
alone.
"""

from __future__ import annotations
