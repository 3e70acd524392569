#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers
"""Checks that each setting is explained: the schema's compiler accepts one that is not."""

import pathlib
import sys
import xml.etree.ElementTree as ET


def main(top):
    faults, count = [], 0
    for path in sorted(pathlib.Path(top, "data").glob("*.gschema.xml")):
        for key in ET.parse(path).getroot().iter("key"):
            count += 1
            for tag in ("summary", "description"):
                if not (key.findtext(tag) or "").strip():
                    faults.append(f"{path.name}: the key “{key.get('name')}” has no {tag}")

    print(f"{count} settings")
    sys.stderr.writelines(f"{fault}\n" for fault in faults)
    return bool(faults) or not count


sys.exit(main(sys.argv[1]))
