"""Every kind of page, at both widths, in both schemes, with and without JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import SCHEMES, WIDTHS
from site_under_test import SAMPLES

AXE = {
    "runOnly": {
        "type": "tag",
        "values": [
            "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice",
        ],
    },
    # Off by default even with the tag of WCAG 2.2.
    "rules": {"target-size": {"enabled": True}},
}

# The schemes differ in their colours alone.
AXE_COLOURS = {"runOnly": {"type": "tag", "values": ["cat.color"]}}

# The items of a list are alike, and axe takes seconds for a thousand of them: the first will do.
AXE_CONTEXT = {
    "exclude": [
        [".entry:nth-child(n+31)"], [".items-compact > li:nth-child(n+31)"],
        [".index-initial:nth-of-type(n+3)"], [".year-budget tbody tr:nth-child(n+31)"],
        [".facet-values > li:nth-child(n+31)"],
    ]
}

# The server says 404 for the page of unknown addresses, and Chromium tells it to the console.
NOT_FOUND = ("404 (",)


def faults(page, options):
    """What axe finds on a page, in short."""
    violations = Axe().run(page, AXE_CONTEXT, options).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:160]}: {node['failureSummary']}"
        for violation in violations
        for node in violation["nodes"][:5]
    ]


def test_every_kind_of_page_is_sampled(site):
    assert set(SAMPLES) == set(site.samples)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", SAMPLES)
def test_page_is_accessible_and_fits(site, visit, name, width, scheme):
    page = visit(site.samples[name], width=width, scheme=scheme, expected=NOT_FOUND)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.lang") == "ja"
    assert faults(page, AXE if scheme == "light" else AXE_COLOURS) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", SAMPLES)
def test_page_reads_without_javascript(site, visit, name, width):
    page = visit(site.samples[name], width=width, script=False, expected=NOT_FOUND)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("main h1").is_visible()
    assert page.locator("form[role=search] input[name=q]").is_visible()
    # No box or button that only a script could make work.
    assert page.locator("main input[type=checkbox]:not([disabled]), main select").count() == 0


@pytest.mark.parametrize("name", SAMPLES)
def test_page_survives_forced_colours_and_reduced_motion(site, visit, name):
    page = visit(
        site.samples[name], width=320, expected=NOT_FOUND, forced_colors="active",
        reduced_motion="reduce")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_panels_stand_open_where_there_is_room(site, visit):
    for path, content in (("bases/", ".facet"), (site.samples["record of bases"], ".contents")):
        assert visit(path, width=1280).locator(content).first.is_visible()
        narrow = visit(path, width=320)
        assert not narrow.locator(content).first.is_visible()
        narrow.locator(".panel-summary").click()
        assert narrow.locator(content).first.is_visible()
