"""The command: what it needs, where it listens, how it ends."""

from __future__ import annotations

import pickle
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from lintnews.cli import run
from lintnews.cli import serve as command
from lintnews.server.housed import Housed, styles

LINTNEWS = str(Path(sys.executable).with_name("lintnews"))


def test_without_the_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "find_spec", lambda name: None)
    assert run(["serve"]) == 2
    assert capsys.readouterr().err == (
        "lintnews: the server needs starlette and uvicorn: pip install 'lintnews[serve]'\n"
    )


def test_a_port_that_is_taken_is_said_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run(["serve", "--port", str(port)]) == 2
    said = capsys.readouterr().err
    assert said == f"lintnews: the server can't listen at 127.0.0.1:{port}: Address already in use\n"


def test_a_configuration_that_is_wrong_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "lintnews.yaml").write_text("rules: {weekday-mismatsch: off}\n")
    assert run(["serve", "--config", str(tmp_path / "lintnews.yaml")]) == 3
    assert "did you mean `weekday-mismatch`?" in capsys.readouterr().err


def test_only_this_machine_can_ask(address: str) -> None:
    port = int(address.rpartition(":")[2].strip("/"))
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), port, socket.AF_INET)}
    for other in others - {"127.0.0.1"} - {name for name in others if str(name).startswith("127.")}:
        with pytest.raises(OSError):
            socket.create_connection((str(other), port), timeout=2)


def test_nothing_of_a_story_is_logged(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    started = subprocess.Popen(
        [LINTNEWS, "serve", "--port", str(port), "--workers", "1"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert started.stdout is not None
        first = started.stdout.readline()
        url = f"http://127.0.0.1:{port}"
        httpx.post(f"{url}/v2/check", data={"text": "Xylophanes Quill spoke.", "language": "en"}, timeout=60)
        httpx.post(f"{url}/v2/check", data={"text": "Xylophanes Quill spoke.", "language": "xx"}, timeout=60)
        httpx.get(f"{url}/v2/check?text=Xylophanes&language=en", timeout=60)
        httpx.post(f"{url}/desk/check", json={"text": "Xylophanes Quill spoke."}, timeout=60)
        httpx.post(f"{url}/desk/take-in", content=b"Xylophanes", headers={"X-File-Name": "x.docx"}, timeout=60)
    finally:
        started.terminate()
        said = first + started.communicate(timeout=20)[0]
    assert said == f"lintnews: the desk page is at {url}/, LanguageTool at {url}/v2\n"
    assert not any(tmp_path.iterdir())


def test_its_processes_end_with_it(tmp_path: Path) -> None:
    if not Path("/proc").is_dir():
        pytest.skip("there is no /proc")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    started = subprocess.Popen([LINTNEWS, "serve", "--port", str(port), "--workers", "2"], stderr=subprocess.PIPE)
    assert started.stderr is not None
    started.stderr.readline()
    children = Path(f"/proc/{started.pid}/task/{started.pid}/children").read_text().split()
    assert len(children) == 2
    started.kill()
    started.wait(10)
    until = time.monotonic() + 10
    while any(Path(f"/proc/{child}").exists() for child in children) and time.monotonic() < until:
        time.sleep(0.1)
    assert not [child for child in children if Path(f"/proc/{child}").exists()]


def test_linters_can_be_made_in_another_process(housed: Housed) -> None:
    again = pickle.loads(pickle.dumps(housed))
    assert len(again.rules) == len(housed.rules)
    for style in ("", *styles()):
        assert again.linter(style).lint_text("Ann Lee spoke.").story is not None
