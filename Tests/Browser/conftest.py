"""The built site, served on a free port of this machine, and Debian's Chromium to read it with.

MOKUROKU_SITE names the folder of the built site (`public` of the project where it is not set) and
MOKUROKU_CHROMIUM the browser. Nothing else is asked of the network, and a page that asks fails.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from serving import served
from site_under_test import Site

WIDTHS = (320, 1280)
SCHEMES = ("light", "dark")


@pytest.fixture(scope="session")
def site():
    """The files of the built site."""
    default = Path(__file__).resolve().parents[2] / "public"
    folder = Path(os.environ.get("MOKUROKU_SITE") or default)
    if not (folder / "index.html").exists():
        pytest.exit(f"{folder} にサイトがありません。先に mokuroku build を実行してください。", 2)
    return Site(folder)


@pytest.fixture(scope="session")
def base(site):
    """The address of the served site, ending in `/`."""
    with served(site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("MOKUROKU_CHROMIUM", "/usr/bin/chromium"),
            # Chromium's own sandbox does not work for root; the pages are ours.
            args=["--no-sandbox", "--disable-gpu"],
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(browser, base):
    """Opens pages of the site in their own contexts and fails on what no page may do."""
    contexts = []
    problems = []

    def watch(page, expected):
        def said(message):
            if message.type in ("error", "warning") and not any(
                part in message.text for part in expected
            ):
                problems.append(f"{page.url}: {message.type}: {message.text}")

        def asked(request):
            if not request.url.startswith((base, "data:", "file:")):
                problems.append(f"{page.url}: off-site request: {request.url}")

        page.on("console", said)
        page.on("request", asked)
        page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))

    def open_page(path, width=1280, scheme="light", script=True, expected=(), **options):
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=script,
            locale="ja-JP",
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        watch(page, expected)
        page.goto(path if "://" in path else base + path, wait_until="load")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []
