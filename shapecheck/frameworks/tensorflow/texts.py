"""`tf.strings`: texts as elements of tensors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.dim import Dim
from ...core.outcome import Mismatch
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Unknown, Value
from ..binding import Ignored, Ints, Tensors
from .dialect import TF, asked, tensor
from .elementwise import fill, joined
from .reduction import reduced

if TYPE_CHECKING:
    from collections.abc import Callable


def need_texts(x: Tensor, op: str, argument: str = "input") -> None:
    """The op takes texts."""
    if x.dtype is not None and x.dtype != "string":
        raise Mismatch("tf-dtype-mix", f"{op} takes texts, got {x.dtype}", argument=argument,
                       runtime=(f"cannot compute {op} as input #0(zero-based) was expected to be a string tensor",
                                "as input #1(zero-based) was expected to be a string tensor"),
                       help="tf.strings.as_string(...)")  # fmt: skip


_TEXTS = "tf.constant(['A b', 'c'])"
_ONE = (f"{{}}({_TEXTS})", "{}('abc')", "{}(tf.ones([2]))", "{}([['a', 'b', 'c']])")


def _changed(input: Tensor, encoding: Ignored = "", name: Ignored = None) -> Tensor:
    need_texts(input, "StringLower")
    return tensor(input.shape, "string")


def _stripped(input: Tensor, name: Ignored = None) -> Tensor:
    need_texts(input, "StringStrip")
    return tensor(input.shape, "string")


for _name, _function in (("lower", _changed), ("upper", _changed), ("strip", _stripped)):
    _paths = (f"tensorflow.strings.{_name}", *(("tensorflow.string_strip",) if _name == "strip" else ()))
    TF.op(*_paths, samples=fill(_ONE, f"tf.strings.{_name}"))(_function)


@TF.op("tensorflow.strings.regex_replace", "tensorflow.regex_replace",
       samples=("tf.strings.regex_replace(tf.constant(['A', 'b']), 'A', 'c')",
                "tf.strings.regex_replace(tf.ones([2]), 'A', 'c')"))  # fmt: skip
def regex_replace(
    input: Tensor, pattern: Ignored, rewrite: Ignored, replace_global: Ignored = True, name: Ignored = None
) -> Tensor:
    need_texts(input, "StaticRegexReplace")
    return tensor(input.shape, "string")


@TF.op("tensorflow.strings.regex_full_match",
       samples=("tf.strings.regex_full_match(tf.constant(['A', 'b']), 'A')",
                "tf.strings.regex_full_match(tf.ones([2]), 'A')"))  # fmt: skip
def regex_full_match(input: Tensor, pattern: Ignored, name: Ignored = None) -> Tensor:
    need_texts(input, "StaticRegexFullMatch")
    return tensor(input.shape, "bool")


@TF.op("tensorflow.strings.length", samples=(f"tf.strings.length({_TEXTS})", "tf.strings.length(tf.ones([2]))"))
def length(input: Tensor, unit: Ignored = "BYTE", name: Ignored = None) -> Tensor:
    need_texts(input, "StringLength")
    return tensor(input.shape, "int32", Facts(low=0))


@TF.op("tensorflow.strings.to_number", "tensorflow.string_to_number",
       samples=("tf.strings.to_number(tf.constant(['1', '2']))", "tf.strings.to_number(tf.ones([2]))",
                "tf.strings.to_number(tf.constant(['1']), tf.int64)"))  # fmt: skip
def to_number(input: Tensor, out_type: Value | str = "float32", name: Ignored = None) -> Tensor:
    need_texts(input, "StringToNumber")
    return tensor(input.shape, asked(out_type, "float32"))


@TF.op("tensorflow.strings.as_string", "tensorflow.as_string", "tensorflow.dtypes.as_string",
       samples=("tf.strings.as_string(tf.ones([2, 3]))", "tf.strings.as_string([1, 2], width=3)"))  # fmt: skip
def as_string(
    input: Tensor, precision: Ignored = -1, scientific: Ignored = False, shortest: Ignored = False,
    width: Ignored = -1, fill: Ignored = "", name: Ignored = None,
) -> Tensor:  # fmt: skip
    return tensor(input.shape, "string")


# -- joining and splitting -------------------------------------------------------------------------------------


@TF.op("tensorflow.strings.join", "tensorflow.string_join",
       samples=("tf.strings.join([tf.constant(['a', 'b']), 'c'])", "tf.strings.join(['a', 'b'], separator='-')",
                "tf.strings.join([tf.constant(['a', 'b']), tf.constant(['c', 'd', 'e'])])",
                "tf.strings.join([tf.constant(['a']), tf.ones([1])])"))  # fmt: skip
def join(inputs: Tensors, separator: Ignored = "", name: Ignored = None) -> Tensor:
    """Every part has one shape, or is one text."""
    shape = Shape()
    for part in inputs:
        need_texts(part, "StringJoin", "inputs")
        if part.shape == Shape():
            continue
        if shape != Shape() and part.shape.known_rank and shape.known_rank:
            joined(tensor(shape, "string"), part, "StringJoin")
        shape = part.shape if shape == Shape() else shape
    return tensor(shape, "string")


@TF.op("tensorflow.strings.reduce_join", "tensorflow.reduce_join",
       samples=("tf.strings.reduce_join([['a', 'b'], ['c', 'd']], 0)",
                "tf.strings.reduce_join([['a', 'b'], ['c', 'd']], axis=1, keepdims=True)",
                "tf.strings.reduce_join(['a', 'b'])", "tf.strings.reduce_join(['a', 'b'], axis=1)",
                "tf.strings.reduce_join(tf.ones([2]))"))  # fmt: skip
def reduce_join(
    inputs: Tensor, axis: Ints | None = None, keepdims: bool | None = False, separator: Ignored = "",
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    need_texts(inputs, "ReduceJoin", "inputs")
    return tensor(reduced(inputs, axis, keepdims), "string")


@TF.op("tensorflow.strings.unsorted_segment_join",
       samples=("tf.strings.unsorted_segment_join(['a', 'b', 'c'], [0, 1, 0], 2)",))  # fmt: skip
def unsorted_segment_join(
    inputs: Tensor, segment_ids: Tensor, num_segments: Dim, separator: Ignored = "", name: Ignored = None
) -> Tensor:
    need_texts(inputs, "UnsortedSegmentJoin", "inputs")
    return tensor(Shape((num_segments, *inputs.shape.dims[segment_ids.rank :])), "string")


def _ragged() -> Value:
    """Parts of texts: rows of their own lengths."""
    return Unknown("a ragged tensor")


def _split(input: Tensor, sep: Ignored = None, maxsplit: Ignored = -1, name: Ignored = None) -> Value | Tensor:
    need_texts(input, "StringSplitV2")
    if input.shape == Shape():
        return tensor(Shape.of(Dim.unknown()), "string")
    return _ragged()


TF.op("tensorflow.strings.split",
      samples=("tf.strings.split('a b c')", f"tf.strings.split({_TEXTS})", "tf.strings.split(tf.ones([2]))"))(_split)


def _bytes(input: Tensor, name: Ignored = None) -> Value | Tensor:
    need_texts(input, "StringSplit")
    return tensor(Shape.of(Dim.unknown()), "string") if input.shape == Shape() else _ragged()


TF.op("tensorflow.strings.bytes_split",
      samples=("tf.strings.bytes_split('abc')", f"tf.strings.bytes_split({_TEXTS})",
               "tf.strings.bytes_split(tf.ones([2]))"))(_bytes)  # fmt: skip


def _characters(dtype: str, count: int) -> Callable[..., Any]:
    def result(input: Tensor) -> Any:
        need_texts(input, "UnicodeDecode")
        if input.shape != Shape():
            return _ragged() if count == 1 else (_ragged(), _ragged())
        size = Dim.unknown()
        made = (tensor(Shape.of(size), dtype), tensor(Shape.of(size), "int64", Facts(low=0)))
        return made[0] if count == 1 else made

    def decode(
        input: Tensor, input_encoding: Ignored, errors: Ignored = "replace", replacement_char: Ignored = 65533,
        replace_control_characters: Ignored = False, name: Ignored = None,
    ) -> Any:  # fmt: skip
        return result(input)

    def split(
        input: Tensor, input_encoding: Ignored, errors: Ignored = "replace", replacement_char: Ignored = 65533,
        name: Ignored = None,
    ) -> Any:  # fmt: skip
        return result(input)

    return decode if dtype == "int32" else split


for _name, _dtype, _count in (
    ("decode", "int32", 1), ("decode_with_offsets", "int32", 2), ("split", "string", 1),
    ("split_with_offsets", "string", 2),
):  # fmt: skip
    TF.op(f"tensorflow.strings.unicode_{_name}",
          samples=fill(("{}('abc', 'UTF-8')", "{}(['abc', 'd'], 'UTF-8')", "{}(tf.ones([2]), 'UTF-8')"),
                       f"tf.strings.unicode_{_name}"))(_characters(_dtype, _count))  # fmt: skip


@TF.op("tensorflow.strings.unicode_encode",
       samples=("tf.strings.unicode_encode(tf.constant([[97, 98], [99, 100]]), 'UTF-8')",
                "tf.strings.unicode_encode([97, 98], 'UTF-8')"))  # fmt: skip
def unicode_encode(
    input: Tensor, output_encoding: Ignored, errors: Ignored = "replace", replacement_char: Ignored = 65533,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    return tensor(input.shape[:-1], "string")


@TF.op("tensorflow.strings.unicode_transcode",
       samples=(f"tf.strings.unicode_transcode({_TEXTS}, 'UTF-8', 'UTF-16-BE')",))  # fmt: skip
def unicode_transcode(
    input: Tensor, input_encoding: Ignored, output_encoding: Ignored, errors: Ignored = "replace",
    replacement_char: Ignored = 65533, replace_control_characters: Ignored = False, name: Ignored = None,
) -> Tensor:  # fmt: skip
    need_texts(input, "UnicodeTranscode")
    return tensor(input.shape, "string")


@TF.op("tensorflow.strings.unicode_script", samples=("tf.strings.unicode_script([[97, 98]])",
                                                     "tf.strings.unicode_script(tf.ones([2]))"))  # fmt: skip
def unicode_script(input: Tensor, name: Ignored = None) -> Tensor:
    if input.dtype not in (None, "int32"):
        raise Mismatch("tf-dtype-mix", f"code points of {input.dtype}", argument="input",
                       runtime="was expected to be a int32 tensor")  # fmt: skip
    return tensor(input.shape, "int32")


# -- parts and codes -------------------------------------------------------------------------------------------


@TF.op("tensorflow.strings.substr", "tensorflow.substr",
       samples=("tf.strings.substr(tf.constant(['abc', 'def']), 1, 2)",
                "tf.strings.substr(tf.constant(['abc', 'def']), [0, 1], [1, 2])",
                "tf.strings.substr(tf.constant(['abc', 'def']), [0, 1, 2], [1, 2, 3])"))  # fmt: skip
def substr(input: Tensor, pos: Tensor, len: Tensor, unit: Ignored = "BYTE", name: Ignored = None) -> Tensor:
    need_texts(input, "Substr")
    return tensor(joined(input, pos, "Substr"), "string")


def _bucket(input: Tensor, num_buckets: Any, name: Ignored = None) -> Tensor:
    need_texts(input, "StringToHashBucketFast")
    return tensor(input.shape, "int64", Facts(low=0, high=num_buckets - 1 if isinstance(num_buckets, int) else None))


def _strong(input: Tensor, num_buckets: Any, key: Ignored, name: Ignored = None) -> Tensor:
    return _bucket(input, num_buckets)


for _name, _more in (("to_hash_bucket", ""), ("to_hash_bucket_fast", ""), ("to_hash_bucket_strong", ", [1, 2]")):
    TF.op(f"tensorflow.strings.{_name}", f"tensorflow.string_{_name}",
          samples=(f"tf.strings.{_name}({_TEXTS}, 10{_more})", f"tf.strings.{_name}(tf.ones([2]), 10{_more})"),
          )(_strong if _more else _bucket)  # fmt: skip


@TF.op("tensorflow.strings.format", samples=("tf.strings.format('{} and {}', (tf.ones([2]), 3))",))
def format(
    template: Ignored, inputs: Ignored, placeholder: Ignored = "{}", summarize: Ignored = 3, name: Ignored = None
) -> Tensor:
    return tensor(Shape(), "string")


@TF.op("tensorflow.strings.ngrams", samples=("tf.strings.ngrams(['a', 'b', 'c'], 2)",
                                             "tf.strings.ngrams([['a', 'b', 'c'], ['d', 'e', 'f']], 2)"))  # fmt: skip
def ngrams(
    data: Tensor, ngram_width: Ignored, separator: Ignored = " ", pad_values: Ignored = None,
    padding_width: Ignored = None, preserve_short_sequences: Ignored = False, name: Ignored = None,
) -> Value:  # fmt: skip
    return _ragged()
