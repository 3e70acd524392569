#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers

"""Broadsheet reads a real WordPress of 300 posts: what --check-source tells is compared, post by post,
with what the REST API says.

    test-wordpress.py BROADSHEET
"""

import functools
import html
import json
import re
import subprocess
import sys
import urllib.error
import urllib.request

import real_server

TAG = re.compile(r"<[^>]*>")
ENTITY = re.compile(r"&(#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+\d*);")
WIDTH = 1280  # What a page shows its lead picture at


def address(server, port=0):
    return f"http://127.0.0.1:{int(server.read('port')) + port}"


def get(server, path, port=0):
    with urllib.request.urlopen(address(server, port) + path, timeout=120) as answer:
        return answer.headers, json.load(answer)


@functools.cache
def all_posts(server):
    posts = []
    for page in range(1, 5):
        path = f"/wp-json/wp/v2/posts?per_page=100&_embed=1&page={page}"
        headers, found = get(server, path)
        posts += found
        if page == int(headers["X-WP-TotalPages"]):
            break
    return {str(post["id"]): post for post in posts}


def check(server, *arguments, port=0, path="/", status=0):
    command = [sys.argv[1], "--check-source", address(server, port) + path, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == status, (command, done.returncode, done.stderr, done.stdout[:500])
    return json.loads(done.stdout)


@functools.cache
def read_all(server, port=0):
    """All articles by their ids, and each page's report."""
    articles, reports = {}, []
    for page in range(1, 4):
        report = check(server, "--per-page", "100", "--page", str(page), port=port)
        reports.append(report)
        articles |= {article["id"]: article for article in report["articles"]}
    return articles, reports


def text_of(markup):
    """What a browser shows of a line of markup."""
    return " ".join(html.unescape(TAG.sub("", markup)).split())


@functools.cache
def name_of(server):
    return text_of(get(server, "/wp-json/?_fields=name")[1]["name"])


def by_title(articles, title):
    return next(article for article in articles.values() if article["title"] == title)


def every_post_is_read(server):
    articles, reports = read_all(server)
    assert articles.keys() == all_posts(server).keys()
    assert all(report["total"] == len(articles) for report in reports)
    assert all(not report["errors"] for report in reports), reports[0]["errors"]
    assert reports[0]["api"] == "wordpress"
    assert reports[0]["name"] == name_of(server), reports[0]["name"]


def plain_permalinks_are_read_alike(server):
    articles, _ = read_all(server)
    plain, _ = read_all(server, port=1)
    assert plain.keys() == articles.keys()
    for number, article in plain.items():
        for member in ("title", "published", "byline", "tags", "body_text", "summary"):
            assert article[member] == articles[number][member], (number, member)
        assert "?p=" in article["url"], article["url"]


def titles_have_no_entities(server):
    articles, _ = read_all(server)
    for number, post in all_posts(server).items():
        title = articles[number]["title"]
        assert (title or "") == text_of(post["title"]["rendered"]), (title, post["title"])
        assert not ENTITY.search(title or ""), title
    assert any("AT&T" in (article["title"] or "") for article in articles.values())


def facts_are_as_told(server):
    articles, _ = read_all(server)
    for number, post in all_posts(server).items():
        article = articles[number]
        terms = [term for terms in post["_embedded"]["wp:term"] for term in terms]
        tags = [text_of(term["name"]) for term in terms if term["taxonomy"] == "post_tag"]
        assert article["url"] == post["link"]
        assert article["published"] == post["date_gmt"] + "Z"
        assert article["updated"] == post["modified_gmt"] + "Z"
        assert article["byline"] == text_of(post["_embedded"]["author"][0]["name"])
        assert sorted(article["tags"]) == sorted(tags), (article["tags"], tags)
        assert article["source"] == name_of(server)
        assert article["visits"] is None


def choose(media):
    """The narrowest file that is wide enough, else the widest."""
    files = list(media["media_details"]["sizes"].values())
    wide = [file for file in files if int(file["width"]) >= WIDTH]
    best = min if wide else max
    return best(wide or files, key=lambda file: int(file["width"]))["source_url"]


def pictures_are_chosen_by_size(server):
    articles, _ = read_all(server)
    chosen = 0
    for number, post in all_posts(server).items():
        media = post["_embedded"].get("wp:featuredmedia", [{}])[0]
        if "source_url" not in media:
            continue
        article = articles[number]
        assert article["lead_image"] == choose(media), (article["lead_image"], choose(media))
        assert article["caption"] == text_of(media["caption"]["rendered"]), article["caption"]
        chosen += 1
    assert chosen > 200, chosen


def a_picture_that_is_gone_is_none(server):
    articles, _ = read_all(server)
    article = by_title(articles, "A story whose picture is gone")
    post = all_posts(server)[article["id"]]
    first = re.search(r'<img[^>]*src="([^"]*)"', post["content"]["rendered"])
    assert (article["lead_image"] is None) == (first is None), article["lead_image"]


def a_password_keeps_the_body(server):
    articles, _ = read_all(server)
    article = by_title(articles, "A story behind a password")
    assert article["body_text"] is None and article["summary"] is None, article


def an_empty_body_is_none(server):
    articles, _ = read_all(server)
    article = by_title(articles, "A story without a body")
    assert article["body_text"] is None, article["body_text"]


def words_of(markup):
    """The words of a body, but for those of scripts, and addresses alone in a line, which become cards."""
    markup = re.sub(r"<(script|style)\b.*?</\1>", " ", markup, flags=re.S)
    markup = re.sub(r"^https?://\S+$", " ", markup, flags=re.M)
    markup = re.sub(r"</?su[bp]>", "", markup)
    return re.findall(r"\w+", html.unescape(TAG.sub(" ", markup)))


def long_bodies_are_read_to_the_end(server):
    articles, _ = read_all(server)
    longest = by_title(articles, "A very long story")
    for article in articles.values():
        post = all_posts(server)[article["id"]]
        said = words_of(post["content"]["rendered"])
        if post["content"]["protected"] or not said:
            continue
        heard = set(re.findall(r"\w+", article["body_text"]))
        missing = [word for word in said if word not in heard]
        assert len(missing) <= len(said) // 50, (article["title"], missing[:20])
    last = words_of(all_posts(server)[longest["id"]]["content"]["rendered"])[-12:]
    end = re.findall(r"\w+", longest["body_text"])[-60:]
    assert set(last) <= set(end), (last, end)


def sections_are_listed_and_narrow(server):
    _, reports = read_all(server)
    _, told = get(server, "/wp-json/wp/v2/categories?per_page=100&hide_empty=1")
    sections = {section["id"]: section for section in reports[0]["sections"]}
    assert {str(one["id"]): (text_of(one["name"]), one["count"]) for one in told} == {
        number: (section["title"], section["count"]) for number, section in sections.items()
    }
    arts = next(one for one in sections.values() if one["title"] == "Arts & Culture")
    report = check(server, "--section", arts["id"], "--per-page", "5")
    assert report["total"] == arts["count"] and len(report["articles"]) == 5
    assert check(server, "--section", "Arts & Culture")["total"] == arts["count"]


def beyond_the_last_page_is_nothing(server):
    report = check(server, "--page", "99")
    assert report["articles"] == [] and report["total"] == len(all_posts(server)), report
    assert len(report["errors"]) == 1 and "99" in report["errors"][0], report["errors"]


def pages_of_any_size_follow_each_other(server):
    numbers = list(all_posts(server))
    for size, page in ((1, 3), (7, 2), (10, len(numbers) // 10 + 1)):
        report = check(server, "--per-page", str(size), "--page", str(page))
        told = [article["id"] for article in report["articles"]]
        assert told == numbers[(page - 1) * size : page * size], (size, page, told)
        assert report["total"] == len(numbers), report["total"]


def a_section_that_is_not_there_is_named(server):
    for section, status in (("Sprots", 1), ("999999", 0)):
        report = check(server, "--section", section, status=status)
        assert report["articles"] == [] and section in report["errors"][0], report["errors"]


def any_page_leads_to_the_site(server):
    article = next(iter(read_all(server)[0].values()))
    path = article["url"].removeprefix(address(server))
    assert check(server, "--per-page", "1", path=path)["api"] == "wordpress"
    assert check(server, "--per-page", "1", path="/wp-json/")["api"] == "wordpress"
    assert check(server, "--per-page", "1", port=1, path="/?rest_route=/")["api"] == "wordpress"


def its_json_feed_is_read_too(server):
    report = check(server, path="/feed/json/")
    assert report["api"] == "jsonfeed" and len(report["articles"]) == 50, report["api"]
    titles = {text_of(post["title"]["rendered"]) for post in all_posts(server).values()}
    told = [(one["title"] or "").removeprefix("Protected: ") for one in report["articles"]]
    unknown = [title for title in told if title not in titles]
    assert not unknown, unknown


def read_feed(server, path, port=0):
    """A feed of the newest posts, as "feed"; compared with what the REST API says of each."""
    report = check(server, "--api", "feed", path=path, port=port)
    assert report["api"] == "feed" and not report["errors"], report["errors"]
    assert report["name"] == name_of(server), report["name"]
    posts = {
        (post["date_gmt"] + "Z", text_of(post["title"]["rendered"])): post
        for post in all_posts(server).values()
    }
    newest = sorted((date for date, _ in posts), reverse=True)
    told = report["articles"]
    assert len(told) >= 10, len(told)
    assert [article["published"] for article in told] == newest[: len(told)], told[0]["published"]
    for article in told:
        title = (article["title"] or "").removeprefix("Protected: ")
        post = posts[article["published"], title]
        assert article["byline"] == text_of(post["_embedded"]["author"][0]["name"]), article["byline"]
        body = post["content"]["rendered"]
        said = words_of(body)
        # In a feed, WordPress leaves out the captions of its old galleries.
        if post["content"]["protected"] or not said or "gallery-caption" in body:
            continue
        heard = set(re.findall(r"\w+", article["body_text"]))
        missing = [word for word in said if word not in heard]
        assert len(missing) <= len(said) // 50, (path, title, missing[:20])
    return told


def its_rss_is_read_too(server):
    told = read_feed(server, "/feed/")
    links = {post["link"] for post in all_posts(server).values()}
    assert all(article["url"] in links for article in told), told[0]["url"]


def its_atom_is_read_too(server):
    told = read_feed(server, "/feed/atom/")
    links = {post["link"] for post in all_posts(server).values()}
    assert all(article["url"] in links for article in told), told[0]["url"]


def feeds_of_plain_permalinks_are_read_too(server):
    for kind in ("rss2", "atom"):
        told = read_feed(server, f"/?feed={kind}", port=1)
        assert all("?p=" in article["url"] for article in told), (kind, told[0]["url"])


def a_feed_is_known_by_itself(server):
    for path in ("/feed/", "/feed/atom/"):
        report = check(server, path=path)
        assert report["api"] in ("feed", "wordpress") and report["articles"], (path, report)


def what_is_not_understood_says_so(server):
    report = check(server, "--api", "sample", status=1)
    assert report["errors"] and report["api"] is None and report["articles"] == []


if __name__ == "__main__":
    wordpress = real_server.Server("wordpress", ["mariadbd", "nginx", "php", "curl"])
    tests = [
        every_post_is_read,
        plain_permalinks_are_read_alike,
        titles_have_no_entities,
        facts_are_as_told,
        pictures_are_chosen_by_size,
        a_picture_that_is_gone_is_none,
        a_password_keeps_the_body,
        an_empty_body_is_none,
        long_bodies_are_read_to_the_end,
        sections_are_listed_and_narrow,
        beyond_the_last_page_is_nothing,
        pages_of_any_size_follow_each_other,
        a_section_that_is_not_there_is_named,
        any_page_leads_to_the_site,
        its_json_feed_is_read_too,
        its_rss_is_read_too,
        its_atom_is_read_too,
        feeds_of_plain_permalinks_are_read_too,
        a_feed_is_known_by_itself,
        what_is_not_understood_says_so,
    ]
    sys.exit(real_server.run((wordpress, tests)))
