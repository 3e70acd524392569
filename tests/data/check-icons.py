#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers
"""Checks the icons in data/: what desktops can recolour and draw is less than what SVG allows."""

import pathlib
import sys
import xml.etree.ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
SYMBOLIC = {"svg", "g", "path", "rect", "circle"}
FULL = SYMBOLIC | {"defs", "ellipse", "linearGradient", "radialGradient", "stop"}
# A colour that GTK's own reader of symbolic icons replaces, and nothing else that paints.
INK = "#222222"
PAINT = {"stroke", "style", "class", "opacity", "fill-opacity", "filter", "mask", "clip-path"}


def check(path):
    """Yields what is wrong with one icon, in words."""
    try:
        root = ET.parse(path).getroot()
    except ET.ParseError as error:
        yield f"not well-formed: {error}"
        return

    symbolic = path.stem.endswith("-symbolic")
    size = "16" if symbolic else "128"
    frame = (root.get("width"), root.get("height"), root.get("viewBox"))
    if frame != (size, size, f"0 0 {size} {size}"):
        yield f"not {size}×{size}: width, height and viewBox are {frame}"

    for element in root.iter():
        name = element.tag.removeprefix(SVG)
        if name not in (SYMBOLIC if symbolic else FULL):
            yield f"has the element “{name}”"
        if any(key.endswith("href") for key in element.attrib):
            yield f"refers to another file from “{name}”"
        if symbolic and name not in ("svg", "g"):
            if element.get("fill") != INK:
                yield f"“{name}” has the fill {element.get('fill')}, not {INK}"
            yield from (f"“{name}” has “{key}”" for key in element.keys() if key in PAINT)

    if not {"path", "rect", "circle"} & {element.tag.removeprefix(SVG) for element in root.iter()}:
        yield "draws nothing"


def main(top):
    icons = pathlib.Path(top, "data", "icons")
    paths = sorted(icons.rglob("*.*"))
    needed = [
        icons / "hicolor/scalable/apps/io.github.broadsheet.Broadsheet.svg",
        icons / "hicolor/symbolic/apps/io.github.broadsheet.Broadsheet-symbolic.svg",
    ]
    faults = [f"{path}: not there" for path in needed if path not in paths]
    for path in paths:
        faults += [f"{path}: {fault}" for fault in check(path)]

    print(f"{len(paths)} icons")
    sys.stderr.writelines(f"{fault}\n" for fault in faults)
    return bool(faults)


sys.exit(main(sys.argv[1]))
