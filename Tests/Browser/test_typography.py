"""Japanese set as it should be: lines, spacing, measure."""

import pytest

# What must not begin a line (JIS X 4051, 行頭禁則).
FORBIDDEN = "、。，．・：；？！）］｝〉》」』】〕ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ"

FIRSTS = """() => {
  const firsts = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let last, bottom;
  for (let node; (node = walker.nextNode());) {
    const block = node.parentElement.closest('p, li, dd, dt, td, th, h1, h2, h3, h4');
    if (!block || !node.data.trim() || !block.checkVisibility()) continue;
    if (block !== last) [last, bottom] = [block, null];
    for (let index = 0; index < node.data.length; index += 1) {
      if (/\\s/.test(node.data[index])) continue;
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const boxes = range.getClientRects();
      if (!boxes.length) continue;
      const box = boxes[boxes.length - 1];
      if (bottom !== null && box.top >= bottom - 2) firsts.push(node.data[index]);
      bottom = box.bottom;
    }
  }
  return firsts;
}"""


def test_no_line_begins_with_what_must_not(visit):
    lines = 0
    for path in ("bases/tia/", "agencies/nedo/", "awards/jp-oi-taisho/"):
        page = visit(path)
        for width in (320, 360, 390, 430, 480, 560, 640, 768, 900, 1024, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            firsts = page.evaluate(FIRSTS)
            lines += len(firsts)
            assert [first for first in firsts if first in FORBIDDEN] == [], (path, width)
    assert lines > 500


SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""

CLIPPED = """() => [...document.querySelectorAll('body *')].filter(element => {
  if (element.closest('.visually-hidden, .skip-link, svg, .table-scroll, .record-contents, pre')) return false;
  if (!element.checkVisibility()) return false;
  const style = getComputedStyle(element);
  const hides = [style.overflowX, style.overflowY].some(value => value === 'hidden' || value === 'clip');
  if (hides && (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1))
    return true;
  // Boxes for pressing must hold their words.
  return element.matches('button, .chip, .mark, .site-nav a')
    && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
}).map(element => element.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", (320, 1280))
@pytest.mark.parametrize("path", ("", "bases/", "bases/tia/", "fiscal-years/2020/"))
def test_wider_spacing_clips_nothing(visit, path, width):
    page = visit(path, width=width, bypass_csp=True)
    page.add_style_tag(content=SPACING)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("path", ("", "bases/", "bases/tia/"))
def test_text_twice_as_large_still_fits(visit, path):
    page = visit(path, width=1280, bypass_csp=True)
    page.add_style_tag(content="html { font-size: 200% }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert page.evaluate(CLIPPED) == []


def test_measure_and_leading(visit):
    page = visit("bases/tia/")
    text = page.evaluate(
        """() => {
          const element = document.querySelector('.prose p');
          const style = getComputedStyle(element);
          return {
            size: parseFloat(style.fontSize), line: parseFloat(style.lineHeight),
            width: element.getBoundingClientRect().width, lineBreak: style.lineBreak,
          };
        }""")
    assert text["size"] >= 16
    assert text["line"] / text["size"] == pytest.approx(1.7, abs=0.01)
    assert text["width"] <= 40 * text["size"] + 1
    assert text["lineBreak"] == "strict"


def test_digits_of_a_table_stand_below_each_other(site, visit):
    page = visit(site.richest(site.by_kind["fiscal-year"]))
    numerals = "getComputedStyle(document.querySelector('td.amount')).fontVariantNumeric"
    assert "tabular-nums" in page.evaluate(numerals)
