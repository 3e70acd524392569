# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers

"""Somebody who reads Broadsheet with a screen reader, and what the tests that watch them share: a home
of their own, and lines of TAP."""

import contextlib
import os
import shutil
import sys
import tempfile
import traceback

from news_drive import Missing, Role, describe, find, find_all, text_of, wait_for


class Reader:
    """Somebody in front of the window."""

    def __init__(self, program):
        self.program = program
        self.window = program.window("Broadsheet")

    def sections(self):
        return find(self.window, Role.LIST, "Sections")

    def choose(self, section):
        self.program.press(find(self.sections(), Role.LIST_ITEM, section))

    def section_name(self, section):
        return find(self.sections(), Role.LIST_ITEM, section).get_name()

    def rows(self):
        for headlines in find_all(self.window, Role.LIST, "Headlines"):
            return find_all(headlines, Role.LIST_ITEM)
        return []

    def names(self):
        return [row.get_name() for row in self.rows()]

    def wait_for_row(self, title, *marks, without=()):
        """Waits for the row of that title whose name has these words, and not those."""

        def look():
            for row in self.rows():
                words = row.get_name().removeprefix(title).split(", ")
                if row.get_name().startswith(title):
                    if all(mark in words for mark in marks):
                        if not any(mark in words for mark in without):
                            return row
            return None

        return wait_for(f"“{title}” {marks} without {without}", look)

    def page(self):
        pages = [page for page in find_all(self.window, Role.ARTICLE) if page.get_name()]
        return pages[0] if pages else None

    def open(self, row):
        """Opens the row's story and returns its title."""
        name = row.get_name()
        self.program.press(row)
        page = wait_for(
            f"the page of “{name}”",
            lambda: self.page() and name.startswith(self.page().get_name()) and self.page(),
        )
        return page.get_name()

    def paragraphs(self):
        return [text_of(node) for node in find_all(self.page(), Role.PARAGRAPH)]

    def bookmark_button(self):
        return find(self.window, Role.TOGGLE_BUTTON, "Bookmark")


@contextlib.contextmanager
def home():
    """The folders of somebody who has never started Broadsheet; gives the one with the data."""
    state = tempfile.mkdtemp(prefix="broadsheet-state-")
    for name in ("DATA", "CACHE", "CONFIG", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = os.path.join(state, name.lower())
    os.environ["GSETTINGS_BACKEND"] = "keyfile"
    try:
        yield os.environ["XDG_DATA_HOME"]
    finally:
        shutil.rmtree(state, ignore_errors=True)


def run(name, loop, tests, start):
    """Runs the tests, functions of the loop and the reader, in one start of the program; returns how
    many failed."""
    failed = 0
    with loop.start() as program:
        reader = Reader(program)
        for number, test in enumerate(tests, start):
            try:
                test(loop, reader)
                result = "ok"
            except (Missing, AssertionError, IndexError):
                traceback.print_exc()
                print(*describe(reader.window), sep="\n", file=sys.stderr)
                failed += 1
                result = "not ok"
            print(f"{result} {number} /{name}/{test.__name__.replace('_', '-')}", flush=True)
    return failed
