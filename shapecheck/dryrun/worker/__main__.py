"""Where the worker starts: also under a Python that is too old for the rest of it, which is told so."""

import os
import sys

if sys.version_info < (3, 9):  # noqa: UP036
    sys.exit("the dry run needs Python 3.9, this one is %d.%d" % sys.version_info[:2])  # noqa: UP031

sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
from worker.process import isolate, serve  # type: ignore[import-not-found]  # noqa: E402

del sys.path[0]  # where other modules of ours lie
isolate(int(sys.argv[2]))
serve(int(sys.argv[1]))
