"""What countries and territories are called in Arabic and in English, by ISO 3166-1 alpha-2 code.

The names are CLDR's (through Babel), with the few that an editor would not print replaced. Not for further names or
towns: those are in content/vocabulary/places.yml.
"""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

from generator.model.labels import Labels

# In CLDR beside the territories of ISO 3166-1: groupings, outlying islands without a people, codes for tests.
_NOT_TERRITORIES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
_EDITORIAL = {
    "CD": Labels("جمهورية الكونغو الديمقراطية", "Democratic Republic of the Congo"),
    "CG": Labels("جمهورية الكونغو", "Republic of the Congo"),
    "CI": Labels(en="Ivory Coast"),
    "DK": Labels("الدنمارك"),
    "HK": Labels("هونغ كونغ", "Hong Kong"),
    "MF": Labels("سان مارتن (الجزء الفرنسي)", "Saint Martin (French part)"),
    "MM": Labels("ميانمار", "Myanmar"),
    "MO": Labels("ماكاو", "Macao"),
    "OM": Labels("سلطنة عُمان"),
    "PS": Labels("فلسطين", "Palestine"),
    "SA": Labels("السعودية"),
    "AE": Labels("الإمارات"),
    "SX": Labels("سانت مارتن (الجزء الهولندي)"),
    "TL": Labels("تيمور الشرقية"),
    "TR": Labels(en="Turkey"),
}


@lru_cache(maxsize=1)
def territory_names() -> dict[str, Labels]:
    """Both names of every territory, by code (`LY`), sorted by code.

    From CLDR, where it has both; overridden where CLDR's form explains instead of naming (`ميانمار (بورما)`,
    `Congo - Kinshasa`) or is not the press's. `&` becomes `and`, and `St.` is left as it is.
    """
    arabic, english = Locale("ar").territories, Locale("en").territories
    codes = sorted(
        code for code in map(str, english) if len(code) == 2 and code in arabic and code not in _NOT_TERRITORIES
    )
    return {code: _labels(code, arabic[code], english[code]) for code in codes}


def _labels(code: str, arabic: str, english: str) -> Labels:
    """The labels of one territory: the editor's where there are any, else CLDR's."""
    editorial = _EDITORIAL.get(code, Labels())
    return Labels(editorial.ar or arabic, editorial.en or english.replace(" & ", " and ").replace("’", "'"))
