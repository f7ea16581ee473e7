#!/usr/bin/env python3
"""Edits real files under `mokuroku serve`, again and again: memory and descriptors must stay flat.

Each edit adds a line to the body of a record of the shipped catalogue, or takes it away again; the page
must have it after the rebuild. What the process holds is read after the first tenth of the rebuilds, when
caches and arenas are warm, and after the last.
"""

import argparse
import pathlib
import statistics
import time
import urllib.request

import command
from command import require

# Of the memory after the first tenth: what allocators may keep from one rebuild to the next.
GROWTH = 1.10
SLACK = 8 * 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mokuroku", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=500)
    options = parser.parse_args()
    with command.temporary_folder() as place:
        folder = command.copy_of_shipped(pathlib.Path(place) / "catalogue")
        records = sorted((folder / "content/programmes").glob("*.md"))
        with command.Preview(options.mokuroku.resolve(), folder) as preview:
            memory, descriptors, times = [], [], []
            for number in range(options.count):
                # Twice the same file: once a line is added, once it is taken away.
                record = records[number // 2 % len(records)]
                text = record.read_text(encoding="utf-8")
                mark = "\n\n浸透試験の一行である。\n"
                is_added = number % 2 == 0
                record.write_text(text + mark if is_added else text.removesuffix(mark), encoding="utf-8")
                start = time.monotonic()
                preview.wait_for_rebuild()
                times.append(time.monotonic() - start)
                address = f"http://localhost:{preview.port}/programmes/{record.stem}/"
                with urllib.request.urlopen(address, timeout=30) as answer:
                    page = answer.read().decode("utf-8")
                require(("浸透試験の一行" in page) == is_added, f"the page of {record.stem} is not new")
                # The server may still hold the connection that was just closed.
                for _ in range(50):
                    held = preview.descriptors()
                    if not descriptors or held <= min(descriptors):
                        break
                    time.sleep(0.02)
                memory.append(preview.memory())
                descriptors.append(held)
            preview.end()
        tenth = max(1, options.count // 10)
        before = statistics.median(memory[tenth:2 * tenth] or memory)
        after = statistics.median(memory[-tenth:])
        print(
            f"rebuilds: {options.count} under serve, {statistics.median(times):.2f} s each (median), "
            f"memory {before / 1024:.0f} MB after {tenth}, {after / 1024:.0f} MB at the end "
            f"(most {max(memory) / 1024:.0f}), descriptors {descriptors[0]} and {descriptors[-1]}", flush=True)
        require(after <= before * GROWTH + SLACK, "memory grows")
        require(descriptors[-1] <= descriptors[0], "descriptors grow")


if __name__ == "__main__":
    command.run(main)
