#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers

"""run-fuzzer.py [--seconds SECONDS] FUZZER: has a fuzzer look for bytes that break what it tests.

It starts from what the project has of its kind (fixtures, descriptors, editions) and from what earlier
runs found worth keeping, in the folder NAME.corpus beside FUZZER. Bytes that break something are left
there too, as NAME.found-…, and the status is not 0.
"""

import argparse
import json
import pathlib
import re
import struct
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
APIS = TOP / "data" / "apis"
FIXTURES = TOP / "tests" / "fixtures"
ADDRESSES = (
    b"https://site.example/a/b?c=d#e\n../f?g",
    b"HTTP://User:pw@Site.Example:80/%7Ea/./b/../c\n//other.example",
    b"http://[::1]:8080/\nhttps://b\xc3\xbccher.example/\xe6\x96\xb0",
)
DATES = (
    b"rfc822\nMon, 23 Nov 2026 10:00:00 +0100",
    b"YYYYMMDD'T'hhmmss'Z'\n20261123T083000Z",
    b"unix-ms\n1795422600000",
)
SEARCHES = tuple(
    text.encode()
    for text in (
        'trade "state of the art" -war source:"BBC News" is:unread\nThe state of the art of trade.',
        "来源：新华 银行 before:2026-02\n中国人民銀行宣布降息，李强说。",
        "「か゚ 한국어 café’s\nCAFE\u0301 がﾃﾞｰﾀ ㌔ ﬁnd",
    )
)


def descriptors():
    """In the order in which fuzz-api-answer.c counts them."""
    return sorted(path for path in APIS.glob("*.json") if not path.name.endswith(".schema.json"))


def contents(*patterns, root=FIXTURES):
    return [path.read_bytes() for pattern in patterns for path in sorted(root.glob(pattern))]


def walk(value):
    """All words of a JSON: its members' names and its texts."""
    if isinstance(value, dict):
        for name, member in value.items():
            yield name
            yield from walk(member)
    elif isinstance(value, list):
        for element in value:
            yield from walk(element)
    elif isinstance(value, str):
        yield value


def words(*paths):
    found = {word for path in paths for word in walk(json.loads(path.read_text("utf-8")))}
    return [word.encode() for word in sorted(found) if word]


def answers():
    """The answers of the cases, with the descriptor that they are for."""
    for number, path in enumerate(descriptors()):
        cases = FIXTURES / "api" / "cases" / path.name
        if cases.exists():
            for case in json.loads(cases.read_text("utf-8"))["cases"]:
                if "body" in case:
                    yield number, path, json.dumps(case["body"], ensure_ascii=False).encode()
        for example in sorted((FIXTURES / "api" / path.stem).glob("*.json")):
            yield number, path, example.read_bytes()


def descriptor_seeds():
    with_answers = [path.read_bytes() + b"\0" + body for _, path, body in answers()]
    return contents("*.json", root=APIS) + with_answers


def answer_seeds():
    return [bytes((number, ask)) + body for number, _, body in answers() for ask in (0, 1, 2, 5)]


def template_seeds():
    templates = [word for word in words(*descriptors()) if b"{" in word]
    return [bytes([kind]) + template for kind in range(3) for template in templates]


def parcel_seeds():
    """A parcel (news-parcel.h) of an edition with one source, of one parameter, and one section."""
    head = "test", "Test", "en", "Paris", "Europe/Paris"
    source = "one", "One", "feed", None, "", None, None, None, None, None, "新", 60, 0, 1, "feed", "x"
    section = "arts", "Arts", None, "", 2, 1, None, 1, "7"
    parts = [*head, 1, *source, 1, *section]
    numbers = [
        part if isinstance(part, int) else 0 if part is None else len(part.encode()) + 1
        for part in parts
    ]
    texts = "".join(part for part in parts if isinstance(part, str)).encode()
    start = struct.pack(f"<{len(numbers) + 1}I", 1, *numbers)
    return [start + texts + bytes([len(start)])]


def page_seeds():
    """What is no body in HTML begins with a byte that says so (fuzz-page.c)."""
    texts = [bytes([kind]) + text for kind in (2, 3) for text in contents("page/*.md")]
    points = [b"\4" + html for html in contents("page/key-points*.html")]
    return contents("page/*.html") + texts + points


SEEDS = {
    "api-address": lambda: ADDRESSES,
    "api-answer": answer_seeds,
    "api-date": lambda: DATES,
    "api-descriptor": descriptor_seeds,
    "api-markup": lambda: contents("page/*.html", "api/pages/*.html"),
    "api-path": lambda: words(*descriptors()),
    "api-template": template_seeds,
    "bookmarks": lambda: contents("bookmarks/*"),
    "edition": lambda: contents("editions/*.json", root=TOP / "data"),
    "edition-parcel": parcel_seeds,
    "feed": lambda: contents("feed/*.xml"),
    "opml": lambda: contents("feed/*.opml"),
    "page": page_seeds,
    "search": lambda: SEARCHES,
}


def tags():
    """What feeds and OPML are made of."""
    texts = b"".join(contents("feed/*"))
    found = re.findall(rb"</?[\w:]+|[\w:]+=\"[^\"]*\"", texts)
    return sorted({*found, b"<![CDATA[", b"]]>", b"<!--", b"&amp;", b"&#x41;", b"<!DOCTYPE"})


def dictionary(name):
    """Words that chance alone would not find, as libFuzzer wants them."""
    if name in ("page", "api-markup", "bookmarks"):
        return (TOP / "tests" / "fuzz" / "html.dict").read_text("utf-8")
    if name in ("feed", "opml"):
        found = tags()
    elif name == "edition":
        found = words(*(TOP / "data" / "editions").glob("*.json"))
    else:
        found = words(*descriptors(), APIS / "descriptor.schema.json")
    short = [word for word in found if len(word) <= 40]
    escape = re.compile(rb'[^ !#-\[\]-~]')
    return "".join(
        '"' + escape.sub(lambda byte: b"\\x%02X" % byte[0][0], word).decode() + '"\n'
        for word in short
    )


def run(fuzzer, seconds):
    name = fuzzer.name.removeprefix("fuzz-")
    corpus = fuzzer.with_name(name + ".corpus")
    corpus.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        seeds = pathlib.Path(folder, "seeds")
        seeds.mkdir()
        for number, seed in enumerate(SEEDS[name]()):
            (seeds / str(number)).write_bytes(seed)
        known = pathlib.Path(folder, "words")
        known.write_text(dictionary(name), "utf-8")
        command = [fuzzer, f"-dict={known}", f"-max_total_time={seconds}", "-timeout=20"]
        command += [f"-artifact_prefix={fuzzer.with_name(name)}.found-", "-print_final_stats=1"]
        return subprocess.run([*command, corpus, seeds], check=False).returncode


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("fuzzer", type=pathlib.Path)
    arguments = parser.parse_args()
    status = run(arguments.fuzzer.resolve(), arguments.seconds)
    if status:
        print(f"To see it again: {arguments.fuzzer} FILE", file=sys.stderr)
    return status != 0


if __name__ == "__main__":
    sys.exit(main())
