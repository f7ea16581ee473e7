"""The web servers as the guide configures them."""

import gzip
import json
import shutil
import subprocess

import pytest

from conftest import PROGRAM, PROJECT, WebServer, free_port, guide_blocks, nginx, replaced, running

YEAR = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """A web root with the site of the project at its top, and below `mokuroku/` as the guide has it."""
    root = tmp_path_factory.mktemp("root")
    for name, address in (("top", "http://site.test/"), ("www/mokuroku", "http://site.test/mokuroku/")):
        (root / name).parent.mkdir(exist_ok=True)
        subprocess.run(
            [PROGRAM, "build", "--root", PROJECT, "--output", root / name, "--base-url", address], check=True)
    return root


@pytest.fixture(scope="module")
def nginx_at_top(sites):
    with nginx(sites / "a", replaced(guide_blocks("nginx")[0], "root /var/www/mokuroku;", f"root {sites}/top;"), sites / "top") as web:
        yield web


@pytest.fixture(scope="module")
def nginx_below(sites):
    whole, below = guide_blocks("nginx")
    lines = [line.strip() for line in below.strip().splitlines()]
    block = replaced(whole, "root /var/www/mokuroku;", replaced(lines[0], "/var/www", f"{sites}/www"))
    block = replaced(block, "error_page 404 /404.html;", lines[1])
    with nginx(sites / "b", block, sites / "www") as web:
        yield WebServer(web.address + "/mokuroku", sites / "www/mokuroku")


@pytest.fixture(scope="module")
def apache_at_top(sites):
    port = free_port()
    folder = sites / "c"
    folder.mkdir()
    block = replaced(guide_blocks("apache")[0], "*:80", f"127.0.0.1:{port}").replace("/var/www/mokuroku", f"{sites}/top")
    modules = "".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
        for name in ("mpm_event", "authz_core", "dir", "mime", "alias", "headers", "filter", "deflate"))
    (folder / "apache.conf").write_text(
        f"{modules}Listen 127.0.0.1:{port}\nPidFile {folder}/pid\nErrorLog {folder}/error.log\n"
        f"ServerName localhost\nUser www-data\nGroup www-data\nTypesConfig /etc/mime.types\n{block}")
    # The worker is another user: the folders above are opened for it.
    subprocess.run(["chmod", "-R", "a+rX", sites.parent], check=True)
    for above in list(sites.parents)[:2]:
        above.chmod(above.stat().st_mode | 0o055)
    with running([shutil.which("apache2") or "/usr/sbin/apache2", "-X", "-d", folder, "-f", folder / "apache.conf"], port):
        yield WebServer(f"http://127.0.0.1:{port}", sites / "top")


@pytest.fixture(params=["nginx_at_top", "nginx_below", "apache_at_top"])
def web(request):
    return request.getfixturevalue(request.param)


def manifest(web):
    return json.loads((web.root / "build.json").read_text())["files"]


def address(path):
    return "/" + (path[: -len("index.html")] if path.endswith("index.html") else path)


def test_every_file_is_served_as_it_is(web):
    files = manifest(web)
    # Every kind of file, and of each some hundred at most: names that are alike are served alike.
    for file in files[:: max(1, len(files) // 400)]:
        answer = web.get(address(file["path"]))
        assert answer.status == 200, file["path"]
        assert len(answer.body) == file["size"], file["path"]


def test_what_is_named_by_its_content_is_kept_and_the_rest_asked_again(web):
    files = manifest(web)
    named = [file for file in files if file.get("immutable")]
    others = [file for file in files if not file.get("immutable")]
    assert named and others
    for file in named[:: max(1, len(named) // 60)]:
        assert web.get(address(file["path"])).headers["cache-control"] == YEAR, file["path"]
    for file in [file for file in others if "search" in file["path"]] + others[:: len(others) // 60]:
        assert web.get(address(file["path"])).headers["cache-control"] == "no-cache", file["path"]


def test_asked_again_costs_no_body(web):
    first = web.get("/")
    again = web.get("/", **{"If-None-Match": first.headers["etag"]})
    assert again.status == 304 and again.body == b""


def test_what_is_not_there(web):
    for path in ("/nothing/", "/bases/nothing/", "/assets/nothing.css"):
        answer = web.get(path)
        assert answer.status == 404 and "ページが見つかりません" in answer.text
        assert "immutable" not in answer.headers.get("cache-control", "")
        style = answer.text.split('rel="stylesheet" href="')[1].split('"')[0]
        assert web.get(style.removeprefix("/mokuroku") if "mokuroku" in web.address else style).status == 200


@pytest.mark.parametrize("path, kind", [
    ("/", "text/html"), ("/data/programmes.csv", "text/csv"), ("/catalogue.json", "application/json"),
    ("/robots.txt", "text/plain"),
])
def test_kinds_and_characters(web, path, kind):
    field = web.get(path).headers["content-type"].lower().replace(" ", "")
    assert field == f"{kind};charset=utf-8"


def test_the_rest_of_the_kinds(web):
    ends = {"css": ("text/css",), "js": ("application/javascript", "text/javascript"), "svg": ("image/svg+xml",), "xml": ("text/xml", "application/xml")}
    for end, kinds in ends.items():
        path = next(file["path"] for file in manifest(web) if file["path"].endswith("." + end))
        kind, _, charset = web.get("/" + path).headers["content-type"].partition(";")
        assert kind in kinds, path
        # The files of the search index are UTF-16 and say so themselves, with a byte order mark.
        assert end != "js" or not charset, path


@pytest.mark.parametrize("path", ["/", "/data/programmes.csv", "/catalogue.json"])
def test_texts_are_sent_packed(web, path):
    plain = web.get(path)
    packed = web.get(path, **{"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in packed.headers["vary"].lower()
    assert gzip.decompress(packed.body) == plain.body


def test_headers_that_protect(web):
    for path in ("/", "/nothing/", "/data/programmes.csv"):
        headers = web.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["content-security-policy"] == "frame-ancestors 'none'"
        assert headers["referrer-policy"] == "same-origin"
