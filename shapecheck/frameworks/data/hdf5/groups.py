"""The links of a group: in symbol tables, in messages of its header, or in a heap with an index."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..gate import Unreadable
from .types import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .file import File

MOST_LINKS = 4096
_MOST_NODES = 1024
_DEEPEST = 16


class Link(NamedTuple):
    """A name in a group: the address of what it means, or for a soft link the path; neither for one into another
    file. `order`: when it was made, where that is kept."""

    name: bytes
    address: int | None
    path: bytes | None = None
    order: int | None = None


# -- symbol tables -------------------------------------------------------------------------------------------------


def of_table(file: File, message: bytes) -> Iterator[Link]:
    """Source: III.A.1 and III.B to III.D of the specification."""
    width = file.offset
    heap = file.at(number(message[width : 2 * width]), 8 + 2 * file.length + width)
    if not heap.startswith(b"HEAP"):
        raise Unreadable("no heap of names")
    size = number(heap[8 : 8 + file.length])
    names = file.at(number(heap[8 + 2 * file.length :]), min(size, 1 << 19))
    for node in _nodes(file, number(message[:width])):
        head = file.at(node, 8)
        if not head.startswith(b"SNOD"):
            raise Unreadable("no table of symbols")
        step = 2 * width + 24
        entries = file.at(node + 8, number(head[6:8]) * step)
        for at in range(0, len(entries), step):
            entry = entries[at : at + step]
            name = _name(names, number(entry[:width]))
            scratch = entry[2 * width + 8 :]
            if number(entry[2 * width : 2 * width + 4]) == 2:
                yield Link(name, None, _name(names, number(scratch[:4])))
            else:
                yield Link(name, number(entry[width : 2 * width]))


def _name(names: bytes, at: int) -> bytes:
    return names[at : names.index(b"\0", at)]


def _nodes(file: File, root: int) -> list[int]:
    """The leaves of a tree of the first version, in order."""
    level, width = [root], file.offset
    for _ in range(_DEEPEST):
        below: list[int] = []
        depths = set()
        for node in level:
            head = file.at(node, 8 + 2 * width)
            if not head.startswith(b"TREE\0"):
                raise Unreadable("no tree of a group")
            depths.add(head[5])
            step = file.length + width
            entries = file.at(node + 8 + 2 * width, number(head[6:8]) * step)
            below += (number(entries[at + file.length : at + step]) for at in range(0, len(entries), step))
        if len(below) > _MOST_NODES or len(depths) > 1:
            break
        if depths == {0}:
            return below
        level = below
    raise Unreadable("a tree that does not end")


# -- messages ------------------------------------------------------------------------------------------------------


def of_message(file: File, data: bytes) -> Link:
    """Source: IV.A.2.g of the specification."""
    flags, at, kind, order = data[1], 2, 0, None
    if data[0] != 1:
        raise Unreadable("a link that is not known")
    if flags & 8:
        kind, at = data[at], at + 1
    if flags & 4:
        order, at = number(data[at : at + 8]), at + 8
    at += bool(flags & 16)
    width = 1 << (flags & 3)
    size = number(data[at : at + width])
    at += width
    name, rest = data[at : at + size], data[at + size :]
    if kind == 0:
        return Link(name, number(file.part(rest, 0, file.offset)), None, order)
    return Link(name, None, rest[2 : 2 + number(rest[:2])] if kind == 1 else None, order)


def of_info(file: File, data: bytes) -> Iterator[Link]:
    """The links that do not stand in the header itself. Source: IV.A.2.c of the specification."""
    at = 2 + 8 * (data[1] & 1)
    heap, index = (number(file.part(data, at + i * file.offset, file.offset)) for i in (0, 1))
    if heap == file.nowhere:
        return
    objects = Heap(file, heap)
    for record in _records(file, index):
        yield of_message(file, objects.read(record[4:]))


def _bytes_for(limit: int) -> int:
    """The bytes that numbers up to a limit are stored in."""
    return (limit.bit_length() - 1) // 8 + 1


class Heap:
    """A fractal heap. Source: III.G of the specification."""

    def __init__(self, file: File, address: int) -> None:
        self.file = file
        head = file.at(address, 26 + 12 * file.length + 3 * file.offset)
        if not head.startswith(b"FRHP\0") or number(head[7:9]):
            raise Unreadable("a heap that is not known")
        largest = number(head[10:14])
        at = 14 + 2 * file.offset + 10 * file.length
        self.width = number(head[at : at + 2])
        self.first = number(head[at + 2 : at + 2 + file.length])
        self.most = number(head[at + 2 + file.length : at + 2 + 2 * file.length])
        at += 2 + 2 * file.length
        self.offset = (number(head[at : at + 2]) + 7) // 8
        self.root = number(head[at + 4 : at + 4 + file.offset])
        self.rows = number(head[at + 4 + file.offset : at + 6 + file.offset])
        if not (self.width and self.first and self.most >= self.first) or self.offset > 8:
            raise Unreadable("a heap that is not known")
        self.length = min((self.most.bit_length() + 6) // 8, _bytes_for(largest))

    def read(self, name: bytes) -> bytes:
        """The object of an identifier."""
        if name[0] & 0xF0:
            raise Unreadable("an object outside of the heap")
        at = number(name[1 : 1 + self.offset])
        size = number(name[1 + self.offset : 1 + self.offset + self.length])
        block, start = self._block(at) if self.rows else (self.root, 0)
        head = self.file.at(block, 5)
        if head != b"FHDB\0":
            raise Unreadable("no block of a heap")
        return self.file.at(block + at - start, size)

    def _block(self, at: int) -> tuple[int, int]:
        """The block that holds an offset, and the offset at which it starts."""
        block, start = self.root, 0
        for _ in range(_DEEPEST):
            if self.file.at(block, 5) != b"FHIB\0":
                raise Unreadable("no block of blocks")
            row, size, begin = 0, self.first, start
            while at >= begin + self.width * size:
                begin += self.width * size
                row, size = row + 1, size if row == 0 else 2 * size
                if row > 64:
                    raise Unreadable("past the end of a heap")
            column = (at - begin) // size
            place = 5 + self.file.offset + self.offset + (row * self.width + column) * self.file.offset
            block, start = number(self.file.at(block + place, self.file.offset)), begin + column * size
            if size <= self.most:
                return block, start
        raise Unreadable("a heap that does not end")


def _records(file: File, address: int) -> Iterator[bytes]:
    """The records of a tree of the second version. Source: III.A.2 of the specification."""
    head = file.at(address, 16 + file.offset + 2 + file.length)
    if not head.startswith(b"BTHD\0\x05"):
        raise Unreadable("no index of names")
    size, width, depth = number(head[6:10]), number(head[10:12]), number(head[12:14])
    count = number(head[16 + file.offset : 18 + file.offset])
    if not width or size > 1 << 16 or depth > _DEEPEST:
        raise Unreadable("an index that is not known")
    leaf = (size - 10) // width
    counted, total, totals = _bytes_for(max(leaf, 1)), leaf, [0]
    for _ in range(depth):
        pointer = file.offset + counted + totals[-1]
        most = (size - 10 - pointer) // (width + pointer)
        total = (most + 1) * total + most
        totals.append(_bytes_for(max(total, 1)))
    level = [(number(head[16 : 16 + file.offset]), count)]
    for below in range(depth - 1, -2, -1):
        children: list[tuple[int, int]] = []
        for node, number_of in level:
            data = file.at(node, 6 + number_of * width)
            if not data.startswith(b"BTLF\0" if below < 0 else b"BTIN\0"):
                raise Unreadable("no node of an index")
            yield from (data[6 + i * width : 6 + (i + 1) * width] for i in range(number_of))
            step = file.offset + counted + totals[max(below, 0)]
            pointers = file.at(node + 6 + number_of * width, (number_of + 1) * step) if below >= 0 else b""
            for at in range(0, len(pointers), step):
                middle = at + file.offset
                children.append((number(pointers[at:middle]), number(pointers[middle : middle + counted])))
        if len(children) > _MOST_NODES:
            raise Unreadable("an index of too many nodes")
        level = children
