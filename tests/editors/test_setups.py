"""The set-ups of docs/editors.md: each is read, and tried in the editor itself where that is installed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from lintnews.lsp.documents import LANGUAGES
from lintnews.lsp.settings import DEFAULTS, settings_of

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "editors.md").read_text(encoding="utf-8")
STORY = "# Fire\n\nThe mayor, TK, spoke.\n"
CONFIG = "rules: {all: off, placeholder: on}\n"


def blocks(heading: str, language: str) -> list[str]:
    """The code of *language* in the page's section *heading*."""
    (section,) = re.findall(rf"^## {heading}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    return re.findall(rf"^```{language}\n(.*?)^```", section, re.MULTILINE | re.DOTALL)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "lintnews.yaml").write_text(CONFIG)
    (tmp_path / "fire.md").write_text(STORY)
    return tmp_path


def started(folder: Path, *command: str) -> str:
    """What the editor prints, started in *folder* with this lintnews on the PATH and a home of its own."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path, "HOME": str(home), "XDG_CONFIG_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
    )
    return done.stdout + done.stderr


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(program), reason=f"{program} is not installed")


@needs("nvim")
def test_neovim(desk: Path) -> None:
    version = subprocess.run(["nvim", "--version"], capture_output=True, text=True, check=True).stdout
    major, minor = map(int, re.findall(r"v(\d+)\.(\d+)", version)[0])
    newest, new, old = blocks("Neovim", "lua")
    setup = newest if (major, minor) >= (0, 11) else new if (major, minor) >= (0, 8) else old
    (desk / "init.lua").write_text(f"vim.cmd('filetype on')\n{setup}")
    script = (
        "lua vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50) "
        "for _, found in ipairs(vim.diagnostic.get(0)) do io.stdout:write(found.lnum, ' ', found.code, '\\n') end"
    )
    said = started(desk, "nvim", "--headless", "-u", "init.lua", "fire.md", "-c", script, "-c", "qa!")
    assert "2 placeholder" in said


@needs("emacs")
def test_emacs(desk: Path) -> None:
    (setup,) = blocks("Emacs", "elisp")
    if "yes" not in started(desk, "emacs", "--batch", "--eval", "(princ (if (locate-library \"eglot\") 'yes 'no))"):
        pytest.skip("eglot is not installed")
    (desk / "init.el").write_text(
        f"""(require 'eglot)
{setup}
(setq eglot-sync-connect 60)
(find-file "fire.md")
(unless (derived-mode-p 'text-mode) (text-mode))
(run-hooks 'post-command-hook)
(dotimes (_ 600)
  (unless (flymake-diagnostics)
    (accept-process-output nil 0.1)
    (flymake-start)))
(dolist (found (flymake-diagnostics))
  (princ (format "%d %s\\n" (line-number-at-pos (flymake-diagnostic-beg found)) (flymake-diagnostic-text found))))
(eglot-shutdown-all)
"""
    )
    said = started(desk, "emacs", "--batch", "-l", "init.el")
    assert re.search(r"^3 .*TK", said, re.MULTILINE), said


@needs("vim")
def test_vim(desk: Path) -> None:
    ale = Path("/usr/share/vim-ale")
    if not ale.is_dir():
        pytest.skip("ALE is not installed")
    (setup,) = blocks("Vim", "vim")
    (desk / "vimrc").write_text(
        f"""set nocompatible
filetype on
set runtimepath^={ale}
runtime plugin/ale.vim
let g:ale_linters = {{'markdown': ['lintnews']}}
{setup}
function! Tell(timer)
  if len(ale#engine#GetLoclist(bufnr(''))) || a:timer < 0
    call writefile(map(ale#engine#GetLoclist(bufnr('')), {{_, found -> found.lnum . ' ' . found.text}}), 'found')
    qall!
  endif
endfunction
call timer_start(200, 'Tell', {{'repeat': 300}})
"""
    )
    terminal = ["script", "-qec", "vim -u vimrc fire.md", "/dev/null"]
    started(desk, *terminal)
    assert re.match(r"3 .*TK", (desk / "found").read_text())


def test_helix() -> None:
    (text,) = blocks("Helix", "toml")
    setup = tomllib.loads(text)
    server = setup["language-server"]["lintnews"]
    assert [server["command"], *server["args"]] == ["lintnews", "lsp"]
    assert settings_of(server["config"]) == (DEFAULTS, [])
    assert all(language["language-servers"] == ["lintnews"] for language in setup["language"])


@pytest.mark.parametrize(("editor", "servers"), [("Sublime Text", "clients"), ("Kate", "servers")])
def test_settings_in_json(editor: str, servers: str) -> None:
    (text,) = blocks(editor, "json")
    for name, server in json.loads(text)[servers].items():
        assert server.get("command", ["lintnews", "lsp"]) == ["lintnews", "lsp"]
        assert settings_of(server.get("initializationOptions")) == (DEFAULTS, [])
        assert editor != "Kate" or name in LANGUAGES


def test_the_page_names_every_setting() -> None:
    (section,) = re.findall(r"^## Settings\n(.*?)(?=^## )", PAGE, re.MULTILINE | re.DOTALL)
    shown = dict(re.findall(r"^\| `(\w+)` \| `(.*?)` \|", section, re.MULTILINE))
    assert shown == {name: json.dumps(value) for name, value in DEFAULTS._asdict().items()}
