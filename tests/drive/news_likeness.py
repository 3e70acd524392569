# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers

"""Whether two pictures of a page are alike to the eye: in what is where and in which colour, and not in
how the edges of letters are smoothed.

Both are scaled down to small fields of an average colour, in which a letter is no more than a tone.
The rows of fields of one are then laid beside those of the other, in their order, so that they go
together best: a line that is a little higher or lower in another version of a font moves what is below it,
which is no fault, while what is moved by more than that, gone, cut off or of another colour leaves
fields that nothing goes together with. Many of them side by side are a difference."""

import gi

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf, GLib  # noqa: E402

# A field, in pixels: about one letter wide, and less than a line high.
WIDTH = 16
HEIGHT = 12

# How far a row may have moved against the one before, all in all, in fields.
REACH = 5

# How much two fields may differ, in the mean of the three colours, of 255.
TOLERANCE = 20

# What a row that goes with none, or with one that is taken already, costs, a field.
GAP = 14

# So many differing fields in a part of the page of this size are a difference.
PART = (8, 6)
MOST = 12


class Fields:
    """A picture, scaled down."""

    def __init__(self, pixbuf):
        self.size = pixbuf.get_width(), pixbuf.get_height()
        self.columns = max(1, round(self.size[0] / WIDTH))
        self.n_rows = max(1, round(self.size[1] / HEIGHT))
        small = pixbuf.scale_simple(self.columns, self.n_rows, GdkPixbuf.InterpType.BILINEAR)
        step = small.get_n_channels()
        stride = small.get_rowstride()
        data = small.read_pixel_bytes().get_data()
        self.rows = [
            [
                tuple(data[y * stride + x * step : y * stride + x * step + 3])
                for x in range(self.columns)
            ]
            for y in range(self.n_rows)
        ]


def differ(one, other):
    return sum(abs(a - b) for a, b in zip(one, other)) / 3


def distance(field, around):
    """How far a field is from all tones that lie between those of some others: by less than a field's
    height, everything may be higher or lower."""
    far = 0
    for value, values in zip(field, zip(*around)):
        far += max(min(values) - value, value - max(values), 0)
    return far / 3


def row_cost(one, other):
    return sum(map(differ, one, other)) / len(one)


def align(one, other):
    """For each row of `one`, the row of `other` that goes with it: the cheapest way through both."""
    n, m = len(one), len(other)
    far = float("inf")
    costs = {(0, 0): 0.0}
    ways = {}
    for i in range(n + 1):
        for j in range(max(0, i - REACH), min(m, i + REACH) + 1):
            best, way = (0.0, None) if i == j == 0 else (far, None)
            for step, price in (((1, 1), None), ((1, 0), GAP), ((0, 1), GAP)):
                before = costs.get((i - step[0], j - step[1]), far)
                if before == far:
                    continue
                cost = before + (row_cost(one[i - 1], other[j - 1]) if price is None else price)
                if cost < best:
                    best, way = cost, step
            costs[i, j], ways[i, j] = best, way
    return trace(ways, n, m)


def trace(ways, i, j):
    partners = [None] * i
    # Where the ends are too far apart, from the nearest that there is.
    while (i, j) not in ways and (i > 0 or j > 0):
        i, j = (i - 1, j) if i > j else (i, j - 1)
    while ways[i, j] is not None:
        step = ways[i, j]
        if step == (1, 1):
            partners[i - 1] = j - 1
        i, j = i - step[0], j - step[1]
    return partners


def find_differences(kept, seen):
    """The fields of `kept` that look otherwise in `seen`: (column, row)."""
    partners = align(kept.rows, seen.rows)
    found = set()
    for y in range(kept.n_rows):
        others = neighbours(partners, y, seen.n_rows)
        for x, field in enumerate(kept.rows[y]):
            around = [
                seen.rows[other][at]
                for other in others
                for at in range(max(0, x - 1), min(seen.columns, x + 2))
            ]
            if not around or distance(field, around) > TOLERANCE:
                found.add((x, y))
    return found


def neighbours(partners, y, n_rows):
    """The rows around the one that goes with row `y`, or with those beside it where none does."""
    own = partners[y : y + 1] if partners[y] is not None else partners[max(0, y - 1) : y + 2]
    known = [p for p in own if p is not None]
    return sorted({at for p in known for at in (p - 1, p, p + 1) if 0 <= at < n_rows})


def crowds(differences):
    """Those that have so many others around them that it is no accident."""
    across, down = PART
    crowd = set()
    for x, y in differences:
        part = {
            (a, b)
            for a in range(x, x + across)
            for b in range(y, y + down)
            if (a, b) in differences
        }
        if len(part) >= MOST:
            crowd |= part
    return crowd


class Likeness:
    def __init__(self, kept, seen):
        """Of two GdkPixbufs."""
        self.kept = Fields(kept)
        self.seen = Fields(seen)
        self.reason = None
        self.fields = set()
        if abs(kept.get_width() - seen.get_width()) > WIDTH:
            self.reason = f"it is {seen.get_width()} pixels wide, and was {kept.get_width()}"
        elif abs(self.kept.n_rows - self.seen.n_rows) > REACH:
            self.reason = f"it is {seen.get_height()} pixels high, and was {kept.get_height()}"
        if self.kept.columns == self.seen.columns:
            # Both ways: what is new is missing in the other.
            forth = crowds(find_differences(self.kept, self.seen))
            back = crowds(find_differences(self.seen, self.kept))
            self.fields = forth | back
        if self.fields and self.reason is None:
            x, y = min(self.fields, key=lambda field: (field[1], field[0]))
            self.reason = f"it looks otherwise from ({x * WIDTH}, {y * HEIGHT}) on"

    def draw(self, kept, seen):
        """Both beside each other, with what differs under red."""
        width = kept.get_width() + seen.get_width()
        height = max(kept.get_height(), seen.get_height())
        both = GdkPixbuf.Pixbuf.new(GdkPixbuf.Colorspace.RGB, False, 8, width, height)
        both.fill(0xFFFFFFFF)
        left = 0
        for picture in (kept, seen):
            picture = picture.composite_color_simple(
                picture.get_width(), picture.get_height(), GdkPixbuf.InterpType.NEAREST,
                255, 8, 0xFFFFFF, 0xFFFFFF,
            )
            picture.copy_area(0, 0, picture.get_width(), picture.get_height(), both, left, 0)
            left += picture.get_width()
        red = GdkPixbuf.Pixbuf.new(GdkPixbuf.Colorspace.RGB, False, 8, WIDTH, HEIGHT)
        red.fill(0xE01B24FF)
        for x, y in self.fields:
            for left in (x * WIDTH, kept.get_width() + x * WIDTH):
                place = (left, y * HEIGHT, WIDTH, HEIGHT)
                if place[0] + WIDTH <= width and place[1] + HEIGHT <= height:
                    red.composite(
                        both, *place, place[0], place[1], 1, 1, GdkPixbuf.InterpType.NEAREST, 110
                    )
        return both


def read(path):
    return GdkPixbuf.Pixbuf.new_from_file(path)


def from_rgb(data, width, height):
    return GdkPixbuf.Pixbuf.new_from_bytes(
        GLib.Bytes.new(bytes(data)), GdkPixbuf.Colorspace.RGB, False, 8, width, height, width * 3
    )
