"""From a push to a served page, with the hooks and the scripts that an office would use."""

import concurrent.futures
import hashlib
import json
import os
import re
import shutil
import subprocess
import threading
import time

import pytest

from conftest import PROGRAM, PROJECT, git

TIA = "content/bases/tia.md"
SUMMARY = "つくばのナノテクノロジー拠点として始まり"


def test_a_good_change_is_served(office, author, web):
    before = office.manifest()["source"]
    author.edit(TIA, SUMMARY, "つくばの機関が力を合わせて運営する")
    started = time.monotonic()
    said = author.push("a good change").stdout
    page = web.get("/bases/tia/")
    print(f"from push to page: {time.monotonic() - started:.2f} s")
    assert page.status == 200 and "つくばの機関が力を合わせて運営する" in page.text
    assert "TIA" in said
    assert office.manifest()["source"] != before


def test_a_push_with_faults_is_refused_with_file_and_line(office, author, web):
    before = office.state()
    author.edit(TIA, "ministries: [経済産業省,", "ministries: [経済産業章,")
    author.edit("content/bases/abci.md", "\n---\n", "\n---\n\n[[ないもの]]\n")
    pushed = author.push("two faults", check=False)
    assert pushed.returncode != 0
    line = author.path(TIA).read_text().splitlines().index(
        next(line for line in author.path(TIA).read_text().splitlines() if "経済産業章" in line)) + 1
    assert f"{TIA}:{line}:" in pushed.stdout
    assert "content/bases/abci.md:" in pushed.stdout
    assert "受け取りませんでした" in pushed.stdout
    assert office.state() == before
    assert web.get("/bases/tia/").status == 200
    git(author.folder, "reset", "-q", "--hard", "HEAD~1")


def test_a_change_outside_the_content_builds_nothing(office, author):
    before = office.state()
    author.path("README.md").write_text("目録の説明\n")
    said = author.push("the read-me").stdout
    assert "何もしません" in said
    assert office.state() == before


def test_another_branch_publishes_nothing(office, author):
    before = office.state()
    git(author.folder, "checkout", "-q", "-b", "draft")
    author.edit(TIA, "経済産業省", "経済産業章")
    author.commit("a draft with a fault")
    git(author.folder, "push", "-q", "origin", "draft")
    git(author.folder, "checkout", "-q", "main")
    assert office.state() == before


def test_the_published_branch_stays(office, author):
    git(office.bare, "config", "receive.denyDeleteCurrent", "ignore")
    pushed = git(author.folder, "push", "-q", "origin", ":main", check=False)
    assert pushed.returncode != 0 and "消せません" in pushed.stdout


@pytest.mark.parametrize("name", [
    "content/bases/secret.md", "content/loop", "content/assets", "catalogue.yml", "templates/assets/site.css"])
def test_links_are_refused(office, author, name, tmp_path):
    before = office.state()
    (tmp_path / "secret").write_text("root:secret")
    path = author.path(name)
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.symlink_to(tmp_path / "secret" if path.suffix else tmp_path)
    pushed = author.push("a link", check=False)
    assert pushed.returncode != 0
    assert "シンボリックリンク" in pushed.stdout and name in pushed.stdout
    assert "root:secret" not in pushed.stdout
    assert office.state() == before
    git(author.folder, "reset", "-q", "--hard", "HEAD~1")


def test_attributes_leave_nothing_out(office, author, web):
    author.path(".gitattributes").write_text("content/bases/tia.md export-ignore\ncontent export-ignore\n")
    author.edit(TIA, "summary: ", "summary: 属性。")
    author.push("attributes")
    assert "属性。" in web.get("/bases/tia/").text


def test_a_wrong_root_is_told(office, author):
    office.configure("root", "nowhere")
    author.path("README.md").write_text("別の説明\n")
    pushed = author.push("a wrong root", check=False)
    git(office.bare, "config", "--unset", "mokuroku.root")
    assert pushed.returncode != 0 and "「nowhere」に catalogue.yml がありません" in pushed.stdout
    git(author.folder, "reset", "-q", "--hard", "HEAD~1")


@pytest.mark.parametrize("root", [".", "./", "目録 a", "./目録 a", ".hidden", "deep/below"])
def test_the_catalogue_may_stand_in_any_folder(tmp_path, root):
    repository, folder = tmp_path / "repository", tmp_path / "exported"
    folder.mkdir()
    subprocess.run(["git", "init", "-q", "-b", "main", repository], check=True)
    place = repository / root
    names = {"catalogue.yml", "content/a.md", "templates/t.mustache"}
    for name in names:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(root)
    (place / "other.md").write_text("no part of the catalogue")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "a catalogue")
    git(repository, "config", "mokuroku.root", root)
    subprocess.run([PROJECT / ".ci/hooks/export", "main", folder], cwd=repository, check=True)
    written = {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}
    assert written == dict.fromkeys(names, root)


def test_a_server_without_the_program_takes_nothing(office, author):
    before = office.state()
    office.configure("program", "/nowhere/mokuroku")
    author.edit(TIA, "summary: ", "summary: ない。")
    pushed = author.push("no program", check=False)
    office.configure("program", PROGRAM)
    assert pushed.returncode != 0 and "管理者に" in pushed.stdout and "誤りがあるので" not in pushed.stdout
    assert office.state() == before
    git(author.folder, "reset", "-q", "--hard", "HEAD~1")


def test_the_web_server_can_read_whatever_the_umask(office, author):
    author.edit(TIA, "summary: ", "summary: 覆い。")
    author.commit("umask")
    done = subprocess.run(f"umask 077; git -C '{author.folder}' push -q origin HEAD:main", shell=True)
    assert done.returncode == 0
    assert office.web.stat().st_mode & 0o777 == 0o755
    assert (office.web / "bases/tia/index.html").stat().st_mode & 0o777 == 0o644


def test_an_edition_that_cannot_be_compared_is_replaced(office, author, web):
    (office.web / "catalogue.json").write_text("broken")
    author.edit(TIA, "summary: ", "summary: 比べない。")
    said = author.push("a damaged edition").stdout
    assert "公開できませんでした" not in said and "示せません" in said
    assert "比べない。" in web.get("/bases/tia/").text


def test_a_title_and_a_deletion_are_told(office, author, web):
    author.edit("content/bases/abci.md", "title: ", "title: 新しい")
    title = re.search(r"^title: (.*)$", author.path("content/bases/abci.md").read_text(), re.M)[1]
    author.path("content/awards/abilympics.md").unlink()
    said = author.push("a title and a deletion").stdout
    assert title in said
    assert "/awards/abilympics/" in said
    assert web.get("/awards/abilympics/").status == 404
    assert title in web.get("/bases/abci/").text


def test_two_pushes_at_once(office, author, web):
    authors = [office.author(f"at-once-{number}") for number in range(2)]
    for number, one in enumerate(authors):
        one.edit(TIA if number == 0 else "content/bases/gsj.md", "summary: ", f"summary: 同時{number}。")
        one.commit(f"at once {number}")

    def push(one):
        # One of two pushes to a branch comes second: its author takes the other's change, and pushes again.
        for _ in range(10):
            if git(one.folder, "push", "-q", "origin", "main", check=False).returncode == 0:
                return
            git(one.folder, "pull", "-q", "--rebase", "origin", "main")
        raise AssertionError("ten pushes were refused")

    with concurrent.futures.ThreadPoolExecutor() as pool:
        list(pool.map(push, authors))
    assert "同時0。" in web.get("/bases/tia/").text
    assert "同時1。" in web.get("/bases/gsj/").text
    git(author.folder, "pull", "-q", "--rebase", "origin", "main")


class Reader(threading.Thread):
    """Reads a page and all that it names, again and again, and keeps the digest of each file."""

    def __init__(self, web, start):
        super().__init__()
        self.web = web
        self.start_page = start
        self.is_over = threading.Event()
        self.faults = []
        self.seen = set()
        self.count = 0

    def fetch(self, path):
        answer = self.web.get(path)
        self.count += 1
        if answer.status != 200:
            self.faults.append(f"{path}: {answer.status}")
            return ""
        name = (os.path.normpath(path) + ("/index.html" if path.endswith("/") else "")).lstrip("/")
        self.seen.add((name, hashlib.sha256(answer.body).hexdigest()))
        return answer.body.decode(errors="replace")

    def run(self):
        try:
            self.read()
        except Exception as error:  # A thread's own end would pass unseen.
            self.faults.append(repr(error))

    def read(self):
        while not self.is_over.is_set():
            page = self.fetch(self.start_page)
            depth = self.start_page.count("/") - 1
            for link in re.findall(r'(?:src|href)="((?:\.\./)*[^":#?]+\.(?:js|css|svg))"', page):
                assert link.count("../") == depth, link
                self.fetch("/" + link.replace("../", ""))
            self.fetch("/search/index.js")


def test_readers_see_whole_editions_during_a_push(office, author, web):
    readers = [Reader(web, page) for page in ("/bases/tia/", "/", "/programmes/", "/bases/tia/")]
    editions = [office.manifest()]
    for reader in readers:
        reader.start()
    for number in range(4):
        author.edit(TIA, "summary: ", f"summary: 読むあいだ{number}。")
        author.push(f"meanwhile {number}")
        editions.append(office.manifest())
    for reader in readers:
        reader.is_over.set()
    for reader in readers:
        reader.join()
    known = {(file["path"], file["sha256"]) for edition in editions for file in edition["files"]}
    assert [fault for reader in readers for fault in reader.faults] == []
    assert sum(reader.count for reader in readers) > 100
    assert set().union(*(reader.seen for reader in readers)) <= known


def test_what_does_not_build_is_not_published(office, author):
    """The hook that publishes leaves what stands there, also where pushes are not checked."""
    before = office.state()
    hook = office.bare / "hooks/pre-receive"
    hook.chmod(0o644)
    author.edit(TIA, "経済産業省", "経済産業章")
    said = author.push("a fault without a check").stdout
    hook.chmod(0o755)
    assert "公開できませんでした" in said and f"{TIA}:" in said
    assert office.state() == before
    git(author.folder, "revert", "--no-edit", "HEAD")
    git(author.folder, "push", "-q", "origin", "main")


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """Another machine, for which `ssh` and `rsync` run their commands here."""
    tools = tmp_path / "tools"
    tools.mkdir()
    ssh = tools / "ssh"
    ssh.write_text('#!/bin/sh\nwhile [ "${1#-}" != "$1" ]; do shift; done\n[ "$1" = web ] || exit 255\nshift\nexec sh -c "$*"\n')
    ssh.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")
    monkeypatch.setenv("MOKUROKU", str(PROGRAM))
    return tmp_path


def publish(*words, check=True):
    done = subprocess.run(
        [PROJECT / ".ci/publish", *map(str, words)], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert not check or done.returncode == 0, done.stdout
    return done


@pytest.fixture
def catalogue(author, tmp_path):
    folder = tmp_path / "catalogue"
    shutil.copytree(author.folder, folder, ignore=shutil.ignore_patterns(".git"))
    return folder


def test_another_machine_gets_whole_editions(machine, catalogue, monkeypatch):
    """A fresh runner too, which has no edition: it fetches the one that stands there."""
    link = machine / "web root" / "site"
    link.parent.mkdir()
    target = f"web:{link}"
    assert "初めての版" in publish("--root", catalogue, target).stdout
    assert link.is_symlink()
    first = json.loads((link / "build.json").read_text())
    there = {str(path.relative_to(link.resolve())) for path in link.resolve().rglob("*")}
    assert {file["path"] for file in first["files"]} <= there
    assert "何もしません" in publish("--root", catalogue, target).stdout

    tia = catalogue / TIA
    for number in range(4):
        monkeypatch.setenv("MOKUROKU_MIRROR", str(machine / f"runner-{number}"))
        tia.write_text(tia.read_text().replace("summary: ", f"summary: 別の機械{number}。", 1))
        old = link.resolve()
        changed = machine / f"changes-{number}.md"
        said = publish("--root", catalogue, "--changes", changed, target).stdout
        assert "TIA" in said and "TIA" in changed.read_text()
        assert link.resolve() != old and old.is_dir()
        assert f"別の機械{number}。" in (link / "bases/tia/index.html").read_text()
        # What did not change is the same file.
        assert (link / "robots.txt").stat().st_ino == (old / "robots.txt").stat().st_ino
    assert len([path for path in link.resolve().parent.iterdir() if path.is_dir()]) == 2


def test_a_folder_on_another_machine_becomes_a_link(machine, catalogue):
    folder = machine / "site"
    folder.mkdir()
    (folder / "old.html").write_text("old")
    publish("--root", catalogue, f"web:{folder}")
    assert folder.is_symlink() and (folder / "index.html").exists()
    (before,) = machine.glob("site.editions/before-*")
    assert (before / "old.html").read_text() == "old"


def test_a_clock_that_goes_back_loses_no_edition(machine, catalogue):
    folder = machine / "site"
    for year in (2031, 2030, 2029):
        clock = machine / "tools/date"
        clock.write_text(f"#!/bin/sh\necho {year}0101T000000Z\n")
        clock.chmod(0o755)
        tia = catalogue / TIA
        tia.write_text(tia.read_text().replace("summary: ", f"summary: {year}年。", 1))
        former = folder.resolve() if folder.exists() else None
        publish("--root", catalogue, f"web:{folder}")
        assert f"{year}年。" in (folder / "bases/tia/index.html").read_text()
        assert former is None or former.is_dir()


@pytest.fixture
def standing(catalogue, tmp_path):
    """An edition that can be asked for at an address, as that of Pages."""
    folder = tmp_path / "standing"
    publish("--root", catalogue, folder)
    return folder


@pytest.mark.parametrize("damage, told", [
    (None, "TIA"), ("<html>login</html>", "初めての版"), ('{"generator":"mokuroku","records":', "示せません")])
def test_what_stands_elsewhere_is_compared_and_never_in_the_way(machine, catalogue, standing, damage, told):
    if damage:
        (standing / "build.json").write_text(damage)
    tia = catalogue / TIA
    tia.write_text(tia.read_text().replace("summary: ", "summary: ほか。", 1))
    said = publish("--root", catalogue, "--before", f"file://{standing}", machine / "new").stdout
    assert told in said
    assert (machine / "new/index.html").exists()


def test_half_the_records_are_refused_also_where_the_folder_is_new(machine, catalogue, standing):
    manifest = standing / "build.json"
    records = json.loads(manifest.read_text())["records"]
    manifest.write_text(manifest.read_text().replace(f'"records":{records}', f'"records":{records * 2 + 1}', 1))
    words = ("--root", catalogue, "--before", f"file://{standing}")
    done = publish(*words, machine / "new", check=False)
    assert done.returncode == 2 and "--allow-shrinking" in done.stdout
    publish(*words, "--allow-shrinking", machine / "newer")


@pytest.mark.parametrize("words", [[], ["a", "b"], ["--root"], ["--nonsense", "x"]])
def test_wrong_use_is_told(words):
    done = publish(*words, check=False)
    assert done.returncode == 64 and "TARGET" in done.stdout
