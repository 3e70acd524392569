#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers

"""Reads a site, loses it, and reads on: what was shown once is there without a network, with its
pictures, from the first moment on; and when the site is back, nothing is lost of what was marked. A
bookmark is whole even when all that was shown is forgotten.

    test-offline.py PROGRAM
"""

import http.server
import json
import os
import re
import shutil
import struct
import sys
import threading
import zlib

import gi

import news_person as person
from news_drive import Program, Role, find, find_all, wait_for
from news_screen import Screen

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf  # noqa: E402

COLOUR = b"\xe0\x10\xd0"  # No part of the window has it.


def make_png(width, height):
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + COLOUR * width) * height
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


PICTURE = make_png(800, 500)


class Site:
    """A site with a JSON Feed of three stories, each with a picture in its body."""

    def __init__(self):
        self.numbers = [3, 2, 1]
        self.requests = 0
        self.server = None
        self.port = 0

    def open(self):
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                site.requests += 1
                picture = self.path.endswith(".png")
                body = PICTURE if picture else site.feed().encode()
                self.send_response(200)
                self.send_header("Content-Type", "image/png" if picture else "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def feed(self):
        return json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "The Harbour Light",
                "items": [
                    {
                        "id": str(number),
                        "url": f"{self.address()}/{number}",
                        "title": f"Story {number}",
                        "date_published": f"2026-11-0{number}T10:00:00Z",
                        "content_html": f"<p>The body of story {number}.</p>"
                        f'<img src="{self.address()}/{number}.png" alt="A square {number}"'
                        ' width="800" height="500"><p>And its end.</p>',
                    }
                    for number in self.numbers
                ],
            }
        )

    def edition(self):
        return {
            "format": 1,
            "id": "english",
            "name": "English",
            "language": "en",
            "city": "New York",
            "timezone": "America/New_York",
            "sections": [
                {"id": "home", "title": "Home"},
                {"id": "world", "title": "World", "queries": [{"source": "light"}]},
            ],
            "sources": [
                {
                    "id": "light",
                    "name": "The Harbour Light",
                    "api": "jsonfeed",
                    "parameters": {"feed": f"{self.address()}/feed.json"},
                }
            ],
        }


def write_edition(data, edition):
    folder = os.path.join(data, "broadsheet", "editions")
    os.makedirs(folder)
    with open(os.path.join(folder, "english.json"), "w", encoding="utf-8") as file:
        json.dump(edition, file)


class Loop:
    """The tests, in order: each goes on where the one before left the paper."""

    def __init__(self, screen, program, site, folder):
        self.screen = screen
        self.command = [program, "--size", "1180x900"]
        self.site = site
        self.folder = folder

    def start(self):
        return Program(self.screen, self.command)

    def shows_the_picture(self, reader):
        path = os.path.join(self.folder, "window.png")
        reader.program.surface().take_picture(path)
        pixbuf = GdkPixbuf.Pixbuf.new_from_file(path)
        step = pixbuf.get_n_channels()
        pixels = pixbuf.read_pixel_bytes().get_data()
        pattern = re.compile(re.escape(COLOUR) + b"." * (step - 3), re.DOTALL)
        return len(pattern.findall(pixels)) > 50_000

    def what_came_is_shown(self, reader):
        reader.choose("World")
        wait_for("three rows", lambda: len(reader.rows()) == 3)
        reader.open(reader.wait_for_row("Story 3"))
        wait_for("its picture", lambda: self.shows_the_picture(reader))
        reader.program.key("s")
        reader.wait_for_row("Story 3", "bookmarked", without=["unread"])
        shelf = os.path.join(self.folder, "data", "broadsheet", "bookmarks")
        wait_for("its picture on the shelf", lambda: os.path.isdir(shelf) and os.listdir(shelf))

    def the_last_list_is_there_without_the_site(self, reader):
        """In a window of its own, after the site has gone."""
        wait_for("three rows", lambda: len(reader.rows()) == 3)
        reader.wait_for_row("Story 3", "bookmarked", without=["unread"])
        reader.wait_for_row("Story 2", "unread")

    def the_failure_is_said(self, reader):
        reader.program.key("F5")
        find(reader.window, Role.BUTTON, "Retry")
        words = [label.get_name() or "" for label in find_all(reader.window, Role.LABEL)]
        assert any("can’t be reached" in word for word in words), words

    def the_article_is_read_with_its_picture(self, reader):
        reader.open(reader.wait_for_row("Story 3"))
        assert "And its end." in reader.paragraphs(), reader.paragraphs()
        wait_for("its picture", lambda: self.shows_the_picture(reader))

    def an_article_that_was_not_opened_can_be(self, reader):
        reader.open(reader.wait_for_row("Story 2"))
        assert "The body of story 2." in reader.paragraphs(), reader.paragraphs()

    def the_bookmark_is_there(self, reader):
        reader.choose("Bookmarks")
        wait_for("one bookmark", lambda: len(reader.rows()) == 1)
        reader.wait_for_row("Story 3", "bookmarked", without=["unread"])
        reader.choose("World")
        wait_for("three rows", lambda: len(reader.rows()) == 3)

    def retry_brings_what_is_new_and_keeps_the_rest(self, reader):
        """The site is back, with one story more, and without the one that is bookmarked."""
        self.site.numbers = [4, 2, 1]
        self.site.open()
        reader.program.press(find(reader.window, Role.BUTTON, "Retry"))
        reader.wait_for_row("Story 4", "unread")
        reader.wait_for_row("Story 3", "bookmarked", without=["unread"])
        wait_for("no banner", lambda: not find_all(reader.window, Role.BUTTON, "Retry"))

    def the_bookmark_is_whole_when_all_else_is_forgotten(self, reader):
        """The site is gone again, and so is the folder of what was shown."""
        reader.choose("Bookmarks")
        wait_for("one bookmark", lambda: len(reader.rows()) == 1)
        reader.open(reader.wait_for_row("Story 3", "bookmarked"))
        assert "And its end." in reader.paragraphs(), reader.paragraphs()
        wait_for("its picture", lambda: self.shows_the_picture(reader))


BEFORE = [Loop.what_came_is_shown]
WITHOUT = [
    Loop.the_last_list_is_there_without_the_site,
    Loop.the_failure_is_said,
    Loop.the_article_is_read_with_its_picture,
    Loop.an_article_that_was_not_opened_can_be,
    Loop.the_bookmark_is_there,
    Loop.retry_brings_what_is_new_and_keeps_the_rest,
]
FORGOTTEN = [Loop.the_bookmark_is_whole_when_all_else_is_forgotten]


def main():
    site = Site()
    print(f"1..{len(BEFORE) + len(WITHOUT) + len(FORGOTTEN)}")
    with person.home() as data, Screen() as screen:
        site.open()
        write_edition(data, site.edition())
        loop = Loop(screen, sys.argv[1], site, os.path.dirname(data))
        failed = person.run("offline", loop, BEFORE, 1)
        site.close()
        failed += person.run("offline", loop, WITHOUT, len(BEFORE) + 1)
        site.close()
        shutil.rmtree(os.path.join(loop.folder, "cache"))
        failed += person.run("offline", loop, FORGOTTEN, len(BEFORE) + len(WITHOUT) + 1)
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
