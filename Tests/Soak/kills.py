#!/usr/bin/env python3
"""Kills a real `mokuroku build` with SIGKILL at random moments.

After each kill one whole edition stands in the output; the next build publishes the right one and leaves
nothing beside it. Two editions take turns, so that there is always something to exchange.
"""

import argparse
import pathlib
import random
import signal
import subprocess
import time

import command
from command import require

RECORDS = 12


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mokuroku", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random.seed(options.seed)
    mokuroku = options.mokuroku.resolve()
    with command.temporary_folder() as place:
        place = pathlib.Path(place)
        right, lasting = [], []
        for name in ["甲", "乙"]:
            model = place / "model" / name
            command.small_catalogue(model, RECORDS, name)
            start = time.monotonic()
            made = command.build(mokuroku, model)
            lasting.append(time.monotonic() - start)
            require(made.returncode == 0, made.stderr)
            right.append(command.edition(model / "public"))
        require(right[0] != right[1], "two editions are the same")
        folder = place / "run"
        command.small_catalogue(folder, RECORDS, "甲")
        require(command.build(mokuroku, folder).returncode == 0, "the first build failed")
        names = sorted(path.name for path in folder.iterdir())
        killed = leftovers = switched = 0
        for number in range(1, options.count + 1):
            for record in range(RECORDS):
                command.write_record(folder, record, "甲乙"[number % 2])
            process = subprocess.Popen(
                [mokuroku, "build", "--root", folder], stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
            time.sleep(random.uniform(0, 1.1 * min(lasting)))
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
            # What readers see now. Between two renames nothing may stand there; the system here exchanges.
            seen = command.edition(folder / "public")
            require(seen in right, f"a mixed edition after kill {number}")
            switched += seen == right[number % 2]
            leftovers += sorted(path.name for path in folder.iterdir()) != names
            made = command.build(mokuroku, folder)
            require(made.returncode == 0, f"the build after kill {number} failed: {made.stderr}")
            require(
                command.edition(folder / "public") == right[number % 2],
                f"another edition after kill {number}")
            require(
                sorted(path.name for path in folder.iterdir()) == names,
                f"something is left after kill {number}")
        print(
            f"kills: {killed} of {options.count} builds ended by SIGKILL before their end, {leftovers} left "
            f"something beside the output, {switched} had switched; each next build right, nothing left",
            flush=True)
        require(killed >= options.count // 2, "most builds were faster than the kill")


if __name__ == "__main__":
    command.run(main)
