"""Lines that ask readers to reach or follow a writer, and those of an article that look like them."""

from __future__ import annotations

import pytest

from generator.ingest.dissect.boilerplate import is_boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "Contact Lena Voss at 555-0142 or lvoss@ridge.example.",
        "Reach Lena Voss at lvoss@ridge.example",
        "Email Lena Voss-Hart at lvoss@ridge.example, @lvoss",
        "Follow Lena Voss on Twitter @lvoss",
        "Follow her on Twitter: @lvoss.",
        "Follow Lena Voss on X and Instagram.",
        "To contact the reporter on this story: Lena Voss in Halden at lvoss@ridge.example",
        "Have a tip? Call the newsroom on 555-0142.",
        "Got any questions about the works? Email roads@ridge.example",
        "Want more stories of the hills in your inbox? Subscribe to the weekly newsletter Cairn.",
    ],
)
def test_a_line_that_turns_to_the_reader_is_the_papers(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "Follow the river north until the second bridge.",
        "Contact with the crew was lost at noon, the coast guard said.",
        "Anyone with information is asked to call the police on 555-0100.",
        "For tickets, contact the box office at tickets@hall.example or 555-0199 before Friday.",
        "Contact Lena Voss at lvoss@ridge.example to enter a team in the race on Saturday.",
        "Reach for the sky: hillwalkers try paragliding",
        "Want more rain? The forecast has bad news.",
        "Have the dams been emptied too early? Tell us the engineers will not, but the gauges do.",
    ],
)
def test_what_an_article_tells_its_readers_is_its_own(line: str) -> None:
    assert not is_boilerplate(line)


def test_a_long_line_of_names_and_numbers_costs_little() -> None:
    assert not is_boilerplate("Contact a a a a a " + "1 1" * 60)
    assert not is_boilerplate("Reach " + "a@b " * 50)
