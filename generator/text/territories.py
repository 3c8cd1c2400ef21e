"""Names of countries and territories in both languages, from CLDR. Not the aliases under which texts mention them."""

from __future__ import annotations

from babel import Locale

from generator.model.labels import Labels

# CLDR codes of two letters that name no country or territory.
_NO_TERRITORY = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})

# Where a newspaper writes another name than CLDR's standard one. Source of the rest: CLDR, territory display names.
_EDITORIAL = {
    "CD": Labels(ar="الكونغو الديمقراطية", en="DR Congo"),
    "CG": Labels(ar="الكونغو", en="Congo"),
    "HK": Labels(ar="هونغ كونغ", en="Hong Kong"),
    "MM": Labels(ar="ميانمار", en="Myanmar"),
    "MO": Labels(ar="ماكاو", en="Macao"),
    "PS": Labels(ar="فلسطين", en="Palestine"),
}


def territory_names() -> dict[str, Labels]:
    """ISO 3166-1 alpha-2 codes, sorted, with the name of each in Arabic and English."""
    arabic, english = Locale("ar").territories, Locale("en").territories
    codes = sorted(code for code in arabic if len(code) == 2 and code.isalpha() and code not in _NO_TERRITORY)
    return {code: _EDITORIAL.get(code, Labels(ar=arabic[code], en=english[code])) for code in codes if code in english}
