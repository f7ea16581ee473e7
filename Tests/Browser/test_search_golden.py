"""The engine as it is shipped reads the golden index of Tests/GoldenSearch as recorded; its README tells how."""

import pytest

from serving import ROOT, bench, served

GOLDEN = ROOT / "Tests/GoldenSearch"


def lines(name):
    # Not splitlines: some of the characters end lines for it.
    return [line for line in (GOLDEN / name).read_text(encoding="utf-8").split("\n") if line]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The golden index as it is published, beside the scripts as they are shipped."""
    folder = tmp_path_factory.mktemp("golden")
    bench("scripts", folder)
    (folder / "search").mkdir()
    for line in lines("index.txt"):
        path, text = line.split("\t", 1)
        (folder / "search" / path).write_bytes(b"\xff\xfe" + (text + "\n").encode("utf-16-le", "surrogatepass"))
    (folder / "ask.js").write_bytes((GOLDEN / "ask.js").read_bytes())
    (folder / "index.html").write_text(
        "<!doctype html><meta charset=utf-8><title>x</title><script src=search-engine.js></script>"
        "<script src=ask.js></script>", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def answer(browser, folder):
    page = browser.new_page()
    with served(folder) as address:
        page.goto(address)
        golden = {
            "lists": [line for line in lines("lists.txt") if "\t" in line],
            "texts": lines("texts.txt"), "queries": lines("queries.txt"),
        }
        yield page.evaluate("golden => askGolden('search/', golden)", golden)
    page.close()


@pytest.mark.parametrize("part", ("lists", "texts", "answers"))
def test_the_engine_answers_as_recorded(answer, part):
    expected = lines(f"{part}.txt")
    others = [(one, other) for one, other in zip(answer[part], expected) if one != other]
    assert others[:5] == []
    assert len(answer[part]) == len(expected)
