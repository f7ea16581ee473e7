#!/usr/bin/env python3
"""Builds where the machine falls short: full disks, no inodes, limits of a process, mount points.

It needs the right to mount (root); without it the cases with file systems of their own are skipped, and it
says so. A build that cannot be done ends with 2, says why in Japanese in one line, leaves the old edition
as it was and nothing beside it; with room again the next build publishes.
"""

import argparse
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys

import command
from command import require

JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")
RECORDS = 6


class FileSystem:
    """A file system mounted for a while."""

    def __init__(self, folder, *arguments):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["mount", *arguments, folder], check=True, capture_output=True)

    def change(self, options):
        subprocess.run(["mount", "-o", f"remount,{options}", self.folder], check=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", self.folder], check=True)


def can_mount(place):
    try:
        with FileSystem(place / "trial", "-t", "tmpfs", "-o", "size=64k", "tmpfs"):
            return True
    except (subprocess.CalledProcessError, FileNotFoundError, PermissionError):
        return False


def beside(folder):
    return sorted(path.name for path in folder.iterdir())


def refuse(case, made, words):
    """Expects the end of a build that could not be done."""
    require(made.returncode == 2, f"{case}: ended with {made.returncode}: {made.stderr}{made.stdout}")
    require(JAPANESE.search(made.stderr), f"{case}: not in Japanese: {made.stderr}")
    require(re.search(words, made.stderr), f"{case}: said {made.stderr!r}")
    require(len(made.stderr.strip().splitlines()) == 1, f"{case}: more than one line: {made.stderr}")


def short_of(case, mokuroku, folder, is_short, words, with_room):
    """An old edition, a build while something is short, a build with room again."""
    output = folder / "public"
    made = command.build(mokuroku, folder)
    require(made.returncode == 0, f"{case}: the first build failed: {made.stderr}")
    names, old = beside(folder), command.files(output)
    for number in range(RECORDS):
        command.write_record(folder, number, "新")
    with is_short():
        refuse(case, command.build(mokuroku, folder), words)
        require(command.files(output) == old, f"{case}: the old edition is another")
        require(beside(folder) == names, f"{case}: left {beside(folder)}")
    with_room()
    made = command.build(mokuroku, folder)
    require(made.returncode == 0, f"{case}: the build with room failed: {made.stderr}")
    require(command.files(output) != old and beside(folder) == names, f"{case}: not published")


class Filled:
    """The rest of a file system, taken by one file: all its blocks or all its inodes."""

    def __init__(self, folder, inodes):
        self.folder = folder / ".fill"
        self.inodes = inodes

    def __enter__(self):
        self.folder.mkdir()
        free = os.statvfs(self.folder)
        if self.inodes:
            for number in range(free.f_favail - 20):
                (self.folder / str(number)).touch()
        else:
            # Room for some files of the new edition, not for all.
            size = (free.f_bavail - 12) * free.f_frsize
            with open(self.folder / "blocks", "wb") as file:
                os.posix_fallocate(file.fileno(), 0, size)
        subprocess.run(["mv", self.folder, self.folder.parent.parent / ".fill"], check=True)
        self.folder = self.folder.parent.parent / ".fill"

    def __exit__(self, *_):
        subprocess.run(["rm", "-rf", self.folder], check=True)


def full_disk(mokuroku, place):
    for case, options, inodes in [
        ("a full disk", "size=8m", False), ("no inodes left", "size=64m,nr_inodes=1500", True),
    ]:
        with FileSystem(place / "disk", "-t", "tmpfs", "-o", options, "tmpfs"):
            folder = place / "disk/catalogue"
            command.small_catalogue(folder, RECORDS)
            short_of(
                case, mokuroku, folder, lambda: Filled(folder, inodes), "ディスクに空きがない", lambda: None)
        yield case


class Limited:
    """Builds with a limit of their own."""

    def __init__(self, mokuroku, folder, kind, limit):
        self.mokuroku, self.folder, self.kind, self.limit = mokuroku, folder, kind, limit

    def build(self):
        return command.build(self.mokuroku, self.folder, preexec_fn=self._set)

    def _set(self):
        # The signal that the kernel sends at this limit ends a process that says nothing of it.
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(self.kind, (self.limit, self.limit))


def limits(mokuroku, place):
    folder = place / "limits"
    command.small_catalogue(folder, RECORDS)
    require(command.build(mokuroku, folder).returncode == 0, "limits: the first build failed")
    names, old = beside(folder), command.files(folder / "public")
    for number in range(RECORDS):
        command.write_record(folder, number, "新")
    case = "files of 1 KB at most"
    refuse(case, Limited(mokuroku, folder, resource.RLIMIT_FSIZE, 1024).build(), "大きすぎます")
    require(command.files(folder / "public") == old, f"{case}: the old edition is another")
    require(beside(folder) == names, f"{case}: left {beside(folder)}")
    yield case
    # With fewer than seven the runtime of Swift itself does not come up.
    refused = 0
    for limit in range(7, 40):
        case = f"{limit} open files at most"
        made = Limited(mokuroku, folder, resource.RLIMIT_NOFILE, limit).build()
        # Tidying up takes descriptors as well; what is left then is for the next build with enough.
        left = set(beside(folder)) - set(names)
        require(left <= {".public.lock", ".public.next"}, f"{case}: left {left}")
        if made.returncode == 0:
            break
        refuse(case, made, "数を超えました")
        require(command.files(folder / "public") == old, f"{case}: the old edition is another")
        refused += 1
    require(refused > 0, "no limit of open files was met")
    made = command.build(mokuroku, folder)
    require(made.returncode == 0, f"after the limits: {made.stderr}")
    require(command.files(folder / "public") != old, "after the limits: not published")
    require(beside(folder) == names, f"after the limits: left {beside(folder)}")
    yield f"7 to {6 + refused} open files at most"
    # Text as deep as it gets, with little room for recursion.
    (folder / "content/things/deep.md").write_text(
        "---\ntitle: 深い\nyomi: ふかい\n---\n" + "> " * 99 + "*" * 400 + "[" * 400 + "深い\n", encoding="utf-8")
    made = Limited(mokuroku, folder, resource.RLIMIT_STACK, 512 * 1024).build()
    require(made.returncode in (0, 1), f"a stack of 512 KB: ended with {made.returncode}: {made.stderr[-500:]}")
    yield "a stack of 512 KB"


def mounted_output(mokuroku, place):
    folder = place / "mounted"
    command.small_catalogue(folder, RECORDS)
    output = folder / "public"
    with FileSystem(output, "-t", "tmpfs", "-o", "size=16m", "tmpfs"):
        names = beside(folder)
        for edition in ["", "新", "新"]:
            for number in range(RECORDS):
                command.write_record(folder, number, edition)
            made = command.build(mokuroku, folder)
            require(made.returncode == 0, f"a mount point: {made.stderr}")
            require(beside(folder) == names, f"a mount point: left {beside(folder)}")
            hidden = [name for name in beside(output) if name.startswith(".")]
            require(not hidden, f"a mount point: left {hidden}")
            page = (output / "things/t0/index.html").read_text(encoding="utf-8")
            require(("もの0新" in page) == (edition != ""), "a mount point: another page")
        require("そのまま" in made.stdout, f"a mount point: an equal edition is told as {made.stdout}")
    yield "a mount point as output"


def read_only(mokuroku, place):
    """The folder above the output cannot be written, because its file system is mounted so."""
    folder = place / "read-only"
    command.small_catalogue(folder, RECORDS)
    output = folder / "public"
    output.mkdir()
    subprocess.run(["mount", "--bind", folder, folder], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
        refuse("a read-only output", command.build(mokuroku, folder), "読み取り専用|権限")
        with FileSystem(output, "-t", "tmpfs", "-o", "size=16m", "tmpfs"):
            made = command.build(mokuroku, folder)
            require(made.returncode == 0, f"a read-only parent: {made.stderr}")
            require((output / "things/t0/index.html").exists(), "a read-only parent: not published")
            require("一つずつ" in made.stderr or "一度に" in made.stderr, f"a read-only parent: said {made.stderr!r}")
    finally:
        subprocess.run(["umount", folder], check=True)
    yield "a read-only folder above the output"


def without_exchange(mokuroku, place):
    """A file system that does not exchange folders, where the kernel has one that says so: overlay."""
    folder = place / "overlay"
    parts = [place / "overlay-parts" / name for name in ["lower", "upper", "work"]]
    with FileSystem(place / "overlay-parts", "-t", "tmpfs", "-o", "size=64m", "tmpfs"):
        for part in parts:
            part.mkdir()
        command.small_catalogue(parts[0], RECORDS)
        require(command.build(mokuroku, parts[0]).returncode == 0, "overlay: the first build failed")
        options = f"lowerdir={parts[0]},upperdir={parts[1]},workdir={parts[2]}"
        try:
            system = FileSystem(folder, "-t", "overlay", "-o", options, "overlay")
        except subprocess.CalledProcessError:
            yield "SKIPPED: no overlay file system here"
            return
        with system:
            names = beside(folder)
            for edition in ["新", "次"]:
                for number in range(RECORDS):
                    command.write_record(folder, number, edition)
                made = command.build(mokuroku, folder)
                require(made.returncode == 0, f"overlay: {made.stderr}")
                require(beside(folder) == names, f"overlay: left {beside(folder)}")
                page = (folder / "public/things/t0/index.html").read_text(encoding="utf-8")
                require("もの0" + edition in page, "overlay: another page")
    yield "an overlay file system"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mokuroku", type=pathlib.Path)
    options = parser.parse_args()
    mokuroku = options.mokuroku.resolve()
    # Not in memory: what is mounted here must not lie in what is mounted there.
    with command.temporary_folder(in_memory=False) as place:
        place = pathlib.Path(place)
        done = list(limits(mokuroku, place))
        if can_mount(place):
            for case in [full_disk, mounted_output, read_only, without_exchange]:
                done += case(mokuroku, place)
        else:
            print(
                "*** SKIPPED: full disks, inodes, mount points and read-only folders, "
                "because nothing can be mounted here (it takes root)", file=sys.stderr, flush=True)
        print(f"machine: {len(done)} cases hold: {', '.join(done)}", flush=True)


if __name__ == "__main__":
    command.run(main)
