"""The same texts count as equal in the browser as in the index, and the table of it is the generator's."""

import json
import random
import re
import subprocess
import sys
import unicodedata

import pytest

from search_page import address, settle
from serving import ROOT, bench

TABLE = ROOT / "Sources/TextFolding/FoldingTable.swift"

# What the rules of the folding look at; drawn more often than chance would.
RULES = (
    "あかがさはばぱんアカガハバパンーｱｶﾞﾊﾟｰ日本東京澤沢齊𠮷⼒⺠ABcdＡｂ１２①㈱㍻ﬁ℃Åéİßςσ \u3000\t\n\x85\u3099\u309a\u309b"
    "\u309c\u0301\u0327\ufe00\U000e0100\u200b\u00ad-‐–—―−─━、。（）「」각\u1100\u1161\u11a8"
)


def version():
    """The Unicode version that the table of the folding was written with."""
    return re.search(r"^/// Unicode (\S+)\.$", TABLE.read_text(encoding="utf-8"), re.M)[1]


def texts(assigned):
    """Every assigned character alone and between katakana, and seeded strings of all and of what rules look at."""
    yield from assigned
    for character in assigned:
        yield f"ア{character}イ"
    generator = random.Random(5)
    for number in range(10_000):
        stock = RULES if number % 2 else assigned
        yield "".join(generator.choice(stock) for _ in range(generator.randint(1, 24)))


def shown(text):
    return text.encode("unicode_escape").decode()


def test_the_browser_folds_as_the_index(visit):
    # Of characters that came later the table knows nothing, and a browser may.
    assigned = [chr(int(line)) for line in bench("assigned", version().split(".")[0]).split()]
    assert len(assigned) > 140_000
    strings = list(texts(assigned))
    folded = bench("fold", text="\n".join(map(json.dumps, strings)) + "\n")
    # Not splitlines: some of the characters end lines for it.
    expected = [json.loads(line) for line in folded.rstrip("\n").split("\n")]
    page = settle(visit(address("TIA")))
    found = page.evaluate(
        """async strings => {
          const search = new MokurokuSearch('./');
          await search.open();
          MokurokuSearch.learn(await search.load('k'));
          return strings.map(MokurokuSearch.fold);
        }""",
        strings,
    )
    assert len(strings) == len(expected) == len(found)
    others = [(a, b, c) for a, b, c in zip(strings, expected, found) if b != c]
    told = [" | ".join(map(shown, other)) for other in others[:20]]
    assert told == [], f"{len(others)} of {len(strings)} texts: text | folded in Swift | in the browser"


def test_the_table_is_what_the_generator_writes():
    if unicodedata.unidata_version != version():
        pytest.skip(f"this Python has Unicode {unicodedata.unidata_version}, the table {version()}")
    run = subprocess.run(
        [sys.executable, ROOT / "Tools/generate-folding.py", "--check"], capture_output=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
