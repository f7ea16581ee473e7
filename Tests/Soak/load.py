#!/usr/bin/env python3
"""Loads `mokuroku serve` with wrk while files change: every answer is 200, no connection breaks."""

import argparse
import pathlib
import re
import subprocess
import threading
import urllib.request

import command
from command import require

# One path after the other: a home page, pages of records that are edited, lists, data and the directory
# of the search. All stay where they are in every edition.
SCRIPT = """\
local paths = { %s }
local number = 0
request = function()
  number = number + 1
  return wrk.format("GET", paths[number %% #paths + 1])
end
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mokuroku", type=pathlib.Path)
    parser.add_argument("--seconds", type=int, default=30)
    options = parser.parse_args()
    with command.temporary_folder() as place:
        folder = command.copy_of_shipped(pathlib.Path(place) / "catalogue")
        records = sorted((folder / "content/programmes").glob("*.md"))[:8]
        with command.Preview(options.mokuroku.resolve(), folder) as preview:
            paths = ["/", "/programmes/", "/search/index.js", "/build.json"]
            paths += [f"/programmes/{record.stem}/" for record in records]
            for path in paths:
                urllib.request.urlopen(f"http://localhost:{preview.port}{path}", timeout=30).close()
            script = pathlib.Path(place) / "paths.lua"
            script.write_text(SCRIPT % ", ".join(f'"{path}"' for path in paths))
            is_done = threading.Event()
            edits = 0

            def edit():
                nonlocal edits
                while not is_done.wait(1.0):
                    record = records[edits % len(records)]
                    with open(record, "a", encoding="utf-8") as file:
                        file.write(f"\n負荷試験の{edits}行目である。\n")
                    edits += 1

            editor = threading.Thread(target=edit)
            editor.start()
            wrk = subprocess.run(
                ["wrk", "-t2", "-c32", f"-d{options.seconds}s", "--timeout", "10s", "-s", script,
                 f"http://localhost:{preview.port}/"], capture_output=True, encoding="utf-8")
            is_done.set()
            editor.join()
            require(wrk.returncode == 0, wrk.stdout + wrk.stderr)
            preview.wait_for_rebuild()
            rebuilds = 1 + preview.drain()
            preview.end()
        requests = re.search(r"(\d+) requests in", wrk.stdout)
        rate = re.search(r"Requests/sec:\s+([\d.]+)", wrk.stdout)
        errors = re.findall(r"(?:Socket errors|Non-2xx).*", wrk.stdout)
        require(requests and rate, wrk.stdout)
        print(
            f"load: {requests[1]} requests in {options.seconds} s with 32 connections, {rate[1]} a second, "
            f"{rebuilds} rebuilds after {edits} edits, errors: {'; '.join(errors) or 'none'}", flush=True)
        require(not errors, "answers with errors")
        require(rebuilds > 1, "nothing was rebuilt meanwhile")


if __name__ == "__main__":
    command.run(main)
