"""Which kinds of items of WordPress are articles: its posts and pages, and those that a site has made for itself.

A site names its kinds as it likes (`news`, `opinion`, `akhbar`), and so do plugins what they keep between the posts:
menus, forms, layouts, products. Not for whether an item is published (`export`).
"""

from __future__ import annotations

import re

from generator.ingest.readers.feeds.body import text_of_html
from generator.ingest.readers.wordpress.library import text_of
from generator.ingest.readers.xml.trees import Element

_WORDS = re.compile(r"[^a-z0-9\u0600-\u06ff]+")
# Kinds of WordPress itself and of plugins, by the words in their names.
_NO_ARTICLES = """attachment revision nav menu item css changeset oembed cache request block template part styles
    navigation font face pattern elementor library acf field product variation order shop coupon refund wc
    woocommerce edd download payment subscription membership give donation form forms wpcf7 wpforms entry feedback
    flamingo mc4wp mailpoet popup modal banner ad ads advert advertisement adsense sponsor partner client
    testimonial team staff member author people person profile user portfolio project service slide slider slides
    carousel gallery album photo ngg playlist layout layouts section header footer sidebar widget megamenu mega et
    tve vc fl fusion avada td tdb tdc jeg shortcode snippet code redirect schedule scheduled action log logs job
    jobs resume listing property event events tribe venue organizer calendar course lesson quiz question answer
    faq poll survey forum topic reply bbp badge reward rank math wpseo yoast amp jetpack customize cookielawinfo
    cookie consent wpml icl translation jp bp newsletter subscriber campaign email mail message notification
    ticket comment rating table chart map location store branch book film movie recipe episode podcast video audio
    music song track media document pdf file ticker poster cover issue web"""
# Words by which newsrooms name kinds of articles, also in Latin letters for Arabic ones.
_ARTICLES = """news article articles story stories opinion opinions report reports reportage analysis analyses interview
    interviews columnist editorial editorials investigation investigations essay essays
    blog blogs press release releases statement statements study studies post posts dispatch bulletin
    akhbar khabar alakhbar maqal maqala maqalat makal makalat taqrir taqarir tahqiq hiwar bayan bayanat dirasat rai
    actualite actualites actu article dossier dossiers entretien chronique tribune communique
    خبر اخبار أخبار مقال مقالات تقرير تقارير حوار رأي راي تحقيق بيان دراسات"""
_OTHER_WORDS, _ARTICLE_WORDS = frozenset(_NO_ARTICLES.split()), frozenset(_ARTICLES.split())
_ENOUGH_WORDS = 60
_TAG_OR_CODE = re.compile(r"<!--.*?-->|\[/?[a-zA-Z][^\[\]]{0,500}\]", re.DOTALL)
_MOST_LOOKED_AT = 20_000


def is_own_article(kind: str, element: Element) -> bool:
    """Whether a published item of a kind that is not WordPress's own is an article: it has a title and a text, and its
    kind is named as newsrooms name theirs, or it has the text of one and its kind is not named as something else."""
    words = {form for word in _WORDS.split(kind.lower()) for form in (word, word.removesuffix("s"))}
    named = not words.isdisjoint(_ARTICLE_WORDS)
    if not text_of(element, "title") or (not named and not words.isdisjoint(_OTHER_WORDS)) or _is_plugin_s(kind):
        return False
    return _count_words(text_of(element, "content:encoded")) >= (1 if named else _ENOUGH_WORDS)


def _is_plugin_s(kind: str) -> bool:
    """Whether a kind has a name that WordPress and plugins keep for themselves, whatever words it has."""
    return kind.lower().startswith(
        ("wp_", "wp-", "acf-", "elementor", "wpcf7", "et_", "tdb_", "vc_", "shop_", "product", "web-story")
    )


def _count_words(markup: str) -> int:
    """How many words a text has, without its markup and the code of plugins; counted as far as it matters."""
    text = text_of_html(_TAG_OR_CODE.sub(" ", markup[:_MOST_LOOKED_AT]))
    return sum(any(sign.isalpha() for sign in word) for word in text.split())
