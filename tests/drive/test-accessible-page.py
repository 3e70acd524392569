#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers

"""Walks the specimen as a screen reader does: everything on the page is there with its role, its name
and its level, in the order in which it is read; texts are read by letters, words and lines; and Tab
goes from one thing that can be activated to the next.

    test-accessible-page.py PROGRAM
"""

import sys

import news_person as person
from news_drive import (
    Atspi,
    Program,
    Role,
    State,
    children,
    find,
    find_all,
    has_state,
    showing,
    text_of,
    wait_for,
)
from news_screen import Screen
from news_specimen import STORIES, Site

# What only holds other things, and is passed over in silence.
SILENT = (Role.PANEL, Role.FILLER, Role.GROUPING)

# What is read as a whole: what is inside it is a part of its name.
WHOLE = (Role.BUTTON, Role.TOGGLE_BUTTON)

PAGE = """
button: Lakes
button: Ferries
heading 1: The Ferry Is Back, and It Is Only Four Minutes Late
paragraph: Eleven years after the bridge was to make it needless, a boat crosses the lake.
paragraph: Ada Marlow, The Harbour Light
paragraph: Sunday, February 22, 2026, 19:00 · 1 min read
group: The lake at six in the morning. Ada Marlow / Harbour Light
  button: A white sun over a blue lake and two hills
    image: A white sun over a blue lake and two hills
  caption: The lake at six in the morning. Ada Marlow / Harbour Light
group: Key points
  heading 2: Key points
  list
    item
      paragraph: The ferry runs again, three times a day.
    item
      paragraph: The town paid for the boat, and the county for the pier.
    item
      paragraph: Nobody knows yet who will steer it in winter.
paragraph: The ferry across the lake left at seven this morning, for the first time in eleven years, \
with forty-two people, nine bicycles and a dog. It was four minutes late, which the mayor called a \
promising beginning; see the timetable and what a crossing costs.
  link: the timetable
  link: what a crossing costs
heading 2: How it came about
paragraph: The old boat had been sold for scrap1 when the bridge was opened. Then the bridge was \
found to be too narrow for the new buses, and the road around the lake is thirty kilometres long. \
H2O, as the engineer put it, is the shortest way between two villages, and depart() is the only \
command that its new computer knows.
  link: 1
heading 3: What it took
list
  item
    label: 1.
    paragraph: A boat, bought from an island that has a tunnel now.
  item
    label: 2.
    paragraph: Two piers:
    list
      item
        paragraph: one of oak, in the north;
      item
        paragraph: one of concrete, in the south, with a café.
          link: a café
  item
    label: 3.
    paragraph: Eleven years of meetings.
quote
  paragraph: We did not build a ferry. We took away the reasons why there was none.
  paragraph: Ines Calder, harbour master
paragraph: The crossing takes eighteen minutes. In that time one can see both churches, the mill, \
and on clear days the snow on the mountains behind the border; most people looked at their telephones.
quote
  paragraph: It was four minutes late: a promising beginning.
caption: Crossings a day
scroller: Table
  table: Crossings a day
    row
      column header
        paragraph: Season
      column header
        paragraph: Weekdays
      column header
        paragraph: Sundays
    row
      row header
        paragraph: Summer
      cell
        paragraph: Three
      cell
        paragraph: Five
    row
      row header
        paragraph: Winter
      cell
        paragraph: Two
      cell
        paragraph: None
separator
scroller: Code
  paragraph: 07:00  North pier|07:18  South pier|07:30  back
list
  item
    paragraph: Pier
    paragraph: Where a boat is tied up, and where people wait for it.
button: The first crossing, filmed from the mill Opens www.youtube.com in the browser
button: How we counted
note
  heading 4: The boat
  paragraph: The Calder is nineteen metres long and carries sixty people.
paragraph: This report was changed at noon: the dog was not on a leash.
button: Read the original on The Harbour Light
"""

GALLERY = """
group: Around the lake, in one day
  group: The meadow
    button: A green meadow under an orange sun
      image: A green meadow under an orange sun
    caption: The meadow
  group: The peak, from the north
    button: A tall red peak
      image: A tall red peak
    caption: The peak, from the north
  group: The evening
    button: A violet evening
      image: A violet evening
    caption: The evening
  caption: Around the lake, in one day
"""

NAMES = {
    Role.BLOCK_QUOTE: "quote",
    Role.BUTTON: "button",
    Role.CAPTION: "caption",
    Role.COLUMN_HEADER: "column header",
    Role.FOOTNOTE: "note",
    Role.GROUPING: "group",
    Role.HEADING: "heading",
    Role.IMAGE: "image",
    Role.LABEL: "label",
    Role.LINK: "link",
    Role.LIST: "list",
    Role.LIST_ITEM: "item",
    Role.PARAGRAPH: "paragraph",
    Role.ROW_HEADER: "row header",
    Role.SCROLL_PANE: "scroller",
    Role.SEPARATOR: "separator",
    Role.TABLE: "table",
    Role.TABLE_CELL: "cell",
    Role.TABLE_ROW: "row",
}


def is_column_header(node):
    """GTK 4.18 knows the role, but tells it to nobody."""
    return node.get_role() == Role.FILLER and node.get_parent().get_role() == Role.TABLE_ROW


def hear(node):
    """What is said on arriving at a node, but for what it holds."""
    role = NAMES.get(node.get_role(), node.get_role_name())
    if is_column_header(node):
        role = "column header"
    if role == "heading":
        role += " " + node.get_attributes().get("level", "without a level")
    words = node.get_name() or text_of(node)
    return f"{role}: {words}".replace("\n", "|") if words else role


def walk(node, depth=0):
    """Line by line what a screen reader finds below a node, as PAGE has it."""
    for child in children(node):
        if not has_state(child, State.SHOWING):
            continue
        silent = child.get_role() in SILENT and not child.get_name()
        silent = silent and not is_column_header(child)
        if not silent:
            yield "  " * depth + hear(child)
        if child.get_role() in WHOLE:
            # A picture is in a button, but is found for itself.
            for picture in find_all(child, Role.IMAGE):
                yield "  " * (depth + 1) + hear(picture)
        elif child.get_role() not in (Role.HEADING, Role.LABEL):
            yield from walk(child, depth + (not silent))


def part_at(node, offset, granularity):
    """A part of a text around an offset, and where it begins and ends."""
    part = Atspi.Text.get_string_at_offset(node.get_text_iface(), offset, granularity)
    return part.content, part.start_offset, part.end_offset


class Loop:
    """The tests, in order: each goes on where the one before left the paper."""

    def __init__(self, screen, program):
        self.screen = screen
        self.command = [program, "--size", "1300x3600"]
        self.focused = None  # the name of what has the focus

    def start(self):
        return Program(self.screen, self.command)

    def open(self, reader, name):
        wait_for("the stories", lambda: len(reader.rows()) == len(STORIES))
        reader.open(reader.wait_for_row(STORIES[name]["title"]))

    def paragraph(self, reader, beginning):
        return wait_for(
            f"the paragraph “{beginning}…”",
            lambda: next(
                (
                    node
                    for node in find_all(reader.page(), Role.PARAGRAPH)
                    if text_of(node).startswith(beginning)
                ),
                None,
            ),
        )

    def look_for_focus(self, reader):
        """The name and the place of what has the focus, wherever in the window."""
        reader.window.clear_cache()
        for node in showing(reader.window):
            if has_state(node, State.FOCUSED) and has_state(node, State.FOCUSABLE):
                box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
                return node.get_name(), box.x, box.y
        return None

    def tab(self, reader, key="Tab"):
        before = self.look_for_focus(reader)
        reader.program.key(key)
        wait_for(f"the focus on what is not {before}", lambda: self.has_moved(reader, before))

    def has_moved(self, reader, before):
        now = self.look_for_focus(reader)
        self.focused = now and now[0]
        return now and now != before

    def tab_to(self, reader, name, key="Tab"):
        for _ in range(60):
            if self.focused == name:
                return
            self.tab(reader, key)
        assert self.focused == name, self.focused

    def everything_is_there_in_its_order(self, reader):
        reader.choose("Lake")
        self.open(reader, "page")
        expected = PAGE.strip().split("\n")
        lines = []

        def look():
            reader.page().clear_cache()
            lines[:] = walk(reader.page())
            return lines[: len(expected)] == expected

        try:
            wait_for("the whole page", look, seconds=10)
        finally:
            for has, wants in zip(lines, expected):
                if has != wants:
                    print(f"# “{has}” is not “{wants}”", file=sys.stderr)
                    break

    def what_follows_the_article_is_under_a_heading(self, reader):
        heading = find(reader.page(), Role.HEADING, "More headlines")
        assert heading.get_attributes().get("level") == "2", heading.get_attributes()
        rows = find_all(find(reader.page(), Role.LIST, "More headlines"), Role.LIST_ITEM)
        assert len(rows) == len(STORIES) - 1 and all(row.get_name() for row in rows), rows

    def a_text_is_read_in_parts(self, reader):
        node = self.paragraph(reader, "The ferry across")
        whole = text_of(node)
        at = whole.index("morning")
        assert part_at(node, at, Atspi.TextGranularity.CHAR) == ("m", at, at + 1)
        word, start, end = part_at(node, at + 2, Atspi.TextGranularity.WORD)
        assert word.strip() == "morning" and whole[start:end] == word, (word, start, end)
        sentence, start, end = part_at(node, at, Atspi.TextGranularity.SENTENCE)
        assert sentence.strip().endswith("a dog."), sentence
        assert start == 0 and whole[start:end] == sentence, (start, end)
        line, start, end = part_at(node, 0, Atspi.TextGranularity.LINE)
        assert start == 0 and 20 < end < len(whole) and whole[:end] == line, (line, start, end)

    def letters_have_their_places(self, reader):
        node = self.paragraph(reader, "The ferry across")
        text = node.get_text_iface()
        whole = text_of(node)
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        last = len(whole) - 1
        places = [
            Atspi.Text.get_character_extents(text, at, Atspi.CoordType.WINDOW) for at in (0, last)
        ]
        for place in places:
            assert place.width > 0 and place.height > 0, (place.width, place.height)
        first, end = places
        assert abs(first.x - box.x) < 4 and first.y < end.y, (first.x, box.x, first.y, end.y)
        assert end.y + end.height <= box.y + box.height + 2, (end.y, box.y, box.height)

    def tab_goes_through_the_page(self, reader):
        """Forwards through all that can be activated, in the order in which it is read."""
        page = reader.page()
        page.clear_cache()
        names = [
            node.get_name()
            for node in showing(page)
            if has_state(node, State.FOCUSABLE) and node.get_role() != Role.LIST
        ]
        names = names[: names.index("Read the original on The Harbour Light") + 1]
        assert "Table" not in names and "Code" not in names, names
        self.tab_to(reader, names[0])
        for name in names[1:]:
            self.tab(reader)
            assert self.focused == name, (self.focused, name)

    def details_unfold(self, reader):
        button = find(reader.page(), Role.BUTTON, "How we counted")
        assert has_state(button, State.EXPANDABLE) and not has_state(button, State.EXPANDED)
        self.tab_to(reader, "How we counted", "Shift_L+Tab")
        reader.program.key("space")
        assert self.paragraph(reader, "One by one, at the gangway")
        wait_for("that it says so", lambda: has_state(button, State.EXPANDED))

    def cells_tell_what_heads_their_column(self, reader):
        table = find(reader.page(), Role.TABLE, "Crossings a day")
        cells = [node.get_description() for node in find_all(table, Role.TABLE_CELL)]
        assert cells == ["Weekdays", "Sundays"] * 2, cells

    def pictures_of_a_gallery_have_their_words(self, reader):
        self.open(reader, "gallery")
        expected = GALLERY.strip()
        wait_for("the gallery", lambda: expected in "\n".join(walk(reader.page())))

    def a_wide_table_is_a_stop_and_has_its_headers(self, reader):
        self.open(reader, "table")
        table = find(reader.page(), Role.TABLE, "Ferries on the lake, by month")
        wide, narrow = find_all(reader.page(), Role.SCROLL_PANE, "Table")
        wait_for("that it can be scrolled", lambda: has_state(wide, State.FOCUSABLE))
        assert not has_state(narrow, State.FOCUSABLE)
        rows = [
            [text_of(find_all(cell, Role.PARAGRAPH)[0]) for cell in children(row)]
            for row in children(table)
        ]
        assert rows[0][0] == "Boat" and rows[1][0] == "January", rows
        assert rows[2] == "Calder 1,204 1,377 1,912 2,650 3,218 4,007 5,110 5,398 4,260 29,136".split(), rows
        assert rows[4][:2] == ["Old Heron", "laid up for repairs to the boiler"], rows


TESTS = [
    Loop.everything_is_there_in_its_order,
    Loop.what_follows_the_article_is_under_a_heading,
    Loop.a_text_is_read_in_parts,
    Loop.letters_have_their_places,
    Loop.tab_goes_through_the_page,
    Loop.details_unfold,
    Loop.cells_tell_what_heads_their_column,
    Loop.pictures_of_a_gallery_have_their_words,
    Loop.a_wide_table_is_a_stop_and_has_its_headers,
]


def main():
    print(f"1..{len(TESTS)}")
    with person.home() as data, Site() as site, Screen((1600, 4000)) as screen:
        site.write_edition(data)
        failed = person.run("accessible-page", Loop(screen, sys.argv[1]), TESTS, 1)
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
