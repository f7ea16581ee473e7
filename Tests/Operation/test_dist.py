"""What `make dist` makes, tried where nothing else is: in a bare Debian 12."""

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from conftest import CATALOGUE, PROJECT

DIST = PROJECT / ".build-dist"
VERSION = re.search(r'text = "([^"]+)"', (PROJECT / "Sources/mokuroku/ToolVersion.swift").read_text())[1]


def output(*command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, **options).stdout


def only(pattern):
    (path,) = DIST.glob(pattern)
    return path


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tar")
    with tarfile.open(only("*.tar.gz")) as archive:
        archive.extractall(folder, filter="data")
    (top,) = folder.iterdir()
    return top


def help_of(program):
    return json.loads(output(program, "--experimental-dump-help"))["command"]


def test_checksums_are_right():
    lines = (DIST / "SHA256SUMS").read_text().splitlines()
    names = {path.name for path in DIST.iterdir()} - {"SHA256SUMS"}
    assert {line.split("  ")[1] for line in lines} == names
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((DIST / name).read_bytes()).hexdigest() == digest


def test_the_archive_names_nobody_and_no_time_but_the_commits():
    commit = int(output("git", "-C", PROJECT, "log", "-1", "--format=%ct"))
    with tarfile.open(only("*.tar.gz")) as archive:
        members = archive.getmembers()
    assert [member.name for member in members] == sorted(member.name for member in members)
    assert {(member.uid, member.gid, member.uname, member.gname) for member in members} == {(0, 0, "", "")}
    assert {member.mtime for member in members} == {commit}
    assert {member.mode for member in members} <= {0o755, 0o644}
    # The header of gzip has neither name nor time (RFC 1952 §2.3).
    header = only("*.tar.gz").read_bytes()[:8]
    assert header[3] == 0 and header[4:8] == bytes(4)


def test_the_program_needs_no_library(tree):
    program = tree / "bin/mokuroku"
    assert "INTERP" not in output("readelf", "--wide", "--program-headers", program)
    assert "NEEDED" not in output("readelf", "--wide", "--dynamic", program)


def test_nothing_of_the_building_machine_is_in_the_program(tree):
    content = (tree / "bin/mokuroku").read_bytes()
    assert os.fsencode(PROJECT) not in content


def test_the_version_tells_the_commit(tree):
    commit = output("git", "-C", PROJECT, "rev-parse", "--short=12", "HEAD").strip()
    told = output(tree / "bin/mokuroku", "--version").strip()
    # An uncommitted change is told too.
    assert told in (f"{VERSION} ({commit})", f"{VERSION} ({commit}-changed)")


def test_manual_pages_have_every_command_and_the_program_says(tree):
    command = help_of(tree / "bin/mokuroku")
    japanese, english = (
        gzip.decompress((tree / "share/man" / name / "mokuroku.1.gz").read_bytes()).decode() for name in ("ja/man1", "man1"))
    for page in (japanese, english):
        assert "@" not in re.sub(r"\S+@\S+", "", page)
        told = subprocess.run(
            ["groff", "-man", "-ww", "-Tutf8", "-K", "utf8", "-z"], input=page, text=True, capture_output=True)
        assert told.returncode == 0
        assert [line for line in told.stderr.splitlines() if "break" not in line and "adjust" not in line] == []
    for sub in command["subcommands"]:
        name = sub["commandName"]
        if name == "help":
            continue
        assert f"\n.B {name}\n" in english
        assert f"\n.SS mokuroku {name}\n" in japanese
        for argument in sub.get("arguments", []):
            for mark in argument.get("names", []):
                if argument.get("shouldDisplay", True) and mark["kind"] == "long":
                    assert "\\-\\-" + mark["name"].replace("-", "\\-") in japanese, (name, mark)


def test_completions_know_the_commands(tree):
    share = tree / "share"
    names = {sub["commandName"] for sub in help_of(tree / "bin/mokuroku")["subcommands"]}
    for path in ("bash-completion/completions/mokuroku", "zsh/vendor-completions/_mokuroku", "fish/vendor_completions.d/mokuroku.fish"):
        text = (share / path).read_text()
        assert all(name in text for name in names), path
    subprocess.run(["bash", "-n", share / "bash-completion/completions/mokuroku"], check=True)


def test_the_sbom_is_spdx_and_tells_the_programs_digest(tree):
    path = only("*.spdx.json")
    subprocess.run([Path(os.sys.executable).parent / "pyspdxtools", "-i", path], check=True)
    document = json.loads(path.read_text())
    packages = {package["name"]: package for package in document["packages"]}
    digest = hashlib.sha256((tree / "bin/mokuroku").read_bytes()).hexdigest()
    assert packages["mokuroku"]["checksums"] == [{"algorithm": "SHA256", "checksumValue": digest}]
    resolved = json.loads((PROJECT / "Package.resolved").read_text())["pins"]
    assert {pin["identity"] for pin in resolved} | {"swift-runtime", "libyaml-dev", "libcmark-gfm-dev", "libc6-dev"} <= set(packages)


def test_every_component_has_its_notice(tree):
    notices = (tree / "share/doc/mokuroku/copyright").read_text()
    for package in json.loads(only("*.spdx.json").read_text())["packages"][1:]:
        assert f"{package['name']} {package['versionInfo']}: " in notices
    for words in ("Apache License", "GNU LESSER GENERAL PUBLIC LICENSE", "Kirill Simonov", "John MacFarlane"):
        assert words.lower() in notices.lower(), words


def test_the_package_has_the_same_files_as_the_archive(tree, tmp_path):
    subprocess.run(["dpkg-deb", "--extract", only("*.deb"), tmp_path], check=True)

    def files(folder):
        return {
            str(path.relative_to(folder)): path.read_bytes()
            for part in ("bin", "share") for path in (folder / part).rglob("*") if path.is_file()}

    assert files(tmp_path / "usr") == files(tree)
    fields = output("dpkg-deb", "--field", only("*.deb"))
    assert f"Version: {VERSION}" in fields and "Depends" not in fields


@pytest.fixture(scope="module")
def debian(tmp_path_factory):
    """A bare Debian 12: what `debootstrap --variant=minbase` installs, with the archive opened in it."""
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        pytest.skip("NOT RUN: a bare Debian takes root and debootstrap")
    folder = tmp_path_factory.mktemp("debian")
    kept = PROJECT / ".build-dist-debian.tar"
    if kept.exists():
        subprocess.run(["tar", "-xf", kept, "-C", folder], check=True)
    else:
        made = subprocess.run(["debootstrap", "--variant=minbase", "bookworm", folder], stdout=subprocess.DEVNULL)
        if made.returncode != 0:
            pytest.skip("NOT RUN: debootstrap got no Debian from its mirror")
        subprocess.run(["tar", "-cf", kept, "-C", folder, "."], check=True)
    # Every running Linux has it; Swift's runtime asks it where the program is.
    subprocess.run(["mount", "-t", "proc", "proc", folder / "proc"], check=True)
    yield folder
    subprocess.run(["umount", folder / "proc"], check=True)
    shutil.rmtree(folder, ignore_errors=True)


def in_debian(debian, *command):
    return subprocess.run(
        ["env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "chroot", debian, *command],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def test_a_bare_debian_builds_the_catalogue(debian, tree):
    assert in_debian(debian, "sh", "-c", "command -v swift").returncode != 0
    shutil.copytree(tree, debian / "opt/mokuroku")
    for name in CATALOGUE:
        source = PROJECT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, debian / "srv" / name)
    done = in_debian(debian, "/opt/mokuroku/bin/mokuroku", "build", "--strict", "--root", "/srv", "--output", "/srv/site")
    assert done.returncode == 0, done.stdout
    # Here from the same copy, which has no history: 最近の更新 follows that of the project.
    ours = subprocess.run(
        [tree / "bin/mokuroku", "build", "--root", debian / "srv", "--output", debian / "srv/ours"], stdout=subprocess.DEVNULL)
    assert ours.returncode == 0
    assert subprocess.run(["diff", "-r", debian / "srv/site", debian / "srv/ours"]).returncode == 0


def test_the_package_installs_on_a_bare_debian(debian):
    shutil.copy(only("*.deb"), debian / "mokuroku.deb")
    done = in_debian(debian, "dpkg", "-i", "/mokuroku.deb")
    assert done.returncode == 0, done.stdout
    assert VERSION in in_debian(debian, "mokuroku", "--version").stdout
    done = in_debian(debian, "mokuroku", "check", "--root", "/srv", "--strict")
    assert done.returncode == 0, done.stdout
    # The scripts find the program on the PATH.
    done = in_debian(debian, "/usr/share/mokuroku/ci/check-content", "/srv")
    assert done.returncode == 0, done.stdout
    done = in_debian(debian, "dpkg", "-r", "mokuroku")
    assert done.returncode == 0 and not (debian / "usr/bin/mokuroku").exists()


def test_no_source_puts_its_path_into_the_program():
    """The length of the path would stand in the program, which would then differ by the folder it is made in."""
    sources = (PROJECT / "Sources").rglob("*.swift")
    assert [path for path in sources if re.search(r"withoutActuallyEscaping|#filePath\b|#file\b", path.read_text())] == []
