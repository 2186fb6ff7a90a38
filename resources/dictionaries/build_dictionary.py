"""Make thai_words.txt, the list by which the program finds the words of Thai text.

Run by hand when a source changes; the program and its tests read only the result:

    python -m pip install --no-deps pythainlp==5.4.0     (in a throw-away environment: the program never needs it)
    python build_dictionary.py <that environment>/lib/python3.11/site-packages/pythainlp/corpus

Three lists are merged: ICU's list for line breaks (Unicode licence), PyThaiNLP's ``words_th.txt`` (CC0) and this project's
own ``planning_words.txt``. PyThaiNLP's list was made for dictionaries, not for breaking text: its long compounds would hide
the words that a comparison has to tell apart, so a compound whose second half is itself a word is left out.
NOTICE.txt, beside this file, goes wherever thai_words.txt goes.
"""

import argparse
import re
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent

LONGEST_WORD = 14
"""Characters. Longer entries of PyThaiNLP's list are phrases and names."""

FIRST_HALVES = re.compile(
    "(กรม|กระทรวง|การ|ของ|ความ|คน|ค่า|งาน|ชาว|เชิง|ตาม|ทาง|ที่|นัก|ใน|ไป|ผล|ผู้|แผน|เพื่อ|มี|ไม่|สำนักงาน|ให้)(.+)"
)
"""Words that begin compounds without end, and what follows: การ + พัฒนา stays two words."""

THAI_WORD = re.compile("[ก-ฮเ-ไ][ก-ฺเ-ๅ็-์]*")
ABBREVIATION = re.compile(r"(?:[ก-ฮเ][ก-ฺเ-์]{0,3}\.)+")


def read_words(path: Path) -> set[str]:
    """The entries of a word list: one a line, comments after ``#``."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def is_compound(word: str, known: set[str]) -> bool:
    """Whether `word` is one of FIRST_HALVES followed by a word of `known`."""
    halves = FIRST_HALVES.fullmatch(word)
    return halves is not None and halves[2] in known


def merge_words(icu: set[str], pythainlp: set[str], own: set[str]) -> list[str]:
    """All words to break by, sorted. An entry of `own` beginning with ``-`` takes that word out of the other lists.

    Single consonants are left out (they would cut unknown names to pieces); abbreviations come from `own` alone.
    """
    known = icu | pythainlp
    kept = icu | {word for word in pythainlp if len(word) <= LONGEST_WORD and not is_compound(word, known)}
    thai = {word for word in kept if len(word) > 1 and THAI_WORD.fullmatch(word)}
    dropped = {word.removeprefix("-") for word in own if word.startswith("-")}
    added = {word for word in own if not word.startswith("-")}
    strange = {word for word in added if not (THAI_WORD.fullmatch(word) or ABBREVIATION.fullmatch(word))}
    if strange:
        raise SystemExit(f"planning_words.txt: not Thai words: {', '.join(sorted(strange))}")
    return sorted((thai - dropped) | added)


def write_words(words: Iterable[str], path: Path) -> None:
    """Write one word a line, with line feeds on every system, so that the list is the same wherever it is made."""
    path.write_text("".join(f"{word}\n" for word in words), encoding="utf-8", newline="\n")


def main() -> None:
    """Read the three lists, write thai_words.txt beside this file and say how many words it holds."""
    parser = argparse.ArgumentParser(description="Make thai_words.txt.")
    parser.add_argument("corpus", type=Path, help="folder with icubrk_th.txt and words_th.txt")
    corpus: Path = parser.parse_args().corpus
    words = merge_words(
        read_words(corpus / "icubrk_th.txt"),
        read_words(corpus / "words_th.txt"),
        read_words(HERE / "planning_words.txt"),
    )
    write_words(words, HERE / "thai_words.txt")
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
