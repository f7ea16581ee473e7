"""Commands of the W3C's WebDriver to a browser, over HTTP (WebKitGTK) and over Firefox's own Marionette.

The two say the same with other envelopes, so that the tests need neither a package for WebDriver nor geckodriver,
which Debian 12 does not have.
"""

import http.client
import json
import socket

SECONDS = 60
"""How long an answer may take; the tests themselves wait less."""

PATHS = {
    "NewSession": ("POST", ""),
    "Navigate": ("POST", "/url"),
    "GetCurrentURL": ("GET", "/url"),
    "Back": ("POST", "/back"),
    "ExecuteScript": ("POST", "/execute/sync"),
    "PerformActions": ("POST", "/actions"),
}
"""The commands that are used, with their methods and paths below that of the session."""


class Refusal(Exception):
    """What the browser says it cannot do."""


class WebDriver:
    """A session over HTTP, as https://www.w3.org/TR/webdriver2/ tells it."""

    def __init__(self, port, capabilities):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
        self.session = "/session"
        answer = self.ask("NewSession", capabilities={"alwaysMatch": capabilities})
        self.session += "/" + answer["sessionId"]

    def ask(self, command, **arguments):
        """The value of the answer to a command."""
        method, path = PATHS[command]
        body = json.dumps(arguments) if method == "POST" else None
        self.connection.request(method, self.session + path, body, {"Content-Type": "application/json"})
        answer = self.connection.getresponse()
        value = json.loads(answer.read())["value"]
        if answer.status != 200:
            raise Refusal(f"{value['error']}: {value['message']}")
        return value

    def close(self):
        self.connection.close()


class Marionette:
    """A session over Firefox's socket: each message is its length, a colon and an array in JSON.

    https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
    """

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=SECONDS)
        self.stream = self.socket.makefile("rb")
        self.number = 0
        self.receive()
        self.ask("NewSession", capabilities={})

    def receive(self):
        digits = b""
        while (byte := self.stream.read(1)) != b":":
            if not byte:
                raise ConnectionError("Firefox has gone.")
            digits += byte
        return json.loads(self.stream.read(int(digits)))

    def ask(self, command, **arguments):
        """The value of the answer to a command; one without a colon is WebDriver's."""
        self.number += 1
        name = command if ":" in command else f"WebDriver:{command}"
        message = json.dumps([0, self.number, name, arguments]).encode()
        self.socket.sendall(b"%d:%b" % (len(message), message))
        _, _, refusal, value = self.receive()
        if refusal:
            raise Refusal(f"{refusal['error']}: {refusal['message']}")
        return value.get("value") if isinstance(value, dict) else value

    def close(self):
        self.stream.close()
        self.socket.close()
