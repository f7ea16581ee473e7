"""The site without a mouse."""

import pytest

FOCUS = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    name: element.outerHTML.slice(0, 120),
    isBody: element === document.body,
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    isSeen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight,
  };
}"""


def test_skip_link_is_first_and_leads_to_the_text(visit):
    page = visit("bases/tia/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    assert page.evaluate(FOCUS)["isSeen"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("scheme", ("light", "dark"))
@pytest.mark.parametrize("path", ("", "bases/", "bases/tia/", "search/", "fiscal-years/2020/"))
def test_focus_is_always_seen(visit, path, scheme):
    page = visit(path, scheme=scheme, reduced_motion="reduce")
    stops = 0
    for _ in range(45):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["isBody"]:
            break
        assert focus["outline"] >= 4, focus
        assert focus["isSeen"], focus
        stops += 1
    assert stops > 15


def test_slash_leads_to_the_search_box(visit):
    page = visit("bases/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
