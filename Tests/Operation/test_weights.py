"""No page is heavy in a catalogue of 10,000 programmes: a table by the kinds of pages.

The catalogue is the made-up one of the benchmarks. What weighs is what a reader fetches, compressed, and what a browser
has to lay out.
"""

import collections
import gzip
import os
import re
import shutil
import subprocess
import sys

import pytest

from conftest import PROGRAM, PROJECT

PROGRAMMES = int(os.environ.get("MOKUROKU_WEIGHED") or 10_000)
MOST_BYTES = 60_000
MOST_ELEMENTS = 3_000
KIND = re.compile(rb'<body class="page-([a-z-]+)"')


def elements(page: bytes) -> int:
    """How many elements a page has, at most: every tag that is none of an end and no declaration."""
    return page.count(b"<") - page.count(b"</") - page.count(b"<!")


class Weight:
    """The heaviest pages of a kind."""

    def __init__(self):
        self.pages = 0
        self.raw = []
        self.elements = (0, "")

    def add(self, path, page):
        self.pages += 1
        self.elements = max(self.elements, (elements(page), path))
        # The heaviest compressed one is among the largest.
        self.raw = sorted([*self.raw, (len(page), path)])[-10:]


def cite(folder):
    """Lets the programmes cite five documents, each by chapters and sections."""
    definition = folder / "catalogue.yml"
    text = definition.read_text(encoding="utf-8")
    sources = "  sources: {type: citation, list: true, label: 出典, to: [documents], inverse: 出典とする項目}\n"
    definition.write_text(
        text.replace("common:\n", "common:\n" + sources) + "  documents:\n    label: 文書\n    fields: {}\n", encoding="utf-8")
    documents = folder / "content/documents"
    documents.mkdir()
    for number in range(5):
        (documents / f"do{number}.md").write_text(
            f"---\ntitle: 白書{number}\nyomi: はくしょ\nsummary: 白書の一つ。\n---\n", encoding="utf-8")
    for number, file in enumerate(sorted((folder / "content/programmes").glob("*.md"))):
        place = f"第{number // 5 % 7 + 1}章第{number // 35 % 12 + 1}節{number // 420 % 9 + 1}"
        text = file.read_text(encoding="utf-8")
        file.write_text(
            text.replace("---\n", f"---\nsources: [{{document: do{number % 5}, at: {place}}}]\n", 1), encoding="utf-8")


@pytest.fixture(scope="module")
def weighed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("weighed")
    subprocess.run(
        [sys.executable, PROJECT / "Benchmarks/SiteBuild/corpus.py", folder / "catalogue",
         "--programmes", str(PROGRAMMES), "--flavour", "mokuroku"], check=True)
    cite(folder / "catalogue")
    shutil.copytree(PROJECT / "templates", folder / "catalogue/templates")
    site = folder / "site"
    subprocess.run(
        [PROGRAM, "build", "--root", folder / "catalogue", "--output", site], check=True,
        stdout=subprocess.DEVNULL)
    weights = collections.defaultdict(Weight)
    compressed = {}
    for file in sorted(site.rglob("*.html")):
        page = file.read_bytes()
        path = str(file.relative_to(site))
        found = KIND.search(page)
        kind = found[1].decode() if found else "former address"
        weights[kind].add(path, page)
        # What is no larger before is no larger after.
        if len(page) > MOST_BYTES:
            compressed[path] = len(gzip.compress(page, 6))
    rows = {}
    for kind, weight in sorted(weights.items()):
        heaviest = max(
            (compressed.get(path) or len(gzip.compress((site / path).read_bytes(), 6)), path)
            for _, path in weight.raw)
        rows[kind] = (weight.pages, heaviest, weight.elements)
    print(f"\n{'kind':22}{'pages':>8}{'gzip':>9}{'elements':>10}  heaviest")
    for kind, (pages, (size, path), (count, other)) in rows.items():
        print(f"{kind:22}{pages:8}{size:9}{count:10}  {path} {other if other != path else ''}")
    return rows, compressed


def test_every_page_is_light(weighed):
    rows, compressed = weighed
    assert sum(pages for pages, _, _ in rows.values()) > PROGRAMMES
    heavy = {path: size for path, size in compressed.items() if size > MOST_BYTES}
    assert heavy == {}
    large = {kind: count for kind, (_, _, count) in rows.items() if count[0] > MOST_ELEMENTS}
    assert large == {}


def test_every_kind_of_a_large_catalogue_is_weighed(weighed):
    rows, _ = weighed
    expected = {
        "home", "collection", "facet", "record", "relation", "cited-places", "fiscal-years", "fiscal-year", "fiscal-year-lines",
        "reading-index", "reading-row", "search", "data", "not-found"}
    assert expected <= rows.keys()
