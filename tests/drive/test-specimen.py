#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers

"""Compares how the specimen's pages look with the pictures that are kept of them in specimen/.

    test-specimen.py [--renew] PROGRAM [FOLDER]

With --renew the kept pictures are replaced, if all could be taken; else what differs is written into
the folder (the current one without), each picture with what is kept and what is seen side by side.
"""

import argparse
import os
import sys
import time
import traceback

import news_likeness as likeness
import news_person as person
from news_drive import Atspi, Missing, Program, Role, describe, find, find_all, wait_for
from news_screen import Screen
from news_specimen import FOLDER, STORIES, Site, make_png, sun_colour

SCREEN = (1600, 4000)

# For each start of the program: its size, its arguments, how often the text is made larger, and the
# pictures that are taken then: name, story, and the pictures of the story that are to be seen.
STARTS = [
    (
        "1400x3900",
        [],
        0,
        [
            ("wide", "page", ["lake"]),
            ("table", "table", []),
            ("gallery", "gallery", ["meadow", "tower", "dusk", "stamp"]),
            ("chinese", "chinese", ["lake"]),
            ("right-to-left", "right-to-left", ["lake"]),
        ],
    ),
    ("1400x3900", ["--dark"], 0, [("dark", "page", ["lake"])]),
    ("360x3900", [], 0, [("narrow", "page", ["lake"])]),
    ("1400x3900", [], 5, [("large-text", "page", ["lake"])]),
]

NAMES = [name for *_, pictures in STARTS for name, *_ in pictures]

# A sun has more pixels than this, in the smallest of the pictures.
SUN = 500

RENEW = "Look at them; if they are as they should be: meson compile renew-specimen, in the build folder."


def kept_path(name):
    return os.path.join(FOLDER, name + ".png")


def is_at_rest(before, now):
    return before is not None and before == now


class Photographer:
    """Somebody who opens a story, waits until all of it is there, and takes its picture."""

    def __init__(self, program):
        self.program = program
        self.reader = person.Reader(program)
        wait_for("the stories", self.has_stories)

    def has_stories(self):
        """The section is kept from start to start, so that it need not be chosen in a narrow window."""
        if len(self.reader.rows()) == len(STORIES):
            return True
        if find_all(self.reader.window, Role.LIST, "Sections"):
            self.reader.choose("Lake")
        return False

    def enlarge(self, steps):
        for _ in range(steps):
            self.program.key("Control_L+plus")

    def place(self):
        """Where the article is in the window: from its top to the button below its text."""
        page = self.reader.page()
        if page is None:
            return None
        page.clear_cache()
        box = page.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        last = find(page, Role.BUTTON, "Read the original on The Harbour Light")
        end = last.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, end.y + end.height + 16 - box.y

    def look(self):
        """The article's place, and its pixels, RGB, by rows."""
        place = self.place()
        if place is None:
            return None
        left, top, width, height = place
        surface = self.program.surface()
        shadow_left, _, shadow_top, _ = surface.frame()
        rows = surface.look_at_rows(left + shadow_left, top + shadow_top, width, height)
        return rows and (width, height, rows)

    def has_sun(self, name, rows):
        return sum(row.count(sun_colour(name)) for row in rows) > SUN

    def take(self, story, pictures):
        """Once all of its pictures are to be seen and nothing has changed between two looks."""
        if (page := self.reader.page()) is None or page.get_name() != STORIES[story]["title"]:
            self.reader.open(self.reader.wait_for_row(STORIES[story]["title"]))
        seen = [None]

        def look():
            before, seen[0] = seen[0], self.look()
            if seen[0] is None or not all(self.has_sun(name, seen[0][2]) for name in pictures):
                return None
            if not is_at_rest(before, seen[0]):
                time.sleep(0.5)
                return None
            return seen[0]

        return wait_for(f"all of the story “{story}”, at rest", look, seconds=90)


def encode(width, height, rows):
    """As a small PNG: in colours that are rounded so far that no eye sees it, by a palette."""
    table = bytes(min(255, (value + 4) // 8 * 8) for value in range(256))
    rows = [row.translate(table) for row in rows]
    colours = sorted({row[at : at + 3] for row in rows for at in range(0, len(row), 3)})
    if len(colours) > 256:
        return make_png(rows, width, height)
    places = {colour: place for place, colour in enumerate(colours)}
    rows = [bytes(places[row[at : at + 3]] for at in range(0, len(row), 3)) for row in rows]
    return make_png(rows, width, height, b"".join(colours))


def take_all(program, screen, use):
    """Calls `use` with each picture's name and what it shows, or with None where it was not to be had."""
    for size, arguments, steps, pictures in STARTS:
        with Program(screen, [program, "--size", size, *arguments]) as running:
            photographer = None
            for name, story, suns in pictures:
                try:
                    if photographer is None:
                        photographer = Photographer(running)
                        photographer.reader.open(photographer.reader.rows()[0])
                        photographer.enlarge(steps)
                    use(name, photographer.take(story, suns))
                except (Missing, AssertionError):
                    traceback.print_exc()
                    if photographer is not None:
                        print(*describe(photographer.reader.window), sep="\n", file=sys.stderr)
                    use(name, None)


class Test:
    def __init__(self, folder):
        self.folder = folder
        self.number = 0
        self.failed = 0

    def use(self, name, seen):
        self.number += 1
        well = seen is not None and self.is_alike(name, seen)
        self.failed += not well
        print(f"{'ok' if well else 'not ok'} {self.number} /specimen/{name}", flush=True)

    def is_alike(self, name, seen):
        width, height, rows = seen
        now = likeness.from_rgb(b"".join(rows), width, height)
        if not os.path.exists(kept_path(name)):
            print(f"# No picture is kept of “{name}”. {RENEW}")
            return False
        kept = likeness.read(kept_path(name))
        found = likeness.Likeness(kept, now)
        if found.reason is None:
            return True
        path = os.path.abspath(os.path.join(self.folder, f"{name}-difference.png"))
        found.draw(kept, now).savev(path, "png", [], [])
        print(f"# “{name}”: {found.reason}. Kept and seen: {path}. {RENEW}", flush=True)
        return False


def renew(program, screen):
    """All of them or none, so that they are never of two states of the page."""
    taken = {}
    take_all(program, screen, taken.__setitem__)
    missing = [name for name in NAMES if taken.get(name) is None]
    if missing:
        print("Nothing is renewed, since these could not be taken:", *missing)
        return True
    for name in NAMES:
        path = kept_path(name)
        with open(path + ".new", "wb") as file:
            file.write(encode(*taken[name]))
        os.replace(path + ".new", path)
        print(path, os.path.getsize(path))
    return False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--renew", action="store_true")
    parser.add_argument("program")
    parser.add_argument("folder", nargs="?", default=".")
    options = parser.parse_args()
    with person.home() as data, Site() as site, Screen(SCREEN) as screen:
        site.write_edition(data)
        if options.renew:
            return renew(options.program, screen)
        print(f"1..{len(NAMES)}")
        test = Test(options.folder)
        take_all(options.program, screen, test.use)
    return test.failed > 0


if __name__ == "__main__":
    sys.exit(main())
