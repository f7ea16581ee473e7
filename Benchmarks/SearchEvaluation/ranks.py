#!/usr/bin/env python3
"""Tells where the records of a built site stand among the results for their own names.

    ranks.py --site public --bench PATH/mokuroku-search-bench [--list]
    ranks.py --site public --bench PATH/mokuroku-search-bench --questions

Every title and every alias is asked as a phrase in a real Chromium; its rank is that of its record among the
results, 1 for the first. A name that several records have counts once for each.
With --questions, those of questions.tsv are asked instead: the part of evaluate.py that takes seconds.
"""
import argparse
import collections
import json
import pathlib
import re
import statistics
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import evaluate  # noqa: E402
import questions  # noqa: E402

ASK = """async queries => {
  const engine = window.engine ??= new MokurokuSearch('/search/');
  const all = [];
  for (const query of queries) all.push((await engine.search('"' + query + '"', { limit: 0, plain: true })).pages.slice(0, 200));
  return all;
}"""


def pages(search):
    """The files of the pages by their numbers."""
    found = {}
    for file in search.rglob("p*.js"):
        number = re.fullmatch(r"p(\d+)(\.\w{5})?\.js", file.name)
        if number:
            text = file.read_text(encoding="utf-16")
            found[int(number[1])] = json.loads("[" + text[text.index("(") + 1:text.rindex(")")] + "]")[1]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", required=True, type=pathlib.Path)
    parser.add_argument("--bench", required=True)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--questions", action="store_true")
    options = parser.parse_args()
    from playwright.sync_api import sync_playwright
    if options.questions:
        asked = questions.read(options.site)
        with sync_playwright() as play, tempfile.TemporaryDirectory() as work:
            browser = play.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
            answers = evaluate.ask_ours(browser, options.bench, options.site, pathlib.Path(work), asked)
            browser.close()
        questions.report(asked, {"Mokuroku": answers})
        return
    records = pages(options.site / "search")
    names = {"title": [(page[2], number) for number, page in sorted(records.items())],
             "alias": [(alias, number) for number, page in sorted(records.items()) for alias in page[3]]}
    server = evaluate.Server({
        "/bench.html": "<!doctype html><meta charset=utf-8><script src=/assets/search-engine.js></script>",
        "/assets/": evaluate.ship(options.bench, pathlib.Path(tempfile.mkdtemp())), "/search/": options.site / "search"})
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(server.address + "/bench.html")
        for kind, asked in names.items():
            asked = [(name.replace('"', " "), number) for name, number in asked]
            ranks = []
            for start in range(0, len(asked), 50):
                part = asked[start:start + 50]
                for (name, number), found in zip(part, page.evaluate(ASK, [name for name, _ in part])):
                    ranks.append(found.index(number) + 1 if number in found else 999)
                    if options.list and ranks[-1] > 1:
                        print(f"  {kind} {name}: {ranks[-1]}", file=sys.stderr)
            often = collections.Counter(ranks)
            print(f"{kind}: {len(ranks)} names, first {often[1]}, in the first three {sum(often[n] for n in (1, 2, 3))}, "
                  f"in the first ten {sum(often[n] for n in range(1, 11))}, mean {statistics.mean(ranks):.3f}, worst {max(ranks)}")
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
