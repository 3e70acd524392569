#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers
"""Checks the catalogues of po/LINGUAS: each translates all that po/POTFILES lists, and no more."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

TOOLS = ("xgettext", "msgmerge", "msgattrib", "msgfmt")
SKIP = 77

# As in Meson's preset "glib", which po/meson.build has the template made with.
KEYWORDS = (
    "_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3",
)

MESSAGE = re.compile(r"^(?:#~ )?msgid (.*(?:\n(?:#~ )?\".*)*)", re.MULTILINE)
TRANSLATION = re.compile(r"^msgstr(?:\[\d+\])? (.*(?:\n\".*)*)", re.MULTILINE)
QUOTED = re.compile(r"\"((?:\\.|[^\"\\])*)\"")
TAG = re.compile(r"<[^<>]*>")
HAN_IN_STRAIGHT_QUOTES = re.compile("\"[^\"]*[\u3400-\u9fff][^\"]*\"")


def run(top, command, text=None):
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="")
    return subprocess.run(command, cwd=top, env=environment, input=text, encoding="utf-8",
                          capture_output=True, check=False)


def make_template(top):
    keywords = [f"--keyword={keyword}" for keyword in KEYWORDS]
    made = run(top, ["xgettext", "--from-code=UTF-8", "--add-comments", *keywords,
                     "--files-from=po/POTFILES", "--output=-"])
    return made.stdout, made.stderr.splitlines(), bool(made.returncode)


def unquote(text):
    return "".join(QUOTED.findall(text)).replace('\\"', '"').replace("\\n", "\n")


def select(top, catalogue, which):
    """The messages of a kind, without the header."""
    chosen = run(top, ["msgattrib", which, "-"], catalogue).stdout
    return [message for message in map(unquote, MESSAGE.findall(chosen)) if message]


def check_catalogue(top, name, template):
    path = top / "po" / f"{name}.po"
    if not path.is_file():
        return ["is in po/LINGUAS and not there"]

    checked = run(top, ["msgfmt", "--check", "--check-accelerators=_", "--output-file=/dev/null",
                        str(path)])
    faults = checked.stderr.splitlines() if checked.returncode else []
    catalogue = path.read_text(encoding="utf-8")
    faults += [f"fuzzy: {message}" for message in select(top, catalogue, "--only-fuzzy")]

    # What is only in the template comes out of this untranslated, what is not in it obsolete.
    merged = run(top, ["msgmerge", "--quiet", "--no-fuzzy-matching", str(path), "-"], template)
    faults += merged.stderr.splitlines()
    obsolete = (select(top, catalogue, "--only-obsolete")
                + select(top, merged.stdout, "--only-obsolete"))
    faults += [f"untranslated: {message}"
               for message in select(top, merged.stdout, "--untranslated")]
    return faults + [f"obsolete: {message}" for message in dict.fromkeys(obsolete)]


def check_chinese(top):
    path = top / "po" / "zh_CN.po"
    catalogue = path.read_text(encoding="utf-8") if path.is_file() else ""
    for text in map(unquote, TRANSLATION.findall(catalogue)):
        if text.rstrip().endswith("."):
            yield f"ends in a full stop that is not Chinese: {text}"
        if HAN_IN_STRAIGHT_QUOTES.search(TAG.sub("", text)):
            yield f"has straight quotation marks: {text}"


def main(top):
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        print(f"not installed: {', '.join(missing)}")
        return SKIP

    top = pathlib.Path(top).resolve()
    lines = (top / "po" / "LINGUAS").read_text(encoding="utf-8").splitlines()
    names = [name for line in lines for name in line.partition("#")[0].split()]
    template, warnings, failed = make_template(top)
    n_messages = len([message for message in map(unquote, MESSAGE.findall(template)) if message])
    faults = []
    for name in names:
        faults += [f"po/{name}.po: {fault}" for fault in check_catalogue(top, name, template)]
    if "zh_CN" in names:
        faults += [f"po/zh_CN.po: {fault}" for fault in check_chinese(top)]

    print(f"{n_messages} messages, {len(names)} catalogues")
    failed = failed or bool(faults) or not n_messages or not names
    # xgettext warns of each Blueprint file that it takes it for C, which is what it should do; what
    # else it warns of may be why a catalogue seems to have too much.
    if failed:
        faults = warnings + faults
    sys.stderr.writelines(f"{fault}\n" for fault in faults)
    return failed


sys.exit(main(sys.argv[1]))
