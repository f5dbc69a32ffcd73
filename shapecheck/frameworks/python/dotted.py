"""Dicts whose items are attributes: `easydict`, `munch`, `addict`, `ml_collections`, `yacs`, and what they share with
`omegaconf`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence, join_values, keyword_arguments
from ...core.mapping_methods import METHODS
from ...core.objects import library_class
from ...core.plain import NONE, Constant
from ...core.state import serial
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .collection import SpecialMapping
from .copies import copied_deeply
from .files import Content, data_file
from .settings import load_yaml
from .tools import answering, mapping_of, native, payload, without_first
from .types import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from ...core.value import Context

_DICTS = frozenset(("EasyDict", "Munch", "AttrDict", "Dict", "CfgNode", "DotMap", "Bunch"))
"""Kinds that derive from dict."""
_CONVERTING = frozenset(("EasyDict", "ConfigDict", "DictConfig", "DotMap"))
"""Kinds that make dicts that are put into them like themselves."""


class DotMapping(SpecialMapping):
    """A dict whose items are attributes; `type_name` is its kind."""

    __slots__ = ()

    @property
    def is_dict(self) -> bool:
        return self.type_name in _DICTS

    def with_items(self, items: dict[Hashable, Value], open: bool) -> DotMapping:
        return DotMapping(items, open, self.type_name)

    def attribute(self, context: Context, name: str) -> Value:
        method = _METHODS.get((self.type_name, name)) or _METHODS.get(("", name))
        if name in self.items and (method is None or self.type_name == "EasyDict"):
            return self.items[name]
        if method is not None:
            return Native(name, lambda context, arguments: method(context, self, arguments))
        if name in METHODS:
            return super().attribute(context, name)
        if name == "__dict__":
            return Mapping(self.items, self.open)
        return self._missing(context, name)

    def _missing(self, context: Context, name: str) -> Value:
        if self.type_name != "Dict" or self.open or name.startswith("__"):
            return Unknown(f"{self.type_name}.{name}", ("item", serial(self.state), name))
        made = DotMapping({}, False, self.type_name)  # addict makes what it misses
        self.set_item(context, Constant(name), made)
        return made

    def has(self, context: Context, name: str) -> bool | None:
        if name in self.items or name in METHODS or (self.type_name, name) in _METHODS:
            return True
        return None if self.open or self.type_name in ("Dict", "DictConfig") else False

    def set_attribute(self, context: Context, name: str, new: Value) -> None:
        self.set_item(context, Constant(name), new)

    def set_item(self, context: Context, index: Value, new: Value) -> None:
        super().set_item(context, index, dotted(new, self.type_name) if self.type_name in _CONVERTING else new)


def dotted(value: Value, kind: str) -> Value:
    """A dict, and those inside it, as one of a kind."""
    if isinstance(value, DotMapping) and value.type_name == kind:
        return value
    if isinstance(value, Mapping):
        return DotMapping({key: dotted(one, kind) for key, one in value.items.items()}, value.open, kind)
    if type(value) is Sequence and value.type_name in ("list", "tuple") and not value.names:
        rest = None if value.rest is None else dotted(value.rest, kind)
        return Sequence(value.type_name, (dotted(one, kind) for one in value.items), rest, value.contents.number)
    return value


def undotted(value: Value) -> Value:
    """Plain dicts and lists again."""
    if isinstance(value, Mapping):
        return Mapping({key: undotted(one) for key, one in value.items.items()}, value.open)
    if type(value) is Sequence and value.type_name in ("list", "tuple") and not value.names:
        rest = None if value.rest is None else undotted(value.rest)
        return Sequence(value.type_name, map(undotted, value.items), rest, value.contents.number)
    return value


def merge(context: Context, into: Mapping, other: Value) -> None:
    """Puts the items of a dict into another, and those of dicts inside into the dicts there."""
    if not isinstance(other, Mapping):
        forget(context, into)
        return
    for key, new in other.items.items():
        old = into.items.get(key)
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            merge(context, old, new)
        else:
            into.set(context, {**into.items, key: dotted(new, into.type_name)})
    if other.open:
        forget(context, into)


def forget(context: Context, mapping: Mapping) -> None:
    """Every item may be another now."""
    items: dict[Hashable, Value] = {}
    for key, value in mapping.items.items():
        if isinstance(value, Mapping):
            forget(context, value)
            items[key] = value
        else:
            items[key] = join_values(value, Unknown(f"{key}, which may have been set"))
    mapping.set(context, items, True)


# -- methods -------------------------------------------------------------------------------------------------------


def _nothing(context: Context, mapping: DotMapping, arguments: Arguments) -> Value:
    return NONE


def _itself(context: Context, mapping: DotMapping, arguments: Arguments) -> Value:
    return mapping


def _plain(context: Context, mapping: DotMapping, arguments: Arguments) -> Value:
    return undotted(mapping)


def _cloned(context: Context, mapping: DotMapping, arguments: Arguments) -> Value:
    return copied_deeply(context, Arguments((mapping,)))


def _update(context: Context, mapping: DotMapping, arguments: Arguments) -> Value:
    for other in (*arguments.positional, keyword_arguments(arguments.keywords, arguments.open)):
        merge(context, mapping, other)
    return NONE


def _merge_file(context: Context, mapping: DotMapping, arguments: Arguments) -> Value:
    name = data_file(context, arguments.get(0, "cfg_filename") or NONE)
    found = load_yaml(context, Arguments((Content(name),))) if name is not None else NONE
    merge(context, mapping, found)
    return NONE


def _merge_list(context: Context, mapping: DotMapping, arguments: Arguments) -> Value:
    """`merge_from_list(["A.B", 3])`"""
    given = arguments.get(0, "cfg_list")
    known = given.known if isinstance(given, Sequence) else None
    if known is None:
        forget(context, mapping)
        return NONE
    for name, new in zip(known[::2], known[1::2], strict=False):
        path = payload(name)
        owner: Value = mapping
        *inner, last = path.split(".") if isinstance(path, str) else [""]
        for part in inner:
            owner = owner.item(context, Constant(part)) if isinstance(owner, Mapping) else NONE
        if isinstance(owner, Mapping) and last:
            old = owner.items.get(last, NONE)
            sure = isinstance(old, Constant) and isinstance(new, Constant) and old.type_name == new.type_name
            owner.set_item(context, Constant(last), new if sure else Unknown(f"{last}, which was set"))
        else:
            forget(context, mapping)
    return NONE


_METHODS: dict[tuple[str, str], Callable[[Context, DotMapping, Arguments], Value]] = {
    ("ConfigDict", "lock"): _itself, ("ConfigDict", "unlock"): _itself, ("ConfigDict", "to_dict"): _plain,
    ("ConfigDict", "update"): _update, ("ConfigDict", "copy_and_resolve_references"): _cloned,
    ("ConfigDict", "unlocked"): _itself,
    ("CfgNode", "freeze"): _nothing, ("CfgNode", "defrost"): _nothing, ("CfgNode", "clone"): _cloned,
    ("CfgNode", "set_new_allowed"): _nothing, ("CfgNode", "merge_from_file"): _merge_file,
    ("CfgNode", "merge_from_other_cfg"): _update, ("CfgNode", "merge_from_list"): _merge_list,
    ("Munch", "toDict"): _plain, ("DotMap", "toDict"): _plain, ("Dict", "to_dict"): _plain, ("Dict", "update"): _update,
    ("Dict", "freeze"): _nothing, ("Dict", "deepcopy"): _cloned,
    ("", "copy"): lambda context, mapping, arguments: mapping.with_items(mapping.items, mapping.open),
}  # fmt: skip


# -- the classes ---------------------------------------------------------------------------------------------------


def _class(path: str, kind: str) -> None:
    def make(context: Context, arguments: Arguments) -> Value:
        cls, rest = arguments.positional[0], without_first(arguments)
        if cls is not made:
            return Unknown(f"an object of a kind of {kind}")
        given = rest.positional[0] if rest.positional else Mapping()
        base = Mapping() if given is NONE else mapping_of(context, given)
        more = keyword_arguments(rest.keywords, rest.open)
        return dotted(Mapping(*(base or Mapping(open=True)).with_more(more)), kind)

    made = library_class(path, CLASSES["dict" if kind in _DICTS else "object"], __new__=make)
    declare(path, made)


_KINDS = {
    "easydict.EasyDict": "EasyDict", "munch.Munch": "Munch", "bunch.Bunch": "Bunch", "addict.Dict": "Dict",
    "attrdict.AttrDict": "AttrDict", "dotmap.DotMap": "DotMap", "yacs.config.CfgNode": "CfgNode",
    "fvcore.common.config.CfgNode": "CfgNode", "ml_collections.ConfigDict": "ConfigDict",
    "ml_collections.FrozenConfigDict": "ConfigDict", "ml_collections.config_dict.ConfigDict": "ConfigDict",
    "ml_collections.config_dict.FrozenConfigDict": "ConfigDict",
}  # fmt: skip
for _path, _kind in _KINDS.items():
    _class(_path, _kind)


@native("munch.munchify", "bunch.bunchify", "munch.Munch.fromDict")
def munchify(context: Context, arguments: Arguments) -> Value:
    return dotted(arguments.positional[0], "Munch") if arguments.positional else Unknown("a Munch")


@native("munch.unmunchify", "bunch.unbunchify")
def unmunchify(context: Context, arguments: Arguments) -> Value:
    return undotted(arguments.positional[0]) if arguments.positional else Unknown("a dict")


@native("ml_collections.config_dict.placeholder", "ml_collections.config_dict.required_placeholder")
def placeholder(context: Context, arguments: Arguments) -> Value:
    return NONE


for _path in ("ml_collections.FieldReference", "ml_collections.config_dict.FieldReference"):
    declare(_path, Native(_path, answering("first")))
