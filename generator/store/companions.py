"""The folders that browsers save beside a page for its pictures and scripts: no documents of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# What browsers write behind the page's name, each in its own languages (`_files` in most).
_SUFFIX = re.compile(
    r"(?:_files|\.files|-files|_ملفات|-ملفات|_fichiers|_archivos|_arquivos|_ficheros|_dateien|-Dateien|_file|_bestanden|"
    r"_dosyalar|_filer|_pliki|_soubory|_fails|_elemei|_tiedostot|_fitxers|_datoteke|_fajlovi|_cartella|_data)$",
    re.IGNORECASE,
)
_PAGES = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".shtml")
_LOCAL = re.compile(
    r"^(?:\./)?[^/:?#]*(?:_files|\.files|_ملفات|%D9%85%D9%84%D9%81%D8%A7%D8%AA|_fichiers)/", re.IGNORECASE
)


def is_companion(folder_name: str, sibling_names: Iterable[str]) -> bool:
    """Whether a folder holds what belongs to a saved page that lies beside it: `<name>_files` beside `<name>.html`.

    `sibling_names` are the names of the files in the folder that it lies in.
    """
    name = unicodedata.normalize("NFC", folder_name)
    stem = _SUFFIX.sub("", name)
    if stem == name or not stem:
        return False
    siblings = {unicodedata.normalize("NFC", each).casefold() for each in sibling_names}
    return any(f"{stem}{extension}".casefold() in siblings for extension in _PAGES)


def is_local(address: str) -> bool:
    """Whether an address in a saved page leads into the folder saved beside it, and so nowhere on the web."""
    return _LOCAL.match(address.strip()) is not None
