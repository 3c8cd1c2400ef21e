"""What stands in figures that show no picture, and addresses that stand alone."""

from __future__ import annotations

from generator.ingest.markup.html_body import blocks_of

FILM = "https://films.example/watch?v=1"
PICTURE = '<figure><img src="https://a.example/b.jpg"><figcaption>قوارب في الميناء</figcaption></figure>'
LINKED = f"[{FILM.replace(':', '&#58;', 1).replace('=', '&#61;')}]({FILM})"


def told(source: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks_of(source).blocks]


def test_an_embedded_film_is_a_link_and_no_caption_of_the_picture_before_it() -> None:
    film = (
        f'<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">\n{FILM}\n</div></figure>'
    )
    blocks = blocks_of(PICTURE + film).blocks
    assert told(PICTURE + film) == [("figure", "قوارب في الميناء"), ("p", FILM)]
    assert blocks[1].markdown == LINKED


def test_the_caption_of_an_embedded_film_stays_below_it() -> None:
    film = f'<figure class="wp-block-embed"><div>{FILM}</div><figcaption>فيلم عن الميناء</figcaption></figure>'
    assert told(film) == [("p", FILM), ("figure", "فيلم عن الميناء")]


def test_text_in_a_second_figure_is_no_caption_of_the_first() -> None:
    source = '<figure><img src="https://a.example/b.jpg"></figure><figure><p>رسم بياني بلا صورة</p></figure>'
    assert told(source) == [("figure", ""), ("figure", "رسم بياني بلا صورة")]


def test_a_figure_that_is_a_caption_alone_belongs_to_the_picture_before_it() -> None:
    source = '<img src="https://a.example/b.jpg"><figure><figcaption>قوارب في الميناء</figcaption></figure>'
    assert told(source) == [("figure", "قوارب في الميناء")]


def test_the_caption_of_a_gallery_goes_to_its_last_picture() -> None:
    pictures = "".join(f'<figure><img src="https://a.example/{n}.jpg"></figure>' for n in (1, 2))
    source = f"<figure>{pictures}<figcaption>صور من الميناء</figcaption></figure>"
    assert told(source) == [("figure", ""), ("figure", "صور من الميناء")]


def test_an_address_that_stands_alone_leads_there() -> None:
    (alone,) = blocks_of(f"<p>{FILM}</p>").blocks
    assert alone.markdown == LINKED
    (beside,) = blocks_of(f"<p>شاهد {FILM}</p>").blocks
    assert "](" not in (beside.markdown or "")
