#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers

"""Tests that two pictures are told apart where a person would, on the pictures that are kept: what is
changed here by hand must be found, and what another version of a font does must not.

    test-likeness.py
"""

import os
import sys
import traceback

import gi

import news_likeness as likeness
from news_specimen import FOLDER

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf  # noqa: E402


def read(name):
    return likeness.read(os.path.join(FOLDER, name + ".png"))


def paper_of(picture):
    """The colour of the page, as fill() wants it."""
    red, green, blue = picture.read_pixel_bytes().get_data()[:3]
    return red << 24 | green << 16 | blue << 8 | 0xFF


def paint(picture, left, top, width, height, colour=None):
    """Over a part of the picture, whose numbers are parts of its size."""
    wide, high = picture.get_width(), picture.get_height()
    place = int(left * wide), int(top * high), int(width * wide), int(height * high)
    area = GdkPixbuf.Pixbuf.new_subpixbuf(picture, *place)
    area.fill(paper_of(picture) if colour is None else colour)


def shift(picture, left, top, width, height, across, down):
    """Moves a part of the picture, in pixels; where it was is paper."""
    part = GdkPixbuf.Pixbuf.new_subpixbuf(picture, left, top, width, height).copy()
    GdkPixbuf.Pixbuf.new_subpixbuf(picture, left, top, width, height).fill(paper_of(picture))
    part.copy_area(0, 0, width, height, picture, left + across, top + down)


def stretch(picture, at, rows):
    """A few rows of paper more from there on, as a higher line makes them; the end is cut off."""
    width, height = picture.get_width(), picture.get_height()
    below = GdkPixbuf.Pixbuf.new_subpixbuf(picture, 0, at, width, height - at - rows).copy()
    GdkPixbuf.Pixbuf.new_subpixbuf(picture, 0, at, width, rows).fill(paper_of(picture))
    below.copy_area(0, 0, width, height - at - rows, picture, 0, at + rows)


def soften(picture):
    """As other smoothing of the letters' edges does."""
    width, height = picture.get_width(), picture.get_height()
    small = picture.scale_simple(width * 2 // 3, height * 2 // 3, GdkPixbuf.InterpType.BILINEAR)
    return small.scale_simple(width, height, GdkPixbuf.InterpType.BILINEAR)


def reason(kept, seen):
    return likeness.Likeness(kept, seen).reason


def the_same_is_alike():
    for name in ("wide", "table", "chinese"):
        assert reason(read(name), read(name)) is None, name


def other_smoothing_is_alike():
    for name in ("wide", "dark", "chinese"):
        assert reason(read(name), soften(read(name))) is None, name


def lines_a_little_lower_are_alike():
    seen = read("wide")
    for at in (60, 500, 900):
        stretch(seen, at, 3)
    assert reason(read("wide"), seen) is None


def a_moved_block_is_found():
    for across, down in ((80, 0), (0, 120)):
        seen = read("gallery")
        width, height = seen.get_width(), seen.get_height()
        shift(seen, 40, height // 4, width - 200, 300, across, down)
        assert reason(read("gallery"), seen) is not None, (across, down)


def a_lost_picture_is_found():
    seen = read("wide")
    paint(seen, 0, 0.1, 1, 0.12)
    assert reason(read("wide"), seen) is not None


def lost_lines_are_found():
    for name in ("wide", "chinese", "dark"):
        seen = read(name)
        paint(seen, 0, 0.45, 1, 0.05)
        assert reason(read(name), seen) is not None, name


def another_colour_is_found():
    kept, seen = read("wide"), read("wide")
    width, height, stride = seen.get_width(), seen.get_height(), seen.get_rowstride()
    data = seen.read_pixel_bytes().get_data()
    rows = [data[y * stride : y * stride + width * 3] for y in range(height)]
    pixels = bytearray(b"".join(rows))
    pixels[0::3], pixels[2::3] = pixels[2::3], pixels[0::3]
    seen = likeness.from_rgb(pixels, width, height)
    assert reason(kept, seen) is not None


def day_and_night_are_told_apart():
    assert reason(read("wide"), read("dark")) is not None


def a_clipped_table_is_found():
    seen = read("table")
    paint(seen, 0.75, 0.2, 0.25, 0.45)
    assert reason(read("table"), seen) is not None


def another_size_is_found():
    kept = read("wide")
    cut = GdkPixbuf.Pixbuf.new_subpixbuf(kept, 0, 0, kept.get_width(), kept.get_height() - 200)
    assert reason(kept, cut) is not None
    narrow = GdkPixbuf.Pixbuf.new_subpixbuf(kept, 0, 0, kept.get_width() - 60, kept.get_height())
    assert reason(kept, narrow) is not None


def what_differs_is_drawn():
    kept, seen = read("table"), read("table")
    paint(seen, 0.75, 0.2, 0.25, 0.45)
    drawn = likeness.Likeness(kept, seen).draw(kept, seen)
    assert drawn.get_width() == kept.get_width() * 2 and drawn.get_height() == kept.get_height()


TESTS = [
    the_same_is_alike,
    other_smoothing_is_alike,
    lines_a_little_lower_are_alike,
    a_moved_block_is_found,
    a_lost_picture_is_found,
    lost_lines_are_found,
    another_colour_is_found,
    day_and_night_are_told_apart,
    a_clipped_table_is_found,
    another_size_is_found,
    what_differs_is_drawn,
]


def main():
    failed = 0
    print(f"1..{len(TESTS)}")
    for number, test in enumerate(TESTS, 1):
        try:
            test()
            result = "ok"
        except AssertionError:
            traceback.print_exc()
            failed += 1
            result = "not ok"
        print(f"{result} {number} /likeness/{test.__name__.replace('_', '-')}", flush=True)
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
