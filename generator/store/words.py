"""The words of the interface as the theme's locale files give them: locales/<lang>.yml → nested mappings.

Not for saying them; that is `generator.text.words`.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from generator.errors import ConfigurationError, Problem
from generator.model.language import Language
from generator.store.configuration import load_yaml, raise_errors
from generator.store.yaml_nodes import Faults, describe, is_null, mapping_pairs


def load_words(theme_dir: Path, language: Language) -> dict[str, object]:
    """The entries of one language: names to sentences, or to further such mappings.

    A name is what stands there (`no`, `on`, `1` are no traps). Raises ConfigurationError, with file and line, where the
    file is missing or broken, or where something in it is neither a sentence nor a mapping.
    """
    path = Path(theme_dir.name) / "locales" / f"{language.value}.yml"
    node, faults = load_yaml(theme_dir.parent, path)
    entries = _read_entries(node, faults) if isinstance(node, yaml.MappingNode) else {}
    raise_errors(faults.problems)
    if not entries:
        raise ConfigurationError(
            Problem(
                "no-words",
                f"the words of the interface in {language.name} are missing",
                path,
                expected="the keys of the other language's file, translated",
                found="nothing",
                cure="put the file back from the program's theme_overrides/locales",
            )
        )
    return entries


def _read_entries(node: yaml.Node, faults: Faults) -> dict[str, object]:
    """The entries of one mapping."""
    entries: dict[str, object] = {}
    for key, key_node, value in mapping_pairs(node, faults):
        if isinstance(value, yaml.MappingNode):
            entries[key] = _read_entries(value, faults)
        elif isinstance(value, yaml.ScalarNode) and not is_null(value):
            entries[key] = str(value.value)
        else:
            faults.reject(
                "wrong-value",
                f"`{key}` is no sentence",
                faults.line_of(key_node),
                expected="a sentence, or a mapping of names to sentences",
                found=describe(value),
                cure="write the sentence between quotes",
            )
    return entries
