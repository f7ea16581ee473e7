"""Serves a folder on a free port of this machine, and runs the executable that makes indexes for tests."""

import contextlib
import functools
import http.server
import os
import subprocess
import threading
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BENCH = Path(os.environ.get("MOKUROKU_SEARCH_BENCH") or ROOT / ".build/release/mokuroku-search-bench")
"""The product mokuroku-search-bench; MOKUROKU_SEARCH_BENCH names another than the release build."""


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files, and the site's own page for addresses that do not exist."""

    def log_message(self, *arguments):
        pass

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextlib.contextmanager
def served(folder):
    """The address of a folder while it is served, ending in `/`."""
    handler = functools.partial(Handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def bench(*arguments, text=""):
    """What the executable prints."""
    if not BENCH.exists():
        pytest.fail(f"{BENCH} がありません。swift build -c release --product mokuroku-search-bench を実行してください。")
    run = subprocess.run([BENCH, *arguments], input=text, capture_output=True, encoding="utf-8", check=True)
    return run.stdout
