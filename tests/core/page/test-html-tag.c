/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-tag.h"

#include <string.h>

static const NewsHtmlTag *
find (const char *name)
{
  return news_html_tag_find (name, strlen (name));
}

static void
test_find (void)
{
  const char *const known[] = { "a", "p", "h1", "html", "blockquote", "annotation-xml", "xmp" };
  const char *const strange[] = { "", "pp", "h7", "P", "x-y", "o:p", "htm", "htmll", "é" };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    g_assert_cmpstr (find (known[i])->name, ==, known[i]);
  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    g_assert_null (find (strange[i]));
  g_assert_cmpstr (news_html_tag_find ("pre>", 3)->name, ==, "pre");
  g_assert_cmpstr (news_html_tag_find ("pre>", 1)->name, ==, "p");
}

/* No two share a number, and all have one. */
static void
test_index (void)
{
  const char *const names[] = { "a", "b", "p", "div", "td", "xmp" };
  guint count = news_html_tag_get_count ();
  guint last = news_html_tag_get_index (news_html_tag_get_unknown ());

  g_assert_cmpuint (last, ==, count - 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint index = news_html_tag_get_index (find (names[i]));

      g_assert_cmpuint (index, <, last);
      for (guint k = 0; k < i; k++)
        g_assert_cmpuint (index, !=, news_html_tag_get_index (find (names[k])));
    }
}

static void
test_meaning (void)
{
  const NewsHtmlTag *unknown = news_html_tag_get_unknown ();

  g_assert_cmpint (find ("acronym")->kind, ==, NEWS_HTML_KIND_ABBREVIATION);
  g_assert_cmpint (find ("b")->style, ==, NEWS_STYLE_STRONG);
  g_assert_cmpint (find ("nav")->kind, ==, NEWS_HTML_KIND_DROPPED);
  g_assert_cmpint (find ("figcaption")->kind, ==, NEWS_HTML_KIND_CAPTION);
  g_assert_cmpint (unknown->kind, ==, NEWS_HTML_KIND_INLINE);
  g_assert_cmpint (unknown->style, ==, NEWS_STYLE_PLAIN);
}

static void
test_empty (void)
{
  const char *const empty[] = { "area", "base", "br",    "col",   "embed",  "hr",    "img",
                                "link", "meta", "input", "param", "source", "track", "wbr" };
  const char *const others[] = { "a", "p", "iframe", "video", "script", "td", "body" };

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    g_assert_true (news_html_tag_is_empty (find (empty[i])));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (news_html_tag_is_empty (find (others[i])));
  g_assert_false (news_html_tag_is_empty (news_html_tag_get_unknown ()));
}

/* What each element ends at, and examples of what it does not end at. */
static void
test_ends_at (void)
{
  static const struct
  {
    const char *open;
    const char *ends;
    const char *stays;
  } rules[] = {
    { "p", "p div h2 ul li table td blockquote figure section pre hr form dt",
      "a b span img br x" },
    { "h2", "h1 h3 p li table form", "a b div img br" },
    { "li", "li", "p div ul ol dt a" },
    { "dt", "dt dd", "p dl li" },
    { "dd", "dt dd", "p dl li" },
    { "td", "td th tr tbody tfoot", "p div table li caption" },
    { "th", "td th tr thead", "p div table" },
    { "tr", "tr tbody tfoot", "td th table p" },
    { "tbody", "tbody tfoot", "tr td table" },
    { "caption", "tr td tbody colgroup col", "p table b" },
    { "colgroup", "tr td tbody", "col" },
    { "a", "a table td", "p div b img figure" },
    { "b", "p td tr", "div h2 b i li" },
    { "em", "td tr", "p div em" },
    { "option", "option optgroup", "p" },
    { "optgroup", "optgroup", "option" },
    { "form", "form", "p input" },
    { "rt", "rt rp", "ruby b" },
    { "rp", "rt rp", "ruby b" },
    { "head", "p body div a img table", "title meta link base script noscript" },
    { "div", "", "div p td body" },
    { "blockquote", "", "blockquote p td" },
    { "table", "", "table p" },
    { "ul", "", "ul ol li p" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const NewsHtmlTag *open = find (rules[i].open);
      g_auto (GStrv) ends = g_strsplit (rules[i].ends, " ", -1);
      g_auto (GStrv) stays = g_strsplit (rules[i].stays, " ", -1);

      for (guint k = 0; ends[k] != NULL; k++)
        g_assert_true (news_html_tag_ends_at (open, find (ends[k])));
      for (guint k = 0; stays[k] != NULL; k++)
        {
          const NewsHtmlTag *next = find (stays[k]);

          g_assert_false (
            news_html_tag_ends_at (open, next != NULL ? next : news_html_tag_get_unknown ()));
        }
    }
}

/* Whether an end tag of @name closes its element over an open @inner. */
static gboolean
closes_over (const char *name, const char *inner)
{
  return news_html_tag_get_power (find (name)) >= news_html_tag_get_weight (find (inner));
}

static void
test_weight (void)
{
  g_assert_true (closes_over ("b", "i"));
  g_assert_true (closes_over ("b", "p"));
  g_assert_false (closes_over ("b", "div"));
  g_assert_true (closes_over ("blockquote", "div"));
  g_assert_true (closes_over ("li", "div"));
  g_assert_false (closes_over ("div", "td"));
  g_assert_false (closes_over ("td", "tr"));
  g_assert_false (closes_over ("tr", "tbody"));
  g_assert_true (closes_over ("table", "tbody"));
  g_assert_true (closes_over ("table", "table"));
  g_assert_cmpuint (news_html_tag_get_weight (find ("table")), <, NEWS_HTML_TAG_WEIGHTS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-tag/find", test_find);
  g_test_add_func ("/html-tag/index", test_index);
  g_test_add_func ("/html-tag/meaning", test_meaning);
  g_test_add_func ("/html-tag/empty", test_empty);
  g_test_add_func ("/html-tag/ends-at", test_ends_at);
  g_test_add_func ("/html-tag/weight", test_weight);

  return g_test_run ();
}
