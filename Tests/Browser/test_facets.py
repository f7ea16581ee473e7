"""Lists that are narrowed: by address, by hand, and by links where there is no JavaScript."""

import re

import pytest

KEYS = ("ministries", "fiscal_years", "kind", "status")


def entries(page):
    """The slugs of every entry, with whether it is shown."""
    return page.evaluate(
        """keys => [...document.querySelectorAll('.entries > .entry')].map(entry => ({
          shown: !entry.hidden,
          slugs: Object.fromEntries(keys.map(key =>
            [key, (entry.getAttribute('data-' + key) || '').split(' ').filter(Boolean)])),
        }))""",
        list(KEYS))


def count(page):
    return int(page.locator(".finder-count strong").inner_text())


def test_the_address_narrows_the_list(site, visit):
    tax, scheme = (site.slug("programmes/", label) for label in ("税制", "制度"))
    page = visit(f"programmes/?ministries=meti&kind={tax}&kind={scheme}")
    all_entries = entries(page)
    wanted = [
        entry for entry in all_entries
        if "meti" in entry["slugs"]["ministries"]
        and set(entry["slugs"]["kind"]) & {tax, scheme}
    ]
    assert 0 < len(wanted) < len(all_entries)
    assert [entry for entry in all_entries if entry["shown"]] == wanted
    assert count(page) == len(wanted)
    sentence = page.locator(".finder-choice p").inner_text()
    assert "経済産業省" in sentence and "税制" in sentence and "制度" in sentence
    assert page.locator(".finder-tag").count() == 3


def test_counts_are_those_of_the_combination(site, visit):
    tax = site.slug("programmes/", "税制")
    page = visit(f"programmes/?ministries=meti&kind={tax}")
    all_entries = entries(page)
    chosen = {"ministries": {"meti"}, "kind": {tax}}
    shown = page.evaluate(
        """() => [...document.querySelectorAll('details.facet input[type=checkbox]')].map(box => [
          box.name, box.value,
          parseInt(box.closest('li').querySelector('.facet-count').textContent, 10)])""")
    assert len(shown) > 20
    for key, slug, number in shown:
        others = {other: slugs for other, slugs in chosen.items() if other != key}
        assert number == sum(
            slug in entry["slugs"][key]
            and all(slugs & set(entry["slugs"][other]) for other, slugs in others.items())
            for entry in all_entries
        ), (key, slug)


def test_choosing_changes_the_address_and_back_takes_it_back(visit):
    page = visit("programmes/")
    everything = count(page)
    page.get_by_role("checkbox", name="税制").check()
    assert "kind=" in page.url and count(page) < everything
    page.get_by_role("checkbox", name="厚生労働省").check()
    narrowed = count(page)
    page.go_back()
    assert "ministries" not in page.url and count(page) > narrowed
    page.go_back()
    assert count(page) == everything
    assert not page.locator(".finder-choice").is_visible()


def test_tags_take_values_away(site, visit):
    page = visit(f"programmes/?ministries=meti&kind={site.slug('programmes/', '税制')}")
    page.get_by_role("button", name="種類「税制」を外す").click()
    assert "kind" not in page.url and "ministries=meti" in page.url
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"
    page.get_by_role("button", name="すべて外す").click()
    assert "?" not in page.url
    assert page.evaluate("document.activeElement.id") == "results"


def test_a_combination_without_entries_says_so(site, visit):
    tax, ended = (site.slug("programmes/", label) for label in ("税制", "終了"))
    page = visit(f"programmes/?ministries=env&kind={tax}&status={ended}")
    assert count(page) == 0
    assert "条件に合う項目はありません" in page.locator(".finder-main").inner_text()


# Fiscal years, and dates with fiscal years among them.
@pytest.mark.parametrize("path", ["programmes/", "documents/", "bases/", "awards/"])
def test_newest_first(visit, path):
    page = visit(path)
    first = page.locator(".entry-title").first.inner_text()
    page.get_by_label("並べ方").select_option("newest")
    assert "sort=newest" in page.url
    moments = page.evaluate(
        "[...document.querySelectorAll('.entries > .entry')].map(entry => entry.dataset.moment || '')")
    assert moments == sorted(moments, reverse=True) and moments[0] > moments[-1]
    page.get_by_label("並べ方").select_option("")
    assert page.locator(".entry-title").first.inner_text() == first


def test_the_page_of_a_value_leads_to_combinations(visit):
    page = visit("programmes/by/ministries/meti/")
    assert page.get_by_role("checkbox", name="経済産業省").is_checked()
    page.get_by_role("checkbox", name="税制").check()
    page.wait_for_url(re.compile(r"/programmes/\?"))
    assert "ministries=meti" in page.url and "kind=" in page.url
    assert page.get_by_role("checkbox", name="経済産業省").is_checked()


def test_without_javascript_each_value_has_its_page(visit):
    page = visit("programmes/", script=False)
    link = page.locator(".facet-values a", has_text="厚生労働省")
    total = int(re.sub(r"\D", "", link.locator("xpath=..").locator(".facet-count").inner_text()))
    link.click()
    assert page.url.endswith("programmes/by/ministries/mhlw/")
    assert count(page) == total == page.locator(".entries > .entry").count()
    assert page.locator(".facet-values a[aria-current]").inner_text() == "厚生労働省"


def test_the_count_is_told_politely(visit):
    assert visit("programmes/").locator(".finder-count").get_attribute("role") == "status"
