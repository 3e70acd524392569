# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers

"""Drives Broadsheet from outside, as a person with a screen reader would: what is in a window is found
by role and name in the accessible tree, and pressed there or with the mouse.

    with Screen() as screen, Program(screen, ["broadsheet", "--sample"]) as program:
        window = program.window("Broadsheet")
        program.press(find(find(window, Role.LIST, "Sections"), Role.LIST_ITEM, "US"))
        find(window, Role.ARTICLE)
        program.surface().take_picture("us.png")

What is not there yet is waited for until a deadline, after which `Missing` is raised. Deadlines are
generous, since they only pass when something is broken. There can be one screen a process, because
the library that reads the tree keeps its first connection.
"""

import os
import signal
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

CoordType = Atspi.CoordType
Role = Atspi.Role
State = Atspi.StateType

DEADLINE = 30.0


class Missing(Exception):
    """What was waited for has not come."""


def wait_for(what, look, seconds=DEADLINE):
    """Returns what `look` returns, as soon as that is something."""
    end = time.monotonic() + seconds
    while True:
        try:
            answer = look()
            if answer:
                return answer
        except GLib.Error:
            pass  # An object went away while it was looked at.
        if time.monotonic() > end:
            raise Missing(f"{what}: not there after {seconds:g} s")
        # The tree is kept up to date by events, which this loop hands out.
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.05)


def place_of(node):
    """Where it is in its window, if it has been there for a moment; else None."""
    boxes = []
    for _ in range(2):
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        boxes.append((box.x, box.y, box.width, box.height))
        time.sleep(0.05)
    return box if boxes[0] == boxes[1] and box.width > 1 and box.height > 1 else None


# The tree


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def has_state(node, state):
    return node.get_state_set().contains(state)


def showing(node):
    """The node and all below it that shows, in reading order."""
    yield node
    for child in children(node):
        if has_state(child, State.SHOWING):
            yield from showing(child)


def is_named(node, name):
    """A row's name goes on after its title: "US, 6 unread"."""
    own = node.get_name() or ""
    return own == name or own.startswith(name + ",")


def find_all(node, role, name=None):
    node.clear_cache()
    return [
        found
        for found in showing(node)
        if found.get_role() == role and (name is None or is_named(found, name))
    ]


def find(node, role, name=None, seconds=DEADLINE):
    """The first that shows, as soon as one does."""
    what = Atspi.role_get_name(role) + ("" if name is None else f" “{name}”")
    return wait_for(what, lambda: next(iter(find_all(node, role, name)), None), seconds)


def text_of(node):
    """What a screen reader reads of a text."""
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, text.get_character_count()) if text else ""


def selected_of(node):
    """What of a text is selected."""
    text = node.get_text_iface()
    if not text or Atspi.Text.get_n_selections(text) < 1:
        return ""
    part = Atspi.Text.get_selection(text, 0)
    return Atspi.Text.get_text(text, part.start_offset, part.end_offset)


def describe(node, depth=0):
    """What a screen reader can find, one line an object."""
    if node is None:
        return
    yield "  " * depth + f"{node.get_role_name()} “{node.get_name() or ''}”"
    for child in children(node):
        if has_state(child, State.SHOWING):
            yield from describe(child, depth + 1)


class Program:
    """A program that is driven on a screen; what it says goes where errors go."""

    def __init__(self, screen, command, **environment):
        self.screen = screen
        self.command = command
        self.environment = environment
        self.process = None

    def __enter__(self):
        self.process = subprocess.Popen(
            self.command,
            env=os.environ | self.environment,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
        )
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def look_for_window(self, name):
        if self.process.poll() is not None:
            raise Missing(f"{self.command[0]} has ended with status {self.process.returncode}")
        for application in children(Atspi.get_desktop(0)):
            if application.get_process_id() == self.process.pid:
                for window in children(application):
                    if window.get_name() == name and has_state(window, State.SHOWING):
                        return window
        return None

    def window(self, name, seconds=DEADLINE):
        """The top of the tree of the window with that title."""
        return wait_for(f"the window “{name}”", lambda: self.look_for_window(name), seconds)

    def surface(self):
        """The newest window as X sees it."""
        return wait_for("a window", lambda: self.screen.surface(self.process.pid))

    def press(self, node):
        """Presses a button by its action; what has none, such as a row, with the mouse."""
        action = node.get_action_iface()
        count = action.get_n_actions() if action else 0
        names = [Atspi.Action.get_action_name(action, index) for index in range(count)]
        if "click" in names:
            action.do_action(names.index("click"))
        else:
            self.click(node)

    def click(self, node):
        """Clicks in the middle of it, once it has its place."""
        box = wait_for(f"the place of “{node.get_name()}”", lambda: place_of(node))
        self.surface().click(box.x + box.width // 2, box.y + box.height // 2)

    def key(self, names):
        self.screen.key(names)
