#!/usr/bin/env python3
"""Prints the figures of Mokuroku beside their goals, and beside Hugo's in the same run.

    report.py [--mokuroku PATH] [--hugo PATH --hugo-site DIR] [--runs R] [--large]

Both build and preview the same made-up records in turn, on tmpfs, from cold. `--large` adds 100,000
programmes, which take some minutes.
"""
import argparse
import datetime
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import tempfile
import time

import living
import measure


class Table:
    """Figures with their goals, printed as they come."""

    def __init__(self):
        print("| figure | goal | Mokuroku | Hugo | |\n|---|---:|---:|---:|---|", flush=True)

    def row(self, figure, goal, value, unit, other=None, ratio=None):
        """A figure that must not be more than its goal, and not more than a share of Hugo's."""
        met = []
        if goal is not None:
            met.append(value <= goal)
        share = ""
        if other is not None and ratio is not None:
            met.append(value <= other * ratio)
            share = f"{value / other:.2f} of Hugo's"
        mark = "" if not met else "met" if all(met) else "missed"
        goals = " and ".join(
            ([f"≤ {goal:g} {unit}"] if goal is not None else [])
            + ([f"≤ {ratio:g} × Hugo"] if ratio is not None else []))
        shown = f"{other:.3g} {unit}" if other is not None else ""
        print(f"| {figure} | {goals} | {value:.3g} {unit} | {shown} | {mark} {share} |", flush=True)


def best(runs, place):
    return min(run[place] for run in runs) if runs else None


def previews(options, programmes, ours, theirs, table):
    start, times = living.serve(living.mokuroku(options.mokuroku, port := living.free_port()), port,
                                ours, options.runs, list(living.KINDS), 0.5)
    other = None
    if options.hugo:
        port = living.free_port()
        command = [str(options.hugo), "server", "--port", str(port), "--bind", "127.0.0.1", "--quiet"]
        _, their_times = living.serve(command, port, theirs, options.runs, ["body"], 3)
        other = statistics.median(their_times["body"]) * 1000
    table.row(f"file saved → page served, {programmes}", 30 if programmes <= 1000 else 100,
              statistics.median(times["body"]) * 1000, "ms", other, 0.1 if other else None)
    if programmes > 1000:
        for kind in ("title", "add", "rename", "delete"):
            table.row(f"{living.NAMES[kind]}, {programmes}", 300,
                      statistics.median(times[kind]) * 1000, "ms")
        table.row(f"`serve` started → first page, {programmes}", 1.5, start, "s")


def programme_table(options, programmes, table):
    """The figures of one size; gives the seconds of processor time for a record."""
    with tempfile.TemporaryDirectory(dir=measure.MEMORY) as place:
        ours, theirs, our_runs, their_runs = measure.cold(options, programmes, pathlib.Path(place))
        is_large = programmes > 10000
        ratio = None if is_large or not their_runs else 0.25
        table.row(f"cold build, wall time, {programmes}", None, best(our_runs, 0), "s",
                  best(their_runs, 0), ratio)
        table.row(f"cold build, processor time, {programmes}", None, best(our_runs, 1), "s",
                  best(their_runs, 1), ratio)
        if programmes >= 10000:
            table.row(f"peak memory, {programmes}", 3000 if is_large else 300,
                      max(run[2] for run in our_runs), "MB", best(their_runs, 2))
        if not is_large:
            previews(options, programmes, ours, theirs, table)
        return best(our_runs, 1) / programmes


def version_time(options):
    """The best of many starts, in milliseconds."""
    found = []
    for _ in range(40):
        started = time.perf_counter()
        subprocess.run([options.mokuroku, "--version"], check=True, stdout=subprocess.DEVNULL)
        found.append((time.perf_counter() - started) * 1000)
    return min(found)


def shipped(options):
    """The best wall time of the shipped catalogue from cold, in seconds."""
    with tempfile.TemporaryDirectory(dir=measure.MEMORY) as place:
        output = pathlib.Path(place) / "public"
        walls = []
        for _ in range(options.runs):
            shutil.rmtree(output, ignore_errors=True)
            walls.append(measure.run([options.mokuroku, "build", "--output", output], measure.ROOT)[0])
        return min(walls)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--mokuroku", default=measure.ROOT / ".build/release/mokuroku", type=pathlib.Path)
    parser.add_argument("--hugo", type=pathlib.Path)
    parser.add_argument("--hugo-site", type=pathlib.Path)
    parser.add_argument("--programmes", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--large", action="store_true")
    options = parser.parse_args()
    options.mokuroku = options.mokuroku.resolve()
    print(f"{datetime.date.today()}, {os.cpu_count()} processors, {platform.machine()}, "
          f"load {os.getloadavg()[0]:.1f}, best of {options.runs} runs (previews: median)\n")
    table = Table()
    costs = {size: programme_table(options, size, table) for size in options.programmes}
    if options.large:
        options.runs, options.hugo = 1, None
        cost = programme_table(options, 100000, table)
        table.row("processor time for a record at 100,000, beside that at 1,000", 1.3,
                  cost / costs[min(costs)], "times")
    table.row("`mokuroku --version`", 5, version_time(options), "ms")
    table.row("the shipped catalogue, cold", 0.25, shipped(options), "s")


if __name__ == "__main__":
    main()
