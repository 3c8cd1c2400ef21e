"""Captions that stand beside their pictures, the controls among them, and galleries between paragraphs."""

from __future__ import annotations

from generator.model.source import BlockKind, FieldName, Record
from tests.unit.ingest.test_page_furniture import PARAGRAPHS, TITLE, read, text_of

CAPTION = "Crews replace the outer pilings of the northern pier"
PICTURE = '<img src="https://baycourier.example/pier.jpg" alt="The pier">'


def article(box: str, paragraphs: int = 6) -> str:
    first, *rest = (f"<p>{each}</p>" for each in PARAGRAPHS[:paragraphs])
    return f'<article><h1>{TITLE}</h1><div class="article-body">{first}{box}{"".join(rest)}</div></article>'


def captions(record: Record) -> list[str]:
    return [block.text for block in record.blocks if block.kind is BlockKind.FIGURE]


def test_a_caption_right_behind_the_element_of_its_picture_is_its_caption() -> None:
    behind = f'<div class="photo-image">{PICTURE}</div><div class="photo-caption">{CAPTION}</div>'
    within = f'<div class="cli-image">{PICTURE}<div class="cli-image__caption-credit-container">{CAPTION}</div></div>'
    for box in (behind, within):
        assert captions(read(article(box))) == [CAPTION], box


def test_the_cell_below_a_picture_holds_its_caption() -> None:
    rows = f"<tr><td>{PICTURE}</td></tr><tr><td><font size=1>{CAPTION}</font></td></tr>"
    assert captions(read(article(f"<table align=right width=160>{rows}</table>"))) == [CAPTION]


def test_a_column_of_several_rows_holds_text() -> None:
    rows = f"<tr><td>{PICTURE}</td></tr>" + "".join(f"<tr><td>{each}</td></tr>" for each in PARAGRAPHS[3:])
    text = text_of(read(article(f"<table>{rows}</table>", 3)))
    assert all(each in text for each in PARAGRAPHS[3:])


def test_the_controls_of_a_caption_are_none_of_it() -> None:
    enlarge = f'<a class="enlarge-link" href="/pier.jpg">Enlarge</a> <span class="sep">/</span> {CAPTION}'
    hide = (
        f'<p>{CAPTION}<b class="hide-caption"><b>hide caption</b></b></p><b class="toggle-caption">toggle caption</b>'
    )
    for inner in (f"<figcaption>{enlarge}</figcaption>", f"<figcaption>{hide}</figcaption>"):
        assert captions(read(article(f"<figure>{PICTURE}{inner}</figure>"))) == [CAPTION]


def test_a_numbered_gallery_between_paragraphs_is_left_out_and_told() -> None:
    items = "".join(
        f"<li><h3>{n}/3 {what}</h3><p>A view that has nothing to do with ferries</p></li>"
        for n, what in enumerate(("A storm", "A parade", "A match"), 1)
    )
    box = f'<div class="inline-gallery"><h3>News in pictures</h3><ul class="gallery">{items}</ul></div>'
    record = read(article(box))
    assert "parade" not in text_of(record)
    assert "2/3 A parade" in record.removed


def test_an_article_that_is_a_gallery_keeps_its_texts() -> None:
    items = "".join(f"<li><h3>{n}/6 Pier</h3><p>{each}</p></li>" for n, each in enumerate(PARAGRAPHS, 1))
    record = read(article(f'<div class="gallery"><ul>{items}</ul></div>', 1))
    assert all(each in text_of(record) for each in PARAGRAPHS)


def test_links_for_printing_and_sending_below_the_text_are_none_of_it() -> None:
    tools = '<p><a href="javascript:history.back()">&lt;&lt; Back</a> <a href="/print?id=1">Print this story</a> '
    tools += '<a href="mailto:?subject=x">E-mail to a friend</a></p>'
    text = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    assert "Print this" not in text_of(read(f"<table><tr><td><h1>{TITLE}</h1>{text}{tools}</td></tr></table>"))


def test_a_centred_line_behind_a_picture_is_its_caption_had_or_not() -> None:
    for source in ("/images/pier.jpg", "https://baycourier.example/pier.jpg"):
        box = f'<center><img src="{source}"></center><p align="center">{CAPTION}</p>'
        assert captions(read(article(box))) == [CAPTION], source


def test_centred_lines_behind_a_picture_are_verse() -> None:
    lines = "".join(f'<p align="center">{each}</p>' for each in ("The ferry left at nine,", "and nobody was there."))
    assert captions(read(article(f'<center><img src="https://baycourier.example/p.jpg"></center>{lines}'))) == [""]


def test_a_figure_whose_picture_a_program_shows_keeps_its_caption() -> None:
    figure = (
        f'<figure><progressive-image src="/pier.jpg"></progressive-image><figcaption>{CAPTION}</figcaption></figure>'
    )
    assert captions(read(article(figure))) == [CAPTION]


def test_a_gallery_below_the_text_keeps_the_caption_of_each_picture() -> None:
    said = [f"{CAPTION}, on day {number} of the works that will last until spring." for number in range(1, 13)]
    items = "".join(
        f"<div class='field__item'><div class='media'><div>{PICTURE}</div>"
        f"<div class='field field--name-field-caption'>{each}</div></div></div>"
        for each in said
    )
    others = "".join(
        f"<div><a href='/{each}'>{PICTURE}</a><h4><a href='/{each}'>{each}</a></h4></div>" for each in "abc"
    )
    text = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    body = f"<article class='node node--type-gallery'>{text}<div class='field__items'>{items}</div></article>{others}"
    assert captions(read(f"<main><h1>{TITLE}</h1>{body}</main>")) == said


def test_the_head_of_an_article_of_the_kind_of_galleries_names_its_writer_and_day() -> None:
    head = "<footer class='node__meta'><div>By <span>Anna Berg</span>, <span>Sun, 29 October 2023</span></div></footer>"
    text = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    record = read(f"<h1>{TITLE}</h1><article class='node node--type-gallery'>{head}<div>{text}</div></article>")
    values = {claim.name: claim.value for claim in record.claims}
    assert (values[FieldName.AUTHOR], values[FieldName.PUBLISHED]) == ("Anna Berg", "Sun, 29 October 2023")


def test_a_line_below_a_picture_that_says_what_its_alternative_text_says_is_its_caption() -> None:
    picture = f'<img src="https://baycourier.example/pier.jpg" alt="{CAPTION}">'
    for tag in ("div", "p"):
        record = read(article(f"<{tag}>{picture}</{tag}><{tag}>{CAPTION}</{tag}>"))
        assert captions(record) == [CAPTION]
        assert text_of(record).count(CAPTION) == 1


def test_small_letters_below_a_picture_in_its_own_block_are_its_caption() -> None:
    for small in (f'<font size="2" color="#666">{CAPTION}</font>', f"<small>{CAPTION}</small>", f"<i>{CAPTION}</i>"):
        assert captions(read(article(f'<p align="center">{PICTURE}<br>{small}</p>'))) == [CAPTION], small
    linked = f'<p align="center">{PICTURE}<br><font size="2"><a href="/other">{CAPTION}</a></font></p>'
    assert captions(read(article(linked))) != [CAPTION]
    usual = f'<p>{PICTURE}<br><font size="3">{CAPTION}</font></p>'
    assert CAPTION in text_of(read(article(usual)))
