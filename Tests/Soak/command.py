"""The built command, catalogues for it, and what is left beside an output; shared by the long tests."""

import hashlib
import json
import os
import pathlib
import queue
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCES = ["catalogue.yml", "content", "templates"]

DEFINITION = """\
site:
  title: 試験目録
  base_url: https://example.jp/
collections:
  things:
    label: もの
    fields:
      title: {type: text, label: 名称, required: true}
      yomi: {type: reading, label: 読み}
"""


class Failure(Exception):
    """What was promised is not so."""


def require(condition, words):
    if not condition:
        raise Failure(words)


def place_in_memory():
    """Where folders are made: in memory where there is such a place, as the tests in Swift do."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def temporary_folder(in_memory=True):
    return tempfile.TemporaryDirectory(
        prefix="mokuroku-soak-", dir=place_in_memory() if in_memory else None)


def small_catalogue(folder, records, edition=""):
    """Writes a catalogue of some records, whose texts tell the edition; the templates are the site's."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "catalogue.yml").write_text(DEFINITION, encoding="utf-8")
    things = folder / "content/things"
    things.mkdir(parents=True, exist_ok=True)
    if not (folder / "templates").exists():
        shutil.copytree(ROOT / "templates", folder / "templates")
    for number in range(records):
        write_record(folder, number, edition)


def write_record(folder, number, edition):
    (folder / f"content/things/t{number}.md").write_text(
        f"---\ntitle: もの{number}{edition}\nyomi: もの\n---\n第{number}の本文{edition}。\n", encoding="utf-8")


def build(mokuroku, folder, *arguments, **options):
    """Runs `mokuroku build` to its end."""
    return subprocess.run(
        [mokuroku, "build", "--root", folder, *arguments], capture_output=True, encoding="utf-8",
        stdin=subprocess.DEVNULL, timeout=options.pop("timeout", 300), **options)


def files(folder):
    """Every file below a folder with the digest of its bytes."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_dir():
            found[str(path.relative_to(folder))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def edition(folder):
    """The files of the edition that stands in a folder, without those that only the one before had."""
    found = files(folder)
    former = folder / "build-former.json"
    if former.exists():
        listed = {entry["path"] for entry in json.loads(former.read_bytes())["files"]}
        listed -= {entry["path"] for entry in json.loads((folder / "build.json").read_bytes())["files"]}
        found = {path: digest for path, digest in found.items() if path not in listed}
        del found["build-former.json"]
    return found


class Preview:
    """A running `mokuroku serve`, with the lines that it says."""

    PUBLISHED = re.compile(r"ページを見られます")

    def __init__(self, mokuroku, folder):
        # Its editions are made in memory too: each waits for the disk to have all that was written.
        self.process = subprocess.Popen(
            [mokuroku, "serve", "--root", folder, "--port", "0"], stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, encoding="utf-8",
            env={**os.environ, "TMPDIR": place_in_memory() or tempfile.gettempdir()})
        self.lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.port = int(self.wait_for(re.compile(r"http://localhost:(\d+)/"))[1])
        # It answers 503 until there is something to show.
        self.wait_for_rebuild()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))
        self.lines.put(None)

    def wait_for(self, pattern, seconds=120):
        """Reads lines up to one that fits; a fault or a trouble on the way is a failure."""
        end = time.monotonic() + seconds
        while True:
            try:
                line = self.lines.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                raise Failure(f"nothing said for {seconds} s that fits {pattern.pattern}") from None
            require(line is not None, "serve ended")
            require("作れません" not in line and "誤りがある" not in line, f"serve said: {line}")
            found = pattern.search(line)
            if found:
                return found

    def wait_for_rebuild(self):
        self.wait_for(self.PUBLISHED)

    def drain(self):
        """Counts the rebuilds told meanwhile."""
        count = 0
        while not self.lines.empty():
            line = self.lines.get()
            require(line is not None, "serve ended")
            require("作れません" not in line and "誤りがある" not in line, f"serve said: {line}")
            count += bool(self.PUBLISHED.search(line))
        return count

    def memory(self):
        """What the process has in memory, in KB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"^VmRSS:\s+(\d+) kB", status, re.M)[1])

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(timeout=30)
        require(status == 143, f"serve ended with {status} after SIGTERM")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def copy_of_shipped(folder):
    """Copies the shipped catalogue, to be edited."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in SOURCES:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


def run(main):
    """Runs a long test and tells in one line what fell short."""
    try:
        main()
    except Failure as failure:
        print(f"FAILED: {failure}", flush=True)
        raise SystemExit(1) from None
