#!/usr/bin/env python3
"""Compares the folding of Sources/TextFolding with the browser's, on every assigned character alone
and between others, and on 10,000 random strings.

    compare_folding.py --bench PATH/mokuroku-search-bench [--chromium PATH]

Assigned is what Python's Unicode has, as in Tools/generate-folding.py. Needs Playwright.
"""
import argparse
import pathlib
import random
import sys
import tempfile
import unicodedata

import evaluate
import queries

RULES = ("あかがさはばぱんアカガハバパンーｱｶﾞﾊﾟｰ日本東京澤沢齊𠮷⼒⺠ABcdＡｂ１２①㈱㍻ﬁ℃Åéİßςσ \u3000\t\n\x85\u3099\u309a\u309b"
         "\u309c\u0301\u0327\ufe00\U000e0100\u200b\u00ad-‐–—―−─━、。（）「」각\u1100\u1161\u11a8")


def texts():
    rng = random.Random(5)
    assigned = [chr(n) for n in range(1, 0x110000) if not 0xD800 <= n < 0xE000
                and unicodedata.category(chr(n)) not in ("Cn", "Co")]
    yield from assigned
    for c in assigned:
        yield f"ア{c}イ"
    for number in range(10_000):
        stock = RULES if number % 2 else assigned
        yield "".join(rng.choice(stock) for _ in range(rng.randint(1, 24)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", required=True)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    from playwright.sync_api import sync_playwright
    strings = list(texts())
    expected = queries.fold_all(options.bench, strings)
    with tempfile.TemporaryDirectory() as folder:
        empty = pathlib.Path(folder) / "empty.jsonl"
        empty.write_text("")
        evaluate.build(options.bench, empty, pathlib.Path(folder) / "index")
        server = evaluate.Server({
            "/bench.html": "<!doctype html><meta charset=utf-8><script src=/assets/search-engine.js></script>",
            "/assets/": evaluate.ship(options.bench, pathlib.Path(folder) / "assets"), "/search/": pathlib.Path(folder) / "index"})
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
            page = browser.new_page()
            page.goto(server.address + "/bench.html")
            found = page.evaluate("""async strings => {
              const search = new MokurokuSearch('/search/');
              await search.open();
              MokurokuSearch.learn(await search.load('k'));
              return strings.map(MokurokuSearch.fold);
            }""", strings)
            browser.close()
    wrong = [(a, b, c) for a, b, c in zip(strings, expected, found) if b != c]
    for text, swift, script in wrong[:20]:
        print(*(part.encode("unicode_escape").decode() for part in (text, swift, script)), sep=" | ")
    print(f"{len(strings):,} strings, {len(wrong)} folded otherwise in the browser")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
