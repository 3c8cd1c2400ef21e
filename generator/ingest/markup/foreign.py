"""Elements of HTML that are called as elements of drawings and formulas are: `<text>`, `<view>`, `<list>`, `<line>`.

Browsers show what is in one that stands in no drawing. Not for drawings and formulas themselves, which hold no text of
an article (html_body).
"""

from __future__ import annotations

import re

# Elements of SVG (https://www.w3.org/TR/SVG2/eltindex.html) and MathML (https://www.w3.org/TR/MathML3/appendixi.html)
# that are none of HTML.
_SVG = (
    "animate animatecolor animatemotion animatetransform circle clippath color-profile cursor defs desc discard "
    "ellipse fedropshadow filter foreignobject g glyph glyphref hkern line lineargradient marker mask metadata "
    "missing-glyph mpath path pattern polygon polyline radialgradient rect set solidcolor stop switch symbol text "
    "textpath tref tspan use view vkern"
)
_MATHML = (
    "abs and annotation annotation-xml apply approx arg bind bvar card ceiling ci cn compose condition conjugate "
    "cos csymbol curl declare degree determinant diff divergence domain emptyset eq equivalent exists exp "
    "factorial fn forall ge grad gt ident image in int integers intersect interval inverse lambda laplacian leq "
    "limit list ln log logbase lowlimit lt maction matrix matrixrow max mean median menclose merror mfenced mfrac "
    "mi min minus mlabeledtr mn mo mode moment mover mpadded mphantom mroot mrow ms mspace msqrt mstyle msub "
    "msubsup msup mtable mtd mtext mtr munder munderover naturalnumbers neq none not notin notsubset or otherwise "
    "outerproduct partialdiff pi piece piecewise plus power primes product quotient real reals reln rem root "
    "scalarproduct sdev selector semantics sep setdiff share sin subset sum tan tendsto times transpose true "
    "union uplimit variance vector vectorproduct xor"
)
_NAMES = frozenset({*_SVG.split(), *_MATHML.split()}) - {"image"}  # which browsers take for `img`
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])")


def set_apart(source: str) -> str:
    """HTML with such elements under names that mean nothing.

    Workaround: nh3 0.3 takes an element of these names that stands in no drawing or formula away with all that is in
    it; may go when `nh3.clean("<text>a</text>")` gives the letter.
    """
    found = sorted(name for name in set(_TAG.findall(source)) if name.lower() in _NAMES)
    return re.sub(rf"<(/?)(?=(?:{'|'.join(found)})[\s/>])", r"<\1x-", source) if found else source
