#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers
"""Checks data/*.gresource.xml: a file that lies in a bundled folder and is not listed would build
without a word and be missed only where it is looked for."""

import pathlib
import sys
import xml.etree.ElementTree as ET

BUNDLED = ("apis/*.json", "editions/*.json", "icons/scalable/actions/*.svg")
# For those who write the files of a folder, not for the program that reads them
NOT_BUNDLED = ("apis/descriptor.schema.json",)
PREFIX = "/io/github/broadsheet/Broadsheet"


def main(top):
    data = pathlib.Path(top, "data")
    faults, listed, places = [], [], []
    for bundle in sorted(data.glob("*.gresource.xml")):
        for resource in ET.parse(bundle).getroot().iter("gresource"):
            prefix = resource.get("prefix", "")
            if prefix != PREFIX and not prefix.startswith(PREFIX + "/"):
                faults.append(f"{bundle.name}: the prefix “{prefix}” is not below {PREFIX}")
            for file in resource.iter("file"):
                listed.append(file.text.strip())
                places.append(f"{prefix}/{file.get('alias', listed[-1])}")

    there = [str(path.relative_to(data)) for glob in BUNDLED for path in sorted(data.glob(glob))]
    faults += [f"{name} is listed and not there" for name in listed if not (data / name).is_file()]
    faults += [f"{name} is there and not listed" for name in there if name not in (*listed, *NOT_BUNDLED)]
    twice = sorted({place for place in places if places.count(place) > 1})
    faults += [f"{place} is given twice" for place in twice]

    print(f"{len(listed)} files in resources")
    sys.stderr.writelines(f"{fault}\n" for fault in faults)
    return bool(faults) or not listed


sys.exit(main(sys.argv[1]))
