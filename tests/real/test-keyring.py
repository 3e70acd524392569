#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers

"""Keys are kept in a real Secret Service, that of GNOME, on a bus of its own: over processes, while it
is locked and nobody unlocks it, and without a trace of them in what is logged.

    test-keyring.py USE-KEYRING
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

import real_server
from gi.repository import Gio, GLib

SERVICE = "org.freedesktop.secrets"
ROOT = "/org/freedesktop/secrets"
PASSWORD = b"open-sesame"
QUESTION = "Activating service name='org.gnome.keyring.SystemPrompter'"
LOCKED = "passing failed: Its key is in the desktop’s keyring, which is locked."


class Service:
    """A bus with a service on it that only `PASSWORD` unlocks: it finds no display to ask on, which
    is to it as if everybody who is asked says no."""

    def __init__(self, name, has_keyring):
        self.name = name
        self.has_keyring = has_keyring
        self.processes = []

    def missing(self):
        commands = ("dbus-daemon", "gnome-keyring-daemon")
        return next((command for command in commands if not shutil.which(command)), None)

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="broadsheet-keyring-")
        self.log = open(self.path("log"), "w+", encoding="utf-8", errors="replace")
        address = "unix:path=" + self.path("bus")
        self.environment = {
            **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")},
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            "HOME": self.folder,
            "XDG_DATA_HOME": self.path("data"),
            "XDG_RUNTIME_DIR": self.folder,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "G_MESSAGES_DEBUG": "all",
        }
        os.mkdir(self.path("data"))
        bus = self.start("dbus-daemon", "--session", "--nofork", "--print-address=1",
                         "--address=" + address, stdout=subprocess.PIPE)
        bus.stdout.readline()  # It is there when it has said where.
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address,
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None,
            None,
        )
        if self.has_keyring:
            daemon = self.start("gnome-keyring-daemon", "--unlock", "--components=secrets",
                                "--daemonize=no", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            daemon.stdin.write(PASSWORD)
            daemon.stdin.close()
            daemon.stdout.readline()  # Where it can be controlled
        return self

    def __exit__(self, *_):
        self.bus.close_sync(None)
        for process in reversed(self.processes):
            process.terminate()
            process.wait(30)
        self.log.close()
        shutil.rmtree(self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def start(self, *command, **pipes):
        process = subprocess.Popen(command, env=self.environment, stderr=self.log, **pipes)
        self.processes.append(process)
        return process

    def call(self, method, arguments, interface="org.freedesktop.Secret.Service"):
        return self.bus.call_sync(SERVICE, ROOT, interface, method, arguments, None,
                                  Gio.DBusCallFlags.NONE, 30000, None)

    def default(self):
        return self.call("ReadAlias", GLib.Variant("(s)", ("default",))).unpack()[0]

    def lock(self):
        locked, prompt = self.call("Lock", GLib.Variant("(ao)", ([self.default()],))).unpack()
        assert locked and prompt == "/", (locked, prompt)

    def unlock(self):
        """As GNOME's login does it, without a question."""
        session = self.call("OpenSession", GLib.Variant("(sv)", ("plain", GLib.Variant("s", ""))))
        secret = (session.unpack()[1], b"", PASSWORD, "text/plain")
        self.call("UnlockWithMasterPassword",
                  GLib.Variant("(o(oayays))", (self.default(), secret)),
                  "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface")

    def read_log(self):
        with open(self.path("log"), encoding="utf-8", errors="replace") as log:
            return log.read()

    def count_questions(self):
        return self.read_log().count(QUESTION)

    def use(self, *words):
        """What a process that does that says, line by line."""
        done = subprocess.run([sys.argv[1], *words], env=self.environment, stdout=subprocess.PIPE,
                              stderr=self.log, encoding="utf-8", timeout=60, check=False)
        assert done.returncode == 0, (words, done.returncode, self.read_log()[-4000:])
        # Debugging goes to standard output, too, where it must not be taken for an answer.
        lines = done.stdout.splitlines()
        answers = [line for line in lines if re.match("(lasting|passing) ", line)]
        self.log.write("\n".join(line for line in lines if line not in answers) + "\n")
        self.log.flush()
        return answers


def expect(found, *expected):
    assert len(found) == len(expected), (found, expected)
    for line, words in zip(found, expected):
        assert line.startswith(words), (found, expected)


def another_process_finds_it(service):
    expect(service.use("lookup", "guardian", "key"), "lasting none")
    expect(service.use("store", "guardian", "key", "secret-one", "store", "nyt", "key", "secret-two"),
           "lasting stored", "lasting stored")
    expect(service.use("lookup", "guardian", "key", "lookup", "nyt", "key", "lookup", "nyt", "other"),
           "lasting found secret-one", "lasting found secret-two", "lasting none")


def a_new_one_replaces_the_old(service):
    expect(service.use("store", "guardian", "key", "密钥-three"), "lasting stored")
    expect(service.use("lookup", "guardian", "key"), "lasting found 密钥-three")
    # Not beside it, either.
    found = service.call("SearchItems", GLib.Variant("(a{ss})", ({"source": "guardian"},))).unpack()
    assert len(found[0]) == 1 and not found[1], found


def what_is_removed_is_gone(service):
    expect(service.use("remove", "nyt", "key", "lookup", "nyt", "key", "remove", "nyt", "key"),
           "lasting removed", "lasting none", "lasting removed")
    expect(service.use("lookup", "nyt", "key", "lookup", "guardian", "key"),
           "lasting none", "lasting found 密钥-three")


def a_locked_one_is_told_and_asked_for_once(service):
    service.lock()
    before = service.count_questions()
    expect(service.use("lookup", "guardian", "key", "lookup", "guardian", "key"), LOCKED, LOCKED)
    assert service.count_questions() == before + 1, service.count_questions()
    # What is not there is no reason to ask.
    expect(service.use("lookup", "nyt", "key"), "lasting none")
    assert service.count_questions() == before + 1, service.count_questions()


def what_a_locked_one_cannot_take_is_held(service):
    expect(service.use("store", "guardian", "key", "secret-four", "lookup", "guardian", "key",
                       "store", "mastodon", "key", "secret-five", "lookup", "mastodon", "key"),
           "passing stored", "passing found secret-four",
           "passing stored", "passing found secret-five")


def a_locked_one_gives_nothing_up(service):
    expect(service.use("remove", "guardian", "key"),
           "passing failed: The desktop’s keyring is locked, so that the key stays in it.")


def once_it_is_unlocked_all_is_there(service):
    service.unlock()
    expect(service.use("lookup", "guardian", "key", "lookup", "mastodon", "key",
                       "store", "mastodon", "key", "secret-six"),
           "lasting found 密钥-three", "lasting none", "lasting stored")
    expect(service.use("remove", "guardian", "key", "lookup", "guardian", "key"),
           "lasting removed", "lasting none")


def nothing_of_it_is_logged_or_lies_open(service):
    secrets = ["secret-one", "secret-two", "密钥-three", "secret-four", "secret-five", "secret-six"]
    log = service.read_log()
    assert "Secret Service" in log or "libsecret" in log, "nothing was logged at all"
    for secret in secrets:
        assert secret not in log, secret
    for folder, _, names in os.walk(service.path("data")):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                data = file.read()
            for secret in secrets:
                assert secret.encode() not in data, (name, secret)


def without_a_keyring_it_is_held(service):
    """Where nobody has made one yet, and nobody wants to when asked."""
    expect(service.use("lookup", "guardian", "key", "store", "guardian", "key", "secret-one",
                       "lookup", "guardian", "key", "remove", "guardian", "key"),
           "lasting none", "passing stored", "passing found secret-one", "passing removed")
    assert service.count_questions() == 1, service.count_questions()


TESTS = [
    another_process_finds_it,
    a_new_one_replaces_the_old,
    what_is_removed_is_gone,
    a_locked_one_is_told_and_asked_for_once,
    what_a_locked_one_cannot_take_is_held,
    a_locked_one_gives_nothing_up,
    once_it_is_unlocked_all_is_there,
    nothing_of_it_is_logged_or_lies_open,
]

if __name__ == "__main__":
    sys.exit(
        real_server.run(
            (Service("keyring", True), TESTS),
            (Service("no-keyring", False), [without_a_keyring_it_is_held]),
        )
    )
