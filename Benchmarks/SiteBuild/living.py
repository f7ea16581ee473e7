#!/usr/bin/env python3
"""Measures the preview: from a saved file to the page that shows it, and from the start to the first page.

    living.py [--mokuroku PATH] [--programmes N …] [--runs R]

Every edit is a whole file in the place of the old one. The page is asked for until it shows the edit, so
that the time has the notice of the system, the look at the catalogue and the making of the page in it.
"""
import argparse
import http.client
import pathlib
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))
import measure  # noqa: E402


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def save(path, text):
    """Puts a file in the place of another, as editors do."""
    draft = path.with_name("." + path.name + ".draft")
    draft.write_text(text, encoding="utf-8")
    draft.rename(path)


class Preview:
    """A preview that is asked over one connection."""

    def __init__(self, command, folder, port, first):
        started = time.monotonic()
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.port = port
        self.connection = None
        try:
            self.start = self.until(first, lambda status, text: status == 200, started)
        except SystemExit:
            self.end()
            raise

    def get(self, path):
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
            self.connection.request("GET", path)
            answer = self.connection.getresponse()
            return answer.status, answer.read().decode(errors="replace")
        except (OSError, http.client.HTTPException):
            self.connection = None
            return 0, ""

    def until(self, path, holds, started, limit=60):
        """Seconds from `started` until the answer to a request is as it should be."""
        while time.monotonic() - started < limit:
            if holds(*self.get(path)):
                return time.monotonic() - started
            if self.process.poll() is not None:
                sys.exit("the preview ended")
            time.sleep(0.001)
        sys.exit(f"{path} did not become what it should within {limit} s")

    def end(self):
        self.process.terminate()
        self.process.wait()


def mokuroku(executable, port):
    return [str(executable), "serve", "--port", str(port)]


# The kinds of edits in their order, each with a word that its page shows, and what it is called.
KINDS = {"body": "文", "title": "題", "add": "追加", "rename": "改名", "delete": "削除"}
NAMES = {"body": "file saved → page served", "title": "a title changed", "add": "a file added",
         "rename": "a file renamed", "delete": "a file deleted"}


def edit(preview, kind, record, number, quiet):
    """Makes one edit of a kind; gives the seconds until its page shows it."""
    time.sleep(quiet)
    page = "/" + "/".join(record.with_suffix("").parts[-2:]) + "/"
    text = record.read_text(encoding="utf-8")
    token = f"{KINDS[kind]}の計測{number:04d}番"
    if kind == "body":
        changed, target, path = text + f"\n{token}の文です。\n", record, page
    elif kind == "title":
        changed = re.sub(r"^title: .*$", f"title: {token}の施策", text, count=1, flags=re.M)
        target, path = record, page
    elif kind == "add":
        target = record.with_name(f"added-{number}.md")
        changed = re.sub(r"^title: .*$", f"title: {token}に加えた施策", text, count=1, flags=re.M)
        changed = re.sub(r"^aliases: .*\n", "", changed, count=1, flags=re.M)
        path = f"/{target.parts[-2]}/added-{number}/"
    elif kind == "rename":
        target = record.with_name(f"added-{number}.md")
        started = time.monotonic()
        target.rename(record.with_name(f"renamed-{number}.md"))
        path = f"/{target.parts[-2]}/renamed-{number}/"
        return preview.until(path, lambda status, _: status == 200, started)
    else:
        target = record.with_name(f"renamed-{number}.md")
        started = time.monotonic()
        target.unlink()
        path = f"/{target.parts[-2]}/renamed-{number}/"
        return preview.until(path, lambda status, _: status == 404, started)
    save(target, changed)
    started = time.monotonic()
    return preview.until(path, lambda status, shown: status == 200 and token in shown, started)


def serve(command, port, folder, runs, kinds, quiet):
    """The times of one preview: start, and for each kind of edit those of its runs."""
    records = sorted((folder / "content/programmes").glob("[!_]*.md"))
    step = max(1, len(records) // (runs + 1))
    first = "/programmes/" + records[0].stem + "/"
    preview = Preview(command, folder, port, first)
    times = {}
    try:
        for number in range(runs):
            record = records[(number + 1) * step % len(records)]
            for kind in kinds:
                times.setdefault(kind, []).append(edit(preview, kind, record, number, quiet))
    finally:
        preview.end()
    return preview.start, times


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--mokuroku", type=pathlib.Path, default=ROOT / ".build/release/mokuroku")
    parser.add_argument("--programmes", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--quiet", type=float, default=0.5, help="seconds between two edits")
    arguments = parser.parse_args()
    for programmes in arguments.programmes:
        with tempfile.TemporaryDirectory(dir=measure.MEMORY) as place:
            folder = pathlib.Path(place) / "site"
            measure.corpus(folder, programmes, "mokuroku")
            shutil.copytree(ROOT / "templates", folder / "templates")
            port = free_port()
            start, times = serve(mokuroku(arguments.mokuroku, port), port, folder, arguments.runs,
                                 list(KINDS), arguments.quiet)
        print(f"{programmes} programmes: first page after {start * 1000:.0f} ms")
        for kind, found in times.items():
            print(f"  {kind}: median {statistics.median(found) * 1000:.0f} ms, "
                  f"most {max(found) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
