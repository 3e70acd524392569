#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers

"""Reads the sample edition as a person with a screen reader would: chooses a section, opens a story,
bookmarks it, goes away, comes back.

    test-reading-loop.py PROGRAM
"""

import os
import subprocess
import sys

import news_person as person
from news_drive import (
    Atspi,
    CoordType,
    Program,
    Role,
    State,
    find,
    find_all,
    has_state,
    selected_of,
    text_of,
    wait_for,
)
from news_screen import Screen

SECTIONS = [
    "Home",
    "US",
    "World",
    "China",
    "Arts",
    "Science",
    "Entertainment",
    "Sports",
    "Beyond science",
    "Bookmarks",
]

WIDE = "1180x900"
NARROW = "360x640"

# Nobody listens on that port.
SUBSCRIPTIONS = """<opml><body><outline text="Technology">
<outline text="Nobody" xmlUrl="http://127.0.0.1:9/feed"/></outline></body></opml>"""


def wait_for_pressed(reader, pressed):
    wait_for(
        f"the bookmark button {'in' if pressed else 'out'}",
        lambda: has_state(reader.bookmark_button(), State.PRESSED) == pressed
        or has_state(reader.bookmark_button(), State.CHECKED) == pressed,
    )


class Loop:
    """The tests, in order: each goes on where the one before left the paper."""

    def __init__(self, screen, program):
        self.screen = screen
        self.command = [program, "--sample"]
        self.size = WIDE
        self.title = None

    def start(self):
        return Program(self.screen, [*self.command, "--size", self.size])

    def sections_are_there(self, reader):
        wait_for("headlines", reader.rows)
        rows = find_all(reader.sections(), Role.LIST_ITEM)
        assert [row.get_name().split(",")[0] for row in rows] == SECTIONS, rows
        wait_for("the counts", lambda: reader.section_name("World") == "World, 6 unread")

    def opening_marks_read(self, reader):
        reader.choose("World")
        row = wait_for("an unread row", lambda: next(iter(reader.rows()), None))
        wait_for("the list of World", lambda: len(reader.rows()) >= 3)
        row = reader.rows()[0]
        assert "unread" in row.get_name().split(", "), row.get_name()
        self.title = reader.open(row)
        reader.wait_for_row(self.title, without=["unread"])
        wait_for("one unread less", lambda: reader.section_name("World") == "World, 5 unread")

    def the_page_has_its_parts(self, reader):
        page = reader.page()
        headings = [node.get_name() for node in find_all(page, Role.HEADING)]
        assert headings[0] == self.title, headings
        assert find_all(page, Role.PARAGRAPH), "no paragraphs"
        pictures = find_all(page, Role.IMAGE)
        assert pictures and pictures[0].get_name(), "no picture with its text"

    def a_drag_selects_over_paragraphs(self, reader):
        """From the standfirst into the caption below the picture."""
        page = reader.page()
        nodes = [find_all(page, Role.PARAGRAPH)[0], find_all(page, Role.CAPTION)[0]]
        boxes = [node.get_component_iface().get_extents(CoordType.WINDOW) for node in nodes]
        reader.program.surface().drag(
            (boxes[0].x + boxes[0].width // 4, boxes[0].y + 8),
            (boxes[1].x + boxes[1].width // 4, boxes[1].y + 8),
        )
        wait_for("what is selected", lambda: all(selected_of(node) for node in nodes))
        assert text_of(nodes[0]).endswith(selected_of(nodes[0])), selected_of(nodes[0])
        assert text_of(nodes[1]).startswith(selected_of(nodes[1])), selected_of(nodes[1])

    def words_are_found_by_keys(self, reader):
        """The count is read out, and what was found last is selected when the bar is closed."""
        reader.program.key("Control_L+f")
        find(reader.window, Role.ENTRY, "Find in the page")
        for letter in "the":
            reader.program.key(letter)
        wait_for("the count", lambda: self.look_for_count(reader, "1 of "))
        reader.program.key("Return")
        wait_for("the next place", lambda: self.look_for_count(reader, "2 of "))
        reader.program.key("Shift_L+Return")
        wait_for("the place before", lambda: self.look_for_count(reader, "1 of "))
        reader.program.key("Escape")
        wait_for("what was found", lambda: self.selected(reader).lower() == "the")

    def look_for_count(self, reader, words):
        return [
            label
            for label in find_all(reader.window, Role.LABEL)
            if (label.get_name() or "").startswith(words)
        ]

    def selected(self, reader):
        nodes = find_all(reader.page(), Role.HEADING) + find_all(reader.page(), Role.PARAGRAPH)
        return "".join(selected_of(node) for node in nodes)

    def shift_and_arrows_select(self, reader):
        reader.program.key("Shift_L+Right")
        wait_for("a letter more", lambda: len(self.selected(reader)) == 4)
        reader.program.key("Escape")
        wait_for("nothing", lambda: self.selected(reader) == "")

    def a_caret_moves_by_keys(self, reader):
        """Where it is, there the focus is: a screen reader reads there."""

        def caret():
            for node in find_all(reader.page(), Role.PARAGRAPH) + find_all(
                reader.page(), Role.HEADING
            ):
                if has_state(node, State.FOCUSED):
                    return node, Atspi.Text.get_caret_offset(node.get_text_iface())
            return None

        reader.program.key("F7")
        reader.program.key("Control_L+Home")
        wait_for("a caret at the start", lambda: caret() and caret()[1] == 0)
        first = caret()[0]
        reader.program.key("Right")
        wait_for("a caret behind a letter", lambda: caret() and caret()[1] == 1)
        reader.program.key("Down")
        reader.program.key("Down")
        reader.program.key("Down")
        wait_for("another paragraph", lambda: caret() and caret()[0] != first)
        reader.program.key("F7")
        wait_for("no caret", lambda: caret() is None)

    def m_marks_unread_and_undo_turns_it_back(self, reader):
        reader.program.key("m")
        reader.wait_for_row(self.title, "unread")
        reader.program.key("Control_L+z")
        reader.wait_for_row(self.title, without=["unread"])

    def the_star_bookmarks(self, reader):
        reader.program.press(reader.bookmark_button())
        reader.wait_for_row(self.title, "bookmarked")
        wait_for_pressed(reader, True)
        wait_for("the count", lambda: reader.section_name("Bookmarks") == "Bookmarks, 1")

    def s_takes_the_bookmark_away_and_gives_it_back(self, reader):
        reader.program.key("s")
        reader.wait_for_row(self.title, without=["bookmarked"])
        wait_for_pressed(reader, False)
        reader.program.key("s")
        reader.wait_for_row(self.title, "bookmarked")

    def j_and_k_go_on_and_back(self, reader):
        first = reader.page().get_name()
        reader.program.key("j")
        wait_for("the next story", lambda: reader.page().get_name() != first)
        reader.program.key("k")
        wait_for("the story before", lambda: reader.page().get_name() == first)

    def a_refresh_keeps_the_marks(self, reader):
        reader.program.key("F5")
        reader.wait_for_row(self.title, "bookmarked", without=["unread"])

    def a_restart_keeps_the_marks(self, reader):
        """In a window of its own, see main()."""
        wait_for("the bookmark", lambda: reader.section_name("Bookmarks") == "Bookmarks, 1")
        # It opens where it was left.
        reader.wait_for_row(self.title, "bookmarked", without=["unread"])
        reader.choose("Bookmarks")
        wait_for("one bookmark", lambda: len(reader.rows()) == 1)
        reader.wait_for_row(self.title, "bookmarked", without=["unread"])

    def what_is_read_stays_in_the_bookmarks(self, reader):
        reader.open(reader.rows()[0])
        reader.program.key("s")
        reader.wait_for_row(self.title, without=["bookmarked"])
        assert len(reader.rows()) == 1
        reader.program.key("Control_L+z")
        reader.wait_for_row(self.title, "bookmarked")

    def a_list_of_subscriptions_is_taken_in(self, reader):
        """As the desktop hands one on: by a start that finds the window there."""
        path = os.path.join(os.environ["XDG_DATA_HOME"], "list.opml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(SUBSCRIPTIONS)
        subprocess.run([*self.command, path], timeout=60, check=True)
        wait_for("the section", lambda: reader.section_name("Technology"))
        reader.program.press(find(reader.window, Role.BUTTON, "Undo"))
        wait_for(
            "the sections as before",
            lambda: len(find_all(reader.sections(), Role.LIST_ITEM)) == len(SECTIONS),
        )

    def the_other_edition_is_in_chinese(self, reader):
        reader.program.press(find(reader.window, Role.RADIO_BUTTON, "中文"))
        wait_for(
            "its sections",
            lambda: [
                row.get_name().split(",")[0]
                for row in find_all(reader.sections(), Role.LIST_ITEM)
            ][:3]
            == ["首页", "美国", "国际"],
        )
        reader.choose("国际")
        wait_for("its headlines", reader.rows)

    def on_a_phone_space_reads_on(self, reader):
        """In a window of one pane, from the list by keys alone: the topics, which are first on the page,
        would be activated by Space if they had the focus."""
        wait_for(
            "the focus in the list",
            lambda: any(has_state(row, State.FOCUSED) for row in reader.rows()),
        )
        reader.program.key("Return")
        page = wait_for("the page", reader.page)
        heading = find(page, Role.HEADING)
        before = self.place(heading)
        reader.program.surface().settle()
        reader.program.key("space")
        wait_for("the page further down", lambda: self.place(heading) < before - 100)
        assert reader.page().get_name() == page.get_name(), reader.page().get_name()

    def place(self, node):
        return node.get_component_iface().get_extents(CoordType.WINDOW).y


FIRST = [
    Loop.sections_are_there,
    Loop.opening_marks_read,
    Loop.the_page_has_its_parts,
    Loop.a_drag_selects_over_paragraphs,
    Loop.words_are_found_by_keys,
    Loop.shift_and_arrows_select,
    Loop.a_caret_moves_by_keys,
    Loop.m_marks_unread_and_undo_turns_it_back,
    Loop.the_star_bookmarks,
    Loop.s_takes_the_bookmark_away_and_gives_it_back,
    Loop.j_and_k_go_on_and_back,
    Loop.a_refresh_keeps_the_marks,
]
AFTER_A_RESTART = [
    Loop.a_restart_keeps_the_marks,
    Loop.what_is_read_stays_in_the_bookmarks,
    Loop.a_list_of_subscriptions_is_taken_in,
    Loop.the_other_edition_is_in_chinese,
]
ON_A_PHONE = [Loop.on_a_phone_space_reads_on]


def main():
    groups = [(FIRST, WIDE), (AFTER_A_RESTART, WIDE), (ON_A_PHONE, NARROW)]
    print(f"1..{sum(len(tests) for tests, _ in groups)}")
    with person.home(), Screen() as screen:
        loop = Loop(screen, sys.argv[1])
        failed = done = 0
        for tests, loop.size in groups:
            failed += person.run("reading-loop", loop, tests, done + 1)
            done += len(tests)
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
