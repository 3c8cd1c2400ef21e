"""Parameters of addresses that say where a reader came from, and not what is read.

One list, each part for more than the one before it: an address that is asked for must still be answered, one that is
shown must still lead to its page, one that is only compared need not lead anywhere. Not for addresses (`addresses`).
"""

from __future__ import annotations

import re

# Put behind a link by whoever sends it, never looked at by the site: left out of what is asked for.
_OF_CAMPAIGNS = r"utm_\w+|fbclid|gclid|mc_[ce]id"
# Read by scripts of the page alone, as far as is known: left out of what is kept and shown.
_OF_SCRIPTS = (
    r"dclid|gbraid|wbraid|msclkid|yclid|igshid|igsh|twclid|ttclid|_ga|_gl|ocid|cmpid|cmp|ncid|xtor|at_\w+|ns_\w+|ito|"
    r"smid|smtyp|spm|s_cid|sr_share|__twitter_impression|fb_action_\w+|mkt_tok|feature|trk|guccounter|guce_\w+|soc_src|"
    r"soc_trk|wt_mc|ref_src|ref_url|taid|amp_js_v|usqp|partner|rss|outputtype|traffic_source|maca|feedtype|feedname"
)
# Often the same, but of some sites a choice of the page's form: enough to take two addresses for one article's.
_OF_FORMS = r"ref|refsrc|src|share|shared|output|amp|source|wt_\w+"

_CAMPAIGN = re.compile(_OF_CAMPAIGNS, re.IGNORECASE | re.ASCII)
_TRACKING = re.compile(f"{_OF_CAMPAIGNS}|{_OF_SCRIPTS}", re.IGNORECASE)
_NOT_COMPARED = re.compile(f"{_OF_CAMPAIGNS}|{_OF_SCRIPTS}|{_OF_FORMS}", re.IGNORECASE)


def is_of_campaign(name: str) -> bool:
    """Whether a parameter can be left out of an address that is asked for."""
    return _CAMPAIGN.fullmatch(name) is not None


def is_tracking(name: str) -> bool:
    """Whether a parameter can be left out of an address that is kept and shown."""
    return _TRACKING.fullmatch(name) is not None


def is_not_compared(name: str) -> bool:
    """Whether two addresses that differ in a parameter are one article's all the same."""
    return _NOT_COMPARED.fullmatch(name) is not None
