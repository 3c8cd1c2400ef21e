"""Where the mapping of a table lies: beside it, under its name or for its whole folder.

`<name>.mapping.yml` is for the table `<name>.json` (or .csv, …) in the same folder, `mapping.yml` for all tables of its
folder. Not for what a mapping says (`table_mapping`).
"""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

FOLDER_MAPPING = "mapping.yml"
MAPPING_ENDING = ".mapping.yml"
PACKED = frozenset({".gz", ".bz2", ".xz", ".zst", ".zip", ".tar", ".tgz", ".tbz2", ".tbz", ".txz"})


def is_mapping(path: Path) -> bool:
    """Whether a file is a mapping, and so no document: by its name."""
    name = path.name.lower()
    return name == FOLDER_MAPPING or name.endswith(MAPPING_ENDING)


def find_mapping(root: Path, document: Path) -> Path | None:
    """The mapping for the table `document`, both relative to `root`; None where there is none. A table that is packed
    (`nashra.json.gz`) has that of its own name (`nashra.mapping.yml`)."""
    return next((path for path in _places(document) if _is_file(root / path)), None)


def find_among(document: Path, places: Container[Path]) -> Path | None:
    """The mapping for the table `document` among `places`, as in an archive; None where there is none."""
    return next((path for path in _places(document) if path in places), None)


def unpacked_stem(name: str) -> str:
    """The name of a file without the ending of its packing and that of its format."""
    path = Path(name)
    return Path(path.stem).stem if path.suffix.lower() in PACKED else path.stem


def _places(document: Path) -> tuple[Path, ...]:
    names = (document.stem, document.name, unpacked_stem(document.name))
    of_folder = document.with_name(FOLDER_MAPPING)
    return (*(document.with_name(name + MAPPING_ENDING) for name in dict.fromkeys(names)), of_folder)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # the document's own name is as long as a name may be, so that there is none beside it
        return False
