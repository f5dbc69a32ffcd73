"""The worker: what it may call, how it answers, and that it is alone."""

from __future__ import annotations

import ast
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from shapecheck.dryrun.conversation import PROGRAM, Failed, Worker
from shapecheck.dryrun.worker.library import Library
from shapecheck.dryrun.worker.lists import allowed
from shapecheck.dryrun.worker.process import answer, isolate
from shapecheck.dryrun.worker.registry import load

FORBIDDEN = """
torch.load torch.save torch.hub.load torch.jit.load torch.jit.script torch.compile torch.from_file torch.os.system
torch.Tensor.__reduce__ torch.Tensor.__class__ torch._C torch.serialization.load torch.utils.data.DataLoader torch.ops.x
torch.set_default_device torch.nn.modules.module.sys torch.nn.functional.__builtins__ torch.Tensor.register_hook
torch.Tensor.share_memory_ torch.manual_seed torch.import_ir_module torch.nn.DataParallel torch.fork torch.device
numpy.load numpy.save numpy.savez_compressed numpy.fromfile numpy.memmap numpy.loadtxt numpy.genfromtxt numpy.fromregex
numpy.ndarray.tofile numpy.ndarray.dump numpy.ndarray.__setstate__ numpy.lib.format.open_memmap numpy.DataSource
numpy.f2py.run_main numpy.test numpy.random.seed numpy.random.set_state numpy.ctypeslib.load_library numpy.show_config
keras.models.load_model keras.saving.load_model keras.layers.Lambda keras.layers.TFSMLayer keras.layers.deserialize
keras.layers.StringLookup keras.layers.TextVectorization keras.layers.TorchModuleWrapper keras.utils.get_file
keras.utils.image_dataset_from_directory keras.datasets.mnist.load_data keras.applications.ResNet50 keras.Model.fit
keras.Model.save keras.utils.plot_model keras.losses.get keras.config.enable_unsafe_deserialization
tensorflow.io.read_file tensorflow.io.write_file tensorflow.io.gfile.GFile tensorflow.saved_model.load tensorflow.print
tensorflow.py_function tensorflow.numpy_function tensorflow.function tensorflow.load_op_library tensorflow.load_library
tensorflow.raw_ops.ReadFile tensorflow.compat.v1.read_file tensorflow.compat.v1.Session tensorflow.compat.v1.py_func
tensorflow.compat.v1.matching_files tensorflow.compat.v1.Print tensorflow.compat.v1.TFRecordReader
tensorflow.train.Checkpoint tensorflow.data.TFRecordDataset tensorflow.summary.create_file_writer
tensorflow.compat.v1.disable_eager_execution
os.system eval builtins.eval builtins.exec subprocess.run sys.exit shutil.rmtree pickle.loads torch numpy "" .torch.add
train.main jax.numpy.add torchvision.models.resnet18 torch.nn.functional.warnings.warn
"""
WELCOME = """
torch.add torch.nn.Linear torch.nn.functional.conv2d torch.Tensor.view torch.Tensor.__add__ torch.Tensor.__rmatmul__
torch.linalg.norm torch.nn.utils.rnn.pad_sequence torch.Tensor.__getitem__ numpy.dot numpy.linalg.inv numpy.random.rand
numpy.ndarray.reshape numpy.ndarray.__iadd__ numpy.ndarray.T keras.layers.Dense keras.losses.MeanSquaredError
keras.ops.matmul keras.metrics.MeanIoU keras.activations.relu keras.utils.to_categorical
tensorflow.matmul tensorflow.nn.conv2d
tensorflow.math.xlog1py tensorflow.compat.v1.reduce_sum tensorflow.Tensor.__matmul__ tensorflow.Variable.assign
"""


@pytest.mark.parametrize("path", FORBIDDEN.split())
def test_is_refused(path: str) -> None:
    assert not allowed(path.strip('"'))
    found = answer({"ask": "call", "path": path.strip('"'), "args": [], "kwargs": {}})
    assert found["outcome"] == "refused"


@pytest.mark.parametrize("path", WELCOME.split())
def test_is_allowed(path: str) -> None:
    assert allowed(path)


def test_needs_the_standard_library_alone() -> None:
    """And the frameworks, inside of functions."""
    names = set()
    for path in Path(PROGRAM).glob("*.py"):
        for node in ast.parse(path.read_text()).body:
            names |= {alias.name for alias in node.names} if isinstance(node, ast.Import) else set()
            names |= {node.module or "worker"} if isinstance(node, ast.ImportFrom) and not node.level else set()
    assert {name.partition(".")[0] for name in names} <= {*sys.stdlib_module_names, "worker"}


def test_unknown_questions_are_refused() -> None:
    assert answer({"ask": "dance"})["outcome"] == "refused"
    assert answer({})["outcome"] == "refused"


ALONE = f"import sys; sys.path.insert(0, {str(Path(PROGRAM).parent)!r}); from worker import process"


def test_hello_imports_nothing() -> None:
    found = "bool({'torch', 'keras', 'tensorflow', 'numpy'} & set(sys.modules))"
    script = f"{ALONE}; process.hello({{}}); sys.exit({found})"
    assert subprocess.run([sys.executable, "-c", script], check=False, capture_output=True).returncode == 0


# -- values ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def numpy() -> Iterator[Library]:
    pytest.importorskip("numpy")
    yield load("numpy")


def made(numpy: Library, *shape: int, dtype: str | None = "float32", **facts: Any) -> Any:
    return numpy.tensor({"is": "tensor", "library": "numpy", "shape": list(shape), "dtype": dtype, **facts}, "real")


def test_floats_lie_between_0_and_1(numpy: Library) -> None:
    found = made(numpy, 100)
    assert found.min() >= 0 and found.max() <= 1 and found.std() > 0.1 and found.dtype == "float32"


def test_labels_reach_both_ends(numpy: Library) -> None:
    found = made(numpy, 4, dtype="int64", low=3, high=9, attained=True)
    assert found.min() == 3 and found.max() == 9 and found.dtype == "int64"


def test_labels_stay_in_range(numpy: Library) -> None:
    found = made(numpy, 200, dtype="int32", low=-1, high=4)
    assert found.min() >= -1 and found.max() <= 4


def test_integers_that_nothing_is_known_of_are_zero(numpy: Library) -> None:
    assert not made(numpy, 3, 3, dtype="int64").any()


def test_images(numpy: Library) -> None:
    found = made(numpy, 20, 20, dtype="uint8")
    assert found.dtype == "uint8" and found.max() > 100


def test_one_hot_rows(numpy: Library) -> None:
    found = made(numpy, 7, 5, one_hot=True)
    assert (found.sum(-1) == 1).all() and set(found.ravel()) == {0, 1}


def test_constants_are_kept(numpy: Library) -> None:
    assert made(numpy, 2, 2, constant=[[1, 2], [3, 4]]).tolist() == [[1, 2], [3, 4]]


def test_log_probabilities(numpy: Library) -> None:
    assert made(numpy, 5, high=0).max() <= 0


# -- the process -------------------------------------------------------------------------------------------------------


def test_speaks_json_lines_and_nothing_else() -> None:
    pytest.importorskip("numpy")
    questions = [
        {"id": 1, "ask": "hello"},
        {"id": 2, "ask": "call", "path": "numpy.zeros", "args": [{"is": "tuple", "items": [2, 3]}], "kwargs": {}},
        {"id": 3, "ask": "call", "path": "os.system", "args": ["echo"], "kwargs": {}},
    ]
    text = "".join(json.dumps(question) + "\n" for question in questions)
    command = [sys.executable, "-I", "-B", PROGRAM, "60", str(4 << 30)]
    ended = subprocess.run(command, input=text, capture_output=True, text=True, timeout=60, check=True)
    first, second, third = map(json.loads, ended.stdout.splitlines())
    assert (first["id"], first["protocol"], first["frameworks"].keys() >= {"numpy"}) == (1, 2, True)
    assert second["result"] == {"is": "tensor", "shape": [2, 3], "dtype": "float64"}
    assert third["outcome"] == "refused"


def test_the_projects_folder_shadows_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    for name in ("numpy.py", "json.py", "sitecustomize.py"):
        (tmp_path / name).write_text("raise SystemExit('the code of the project ran')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Worker(sys.executable) as asked:
        assert asked.load("numpy")[0].isdigit()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["json.py", "numpy.py", "sitecustomize.py"]


def test_paths_outside_of_the_interpreters_folders_are_dropped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("resource")
    monkeypatch.setattr("resource.setrlimit", lambda *_: None)
    monkeypatch.setattr(sys, "path", ["", str(tmp_path), *sys.path])
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    isolate(1 << 40)
    assert "" not in sys.path and str(tmp_path) not in sys.path and sys.path


def test_a_call_that_needs_too_much_memory_is_refused() -> None:
    pytest.importorskip("numpy")
    question = {"ask": "call", "path": "numpy.ones", "args": [{"is": "tuple", "items": [10**6, 10**5]}], "kwargs": {}}
    with Worker(sys.executable) as asked:
        assert asked.ask(question)["outcome"] == "refused"


def test_what_does_not_exist_is_refused() -> None:
    pytest.importorskip("numpy")
    with Worker(sys.executable) as asked:
        answer = asked.ask({"ask": "call", "path": "numpy.no_such_name", "args": [], "kwargs": {}})
        assert answer["outcome"] == "refused"
        assert answer["reason"] == "numpy.no_such_name does not exist in the installed version"
        with pytest.raises(Failed, match="os is not installed"):
            asked.ask({"ask": "call", "path": "os.system", "args": ["true"], "kwargs": {}})


def test_what_others_print_does_not_reach_stdout() -> None:
    script = f"{ALONE}; process.answer = lambda question: print('noise') or {{'said': 1}}; process.serve(5)"
    command = [sys.executable, "-c", script]
    ended = subprocess.run(command, input='{"id": 7}\n', capture_output=True, text=True, timeout=30, check=True)
    assert [json.loads(line) for line in ended.stdout.splitlines()] == [{"id": 7, "said": 1}]
    assert ended.stderr == "noise\n"


def test_ends_by_itself_when_nobody_waits_any_more() -> None:
    if not hasattr(signal, "alarm"):
        pytest.skip("no alarms here")
    script = f"{ALONE}; import time; process.answer = lambda question: time.sleep(60); process.serve(1)"
    command = [sys.executable, "-c", script]
    ended = subprocess.run(command, input='{"id": 7}\n', capture_output=True, text=True, timeout=30, check=False)
    assert ended.returncode == -signal.SIGALRM
