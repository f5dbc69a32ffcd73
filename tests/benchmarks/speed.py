"""How fast installed files are read and followed: files and steps a second, and the time beside that of `ast.parse`.

    python -m tests.benchmarks.speed [FILE...] [--max-steps N]

Each file, a large one of the installed libraries unless others are given, is checked statically in a process of its
own, which also tells its peak memory. Files of libraries that are not installed are left out.
"""

from __future__ import annotations

import argparse
import ast
import json
import resource
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

from shapecheck import api
from shapecheck.config import Config
from shapecheck.interp import machine

FILES = """
torch/_inductor/codegen/triton.py torch/_inductor/scheduler.py torch/_inductor/ir.py torch/_dynamo/guards.py
torch/testing/_internal/common_utils.py torch/testing/_internal/common_methods_invocations.py torch/nn/functional.py
torch/distributed/fsdp/_runtime_utils.py keras/src/backend/common/keras_tensor.py keras/src/backend/torch/numpy.py
keras/src/backend/tensorflow/nn.py keras/src/layers/rnn/rnn.py tensorflow/python/ops/math_ops.py
tensorflow/python/ops/array_ops.py tensorflow/python/keras/backend.py timm/models/vision_transformer.py
transformers/models/llama/modeling_llama.py transformers/modeling_utils.py transformers/trainer.py
sklearn/ensemble/_forest.py pandas/core/frame.py numpy/lib/_function_base_impl.py scipy/stats/_distn_infrastructure.py
sympy/core/add.py scipy/stats/_continuous_distns.py
""".split()


def measure(path: str, max_steps: int) -> dict[str, float]:
    """The check of one file in this process: seconds, those of parsing it, steps, and peak memory in MB."""
    text = Path(path).read_text(encoding="utf-8")
    start = time.process_time()
    ast.parse(text)
    parsed = time.process_time() - start
    machines: list[machine.Machine] = []
    before = machine.Machine.__init__

    def noted(self: machine.Machine, *given: object) -> None:
        before(self, *given)  # type: ignore[arg-type]
        machines.append(self)

    machine.Machine.__init__ = noted  # type: ignore[method-assign,assignment]
    with api.Session(Config(static=True, max_steps=max_steps)) as session:
        start = time.process_time()
        session.check(path)
        taken = time.process_time() - start
    left = machines[0].budget.left // machine.PER_STEP if machines else max_steps
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": taken, "parse": parsed, "steps": max_steps - left, "megabytes": megabytes}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*")
    parser.add_argument("--max-steps", type=int, default=Config.max_steps)
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.files[0], given.max_steps)))
        return
    installed = Path(sysconfig.get_path("purelib"))
    rows = []
    for file in given.files or [str(installed / name) for name in FILES if (installed / name).is_file()]:
        command = [sys.executable, "-m", __spec__.name, "--one", "--max-steps", str(given.max_steps), file]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        row = json.loads(done.stdout.splitlines()[-1])
        rows.append(row)
        name = file.removeprefix(f"{installed}/")
        print(
            f"{row['seconds']:7.2f} s  {row['steps']:7.0f} steps  {row['steps'] / row['seconds']:8.0f} a second  "
            f"{row['seconds'] / row['parse']:6.1f} x ast.parse  {row['megabytes']:5.0f} MB  {name}",
            flush=True,
        )
    total = {key: sum(row[key] for row in rows) for key in ("seconds", "parse", "steps")}
    print(
        f"{len(rows) / total['seconds']:.1f} files/s, {total['steps'] / total['seconds']:.0f} steps/s, "
        f"{total['seconds'] / total['parse']:.1f} x ast.parse, slowest {max(row['seconds'] for row in rows):.2f} s, "
        f"most {max(row['megabytes'] for row in rows):.0f} MB"
    )


if __name__ == "__main__":
    main()
