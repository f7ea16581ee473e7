#!/usr/bin/env python3
"""Measures the site's search in a real Chromium, beside Pagefind in the same run.

    evaluate.py --bench PATH/mokuroku-search-bench [--records 400,10000] [--site public] [--work FOLDER] [--no-pagefind]

Needs Playwright (`pip install playwright`), Debian's Chromium or another one (--chromium), and for the
comparison `pip install 'pagefind[extended]'`. Build the executable first: `swift build -c release`.

Makes a catalogue of the word stock of make_catalogue.py, builds the index, runs the 200 queries of
queries.py and prints the table of goals. Then it asks the questions of questions.tsv of the built site, and of
Pagefind over the same pages (--records "" asks these alone). Bytes are those of gzip over the wire. What each number is:

  first      code of the engine, directory, lists and the files of five results, nothing cached; median
  following  the same in one session that keeps what it has; median and 95th percentile
  computing  the time of a query when all it needs is loaded: the mean of five in a row
  recall, precision   mean over the queries; truth is a folded substring of a block of a page, for
             several words all of them somewhere on the page, for years in either calendar
  first, in three     of the questions as people put them, the share whose right record comes so
"""
import argparse
import functools
import gzip
import http.server
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import threading
import time

import queries
import questions

HERE = pathlib.Path(__file__).resolve().parent
RECORD_CHARACTERS = {400: 330, 10_000: 950}


class Server(http.server.ThreadingHTTPServer):
    """Serves folders with gzip and counts what it sends."""

    daemon_threads = True

    def __init__(self, folders):
        self.folders, self.sent, self.paths, self.zipped = folders, 0, [], {}
        self.lock = threading.Lock()
        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"

    def take(self):
        with self.lock:
            sent, paths = self.sent, self.paths
            self.sent, self.paths = 0, []
        return sent, paths


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body are two packets, and the second would wait until the first is received.
    disable_nagle_algorithm = True
    TYPES = {".js": "text/javascript; charset=utf-8", ".html": "text/html; charset=utf-8",
             ".css": "text/css", ".wasm": "application/wasm"}

    def do_GET(self):
        path = self.path.split("?")[0]
        body = self.server.zipped.get(path)
        if body is None:
            body = self.read(path)
            if body is not None:
                body = self.server.zipped[path] = gzip.compress(body, 6)
        if body is None:
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        with self.server.lock:
            self.server.sent += len(body)
            self.server.paths.append((path, len(body)))
        self.send_response(200)
        self.send_header("Content-Type", self.TYPES.get(pathlib.Path(path).suffix or ".html", "application/octet-stream"))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        # An engine keeps what it has fetched; what a session needs again is not asked for again.
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def read(self, path):
        for prefix, folder in self.server.folders.items():
            if path.startswith(prefix):
                if isinstance(folder, str):
                    return folder.encode()
                file = folder / path[len(prefix):]
                if path.endswith("/"):
                    file /= "index.html"
                if file.is_file():
                    return file.read_bytes()
        return None

    def log_message(self, *_):
        pass


def percentile(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * part))]


def build(bench, documents, folder):
    shutil.rmtree(folder, ignore_errors=True)
    run = subprocess.run([bench, "build", documents, folder], capture_output=True, check=True, text=True)
    return json.loads(run.stdout)


ASK = """async ([query, fresh, limit]) => {
  const engine = fresh ? new MokurokuSearch('/search/') : (window.engine ??= new MokurokuSearch('/search/'));
  const start = performance.now();
  const answer = await engine.search(query, { limit });
  return { pages: answer.pages, total: answer.total, exact: answer.exact, suggestion: answer.suggestion, parts: answer.parts ?? null,
    results: answer.results.map(r => [r.page, r.url]), ms: performance.now() - start };
}"""

COMPUTE = """async ([list, limit]) => {
  const times = [];
  for (const query of list) {
    await engine.search(query, { limit });
    // The clock of a browser is coarse: several in a row, none of which finds the pages folded.
    const start = performance.now();
    for (let turn = 0; turn < 5; turn++) {
      engine.folded = [];
      await engine.search(query, { limit });
    }
    times.push((performance.now() - start) / 5);
  }
  return times;
}"""


def score(found, truth):
    if not truth:
        return None
    return len(found & truth) / len(truth), (len(found & truth) / len(found) if found else 0.0)


def ship(bench, folder):
    """The scripts of the site as they are shipped."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([bench, "scripts", folder], check=True)
    return folder


def ours(browser, assets, folder, documents, truth, asked, none, typos, readings):
    order = sorted(range(len(documents)), key=lambda n: documents[n]["url"])
    server = Server({
        "/bench.html": "<!doctype html><meta charset=utf-8><script src=/assets/search-engine.js></script>",
        "/assets/": assets, "/search/": folder})
    context = browser.new_context()
    page = context.new_page()
    page.goto(server.address + "/bench.html")
    engine_bytes = server.take()[0] - len(gzip.compress(server.folders["/bench.html"].encode(), 6))
    code = {name: len(gzip.compress((assets / f"search{name}.js").read_bytes(), 6)) for name in ("", "-spellings")}
    result = {"engine": engine_bytes, "ui": code[""], "spellings": code["-spellings"]}
    table, following, shown_wrong, false = {}, [], [], 0
    for name, query in asked:
        answer = page.evaluate(ASK, [query, False, 5])
        following.append(server.take()[0])
        expected = truth.answer(query)
        pages = {order[n] for n in answer["pages"]}
        ten = page.evaluate(ASK, [query, False, 10])
        server.take()
        shown = {order[n] for n, _ in ten["results"]}
        if shown - expected:
            shown_wrong.append(query)
        recall, precision = score(pages, expected)
        table.setdefault(name, []).append((recall, precision, len(shown & expected) / max(1, len(shown))))
        if recall < 1 or precision < 0.9:
            print(f"  {name} {query}: recall {recall:.3f} precision {precision:.3f} of {len(expected)}", file=sys.stderr)
    for _, query in none:
        answer = page.evaluate(ASK, [query, False, 5])
        false += bool(answer["total"] and not answer["suggestion"] and not answer["parts"])
    server.take()
    times = page.evaluate(COMPUTE, [[query for _, query in asked], 5])
    server.take()
    hits = 0
    typo_bytes = []
    for typed, number in typos:
        answer = page.evaluate(ASK, [typed, False, 10])
        typo_bytes.append(server.take()[0])
        hits += number in {order[n] for n, _ in answer["results"]}
    found = []
    for typed, number, form in readings:
        answer = page.evaluate(ASK, [typed, False, 10])
        found.append(number in {order[n] for n in answer["pages"]})
        if not found[-1]:
            print(f"  reading {form} {typed}: not found", file=sys.stderr)
    server.take()
    first = []
    for _, query in asked:
        page.evaluate(ASK, [query, True, 5])
        first.append(engine_bytes + server.take()[0])
    context.close()
    server.shutdown()
    rows = [row for part in table.values() for row in part]
    return result | {
        "classes": {name: [statistics.mean(column) for column in zip(*part)] for name, part in table.items()},
        "recall": statistics.mean(row[0] for row in rows), "precision": statistics.mean(row[1] for row in rows),
        "shown": statistics.mean(row[2] for row in rows), "false": false,
        "first": statistics.median(first), "first95": percentile(first, .95),
        "following": statistics.median(following), "following95": percentile(following, .95),
        "ms": statistics.median(times), "ms95": percentile(times, .95),
        "typos": hits, "typo_bytes": statistics.median(typo_bytes), "readings": statistics.mean(found)}


PAGEFIND_ASK = """async ([query, limit]) => {
  const pagefind = window.pagefind ??= await import('/pagefind/pagefind.js');
  const start = performance.now();
  const found = await pagefind.search(query);
  const shown = await Promise.all(found.results.slice(0, limit).map(one => one.data()));
  const ms = performance.now() - start;
  return { ms, shown: shown.map(one => one.url), ids: found.results.map(one => one.id) };
}"""
PAGEFIND_FIRST = """async ([query, limit]) => {
  const pagefind = window.pagefind ??= await import('/pagefind/pagefind.js');
  const found = await pagefind.search(query);
  await Promise.all(found.results.slice(0, limit).map(one => one.data()));
  return found.results.length;
}"""
PAGEFIND_COMPUTE = """async list => {
  const times = [];
  for (const query of list) {
    await pagefind.search(query);
    const start = performance.now();
    for (let turn = 0; turn < 5; turn++) await pagefind.search(query);
    times.push((performance.now() - start) / 5);
  }
  return times;
}"""


def index_with_pagefind(folder, *options):
    subprocess.run([sys.executable, "-m", "pagefind", "--site", folder, *options], check=True, capture_output=True)


def write_pages(documents, folder):
    """The documents as plain pages for Pagefind."""
    shutil.rmtree(folder, ignore_errors=True)
    escape = lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
    for document in documents:
        file = folder / document["url"] / "index.html"
        file.parent.mkdir(parents=True)
        parts = [f"<h1>{escape(document['title'])}</h1>"]
        parts += [f"<p>{escape(text)}</p>" for text in [*document["aliases"], document["reading"], document["summary"]]]
        for section in document["sections"]:
            if section["heading"]:
                parts.append(f"<h2 id={section['anchor']}>{escape(section['heading'])}</h2>")
            parts.append(f"<p>{escape(section['text'])}</p>")
        file.write_text(f"<!doctype html><html lang=ja><meta charset=utf-8><title>{escape(document['title'])}</title>"
                        f"<main data-pagefind-body>{''.join(parts)}</main></html>", encoding="utf-8")


def pagefind(browser, folder, documents, truth, asked, none, typos):
    write_pages(documents, folder)
    start = time.monotonic()
    index_with_pagefind(folder)
    seconds = time.monotonic() - start
    files = [file for file in (folder / "pagefind").rglob("*") if file.is_file()
             and not file.name.startswith(("pagefind-ui", "pagefind-component", "pagefind-modular"))]
    numbers = {"/" + document["url"]: number for number, document in enumerate(documents)}
    # A result is known by its fragment, which tells the address.
    pages = {}
    for file in (folder / "pagefind/fragment").iterdir():
        data = gzip.decompress(file.read_bytes())
        pages[file.stem] = numbers[json.loads(data[data.index(b"{"):])["url"]]
    server = Server({"/bench.html": "<!doctype html><meta charset=utf-8>", "/pagefind/": folder / "pagefind"})
    context = browser.new_context()
    page = context.new_page()
    page.goto(server.address + "/bench.html")
    server.take()
    rows, following, hits, false = [], [], 0, 0
    for _, query in asked:
        page.evaluate(PAGEFIND_FIRST, [query, 5])
        following.append(server.take()[0])
    for _, query in asked:
        answer = page.evaluate(PAGEFIND_ASK, [query, 10])
        expected = truth.answer(query)
        recall, precision = score({pages[one] for one in answer["ids"]}, expected)
        shown = {numbers[url] for url in answer["shown"]}
        rows.append((recall, precision, len(shown & expected) / max(1, len(shown))))
    for _, query in none:
        false += bool(page.evaluate(PAGEFIND_FIRST, [query, 0]))
    for typed, number in typos:
        answer = page.evaluate(PAGEFIND_ASK, [typed, 10])
        hits += number in {numbers[url] for url in answer["shown"]}
    times = page.evaluate(PAGEFIND_COMPUTE, [query for _, query in asked])
    context.close()
    server.take()
    first = []
    context = browser.new_context()
    for _, query in asked[::5]:
        page = context.new_page()
        page.goto(server.address + "/bench.html")
        server.take()
        page.evaluate(PAGEFIND_FIRST, [query, 5])
        first.append(server.take()[0])
        page.close()
    context.close()
    server.shutdown()
    return {
        "recall": statistics.mean(r[0] for r in rows), "precision": statistics.mean(r[1] for r in rows),
        "shown": statistics.mean(r[2] for r in rows), "false": false,
        "first": statistics.median(first), "following": statistics.median(following),
        "following95": percentile(following, .95), "ms": statistics.median(times), "ms95": percentile(times, .95),
        "typos": hits, "seconds": seconds, "files": len(files), "bytes": sum(file.stat().st_size for file in files)}


def report(records, built, mine, other):
    small = records <= 1000
    goal = lambda a, b: a if small else b
    kb = lambda value: f"{value / 1000:.1f}"

    def line(name, value, aim, theirs=""):
        print(f"| {name} | {aim} | {value} | {theirs} |")

    theirs = other or {}
    has = lambda key, form: form(theirs[key]) if key in theirs else "–"
    print(f"\n### {records:,} records\n\n| | goal | Mokuroku | Pagefind |\n|---|---|---|---|")
    line("recall", f"{mine['recall']:.3f}", "1.000", has("recall", "{:.3f}".format))
    line("precision of the set", f"{mine['precision']:.3f}", "≥ .998", has("precision", "{:.3f}".format))
    line("precision of the ten shown", f"{mine['shown']:.3f}", "1.000", has("shown", "{:.3f}".format))
    line("queries without an answer that get pages, of 20", mine["false"], "0", has("false", str))
    line("first query, KB (95th percentile)", f"{kb(mine['first'])} ({kb(mine['first95'])})", goal("≤ 12", "≤ 18"), has("first", kb))
    line("following query, KB, median / p95", f"{kb(mine['following'])} / {kb(mine['following95'])}", goal("≤ 1 / 8", "≤ 10 / 24"),
         f"{kb(theirs['following'])} / {kb(theirs['following95'])}" if theirs else "–")
    line("computing, ms, median / p95", f"{mine['ms']:.2f} / {mine['ms95']:.2f}", goal("≤ 0.2 / 1", "≤ 0.5 / 2"),
         f"{theirs['ms']:.2f} / {theirs['ms95']:.2f}" if theirs else "–")
    line("index build, s", f"{built['seconds']:.2f}", goal("≤ 0.1", "≤ 2"), has("seconds", "{:.1f}".format))
    line("index build, most memory, MB", f"{built['peak_kb'] / 1000:.0f}", goal("–", "≤ 300"), "–")
    line("index on disk, MB", f"{built['bytes'] / 1e6:.2f}", goal("≤ 0.8", "≤ 45"), has("bytes", lambda v: f"{v / 1e6:.2f}"))
    line("files / pages", f"{built['files'] / records:.2f}", "≤ 1.8", has("files", lambda v: f"{v / records:.2f}"))
    line("engine, KB", kb(mine["engine"]), "≤ 5", "–")
    line("with UI, KB", kb(mine["engine"] + mine["ui"]), "≤ 10", "–")
    line("other spellings and slips, fetched by few queries, KB", kb(mine["spellings"]), "–", "–")
    line("typos of one edit, right page in ten, of 68", mine["typos"], goal("≥ 66", "≥ 64"), has("typos", str))
    line("readings typed as kana or romaji", f"{mine['readings']:.3f}", "1.000", "–")
    print("\n| class | recall | precision | of ten |\n|---|---|---|---|")
    for name, (recall, precision, shown) in mine["classes"].items():
        print(f"| {name} | {recall:.3f} | {precision:.3f} | {shown:.3f} |")
    print(f"\nA mistyped query: {kb(mine['typo_bytes'])} KB (median).")


def path_of(url):
    """The path of the record that a result leads to."""
    return url.split("#")[0].strip("/")


def ask_ours(browser, bench, site, work, asked):
    """What the site's own search shows for questions."""
    server = Server({
        "/bench.html": "<!doctype html><meta charset=utf-8><script src=/assets/search-engine.js></script>",
        "/assets/": ship(bench, work / "assets"), "/search/": site / "search"})
    page = browser.new_page()
    page.goto(server.address + "/bench.html")
    answers = []
    for question in asked:
        answer = page.evaluate(ASK, [question.text, False, questions.DEPTH])
        answers.append(questions.Answer([path_of(url) for _, url in answer["results"]], answer["suggestion"]))
    page.close()
    server.shutdown()
    return answers


def ask_pagefind(browser, site, work, asked):
    """What Pagefind shows for questions, over the records' pages as the site has them."""
    folder = work / "site"
    shutil.rmtree(folder, ignore_errors=True)
    for path in questions.records_of(site):
        (folder / path).mkdir(parents=True)
        shutil.copyfile(site / path / "index.html", folder / path / "index.html")
    index_with_pagefind(folder, "--root-selector", "main")
    server = Server({"/bench.html": "<!doctype html><html lang=ja><meta charset=utf-8>", "/pagefind/": folder / "pagefind"})
    page = browser.new_page()
    page.goto(server.address + "/bench.html")
    answers = []
    for question in asked:
        answer = page.evaluate(PAGEFIND_ASK, [question.text, questions.DEPTH])
        answers.append(questions.Answer([path_of(url) for url in answer["shown"]], ""))
    page.close()
    server.shutdown()
    return answers


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", required=True)
    parser.add_argument("--records", default="400,10000")
    parser.add_argument("--site", default="public", type=pathlib.Path)
    parser.add_argument("--work", default="search-evaluation", type=pathlib.Path)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--no-pagefind", action="store_true")
    options = parser.parse_args()
    from playwright.sync_api import sync_playwright
    options.work.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        for records in map(int, filter(None, options.records.split(","))):
            file = options.work / f"{records}.jsonl"
            characters = RECORD_CHARACTERS.get(records, 400)
            subprocess.run([sys.executable, HERE / "make_catalogue.py", file, "--records", str(records),
                            "--characters", str(characters)], check=True)
            documents = [json.loads(line) for line in file.open(encoding="utf-8")]
            built = build(options.bench, file, options.work / f"index-{records}")
            truth = queries.Truth(options.bench, documents)
            truth.answer = functools.cache(truth.answer)
            asked, none = queries.make(documents, truth)
            typos = queries.typos(documents, truth)
            typed = queries.readings(documents)
            assets = ship(options.bench, options.work / "assets")
            mine = ours(browser, assets, options.work / f"index-{records}", documents, truth, asked, none, typos, typed)
            other = None
            if not options.no_pagefind:
                other = pagefind(browser, options.work / f"pages-{records}", documents, truth, asked, none, typos)
            report(records, built, mine, other)
        if (options.site / "search").is_dir():
            asked = questions.read(options.site)
            engines = {"Mokuroku": ask_ours(browser, options.bench, options.site, options.work, asked)}
            if not options.no_pagefind:
                engines["Pagefind"] = ask_pagefind(browser, options.site, options.work, asked)
            questions.report(asked, engines)
        else:
            print(f"\nNo site in {options.site}: the questions as people put them are not asked.")
        browser.close()


if __name__ == "__main__":
    main()
