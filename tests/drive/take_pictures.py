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
        self.window = None
        self.program = None
        self.say = str

    def open(self, *arguments, size=None, **environment):
        command = [*self.options.command, "--size", size or self.options.size, *arguments]
        return Program(self.screen, command, **environment)

    def headlines(self):
        """The first headline's row, once there is one."""
        self.window = self.program.window("Broadsheet")
        return find(find(self.window, Role.LIST, self.say("Headlines")), Role.LIST_ITEM)

    def read(self, row):
        self.program.press(row)
        return find(self.window, Role.ARTICLE)

    def take(self, name):
        path = os.path.join(self.options.into, name + ".png")
        self.program.surface().take_picture(path)
        print(path, flush=True)

    def wide(self):
        with self.open() as self.program:
            first = self.headlines()
            self.take("first-view")
            self.read(first)
            self.take("article")

    def narrow(self):
        with self.open(size="360x640") as self.program:
            self.window = self.program.window("Broadsheet")
            self.take("narrow")

    def dark(self):
        with self.open("--dark") as self.program:
            self.read(self.headlines())
            self.take("dark")

    def chinese(self):
        where = self.options.locale_dir
        self.say = gettext.translation("broadsheet", where, ["zh_CN"], fallback=True).gettext
        with self.open(LC_ALL="zh_CN.UTF-8", LANGUAGE="zh_CN") as self.program:
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
    failed = False
    with Screen() as screen:
        for take in ("wide", "narrow", "dark", "chinese"):
            photographer = Photographer(screen, options)
            try:
                getattr(photographer, take)()
            except Missing as missing:
                failed = True
                print(f"{take}: {missing}", file=sys.stderr)
                if photographer.window:
                    print(*describe(photographer.window), sep="\n", file=sys.stderr)
    return failed


if __name__ == "__main__":
    sys.exit(main())
