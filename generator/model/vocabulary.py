"""Controlled vocabulary: one concept, one id, both labels."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.labels import Labels
from generator.model.language import Language
from generator.model.publisher import Polling, PublisherVersion, Site


class Taxonomy(StrEnum):
    """The kinds of concept an article can be tagged with or come from."""

    TOPIC = "topic"
    PLACE = "place"
    PERSON = "person"
    ORGANISATION = "organisation"
    PUBLISHER = "publisher"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept of a taxonomy.

    `id` is what stands in front matter: `place/LY` (ISO 3166-1 alpha-2), `medtop:11000000` (IPTC Media Topics),
    `person/sergey-lavrov`, `organisation/opec`; for a publisher the bare id, `al-marsad`. `names` are further forms
    under which a text may mention it, by language. `weak` are forms that count only beside a second cue (Georgia,
    Jordan, an adjective of nationality). `blocked` are phrases in which a form does not mean the concept (the Indian
    Ocean is not India). `broader` is the id of the concept above it, if any.
    """

    id: str
    taxonomy: Taxonomy
    labels: Labels
    names: tuple[tuple[Language, str], ...] = ()
    weak: tuple[tuple[Language, str], ...] = ()
    keywords: tuple[tuple[Language, str], ...] = ()
    broader: str | None = None
    blocked: tuple[tuple[Language, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher of source documents: its concept, and what is known of it.

    `now` is how it writes today, `before` how it wrote earlier, oldest first, each whole in itself. `sites` are where
    its pages stand, `url` is the address that readers are given, `folder` its folder below content/sources.
    """

    concept: Concept
    url: str | None = None
    folder: str | None = None
    sites: tuple[Site, ...] = ()
    now: PublisherVersion = field(default_factory=PublisherVersion)
    before: tuple[PublisherVersion, ...] = ()
    polling: Polling = field(default_factory=Polling)

    @property
    def id(self) -> str:
        """The publisher's id."""
        return self.concept.id

    @property
    def labels(self) -> Labels:
        """The publisher's names."""
        return self.concept.labels

    @property
    def lang(self) -> Language | None:
        """The language it writes in today."""
        return self.now.lang

    @property
    def day_first(self) -> bool | None:
        """Whether it writes 02/06 for the second of June today."""
        return self.now.day_first

    @property
    def rights(self) -> str | None:
        """Under which terms its texts may be used today."""
        return self.now.rights


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All concepts of the archive, looked up by id, and its publishers, by id.

    `publisher_names` leads from every name of a publisher, folded (store.vocabulary.fold_name), to its id. `unusable`
    are publishers whose files are broken, as far as they could be read: nothing is done by what they say.
    """

    concepts: dict[str, Concept]
    publishers: dict[str, Publisher]
    publisher_names: dict[str, str] = field(default_factory=dict)
    unusable: dict[str, Publisher] = field(default_factory=dict)
