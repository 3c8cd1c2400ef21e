"""The archive's publishers: one file each in content/vocabulary/publishers/, and the older publishers.yml that lists
several. Not for which publisher a document is of (generator.ingest.publishers)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

import yaml

from generator.errors import Problem, Severity
from generator.model.dates import Months, Precision, PublicationDate
from generator.model.labels import Labels
from generator.model.language import Language
from generator.model.publisher import (
    DateOrder,
    Follow,
    Label,
    MonthNames,
    Polling,
    PublisherVersion,
    Selectors,
)
from generator.model.vocabulary import Concept, Publisher, Taxonomy
from generator.store.configuration import load_yaml
from generator.store.publisher_claims import Placed, find_clashes, fold
from generator.store.publisher_fields import PUBLISHERS
from generator.store.vocabulary_entries import Entry, read_entries, read_entry
from generator.store.yaml_nodes import Faults, describe
from generator.text.hosts import read_site

FOLDER = Path("content/vocabulary/publishers")
LIST = FOLDER.with_suffix(".yml")


def publisher_files(root: Path) -> tuple[Path, ...]:
    """The files that say something of publishers, relative to the root, sorted; those that are missing left out."""
    folder = root / FOLDER
    found = [LIST] if (root / LIST).exists() else []
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return (*found, *(FOLDER / name for name in names if not name.startswith(".") and name != "README.md"))


@dataclass(frozen=True, slots=True)
class PublishersRead:
    """What the files of publishers say: those without a fault and those with one, each by id and sorted, and every
    problem. `nameless` are broken files that say nothing of a publisher but, by their own name, its id."""

    sound: dict[str, Publisher]
    broken: dict[str, Publisher]
    nameless: dict[str, Publisher]
    problems: list[Problem]


def read_publishers(root: Path) -> tuple[dict[str, Publisher], list[Problem]]:
    """All publishers by id, sorted, and every problem of their files: also what two of them claim at once."""
    read = read_all_publishers(root)
    every = read.sound | read.broken
    return {name: every[name] for name in sorted(every)}, read.problems


def read_all_publishers(root: Path) -> PublishersRead:
    """All publishers, those apart in whose files there is a fault, or that claim what another one has."""
    entries, nameless, problems = _read_all(root)
    placed: dict[str, Placed] = {}
    broken: set[str] = set()
    for entry in entries:
        before = len(problems)
        publisher = _publisher(entry, problems)
        first = placed.setdefault(publisher.id, Placed(publisher, entry))
        if not entry.sound or len(problems) > before:
            broken.add(publisher.id)
        if first.entry is not entry:
            problems.append(_twice(publisher.id, first.entry, entry))
    problems.extend(problem for _, problem in find_clashes(placed.values()))
    usable = [each for each in placed.values() if each.publisher.id not in broken]
    broken.update(name for name, _ in find_clashes(usable))
    every = {name: placed[name].publisher for name in sorted(placed)}
    return PublishersRead(
        {name: each for name, each in every.items() if name not in broken},
        {name: each for name, each in every.items() if name in broken},
        {name: each for name, each in nameless.items() if name not in every},
        list(dict.fromkeys(problems)),
    )


def _read_all(root: Path) -> tuple[list[Entry], dict[str, Publisher], list[Problem]]:
    entries, faults = read_entries(root, LIST, PUBLISHERS)
    problems = list(faults.problems)
    nameless: dict[str, Publisher] = {}
    for path in publisher_files(root):
        if path == LIST:
            continue
        entry, found = _read_file(root, path)
        problems.extend(found)
        if entry is not None:
            entries.append(entry)
        if (entry is None or entry.values["id"] != path.stem) and path.suffix.lower() in (".yml", ".yaml"):
            nameless[path.stem] = Publisher(Concept(path.stem, Taxonomy.PUBLISHER, Labels(path.stem, path.stem)))
    return entries, nameless, problems


def _read_file(root: Path, path: Path) -> tuple[Entry | None, list[Problem]]:
    """One publisher's own file."""
    if path.suffix != ".yml":
        return None, [_no_publisher_file(path)]
    node, faults = load_yaml(root, path)
    if node is None:
        if not faults.problems:
            faults.reject(
                "no-fields",
                "this file says nothing of a publisher",
                1,
                expected="`ar: …` and `en: …`",
                found="nothing",
                cure="write both names, each on a line of its own, or delete the file",
            )
        return None, faults.problems
    if isinstance(node, yaml.SequenceNode):
        faults.reject(
            "no-mapping",
            "a publisher's file holds one publisher, not a list",
            faults.line_of(node),
            expected="`ar: …` at the beginning of the line",
            found=describe(node),
            cure="take away the `- ` and the spaces before the lines; give each publisher a file of its own",
        )
        return None, faults.problems
    entry = read_entry(node, PUBLISHERS, faults, known={"id": path.stem})
    if entry is not None:
        _check_id(path, entry, faults)
        entry = replace(entry, sound=all(problem.severity is not Severity.ERROR for problem in faults.problems))
    return entry, faults.problems


def _check_id(path: Path, entry: Entry, faults: Faults) -> None:
    """Note an id that is not the file's name, or a file's name that can be no id."""
    field = PUBLISHERS.fields[0]
    fits = field.fits is not None and field.fits(path.stem)
    if fits and entry.values["id"] == path.stem:
        return
    faults.reject(
        "wrong-name",
        "the file's name is not the publisher's id",
        entry.lines.get("id", 1),
        expected=f"a file with the name of the id, in {field.form}",
        found=f"{path.name}, and the id {entry.values['id']}",
        cure="rename the file; the line `id:` may be left out",
    )


def _publisher(entry: Entry, problems: list[Problem]) -> Publisher:
    """The publisher of an entry's values."""
    values = cast(dict[str, Any], entry.values)
    now = _version(values, None, entry, problems)
    return Publisher(
        concept=_concept(values),
        url=values.get("url"),
        folder=values.get("folder"),
        sites=tuple(dict.fromkeys(site for text in values.get("site", ()) if (site := read_site(text)))),
        now=now,
        before=_versions(values, entry, problems),
        polling=_polling(values.get("fetch", {})),
    )


def _concept(values: dict[str, Any]) -> Concept:
    names = values.get("names", {})
    return Concept(
        id=values["id"],
        taxonomy=Taxonomy.PUBLISHER,
        labels=Labels(values["ar"], values["en"]),
        names=tuple((language, text) for language in Language for text in names.get(language.value, ())),
    )


def _versions(values: dict[str, Any], entry: Entry, problems: list[Problem]) -> tuple[PublisherVersion, ...]:
    """The versions of before, oldest first. What one does not say was as in the next younger one."""
    by_day: dict[date, dict[str, Any]] = {}
    for each in values.get("versions", ()):
        until: PublicationDate | None = each.get("valid_until")
        if until is None:
            continue  # noted as missing
        day = date.fromisoformat(until.iso[:10]) if until.precision in (Precision.DAY, Precision.MINUTE) else None
        if day is None or day in by_day:
            problems.append(_bad_day(until, entry, twice=day is not None))
            continue
        by_day[day] = each
    versions: list[PublisherVersion] = []
    younger = {name: value for name, value in values.items() if name != "versions"}
    for day in sorted(by_day, reverse=True):
        own = by_day[day]
        if "date_order" in own or "day_first" in own:
            younger = {name: value for name, value in younger.items() if name not in ("date_order", "day_first")}
        younger = younger | own
        versions.append(_version(younger, day, entry, problems))
    return tuple(reversed(versions))


def _version(values: dict[str, Any], until: date | None, entry: Entry, problems: list[Problem]) -> PublisherVersion:
    """How the publisher wrote at one time."""
    labels = tuple((kind, word) for kind in Label for word in values.get("labels", {}).get(kind.value, ()))
    problems.extend(_ambiguous_labels(labels, entry))
    return PublisherVersion(
        valid_until=until,
        lang=Language(values["lang"]) if "lang" in values else None,
        time_zone=values.get("time_zone"),
        date_order=_date_order(values, entry, problems),
        months=_months(values.get("months")),
        labels=labels,
        selectors=Selectors(**values.get("selectors", {})),
        rights=values.get("rights"),
    )


def _months(word: str | None) -> MonthNames | None:
    if word is None:
        return None
    return MonthNames.MOROCCO if word == Months.MOROCCO.value else MonthNames(word)


def _date_order(values: dict[str, Any], entry: Entry, problems: list[Problem]) -> DateOrder | None:
    """The order of dates, which two keys can say; they must not contradict each other."""
    short = values.get("day_first")
    meant = None if short is None else DateOrder.DAY_FIRST if short else DateOrder.MONTH_FIRST
    told = DateOrder(values["date_order"]) if "date_order" in values else meant
    if meant is not None and told is not meant:
        problems.append(
            Problem(
                "contradiction",
                "`date_order` and `day_first` say two things",
                entry.path,
                entry.lines.get("day_first", entry.line),
                expected="one of the two",
                found=f"{values['date_order']}, and day_first: {str(short).lower()}",
                cure="delete `day_first`",
            )
        )
    return told


def _polling(values: dict[str, Any]) -> Polling:
    return Polling(
        feeds=tuple(dict.fromkeys(values.get("feeds", ()))),
        pages=tuple(dict.fromkeys(values.get("pages", ()))),
        links=values.get("links", ()),
        follow=Follow(values.get("follow", Follow.SUMMARIES)),
        delay=values.get("delay"),
    )


def _ambiguous_labels(labels: Iterable[tuple[Label, str]], entry: Entry) -> Iterator[Problem]:
    """Label words that are said to label two things."""
    kinds: dict[str, Label] = {}
    for kind, word in labels:
        first = kinds.setdefault(fold(word), kind)
        if first is not kind:
            yield Problem(
                "ambiguous-label",
                f"the label {word} is said to mean two things",
                entry.path,
                entry.lines.get("labels", entry.line),
                expected="each label once",
                found=f"{first} and {kind}",
                cure="delete it in one of the two",
            )


def _twice(name: str, first: Entry, second: Entry) -> Problem:
    return Problem(
        "duplicate-id",
        f"the id {name} stands twice",
        second.path,
        second.lines.get("id", second.line),
        expected="each id once",
        found=f"{first.path.as_posix()}, line {first.line}, and {second.path.as_posix()}, line {second.line}",
        cure="delete one of the two",
    )


def _bad_day(until: PublicationDate, entry: Entry, *, twice: bool) -> Problem:
    return Problem(
        "wrong-value",
        "two versions end on one day" if twice else "`valid_until` is no day",
        entry.path,
        entry.lines.get("versions", entry.line),
        expected="a day for each version, the last on which it was so",
        found=until.iso,
        cure="give the older one an earlier day" if twice else f'write a day: valid_until: "{until.year}-12-31"',
    )


def _no_publisher_file(path: Path) -> Problem:
    ending = path.suffix.lower() in (".yaml", ".yml")
    return Problem(
        "no-publisher",
        "this is no publisher's file",
        path,
        expected="files whose names end in .yml",
        found=path.name,
        cure=f"rename it {path.stem}.yml" if ending else "put it elsewhere",
    )
