"""Break guards one at a time, and name those that no example and no test misses.

python benchmarks/mutate.py lintnews/checks/dates/weekday_mismatch.py lintnews/mentions/numbers --most 40

Three ways to break: a condition is dropped from an ``and`` or ``or``, a comparison is turned round, a guard (an ``if`` that
only returns or continues) is taken out. For each, the examples of all rules run, and the tests of the file's subject. What
survives is dead, or lacks the example that needs it. The repository is copied; nothing in it is changed.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("lintnews", "rules", "tests", "seeds", "facts", "docs", "pyproject.toml", "lintnews.schema.json", "README.md")
TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip


class Mutant(NamedTuple):
    """A file with one guard broken: where it stood, what was done, and the whole new source."""

    path: str
    line: int
    done: str
    source: str


def mutants(path: Path) -> Iterator[Mutant]:
    """Every way to break one guard of the file at *path*."""
    source = path.read_text(encoding="utf-8")
    name = str(path.relative_to(ROOT))
    count = len(list(ast.walk(ast.parse(source))))
    for index in range(count):
        tree = ast.parse(source)
        node = list(ast.walk(tree))[index]
        for done in _broken(node):
            yield Mutant(name, getattr(node, "lineno", 0), done, ast.unparse(tree))


def _broken(node: ast.AST) -> Iterator[str]:
    """Break *node* in each way in turn, saying how; it is whole again when asked for the next."""
    if isinstance(node, ast.BoolOp):
        whole = node.values
        for at, value in enumerate(whole):
            node.values = [*whole[:at], *whole[at + 1 :]]
            yield f"dropped: {ast.unparse(value)}"
        node.values = whole
    elif isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in TURNED:
        whole_words, operator = ast.unparse(node), node.ops[0]
        node.ops = [TURNED[type(operator)]()]
        yield f"turned: {whole_words}"
        node.ops = [operator]
    elif isinstance(node, ast.If) and not node.orelse and _only_leaves(node.body):
        words, test = ast.unparse(node.test), node.test
        node.test = ast.Constant(value=False)
        yield f"guard taken out: {words}"
        node.test = test


def _only_leaves(body: list[ast.stmt]) -> bool:
    return len(body) == 1 and isinstance(body[0], ast.Return | ast.Continue)


def survives(mutant: Mutant, folder: Path, seconds: float) -> bool:
    """Whether the examples, and the tests of the subject, pass with *mutant* in the copy in *folder*."""
    place = folder / mutant.path
    before = place.read_text(encoding="utf-8")
    subject = Path(mutant.path).parent.name
    tests = ["tests/test_rules.py", *([f"tests/{subject}"] if (folder / "tests" / subject).is_dir() else [])]
    place.write_text(mutant.source, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", *tests]
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "LINTNEWS_CACHE_DIR": ""}
    try:
        run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return False
    finally:
        place.write_text(before, encoding="utf-8")
    return run.returncode == 0


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("paths", nargs="+", type=Path, help="Files, or folders of files.")
    arguments.add_argument("--most", type=int, default=40, help="How many mutants to try, drawn by lot.")
    arguments.add_argument("--seed", type=int, default=20250305)
    arguments.add_argument("--seconds", type=float, default=180, help="A run that takes longer counts as killed.")
    options = arguments.parse_args()
    files = [
        file.resolve() for path in options.paths for file in ([path] if path.is_file() else sorted(path.rglob("*.py")))
    ]
    every = [mutant for file in files for mutant in mutants(file)]
    chosen = random.Random(options.seed).sample(every, min(options.most, len(every)))
    with tempfile.TemporaryDirectory() as folder:
        for name in COPIED:
            source, place = ROOT / name, Path(folder) / name
            if source.is_dir():
                shutil.copytree(source, place, ignore=shutil.ignore_patterns("__pycache__"))
            elif source.is_file():
                shutil.copy(source, place)
        survivors = 0
        for mutant in sorted(chosen, key=lambda one: (one.path, one.line)):
            if survives(mutant, Path(folder), options.seconds):
                survivors += 1
                print(f"{mutant.path}:{mutant.line}: {mutant.done}", flush=True)
    print(f"{len(chosen)} of {len(every)} mutants tried, {survivors} survived")


if __name__ == "__main__":
    main()
