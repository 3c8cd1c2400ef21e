"""What tells that nothing has changed notices every change of what a site is made from."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.assemble import scan
from generator.build.order import Built, Order
from generator.build.unchanged import Inputs, digest_inputs, find_unchanged, leave_traces
from generator.errors import Problem
from generator.store.stamps import FileDigests

ENVIRONMENT = {"SITE_URL": "https://one.example/", "OTHER": "x"}


@pytest.fixture
def order(tmp_path: Path) -> Order:
    for name, text in {
        "archive/mkdocs.yml": "site_name: x\nsite_url: !ENV [SITE_URL, '']\n",
        "archive/content/articles/en/one.md": "one",
        "archive/content/vocabulary/places.yml": "[]",
        "archive/content/sources/one/a.txt": "a",
        "archive/own/main.html": "<p>",
        "site/index.html": "page",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / ".site.sijill").mkdir()
    return Order(tmp_path / "archive", tmp_path / "site")


def sources(order: Order) -> list[Path]:
    return [order.root / "mkdocs.yml", order.root / "own"]


def leave(order: Order, built: Built | None = None) -> None:
    state = digest_inputs(order, sources(order), ENVIRONMENT, FileDigests())
    inputs = Inputs(state, tuple(sources(order)))
    leave_traces(order, inputs, dict(scan(order.site)), built or Built(order.site, True, 1))


def find(order: Order, environment: dict[str, str] = ENVIRONMENT) -> Built | None:
    return find_unchanged(order, environment, FileDigests())[0]


def test_nothing_has_changed(order: Order) -> None:
    assert find(order) is None
    leave(order)
    assert find(order) == Built(order.site, True, 1)


@pytest.mark.parametrize(
    "change",
    [
        lambda order: (order.root / "content/articles/en/one.md").write_text("two"),
        lambda order: (order.root / "content/articles/en/two.md").write_text("two"),
        lambda order: (order.root / "content/articles/en/one.md").unlink(),
        lambda order: (order.root / "content/articles/en/one.md").rename(order.root / "content/articles/en/x.md"),
        lambda order: (order.root / "content/articles/en/two.md").symlink_to("nowhere.md"),
        lambda order: (order.root / "content/articles/en/two.md").mkdir(),
        lambda order: os.mkfifo(order.root / "content/articles/en/two.md"),
        lambda order: (order.root / "content/articles/fr").symlink_to(order.root / "own"),
        lambda order: (order.root / "own/partials").symlink_to(order.root / "content"),
        lambda order: (order.root / "content/vocabulary/places.yml").write_text("[x]"),
        lambda order: (order.root / "mkdocs.yml").write_text("site_name: y"),
        lambda order: (order.root / "own/main.html").write_text("<b>"),
        lambda order: (order.root / "own/extra.css").write_text("p{}"),
        lambda order: (order.site / "index.html").write_text("other page"),
        lambda order: (order.site / "index.html").unlink(),
        lambda order: (order.site / "strange.html").write_text("x"),
        lambda order: (order.site.parent / ".site.sijill/journal.json").write_text("{}"),
        lambda order: (order.site.parent / ".site.sijill/traces.json").write_text("[]"),
        lambda order: (order.site.parent / ".site.sijill/traces.json").write_text("{"),
    ],
)
def test_a_change_is_noticed(order: Order, change: Callable[[Order], object]) -> None:
    leave(order)
    change(order)
    assert find(order) is None


def test_what_the_configuration_takes_from_the_environment_counts_and_nothing_else_of_it(order: Order) -> None:
    leave(order)
    assert find(order, {**ENVIRONMENT, "OTHER": "y"}) is not None
    assert find(order, {**ENVIRONMENT, "SITE_URL": "https://two.example/"}) is None
    assert find(order, {"OTHER": "x"}) is None


def test_source_documents_are_not_published(order: Order) -> None:
    leave(order)
    (order.root / "content/sources/one/a.txt").write_text("b")
    assert find(order) is not None


def test_a_build_without_the_search_index_is_another(order: Order) -> None:
    leave(order)
    assert find(Order(order.root, order.site, search=False)) is None


@pytest.mark.parametrize("built", [Built(Path(), False), Built(Path(), True, 1, 1, (Problem("x", "y"),))])
def test_a_build_with_a_problem_is_made_again(order: Order, built: Built) -> None:
    leave(order)
    leave(order, built)
    assert find(order) is None


def test_parts_of_the_content_may_lie_elsewhere(order: Order) -> None:
    for name in ("articles", "vocabulary", "sources"):
        (order.root / "content" / name).rename(order.root / name)
        (order.root / "content" / name).symlink_to(order.root / name)
    leave(order)
    (order.root / "sources/one/a.txt").write_text("b")
    assert find(order) is not None
    (order.root / "articles/en/one.md").write_text("two")
    assert find(order) is None
