#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers

"""Searches the sample edition as a person with a screen reader would: by keys, in two languages, with
an operator that is suggested; saves the search, and finds it in the sidebar after a restart.

    test-search.py PROGRAM
"""

import sys

import news_person as person
from news_drive import Program, Role, find, find_all, text_of, wait_for
from news_screen import Screen

SIZE = "1180x900"
KEYS = {" ": "space", ":": "colon", '"': "quotedbl"}


class Loop:
    """The tests, in order: each goes on where the one before left the paper."""

    def __init__(self, screen, program):
        self.screen = screen
        self.command = [program, "--sample", "--size", SIZE]

    def start(self):
        return Program(self.screen, self.command)

    def type(self, reader, text):
        for letter in text:
            reader.program.key(KEYS.get(letter, letter))

    def found(self, reader):
        for found in find_all(reader.window, Role.LIST, "Found"):
            return find_all(found, Role.LIST_ITEM)
        return []

    def empty(self, reader):
        """Leaves the bar open, with nothing typed in it."""
        reader.program.key("slash")
        reader.program.key("Control_L+a")
        reader.program.key("BackSpace")
        find(reader.window, Role.LIST, "What narrows a search")

    def a_word_is_found_while_it_is_typed(self, reader):
        wait_for("headlines", reader.rows)
        reader.program.key("slash")
        find(reader.window, Role.LIST, "What narrows a search")
        self.type(reader, "cranes")
        rows = wait_for("what is found", lambda: self.found(reader))
        assert "cranes" in rows[0].get_name().lower(), rows[0].get_name()
        wait_for("its number", lambda: self.labels(reader, " found"))

    def labels(self, reader, ending):
        return [
            label
            for label in find_all(reader.window, Role.LABEL)
            if (label.get_name() or "").endswith(ending)
        ]

    def a_result_is_opened_by_keys(self, reader):
        name = self.found(reader)[0].get_name()
        reader.program.key("Return")
        wait_for(
            "the page", lambda: reader.page() and name.startswith(reader.page().get_name())
        )

    def what_was_searched_is_offered_in_the_page(self, reader):
        wait_for("the places", lambda: self.places(reader))
        reader.program.press(self.places(reader)[0])
        entry = find(reader.window, Role.ENTRY, "Find in the page")
        wait_for("its words", lambda: text_of(entry) == "cranes")
        reader.program.key("Escape")
        wait_for("its end", lambda: not self.places(reader))

    def places(self, reader):
        return [
            button
            for button in find_all(reader.window, Role.BUTTON)
            if (button.get_name() or "").startswith("Words searched, ")
        ]

    def a_suggestion_is_taken(self, reader):
        self.empty(reader)
        self.type(reader, "sect")
        suggestions = find(reader.window, Role.LIST, "Suggestions")
        find(suggestions, Role.LIST_ITEM, "section:")
        reader.program.key("Down")
        reader.program.key("Return")
        self.type(reader, "wor")
        find(find(reader.window, Role.LIST, "Suggestions"), Role.LIST_ITEM, "World")
        reader.program.key("Down")
        reader.program.key("Return")
        wait_for("all of World", lambda: len(self.found(reader)) == 6)

    def a_search_is_saved(self, reader):
        reader.program.press(find(reader.window, Role.BUTTON, "Save"))
        wait_for("its row", lambda: reader.section_name("section:World"))
        reader.program.key("Escape")
        reader.program.key("Escape")
        reader.program.key("Escape")
        wait_for("the list as it was", reader.rows)

    def chinese_is_found(self, reader):
        """No key of this keyboard gives such letters: they come as from an input method."""
        reader.program.press(find(reader.window, Role.RADIO_BUTTON, "中文"))
        wait_for("its sections", lambda: reader.section_name("首页"))
        wait_for("its headlines", lambda: any(self.is_chinese(row) for row in reader.rows()))
        reader.program.key("slash")
        find(reader.window, Role.LIST, "What narrows a search")
        entry = find(reader.window, Role.ENTRY, "Search articles")
        entry.get_editable_text_iface().set_text_contents("世界")
        rows = wait_for("what is found", lambda: self.found(reader))
        assert self.is_chinese(rows[0]), rows[0].get_name()

    def is_chinese(self, row):
        return any("一" <= letter <= "鿿" for letter in row.get_name())

    def a_restart_keeps_it(self, reader):
        name = wait_for("its row", lambda: reader.section_name("section:World"))
        wait_for("its number", lambda: "unread" in reader.section_name("section:World"))
        reader.choose("section:World")
        wait_for("its list", lambda: len(reader.rows()) == 6)
        assert name


FIRST = [
    Loop.a_word_is_found_while_it_is_typed,
    Loop.a_result_is_opened_by_keys,
    Loop.what_was_searched_is_offered_in_the_page,
    Loop.a_suggestion_is_taken,
    Loop.a_search_is_saved,
    Loop.chinese_is_found,
]
AFTER_A_RESTART = [Loop.a_restart_keeps_it]


def main():
    groups = [FIRST, AFTER_A_RESTART]
    print(f"1..{sum(len(tests) for tests in groups)}")
    with person.home(), Screen() as screen:
        loop = Loop(screen, sys.argv[1])
        failed = done = 0
        for tests in groups:
            failed += person.run("search", loop, tests, done + 1)
            done += len(tests)
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
