"""A bare repository with the hooks of `.ci/hooks`, a web root behind nginx, and an author's clone.

Everything stands in one temporary folder and on loopback. The program is the one that MOKUROKU names, else the
release build of this project. nginx is configured by the block of the guide, so that the guide is what is tested.
"""

import contextlib
import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("MOKUROKU") or PROJECT / ".build/release/mokuroku")
GUIDE = PROJECT / "Documentation/guide/kokai.md"
# What of the project a catalogue is.
CATALOGUE = ("catalogue.yml", "content", "templates")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def guide_blocks(language):
    """The blocks of a configuration language in the guide, in their order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE.read_text(), re.DOTALL | re.MULTILINE)


def replaced(text, old, new):
    """The text with what must stand in it exchanged."""
    assert old in text, f"the guide has no longer: {old}"
    return text.replace(old, new)


class Answer:
    """An HTTP answer: status, header fields by lower-case name, bytes as sent."""

    def __init__(self, status, headers, body):
        self.status = status
        self.headers = {name.lower(): value for name, value in headers}
        self.body = body

    @property
    def text(self):
        return self.body.decode()


class WebServer:
    """A server of a folder under an address."""

    def __init__(self, address, root):
        self.address = address
        self.root = root

    def get(self, path, **headers):
        request = urllib.request.Request(self.address + urllib.parse.quote(path, safe="/%"), headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return Answer(answer.status, answer.getheaders(), answer.read())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers.items(), error.read())


def wait_until_open(port, process):
    for _ in range(200):
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("the server does not open its port")


@contextlib.contextmanager
def running(command, port):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        wait_until_open(port, process)
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextlib.contextmanager
def nginx(folder, configuration, root):
    """nginx with server blocks that listen at port 80 in the guide."""
    port = free_port()
    configuration = replaced(configuration, "listen 80;", f"listen 127.0.0.1:{port};")
    folder.mkdir(parents=True, exist_ok=True)
    main = folder / "nginx.conf"
    user = "user root;\n" if os.geteuid() == 0 else ""
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    main.write_text(
        f"{user}daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\nworker_processes 2;\n"
        f"events {{ worker_connections 512; }}\nhttp {{\ninclude /etc/nginx/mime.types;\n"
        f"default_type application/octet-stream;\naccess_log off;\n{temporary}{configuration}}}\n"
    )
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    with running([program, "-c", main, "-p", folder, "-e", folder / "error.log"], port):
        yield WebServer(f"http://127.0.0.1:{port}", root)


def git(folder, *words, check=True):
    """Runs git as an author; gives what it ended with."""
    environment = dict(
        os.environ,
        GIT_AUTHOR_NAME="author", GIT_AUTHOR_EMAIL="author@example.jp",
        GIT_COMMITTER_NAME="author", GIT_COMMITTER_EMAIL="author@example.jp",
        GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_NOSYSTEM="1",
    )
    done = subprocess.run(
        ["git", "-C", folder, *words], env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120,
    )
    if check and done.returncode != 0:
        raise AssertionError(f"git {' '.join(map(str, words))}: {done.stdout}")
    return done


class Office:
    """An office with its own git server: a bare repository, a web root, authors."""

    def __init__(self, folder):
        self.folder = folder
        self.bare = folder / "catalogue.git"
        self.web = folder / "www" / "mokuroku"
        self.web.parent.mkdir()
        subprocess.run(["git", "init", "-q", "--bare", "-b", "main", self.bare], check=True)
        for hook in (PROJECT / ".ci/hooks").iterdir():
            shutil.copy(hook, self.bare / "hooks")
        self.configure("program", PROGRAM)
        self.configure("publish", PROJECT / ".ci/publish")
        self.configure("target", self.web)

    def configure(self, key, value):
        git(self.bare, "config", f"mokuroku.{key}", str(value))

    def author(self, name):
        """A clone of an author."""
        git(self.folder, "clone", "-q", self.bare, name)
        return Author(self.folder / name)

    def first_push(self):
        """The first author, who brings the project's catalogue."""
        author = self.author("first")
        git(author.folder, "checkout", "-q", "-B", "main")
        for name in CATALOGUE:
            source = PROJECT / name
            if source.is_dir():
                shutil.copytree(source, author.folder / name)
            else:
                shutil.copy(source, author.folder / name)
        (author.folder / "README.md").write_text("目録\n")
        author.push("first")
        return author

    def manifest(self):
        return json.loads((self.web / "build.json").read_text())

    def state(self):
        """All names and bytes that stand there, and the identity of the folder."""
        digest = hashlib.sha256()
        for path in sorted(self.web.rglob("*")):
            digest.update(str(path.relative_to(self.web)).encode())
            if path.is_file():
                digest.update(path.read_bytes())
        return self.web.stat().st_ino, digest.hexdigest()


class Author:
    def __init__(self, folder):
        self.folder = folder

    def path(self, name):
        return self.folder / name

    def edit(self, name, old, new):
        path = self.path(name)
        text = path.read_text()
        assert old in text, f"{name} has no {old}"
        path.write_text(text.replace(old, new, 1))

    def commit(self, message):
        git(self.folder, "add", "-A")
        git(self.folder, "commit", "-q", "-m", message)

    def push(self, message, check=True):
        """Commits everything and pushes; gives what git ended with, with what the hooks said."""
        self.commit(message)
        return git(self.folder, "push", "-q", "origin", "HEAD:main", check=check)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return Office(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def author(office):
    return office.first_push()


@pytest.fixture(scope="module")
def web(office, author):
    blocks = guide_blocks("nginx")
    server = replaced(blocks[0], "root /var/www/mokuroku;", f"root {office.web};")
    with nginx(office.folder / "nginx", server, office.web) as server:
        yield server
