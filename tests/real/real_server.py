# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers

"""Servers of tests/servers for tests, and the little of TAP that these need."""

import fcntl
import os
import subprocess
import sys
import traceback

SERVERS = os.environ["SERVERS"]


def folder():
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    cache = os.environ.get("BROADSHEET_CACHE") or os.path.join(home, "broadsheet")
    return os.path.join(cache, "servers")


class Server:
    """A server that is up as long as the block lasts; two tests of two checkouts take turns."""

    def __init__(self, name, commands):
        self.name = name
        self.commands = commands
        self.lock = None

    def missing(self):
        """The first command that the server would need and that is not there, if any."""
        path = os.environ.get("PATH", "") + ":/usr/sbin"
        for command in self.commands:
            if not any(os.path.exists(os.path.join(part, command)) for part in path.split(":")):
                return command
        return None

    def __enter__(self):
        os.makedirs(folder(), exist_ok=True)
        self.lock = open(os.path.join(folder(), self.name + ".lock"), "w", encoding="ascii")
        fcntl.flock(self.lock, fcntl.LOCK_EX)
        self.call("up")
        return self

    def __exit__(self, *_):
        self.call("down")
        self.lock.close()

    def call(self, verb):
        subprocess.run(
            [os.path.join(SERVERS, f"{self.name}-{verb}"), folder()],
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            check=True,
        )

    def read(self, name):
        """What the server's script left in the file of that name."""
        with open(os.path.join(folder(), self.name, name), encoding="utf-8") as file:
            return file.read().strip()


def run_one(name, test, server, number):
    """Runs the test, a function of the server, with its line of TAP; returns whether it failed."""
    try:
        test(server)
        failed = False
    except Exception:  # One that fails must not hide how the others do.
        traceback.print_exc()
        failed = True
    print(f"{'not ok' if failed else 'ok'} {number} /{name}", flush=True)
    return failed


def run(*groups):
    """Runs groups of tests, each a server and a list of functions of it, while that server is up;
    returns the exit status."""
    missing = next(filter(None, (server.missing() for server, _ in groups)), None)
    if missing:
        print(f"1..0 # SKIP there is no {missing}; see build-aux/packages-real")
        return 0
    failed = False
    number = 0
    for server, tests in groups:
        with server:
            for number, test in enumerate(tests, number + 1):
                name = f"{server.name}/{test.__name__.replace('_', '-')}"
                failed |= run_one(name, test, server, number)
    print(f"1..{number}")
    return failed
