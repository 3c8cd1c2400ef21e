"""Pages and files that say by their form that they hold several articles: digests by mail, forums, newsletters,
pages of letters, columns of short news; and single articles that look like them."""

from __future__ import annotations

from tests.unit.ingest.test_glued_text import bodies, take_apart, titles

CODE = "The new labour code was printed in the gazette on Tuesday and cuts the working week to forty hours."
PORT = "The state's ports company is to pay a good price for a third of the container terminal, the seller said."
VOTE = "The emir dissolved the assembly by decree last night, for the second time within a single year."


def letter(subject: str, day: int, *text: str) -> tuple[str, ...]:
    """A letter of a mailing list, as its digest has it."""
    return (
        f"Date: Wed, {day} Jul 2023 08:12:44 +0400",
        "From: Rana Haddad <rhaddad@example.org>",
        f"Subject: {subject}",
        "",
        *text,
        "",
    )


def test_the_letters_of_a_mailing_lists_digest_are_articles_with_their_subjects_as_titles() -> None:
    found = take_apart(
        "Gulf notes digest, Vol 12, Issue 3",
        "",
        "Today's Topics:",
        "1. New labour code",
        "2. Stake in Cape port",
        "",
        "--------------------",
        "",
        "Message: 1",
        *letter("New labour code", 26, CODE),
        "--------------------",
        "",
        "Message: 2",
        *letter("Re: Stake in Cape port", 19, PORT),
        "--------------------",
        "",
        "End of Gulf notes digest, Vol 12",
    )
    assert titles(found) == ["New labour code", "Stake in Cape port"]
    assert bodies(found) == [[CODE], [PORT]]
    assert [draft.date and draft.date.iso[:10] for draft in found.drafts] == ["2023-07-26", "2023-07-19"]
    assert {"Message: 1", "Message: 2", "Today's Topics:"} <= set(found.separators)


def test_the_subject_of_a_letter_is_no_title_where_a_headline_stands_below_it() -> None:
    found = take_apart(
        *letter("Fwd: for your files", 26, "Assembly dissolved for a second time", VOTE),
    )
    assert titles(found) == ["Assembly dissolved for a second time"]
    assert found.drafts[0].date is None


def test_posts_of_a_forum_are_articles_without_what_is_said_of_their_members() -> None:
    found = take_apart(
        "News of the Gulf - post here",
        "Hamad77",
        "Senior Member",
        "Posts: 1,204",
        "Labour code cuts week to forty hours",
        CODE,
        "",
        "03-10-2021, 09:14 PM #137",
        "PortWatcher",
        "Junior Member",
        "Posts: 41",
        "Ports company buys stake in Cape terminal",
        PORT,
        "Last edited by PortWatcher; 04-10-2021 at 11:20 AM.",
    )
    assert titles(found) == ["Labour code cuts week to forty hours", "Ports company buys stake in Cape terminal"]
    assert bodies(found) == [[CODE], [PORT]]
    assert [draft.date for draft in found.drafts] == [None, None]


def test_what_members_of_a_forum_say_to_each_other_is_no_article() -> None:
    found = take_apart(
        "Hamad77",
        "Posts: 1,204",
        "Labour code cuts week to forty hours",
        CODE,
        "",
        "PortWatcher",
        "Posts: 41",
        "Well, I shall believe it when I see it in my own pay slip at the end of the month.",
    )
    assert len(found.drafts) == 1


def test_a_line_of_the_page_below_each_text_parts_the_texts_of_a_newsletter() -> None:
    found = take_apart(
        "The Morning Lines",
        "Good morning. It is Tuesday, 7 May 2024, and this is what we are reading today.",
        "",
        "TOP STORY",
        "",
        "Gulf state cuts the working week to forty hours",
        "",
        CODE,
        "",
        "Read more here",
        "",
        "BUSINESS",
        "",
        "Ports company buys a third of Cape terminal",
        "",
        PORT,
        "",
        "Read more here",
        "",
        "Assembly dissolved for the second time in a year",
        "",
        VOTE,
        "",
        "Read more here",
        "",
        "That is all for today.",
    )
    assert titles(found) == [
        "Gulf state cuts the working week to forty hours",
        "Ports company buys a third of Cape terminal",
        "Assembly dissolved for the second time in a year",
    ]
    assert bodies(found) == [[CODE], [PORT], [VOTE]]


def test_points_of_one_article_that_close_alike_are_no_articles() -> None:
    found = take_apart(
        "Three good reasons to visit the harbour this summer",
        "By Jane Doe",
        "The market where the boats come in at dawn",
        "Buyers from the hotels are there at five and bargain in three languages until the ice has melted.",
        "See it on the map",
        "",
        "The museum of sponges and of those who dived",
        "Nobody dives for them any more, and the suits of the last divers hang in a row behind the till.",
        "See it on the map",
        "",
        "The lighthouse with its keeper and his seven cats",
        "He will show you the lamp if you bring sardines, and tell you nothing at all if you do not.",
        "See it on the map",
    )
    assert titles(found) == ["Three good reasons to visit the harbour this summer"]


LETTERS = (
    "LETTERS TO THE EDITOR",
    "",
    "Cycling in the capital",
    "",
    "Sir, – Your correspondent asks why anyone would cycle on the quays; I do so because the bus takes twice as long.",
    "",
    "MAURA KEANE,",
    "Ringsend.",
    "",
    "A swift return",
    "",
    "Sir, – The first swifts came over the church last evening at ten past eight. May I claim the year's first?",
    "",
    "HELEN FORDE,",
    "Co Clare.",
)


def test_the_letters_of_a_page_are_articles_by_those_who_sign_them() -> None:
    found = take_apart(*LETTERS)
    assert titles(found) == ["Cycling in the capital", "A swift return"]
    assert [draft.authors for draft in found.drafts] == [("MAURA KEANE",), ("HELEN FORDE",)]


def test_letters_without_headlines_stay_one_page() -> None:
    found = take_apart(
        "Have your say",
        "SIR – Your report on rural buses forgot those of us who cannot drive because we are only twelve.",
        "Ellie Parsons, Much Wenlock",
        "SIR – The bees in our church tower have been there since 1911 and have never missed a service.",
        "Colin Tapp, Kingsbridge",
    )
    assert len(found.drafts) == 1


BRIEFS = (
    "",
    "Driver asleep at lights",
    "A man who was found asleep at the wheel was nearly three times over the limit, magistrates were told.",
    "",
    "Garden shed thefts",
    "Owners are asked to mark their tools after nine sheds were broken into on allotments at the weekend.",
    "",
    "Shoplifter sent to prison",
    "A woman of no fixed address was jailed for twenty weeks after admitting eleven thefts of meat and coffee.",
    "",
    "Dog owner fined",
    "An owner whose terrier bit a postman on the hand was fined and told to pay the victim for the plaster.",
)


def test_short_news_below_a_line_that_names_several_is_told_by_that() -> None:
    found = take_apart("COURT AND POLICE ROUND-UP", *BRIEFS)
    assert titles(found) == [line for at, line in enumerate(BRIEFS) if at % 3 == 1]


def test_parts_below_the_title_of_one_article_stay_with_it() -> None:
    found = take_apart("A quiet weekend in our small town", *BRIEFS)
    assert titles(found) == ["A quiet weekend in our small town"]


TOLL = "Drivers will pay two pounds instead of one to cross the river from Monday, the bridge company says."
REEF = "Researchers have mapped a fossil reef off the coast that is far older than any known in the basin."


def test_an_outlet_in_square_brackets_before_each_title_is_its_source() -> None:
    found = take_apart(
        "[Reuters] Bridge toll to double from Monday", TOLL, "", "[The Guardian] Fossil reef mapped off the coast", REEF
    )
    assert titles(found) == ["Bridge toll to double from Monday", "Fossil reef mapped off the coast"]
    assert [draft.source for draft in found.drafts] == ["Reuters", "The Guardian"]


def test_an_outlet_alone_above_each_title_is_no_running_head_though_the_first_comes_again() -> None:
    found = take_apart(
        *("The Guardian", "", "Bridge toll to double from Monday", "", TOLL, ""),
        *("The Guardian", "", "Fossil reef mapped off the coast", "", REEF, ""),
        *("Reuters", "", "Assembly dissolved for a second time", "", VOTE),
    )
    assert [draft.source for draft in found.drafts] == ["The Guardian", "The Guardian", "Reuters"]


def test_cuttings_with_publication_and_headline_as_labels() -> None:
    found = take_apart(
        *("Publication: Reuters", "Date: 3 May 2023", "Headline: Who will pay for the new bridge?", "", TOLL, ""),
        *("Publication: The Guardian", "Date: 4 May 2023", "Headline: Fossil reef mapped off the coast", "", REEF),
    )
    assert titles(found) == ["Who will pay for the new bridge?", "Fossil reef mapped off the coast"]
    assert [draft.source for draft in found.drafts] == ["Reuters", "The Guardian"]


def test_a_day_behind_the_label_of_a_source_is_the_day() -> None:
    (draft,) = take_apart("Bridge toll to double", "Publication: 3 May 2024", TOLL).drafts
    assert (draft.source, draft.date and draft.date.iso) == (None, "2024-05-03")


def test_messages_of_a_chat_are_articles_without_their_time_and_sender() -> None:
    found = take_apart(
        "[14/05/2024, 08:02:11] News Desk: Good morning, here are the headlines of today",
        "[14/05/2024, 08:03:40] News Desk: *Bridge toll to double from Monday*",
        TOLL,
        "[14/05/2024, 09:31:05] News Desk: *Fossil reef mapped off the coast*",
        REEF,
    )
    assert titles(found) == ["Bridge toll to double from Monday", "Fossil reef mapped off the coast"]
    assert bodies(found) == [[TOLL], [REEF]]
    assert found.separators[-2:] == ("[14/05/2024, 08:03:40] News Desk:", "[14/05/2024, 09:31:05] News Desk:")


def test_what_people_say_in_a_chat_parts_nothing() -> None:
    found = take_apart(
        "14/05/2024, 08:03 - Omar: Bridge toll to double from Monday",
        TOLL,
        "14/05/2024, 08:09 - Rana: I do not believe it, and I shall walk to my mother's as I have always done.",
        "14/05/2024, 08:10 - Omar: Then take an umbrella, it is a long bridge and there is no roof over it.",
    )
    assert len(found.drafts) == 1


def test_the_name_of_a_column_right_above_its_first_item_is_no_title() -> None:
    found = take_apart(
        *("World in brief", "Bridge toll to double from Monday", TOLL),
        *("Fossil reef mapped off the coast of Hejaz", REEF),
        *("Emir dissolves assembly for a second time", VOTE),
    )
    assert titles(found)[0] == "Bridge toll to double from Monday"


def test_notes_to_editors_and_a_row_of_words_for_sharing_are_not_of_the_text() -> None:
    release = ("Share  Tweet  WhatsApp  Email", TOLL, "", "ENDS", "", "Notes to editors: Call the press office")
    (draft,) = take_apart("Bridge toll to double from Monday", *release).drafts
    assert [block.text for block in draft.blocks] == [TOLL]


def test_releases_with_the_day_above_their_titles() -> None:
    foot = ("", "ENDS", "", "Notes to editors: Contact the press office on 01632 960 114", "")
    found = take_apart(
        *("FOR IMMEDIATE RELEASE", "4 June 2019", "", "Bridge toll to double from Monday", "", TOLL, *foot),
        *("FOR IMMEDIATE RELEASE", "11 June 2019", "", "Fossil reef mapped off the coast", "", REEF, *foot),
    )
    assert [draft.date and draft.date.iso for draft in found.drafts] == ["2019-06-04", "2019-06-11"]


def dated(day: str, title: str, text: str) -> tuple[str, ...]:
    return (day, title, text, "The council will speak of it again when it meets in the hall next month.", "")


ITEMS = (
    *dated("14th July 2022", "Duck race raises money for roof", "Number 71 won the race by a beak, to some whistling."),
    *dated("2nd July 2022", "Footbridge to stay shut", "An otter has had young under the bridge, the county says."),
    *dated("19th June 2022", "Volunteers wanted", "Six people are sought to stand by the road with a radar gun."),
)


def test_news_with_the_day_above_each_headline_is_told_by_that() -> None:
    found = take_apart("Village News", "", *ITEMS)
    assert titles(found) == ["Duck race raises money for roof", "Footbridge to stay shut", "Volunteers wanted"]
    assert [draft.date and draft.date.iso for draft in found.drafts] == ["2022-07-14", "2022-07-02", "2022-06-19"]


def test_a_chronology_with_a_title_stays_one() -> None:
    opening = "We kept a diary of the summer in which the bridge was shut and the ducks went to the races."
    assert titles(take_apart("A summer of small events", opening, "", *ITEMS)) == ["A summer of small events"]


def test_outlets_in_brackets_behind_titles_are_their_sources() -> None:
    found = take_apart(
        *("Bridge toll to double from Monday (Reuters, 2h)", TOLL, ""),
        *("Fossil reef mapped off coast (The Guardian, 3h)", REEF),
    )
    assert titles(found) == ["Bridge toll to double from Monday", "Fossil reef mapped off coast"]
    assert [draft.source for draft in found.drafts] == ["Reuters", "The Guardian"]
    assert [draft.removed for draft in found.drafts] == [("2h",), ("3h",)]


def test_the_name_of_a_section_between_two_articles_is_no_text_of_the_first() -> None:
    found = take_apart(
        *("Bridge toll to double from Monday", "Reuters, 3 May 2023", "", TOLL, "", "II. ECONOMY", ""),
        *("Fossil reef mapped off the coast", "The Guardian, 4 May 2023", "", REEF),
    )
    assert bodies(found) == [[TOLL], [REEF]]
    assert found.drafts[1].removed == ("II. ECONOMY",)


def test_the_line_above_the_head_of_a_letter_that_was_passed_on_is_of_the_head() -> None:
    head = ("-----Original Message-----", "From: Ellen Parr", "To: Africa desk", "Subject: Clips", "", "Dear all,", "")
    (draft,) = take_apart(
        *head, "Here is one.", "", "Bridge toll to double from Monday", "By Emily Wu", "", TOLL
    ).drafts
    assert (draft.title, draft.authors) == ("Bridge toll to double from Monday", ("Emily Wu",))


def test_a_diary_and_what_it_quotes_of_outlets_stay_one_article() -> None:
    diary = take_apart("Diary from the flooded coast", "", *ITEMS)
    assert len(diary.drafts) == 1
    quoting = take_apart(
        *("What the papers say about the toll", "The new toll was met on Friday by reviews as cold as the river."),
        *("A bridge too dear for those who cross it (The Guardian)", TOLL, "The best toll I ever paid (Reuters)", TOLL),
    )
    assert len(quoting.drafts) == 1


def test_an_outlet_that_is_not_known_is_told_by_the_day_beside_it_as_the_others_have_it() -> None:
    found = take_apart(
        *("[Reuters, 5 June 2017]", "Bridge toll to double from Monday", "", TOLL, ""),
        *("[Firth Voice, 8 June 2017]", "Emir dissolves assembly for a second time", "", VOTE, ""),
        *("[The Guardian, 9 June 2017]", "Fossil reef mapped off the coast", "", REEF),
    )
    assert [draft.source for draft in found.drafts] == ["Reuters", "Firth Voice", "The Guardian"]
    assert [draft.date and draft.date.iso for draft in found.drafts] == ["2017-06-05", "2017-06-08", "2017-06-09"]


def test_neither_a_place_nor_a_day_of_the_week_beside_a_day_is_an_outlet() -> None:
    found = take_apart(
        *("Bridge toll to double from Monday", "Reuters, 3 May 2023", TOLL, ""),
        *("Fossil reef mapped off the coast", "Tuesday, May 2, 2023", REEF, ""),
        *("Emir dissolves assembly for a second time", "London, 1 May 2023", VOTE),
    )
    assert not {draft.source for draft in found.drafts} & {"Tuesday", "London"}


def test_initials_below_each_note_part_the_notes() -> None:
    found = take_apart(
        *("NOTEBOOK", "", "The last typist", CODE, "—R.H.", ""),
        *("A bridge for hedgehogs", PORT, "—M.L.", "", "Silence at the opera", VOTE, "—R.H."),
    )
    assert titles(found) == ["The last typist", "A bridge for hedgehogs", "Silence at the opera"]
    assert bodies(found) == [[CODE], [PORT], [VOTE]]


def test_an_outlet_in_latin_letters_above_an_english_title_is_no_end_of_the_arabic_text_before() -> None:
    text = "قررت البلدية رفع رسوم عبور الجسر بدءاً من الاثنين، بعد عام من تأجيل القرار مرتين."
    arabic = ("البلدية ترفع رسوم الجسر", text)
    found = take_apart(*arabic, "", "Quay and Harbour Letter", "Fossil reef mapped off the coast", REEF)
    assert titles(found) == [arabic[0], "Fossil reef mapped off the coast"]
    assert bodies(found) == [[arabic[1]], [REEF]]
    assert found.drafts[1].removed == ("Quay and Harbour Letter",)
