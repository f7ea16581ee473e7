"""The search as a reader uses it: what the tests of the box and of the results share."""

from urllib.parse import parse_qs, urlencode, urlsplit

# A suggestion is a name with its type beside it.
NAMES = "options => options.map(option => option.firstChild.textContent)"
BOX = "form[role=search] input[name=q]"
OPTIONS = "[role=listbox]:not([hidden]) [role=option]"
# Those for all that is typed: until they are found, the list has those for what was typed before.
FOUND = "[role=listbox]:not([hidden], [aria-busy]) [role=option]"


def address(query="", **facets):
    """The page of results of a query, narrowed by facets."""
    return "search/?" + urlencode({"q": query, **facets}, doseq=True)


def settle(page):
    """Waits until the page of results has nothing more to do."""
    page.locator("html[data-search-state=done]").wait_for(state="attached")
    return page


def links(page):
    """Where the results lead, without what follows `#`."""
    return page.locator("#search-results a").evaluate_all(
        "links => links.map(link => link.href.split('#')[0])")


def number(page):
    return int(page.locator("#search-count").get_attribute("data-count"))


def checked(page):
    """The values that are chosen, by facet."""
    pairs = page.locator("#search-facets input:checked").evaluate_all(
        "boxes => boxes.map(box => [box.name, box.value])")
    return {key: {value for name, value in pairs if name == key} for key, _ in pairs}


def asked(page):
    """What the address of the page asks for."""
    return parse_qs(urlsplit(page.url).query)


def state(page):
    """All that a reader sees of a search."""
    settle(page)
    return {
        "query": page.locator(BOX).input_value(), "facets": checked(page), "links": links(page),
        "count": page.locator("#search-count").inner_text(), "title": page.title(),
    }


def suggestions(page):
    """The suggestions, once there are some for all that is typed."""
    page.locator(FOUND).first.wait_for()
    return page.locator(OPTIONS).evaluate_all(NAMES)


def active(page):
    """The suggestion that the reader has gone to, as the box tells it."""
    return page.locator(BOX).evaluate(
        "box => document.getElementById(box.getAttribute('aria-activedescendant'))?.firstChild.textContent ?? ''")
