"""The pages at former addresses: what stands behind an address goes on to the page of today."""

import os
import subprocess
from pathlib import Path

import pytest

from serving import ROOT, served

MOKUROKU = Path(os.environ.get("MOKUROKU") or ROOT / ".build/release/mokuroku")
"""The program; MOKUROKU names another than the release build."""

DEFINITION = """site: {title: 試験, description: 試験です。, base_url: https://example.jp/, language: ja}
common:
  title: {type: text, label: 名称, required: true}
  yomi: {type: reading, label: 読み}
collections:
  things: {label: もの, former: [goods], fields: {}}
"""

RESTS = ("", "?a=1&b=%E3%81%82", "#%E7%B5%8C%E7%B7%AF", "?a=1#%E7%B5%8C%E7%B7%AF")
FORMERS = {
    "things/old/": "things/new/", "goods/": "things/", "goods/old/": "things/new/",
    "goods/new/": "things/new/",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A built site with former addresses."""
    root = tmp_path_factory.mktemp("former")
    (root / "content/things").mkdir(parents=True)
    (root / "templates").mkdir()
    (root / "catalogue.yml").write_text(DEFINITION, encoding="utf-8")
    (root / "content/things/new.md").write_text(
        "---\ntitle: 甲\nyomi: こう\nformer_ids: [old]\n---\n## 経緯\n\n[[乙]]を見る。\n", encoding="utf-8")
    (root / "content/things/b.md").write_text("---\ntitle: 乙\nyomi: おつ\n---\n", encoding="utf-8")
    subprocess.run([MOKUROKU, "build", "--strict", "--root", root, "--output", root / "public"], check=True)
    return root / "public"


@pytest.mark.parametrize("rest", RESTS)
@pytest.mark.parametrize("former", FORMERS)
def test_query_and_heading_go_along(browser, folder, former, rest):
    with served(folder) as base:
        page = browser.new_page()
        page.goto(base + former + rest)
        page.wait_for_url(base + FORMERS[former] + rest)
        # Who goes back is not led on again.
        assert page.evaluate("history.length") <= 2
        page.close()


@pytest.mark.parametrize("rest", RESTS)
@pytest.mark.parametrize("former", FORMERS)
def test_a_folder_without_a_server_leads_to_the_file(browser, folder, former, rest):
    page = browser.new_page()
    page.goto((folder / former / "index.html").as_uri() + rest)
    page.wait_for_url((folder / FORMERS[former] / "index.html").as_uri() + rest)
    page.close()


def test_without_scripts_the_page_leads_on_all_the_same(browser, folder):
    context = browser.new_context(java_script_enabled=False)
    with served(folder) as base:
        page = context.new_page()
        page.goto(base + "things/old/")
        page.wait_for_url(base + "things/new/")
    context.close()
