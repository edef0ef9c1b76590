"""lintnews learn"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..configfile import load_config
from ..factfile import fact_problems
from ..house import House
from ..knowledge.corrections import Correction, read, split
from ..knowledge.fact_writing import entry_yaml, fact_yaml
from ..knowledge.house_facts import SECTIONS, FactFile, read_facts
from ..linter import Linter, load_rules
from ..problem import LintnewsError
from ..writing import write_whole
from .wrong import UsageError

LEARNED = "learned.yaml"


def learn(
    corrections: Annotated[
        Path, typer.Argument(help="A text file of published corrections, a blank line between them.")
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", help="The file of facts that it goes to.", metavar="FILE")
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write every proposal without asking.")] = False,
) -> None:
    """Make facts of published corrections, so that the same slip is found the next time.

    Each is proposed with a sentence that then is flagged, one that isn't, and the correction as its source. What can't be
    read is listed. Exit status: 0 all read, 1 some could not be read.
    """
    try:
        texts = split(corrections.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{corrections} can't be read: {error}") from None
    target = Path(output or _house_file())
    unread = [text for text in texts if read(text) is None]
    wanted: list[Correction] = []
    for found in filter(None, map(read, texts)):
        if not _works(found):
            unread.append(found.text)
        elif not _is_known(found, target, wanted) and (yes or _asked(found)):
            wanted.append(found)
    if wanted:
        _write(target, wanted)
        typer.echo(f"{target}: {len(wanted)} learned")
    for text in unread:
        typer.echo(f"not read: {text}", err=True)
    raise typer.Exit(1 if unread else 0)


def _house_file() -> str:
    files = [one for one in load_config(Path()).house.facts if isinstance(one, str)]
    return str(Path(files[0]).parent / LEARNED) if files else f"facts/{LEARNED}"


def _examples(found: Correction) -> tuple[str, str]:
    """A sentence that is flagged once the fact is known, and one that isn't."""
    return (
        f"It was {found.wrong} who was named."
        if found.section == "people"
        else f"It was {found.wrong} that was named.",
        (
            f"It was {found.right} who was named."
            if found.section == "people"
            else f"It was {found.right} that was named."
        ),
    )


def _works(found: Correction) -> bool:
    """Whether the fact finds the slip in the failing example and nothing in the passing one."""
    house = House(facts=(_fact_file([found]),))
    linter = Linter(rules=load_rules(), house=house)
    failing, passing = (
        [f for f in linter.lint_text(text).findings if f.rule.id in ("wrong-name", "wrong-body")]
        for text in _examples(found)
    )
    return [f.text for f in failing] == [found.wrong] and not passing


def _fact_file(found: list[Correction]) -> FactFile:
    from ..declared import convert

    data = {section: [_entry(one) for one in found if one.section == section] for section in SECTIONS}
    made: FactFile = convert(FactFile, data)
    return made


def _entry(found: Correction) -> dict[str, object]:
    return {"name": found.right, "never": [found.wrong], "source": f"correction: {found.text}"}


def _is_known(found: Correction, target: Path, wanted: list[Correction]) -> bool:
    if any((one.right, one.wrong) == (found.right, found.wrong) for one in wanted):
        return True
    if not target.exists():
        return False
    file = read_facts(str(target))
    return any(
        found.wrong in (*entry.never, *entry.variants) and entry.name == found.right
        for section in SECTIONS
        for entry in getattr(file, section)
    )


def _asked(found: Correction) -> bool:
    failing, passing = _examples(found)
    typer.echo(f"{found.text}\n{entry_yaml(_entry(found))}  found:     {failing}\n  not found: {passing}")
    if not sys.stdin.isatty():
        typer.echo("  (nobody to ask: --yes writes it)")
        return False
    return typer.confirm(f"Write it to {found.section}?", default=True)


def _write(target: Path, wanted: list[Correction]) -> None:
    """Add *wanted* to the file at *target*, each to its section; what was there stays as it was."""
    text = target.read_text(encoding="utf-8") if target.exists() else ""
    for section in SECTIONS:
        entries = [_entry(one) for one in wanted if one.section == section]
        if not entries:
            continue
        head = f"{section}:\n"
        if f"\n{head}" in f"\n{text}":
            at = f"\n{text}".index(f"\n{head}") + len(head)
            text = text[:at] + "".join(map(entry_yaml, entries)) + text[at:]
        else:
            text = text + ("\n" if text and not text.endswith("\n") else "") + fact_yaml(section, entries)
    before = target.read_bytes() if target.exists() else None
    target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(str(target), text.encode())
    problems = fact_problems([str(target)])
    if problems:
        if before is None:
            target.unlink()
        else:
            write_whole(str(target), before)
        raise LintnewsError(*problems)
