#!/usr/bin/python3
"""A window of WebKitGTK that WebKitWebDriver leads; it writes what its pages ask for and say.

WebKit's own MiniBrowser keeps silent about the console when it is led. This one needs Debian's packages python3-gi and
gir1.2-webkit2-4.1, so that it runs in the system's Python. MOKUROKU_WEBKIT_FOLDER names the folder for all it keeps;
its file `said` has a line for every message of the console and for every request, which begins with `REQUEST `.
"""

import ctypes
import os
import signal
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

# It ends with the driver, also where that is killed.
PR_SET_PDEATHSIG = 1
ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)

folder = Path(os.environ["MOKUROKU_WEBKIT_FOLDER"])
said = os.open(folder / "said", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
# The messages of the console go to the output, which the driver would throw away.
os.dup2(said, 1)
os.dup2(said, 2)

# A session that keeps nothing would keep silent about the console too.
kept = WebKit2.WebsiteDataManager(base_data_directory=str(folder / "data"), base_cache_directory=str(folder / "cache"))
context = WebKit2.WebContext.new_with_website_data_manager(kept)
context.set_automation_allowed(True)
settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True)
view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True, settings=settings)
view.connect(
    "resource-load-started",
    lambda view, resource, request: os.write(said, f"REQUEST {request.get_uri()}\n".encode()))


def lead(context, session):
    """Gives the window to the driver."""
    information = WebKit2.ApplicationInfo()
    information.set_name("WebKitGTK")
    information.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(information)
    session.connect("create-web-view", lambda session: view)


context.connect("automation-started", lead)
window = Gtk.Window()
window.set_default_size(1280, 900)
window.connect("destroy", Gtk.main_quit)
window.add(view)
window.show_all()
Gtk.main()
