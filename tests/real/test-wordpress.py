#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers

"""A real WordPress answers as its descriptor expects: before the application is asked, the server is."""

import json
import sys
import urllib.error
import urllib.request

import real_server


def get(server, path, port=0):
    url = f"http://127.0.0.1:{int(server.read('port')) + port}{path}"
    with urllib.request.urlopen(url, timeout=60) as answer:
        return answer.headers, json.load(answer)


def list_of_posts(server):
    headers, posts = get(server, "/wp-json/wp/v2/posts?per_page=100")
    assert len(posts) == 100, len(posts)
    assert int(headers["X-WP-TotalPages"]) == (int(headers["X-WP-Total"]) + 99) // 100
    assert all(post["title"]["rendered"] is not None and post["date_gmt"] for post in posts)


def categories(server):
    _, categories = get(server, "/wp-json/wp/v2/categories?per_page=100")
    slugs = {category["slug"] for category in categories}
    assert {"us", "world", "china", "arts", "science", "zh"} <= slugs, slugs


def search(server):
    headers, found = get(server, "/wp-json/wp/v2/posts?search=Lisbon")
    assert found and int(headers["X-WP-Total"]) < 300


def page_beyond_the_last(server):
    try:
        get(server, "/wp-json/wp/v2/posts?per_page=100&page=99")
    except urllib.error.HTTPError as error:
        assert error.code == 400, error.code
        assert json.load(error)["code"] == "rest_post_invalid_page_number"
    else:
        raise AssertionError("there is a page 99")


def plain_permalinks(server):
    _, posts = get(server, "/?rest_route=/wp/v2/posts&per_page=2", port=1)
    assert len(posts) == 2
    assert "?p=" in posts[0]["link"], posts[0]["link"]


if __name__ == "__main__":
    wordpress = real_server.Server("wordpress", ["mariadbd", "nginx", "php", "curl"])
    tests = [list_of_posts, categories, search, page_beyond_the_last, plain_permalinks]
    sys.exit(real_server.run(wordpress, tests))
