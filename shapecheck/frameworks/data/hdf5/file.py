"""An HDF5 file: its start, the headers of its objects, and the way from a name to one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .. import gate
from ..gate import Unreadable
from . import groups
from .types import axes, dtype, is_array, number

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = b"\x89HDF\r\n\x1a\n"
_MOST = 4 << 20
_MOST_MESSAGES = 4096
_MOST_BLOCKS = 256
_MOST_LINKS_FOLLOWED = 16
_LONGEST_NAME = 1024
"""Parts of a name."""
_SPACE, _LINKS, _TYPE, _LINK, _LAYOUT, _MORE, _TABLE = 1, 2, 3, 6, 8, 16, 17
_WIDTHS = (2, 4, 8)


class Dataset(NamedTuple):
    """An array in a file; an unknown dtype is None."""

    shape: tuple[int, ...]
    dtype: str | None


class Group(NamedTuple):
    """A folder in a file: its names, in the order in which h5py goes over them."""

    names: tuple[str, ...]


class File:
    """The bytes of a file as addresses count them."""

    def __init__(self, reader: gate.Reader) -> None:
        self.reader = reader
        start = next((p for p in (0, *(512 << i for i in range(12))) if reader.some(p, 8) == _MARK), None)
        if start is None:
            raise Unreadable("not HDF5")
        head = reader.some(start, 160)
        version = head[8]
        if version not in (0, 1, 2, 3):
            raise Unreadable("a version that is not known")
        old = version < 2
        self.offset, self.length = (head[13], head[14]) if old else (head[9], head[10])
        if self.offset not in _WIDTHS or self.length not in _WIDTHS:
            raise Unreadable("addresses that are not known")
        self.nowhere = (1 << 8 * self.offset) - 1
        at = (24 if version == 0 else 28) if old else 12
        self.base = number(head[at : at + self.offset])
        at += 4 * self.offset + self.offset if old else 3 * self.offset
        self.root = number(self.part(head, at, self.offset))

    def at(self, address: int, length: int) -> bytes:
        if address == self.nowhere:
            raise Unreadable("an address that is none")
        return self.reader.at(self.base + address, length)

    def part(self, data: bytes, at: int, length: int) -> bytes:
        """Exactly so many bytes of a message."""
        if at + length > len(data):
            raise Unreadable("a message that is cut off")
        return data[at : at + length]

    # -- headers -----------------------------------------------------------------------------------------------

    def messages(self, address: int, shared: bool = True) -> list[tuple[int, bytes]]:
        """The messages in the header of an object, by type. Source: IV.A.1 of the specification."""
        start = self.at(address, 16)
        old = start[0] == 1
        if old:
            blocks, extra = [(address + 16, number(start[8:12]))], 0
        elif start.startswith(b"OHDR\x02"):
            flags = start[5]
            at = 6 + 16 * bool(flags & 32) + 4 * bool(flags & 16)
            width = 1 << (flags & 3)
            blocks, extra = [(address + at + width, number(self.at(address + at, width)))], 2 * bool(flags & 4)
        else:
            raise Unreadable("no header of an object")
        found: list[tuple[int, bytes]] = []
        for place, size in blocks:
            for kind, flags, data in self._of_block(self.at(place, size), old, extra):
                if kind == _MORE:
                    blocks.append(self._more(data, old))
                if flags & 2:
                    data = self._elsewhere(kind, data) if shared else b""
                found.append((kind, data))
            if len(found) > _MOST_MESSAGES or len(blocks) > _MOST_BLOCKS:
                raise Unreadable("a header that does not end")
        return found

    def _more(self, data: bytes, old: bool) -> tuple[int, int]:
        """Where further messages stand, and how many bytes they are."""
        place = number(self.part(data, 0, self.offset))
        size = number(self.part(data, self.offset, self.length))
        if old:
            return place, size
        if self.at(place, 4) != b"OCHK":
            raise Unreadable("no more of a header")
        return place + 4, size - 8

    def _of_block(self, block: bytes, old: bool, extra: int) -> Iterator[tuple[int, int, bytes]]:
        at, head = 0, 8 if old else 4 + extra
        while at + head <= len(block):
            if old:
                kind, size, flags = number(block[at : at + 2]), number(block[at + 2 : at + 4]), block[at + 4]
            else:
                kind, size, flags = block[at], number(block[at + 1 : at + 3]), block[at + 3]
            yield kind, flags, self.part(block, at + head, size)
            at += head + size

    def _elsewhere(self, kind: int, data: bytes) -> bytes:
        """A message that stands elsewhere: a type of several data sets has a header of its own."""
        at = 8 if data[0] == 1 else 2
        if data[0] not in (1, 2, 3) or kind != _TYPE or (data[0] == 3 and data[1] != 2):
            return b""
        own = self.messages(number(self.part(data, at, self.offset)), shared=False)
        return next((data for kind, data in own if kind == _TYPE), b"")

    # -- objects -----------------------------------------------------------------------------------------------

    def links(self, messages: list[tuple[int, bytes]]) -> list[groups.Link]:
        found: list[groups.Link] = []
        for kind, data in messages:
            if kind == _TABLE:
                found += groups.of_table(self, data)
            elif kind == _LINK:
                found.append(groups.of_message(self, data))
            elif kind == _LINKS:
                found += groups.of_info(self, data)
            if len(found) > groups.MOST_LINKS:
                raise Unreadable("a group of too many links")
        return found

    def find(self, name: str) -> Dataset | Group | None:
        """What a full name means."""
        address, left, followed = self.root, [p for p in name.encode().split(b"/") if p not in (b"", b".")], 0
        if len(left) > _LONGEST_NAME:
            return None
        while left:
            part = left.pop(0)
            links = {link.name: link for link in self.links(self.messages(address))}
            link = links.get(part)
            if link is None:
                return None
            if link.address is not None:
                address = link.address
                continue
            followed += 1
            if link.path is None or followed > _MOST_LINKS_FOLLOWED:
                return None
            if link.path.startswith(b"/"):
                address = self.root
            left = [p for p in link.path.split(b"/") if p not in (b"", b".")] + left
        return self.described(address)

    def described(self, address: int) -> Dataset | Group | None:
        messages = self.messages(address)
        kinds = {kind for kind, _ in messages}
        if kinds & {_TABLE, _LINKS, _LINK}:
            links = self.links(messages)
            links.sort(key=lambda link: link.name)
            if all(link.order is not None for link in links):
                links.sort(key=lambda link: link.order or 0)
            return Group(tuple(link.name.decode() for link in links))
        last = dict(messages)
        space, of, layout = (last.get(kind) for kind in (_SPACE, _TYPE, _LAYOUT))
        virtual = layout is not None and layout[0] > 2 and layout[1] == 3
        if not space or not of or layout is None or virtual or is_array(of):
            return None
        shape = axes(space, self.length)
        return None if shape is None else Dataset(shape, dtype(of))


def find(path: str, name: str) -> Dataset | Group | None:
    """What a full name means in a file; None if that is not known, or there is none such."""

    def examine(reader: gate.Reader) -> Dataset | Group | None:
        return File(reader).find(name)

    return gate.look(path, examine, _MOST)
