#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers
"""Checks po/POTFILES: what has something to translate is in it, and what is in it exists."""

import pathlib
import re
import sys

FOLDERS = ("src", "data")
CODE = re.compile(r"(?<!\w)(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?)\s*\(")
MARKUP = re.compile(r"\btranslatable\s*=\s*[\"'](?:yes|true|1)[\"']")
SCHEMA = re.compile(r"<schemalist[^>]*\bgettext-domain=")
# A string or a comment; a mark in either is none.
QUOTED = re.compile(
    r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|/\*.*?\*/|//[^\n]*|^\s*#\s*define[^\n]*",
    re.DOTALL | re.MULTILINE,
)
ALWAYS = (".desktop.in", ".metainfo.xml.in")


def is_translatable(path):
    if path.name.endswith(ALWAYS):
        return True
    if path.suffix in (".c", ".h", ".blp"):
        return bool(CODE.search(QUOTED.sub('""', path.read_text(encoding="utf-8"))))
    if path.suffix == ".ui":
        return bool(MARKUP.search(path.read_text(encoding="utf-8")))
    if path.name.endswith(".gschema.xml"):
        return bool(SCHEMA.search(path.read_text(encoding="utf-8")))
    return False


def main(top):
    top = pathlib.Path(top)
    lines = (top / "po" / "POTFILES").read_text(encoding="utf-8").splitlines()
    listed = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    found = [
        str(path.relative_to(top))
        for folder in FOLDERS
        for path in sorted((top / folder).rglob("*"))
        if path.is_file() and is_translatable(path)
    ]

    faults = [f"{name} has something to translate and is not in po/POTFILES"
              for name in found if name not in listed]
    faults += [f"{name} is in po/POTFILES and not there"
               for name in listed if not (top / name).is_file()]
    faults += [f"{name} is in po/POTFILES twice"
               for name in sorted(set(listed)) if listed.count(name) > 1]

    print(f"{len(found)} files with something to translate")
    sys.stderr.writelines(f"{fault}\n" for fault in faults)
    return bool(faults) or not found


sys.exit(main(sys.argv[1]))
