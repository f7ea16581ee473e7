"""What the preview adds to a page: the warnings of its edition, the errors of what was saved since."""

import os
import re
import signal
import subprocess
from pathlib import Path

import pytest

from serving import ROOT

MOKUROKU = Path(os.environ.get("MOKUROKU") or ROOT / ".build/release/mokuroku")
"""The program; MOKUROKU names another than the release build."""

DEFINITION = """site: {title: 試験, base_url: https://example.jp/}
common:
  title: {type: text, label: 名称, required: true}
  yomi: {type: reading, label: 読み}
  tags: {type: text, list: true, label: 札}
collections:
  things: {label: もの, fields: {}}
"""


def write(folder, tags):
    (folder / "content/things/a.md").write_text(
        f"---\ntitle: 甲\nyomi: こう\ntags: {tags}\n---\n[[乙]]を見る。\n", encoding="utf-8")


@pytest.fixture
def catalogue(tmp_path):
    """A catalogue with one warning."""
    (tmp_path / "content/things").mkdir(parents=True)
    (tmp_path / "templates").mkdir()
    (tmp_path / "catalogue.yml").write_text(DEFINITION, encoding="utf-8")
    (tmp_path / "content/things/b.md").write_text("---\ntitle: 乙\nyomi: おつ\n---\n", encoding="utf-8")
    write(tmp_path, "[木, 木]")
    return tmp_path


@pytest.fixture
def address(catalogue):
    """The address of the catalogue's preview."""
    process = subprocess.Popen(
        [MOKUROKU, "serve", "--port", "0", "--root", catalogue], stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, encoding="utf-8")
    for line in process.stdout:
        if found := re.search(r"http://localhost:(\d+)/", line):
            break
    yield f"http://127.0.0.1:{found.group(1)}/"
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=30)
    process.stdout.close()


def test_warnings_and_errors_stand_in_the_page(browser, catalogue, address):
    page = browser.new_page()
    page.goto(address + "things/a/")
    notice = page.locator("mokuroku-preview details")
    notice.locator("summary").wait_for()
    assert notice.locator("summary").inner_text() == "警告が1件あります"
    assert not notice.locator("pre").is_visible()
    notice.locator("summary").click()
    assert "field/duplicate-entry" in notice.locator("pre").inner_text()

    write(catalogue, "[木")
    alert = page.locator("mokuroku-preview section")
    alert.wait_for()
    assert "content/things/a.md" in alert.locator("pre").inner_text()

    write(catalogue, "[木]")
    page.locator("mokuroku-preview").wait_for(state="detached")
    assert page.locator("h1").inner_text() == "甲"
    page.close()
