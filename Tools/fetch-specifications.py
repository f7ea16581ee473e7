#!/usr/bin/env python3
"""Fetches the examples of the Markdown and Mustache specifications for the tests that read them.

    fetch-specifications.py FOLDER

writes into FOLDER what `make test-data` puts into Tests/Data/specs: commonmark.json, gfm.json, gfm-extensions.json,
cmark-regression.json, cjk-friendly/ and mustache/. The data are those of the authors (CommonMark and GitHub's
specification: CC BY-SA 4.0; cmark-gfm: BSD-2 and MIT; the others: MIT) and are no part of the repository.
Needs git and the network.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

SOURCES = {
    "commonmark-spec": "https://github.com/commonmark/commonmark-spec",
    "cmark-gfm": "https://github.com/github/cmark-gfm",
    "mustache": "https://github.com/mustache/spec",
    "cjk": "https://github.com/tats-u/markdown-cjk-friendly",
}
EXAMPLES = {
    "commonmark.json": ("commonmark-spec", "spec.txt"),
    "gfm.json": ("cmark-gfm", "test/spec.txt"),
    "gfm-extensions.json": ("cmark-gfm", "test/extensions.txt"),
    "cmark-regression.json": ("cmark-gfm", "test/regression.txt"),
}
MUSTACHE = ("comments", "delimiters", "~inheritance", "interpolation", "inverted", "partials", "sections")
FENCE = "`" * 32


def examples(text):
    """The examples of a specification, as its own test/spec_tests.py reads them."""
    found, section, part = [], "", None
    for line in text.split("\n"):
        if part is None and line.startswith(FENCE + " example"):
            part, markdown, html = "markdown", [], []
            extensions = line[len(FENCE + " example"):].split()
        elif part and line == FENCE:
            found.append({
                "example": len(found) + 1, "section": section, "extensions": extensions,
                "markdown": "".join(markdown), "html": "".join(html),
            })
            part = None
        elif part == "markdown" and line == ".":
            part = "html"
        elif part:
            (markdown if part == "markdown" else html).append(line.replace("→", "\t") + "\n")
        elif match := re.match(r"#+ +(.*)", line):
            section = match[1].strip()
    return found


def snapshots(text):
    """The snapshots of a test of Vitest by their names."""
    pairs = re.findall(r"exports\[`(.*?)`\] = `\n?(.*?)\n?`;", text, re.S)
    unquoted = ((name, html.strip("\n").removeprefix('"').removesuffix('"')) for name, html in pairs)
    return {name.split(" > ", 1)[-1]: re.sub(r"\\(.)", r"\1", html) for name, html in unquoted}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    (folder / "mustache").mkdir(parents=True, exist_ok=True)
    (folder / "cjk-friendly").mkdir(exist_ok=True)

    def write(name, value):
        text = json.dumps(value, ensure_ascii=False, indent=1)
        (folder / name).write_text(text + "\n", encoding="utf-8")

    with tempfile.TemporaryDirectory() as work:
        places = {}
        for name, url in SOURCES.items():
            places[name] = pathlib.Path(work) / name
            subprocess.run(["git", "clone", "--quiet", "--depth", "1", url, places[name]], check=True)
        for name, (source, path) in EXAMPLES.items():
            write(name, examples((places[source] / path).read_text(encoding="utf-8")))
        for name in MUSTACHE:
            text = (places["mustache"] / f"specs/{name}.json").read_text(encoding="utf-8")
            (folder / "mustache" / f"{name.strip('~')}.json").write_text(text, encoding="utf-8")
        found = {}
        for path in sorted(places["cjk"].glob("packages/micromark-*/test/__snapshots__/*.snap")):
            found.update(snapshots(path.read_text(encoding="utf-8")))
        write("cjk-friendly/expected.json", found)
        for path in sorted(places["cjk"].rglob("testcases/*.md")):
            (folder / "cjk-friendly" / path.name).write_bytes(path.read_bytes())
    print(f"{folder}: {len(list(folder.rglob('*.*')))} files")


main()
