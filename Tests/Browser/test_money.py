"""What the pages of money and of the index show only in a browser: tables as blocks, links into sections."""

import re

import pytest


def yen(text):
    """The number of yen of an amount in 兆, 億 and 万; nothing where a text has none."""
    found = re.match(r"(?:([\d,]+)兆)?(?:([\d,]+)億)?(?:([\d,]+)万)?([\d,]*)円", text)
    if not found:
        return None
    digits = [int((part or "0").replace(",", "") or 0) for part in found.groups()]
    return sum(digit * scale for digit, scale in zip(digits, (10**12, 10**8, 10**4, 1)))


@pytest.mark.parametrize("path", ("fiscal-years/2020/", "ministries/meti/", "fiscal-years/2020/meti/"))
@pytest.mark.parametrize("width", (320, 360))
def test_rows_are_blocks_on_a_phone_and_nothing_is_cut(visit, path, width):
    page = visit(path, width=width, script=False)
    tables = page.locator("table.blocks")
    assert tables.count() > 0
    # Each value stands within the screen, with the label of its column in front; the semantics stay.
    cut = page.evaluate(
        """() => [...document.querySelectorAll("table.blocks td, table.blocks tbody th")]
             .filter((cell) => cell.getClientRects().length)
             .filter((cell) => cell.getBoundingClientRect().right > innerWidth
               || cell.scrollWidth > cell.clientWidth + 1
               || cell.getBoundingClientRect().left < 0
               || cell.matches("td") && getComputedStyle(cell, "::before").content === "none")
             .map((cell) => cell.outerHTML.slice(0, 200))""")
    assert cut == []
    assert page.evaluate(
        """() => [...document.querySelectorAll("table.blocks td")].every((cell) => cell.dataset.label)""")
    # No label begins left of its block.
    starts = page.evaluate(
        """() => [...document.querySelectorAll("table.budgets td")].filter((cell) => cell.firstChild)
             .map((cell) => parseFloat(getComputedStyle(cell).paddingInlineStart)
               + parseFloat(getComputedStyle(cell, "::before").marginInlineStart))""")
    assert all(start >= -0.5 for start in starts)
    table = page.locator("table.blocks").first
    assert table.get_by_role("row").count() == table.locator("tr").count()


def test_tables_are_tables_where_there_is_room(visit):
    page = visit("fiscal-years/2020/", width=1280)
    head = page.locator("table.budgets thead th").first
    assert head.evaluate("(head) => getComputedStyle(head).display") == "table-cell"
    assert head.bounding_box()["height"] > 10


@pytest.mark.parametrize("path", ("fiscal-years/2020/", "ministries/meti/", "ministries/mext/", "fiscal-years/2019/"))
@pytest.mark.parametrize("width", (660, 768, 1024, 1280, 1600))
def test_all_stages_are_seen_and_no_amount_is_cut(visit, path, width):
    page = visit(path, width=width, forced_colors="active" if width == 768 else "none")
    tables = page.locator(".table-scroll:has(.budgets)")
    assert tables.count() > 0
    hidden = tables.evaluate_all(
        """(tables) => tables.flatMap((table) => [...table.querySelectorAll("td, tbody th, td a")]
             .filter((cell) => cell.getClientRects().length)
             .filter((cell) => cell.getBoundingClientRect().right > table.getBoundingClientRect().right + 1
               || cell.matches("td, th") && cell.scrollWidth > cell.clientWidth + 1)
             .map((cell) => cell.outerHTML.slice(0, 200)))""")
    assert hidden == []
    # Each value has the name of its stage above or beside it.
    heads = page.locator(".budgets thead").first
    if not heads.is_visible():
        labels = page.locator(".budgets td:not(:empty)").evaluate_all(
            "(cells) => cells.map((cell) => getComputedStyle(cell, '::before').content)")
        assert labels and all(label not in ("none", "normal") for label in labels)


def test_every_ministry_with_lines_tells_its_numbers(site, visit):
    """Whoever has a page of lines in a year has numbers that lead there."""
    paths = [path for path in site.pages if re.fullmatch(r"fiscal-years/\d+/[a-z]+/", path)]
    owners = {path.split("/")[2] for path in paths if (site.folder / "ministries" / path.split("/")[2]).is_dir()}
    assert len(owners) > 8
    for owner in owners:
        text = site.text(f"ministries/{owner}/")
        assert 'id="section-numbers"' in text
        for path in paths:
            if path.split("/")[2] == owner:
                assert f'href="../../{path}' in text, path


def test_the_largest_are_of_a_year_that_is_known(visit):
    page = visit("ministries/meti/")
    heading = page.locator("#numbers-largest")
    assert "2020年度" in heading.inner_text()
    section = heading.locator("xpath=ancestor::section[1]")
    assert section.locator("tbody tr").count() == 10
    assert "2021年度" in section.locator(".relation-counts").inner_text()


def test_cells_lead_to_their_lines_and_these_come_to_what_they_say(visit):
    page = visit("fiscal-years/2020/", width=1280, script=False)
    row = page.locator("table.budgets tbody tr", has=page.get_by_role("rowheader", name="文部科学省"))
    cell = row.locator('td[data-label="当初"] a')
    told = yen(cell.inner_text())
    cell.click()
    page.wait_for_load_state()
    section = page.locator("section.year-stage").first
    assert section.locator(":target").count() == 1
    lines = section.locator("tbody tr")
    counted = [
        yen(lines.nth(place).locator('td[data-label="金額"]').inner_text())
        for place in range(lines.count())
        if lines.nth(place).locator('td[data-label="合計"]').inner_text() == "入る"
    ]
    assert told and sum(counted) == told


def test_the_row_of_all_counts_each_line_once(visit):
    page = visit("fiscal-years/2020/", width=1280)
    rows = page.locator("table.budgets tbody tr")
    sums = [
        yen(rows.nth(place).locator('td[data-label="当初"]').inner_text()) or 0
        for place in range(rows.count())
    ]
    # A programme of two ministries stands in both of their rows.
    assert 0 < sums[-1] < sum(sums[:-1])


def test_doors_of_the_index_lead_to_their_letters(visit):
    page = visit("index/", script=False)
    page.locator(".index-initial a", has_text="き").first.click()
    page.wait_for_load_state()
    assert page.locator("h2:target").inner_text().startswith("き")


def test_numbers_of_a_ministry_lead_to_the_narrowed_list(visit):
    page = visit("ministries/meti/")
    table = page.locator("table.counts").first
    cell = table.get_by_role("row", name=re.compile("^税制")).locator('td[data-label="2020年度"] a')
    told = cell.inner_text()
    cell.click()
    page.wait_for_selector(".finder-choice:not([hidden])")
    page.wait_for_function(
        "(told) => document.querySelector('.finder-count strong').textContent === told", arg=told)
