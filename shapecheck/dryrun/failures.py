"""What a run was refused, as findings: the rule that the framework's words belong to, the user's line, operands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..core.span import Span
from ..findings import Finding, Note, Severity
from ..rules import named
from .words import essence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..source.module import Module

    Json = dict[str, Any]

GENERAL = "run-time-error"
_MOST_NOTES = 3

_WORDS: tuple[tuple[str, str], ...] = (
    # what is special stands first; behind a blank, the operation that says it
    (r"mat1 and mat2 shapes cannot be multiplied|size mismatch, got input", "linear-in-features-mismatch linear"),
    (r"must be divisible by num_heads|num_heads", "heads-not-divisible"),
    (r"result type .* can't be cast", "bce-target-dtype binary_cross_entropy binary_cross_entropy_with_logits"),
    (r"Found dtype Long but expected Float", "bce-target-dtype binary_cross_entropy"),
    (r"mat1 and mat2 shapes|inconsistent tensor size, expected tensor|size mismatch, got|Matrix size-incompatible"
     r"|matmul: Input operand|not aligned|Dimensions must be equal.*MatMul|first two dimensions of batch2"
     r"|mat\d? must have same reduction dim|vec.*size mismatch", "matmul-shape-mismatch"),
    (r"batch\d must be a 3D|must be 3D", "bmm-requires-rank-3"),
    (r"expected input.* to have \d+ channels|depth must be evenly divisible|number of input channels"
     r"|same number of channels|channels.*incompatible", "conv-in-channels-mismatch"),
    (r"Kernel size can't be greater|Negative dimension size|output size would be (zero or )?negative"
     r"|Output size is too small|output would be negative", "conv-kernel-exceeds-input"),
    (r"running_mean should contain|weight should contain", "batchnorm-num-features-mismatch"),
    (r"Expected more than 1 value per channel|more than 1 spatial element", "batchnorm-single-sample"),
    (r"Given normalized_shape|number of channels in input to be divisible by num_groups", "norm-shape-mismatch"),
    (r"input_size\. Expected", "rnn-input-size-mismatch"),
    (r"Expected hidden|hidden.* has inconsistent|size .* doesn't match hidden", "rnn-hidden-shape-mismatch"),
    (r"embedding dimension of|embed_dim", "attention-dim-mismatch"),
    (r"attn_mask|key_padding_mask|shape of the mask", "attention-mask-shape"),
    (r"shape '.*' is invalid for input of size|cannot reshape (array|a tensor)|total size of (the tensor|new array)"
     r"|Cannot reshape|Dimension size must be evenly divisible.*Reshape", "view-size-mismatch"),
    (r"view size is not compatible", "view-noncontiguous"),
    (r"doesn't match the broadcast shape", "normalize-channel-mismatch normalize sub_ div_"),
    (r"Sizes of tensors must match except|Concatenate. layer requires|input array dimensions except for the concat"
     r"|ConcatOp|Dimension .* in both shapes must be equal.*[Cc]oncat", "concat-shape-mismatch"),
    (r"Tensors must have same number of dimensions|must have same number of dimensions", "cat-rank-mismatch"),
    (r"stack expects each tensor to be equal size", "collate-unequal-sizes"),
    (r"values to unpack", "batch-unpack-mismatch"),
    (r"label value of|valid range of", "label-out-of-range"),
    (r"Dimension out of range|axis -?\d+ is out of bounds", "dim-out-of-range"),
    (r"permut.*(dims|dimensions)", "permute-rank-mismatch"),
    (r"expected target dtype|expected scalar type Long", "ce-target-dtype"),
    (r"Target -?\d+ is out of bounds|label value of|class number", "label-out-of-range"),
    (r"with class probabilities", "ce-onehot-integer-target"),
    (r"multi-target not supported", "ce-target-extra-dim"),
    (r"only batches of spatial targets", "segmentation-target-channel-dim"),
    (r"match target batch_size|cardinality is ambiguous|Size mismatch between tensors", "sample-count-mismatch"),
    (r"Using a target size", "bce-target-shape binary_cross_entropy"),
    (r"Target size .* must be the same as input size", "bce-target-shape"),
    (r"Using a target size", "loss-target-broadcast"),
    (r"index out of range in self", "embedding-index-out-of-range"),
    (r"used as indices must be|argument #1 'indices'|expected scalar type.*[iI]nd|index.* dtype", "index-dtype"),
    (r"implicitly created only for scalar", "backward-on-nonscalar"),
    (r"numpy\(\) on Tensor that requires grad", "numpy-requires-grad"),
    (r"floating point and complex dtype can require gradients", "integer-requires-grad"),
    (r"mean\(\).*(dtype|floating)", "integer-mean"),
    (r"einsum", "einsum-operand-mismatch"),
    (r"copying a param with shape|Layer .* weight shape", "checkpoint-shape-mismatch"),
    (r"can't be cast", "inplace-dtype-cast"),
    (r"Invalid input shape for input", "fit-input-shape"),
    (r"incompatible with (the )?layer", "fit-input-shape fit evaluate predict train_on_batch test_on_batch"),
    (r"incompatible with (the )?layer.*expected axis", "linear-in-features-mismatch"),
    (r"incompatible with (the )?layer.*(ndim|rank)|expected (3D|4D|2D)|Expected \dD", "layer-input-rank"),
    (r"logits and labels must be broadcastable", "categorical-ce-with-integer-labels"),
    (r"output. must have rank|same first dimension", "sparse-ce-with-onehot-labels"),
    (r"target. and .output. must have the same|must have the same shape.*target", "target-width-mismatch"),
    (r"input\(s\), but it received|inputs?, but it received", "functional-input-count"),
    (r"Inputs have incompatible shapes|size of tensor a|could not be broadcast|not broadcastable"
     r"|Incompatible shapes|required broadcastable shapes|shapes must be broadcast"
     r"|expand\(.*must match the existing size", "elementwise-shape-mismatch"),
    (r"inhomogeneous shape", "ragged-array"),
)  # fmt: skip
_WORDS_OF_DTYPES = re.compile(r"same dtype|scalar type|expected m1 and m2|Input type|should be the same|dtype(?!=)")


def findings(told: Sequence[Json], modules: dict[str, Module]) -> list[Finding]:
    """The findings, by place. modules: the files of the program that could be read, by path."""
    made = [_finding(each, modules) for each in told]
    return sorted(made, key=lambda finding: (*finding.span, finding.code))


def _finding(told: Json, modules: dict[str, Module]) -> Finding:
    text = essence(str(told["text"]))
    operands = told.get("operands") or []
    rule = named(str(told.get("rule") or _rule(text, str(told.get("op") or ""), operands))) or named(GENERAL)
    assert rule is not None
    span = _span(told, modules.get(str(told["path"])))
    severity = Severity(told["severity"])
    notes = [Note(_line(path, line, modules), "called here") for path, line in (told.get("stack") or [])[:-1]]
    if told.get("steered"):
        path, line = told["steered"]
        notes.append(Note(_line(path, line, modules), "if what is tested here leads there"))
    return Finding(
        rule.code, rule.name(), severity, _message(told, text), span,
        label=" and ".join(dict.fromkeys(map(_operand, operands[:2]))), notes=tuple(notes[-_MOST_NOTES:]),
        runtime=(text,) if text and not told.get("raised") else (),
        help=str(told.get("help") or ""), confirmed=str(told.get("library") or ""),
    )  # fmt: skip


def _message(told: Json, text: str) -> str:
    kind, op = str(told.get("kind") or ""), str(told.get("op") or "").strip("_")
    first = text or kind or "the program fails here"
    if op and op.lower() not in first.lower():
        return f"{op}: {first}"
    return f"{kind}: {first}" if kind and not op and kind not in first else first


def _rule(text: str, op: str, operands: list[Any]) -> str:
    for pattern, meaning in _WORDS:
        name, *ops = meaning.split()
        if (not ops or op in ops) and re.search(pattern, text):
            return name
    dtypes = {dtype for dtype, _ in operands}
    if _WORDS_OF_DTYPES.search(text) and len(dtypes) > 1:
        if "float64" in dtypes or "double" in dtypes:
            return "float64-input"
        if dtypes & {"float16", "bfloat16"}:
            return "half-float-mix"
        if any("int" in dtype for dtype in dtypes):
            return "integer-input"
    return GENERAL


def _operand(described: Any) -> str:
    dtype, shape = described
    known = str(dtype).replace("float", "f").replace("uint", "u").replace("int", "i")
    return f"{known}[{', '.join('?' if size is None else str(size) for size in shape)}]"


def _span(told: Json, module: Module | None) -> Span:
    """The expression, where Python tells its columns; else the text of the line."""
    path, line = str(told["path"]), int(told["line"])
    lines = module.lines if module is not None else []
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    start, end, end_line = told.get("colno"), told.get("end_colno"), told.get("end_lineno") or line
    if isinstance(start, int) and isinstance(end, int) and end_line >= line:
        return Span(path, line, _column(text, start), end_line, _column(_at(lines, end_line), end))
    return _line(path, line, {} if module is None else {path: module})


def _at(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _column(text: str, offset: int) -> int:
    return len(text.encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "replace")) if text else offset


def _line(path: str, line: int, modules: dict[str, Module]) -> Span:
    text = _at(modules[path].lines, line) if path in modules else ""
    return Span(path, line, len(text) - len(text.lstrip()), line, max(len(text.rstrip()), 1))



