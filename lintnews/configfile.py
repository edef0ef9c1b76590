"""Read a configuration file, the files that it extends and its names files; every mistake at its place, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from .cache.marshalled import digest, read_marshalled, write_marshalled
from .config import Config, ConfigError, Origin, Override, find_config, merged
from .declared import Mistake, Mistakes, convert, convert_fields, declared_fields, option
from .globs import glob_mistake
from .house import House, HouseWords
from .match import Severity
from .problem import LintnewsError, Problem
from .version import VERSION

Setting = Literal["on", "off", "info", "warning", "error"] | bool


def _glob_mistakes(globs: Iterable[str]) -> Iterator[Mistake]:
    for index, glob in enumerate(globs):
        if wrong := glob_mistake(glob):
            yield Mistake(wrong, (index,))


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideSection:
    """What differs for some stories."""

    paths: tuple[str, ...] = option(
        "Globs of the stories' paths, relative to this file's folder.", judge=_glob_mistakes
    )
    rules: dict[str, Setting] = option("Rules and subjects → on, off or a severity, for these stories.", dict)
    house: House = option("What the house decides otherwise for these stories.", House)


@dataclass(frozen=True, slots=True, kw_only=True)
class SuppressionsSection:
    """What the house asks of suppressions (``<!-- lintnews: allow … -->``)."""

    require_reason: bool = option(
        "Whether each must say why; switches on the rule `suppression-without-reason`.", False
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigFile:
    """A configuration file: ``lintnews.yaml``, or the table ``[tool.lintnews]`` in ``pyproject.toml``."""

    extends: str | tuple[str, ...] = option("Files whose configuration this one builds on, relative to this file.", ())
    rule_folders: tuple[str, ...] = option("Folders of the house's own rules, relative to this file.", ())
    rules: dict[str, Setting] = option(
        "Rule ids, subjects and `all` → on, off or a severity; a rule's own entry beats its subject's.", dict
    )
    fail_level: Severity = option("The lowest severity that makes `lintnews check` fail.", Severity.WARNING)
    report_level: Severity = option("The lowest severity that is reported at all.", Severity.INFO)
    exclude: tuple[str, ...] = option(
        "Globs of files and folders that are left alone, relative to this file's folder, as .gitignore writes them.",
        (),
        _glob_mistakes,
    )
    house: House = option("House style and house lists.", House)
    names: dict[str, Any] = option("The house's names, here or in `files` of the same shape.", dict)
    words: HouseWords = option("Words that the house adds to lintnews's lists.", HouseWords)
    facts: tuple[str, ...] = option("Files of the house's facts, and folders of such files, relative to this file.", ())
    suppressions: SuppressionsSection = option("What the house asks of suppressions.", SuppressionsSection)
    baseline: str = option("The file of known findings that `lintnews check` leaves out, relative to this file.", "")
    overrides: tuple[OverrideSection, ...] = option("What differs for the stories of some paths.", ())


_ADDED = ("rule_folders", "overrides", "names", "words", "exclude", "facts")
"""Sections whose lists grow where one file extends another; other lists are replaced."""


def load_config(start: Path, explicit: Path | None = None, *, cache: Path | None = None) -> Config:
    """The configuration at *explicit*, or the one found from *start* upwards, or the defaults.

    *cache* is a folder in which what was read is kept for the next time. LintnewsError lists all that is wrong.
    """
    path = explicit or find_config(start)
    if path is None:
        return Config()
    return read_config(path.absolute(), cache)


def read_config(path: Path, cache: Path | None = None) -> Config:
    """The configuration in the file at *path*; LintnewsError lists all that is wrong with it or with what it extends."""
    kept = cache / "config" / digest(str(path)) if cache else None
    known = read_marshalled(kept) if kept else None
    if known is not None:
        config = _from_kept(path, known)
        if config is not None:
            return config
    reading = _Reading()
    values = reading.file(path)
    if reading.problems:
        raise ConfigError(Config(path, reading.rule_folders, origins=reading.origins), *reading.problems)
    config = _built(path, values, reading.origins, tuple(reading.files))
    if kept:
        origins = {name: (o.path, o.line, o.column, o.source_line) for name, o in reading.origins.items()}
        write_marshalled(kept, (_stamp(config.files), [str(file) for file in config.files], values, origins))
    return config


def _stamp(files: tuple[Path, ...]) -> str:
    return digest(VERSION, *(part for file in files for part in (str(file), file.read_bytes())))


def _from_kept(path: Path, known: Any) -> Config | None:
    try:
        stamp, names, values, origins = known
        files = tuple(map(Path, names))
        if _stamp(files) != stamp:
            return None
        return _built(path, values, {name: Origin(*origin) for name, origin in origins.items()}, files)
    except (OSError, ValueError, TypeError):
        return None


class _Reading:
    """Reads files, collects problems, remembers where each value was written."""

    def __init__(self) -> None:
        self.rule_folders: tuple[Path, ...] = ()
        self.problems: list[Problem] = []
        self.origins: dict[str, Origin] = {}
        self.files: list[Path] = []

    def file(self, path: Path, chain: tuple[Path, ...] = ()) -> dict[str, Any]:
        """The values of the file at *path*, laid on those of the files that it extends."""
        from .located import load_toml, load_yaml, read_text

        self.files.append(path)
        try:
            text = read_text(path)
            if path.suffix == ".toml":
                under = ("tool", "lintnews") if path.name == "pyproject.toml" else ()
                document = load_toml(text, str(path), under)
            else:
                document = load_yaml(text, str(path))
        except LintnewsError as error:
            self.problems += error.problems
            return {}
        if document is None or document.data is None:
            return {}
        if not isinstance(document.data, dict):
            self.problems.append(document.problem("a configuration is a mapping of keys to values"))
            return {}
        base = self._extended(document, path, chain)
        mistakes: list[Mistake] = []
        convert_fields(ConfigFile, document.data, mistakes)
        mistakes += self._names_mistakes(document.data.get("names"))
        self._rule_folders(document, path)
        if mistakes:
            self.problems += map(document.mistake, mistakes)
            self._names_files(document, path)
            self._remember(document, _named_rules(document.data))
            return {}
        values = self._absolute(document, path)
        self._remember(document, values)
        names = self._names_files(document, path)
        return _laid(_laid(base, values), {"names": names} if names else {})

    def _rule_folders(self, document: Any, path: Path) -> None:
        listed = document.data.get("rule_folders")
        for index, name in enumerate(listed if isinstance(listed, list) else ()):
            folder = path.parent / str(name)
            if folder.is_dir():
                self.rule_folders += (folder,)
            elif isinstance(name, str):
                self.problems.append(document.problem(f"`{name}` is not a folder", ("rule_folders", index)))

    def _extended(self, document: Any, path: Path, chain: tuple[Path, ...]) -> dict[str, Any]:
        extends = document.data.get("extends", ())
        base: dict[str, Any] = {}
        listed = [extends] if isinstance(extends, str) else extends if isinstance(extends, list) else []
        for index, name in enumerate(str(name) for name in listed):
            keys = ("extends",) if isinstance(extends, str) else ("extends", index)
            other = path.parent / name
            if other.absolute() in (path, *chain):
                self.problems.append(document.problem(f"`{name}` extends this file in turn", keys))
            elif not other.is_file():
                self.problems.append(document.problem(f"`{name}` is not a file", keys))
            else:
                base = _laid(base, self.file(other.absolute(), (*chain, path)))
        return base

    def _names_files(self, document: Any, path: Path) -> dict[str, Any]:
        from .located import load_yaml, read_text

        names: dict[str, Any] = {}
        section = document.data.get("names")
        listed_files = section.get("files") if isinstance(section, dict) else None
        for index, name in enumerate(listed_files if isinstance(listed_files, list) else ()):
            file = path.parent / str(name)
            if not file.is_file():
                self.problems.append(document.problem(f"`{name}` is not a file", ("names", "files", index)))
                continue
            self.files.append(file)
            try:
                listed = load_yaml(read_text(file), str(file))
            except LintnewsError as error:
                self.problems += error.problems
                continue
            mistakes = _names_section(listed.data or {})
            self.problems += map(listed.mistake, mistakes)
            if not mistakes:
                names = merged(names, listed.data or {}, add=True)
                for key in listed.data or {}:
                    self._origin(f"names.{key}", listed, (key,))
        return names

    def _names_mistakes(self, names: Any) -> list[Mistake]:
        if not isinstance(names, dict):
            return []
        mistakes = _names_section(
            {key: value for key, value in names.items() if key != "files"}, ("names",), ("files",)
        )
        if "files" in names:
            try:
                convert(tuple[str, ...], names["files"], ("names", "files"))
            except Mistakes as error:
                mistakes += error.mistakes
        return mistakes

    def _fact_files(self, document: Any, path: Path) -> list[Any]:
        """The files that `facts` names, absolute, and the facts that it holds; what is wrong is among the problems."""
        from .factfile import fact_files, fact_problems

        files: list[str] = []
        held = [one for one in document.data["facts"] if not isinstance(one, str)]
        for index, name in enumerate(document.data["facts"]):
            place = path.parent / str(name)
            if name in held:
                continue
            if place.exists():
                files += fact_files([str(place)])
            else:
                self.problems.append(document.problem(f"`{name}` is neither a file nor a folder", ("facts", index)))
        self.files += map(Path, files)
        self.problems += fact_problems(files)
        return [*files, *held]

    def _absolute(self, document: Any, path: Path) -> dict[str, Any]:
        data: Mapping[str, Any] = document.data
        values = {key: value for key, value in data.items() if key != "extends"}
        if "names" in values:
            values["names"] = {key: value for key, value in values["names"].items() if key != "files"}
        if "rule_folders" in values:
            values["rule_folders"] = [str(path.parent / folder) for folder in values["rule_folders"]]
        if "facts" in values:
            values["facts"] = self._fact_files(document, path)
        if "exclude" in values:
            values["exclude"] = [{"folder": str(path.parent), "globs": list(values["exclude"])}]
        if values.get("baseline"):
            values["baseline"] = str(path.parent / values["baseline"])
        if "overrides" in values:
            values["overrides"] = [{**override, "folder": str(path.parent)} for override in values["overrides"]]
        return values

    def _remember(self, document: Any, values: Mapping[str, Any]) -> None:
        for key, value in values.items():
            if key == "overrides":
                before = sum(name.startswith("overrides.") and name.count(".") == 1 for name in self.origins)
                for index, override in enumerate(value):
                    name = f"overrides.{before + index}"
                    self._origin(name, document, (key, index))
                    for section in ("rules", "house"):
                        for inner in override.get(section, ()):
                            self._origin(f"{name}.{section}.{inner}", document, (key, index, section, inner))
            elif isinstance(value, dict):
                for inner in value:
                    self._origin(f"{key}.{inner}", document, (key, inner))
            else:
                self._origin(key, document, (key,))

    def _origin(self, name: str, document: Any, keys: tuple[str | int, ...]) -> None:
        """Remember where *name* was written; what is added to it elsewhere is remembered as ``name+``, ``name++`` …"""
        at = document.problem("", keys, at_key=isinstance(keys[-1], str))
        while name.split(".")[0] in _ADDED and name in self.origins:
            name += "+"
        self.origins[name] = Origin(at.path, at.line, at.column, at.source_line)


def _named_rules(data: Mapping[str, Any]) -> dict[str, Any]:
    """The sections of *data*, in which there are mistakes, that name rules."""
    found: dict[str, Any] = {}
    if isinstance(data.get("rules"), dict):
        found["rules"] = data["rules"]
    overrides = data.get("overrides")
    if isinstance(overrides, list) and all(isinstance(one, dict) for one in overrides):
        found["overrides"] = [
            {"rules": rules} if isinstance(rules := one.get("rules"), dict) else {} for one in overrides
        ]
    return found


def _names_section(values: Any, keys: tuple[str, ...] = (), also: tuple[str, ...] = ()) -> list[Mistake]:
    if not isinstance(values, dict):
        return [Mistake("must be a mapping of keys to values", keys)]
    mistakes: list[Mistake] = []
    section = names_type()
    if section is None:
        return [Mistake("unknown key `names`", ("names",), at_key=True)] if values else []
    convert_fields(section, values, mistakes, keys=keys, also=also)
    return mistakes


def names_type() -> type | None:
    """The type of the house's names, if the house has any."""
    found = declared_fields(House).get("names")
    return found[1] if found else None


def _laid(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for key, value in over.items():
        result[key] = merged(base[key], value, add=key in _ADDED) if key in base else value
    return result


def _built(path: Path, values: dict[str, Any], origins: Mapping[str, Origin], files: tuple[Path, ...]) -> Config:
    house_values = dict(values.get("house", {}))
    if values.get("facts"):
        house_values["facts"] = [*house_values.get("facts", ()), *values["facts"]]
    if values.get("names"):
        house_values["names"] = merged(house_values.get("names", {}), values["names"], add=True)
    if values.get("words"):
        house_values["words"] = merged(house_values.get("words", {}), values["words"], add=True)
    return Config(
        path=path,
        rule_folders=tuple(map(Path, values.get("rule_folders", ()))),
        rules=_settings({**_asked_of_suppressions(values), **values.get("rules", {})}),
        baseline=values.get("baseline", ""),
        fail_level=convert(Severity, values.get("fail_level", "warning")),
        report_level=convert(Severity, values.get("report_level", "info")),
        excluded=tuple((one["folder"], tuple(one["globs"])) for one in values.get("exclude", ())),
        house=convert(House, house_values),
        overrides=tuple(
            Override(
                tuple(override["paths"]),
                override["folder"],
                _settings(override.get("rules", {})),
                override.get("house", {}),
            )
            for override in values.get("overrides", ())
        ),
        values={**values, "house": house_values},
        origins=origins,
        files=files,
    )


def _asked_of_suppressions(values: Mapping[str, Any]) -> dict[str, str]:
    return {"suppression-without-reason": "on"} if values.get("suppressions", {}).get("require_reason") else {}


def _settings(rules: Mapping[str, Any]) -> dict[str, str]:
    words = {True: "on", False: "off"}
    return {name: words[value] if isinstance(value, bool) else value for name, value in rules.items()}
