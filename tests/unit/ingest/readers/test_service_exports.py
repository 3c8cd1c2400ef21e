"""Zips in which Substack and Medium give out somebody's posts."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator.errors import Severity
from generator.model.article import Status
from tests.unit.ingest.conftest import Press

TEXT = "The first container ship berthed at the new quay this morning, the port authority said in a statement. "
MORE = "Fishermen fear that the new fees will drive small boats away from the old harbour, its master told us. "
LIST = """post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle
101.port,2024-05-03T09:00:00.000Z,true,,newsletter,everyone,Port opens quay,A new quay
102.draft,,false,,newsletter,everyone,Draft text,
103.paid,2024-05-04T09:00:00.000Z,true,,newsletter,only_paid,"Paid, text",
"""
MEDIUM = """<!DOCTYPE html><html><head><title>{title}</title></head><body><article class="h-entry"><header>
<h1 class="p-name">{title}</h1></header><section data-field="body" class="e-content"><p>{text}</p><p>{more}</p>
</section>
<footer><p>By <a href="https://medium.com/@mona" class="p-author h-card">Mona Salem</a>{on}.</p>
<p>Exported from <a href="https://medium.com">Medium</a> on May 5, 2024.</p></footer></article></body></html>"""
ON = ' on <time class="dt-published" datetime="2024-05-03T09:00:00.000Z">May 3, 2024</time>'


def zipped(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize("top", ["", "export/"])
def test_substack(press: Press, top: str) -> None:
    members = {
        "posts/101.port.html": f"<p>{TEXT}</p><p>{MORE}</p>",
        "posts/102.draft.html": f"<p>{MORE}</p>",
        "posts/103.paid.html": f"<h2>Behind it</h2><p>{MORE}{TEXT}</p>",
        "posts/101.port.opens.csv": "email\na@x.example\n",
        "email_list.bay.csv": "email,title,body\na@x.example,private,private\n",
        "posts.csv": LIST,
    }
    press.put("bay/export.zip", zipped({f"{top}{name}": text for name, text in members.items()}))
    draft, paid, port = press.take_in()
    assert (draft.title, draft.status, draft.date) == ("Draft text", Status.DRAFT, None)
    assert (paid.title, paid.body.startswith("## Behind it")) == ("Paid, text", True)
    assert (port.title, port.description, port.status) == ("Port opens quay", "A new quay", Status.PUBLISHED)
    assert port.date is not None
    assert port.date.iso == "2024-05-03T09:00:00+00:00"
    assert not [each for each in press.problems if each.severity is not Severity.HINT]
    assert [each.found for each in press.problems if each.code == "skipped-members"] == ["3 other members"]


def test_medium(press: Press) -> None:
    post = MEDIUM.format(title="Port opens quay", text=TEXT, more=MORE, on=ON)
    draft = MEDIUM.format(title="Something", text=MORE, more=TEXT, on="")
    other = "<html><body><h1>Bookmarks</h1><p>x</p></body></html>"
    members = {"posts/2024-05-03_Port-1.html": post, "posts/draft_Something-2.html": draft}
    press.put(
        "bay/m.zip", zipped({**members, "profile/profile.html": other, "bookmarks/b.html": other, "README.html": other})
    )
    assert [(each.title, each.status, each.authors) for each in press.take_in()] == [
        ("Port opens quay", Status.PUBLISHED, ("Mona Salem",)),
        ("Something", Status.DRAFT, ("Mona Salem",)),
    ]
    assert not [each for each in press.problems if each.severity is Severity.ERROR]


@pytest.mark.parametrize("name", ["posts.csv", "profile/profile.html"])
def test_other_zips_with_such_names(press: Press, name: str) -> None:
    table = f'title,body\nPort opens quay,"{TEXT}{MORE}"\n'
    text = table if name.endswith("csv") else MEDIUM.format(title="Port opens quay", text=TEXT, more=MORE, on=ON)
    press.put("bay/a.zip", zipped({name: text, "b/other.txt": f"Ferry sails again\n\n{MORE * 3}\n"}))
    assert [each.title for each in press.take_in()] == ["Ferry sails again", "Port opens quay"]
