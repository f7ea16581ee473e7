"""Whether everything that authors wrote is on the pages: each text is read by a parser that shares nothing
with the generator, and each piece of it is looked for on its page.

As a program: nothing_lost.py CATALOGUE PUBLIC. It names what is missing, and ends with 1 where something is.

Signs of Markdown and white space are left out of the comparison, since the dialects differ in them. So is what
no page shows as it is written: HTML comments, the destinations of links, the marks of footnotes, and the names in
`[[…]]` without a text of their own, for which a page may show the title of the record.
"""

import re
import sys
from pathlib import Path

import html5lib
from markdown_it import MarkdownIt

# Signs that mark something in one dialect and are text in another.
SIGNS = re.compile(r"[\s*_~`|\\#]")
COMMENT = re.compile(r"<!--.*?-->", re.S)
PLAIN_TAG = re.compile(r"</?(?:br|sub|sup)\s*/?>", re.I)
FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:?")
# The other parser takes the text of a footnote for the destination of a link.
FOOTNOTE_TEXT = re.compile(r"^([\s>]*)\[\^[^\]\s]+\]:\s*")
RECORD_LINK = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]")
RUBY = re.compile(r"\{([^{}|`\\\n]+)((?:\|[^{}|`\\\n]+)+)\}")
DELIMITER_ROW = re.compile(r"^[\s>]*\|?[\s:|-]*-[\s:|-]*\|[\s:|-]*$|^[\s>]*\|[\s:|-]*-[\s:|-]*$")
CAPTION = re.compile(r"^(?:表|図)[:：]\s*|^Table:\s*")
CALLOUT = re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]", re.I)
IDENTIFIER = re.compile(r"\s*\{#[^\s{}:]+\}\s*$")
# Where the page shows something else; what stands on both sides is looked for on its own.
GAP = "\0"


def body_of(text: str) -> str:
    """What follows the front matter."""
    lines = text.lstrip("\ufeff").splitlines(keepends=True)
    for index, line in enumerate(lines[1:], 1):
        if line.rstrip() == "---":
            return "".join(lines[index + 1:])
    return ""


def pieces_of(body: str) -> list[str]:
    """The texts of a body, block by block, as the other parser reads them."""
    # Tables are read as text, so that no cell of a row can be dropped.
    lines = COMMENT.sub("", body).splitlines()
    rows = (FOOTNOTE_TEXT.sub(r"\1", line) for line in lines if not DELIMITER_ROW.match(line))
    parser = MarkdownIt("commonmark").enable("strikethrough")
    pieces = []
    is_heading = False
    for token in parser.parse("\n".join(rows)):
        if token.type == "heading_open":
            is_heading = True
        elif token.type == "heading_close":
            is_heading = False
        if token.type in ("fence", "code_block"):
            pieces += token.content.splitlines()
        elif token.type == "html_block":
            pieces += (PLAIN_TAG.sub("", line) for line in token.content.splitlines())
        elif token.type == "inline":
            text = inline_text(token)
            if is_heading:
                text = IDENTIFIER.sub("", text)
            pieces += CAPTION.sub("", CALLOUT.sub("", text)).split("\n")
    return [part for piece in pieces for part in piece.split(GAP)]


def inline_text(token) -> str:
    """The text of a leaf: links by their labels, pictures by their descriptions."""
    parts = []
    for child in token.children or []:
        if child.type == "image":
            parts.append(inline_text(child))
        elif child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type == "html_inline":
            parts.append(PLAIN_TAG.sub("", child.content))
        elif child.type == "code_inline":
            # What looks like syntax in code is none.
            parts.append(GAP + child.content + GAP)
        else:
            parts.append(child.content)
    text = "".join(parts)
    text = FOOTNOTE.sub(GAP, text)
    text = RECORD_LINK.sub(lambda found: found[2] or GAP, text)
    return RUBY.sub(ruby_text, text)


def ruby_text(found) -> str:
    """Base and readings in the order of a page."""
    base, readings = found[1], found[2][1:].split("|")
    if len(readings) == 1:
        return base + readings[0]
    if len(readings) != len(base):
        return found[0]
    return "".join(sign + reading for sign, reading in zip(base, readings))


def text_of(page: str) -> str:
    """All text in the element of the page that has the record's text."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    parts = []

    def read(element):
        if "visually-hidden" in element.get("class", "").split():
            return
        if element.tag == "img":
            parts.append(element.get("alt", ""))
        # The number of a footnote and its way back are the page's own.
        is_own = element.tag in ("rp",) or element.get("class", "").startswith("footnote-")
        if not is_own:
            parts.append(element.text or "")
            for child in element:
                read(child)
                parts.append(child.tail or "")

    for element in tree.iter("div"):
        if "prose" in element.get("class", "").split():
            read(element)
    return "".join(parts)


def lost(source: str, page: str) -> list[str]:
    """The pieces of a source file that its page does not have."""
    shown = SIGNS.sub("", text_of(page))
    return [
        piece for piece in pieces_of(body_of(source)) if SIGNS.sub("", piece) not in shown
    ]


def lost_in(root: Path, public: Path) -> tuple[int, dict[str, list[str]]]:
    """How many texts were compared, and what is lost of each file."""
    found = {}
    count = 0
    for path in sorted((root / "content").glob("*/*.md")):
        page = public / path.parent.name / path.stem / "index.html"
        if not page.exists():
            continue
        count += 1
        missing = lost(path.read_text(encoding="utf-8"), page.read_text(encoding="utf-8"))
        if missing:
            found[str(path.relative_to(root))] = missing
    return count, found


if __name__ == "__main__":
    number, losses = lost_in(Path(sys.argv[1]), Path(sys.argv[2]))
    for name, missing in losses.items():
        for piece in missing:
            print(f"{name}: {piece}")
    print(f"{number} texts, {sum(map(len, losses.values()))} pieces lost in {len(losses)}")
    sys.exit(1 if losses or not number else 0)
