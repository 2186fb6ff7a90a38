"""The word behind the text of every page of a draft, as Word itself makes it: WordArt in the lines at the head."""

import math
import unicodedata

from success_desktop.documents.outline_blocks import Outline
from success_desktop.documents.sheets import Page
from success_desktop.documents.word_xml import escape

_LETTER_EM = 0.5
"""The advance of a letter that is not a mark, as a share of the height of the line."""
_SHARE_OF_PAGE = 0.8
_HIGHEST = 190.0
_FIRST_SHAPE = 2048
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_KIND = (
    f'<v:shapetype {_VML} id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
)
_STYLE = (
    "position:absolute;margin-left:0;margin-top:0;width:{width:.0f}pt;height:{height:.0f}pt;rotation:315;"
    "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;"
    "mso-position-vertical:center;mso-position-vertical-relative:page"
)


def write_watermark(outline: Outline, sheet: Page, font: str, number: int) -> str:
    """A run with the outline's watermark, rising across the page from corner to corner; "" where it has none.

    `number` is unique among the watermarks of the document.
    """
    text = " ".join(phrase.text for phrase in outline.watermark)
    if not text:
        return ""
    width, height = _fit(text, min(sheet.width, sheet.height) / 20)
    style = _STYLE.format(width=width, height=height)
    return (
        f'<w:r><w:pict>{_KIND}<v:shape {_VML} id="Watermark{number}" o:spid="_x0000_s{_FIRST_SHAPE + number}" '
        f'type="#_x0000_t136" alt="{escape(text)}" style="{style}" o:allowincell="f" fillcolor="#d0d0d0" stroked="f">'
        f'<v:fill opacity=".5"/><v:textpath style="font-family:&quot;{escape(font)}&quot;;font-size:1pt" '
        f'string="{escape(text)}"/></v:shape></w:pict></w:r>'
    )


def _fit(text: str, side: float) -> tuple[float, float]:
    """Width and height, in points, at which `text` turned by 45 degrees stays within a square of `side` points."""
    letters = sum(unicodedata.category(letter) != "Mn" for letter in text)
    ratio = letters * _LETTER_EM
    height = min(side * _SHARE_OF_PAGE * math.sqrt(2) / (ratio + 1), _HIGHEST)
    return ratio * height, height
