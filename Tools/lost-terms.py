#!/usr/bin/env python3
"""Lists the terms of the sources that the records which cite them have lost.

    lost-terms.py SOURCES --document ID=FILE … [--content content] [--justified Documentation/lost-terms.md]
                  [--sections] [--kind KIND] [--least 2]

SOURCES is a folder with the texts of the cited documents (they are no part of the repository), and each
`--document` tells which file is which document by its id, as `--document monodzukuri-2021=monodzukuri.txt`. A term is

  - a run of three or more katakana,
  - a word or an abbreviation in Latin letters,
  - a compound of four or more kanji, or of kanji and katakana,
  - what stands in 「…」.

Without `--sections`, a term is lost if it stands twice or more in a document and in no record that cites the
document. With `--sections`, if it stands twice or more in a section and in no record that cites the section,
what is above it or what is in it. The headings are found by the places that the records cite (`at:`).
A term that Documentation/lost-terms.md justifies is not told, and a justification that nothing needs is.
It exits with 1 if a term is lost without justification.

The output depends on the files alone. Nothing but Python's own library is needed.
"""
import argparse
import collections
import importlib.util
import pathlib
import re
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
KANJI, KATAKANA = "一-鿿々〆", "ァ-ヺー"
JAPANESE = rf"{KANJI}{KATAKANA}ぁ-ゖ、。「」『』（）・"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚"
# What joins compounds rather than being a part of one.
JOINTS = "等及又並各約同他"
TERMS = {
    "カタカナ": re.compile(rf"[{KATAKANA}]*[ァ-ヺ][{KATAKANA}]{{2,}}"),
    "英字": re.compile(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*(?:[&./+‐-][A-Za-z0-9]+)*"),
    "複合語": re.compile(rf"[{KANJI}{KATAKANA}]{{4,}}"),
    "「」": re.compile(r"「([^「」。]{2,40})」"),
}


def radicals():
    """The radicals that stand for ideographs in texts that were taken from a PDF."""
    path = ROOT / "Tools/generate-folding.py"
    spec = importlib.util.spec_from_file_location("generate_folding", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return str.maketrans(dict(module.pairs(module.RADICALS)))


RADICALS = radicals()


def plain(text):
    """One form of each character. Circled numbers stay, as they are headings."""
    text = "".join(c if c in CIRCLED else unicodedata.normalize("NFKC", c) for c in text)
    return text.translate(RADICALS).replace("｢", "「").replace("｣", "」").replace("\u200b", "")


def joined(text):
    """The text without the line ends and the spaces that stand inside words."""
    text = re.sub(r"https?://\S+", " ", plain(text))
    text = re.sub(rf"\s+(?=[{JAPANESE}])|(?<=[{JAPANESE}])\s+", "", text)
    return re.sub(r"\s+", " ", text)


def key(text):
    """What two spellings of a term have in common."""
    return re.sub(r"[\s・･,，、‐‑–—-]", "", plain(text).lower())


def terms(text):
    """The terms of a text: how often each stands there, and its kind."""
    text = joined(text)
    counts, kinds = collections.Counter(), {}
    for kind, pattern in TERMS.items():
        for match in pattern.finditer(text):
            term = match[match.lastindex or 0]
            pieces = [term]
            if kind == "複合語":
                pieces = [piece for piece in re.split(f"[{JOINTS}]", term) if len(piece) >= 4]
                # Runs of katakana alone are a kind of their own.
                pieces = [piece for piece in pieces if len(re.findall(f"[{KANJI}]", piece)) >= 2]
            elif kind == "英字":
                pieces = [term] if len(term) >= 2 else []
            for piece in pieces:
                counts[piece] += 1
                kinds.setdefault(piece, kind)
    return counts, kinds


class Record:
    def __init__(self, path):
        self.id = f"{path.parent.name}/{path.stem}"
        text = path.read_text(encoding="utf-8")
        self.places = [
            (document.strip(" \"'"), at.strip(" \"'"))
            for document, at in re.findall(r"^ *- *\{document: *([^,}]+), *at: *(.+?)\} *$", text, re.M)
        ]
        names = re.findall(r"^(?:title|aliases): *(.+)$|^  - (?!\{)(.+)$", text, re.M)
        names = (name for pair in names for name in re.split(r"[\[\],]", "".join(pair)))
        self.titles = {key(name.strip(" \"'")) for name in names if len(key(name)) >= 4}
        # Where a record cites says nothing about its words.
        text = re.sub(r"^ *- *\{document:.*$", "", text, flags=re.M)
        self.key = key(text)
        words = {match[0] for match in TERMS["英字"].finditer(plain(text))}
        self.words = {key(part) for word in words for part in (word, *re.split(r"[&./+‐-]", word))}

    def has(self, name, kind):
        """Whether a term stands in the record: one in Latin letters as a word, so that FS is not found in offset."""
        return name in self.words if kind == "英字" else name in self.key


def records(folder):
    """The records of the catalogue. The pages about it are none."""
    return [Record(path) for path in sorted(folder.glob("*/*.md")) if path.parent.name != "pages"]


# The headings of Japanese documents, in a place (`at:`) and at the start of a line.
HEADING = re.compile(
    rf"第\d+部|第\d+章|第\d+節|「[^」]+」|\d+\.\d+\.|\d+\.?|\(\d+\)|\([A-Z]\)|\([ァ-ヺ]\)|[{CIRCLED}]|[ivx]+\)|[ァ-ヺ](?![ァ-ヺー])"
)


def successor(heading):
    """The heading that ends the section of a heading of the same kind, if it can be told."""
    if heading[0] in CIRCLED:
        return CIRCLED[CIRCLED.index(heading) + 1:][:1] or None
    if number := re.fullmatch(r"(.*?)(\d+)(\D*)", heading):
        return f"{number[1]}{int(number[2]) + 1}{number[3]}"
    if roman := re.fullmatch(r"([ivx]+)\)", heading):
        order = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi"]
        return order[order.index(roman[1]) + 1] + ")" if roman[1] in order[:-1] else None
    if letter := re.fullmatch(r"(\(?)([A-Zァ-ヺ])(\)?)", heading):
        kana = "アイウエオカキクケコサシスセソ"
        follower = kana[kana.index(letter[2]) + 1:][:1] if letter[2] in kana else chr(ord(letter[2]) + 1)
        return letter[1] + follower + letter[3] if follower else None
    return None


class Source:
    """A document's text, cut by the places that are cited."""

    def __init__(self, text):
        lines = (plain(line.replace("\ufffd", "")).strip() for line in text.split("\n"))
        self.lines = [re.sub(r"^第 *(\d+) *([部章節])", r"第\1\2", line) for line in lines]

    def titled(self, heading, titles):
        """The first line that bears a heading with one of the titles."""
        if not heading.isdecimal() and not heading.startswith("「"):
            for index, line in enumerate(self.lines):
                if line.startswith(heading):
                    follows = key("".join(self.lines[index:index + 4])[len(heading):])
                    if any(follows.startswith(title) for title in titles):
                        return index
        return None

    def line_of(self, heading, first, last):
        """The first line that bears a heading."""
        if heading.startswith("「"):
            wanted = key(heading[1:-1])
            for index in range(first, last):
                if self.lines[index] and wanted[:30] in key("".join(self.lines[index:index + 3])):
                    return index
            return None
        if heading.isdecimal():
            pattern = rf"{heading}(?![\d.．,%〜~-])[ 　]*[{KANJI}{KATAKANA}「]|.*[{KANJI}{KATAKANA}ぁ-ゖ]{heading}$"
        else:
            pattern = re.escape(heading) + {".": r"(?!\d)", ")": ""}.get(heading[-1], r"(?![ァ-ヺー])")
        pattern = re.compile(pattern)
        return next((index for index in range(first, last) if pattern.match(self.lines[index])), None)

    def extent(self, place, titles):
        """The headings of a place that were found, and the lines from the last of them to the next of its kind.

        A heading is found by the title of a record that cites it, else from the chapter down. In a text that was
        taken from two columns the headings do not always stand in their order.
        """
        place = re.sub(r"脚注.*|第\d+-\d+-\d+[図表].*|コラム.*|p\.\d+", "", plain(place))
        headings = [heading for heading in HEADING.findall(place) if not heading.endswith("部")]
        first, last, found = 0, len(self.lines), []
        for heading in headings:
            line = self.line_of(heading, first + (1 if found else 0), last)
            if heading == headings[-1]:
                exact = self.titled(heading, titles)
                if exact is not None:
                    line, last, found = exact, len(self.lines), headings[:-1]
            if line is None:
                break
            follower = successor(heading)
            end = self.line_of(follower, line + 1, last) if follower else None
            first, last = line, end or last
            found.append(heading)
        return tuple(found), first, last


def by_sections(source, cited, titles):
    """The sections that are cited: their text, and the records that cite them, what is above or in them."""
    extents, citing = {}, collections.defaultdict(set)
    for place, ids in sorted(cited.items()):
        headings, first, last = source.extent(place, {title for id in ids for title in titles[id]})
        extents.setdefault(headings, (first, last))
        citing[headings] |= ids
    # A section ends before the next that is not in it.
    for headings, (first, last) in extents.items():
        others = (start for other, (start, _) in extents.items() if other[:len(headings)] != headings)
        extents[headings] = (first, min([start for start in others if start > first] + [last]))
    inside = {
        headings: [other for other in extents if other != headings and other[:len(headings)] == headings]
        for headings in extents
    }
    for headings, (first, last) in sorted(extents.items(), key=lambda item: (item[1][0], len(item[0]), item[0])):
        if not headings:
            continue
        # What its own parts have is told there.
        inner = {line for other in inside[headings] for line in range(*extents[other])}
        text = "\n".join(source.lines[line] for line in range(first, last) if line not in inner)
        ids = set(citing[headings]).union(*(citing[other] for other in inside[headings]))
        ids.update(*(citing[other] for other in inside if headings in inside[other]))
        yield "".join(headings), text, ids


class Justified:
    """The table of Documentation/lost-terms.md: | 語 | 理由 |. A word may be a pattern between slashes."""

    def __init__(self, path):
        self.words, self.patterns, self.used = {}, {}, set()
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        for row in re.findall(r"^\|(.+)\|\s*$", text, re.M):
            cells = [cell.strip().strip("`").replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row)]
            if len(cells) < 2 or cells[0] in ("語", "") or re.fullmatch(r":?-+:?", cells[0]):
                continue
            if not cells[1]:
                sys.exit(f"{path}: {cells[0]} has no reason")
            if pattern := re.fullmatch(r"/(.+)/", cells[0]):
                self.patterns[cells[0]] = re.compile(pattern[1])
            else:
                for word in cells[0].split("、"):
                    self.words[key(word)] = word

    def covers(self, term):
        if key(term) in self.words:
            self.used.add(self.words[key(term)])
            return True
        for name, pattern in self.patterns.items():
            if pattern.search(plain(term)):
                self.used.add(name)
                return True
        return False

    def unused(self):
        return sorted((set(self.words.values()) | set(self.patterns)) - self.used)


def lost(text, catalogue, ids, options, justified):
    counts, kinds = terms(text)
    citing = [record for record in catalogue if record.id in ids]
    together = collections.Counter()
    spelling = {}
    for term, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        together[key(term)] += count
        spelling.setdefault(key(term), term)
    found = []
    for name, count in together.items():
        term = spelling[name]
        kind = kinds[term]
        if count < options.least or not name or any(record.has(name, kind) for record in citing):
            continue
        if (not options.kind or kind in options.kind) and not justified.covers(term):
            found.append((-count, kind, term, sum(record.has(name, kind) for record in catalogue)))
    return sorted(found)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sources", type=pathlib.Path, help="the folder with the texts of the documents")
    parser.add_argument("--document", action="append", default=[], metavar="ID=FILE", required=True)
    parser.add_argument("--content", type=pathlib.Path, default=ROOT / "content")
    parser.add_argument("--justified", type=pathlib.Path, default=ROOT / "Documentation/lost-terms.md")
    parser.add_argument("--sections", action="store_true", help="compare section by section")
    parser.add_argument("--kind", action="append", choices=TERMS, help="only terms of this kind")
    parser.add_argument("--least", type=int, default=2, help="how often a term stands in the text (2)")
    options = parser.parse_args()
    catalogue = records(options.content)
    justified = Justified(options.justified)
    total = 0
    for pair in options.document:
        document, _, name = pair.partition("=")
        cited = collections.defaultdict(set)
        for record in catalogue:
            for cited_document, at in record.places:
                if cited_document == document:
                    cited[at].add(record.id)
        if not cited:
            sys.exit(f"no record cites {document}")
        text = (options.sources / name).read_text(encoding="utf-8")
        if options.sections:
            parts = list(by_sections(Source(text), cited, {record.id: record.titles for record in catalogue}))
        else:
            parts = [("", text, set().union(*cited.values()))]
        for section, part, ids in parts:
            found = lost(part, catalogue, ids, options, justified)
            total += len(found)
            if found or not section:
                print(f"# {document} {section}".rstrip() + f"（{len(ids)}項目、{len(found)}語）")
                for count, kind, term, elsewhere in found:
                    print(f"{-count}\t{kind}\t{term}\t目録全体{elsewhere}項目")
    if not options.sections and not options.kind:
        for name in justified.unused():
            print(f"justified, but not lost: {name}")
    print(f"{total} terms lost")
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
