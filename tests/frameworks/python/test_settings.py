"""Scripts with settings: run with no arguments, they have the values that the interpreter says they have."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from shapecheck.core.outcome import Undecided
from shapecheck.core.plain import Constant
from shapecheck.frameworks.python.held import plain_python
from shapecheck.interp.execute import execute
from shapecheck.interp.machine import Frame, Machine
from shapecheck.interp.project import Project
from shapecheck.interp.scope import Scope

FILES = {
    "config.yaml": "model:\n  hidden: 128\n  layers: [64, 32]\ndata: {path: d.csv, batch: 16}\nlr: 0.001\nflag: yes\n",
    "config.json": '{"hidden": 96, "layers": [1, 2], "name": "x", "nested": {"a": null}}',
    "config.toml": "[model]\nhidden = 77\n",
    "config.ini": "[model]\nhidden = 55\nlr = 0.1\non = yes\n",
    "conf/main.yaml": "defaults:\n  - model: big\n  - _self_\nlr: 1e-1\nname: ${lr}\n",
    "conf/model/big.yaml": "hidden: 256\n",
    "yacs1.yaml": "MODEL:\n  H: 12\n",
}

PROGRAMS = {
    "files": (
        "yaml",
        r"""
        import json, yaml, configparser, os
        from pathlib import Path
        from types import SimpleNamespace
        with open("config.yaml") as f:
            cfg = yaml.safe_load(f)
        a1 = cfg["model"]["hidden"], cfg["model"]["layers"], cfg["lr"], cfg["flag"], cfg["data"]["batch"]
        a2 = yaml.load(open("config.yaml"), Loader=yaml.FullLoader)["model"]["hidden"]
        a3 = json.load(open("config.json"))["hidden"]
        a4 = json.loads(Path("config.json").read_text())["layers"]
        here = os.path.dirname(os.path.abspath(__file__))
        a5 = json.load(open(os.path.join(here, "config.json")))["name"]
        a6 = yaml.safe_load((Path(__file__).parent / "config.yaml").open())["data"]
        a7 = json.load(open("config.json"), object_hook=lambda d: SimpleNamespace(**d)).nested.a
        c = configparser.ConfigParser()
        c.read("config.ini")
        a8 = c.getint("model", "hidden"), c["model"]["lr"], c.get("model", "x", fallback="q"), c.sections()
        a18 = c.getboolean("model", "on")
        import sys
        if sys.version_info >= (3, 11):
            import tomllib
            with open("config.toml", "rb") as f:
                a9 = tomllib.load(f)["model"]["hidden"]
        class Config:
            def __init__(self, **kw):
                self.__dict__.update(kw)
        a10 = Config(**cfg["data"]).batch
        class Config2:
            def __init__(self, d):
                for k, v in d.items():
                    setattr(self, k, v)
        a11 = Config2(cfg["model"]).hidden
        with open("config.json", "w") as f:
            json.dump({"hidden": 97}, f)
        unknown = json.load(open("config.json"))["hidden"]
        a13 = yaml.safe_load(open(os.path.join(os.path.dirname(__file__), "config.yaml")).read())["lr"]
        a14 = json.loads('{"a": 3}')["a"]
        a15 = cfg.get("nothing", 3)
    """,
    ),
    "argparse": (
        "",
        r"""
        import argparse, sys, os
        def str2bool(v):
            if isinstance(v, bool):
                return v
            return v.lower() in ("yes", "true", "t", "1")
        p = argparse.ArgumentParser(description="x", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
        p.add_argument("--a", type=int, default=3, help="x")
        p.add_argument("--b", default="4", type=int)
        p.add_argument("--flag", action="store_true")
        p.add_argument("--no-flag", dest="other", action="store_false")
        p.add_argument("--s2b", type=str2bool, default="yes", nargs="?", const=True)
        p.add_argument("--lst", nargs="+", type=int, default=[1, 2])
        p.add_argument("--lst2", nargs="*", type=int)
        p.add_argument("--sizes", type=lambda s: [int(x) for x in s.split(",")], default="3,4")
        p.add_argument("--const", action="store_const", const=5)
        p.add_argument("--const2", action="store_const", const=5, default=2)
        p.add_argument("--app", action="append")
        p.add_argument("--cnt", "-v", action="count")
        p.add_argument("--bo", action=argparse.BooleanOptionalAction, default=True)
        p.add_argument("--bo2", action=argparse.BooleanOptionalAction)
        p.add_argument("--ch", choices=["a", "b"], default="a")
        p.add_argument("-w", type=int, default=9)
        p.add_argument("--long-name", "-l", type=float, default=1)
        p.add_argument("pos", nargs="?", default="q")
        p.add_argument("poss", nargs="*")
        p.add_argument("--sup", default=argparse.SUPPRESS)
        p.add_argument("--appc", action="append_const", const=1)
        p.add_argument("--ext", action="extend", nargs="+", default=[7])
        g = p.add_argument_group("g")
        g.add_argument("--gg", type=int, default=11)
        m = p.add_mutually_exclusive_group(required=False)
        m.add_argument("--m1", action="store_true")
        m.add_argument("--m2", type=int)
        p.set_defaults(a=33, extra="z")
        sub = p.add_subparsers(dest="cmd")
        t = sub.add_parser("train")
        t.add_argument("--epochs", type=int, default=5)
        t.set_defaults(func=print)
        a = p.parse_args()
        a1 = a.a, a.b, a.flag, a.other, a.s2b, a.lst, a.lst2, a.sizes
        a2 = a.const, a.const2, a.app, a.cnt, a.bo, a.bo2, a.ch, a.w, a.long_name, a.pos
        a3 = a.poss
        a4 = hasattr(a, "sup"), a.appc, a.ext, a.gg, a.m1, a.m2, a.extra
        a5 = a.cmd, hasattr(a, "epochs"), hasattr(a, "func")
        a6 = vars(a)["gg"], a.__dict__["gg"], sorted(vars(a))
        k, rest = p.parse_known_args()
        a7 = k.gg, rest
        a8 = p.parse_args([]).a
        a9 = p.parse_args(["--a", "7"]).a
        a10 = p.parse_args("--a 8 --flag".split()).flag
        a11 = "gg" in a, "nope" in vars(a)
        a12 = p.parse_args(["train"]).cmd
        a13 = p.parse_args(["train", "--epochs", "6"]).epochs
        a14 = p.parse_args(args=[]).w
        n = argparse.Namespace(x=1)
        a15 = n.x, vars(n)
        a.new = 5
        a16 = a.new, p.get_default("gg")
        for key, value in vars(a).items():
            if key == "gg":
                a17 = value
        class Opt:
            def __init__(self):
                self.parser = argparse.ArgumentParser()
                self.parser.add_argument("--nc", type=int, default=3)
            def parse(self):
                self.opt = self.parser.parse_args()
                self.opt.isTrain = True
                return self.opt
        o = Opt().parse()
        a18 = o.nc, o.isTrain
        def get(parents):
            q = argparse.ArgumentParser(parents=parents, add_help=False)
            q.add_argument("--x", default=1)
            return q
        base = argparse.ArgumentParser(add_help=False)
        base.add_argument("--bb", default=2, type=int)
        a19 = get([base]).parse_args().bb
        other = argparse.ArgumentParser(argument_default=7)
        other.add_argument("--u", type=int)
        a21 = other.parse_args().u
        def create(**kw):
            return kw
        a22 = create(**vars(argparse.Namespace(z=3)))

    """,
    ),
    "argparse_words": (
        "",
        r"""
        import argparse
        p = argparse.ArgumentParser()
        p.add_argument("--x", type=int, default=1)
        s = p.add_subparsers(dest="cmd", required=True)
        t = s.add_parser("train")
        t.add_argument("--epochs", type=int, default=5)
        t.set_defaults(func=len, mode="t")
        e = s.add_parser("eval")
        e.add_argument("--epochs", type=float, default=7)
        e.add_argument("ckpt")
        e.set_defaults(func=max)
        a = p.parse_args(["--x", "3", "train", "--epochs", "9"])
        a1 = a.x, a.cmd, a.epochs, a.mode, a.func("abc")
        b = p.parse_args("eval m.pt".split())
        a2 = b.x, b.cmd, b.epochs, b.ckpt
        p2 = argparse.ArgumentParser()
        p2.add_argument("--n", nargs=2, type=float)
        p2.add_argument("--v", "-v", action="count", default=1)
        p2.add_argument("--ap", action="append", type=int, default=[3])
        p2.add_argument("--f", action="store_const", const=9)
        p2.add_argument("pos", nargs="*", type=int)
        c = p2.parse_args(["--n", "1", "2", "-vv", "--ap", "4", "--f", "5", "6"])
        a3 = c.n, c.v, c.ap, c.f, c.pos
        d, rest = p2.parse_known_args(["--zz", "--f"])
        a4 = d.f
    """,
    ),
    "click": (
        "click",
        r"""
        import click
        @click.command()
        @click.option("--n", default=3, help="x")
        @click.option("--lr", type=float, default=0.1)
        @click.option("--name", "-n2", "nm", default="a")
        @click.option("--flag/--no-flag", default=True)
        @click.option("--f2", is_flag=True)
        @click.option("--multi", multiple=True, default=[1, 2])
        @click.option("--multi2", multiple=True)
        @click.option("--pair", nargs=2, default=(1, 2), type=int)
        @click.option("--ch", type=click.Choice(["a", "b"]), default="a")
        @click.option("--rng", type=click.IntRange(0, 10), default=4)
        @click.option("--p", type=click.Path(), default="x.txt")
        @click.option("--txt", default="5", type=int)
        @click.option("--opt", type=int)
        @click.option("-k", "--kernel-size", default=3, show_default=True)
        @click.option("--cnt", "-v", count=True)
        @click.option("--env", envvar="NOPE", default=2)
        @click.option("--lam", default=lambda: 7)
        @click.pass_context
        def main(ctx, n, lr, nm, flag, f2, multi, multi2, pair, ch, rng, p, txt, opt, kernel_size, cnt, env, lam):
            global a1, a2, a3
            a1 = n, lr, nm, flag, f2, multi, multi2, pair
            a2 = ch, rng, p, txt, opt, kernel_size, cnt
            a3 = env, lam
        if __name__ == "__main__":
            main(standalone_mode=False)
        @click.group(invoke_without_command=True)
        @click.option("--debug", default=False)
        def cli(debug):
            global a4
            a4 = debug
        cli([], standalone_mode=False)
    """,
    ),
    "typer": (
        "typer",
        r"""
        import typer
        from typing import Optional, List
        from typing_extensions import Annotated
        from enum import Enum
        class Net(str, Enum):
            a = "a"
            b = "b"
        def main(n: int = 3, name: str = typer.Option("x", help="h"), flag: bool = False, opt: Optional[int] = None,
                 k: Annotated[int, typer.Option(help="k")] = 5, ks: List[int] = [1, 2],
                 d: int = typer.Argument(6), net: Net = Net.a):
            global a1
            a1 = n, name, flag, opt, k, ks, d
        try:
            typer.run(main)
        except SystemExit:
            pass
        app = typer.Typer()
        @app.command()
        def train(epochs: int = 4, lr: float = 0.1):
            global a2
            a2 = epochs, lr
        if __name__ == "__main__":
            try:
                app()
            except SystemExit:
                pass
    """,
    ),
    "absl": (
        "absl",
        r"""
        from absl import app, flags
        FLAGS = flags.FLAGS
        flags.DEFINE_integer("n", 3, "h")
        flags.DEFINE_float("lr", 0.1, "h")
        flags.DEFINE_string("name", None, "h")
        flags.DEFINE_bool("flag", True, "h")
        flags.DEFINE_boolean("flag2", False, "h")
        flags.DEFINE_list("lst", ["a", "b"], "h")
        flags.DEFINE_list("lst2", "a,b", "h")
        flags.DEFINE_enum("en", "x", ["x", "y"], "h")
        flags.DEFINE_multi_integer("mi", [1, 2], "h")
        flags.DEFINE_multi_integer("mi2", 5, "h")
        flags.DEFINE_spaceseplist("sp", "a b", "h")
        H = flags.DEFINE_integer("held", 9, "h")
        flags.DEFINE_integer(name="kw", default=8, help="h")
        def main(argv):
            global a1, a2, a3, a4
            a1 = FLAGS.n, FLAGS.lr, FLAGS.name, FLAGS.flag, FLAGS.flag2, FLAGS.en
            a2 = FLAGS.lst, FLAGS.lst2, FLAGS.mi, FLAGS.mi2, FLAGS.sp
            a3 = H.value, FLAGS.kw, FLAGS["n"].value
            FLAGS.n = 12
            a4 = FLAGS.n
        if __name__ == "__main__":
            try:
                app.run(main)
            except SystemExit:
                pass
    """,
    ),
    "omegaconf": (
        "omegaconf",
        r"""
        from omegaconf import OmegaConf, DictConfig, open_dict
        cfg = OmegaConf.load("config.yaml")
        a1 = cfg.model.hidden, cfg["lr"], list(cfg.model.layers), cfg.data.batch
        c2 = OmegaConf.create({"a": {"b": 1}, "l": [1, {"z": 2}]})
        a2 = c2.a.b, c2.l[1].z, len(c2.l), "a" in c2, c2.get("nope", 5), c2.a.get("b")
        c2.a.b = 7
        c2.new = {"q": 1}
        a3 = c2.a.b, c2.new.q
        m = OmegaConf.merge(c2, {"a": {"c": 3}}, OmegaConf.create({"a": {"b": 9}}))
        a4 = m.a.b, m.a.c, OmegaConf.to_container(m)["a"]
        a5 = OmegaConf.select(m, "a.b"), OmegaConf.select(m, "a.zz", default=4)
        cli = OmegaConf.from_dotlist([])
        a6 = isinstance(cfg, DictConfig), isinstance(cfg, dict), isinstance(cfg.model, DictConfig)
        def f(**kw):
            return kw["hidden"]
        a7 = f(**cfg.model)
        OmegaConf.update(m, "a.b", 11)
        a8 = m.a.b
        from dataclasses import dataclass, field
        @dataclass
        class Opt:
            lr: float = 0.1
            n: int = 4
        @dataclass
        class Conf:
            opt: Opt = field(default_factory=Opt)
            b: int = 2
        s = OmegaConf.structured(Conf)
        a9 = s.opt.n, s.b
        s2 = OmegaConf.merge(OmegaConf.structured(Conf), {"b": 5})
        a10 = s2.b, s2.opt.lr
        with open_dict(m):
            m.zzz = 3
        a11 = m.zzz
        a12 = OmegaConf.create("a: 1\nb: 1e-3").b
        for k, v in cfg.data.items():
            if k == "batch":
                a13 = v
        a14 = OmegaConf.create({"x": "${y}", "y": 3}).y
        a15 = [k for k in cfg]
        OmegaConf.set_struct(cfg, True)
    """,
    ),
    "easydict": (
        "easydict",
        r"""
        from easydict import EasyDict as edict
        import copy
        c = edict()
        c.lr = 0.1
        c.net = edict({"h": 3, "deep": {"x": 1}})
        c.train = {"b": 4}
        a1 = c.lr, c.net.h, c.net.deep.x, c.train.b, c["net"]["h"], "lr" in c
        d = edict({"a": [{"b": 1}]}, z=3)
        a2 = d.a[0].b, d.z, hasattr(d, "nope"), getattr(d, "nope", 8)
        e = copy.deepcopy(c)
        e.net.h = 99
        a3 = c.net.h, e.net.h
        c.update({"lr": 0.5})
        a4 = c.lr, sorted(c.keys()), len(c), isinstance(c, dict)
        a13 = {**c.net}["h"], dict(c.net)["h"]
    """,
    ),
    "munch": (
        "munch",
        r"""
        import munch
        m = munch.Munch(a=1)
        m.b = 2
        a5 = m.a, m["b"], munch.munchify({"x": {"y": 1}}).x.y
    """,
    ),
    "addict": (
        "addict",
        r"""
        import addict
        ad = addict.Dict()
        ad.x.y.z = 4
        ad.q = addict.Dict({"w": 1})
        a6 = ad.x.y.z, ad.q.w, ad.to_dict()
    """,
    ),
    "ml_collections": (
        "ml_collections",
        r"""
        import ml_collections
        from ml_collections import config_dict
        mc = ml_collections.ConfigDict()
        mc.lr = 0.1
        mc.model = ml_collections.ConfigDict({"h": 5})
        mc.opt = config_dict.ConfigDict(dict(b=1))
        a7 = mc.lr, mc.model.h, mc.opt.b, mc.get("no", 1), mc.to_dict()["model"], "lr" in mc, isinstance(mc, dict)
        mc.update({"model": {"h": 6}})
        a8 = mc.model.h
        mc.lock()
        ml = mc.copy_and_resolve_references()
        ml.model.h = 7
        a9 = mc.model.h, ml.model.h
    """,
    ),
    "yacs": (
        "yacs",
        r"""
        from yacs.config import CfgNode as CN
        _C = CN()
        _C.MODEL = CN()
        _C.MODEL.H = 4
        _C.LR = 0.1
        _C.MODEL.NAME = "x"
        def get():
            return _C.clone()
        cfg = get()
        cfg.merge_from_list(["MODEL.H", 8])
        a10 = cfg.MODEL.H, _C.MODEL.H
        cfg.freeze()
        a11 = cfg.MODEL.NAME, cfg.LR, isinstance(cfg, dict)
        cfg2 = get(); cfg2.merge_from_file("yacs1.yaml")
        a12 = cfg2.MODEL.H, cfg2.MODEL.NAME
    """,
    ),
    "hydra": (
        "hydra",
        r"""
        import hydra
        from omegaconf import DictConfig
        @hydra.main(version_base=None, config_path="conf", config_name="main")
        def main(cfg: DictConfig):
            global a1, a2
            a1 = cfg.model.hidden, cfg.lr
            a2 = "model" in cfg
        if __name__ == "__main__":
            main()
    """,
    ),
    "fire": (
        "fire",
        r"""
        import fire
        def main(n=3, *, lr=0.1):
            global a1
            a1 = n, lr
        if __name__ == "__main__":
            fire.Fire(main)
    """,
    ),
    "dataclass": (
        "",
        r"""
        import argparse
        from dataclasses import dataclass, field, fields
        from types import SimpleNamespace
        @dataclass
        class Config:
            hidden: int = 32
            sizes: list = field(default_factory=lambda: [4, 5])
        config = Config()
        parser = argparse.ArgumentParser()
        for one in fields(Config):
            usual = getattr(config, one.name)
            parser.add_argument(f"--{one.name}", type=type(usual), default=usual)
        args = parser.parse_args()
        a1 = config.hidden, config.sizes, args.hidden
        DEFAULTS = {"hidden": 7, "net": {"deep": 2}}
        space = SimpleNamespace(**DEFAULTS)
        a2 = space.hidden, space.net["deep"], hasattr(space, "none"), getattr(space, "none", 4)
        class Base:
            width = 3
            height = width * 2
        class Small(Base):
            width = 1
        a3 = Small.width, Small.height, Small().height
        a4 = {key: value for key, value in vars(Small).items() if not key.startswith("__")}
    """,
    ),
}
"""Scripts, and the library that each needs to be run."""


def follow(path: Path) -> dict[str, Any]:
    """What the names hold that the interpreter knows."""
    project = Project(str(path))
    project.read_main()
    program = project.program(str(path))
    assert program is not None
    machine, scope = Machine(project, 400_000), Scope("module", str(path))
    machine.frames.append(Frame(scope))
    machine.write(scope.vars, "__name__", Constant("__main__"))
    machine.write(scope.vars, "__file__", Constant(str(path)))
    execute(machine, scope, program.body)
    found = {}
    for name, value in scope.vars.items():
        try:
            found[name] = plain_python(value)
        except Undecided:
            continue
    return found


SHOW = """
print("RESULTS", {name: value for name, value in globals().items() if name[0] == "a" and name[1:].isdigit()})
"""


@pytest.mark.parametrize("name", PROGRAMS)
def test_script(name: str, tmp_path: Path) -> None:
    needs, source = PROGRAMS[name]
    if needs and find_spec(needs) is None:
        pytest.skip(f"{needs} is not installed")
    for file, content in FILES.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(content, encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text(dedent(source) + SHOW, encoding="utf-8")
    found = follow(script)
    assert "unknown" not in found
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", str(script)], cwd=tmp_path, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip
    line = next((line for line in ran.stdout.splitlines() if line.startswith("RESULTS")), None)
    assert line is not None, ran.stderr
    real = ast.literal_eval(line.removeprefix("RESULTS "))
    known = {key: found[key] for key in real if key in found}
    assert known == {key: real[key] for key in known}
    assert len(known) >= len(real) * 0.6, f"only {sorted(known)} of {sorted(real)} are known"
