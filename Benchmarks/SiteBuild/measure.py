#!/usr/bin/env python3
"""Measures a build of the made-up catalogue, stage by stage, beside Hugo's in the same run.

    measure.py [--mokuroku PATH] [--hugo PATH --hugo-site DIR] [--programmes N …] [--runs R]

Both build the same records from cold, in turn, on tmpfs; wall time, processor time and peak memory are of
the whole process. `--hugo-site` is a folder with Hugo's configuration and layouts for such a catalogue (a
page for each record with its facts and budget, list pages, a search index of all texts in one file).
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# Where the sites stand: in memory where there is such a folder, so that no disk is measured.
MEMORY = "/dev/shm" if os.path.isdir("/dev/shm") else None


def run(command, folder):
    """Runs a command; returns wall seconds, processor seconds, peak MB and what it printed."""
    with tempfile.TemporaryFile() as out:
        started = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        text = out.read().decode()
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{text[-2000:]}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


def corpus(folder, programmes, flavour):
    subprocess.run([sys.executable, HERE / "corpus.py", folder, "--programmes", str(programmes),
                    "--flavour", flavour], check=True, stdout=subprocess.DEVNULL)


def sizes(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files) / 1e6


def summary(name, runs, output):
    walls = [one[0] for one in runs]
    count, megabytes = sizes(output)
    print(f"| {name} | {min(walls):.2f} | {statistics.median(walls):.2f} | "
          f"{min(one[1] for one in runs):.2f} | {max(one[2] for one in runs):.0f} | {count} | {megabytes:.0f} |")
    return min(walls)


def stages(runs):
    """The stages of the quickest run."""
    text = min(runs, key=lambda one: one[0])[3]
    rows = [line.split("\t") for line in text.splitlines() if line.endswith(" µs") and "\t" in line]
    total = sum(int(value.split()[0]) for _, value in rows) or 1
    print("\n| stage | ms | share |\n|---|---:|---:|")
    for name, value in rows:
        microseconds = int(value.split()[0])
        print(f"| {name} | {microseconds / 1000:.0f} | {100 * microseconds / total:.0f} % |")


def cold(options, programmes, folder):
    """Builds a catalogue from cold, in turn with Hugo; gives both folders and the runs of both."""
    ours, theirs = folder / "mokuroku", folder / "hugo"
    corpus(ours, programmes, "mokuroku")
    shutil.copytree(ROOT / "templates", ours / "templates")
    if options.hugo:
        corpus(theirs, programmes, "hugo")
        shutil.copytree(options.hugo_site, theirs, dirs_exist_ok=True)
    our_runs, their_runs = [], []
    for _ in range(options.runs):
        shutil.rmtree(ours / "public", ignore_errors=True)
        our_runs.append(run([options.mokuroku, "build", "--timings"], ours))
        if options.hugo:
            for name in ("public", "resources"):
                shutil.rmtree(theirs / name, ignore_errors=True)
            their_runs.append(run([options.hugo, "--quiet", "--destination", "public"], theirs))
    return ours, theirs, our_runs, their_runs


def measure(options, programmes, folder):
    print(f"\n## {programmes} programmes\n")
    print("| | wall s, best | median | processor s | peak MB | files | MB written |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    ours, theirs, our_runs, their_runs = cold(options, programmes, folder)
    best = summary("Mokuroku", our_runs, ours / "public")
    if options.hugo:
        other = summary("Hugo", their_runs, theirs / "public")
        print(f"\nHugo takes {other / best:.1f} times as long.")
    stages(our_runs)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--mokuroku", default=ROOT / ".build/release/mokuroku", type=pathlib.Path)
    parser.add_argument("--hugo", type=pathlib.Path)
    parser.add_argument("--hugo-site", type=pathlib.Path)
    parser.add_argument("--programmes", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    options.mokuroku = options.mokuroku.resolve()
    for programmes in options.programmes:
        with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
            measure(options, programmes, pathlib.Path(folder))


if __name__ == "__main__":
    main()
