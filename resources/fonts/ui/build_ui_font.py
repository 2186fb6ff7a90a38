"""Make the interface's copy of Sarabun: ``python resources/fonts/ui/build_ui_font.py``.

Sarabun's own line metrics are too low for stacked Thai marks, so that trees, line edits and tabs cut them off. The copy
has taller ones, the same in all three tables that systems read them from, and a family name of its own so that it can
never stand in for Sarabun in a document. The outlines stay as they are. Licence: OFL.txt in this folder (no reserved
font name).
"""

from pathlib import Path

from fontTools.ttLib import TTFont

FAMILY = "SUCCESS UI"
ASCENT = 1250
DESCENT = 500
WEIGHTS = ("Regular", "Bold")

_HERE = Path(__file__).resolve().parent
_USES_TYPO_METRICS = 1 << 7
_NAMES_WITH_FAMILY = (1, 3, 4, 16)
_POSTSCRIPT_NAME = 6


def build(source_path: Path, target_path: Path) -> None:
    """Write the interface's copy of one weight; the same source always gives the same bytes."""
    font = TTFont(source_path, recalcTimestamp=False)
    head, os2 = font["hhea"], font["OS/2"]
    head.ascent = os2.sTypoAscender = os2.usWinAscent = ASCENT
    head.descent = os2.sTypoDescender = -DESCENT
    os2.usWinDescent = DESCENT
    head.lineGap = os2.sTypoLineGap = 0
    os2.fsSelection |= _USES_TYPO_METRICS
    for record in font["name"].names:
        if record.nameID in _NAMES_WITH_FAMILY:
            record.string = record.toUnicode().replace("Sarabun", FAMILY)
        elif record.nameID == _POSTSCRIPT_NAME:
            record.string = record.toUnicode().replace("Sarabun", FAMILY.replace(" ", ""))
    font.save(target_path)


if __name__ == "__main__":
    for weight in WEIGHTS:
        build(_HERE.parent / f"Sarabun-{weight}.ttf", _HERE / f"SuccessUI-{weight}.ttf")
