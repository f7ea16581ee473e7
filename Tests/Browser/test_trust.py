"""What makes a page one that can be cited: links of headings, where the reader is, the text to cite, data for programs."""

import json
import re

import pytest

RECORD = "bases/tia/"
HEADINGS = ":is(.record-body, .prose) :is(h2, h3, h4)[id]"


@pytest.mark.parametrize("path", (RECORD, "pages/about/", "data/", "documents/meti-nenpo-2020/"))
def test_every_heading_shows_its_link(visit, path):
    page = visit(path)
    headings = page.locator(HEADINGS)
    assert headings.count() > 2
    for place in range(headings.count()):
        heading = headings.nth(place)
        name = heading.get_attribute("id")
        assert not re.fullmatch(r"\D*-?\d+", name) or name in heading.inner_text(), name
        link = heading.locator("a.heading-link")
        text = re.sub(r"\s*[\d,]+[件行]$", "", heading.locator("span").first.inner_text().strip())
        assert link.get_attribute("aria-label") == f"「{text}」へのリンク"
        assert page.evaluate("([a, id]) => decodeURIComponent(new URL(a, location).hash) === '#' + id",
                             [link.get_attribute("href"), name])


def test_a_heading_keeps_its_name_and_its_link_works_by_keyboard(visit):
    page = visit(RECORD)
    assert page.get_by_role("heading", name="基本情報", exact=True).count() == 1
    assert page.get_by_role("region", name="基本情報", exact=True).count() == 1
    link = page.locator("#section-sources .heading-link")
    link.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#section-sources"


def test_the_contents_mark_where_the_reader_is(visit):
    page = visit(RECORD)
    for anchor in ("section-sources", "section-facts", "関連施策"):
        page.evaluate("id => document.getElementById(id).scrollIntoView()", anchor)
        page.wait_for_function(
            "() => document.querySelectorAll('.contents a[aria-current=location]').length === 1")
    page.wait_for_function(
        "() => decodeURIComponent(document.querySelector('.contents a[aria-current]').hash) === '#関連施策'")


def test_the_contents_count_what_cites_a_document(visit):
    page = visit("documents/meti-nenpo-2020/")
    lines = page.locator(".contents .innermost").all_inner_texts()
    assert any(re.fullmatch(r"施策 [\d,]+件", line) for line in lines), lines
    for link in page.locator(".contents a").all():
        anchor = page.evaluate("a => decodeURIComponent(a.hash.slice(1))", link.element_handle())
        assert page.locator(f"[id='{anchor}']").count() == 1, anchor


def test_a_record_can_be_cited(visit, site):
    page = visit(RECORD)
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    text = page.locator(".citation-text").inner_text()
    assert text.startswith("「TIA」『施策目録』") and text.endswith(canonical)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name="引用の文をコピー")
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_text("コピーしました").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_a_text_to_cite_can_be_selected_without_javascript(visit):
    page = visit(RECORD, script=False)
    assert page.locator(".citation-text").is_visible()
    assert page.locator("button:visible", has_text="コピー").count() == 0
    assert page.locator(".heading-link").count() == 0


@pytest.mark.parametrize("path", (RECORD, "data/", "pages/about/"))
def test_data_for_programs_is_json_and_the_console_is_clean(visit, path):
    page = visit(path)
    data = json.loads(page.locator("script[type='application/ld+json']").inner_text())
    assert data["@context"]
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    if path == "data/":
        assert data["@type"] == "dcat:Dataset"
        urls = [part["dcat:downloadURL"]["@id"] for part in data["dcat:distribution"]]
        assert any(url.endswith("/data/programmes.csv") for url in urls)
    else:
        assert data["@id"] == canonical
        assert data["breadcrumb"]["itemListElement"][-1]["item"] == canonical
    assert page.locator("meta[property='og:url']").get_attribute("content") == canonical


def test_the_files_that_pages_name_are_there(visit, site):
    page = visit("data/")
    base = page.locator("link[rel=canonical]").get_attribute("href").removesuffix("data/")
    data = json.loads(page.locator("script[type='application/ld+json']").inner_text())
    for part in data["dcat:distribution"]:
        path = part["dcat:downloadURL"]["@id"].removeprefix(base)
        assert (site.folder / path).is_file(), path
    package = json.loads((site.folder / "data/datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        table = (site.folder / "data" / resource["path"]).read_text("utf-8-sig")
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert table.splitlines()[0].split(",") == names
    search = (site.folder / "opensearch.xml").read_text("utf-8")
    assert "search/?q={searchTerms}" in search


@pytest.mark.parametrize("width", (320, 360, 1280))
def test_the_foot_stands_at_the_bottom_of_a_short_page(visit, width):
    page = visit("drafts-or-nothing/", width=width, expected=("404 (",))
    box = page.locator(".site-footer").bounding_box()
    assert box["y"] + box["height"] >= 900


def test_headings_break_at_words(visit):
    page = visit("agencies/nedo/", width=360)
    assert page.evaluate("CSS.supports('word-break', 'auto-phrase')")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).wordBreak") == "auto-phrase"


def test_nothing_scrolls_smoothly(visit):
    page = visit(RECORD)
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
