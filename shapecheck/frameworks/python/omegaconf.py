"""`omegaconf` and `hydra`: settings from the YAML files of the project, composed as without a command line."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING, Any

from ...core.containers import Mapping, Sequence
from ...core.objects import Class, Instance, library_class
from ...core.plain import NONE, Constant
from ...core.value import Arguments, Native, Unknown, Value
from ..data import yamltext
from ..declare import declare
from .copies import copied_deeply
from .dotted import DotMapping, dotted, merge, undotted
from .files import Content, data_file
from .settings import read
from .tools import answering, harmless, native, payload
from .types import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

_KIND = "DictConfig"


def _yaml(text: str) -> Any:
    return yamltext.parse(text, scientific=True)


def config(value: Value) -> Value:
    """Settings as OmegaConf holds them; one that refers to another, or is missing, is not known."""
    return dotted(_resolved(value), _KIND)


def _resolved(value: Value) -> Value:
    if isinstance(value, Mapping):
        if type(value) is not Mapping:
            return value
        return Mapping({key: _resolved(one) for key, one in value.items.items()}, value.open, value.type_name)
    if type(value) is Sequence and value.known is not None and not value.names:
        return Sequence(value.type_name, map(_resolved, value.known))
    text = payload(value)
    special = isinstance(text, str) and ("${" in text or text == "???")
    return Unknown(f"setting {text}") if special else value


# -- OmegaConf -----------------------------------------------------------------------------------------------------


def _create(context: Context, arguments: Arguments) -> Value:
    given = arguments.get(0, "obj") or Mapping()
    if isinstance(payload(given), str):
        given = read(context, given, _yaml)
    return _structured(context, Arguments((given,))) if isinstance(given, (Class, Instance)) else config(given)


def _load(context: Context, arguments: Arguments) -> Value:
    given = arguments.get(0, "file_") or NONE
    name = data_file(context, given)
    return config(read(context, Content(name) if name is not None else given, _yaml))


def _structured(context: Context, arguments: Arguments) -> Value:
    """A dataclass, or an object of one: its fields."""
    given = arguments.get(0, "obj") or NONE
    made = context.call(given, Arguments()) if isinstance(given, Class) else given
    fields = context.lookup("dataclasses.asdict")
    return config(context.call(fields, Arguments((made,)))) if fields is not None else Unknown("a config")


def _merge(context: Context, arguments: Arguments) -> Value:
    total = DotMapping({}, False, _KIND)
    for one in arguments.positional:
        if isinstance(one, (Class, Instance)):
            one = _structured(context, Arguments((one,)))
        merge(context, total, copied_deeply(context, Arguments((config(one),))))
    return Unknown("merged configs") if arguments.open else total


def _container(context: Context, arguments: Arguments) -> Value:
    return undotted(arguments.get(0, "cfg") or NONE)


def _select(context: Context, arguments: Arguments) -> Value:
    found, path = arguments.get(0, "cfg") or NONE, payload(arguments.get(1, "key"))
    for part in path.split(".") if isinstance(path, str) else ():
        if not isinstance(found, Mapping) or (part not in found.items and found.open):
            return Unknown(f"setting {path}")
        if part not in found.items:
            return arguments.keywords.get("default", NONE)
        found = found.items[part]
    return found if isinstance(path, str) else Unknown("a setting")


def _set(context: Context, arguments: Arguments) -> Value:
    """`OmegaConf.update(cfg, "a.b", value)`"""
    owner, path = arguments.get(0, "cfg") or NONE, payload(arguments.get(1, "key"))
    *inner, last = path.split(".") if isinstance(path, str) else [""]
    for part in inner:
        owner = context.item(owner, Constant(part))
    if last:
        owner.set_item(context, Constant(last), arguments.get(2, "value") or NONE)
    return NONE


_QUIET = "set_struct set_readonly register_new_resolver register_resolver save resolve clear_resolvers"
OMEGA = library_class(
    "omegaconf.OmegaConf", CLASSES["object"],
    **{name: Native(f"OmegaConf.{name}", answering("None")) for name in _QUIET.split()},
    **{name: Native(f"OmegaConf.{name}", answering("unknown")) for name in ("is_missing", "is_struct", "has_resolver")},
)  # fmt: skip
_FUNCTIONS: dict[str, Callable[[Context, Arguments], Value]] = {
    "create": _create, "load": _load, "structured": _structured, "merge": _merge, "unsafe_merge": _merge,
    "to_container": _container, "to_object": _container, "select": _select, "update": _set, "to_yaml": answering("str"),
    "from_cli": lambda context, arguments: config(Mapping()),
    "from_dotlist": lambda context, arguments: config(Mapping({}, open=True)),
    "masked_copy": lambda context, arguments: config(Mapping({}, open=True)),
    "is_config": lambda context, arguments: Constant(isinstance((arguments.positional or (NONE,))[0], DotMapping)),
    "is_dict": lambda context, arguments: Constant(isinstance((arguments.positional or (NONE,))[0], DotMapping)),
}  # fmt: skip
for _name, _function in _FUNCTIONS.items():
    OMEGA.state[_name] = Native(f"omegaconf.OmegaConf.{_name}", _function)
declare("omegaconf.OmegaConf", OMEGA)


def _convert(context: Context, arguments: Arguments) -> Value:
    return _create(context, Arguments(arguments.positional[1:], arguments.keywords))


for _name in ("DictConfig", "ListConfig"):
    declare(f"omegaconf.{_name}", library_class(f"omegaconf.{_name}", CLASSES["object"], __new__=_convert))
declare("omegaconf.MISSING", Constant("???"))
harmless("omegaconf", unknown="II SI errors")
_ENTERED = library_class("omegaconf.open_dict", __enter__=answering("None"), __exit__=answering("None"))
for _name in ("open_dict", "read_write", "flag_override"):
    declare(f"omegaconf.{_name}", Native(f"omegaconf.{_name}", lambda context, arguments: Instance(_ENTERED)))

# -- hydra ---------------------------------------------------------------------------------------------------------


def _composed(context: Context, folder: str, name: str, depth: int = 0) -> Mapping | None:
    """The settings of a file and of those that its `defaults` name; None if one is not found or understood."""
    path = data_file(context, Constant(os.path.join(folder, name if name.endswith(".yaml") else f"{name}.yaml")))
    found = read(context, Content(path), _yaml) if path is not None and depth < 8 else None
    if not isinstance(found, Mapping):
        return None
    items = dict(found.items)
    defaults = items.pop("defaults", None)
    own = Mapping(items)
    if defaults is None:
        return own
    known = defaults.known if isinstance(defaults, Sequence) else None
    if known is None:
        return None
    at_the_end = any(payload(entry) == "_self_" for entry in known)
    parts = [own if payload(entry) == "_self_" else _part(context, folder, entry, depth) for entry in known]
    total = Mapping()
    for part in parts if at_the_end else [own, *parts]:
        if part is None:
            return None
        merge(context, total, part)
    return total


def _part(context: Context, folder: str, entry: Value, depth: int) -> Mapping | None:
    """What one entry of a list of defaults brings: `group: option`, or the name of a file beside this one."""
    if isinstance(payload(entry), str):
        return _composed(context, folder, payload(entry), depth + 1)
    pair = list(entry.items.items()) if isinstance(entry, Mapping) else []
    group, option = (str(pair[0][0]), payload(pair[0][1])) if len(pair) == 1 else ("", None)
    optional = group.startswith("optional ")
    group = group.removeprefix("optional ").removeprefix("override ").strip()
    if group.startswith("hydra/") or (pair and pair[0][1] is NONE):
        return Mapping()
    if not isinstance(option, str) or "@" in group or not group:
        return None
    inside = _composed(context, os.path.join(folder, group), option, depth + 1)
    if inside is None:
        return Mapping() if optional else None
    package = group.split("/")
    for part in reversed([] if _is_global(context, folder, group, option) else package):
        inside = Mapping({part: inside})
    return inside


def _is_global(context: Context, folder: str, group: str, option: str) -> bool:
    """The file says `# @package _global_`."""
    from .settings import whole_text

    path = data_file(context, Constant(os.path.join(folder, group, f"{option.removesuffix('.yaml')}.yaml")))
    text = whole_text(path) if path is not None else None
    return text is not None and "@package _global_" in text[:400]


def compose(context: Context, folder: Value | None, name: Value | None) -> Value:
    where, which = payload(folder), payload(name)
    if not isinstance(which, str):
        return config(Mapping({}, open=True))
    found = _composed(context, where if isinstance(where, str) else "", which)
    return config(found if found is not None else Mapping({}, open=True))


@native("hydra.main")
def main(context: Context, arguments: Arguments) -> Value:
    folder, name = arguments.get(0, "config_path"), arguments.get(1, "config_name")

    def decorate(context: Context, given: Arguments) -> Value:
        function = given.positional[0] if given.positional else NONE

        def run(context: Context, arguments: Arguments) -> Value:
            if arguments.positional:
                return context.call(function, arguments)
            return context.call(function, Arguments((compose(context, folder, name),)))

        return Native("hydra.main", run)

    return Native("decorator", decorate)


@native("hydra.compose")
def composed(context: Context, arguments: Arguments) -> Value:
    return config(Mapping({}, open=True))


for _name in ("initialize", "initialize_config_dir", "initialize_config_module"):
    declare(f"hydra.{_name}", Native(f"hydra.{_name}", lambda context, arguments: Instance(_ENTERED)))
harmless("hydra.utils", str="get_original_cwd to_absolute_path", unknown="get_class get_method")


@native("hydra.utils.instantiate", "hydra.utils.call")
def instantiate(context: Context, arguments: Arguments) -> Value:
    """`_target_` called with the other settings."""
    given = arguments.get(0, "config")
    target = payload(given.items.get("_target_")) if isinstance(given, Mapping) and not given.open else None
    if not isinstance(target, str) or "." not in target or not isinstance(given, Mapping):
        return Unknown("an object that settings describe")
    module, _, name = target.rpartition(".")
    found = context.attribute(context.module(module), name)
    keywords: dict[str, Value] = {}
    for key, value in (given.items | dict(arguments.keywords.items())).items():
        if not str(key).startswith("_"):
            inner = isinstance(value, Mapping) and "_target_" in value.items
            keywords[str(key)] = instantiate(context, Arguments((value,))) if inner else value
    return context.call(found, Arguments(arguments.positional[1:], keywords))


_STORE = library_class(
    "hydra.core.config_store.ConfigStore", CLASSES["object"], store=answering("None"), instance=answering("unknown")
)
declare("hydra.core.config_store.ConfigStore", _STORE)
