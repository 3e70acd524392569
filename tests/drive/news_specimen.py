# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers

"""The specimen: a site on this machine whose stories hold everything that a page can. The bodies are
in specimen/, the pictures are drawn here, in colours that nothing else on the screen has."""

import http.server
import json
import os
import struct
import threading
import zlib

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "specimen")

# Each picture's size, and the colours of its sky, sun and hills.
PICTURES = {
    "lake": (800, 450, "5b9bc8", "fdfbe7", "2c5777", "1c3a52"),
    "meadow": (800, 450, "f3c98b", "e8613c", "5d8a3c", "3c6428"),
    "tower": (450, 600, "f0d9c8", "faf3ea", "a03b2c", "6c2419"),
    "dusk": (800, 450, "6b4a8c", "f2b8c6", "3d2a5c", "241640"),
    "stamp": (200, 200, "d8e6da", "e9c02f", "57946b", "34644a"),
}

# Title, language and the rest of each story, by the name of its file.
STORIES = {
    "page": {
        "title": "The Ferry Is Back, and It Is Only Four Minutes Late",
        "summary": "Eleven years after the bridge was to make it needless, a boat crosses the lake.",
        "tags": ["Lakes", "Ferries"],
        "language": "en",
    },
    "table": {"title": "Nine Months of Crossings in Figures", "language": "en"},
    "gallery": {"title": "One Day Around the Lake in Pictures", "language": "en"},
    "chinese": {
        "title": "渡轮回来了，只晚了四分钟",
        "summary": "大桥本该让渡轮成为多余；十一年后，湖上又有了船。",
        "language": "zh-Hans",
    },
    "right-to-left": {"title": "عادت العبّارة متأخّرة أربع دقائق فقط", "language": "ar"},
}


def read_body(name):
    with open(os.path.join(FOLDER, name + ".html"), encoding="utf-8") as file:
        return file.read()


def sun_colour(name):
    """By which a picture is known on the screen."""
    return bytes.fromhex(PICTURES[name][3])


def draw_row(y, width, height, colours):
    """A sun that stands in the sky, and two hills before it."""
    sky, sun, far, near = colours
    row = bytearray(sky * width)

    def paint(colour, left, right):
        left, right = max(0, int(left)), min(width, int(right))
        if right > left:
            row[left * 3 : right * 3] = colour * (right - left)

    radius = min(width, height) * 0.2
    rise = radius**2 - (y - height * 0.36) ** 2
    if rise > 0:
        paint(sun, width * 0.62 - rise**0.5, width * 0.62 + rise**0.5)
    for colour, peak_x, peak_y, slope in ((far, 0.3, 0.3, 0.8), (near, 0.75, 0.62, 2.2)):
        reach = (y - height * peak_y) * slope
        if reach > 0:
            paint(colour, width * peak_x - reach, width * peak_x + reach)
    return bytes(row)


def make_png(rows, width, height, palette=None):
    """A PNG of rows of RGB, or of one byte a pixel with a palette."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 3 if palette else 2, 0, 0, 0)
    parts = [b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", header)]
    if palette:
        parts.append(chunk(b"PLTE", palette))
    parts.append(chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows), 9)))
    parts.append(chunk(b"IEND", b""))
    return b"".join(parts)


def draw(name):
    width, height, *colours = PICTURES[name]
    colours = [bytes.fromhex(colour) for colour in colours]
    rows = [draw_row(y, width, height, colours) for y in range(height)]
    return make_png(rows, width, height)


class Site:
    """Serves the stories as a JSON Feed, with their pictures."""

    def __init__(self):
        site = self
        self.pictures = {f"/{name}.png": draw(name) for name in PICTURES}

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                picture = site.pictures.get(self.path)
                body = picture or site.feed().encode()
                self.send_response(200)
                self.send_header("Content-Type", "image/png" if picture else "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def item(self, number, name):
        # Every picture is there at once, so that the first of a body is not taken for a lead.
        body = read_body(name).replace('src="/', f'src="{self.address}/')
        return STORIES[name] | {
            "id": name,
            # What is shown of the address must not differ from run to run.
            "url": f"https://lake.example/{name}",
            "date_published": f"2026-02-22T1{9 - number}:00:00Z",
            "authors": [{"name": "Ada Marlow"}],
            "content_html": body,
        }

    def feed(self):
        items = [self.item(number, name) for number, name in enumerate(STORIES)]
        return json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "The Harbour Light",
                "items": items,
            }
        )

    def write_edition(self, data):
        """Into the data folder of somebody who has never started Broadsheet."""
        query = {"source": "light"}
        edition = {
            "format": 1,
            "id": "english",
            "name": "English",
            "language": "en",
            "city": "New York",
            "timezone": "America/New_York",
            "sections": [
                {"id": "home", "title": "Home"},
                {"id": "lake", "title": "Lake", "queries": [query]},
            ],
            "sources": [
                {
                    "id": "light",
                    "name": "The Harbour Light",
                    "api": "jsonfeed",
                    "parameters": {"feed": self.address + "/feed.json"},
                }
            ],
        }
        folder = os.path.join(data, "broadsheet", "editions")
        os.makedirs(folder)
        with open(os.path.join(folder, "english.json"), "w", encoding="utf-8") as file:
            json.dump(edition, file)
