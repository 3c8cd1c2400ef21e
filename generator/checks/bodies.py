"""Questions asked of one article's file by itself: its text, its date, its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from generator.errors import Problem, Severity
from generator.model.article import Article
from generator.model.dates import PublicationDate
from generator.model.language import Language
from generator.model.written_page import WrittenPage
from generator.store.articles import ArticleFile
from generator.text.dates import explain_refusal, read_date
from generator.text.gfm import check_size
from generator.text.html import sanitise_html, show_unclosed
from generator.text.markdown import check_cost

# The marks LRM, RLM and ALM turn nothing around by themselves; embeddings, overrides and isolates do, and may not end.
_MARKS = "\u200e\u200f\u061c"
_CONTROL = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]")
_ESCAPED_CONTROL = re.compile(r"(?<!\\)(?:\\\\)*\\u(061[Cc]|200[EeFf]|202[A-Ea-e]|206[6-9A-Fa-f])")
_RAW_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)((?:\s[^<>]*)?)/?>")
_ATTRIBUTE = re.compile(r"([A-Za-z][\w:-]*)\s*=")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_TABLE_PARTS = frozenset({"caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"})


def check_file(file: ArticleFile, today: date) -> list[Problem]:
    """Everything that can be asked of one file: its own problems, its text's direction, its body, dates and folder."""
    problems = [*file.problems, *_check_direction(file)]
    if file.article is not None:
        problems.extend(_check_body(file, file.article))
        problems.extend(_check_dates(file, file.article, today))
        problems.extend(_check_refused_date(file, file.article, today))
        problems.extend(_check_folder(file, file.article))
    return problems


def check_page(page: WrittenPage) -> list[Problem]:
    """The problem of a written page that would stall Markdown, if it has it: it is shown as it is written."""
    reason = check_cost(page.body)
    if reason is None:
        return []
    return [
        Problem(
            "costly-body",
            f"Markdown cannot read the page, which will show its text as it is written: the text {reason}",
            page.path,
            1,
            expected="text that Markdown can read in a moment",
            found=f"{len(page.body):,} characters",
            cure="shorten it, and look for long runs of brackets, quotation marks or list signs",
        )
    ]


def _check_direction(file: ArticleFile) -> Iterator[Problem]:
    """Characters that change the direction of text, literal anywhere or escaped in a field, a problem a line.

    What provenance keeps word for word is not read.
    """
    kept_from = file.lines.get("provenance", file.body_line)
    for number, line in enumerate(file.text.split("\n"), start=1):
        found = _CONTROL.findall(line)
        if number < kept_from and "\\u" in line:
            found += [chr(int(code, 16)) for code in _ESCAPED_CONTROL.findall(line)]
        if not found or kept_from <= number < file.body_line - 1:
            continue
        names = sorted({f"U+{ord(each):04X} {unicodedata.name(each, '')}".strip() for each in found})
        yield Problem(
            "bidi-control",
            "an invisible character changes the direction of the text",
            file.path,
            number,
            expected="text without such characters; pages set direction themselves",
            found=", ".join(names),
            cure="delete it: the characters beside it may have to be deleted and typed again",
            severity=Severity.WARNING if all(each in _MARKS for each in found) else Severity.ERROR,
        )


def _check_body(file: ArticleFile, article: Article) -> Iterator[Problem]:
    """A body that is empty, that the build leaves out, or that holds HTML which the page will not show."""
    if not article.body.strip():
        yield Problem(
            "empty-body",
            "the article has no text",
            file.path,
            file.body_line,
            expected="Markdown below the front matter",
            found="nothing",
            cure='write the text, or set `status: "draft"` until it is there',
            severity=Severity.WARNING,
        )
        return
    reason = check_size(article.body)
    if reason is not None:
        yield Problem(
            "costly-body",
            f"the article will be left out of the site: the text {reason}",
            file.path,
            file.body_line,
            expected="a text that readers can use",
            found=f"{len(article.body):,} characters",
            cure="divide or simplify the text; look for runs of list or quotation signs",
        )
        return
    yield from _check_html(file, article.body)


def _check_html(file: ArticleFile, body: str) -> Iterator[Problem]:
    """Raw HTML in a body, where the sanitiser drops the element or an attribute of it."""
    if "<" not in body:
        return
    seen: set[str] = set()
    for match in _RAW_TAG.finditer(_CODE.sub(_blank, show_unclosed(body, "\0", lines=True))):
        lost = _lost_by_sanitising(match[0], match[1].lower(), match[2])
        if lost is None or lost in seen:
            continue
        seen.add(lost)
        yield Problem(
            "html-dropped",
            f"{lost} will not be on the page",
            file.path,
            file.body_line + body.count("\n", 0, match.start()),
            expected="Markdown, or the plain HTML of text: no scripts, styles, frames or forms",
            found=match[0][:80],
            cure="write it in Markdown; to show the tag itself, write &lt; for <",
            severity=Severity.HINT,
        )


def _lost_by_sanitising(tag: str, name: str, attributes: str) -> str | None:
    """What the sanitiser takes away of a start tag: the element, or one of its attributes; None where nothing."""
    if name in _TABLE_PARTS:  # these stand only inside a table, where they are allowed
        return None
    clean = sanitise_html(f"{tag.rstrip('/>').rstrip()}>x</{name}>").lower()
    if f"<{name}" not in clean:
        return f"the element <{name}>"
    lost = [each for each in _ATTRIBUTE.findall(attributes) if f"{each.lower()}=" not in clean]
    return f"the attribute `{lost[0].lower()}` of <{name}>" if lost else None


def _blank(match: re.Match[str]) -> str:
    """White space of the same length and lines as a stretch of code, which shows tags as they are."""
    return re.sub(r"[^\n]", " ", match[0])


def _check_dates(file: ArticleFile, article: Article, today: date) -> Iterator[Problem]:
    """Dates that lie ahead, and an update before the publication."""
    for name, value in (("date", article.date), ("updated", article.updated)):
        if value is not None and _is_after(value, today):
            yield Problem(
                "future-date",
                f"`{name}` lies in the future",
                file.path,
                file.lines.get(name),
                expected=f"a date up to today, {today.isoformat()}",
                found=value.iso,
                cure='mend the date; for a text that waits for its day, use `status: "draft"`',
                severity=Severity.WARNING,
            )
    if article.date and article.updated and _is_earlier(article.updated, article.date):
        yield Problem(
            "updated-before-date",
            "`updated` is earlier than `date`",
            file.path,
            file.lines.get("updated"),
            expected=f"{article.date.iso} or later",
            found=article.updated.iso,
            cure="mend one of the two",
            severity=Severity.WARNING,
        )


def _check_refused_date(file: ArticleFile, article: Article, today: date) -> Iterator[Problem]:
    """A date that the source gives and that cannot be relied on."""
    written, arabic = article.date_raw, article.lang is Language.AR
    if article.date is not None or not written or read_date(written, today=today, arabic=arabic) is not None:
        return
    yield Problem(
        "date-refused",
        f"the source's date is shown as uncertain: {explain_refusal(written, arabic=arabic)}",
        file.path,
        file.lines.get("date_raw"),
        expected="a full date that can be read in one way",
        found=written,
        cure="add `date` where you know it from elsewhere",
        severity=Severity.HINT,
    )


def _is_after(value: PublicationDate, today: date) -> bool:
    """Whether a date, as exactly as it is known, is after today."""
    known = value.iso[:10]
    return known > today.isoformat()[: len(known)]


def _is_earlier(value: PublicationDate, other: PublicationDate) -> bool:
    """Whether a date is before another, as far as both are known to the day."""
    length = min(len(value.iso), len(other.iso), 10)
    return value.iso[:length] < other.iso[:length]


def _check_folder(file: ArticleFile, article: Article) -> Iterator[Problem]:
    """An article in the other language's folder."""
    folder = file.path.parts[2] if len(file.path.parts) > 3 else ""
    if folder == article.lang.other.value:
        yield Problem(
            "folder-disagrees",
            f"the article's `lang` is {article.lang.value}, but it lies in the folder {folder}",
            file.path,
            file.lines.get("lang"),
            expected=f"content/articles/{article.lang.value}/…",
            found=file.path.as_posix(),
            cure="move the file, or mend `lang`; the address follows `lang`",
            severity=Severity.WARNING,
        )
