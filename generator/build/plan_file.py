"""What a build has to make, cut into slices and written down, so that other machines may each make a slice of it.

The file holds keys and no content: whoever has the archive can make the same, and see whether it is the same archive.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.build.render import Work, cut_slices, deal_groups
from generator.errors import MisuseError, Problem
from generator.publish.keyed import KeyedPage, digest
from generator.store.permalinks import file_path

_FORM = 1


@dataclass(frozen=True, slots=True)
class Share:
    """What one slice makes: the keys of pages by their files' paths, the keys of groups of files by their names, and
    the digest of the files that are copied, empty where another slice brings them."""

    pages: Mapping[str, str]
    groups: Mapping[str, str]
    copied: str = ""

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to make."""
        return not (self.pages or self.groups or self.copied)


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A build to be done in slices, numbered from 1. `program` is the digest of all that may change any page, `total`
    the number of pages that the whole site has, `closing` are the names of groups that are made when all is assembled.
    """

    program: str
    total: int
    shares: tuple[Share, ...]
    closing: tuple[str, ...] = ()

    @property
    def wanted(self) -> tuple[int, ...]:
        """The numbers of the slices in which there is something to make."""
        return tuple(number for number, share in enumerate(self.shares, start=1) if not share.is_nothing)

    def as_json(self) -> dict[str, Any]:
        """The plan as plain values."""
        slices = [
            {"slice": number, "pages": dict(each.pages), "groups": dict(each.groups), "copied": each.copied}
            for number, each in enumerate(self.shares, start=1)
        ]
        return {
            "form": _FORM,
            "program": self.program,
            "total": self.total,
            "wanted": list(self.wanted),
            "slices": slices,
            "closing": list(self.closing),
        }

    def digest(self) -> str:
        """The digest of all that the plan says, however it is written."""
        return digest(json.dumps(self.as_json(), sort_keys=True)).hex()


def cut_work(work: Work, program: str, copied: str, total: int, count: int) -> PlanFile:
    """Cut what is to be made into `count` slices of about the same work; where there is little, the last have none.

    `copied` is the digest of the files that are copied.
    """
    slices = cut_slices(work.pages, 1 if work.together else count)
    pages = [{_path(page): page.key.hex() for page in each} for each in slices]
    used = max(len(pages), 1)
    pages += [{} for _ in range(count - len(pages))]
    groups = [{group.name: group.key.hex() for group in each} for each in deal_groups(work.groups, used)]
    groups += [{} for _ in range(count - used)]
    if work.not_found:
        pages[0][_path(work.not_found)] = work.not_found.key.hex()
    shares = [
        Share(own, groups[number], copied if work.copies and number == 0 else "") for number, own in enumerate(pages)
    ]
    return PlanFile(program, total, tuple(shares), tuple(each.name for each in work.groups if each.closing))


def load_plan(path: Path) -> PlanFile:
    """The plan in the file at `path`. Raises MisuseError where there is none, or none of this program."""
    try:
        return _parse(json.loads(path.read_bytes()))
    except FileNotFoundError:
        found = "no such file"
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        found = "something else, or a part of one"
    raise MisuseError(
        Problem(
            code="no-plan",
            what="this is no plan of a build",
            path=path,
            expected="the whole of what `sijill plan --format json` prints, by this version of the program",
            found=found,
            cure="make it again: sijill plan --jobs 4 --format json > plan.json",
        )
    )


def _parse(said: Any) -> PlanFile:
    """The plan that plain values say. Raises ValueError, TypeError, KeyError or AttributeError for any others."""
    if said["form"] != _FORM:
        raise ValueError("written by another version of the program")
    shares = [Share(_strings(each["pages"]), _strings(each["groups"]), str(each["copied"])) for each in said["slices"]]
    return PlanFile(str(said["program"]), int(said["total"]), tuple(shares), tuple(map(str, said["closing"])))


def _strings(said: Any) -> dict[str, str]:
    return {str(name): str(value) for name, value in said.items()}


def _path(page: KeyedPage) -> str:
    return file_path(page.permalink)
