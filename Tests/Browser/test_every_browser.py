"""The search, the suggestions, the facets and the marks in three browsers, served and opened from a folder."""

import re
import tempfile
from pathlib import Path
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest

import browsers
from search_page import BOX, FOUND
from serving import served
from test_typography import FORBIDDEN

BUTTON = "form[role=search] button"
RESULTS = "#search-results a"
NOTHING = "ぬぬぬぬぬぬ"


@pytest.fixture(scope="session", params=browsers.NAMES)
def browser_of_name(request):
    """Each browser, started once for all its tests."""
    if request.param == "chromium":
        context = request.getfixturevalue("browser").new_context(viewport={"width": 1280, "height": 900})
        yield browsers.Chromium(context.new_page())
        context.close()
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        with getattr(browsers, request.param)(Path(folder)) as browser:
            yield browser


class Reader:
    """Someone who reads the site in a browser."""

    def __init__(self, browser, site, base):
        self.browser = browser
        self.site = site
        self.base = base
        self.is_file = base.startswith("file:")

    def address(self, path, **asked):
        """The address of a page; a folder has no page of its own in a file system."""
        page = path + "index.html" if self.is_file and (path == "" or path.endswith("/")) else path
        return self.base + page + ("?" + urlencode(asked) if asked else "")

    def open(self, path, **asked):
        self.browser.go(self.address(path, **asked))
        return self.settle() if path == "search/" else self.browser

    def settle(self):
        """Waits until the page of results has nothing more to do."""
        self.browser.wait("() => document.documentElement.dataset.searchState === 'done'")
        return self.browser

    def arrive(self, path, **asked):
        """Waits for a page of the site."""
        self.browser.wait_for_address("^" + re.escape(self.address(path, **asked)) + "(#.*)?$")

    def ask(self, text):
        """Types over what is in the box and lets the suggestions come."""
        self.browser.click(BOX)
        self.browser.evaluate("() => document.activeElement.select()")
        self.browser.type(text)
        # Firefox would tell of a file that has not come when its page is left.
        self.browser.wait("box => !document.querySelector(box)", "[role=listbox][aria-busy]")

    def faults(self):
        """What pages have complained of, and what they have asked for that is not of the site."""
        # Pictures that a browser has of its own are data.
        own = (self.base, "data:", "about:")
        return self.browser.messages(), [one for one in self.browser.requests() if not one.startswith(own)]

    def found(self):
        """What a page of results shows: its query, its count, where its results lead."""
        self.settle()
        query, count = self.browser.evaluate(
            "box => [document.querySelector(box).value, Number(document.getElementById('search-count').dataset.count)]",
            BOX)
        return query, count, self.browser.attributes(RESULTS, "href")

    def asked(self):
        """What the address asks for."""
        return parse_qs(urlsplit(self.browser.address()).query)


@pytest.fixture(params=("http", "file"))
def reader(request, browser_of_name, site, base):
    """A reader, by each way to the site. No page may complain, or ask for what is not of the site."""
    address = base if request.param == "http" else site.folder.as_uri() + "/"
    reader = Reader(browser_of_name, site, address)
    # What a test before has left is not of this one.
    reader.browser.go("about:blank")
    reader.faults()
    yield reader
    reader.browser.go("about:blank")
    assert reader.faults() == ([], [])


# ── The box ──

@pytest.mark.parametrize("path", ("bases/tia/", "", "search/"))
@pytest.mark.parametrize("way", ("enter", "button"))
def test_the_box_leads_to_the_results(reader, path, way):
    browser = reader.open(path)
    reader.ask("ＴＩＡ")
    if way == "enter":
        browser.press("Enter")
    else:
        browser.click(BUTTON)
    reader.arrive("search/", q="ＴＩＡ")
    query, count, links = reader.found()
    assert query == "ＴＩＡ" and count >= len(links) > 3
    assert set(browser.texts("#search-results mark")) <= {"TIA", "tia"}
    assert browser.texts("#search-results mark")


def test_the_box_takes_japanese(reader):
    browser = reader.open("bases/tia/")
    reader.ask("研究開発 税制")
    browser.press("Enter")
    reader.arrive("search/", q="研究開発 税制")
    query, count, links = reader.found()
    assert query == "研究開発 税制" and count >= len(links) > 0


def test_a_suggestion_is_chosen_by_keys(reader):
    browser = reader.open("bases/tia/")
    reader.ask("とうきょうだい")
    browser.wait("found => document.querySelector(found)", FOUND)
    names = browser.texts(FOUND)
    place = next(place for place, name in enumerate(names) if name.startswith("東京大学"))
    for _ in range(place + 1):
        browser.press("ArrowDown")
    assert browser.attributes(BOX, "aria-activedescendant") == [browser.attributes(FOUND, "id")[place]]
    assert browser.attributes(FOUND, "aria-selected")[place] == "true"
    browser.press("Enter")
    browser.wait_for_address(r"/agencies/[\w-]+/(index\.html)?$")
    assert browser.texts("h1") == ["東京大学"]


def test_a_suggestion_is_chosen_by_a_click(reader):
    browser = reader.open("")
    reader.ask("TIA")
    browser.wait("found => document.querySelector(found)", FOUND)
    browser.click(FOUND)
    reader.arrive("bases/tia/")


def test_escape_closes_the_list_and_keeps_the_text(reader):
    browser = reader.open("bases/tia/")
    reader.ask("TIA")
    browser.wait("found => document.querySelector(found)", FOUND)
    browser.press("ArrowDown")
    browser.press("Escape")
    assert browser.texts(FOUND) == []
    assert browser.evaluate("box => document.querySelector(box).value", BOX) == "TIA"


# ── Results ──

def test_results_are_narrowed_and_their_address_keeps_it(reader):
    browser = reader.open("search/", q="税制")
    _, everything, _ = reader.found()
    box = "#search-facets input[name=kind][value=tax]"
    browser.evaluate("box => { document.querySelector(box).closest('details').open = true; }", box)
    browser.click(box)
    browser.wait("() => location.search.includes('kind=')")
    assert reader.asked() == {"q": ["税制"], "kind": ["tax"]}
    narrowed = reader.found()
    assert 0 < narrowed[1] < everything
    # Opened anew, the address says the same.
    browser.go("about:blank")
    reader.open("search/", q="税制", kind="tax")
    assert reader.found() == narrowed
    assert browser.evaluate("box => document.querySelector(box).checked", box)
    browser.click(box)
    browser.wait("() => !location.search.includes('kind=')")
    assert reader.found()[1] == everything


def test_back_leads_to_the_results_as_they_were(reader):
    browser = reader.open("search/", q="研究")
    before = reader.found()
    reader.ask("TIA")
    browser.press("Enter")
    reader.arrive("search/", q="TIA")
    last = reader.found()
    assert last[2] != before[2]
    browser.click(RESULTS)
    browser.wait_for_address(r"^(?!.*/search/)")
    browser.back()
    reader.arrive("search/", q="TIA")
    assert reader.found() == last
    browser.back()
    reader.arrive("search/", q="研究")
    assert reader.found() == before


def test_hits_are_marked_on_the_page_they_lead_to(reader):
    browser = reader.open("search/", q="ｵｰﾌﾟﾝｲﾉﾍﾞｰｼｮﾝ")
    reader.settle()
    browser.click("#search-results li:has(.search-excerpt mark) > a")
    browser.wait_for_address(r"^(?!.*/search/)")
    marks = browser.wait("""() => CSS.highlights.has('search-hit') &&
      [...CSS.highlights.get('search-hit')].map(range => {
        const { top, bottom } = range.getBoundingClientRect();
        return [range.toString(), top >= 0 && bottom <= innerHeight];
      })""")
    assert {text for text, _ in marks} == {"オープンイノベーション"}
    assert any(is_seen for _, is_seen in marks)


def test_nothing_found_says_so(reader):
    browser = reader.open("bases/tia/")
    reader.ask(NOTHING)
    browser.press("Enter")
    reader.arrive("search/", q=NOTHING)
    assert reader.found() == (NOTHING, 0, [])
    assert browser.texts("#search-count") == [f"「{NOTHING}」は見つかりませんでした"]


# ── Lists ──

def test_lists_are_narrowed_and_back_takes_it_back(reader):
    browser = reader.open("programmes/")
    count = "() => Number(document.querySelector('.finder-count strong').textContent)"
    everything = browser.evaluate(count)
    slug = reader.site.slug("programmes/", "税制")
    box = f"details.facet input[name=kind][value='{slug}']"
    browser.evaluate("box => { document.querySelector(box).closest('details').open = true; }", box)
    browser.click(box)
    browser.wait("() => location.search.includes('kind=')")
    browser.wait(f"() => Number(document.querySelector('.finder-count strong').textContent) < {everything}")
    narrowed = browser.evaluate(count)
    browser.wait(f"() => document.querySelectorAll('.entry').length === {min(50, narrowed)}")
    assert reader.asked() == {"kind": [slug]} and 0 < narrowed < everything
    browser.back()
    browser.wait("() => !location.search")
    assert browser.evaluate(count) == everything


# ── Every kind of page, as wide as a phone, a tablet and a desk ──

# The page stands in a frame, since Firefox has no window as narrow as a phone.
FRAME = """(address, width) => {
  document.body.innerHTML = '<iframe style="border: 0" height="900"></iframe>';
  const frame = document.querySelector('iframe');
  frame.width = width;
  frame.onload = () => { frame.isThere = frame.contentDocument.URL.startsWith('http'); };
  frame.src = address;
}"""
FRAMED = "() => document.querySelector('iframe').isThere"

# What stands beside the screen, and the lines that begin with what must not (行頭禁則). Titles are let be: where a browser
# knows no phrases, their lines end between words first. So are pictures, whose lines no browser breaks.
LOOK = """forbidden => {
  const view = document.querySelector('iframe').contentWindow;
  const found = [];
  for (const element of view.document.querySelectorAll('body *')) {
    if (element.closest('.visually-hidden, .skip-link, svg, .table-scroll, .record-contents, pre')) continue;
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    if (box.right > view.innerWidth + 1 || box.left < -1) found.push('beside: ' + element.outerHTML.slice(0, 120));
    if (element.matches('button, .chip, .mark, .site-nav a') && element.scrollWidth > element.clientWidth + 1)
      found.push('cut: ' + element.outerHTML.slice(0, 120));
  }
  const walker = view.document.createTreeWalker(view.document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const range = view.document.createRange();
  let block, bottom;
  for (let node, number = 0; number < 800 && (node = walker.nextNode()); number += 1) {
    if (!node.data.trim() || !node.parentElement.getClientRects().length || node.parentElement.closest('h1, svg')) continue;
    const own = node.parentElement.closest('p, li, dd, dt, td, th, h2, h3, h4, div');
    if (own !== block) [block, bottom] = [own, Infinity];
    for (let index = 0; index < node.data.length; index += 1) {
      if (/\\s/.test(node.data[index])) continue;
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const box = [...range.getClientRects()].at(-1);
      if (!box) continue;
      if (box.top >= bottom - 2 && forbidden.includes(node.data[index])) found.push('line: ' + node.data.slice(index, index + 12));
      bottom = box.bottom;
    }
  }
  return found.slice(0, 5);
}"""


@pytest.mark.parametrize("width", (360, 768, 1280))
def test_every_kind_of_page_fits(browser_of_name, site, base, width):
    browser = browser_of_name
    browser.go(base + "robots.txt")
    found = {}
    # WebKit broke down over this one.
    for name, path in {**site.samples, "ministry with narrow tables": "ministries/mext/"}.items():
        browser.evaluate(FRAME, base + path, width)
        browser.wait(FRAMED)
        if faults := browser.evaluate(LOOK, FORBIDDEN):
            found[name] = faults
    assert found == {}
    browser.go("about:blank")
    browser.messages(), browser.requests()


def test_no_letter_is_drawn_over_another(browser_of_name, base):
    """WebKit draws what follows a digit over its neighbour where it makes room between digits and letters itself."""
    browser_of_name.go(base)
    autospace = browser_of_name.evaluate("() => getComputedStyle(document.body).textAutospace")
    assert autospace == ("no-autospace" if isinstance(browser_of_name, browsers.WebKit) else "normal")


# ── What the tests themselves see ──

def test_faults_are_seen(reader):
    """A page that complains or asks for something else is noticed in every browser."""
    browser = reader.open("bases/tia/")
    assert reader.faults() == ([], [])
    browser.evaluate("() => { console.error('said by a test'); }")
    browser.evaluate("() => { setTimeout(() => { throw Error('thrown by a test'); }); }")
    browser.evaluate("() => { new Image().src = 'http://picture.invalid/'; }")
    seen = []

    def all_is_seen():
        seen.extend(browser.messages())
        text = "\n".join(seen)
        return all(part in text for part in ("said by a test", "thrown by a test", "http://picture.invalid/"))

    browser.until(all_is_seen)
    with served(reader.site.folder) as other:
        browser.go(other)
        assert other in reader.faults()[1]
        browser.go("about:blank")
    reader.faults()
