"""Every page of the site as a file, read by code that shares nothing with the generator."""

import json
import collections
import html.parser
import re
import subprocess
import sys
import urllib.parse

import html5lib
import pytest

VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
}


class Outline(html.parser.HTMLParser):
    """What the tests ask of a page."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.ids = collections.Counter()
        self.addresses = []
        self.headings = []
        self.names = collections.Counter()
        self.faults = []
        self.title = ""
        self.policy = ""
        self.language = ""
        self.labelled = []
        self.in_title = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        if len(attributes) != len(pairs):
            self.faults.append(f"{tag}: an attribute twice")
        if "id" in attributes:
            self.ids[attributes["id"]] += 1
        for name in ("href", "src", "action"):
            if name in attributes:
                self.addresses.append((tag, attributes[name]))
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
            self.labelled += (attributes.get(name) or "").split()
        if "style" in attributes or any(name.startswith("on") for name in attributes):
            self.faults.append(f"{tag}: inline style or script")
        # A block of data is no script: nothing runs it.
        is_data = attributes.get("type") == "application/ld+json"
        if tag == "style" or (tag == "script" and not attributes.get("src") and not is_data):
            self.faults.append(f"inline {tag}")
        if tag == "img" and "alt" not in attributes:
            self.faults.append("img without alt")
        if tag == "th" and "scope" not in attributes:
            self.faults.append("th without scope")
        if tag == "svg" and attributes.get("aria-hidden") != "true" and not (
            # What has links in it is no image to those who do not see it.
            attributes.get("role") in ("img", "group")
            and attributes.get("aria-labelledby") and attributes.get("aria-describedby")
        ):
            if "swatch" not in attributes.get("class", ""):
                self.faults.append("svg without a name and a table")
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "html":
            self.language = attributes.get("lang")
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = attributes["content"]
        if tag == "nav":
            self.names[attributes.get("aria-label")] += 1
        if tag == "title" and not self.title:
            self.in_title = True

    def handle_endtag(self, tag):
        if tag == "title":
            self.in_title = False

    def handle_data(self, data):
        if self.in_title:
            self.title += data


@pytest.fixture(scope="module")
def outlines(site):
    """The outline of every page by its path."""
    return {page: Outline(site.text(page)) for page in site.pages}


@pytest.mark.xdist_group("files")
def test_every_link_and_anchor_leads_somewhere(site, outlines):
    """Internal addresses are resolved as a browser does, raw and percent-encoded alike."""
    broken = []
    identifiers = {page: set(outline.ids) for page, outline in outlines.items()}
    files = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()}
    for page, outline in outlines.items():
        for tag, address in set(outline.addresses):
            target = urllib.parse.urlsplit(urllib.parse.urljoin("http://site.test/" + page, address))
            if target.netloc != "site.test":
                if target.scheme not in ("http", "https", "mailto") or tag not in ("a", "link"):
                    broken.append(f"/{page}: {tag} {address}")
                continue
            path = urllib.parse.unquote(target.path, errors="strict")[1:]
            file = path + "index.html" if path == "" or path.endswith("/") else path
            if file not in files:
                broken.append(f"/{page}: {tag} {address}")
                continue
            anchor = urllib.parse.unquote(target.fragment, errors="strict")
            if anchor and file.endswith(".html") and anchor not in identifiers.get(path, ()):
                broken.append(f"/{page}: {tag} {address}")
    assert broken[:20] == []


@pytest.mark.xdist_group("files")
def test_every_page_is_well_made(outlines):
    problems = []
    for page, outline in outlines.items():
        problems += [f"/{page}: {fault}" for fault in outline.faults]
        problems += [f"/{page}: id {name} twice" for name, count in outline.ids.items() if count > 1]
        problems += [f"/{page}: nav named {name}" for name, count in outline.names.items() if count > 1 or not name]
        problems += [f"/{page}: no id {name}" for name in outline.labelled if name not in outline.ids]
        if outline.headings.count(1) != 1 or outline.headings[0] != 1:
            problems.append(f"/{page}: h1")
        for before, after in zip(outline.headings, outline.headings[1:]):
            if after > before + 1:
                problems.append(f"/{page}: h{after} after h{before}")
        if outline.language != "ja":
            problems.append(f"/{page}: lang")
        if "default-src 'none'" not in outline.policy or "unsafe" in outline.policy:
            problems.append(f"/{page}: policy")
    assert problems[:20] == []


@pytest.mark.xdist_group("files")
def test_titles_are_unique_and_end_in_the_name_of_the_site(outlines):
    titles = collections.Counter(outline.title for outline in outlines.values())
    assert [title for title, count in titles.items() if count > 1] == []
    name = outlines[""].title
    assert [title for title in titles if title != name and not title.endswith(" - " + name)] == []


def test_the_search_as_json_keeps_to_its_schema(site):
    check = [sys.executable, "-m", "check_jsonschema"]
    schema = site.folder / "search/index.schema.json"
    subprocess.run([*check, "--check-metaschema", schema], check=True)
    subprocess.run([*check, "--schemafile", schema, site.folder / "search/index.json"], check=True)


def test_html_is_valid_to_a_strict_parser(site):
    """A page of every kind, and some records of every collection."""
    pages = sorted({*site.samples.values(), *site.by_kind["record"][::40]} - {"nowhere/at/all"})
    pages.append("404.html")
    parser = html5lib.HTMLParser(strict=True)
    for page in pages:
        if site.file(page).stat().st_size < 400_000:
            parser.parse(site.text(page))


def test_assets_and_pages_stay_small(site):
    """A record page is read over slow lines too."""
    for page in site.by_kind["record"][::40]:
        assert site.file(page).stat().st_size < 400_000, page
    # Files of the edition before may stand beside them.
    edition = json.loads((site.folder / "build.json").read_text(encoding="utf-8"))["files"]
    styles = sum(file["size"] for file in edition if file["path"].endswith(".css"))
    assert styles < 60_000


def test_the_catalogue_as_json_keeps_to_its_schema(site):
    check = [sys.executable, "-m", "check_jsonschema"]
    schema = site.folder / "catalogue.schema.json"
    subprocess.run([*check, "--check-metaschema", schema], check=True)
    subprocess.run([*check, "--schemafile", schema, site.folder / "catalogue.json"], check=True)
