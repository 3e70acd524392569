#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers

"""Takes pictures of Broadsheet: as it first shows, an article, on a phone, in the dark, in Chinese.

    take_pictures.py [--into FOLDER] [--size WxH] [--locale-dir FOLDER] PROGRAM [ARGUMENT…]

Runs the program with the arguments on a private screen and prints the pictures' paths, one a line.
With --locale-dir, the last picture has the interface in Chinese too, as far as it is translated.
"""

import argparse
import gettext
import os
import re
import sys

from news_drive import Missing, Program, Role, describe, find, find_all, wait_for
from news_screen import Screen

HAN = re.compile("[\u4e00-\u9fff]")


class Photographer:
    def __init__(self, screen, options):
        self.screen = screen
        self.options = options
        self.failed = False
        self.window = None
        self.program = None
        self.say = str

    def visit(self, take, *arguments, size=None, **environment):
        """Where something is missing in the window, says so, and what is there, and goes on."""
        command = [*self.options.command, "--size", size or self.options.size, *arguments]
        self.window = None
        with Program(self.screen, command, **environment) as self.program:
            try:
                self.window = self.program.window("Broadsheet")
                take()
            except Missing as missing:
                self.failed = True
                print(*describe(self.window), missing, sep="\n", file=sys.stderr)

    def headlines(self):
        """The first headline's row, once there is one."""
        return find(find(self.window, Role.LIST, self.say("Headlines")), Role.LIST_ITEM)

    def read(self, row):
        """Opens the row's story; its page has the story's headline for a name, as the row has."""
        name = wait_for("the name of a headline's row", row.get_name)
        self.program.press(row)
        wait_for(
            f"the page of “{name}”",
            lambda: any(
                page.get_name() and name.startswith(page.get_name())
                for page in find_all(self.window, Role.ARTICLE)
            ),
        )

    def take(self, name):
        path = os.path.join(self.options.into, name + ".png")
        self.program.surface().take_picture(path)
        print(path, flush=True)

    def wide(self):
        first = self.headlines()
        self.take("first-view")
        self.read(first)
        self.take("article")

    def narrow(self):
        self.take("narrow")

    def dark(self):
        self.read(self.headlines())
        self.take("dark")

    def chinese(self):
        where = self.options.locale_dir
        self.say = gettext.translation("broadsheet", where, ["zh_CN"], fallback=True).gettext
        self.headlines()
        self.program.press(find(self.window, Role.RADIO_BUTTON, "中文"))
        self.read(wait_for("a headline in Chinese", self.look_for_chinese))
        self.take("chinese")

    def look_for_chinese(self):
        for headlines in find_all(self.window, Role.LIST, self.say("Headlines")):
            for row in find_all(headlines, Role.LIST_ITEM):
                if HAN.search(row.get_name() or ""):
                    return row
        return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--into", default=".")
    parser.add_argument("--size", default="1100x720")
    parser.add_argument("--locale-dir")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    os.makedirs(options.into, exist_ok=True)
    with Screen() as screen:
        photographer = Photographer(screen, options)
        photographer.visit(photographer.wide)
        photographer.visit(photographer.narrow, size="360x640")
        photographer.visit(photographer.dark, "--dark")
        photographer.visit(photographer.chinese, LC_ALL="zh_CN.UTF-8", LANGUAGE="zh_CN")
    return photographer.failed


if __name__ == "__main__":
    sys.exit(main())
