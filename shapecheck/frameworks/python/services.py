"""Modules that a training script uses beside its computation: logging, serialization, processes, progress bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.objects import Instance, library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .iteration import number_range
from .tools import answering, computed, harmless
from .types import CLASSES

if TYPE_CHECKING:
    from ...core.value import Context

# -- logging and warnings ------------------------------------------------------------------------------------------

_LOGGING = "debug info warning warn error exception critical fatal log setLevel addHandler removeHandler addFilter"
_LOGGER = library_class(
    "logging.Logger",
    **{name: answering("None") for name in _LOGGING.split()},
    isEnabledFor=answering("unknown"),
    getEffectiveLevel=answering("int"),
    hasHandlers=answering("unknown"),
)
declare("logging.Logger", _LOGGER)
declare("logging.getLogger", Native("logging.getLogger", lambda context, arguments: Instance(_LOGGER)))
harmless(
    "logging", None_="debug info warning warn error exception critical log basicConfig disable captureWarnings shutdown"
)
harmless("logging", None__="addLevelName setLoggerClass", str="getLevelName")
for _name in (
    "StreamHandler",
    "FileHandler",
    "Formatter",
    "Handler",
    "NullHandler",
    "LoggerAdapter",
    "Filter",
    "LogRecord",
):
    declare(f"logging.{_name}", library_class(f"logging.{_name}", **{name: answering("None") for name in (
        "setFormatter", "setLevel", "flush", "close", "emit", "handle", "addFilter"
    )}))  # fmt: skip
for _name, _level in {
    "DEBUG": 10,
    "INFO": 20,
    "WARNING": 30,
    "WARN": 30,
    "ERROR": 40,
    "CRITICAL": 50,
    "NOTSET": 0,
}.items():
    declare(f"logging.{_name}", Constant(_level))
harmless("warnings", None_="warn filterwarnings simplefilter resetwarnings warn_explicit showwarning")
# -- data in files ------------------------------------------------------------------------------------------------

for _root in ("pickle", "dill", "joblib", "cPickle", "cloudpickle", "marshal"):
    harmless(_root, unknown="load loads", None_="dump")
harmless("pickle", bytes="dumps", unknown="Unpickler Pickler PicklingError UnpicklingError")
for _name in ("HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL"):
    declare(f"pickle.{_name}", Scalar("int"))
harmless("zipfile", unknown="ZipFile is_zipfile BadZipFile ZIP_DEFLATED ZIP_STORED")
harmless("tarfile", unknown="open TarFile is_tarfile")
harmless("shelve", unknown="open")

# -- the machine and the network -----------------------------------------------------------------------------------

harmless("gc", int="collect", None_="enable disable freeze", unknown="get_objects isenabled")
harmless("atexit", first="register", None_="unregister")
harmless("signal", None_="signal alarm", unknown="SIGINT SIGTERM SIGALRM SIG_IGN SIG_DFL Signals")
harmless(
    "subprocess",
    bytes="check_output",
    int="call check_call",
    unknown="run Popen PIPE STDOUT DEVNULL CalledProcessError",
)
harmless("asyncio", unknown="run gather sleep get_event_loop create_task Queue Lock wait")
harmless("socket", str="gethostname gethostbyname getfqdn", unknown="socket AF_INET SOCK_STREAM timeout")
harmless("urllib.request", unknown="urlopen urlretrieve Request build_opener install_opener")
computed("urllib.parse", str="quote unquote urljoin urlencode quote_plus", unknown="urlparse urlsplit parse_qs")
harmless("urllib", unknown="urlopen urlretrieve quote unquote urlencode")
harmless("urllib.error", unknown="URLError HTTPError")
harmless("requests", unknown="get post put delete head Session Request request exceptions")
harmless(
    "traceback", None_="print_exc print_stack print_exception", str="format_exc", texts="format_stack format_exception"
)
harmless("resource", unknown="getrusage RUSAGE_SELF getrlimit RLIMIT_NOFILE", None_="setrlimit")
harmless("getpass", str="getuser getpass")
harmless("locale", None_="setlocale", unknown="LC_ALL getlocale")
harmless("psutil", unknown="virtual_memory Process cpu_percent", int="cpu_count")
harmless("six", unknown="iteritems itervalues iterkeys with_metaclass string_types text_type PY2 PY3")

# -- progress bars -------------------------------------------------------------------------------------------------


def _bar_init(context: Context, arguments: Arguments) -> Value:
    bar = arguments.positional[0]
    if isinstance(bar, Instance):
        bar.hide(context, "over", arguments.get(1, "iterable"))
    return NONE


def _over(context: Context, arguments: Arguments) -> Value:
    bar = arguments.positional[0]
    over = bar.hidden("over") if isinstance(bar, Instance) else None
    return over if isinstance(over, Value) else Unknown("a progress bar")


_BAR_METHODS = (
    "set_description set_description_str set_postfix set_postfix_str update close refresh reset write clear display"
)
_BAR = library_class(
    "tqdm.tqdm",
    CLASSES["object"],
    __init__=_bar_init,
    __iter__=_over,
    __len__=lambda context, arguments: _over(context, arguments).length(context),
    __enter__=answering("self"),
    __exit__=answering("None"),
    **{name: answering("None") for name in _BAR_METHODS.split()},
    n=Scalar("int"),
    total=Unknown("a progress bar's total"),
    format_dict=Unknown("a progress bar's state"),
)  # fmt: skip


def _bar_of_range(context: Context, arguments: Arguments) -> Value:
    bar = Instance(_BAR)
    bar.state[" over"] = number_range(context, Arguments(arguments.positional))
    return bar


for _module in ("tqdm", "tqdm.auto", "tqdm.notebook", "tqdm.std", "tqdm.autonotebook", "tqdm.rich"):
    declare(f"{_module}.tqdm", _BAR)
    declare(f"{_module}.trange", Native(f"{_module}.trange", _bar_of_range))
for _name, _bar in {"tqdm_notebook": _BAR, "tnrange": None}.items():
    declare(f"tqdm.{_name}", _bar or Native(f"tqdm.{_name}", _bar_of_range))
_BAR.state["write"] = Native("tqdm.tqdm.write", answering("None"))
declare("progressbar.ProgressBar", Unknown("a progress bar"))
