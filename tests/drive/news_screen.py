# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers

"""A private X display with a bus of its own: its windows, its mouse, its keyboard, pictures of it.

As a command, `news_screen.py COMMAND…` runs a command in there and returns its status.

There is no window manager: GTK needs none for a window to be focused, moved or resized, and without
one nothing stands between what is asked for and what happens.
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf, GLib  # noqa: E402
from Xlib import XK, X, Xatom, display, error  # noqa: E402
from Xlib.ext import xtest  # noqa: E402

SIZE = (1600, 1200)

# What GNOME tells its applications, but for movement: a picture is of something that is still.
SETTINGS = """[Settings]
gtk-font-name=Inter 11
gtk-cursor-blink=false
gtk-enable-animations=false
"""


class Screen:
    """Starts the servers and sets this process's environment for what it starts from now on."""

    def __init__(self, size=SIZE):
        self.size = size
        self.servers = []
        self.display = None
        self.folder = tempfile.TemporaryDirectory(prefix="broadsheet-")

    def __enter__(self):
        for name in ("WAYLAND_DISPLAY", "XAUTHORITY", "AT_SPI_BUS_ADDRESS", "DESKTOP_STARTUP_ID"):
            os.environ.pop(name, None)
        number = self.start(
            "Xvfb -screen 0 {}x{}x24 -nolisten tcp -displayfd".format(*self.size).split() + ["{}"]
        )
        os.environ["DISPLAY"] = ":" + number
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self.start(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={}"]
        )
        os.environ.update(GDK_BACKEND="x11", GTK_A11Y="atspi")
        # Without a graphics card the plain renderer is the quickest, and it draws the same anywhere.
        os.environ.setdefault("GSK_RENDERER", "cairo")
        self.display = display.Display()
        self.announce_shadows()
        self.write_settings()
        self.servers.append(subprocess.Popen(["xcompmgr"], stderr=subprocess.DEVNULL))
        self.rest_pointer()
        return self

    def __exit__(self, *_):
        self.display.close()
        for server in reversed(self.servers):
            server.terminate()
            server.wait()
        self.folder.cleanup()

    def start(self, command):
        """Starts a server that writes its address to a descriptor, named where the command has {}."""
        reader, writer = os.pipe()
        with open(reader, encoding="ascii") as answer:
            self.servers.append(
                subprocess.Popen(
                    [word.format(writer) for word in command],
                    pass_fds=[writer],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            )
            os.close(writer)
            address = answer.readline().strip()
        if not address:
            sys.exit(f"{command[0]} does not start")
        return address

    def write_settings(self):
        path = os.path.join(self.folder.name, "gtk-4.0", "settings.ini")
        os.makedirs(os.path.dirname(path))
        with open(path, "w", encoding="utf-8") as file:
            file.write(SETTINGS)
        others = os.environ.get("XDG_CONFIG_DIRS", "/etc/xdg")
        os.environ["XDG_CONFIG_DIRS"] = self.folder.name + ":" + others

    def announce_shadows(self):
        """GTK draws shadows and round corners only where a window manager says that it knows them."""
        atom = self.display.intern_atom
        root = self.display.screen().root
        manager = root.create_window(-1, -1, 1, 1, 0, X.CopyFromParent)
        for window in (root, manager):
            window.change_property(atom("_NET_SUPPORTING_WM_CHECK"), Xatom.WINDOW, 32, [manager.id])
        known = [atom("_NET_SUPPORTING_WM_CHECK"), atom("_GTK_FRAME_EXTENTS")]
        root.change_property(atom("_NET_SUPPORTED"), Xatom.ATOM, 32, known)
        self.display.sync()

    def surface(self, process):
        """The newest window that the process shows, or None."""
        owner = self.display.intern_atom("_NET_WM_PID")
        for window in reversed(self.display.screen().root.query_tree().children):
            try:
                found = window.get_full_property(owner, Xatom.CARDINAL)
                if found and found.value[0] == process:
                    if window.get_attributes().map_state == X.IsViewable:
                        return Surface(self, window)
            except error.BadWindow:
                pass  # It was closed while it was looked at.
        return None

    def click(self, x, y):
        """Clicks, then takes the pointer away again, so that nothing looks hovered over."""
        xtest.fake_input(self.display, X.MotionNotify, x=x, y=y)
        xtest.fake_input(self.display, X.ButtonPress, 1)
        xtest.fake_input(self.display, X.ButtonRelease, 1)
        self.rest_pointer()

    def drag(self, start, end):
        """Moves the pointer from one place to another with its button down, in steps as a hand does."""
        xtest.fake_input(self.display, X.MotionNotify, x=start[0], y=start[1])
        xtest.fake_input(self.display, X.ButtonPress, 1)
        for step in range(1, 9):
            place = [a + (b - a) * step // 8 for a, b in zip(start, end)]
            xtest.fake_input(self.display, X.MotionNotify, x=place[0], y=place[1])
            self.display.sync()
            time.sleep(0.02)
        xtest.fake_input(self.display, X.ButtonRelease, 1)
        self.rest_pointer()

    def rest_pointer(self):
        xtest.fake_input(self.display, X.MotionNotify, x=self.size[0] - 1, y=self.size[1] - 1)
        self.display.sync()

    def key(self, names):
        """Presses keys together in the focused window, named as X names them: "Control_L+f"."""
        symbols = [XK.string_to_keysym(name) for name in names.split("+")]
        codes = [self.display.keysym_to_keycode(symbol) for symbol in symbols]
        for code in codes:
            xtest.fake_input(self.display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self.display, X.KeyRelease, code)
        self.display.sync()


class Surface:
    """A window as X sees it: the shadow belongs to it."""

    def __init__(self, screen, window):
        self.screen = screen
        self.window = window

    def frame(self):
        """How wide the shadow is: left, right, top, bottom."""
        atom = self.screen.display.intern_atom("_GTK_FRAME_EXTENTS")
        extents = self.window.get_full_property(atom, Xatom.CARDINAL)
        return tuple(extents.value) if extents else (0, 0, 0, 0)

    def click(self, x, y):
        place = self.window.get_geometry()
        left, _, top, _ = self.frame()
        self.screen.click(place.x + left + x, place.y + top + y)

    def drag(self, start, end):
        place = self.window.get_geometry()
        left, _, top, _ = self.frame()
        self.screen.drag(
            *((place.x + left + x, place.y + top + y) for x, y in (start, end)),
        )

    def resize(self, width, height):
        """Without the shadow, as the user sees it."""
        left, right, top, bottom = self.frame()
        self.window.configure(width=width + left + right, height=height + top + bottom)
        self.screen.display.sync()

    def look(self):
        """What the window shows now: its size and its pixels, RGBA."""
        place = self.window.get_geometry()
        image = self.window.get_image(0, 0, place.width, place.height, X.ZPixmap, 0xFFFFFFFF)
        pixels = bytearray(image.data)
        pixels[0::4], pixels[2::4] = pixels[2::4], pixels[0::4]
        if place.depth < 32:
            pixels[3::4] = b"\xff" * (place.width * place.height)
        return place.width, place.height, pixels

    def look_at_rows(self, left, top, width, height, strip=64):
        """A part of the window as rows of RGB, or None where it reaches out of the window. In strips,
        since the library puts a long answer together from small pieces, again and again."""
        place = self.window.get_geometry()
        if left < 0 or top < 0 or left + width > place.width or top + height > place.height:
            return None
        rows = []
        for y in range(top, top + height, strip):
            n = min(strip, top + height - y)
            data = self.window.get_image(left, y, width, n, X.ZPixmap, 0xFFFFFFFF).data
            rgb = bytearray(width * n * 3)
            rgb[0::3], rgb[1::3], rgb[2::3] = data[2::4], data[1::4], data[0::4]
            rows += [bytes(rgb[at : at + width * 3]) for at in range(0, len(rgb), width * 3)]
        return rows

    def settle(self, seconds=10, still=0.4):
        """Returns what the window shows once it has not changed for a moment, or at the deadline."""
        end = time.monotonic() + seconds
        seen = self.look()
        while time.monotonic() < end:
            time.sleep(still)
            before, seen = seen, self.look()
            if seen == before:
                break
        return seen

    def take_picture(self, path):
        """Writes what the window shows, once it is still, as a PNG whose shadow is transparent."""
        width, height, pixels = self.settle()
        # X multiplies colours by their alpha; PNG does not.
        for found in re.finditer(rb"[\x01-\xfe]", pixels[3::4]):
            at, alpha = found.start() * 4, found.group()[0]
            for channel in range(at, at + 3):
                pixels[channel] = min(255, pixels[channel] * 255 // alpha)
        data = GLib.Bytes.new(bytes(pixels))
        GdkPixbuf.Pixbuf.new_from_bytes(
            data, GdkPixbuf.Colorspace.RGB, True, 8, width, height, 4 * width
        ).savev(path, "png", [], [])


def main():
    # What a test's time limit sends must not leave the servers behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with Screen():
        status = subprocess.call(sys.argv[1:])
    if status < 0:
        # Whoever started this is to see how the command ended.
        signal.signal(-status, signal.SIG_DFL)
        os.kill(os.getpid(), -status)
    return status


if __name__ == "__main__":
    sys.exit(main())
