"""Chromium, Firefox and WebKitGTK as one thing that opens pages, takes keys and clicks, and tells what it sees.

The browsers are Debian's; MOKUROKU_FIREFOX names another Firefox. Playwright leads Chromium, as in the other tests; it
cannot lead Debian's others.
"""

import abc
import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import time
from pathlib import Path

from playwright.sync_api import Error as PlaywrightError

from webdriver import Marionette, Refusal, WebDriver

NAMES = ("chromium", "firefox", "webkit")
PATIENCE = 20
"""How many seconds a page may take to become what a test waits for."""

# Keys that are no characters: https://www.w3.org/TR/webdriver2/#keyboard-actions
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "ArrowUp": "\ue013", "ArrowDown": "\ue015"}


class Browser(abc.ABC):
    """A window of a browser."""

    @abc.abstractmethod
    def go(self, address):
        """Opens an address and waits until the page is loaded."""

    @abc.abstractmethod
    def back(self):
        """Goes back in the history."""

    @abc.abstractmethod
    def evaluate(self, function, *arguments):
        """What a function in JavaScript returns for arguments that are values of JSON."""

    @abc.abstractmethod
    def type(self, text):
        """Types a text into what has the focus."""

    @abc.abstractmethod
    def press(self, key):
        """Presses one of `KEYS`."""

    @abc.abstractmethod
    def click_at(self, x, y):
        """Clicks at a place of what is shown."""

    @abc.abstractmethod
    def messages(self):
        """The errors and warnings of pages since the last call."""

    @abc.abstractmethod
    def requests(self):
        """The addresses that pages have asked for since the last call; from HTTP at least."""

    def address(self):
        return self.evaluate("() => location.href")

    def texts(self, selector):
        """The texts of what is shown of the elements that a selector finds."""
        return self.evaluate(
            "selector => [...document.querySelectorAll(selector)].map(one => one.innerText).filter(Boolean)", selector)

    def attributes(self, selector, name):
        """An attribute of each element that a selector finds."""
        return self.evaluate(
            "(selector, name) => [...document.querySelectorAll(selector)].map(one => one.getAttribute(name))",
            selector, name)

    def wait(self, function, *arguments):
        """What a function in JavaScript returns, as soon as that is true; a page on its way is waited for."""
        return self.until(lambda: self.evaluate(function, *arguments), f"{function} {arguments}")

    def until(self, what, name=""):
        """What a function returns, as soon as that is true."""
        end, value = time.monotonic() + PATIENCE, None
        while time.monotonic() < end:
            with contextlib.suppress(Refusal, PlaywrightError):
                if value := what():
                    return value
            time.sleep(0.02)
        raise AssertionError(f"{self.address()}: after {PATIENCE} s still {value!r}: {name or what}")

    def wait_for_address(self, pattern):
        """Waits for a loaded page whose address has a pattern, which is read by JavaScript."""
        return self.wait(
            "pattern => document.readyState === 'complete' && RegExp(pattern).test(location.href) && location.href",
            pattern)

    def click(self, selector):
        """Clicks on the first element that a selector finds, as soon as there is one."""
        x, y = self.wait(
            """selector => {
              const element = document.querySelector(selector);
              element?.scrollIntoView({ block: 'center', behavior: 'instant' });
              const { width, height, left, top } = element?.getClientRects()[0] ?? {};
              return width > 0 && [Math.round(left + width / 2), Math.round(top + height / 2)];
            }""", selector)
        self.click_at(x, y)


class Chromium(Browser):
    """A page of Playwright's."""

    def __init__(self, page):
        self.page = page
        self.seen = []
        self.asked = []
        page.on("console", lambda message: message.type in ("error", "warning") and self.seen.append(message.text))
        page.on("pageerror", lambda error: self.seen.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))

    def go(self, address):
        self.page.goto(address, wait_until="load")

    def back(self):
        self.page.go_back()

    def evaluate(self, function, *arguments):
        return self.page.evaluate(f"given => ({function})(...given)", arguments)

    def type(self, text):
        self.page.keyboard.type(text)

    def press(self, key):
        self.page.keyboard.press(key)

    def click_at(self, x, y):
        self.page.mouse.click(x, y)

    def messages(self):
        # Playwright hands over what has happened when it is asked.
        self.page.wait_for_timeout(50)
        seen, self.seen[:] = list(self.seen), []
        return seen

    def requests(self):
        asked, self.asked[:] = list(self.asked), []
        return asked


class Led(Browser):
    """A browser that takes the commands of WebDriver."""

    def __init__(self, driver):
        self.driver = driver

    def go(self, address):
        self.driver.ask("Navigate", url=address)

    def back(self):
        self.driver.ask("Back")

    def evaluate(self, function, *arguments):
        return self.driver.ask("ExecuteScript", script=f"return ({function})(...arguments)", args=arguments)

    def type(self, text):
        actions = [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")]
        self.driver.ask("PerformActions", actions=[{"type": "key", "id": "keyboard", "actions": actions}])

    def press(self, key):
        self.type(KEYS[key])

    def click_at(self, x, y):
        actions = [
            {"type": "pointerMove", "x": x, "y": y, "origin": "viewport"},
            {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0},
        ]
        self.driver.ask("PerformActions", actions=[{"type": "pointer", "id": "mouse", "actions": actions}])


class Firefox(Led):
    """Firefox, which tells of its pages in the context of its own window."""

    WATCH = """
      window.asked = [];
      Services.obs.addObserver(channel => {
        channel.QueryInterface(Ci.nsIHttpChannel);
        if (channel.loadInfo?.browsingContext?.isContent) window.asked.push(channel.URI.spec);
      }, "http-on-opening-request");
    """
    ASKED = "return window.asked.splice(0);"
    FAULTS = """
      const faults = Services.console.getMessageArray().flatMap(message => {
        if (!(message instanceof Ci.nsIScriptError)) return [];
        // Of its own scripts, and of its own way to what the address quotes of a page.
        return /chrome|component|XPConnect|Layout/.test(message.category) ? [] : [message.errorMessage];
      });
      Services.console.reset();
      return faults;
    """

    def __init__(self, driver, said):
        super().__init__(driver)
        self.said = said
        self.inside(self.WATCH)
        self.messages()

    def inside(self, script):
        """What a script returns that runs in the window of Firefox itself."""
        self.driver.ask("Marionette:SetContext", value="chrome")
        try:
            return self.driver.ask("ExecuteScript", script=script, args=[])
        finally:
            self.driver.ask("Marionette:SetContext", value="content")

    def messages(self):
        return self.inside(self.FAULTS) + re.findall(r"^console\.(?:error|warn): .*", self.said.read(), re.MULTILINE)

    def requests(self):
        return self.inside(self.ASKED)


class WebKit(Led):
    """The window of `webkit_window.py`."""

    def __init__(self, driver, said):
        super().__init__(driver)
        self.said = said
        self.seen = []
        self.asked = []

    def read(self):
        for line in self.said.read().splitlines():
            if line.startswith("REQUEST "):
                self.asked.append(line.removeprefix("REQUEST "))
            elif re.search(r"CONSOLE (\w+ )?(ERROR|WARN)", line):
                self.seen.append(line)

    def messages(self):
        self.read()
        seen, self.seen = self.seen, []
        return seen

    def requests(self):
        self.read()
        asked, self.asked = self.asked, []
        return asked


@contextlib.contextmanager
def running(*command, **options):
    """A process in a group of its own, which is killed in the end whatever has happened; with this one too."""
    process = subprocess.Popen(["setpriv", "--pdeathsig", "KILL", *command], start_new_session=True, **options)
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def soon(what, of):
    """What a function returns as soon as that is true, while a process starts."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and of.poll() is None:
        with contextlib.suppress(OSError):
            if value := what():
                return value
        time.sleep(0.02)
    raise AssertionError(f"{of.args}: not ready; exit code {of.poll()}")


def surroundings(folder, **more):
    """The environment of a browser that keeps all it writes in a folder and knows of no session."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "DBUS_", "PYTHON"))}
    return {
        **kept, "HOME": str(folder), "LANG": "C.UTF-8", "DBUS_SESSION_BUS_ADDRESS": "disabled:", "NO_AT_BRIDGE": "1",
        **more,
    }


@contextlib.contextmanager
def firefox(folder: Path):
    """Firefox without a screen, with a new profile in a folder."""
    preferences = {"marionette.port": 0, "devtools.console.stdout.content": True, "intl.accept_languages": "ja"}
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items())
    (folder / "user.js").write_text("".join(lines))
    command = (
        os.environ.get("MOKUROKU_FIREFOX", "/usr/bin/firefox-esr"), "--headless", "--no-remote", "--profile", folder,
        "--marionette", "--remote-allow-system-access",
    )
    environment = surroundings(
        folder, MOZ_HEADLESS_WIDTH="1280", MOZ_HEADLESS_HEIGHT="900", MOZ_CRASHREPORTER_DISABLE="1")
    with contextlib.ExitStack() as stack:
        output = stack.enter_context((folder / "said").open("w"))
        said = stack.enter_context((folder / "said").open(encoding="utf-8", errors="replace"))
        process = stack.enter_context(running(*command, env=environment, stdout=output, stderr=output))
        port = soon(lambda: int((folder / "MarionetteActivePort").read_text() or 0), process)
        driver = stack.enter_context(contextlib.closing(Marionette(port)))
        yield Firefox(driver, said)


@contextlib.contextmanager
def display():
    """A screen of X that nobody sees: its name."""
    reading, writing = os.pipe()
    command = ("Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp")
    with running(*command, pass_fds=[writing], stderr=subprocess.DEVNULL):
        os.close(writing)
        with open(reading) as answer:
            yield ":" + answer.readline().strip()


@contextlib.contextmanager
def webkit(folder: Path):
    """WebKitGTK on a screen that nobody sees."""
    window = Path(__file__).with_name("webkit_window.py")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with contextlib.ExitStack() as stack:
        screen = stack.enter_context(display())
        environment = surroundings(folder, DISPLAY=screen, GDK_BACKEND="x11", MOKUROKU_WEBKIT_FOLDER=str(folder))
        # What the pages say is to be written line by line.
        command = ("stdbuf", "--output=L", "WebKitWebDriver", f"--port={port}")
        process = stack.enter_context(running(*command, env=environment))
        soon(lambda: socket.create_connection(("127.0.0.1", port)).close() or True, process)
        options = {"webkitgtk:browserOptions": {"binary": str(window), "args": []}}
        driver = stack.enter_context(contextlib.closing(WebDriver(port, options)))
        said = stack.enter_context((folder / "said").open(encoding="utf-8", errors="replace"))
        yield WebKit(driver, said)
