"""Everything that must hold, in one command: ``python -m tests``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STEPS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports", "--no-logo"),
    ("pytest", "-n", "auto", "--dist", "loadfile"),
)


def main() -> int:
    failed = []
    for name, *arguments in STEPS:
        print(f"$ {name} {' '.join(arguments)}", flush=True)
        if subprocess.run([str(Path(sys.executable).with_name(name)), *arguments], cwd=ROOT).returncode:
            failed.append(name)
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
