"""What other programs, and people, call the fields that are known here: for what was meant by an unknown name.

Not for the columns of tables, whose names are read as they are (`generator.ingest.readers.tables.column_names`).
"""

from __future__ import annotations

FOREIGN_NAMES = {
    "author": "authors",
    "byline": "authors",
    "categories": "tags",
    "category": "tags",
    "deck": "description",
    "draft": "status",
    "excerpt": "description",
    "headline": "title",
    "keywords": "tags",
    "language": "lang",
    "modified": "updated",
    "pubdate": "date",
    "published": "date",
    "publisher": "source",
    "redirect_from": "aliases",
    "standfirst": "description",
    "subtitle": "description",
    "summary": "description",
    "tag": "tags",
    "translated_by": "translator",
}
# What people write for the kinds of labels that a publisher's file names.
LABEL_NAMES = {
    "date": ("published",),
    "day": ("published",),
    "pubdate": ("published",),
    "modified": ("updated",),
    "authors": ("author",),
    "by": ("author",),
    "byline": ("author",),
    "writer": ("author",),
    "translated_by": ("translator",),
    "translators": ("translator",),
    "tags": ("keywords",),
    "tag": ("keywords",),
    "category": ("section",),
    "categories": ("section",),
    "headline": ("title",),
    "deck": ("standfirst",),
    "description": ("standfirst",),
    "subtitle": ("standfirst",),
    "summary": ("standfirst",),
    "place": ("dateline",),
    "location": ("dateline",),
    "publisher": ("source",),
    "agency": ("source",),
    "link": ("url",),
    "address": ("url",),
    "related": ("read-also",),
    "see_also": ("read-also",),
}
