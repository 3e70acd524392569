/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-links.h"
#include "news-link-header.h"

#include <string.h>

static gboolean
collect_cb (const NewsHtmlLink *link, gpointer data)
{
  g_string_append_printf (data, "%s|%s|%s|%s;", link->href, link->rel, link->type, link->title);

  return TRUE;
}

static void
test_foreach (void)
{
  static const struct
  {
    const char *html;
    const char *links;
  } cases[] = {
    { "<link rel=a href=x>", "https://a.example/p/x|a|(null)|(null);" },
    { "<LINK REL='a  b' TYPE=' Text/X ; charset=utf-8' TITLE='&lt;T&gt;' HREF=' /x?a&amp;b '>",
      "https://a.example/x?a&b|a  b|text/x|<T>;" },
    { "<base href='/base/'><link rel=a href=x>", "https://a.example/base/x|a|(null)|(null);" },
    { "<base target=_blank><link rel=a href=x>", "https://a.example/p/x|a|(null)|(null);" },
    { "<link rel=a href=''><link rel=a><link rel=a href='mailto:x'>", "" },
    { "<link href=x>", "https://a.example/p/x|(null)|(null)|(null);" },
    { "<!-- <link rel=a href=x> --><style><link rel=a href=x></style>", "" },
    { "<head><title><link rel=a href=x></title></head><body><link rel=b href=y>", "" },
    { "<p>early text<link rel=a href=x>", "https://a.example/p/x|a|(null)|(null);" },
    { "\xd6\xd0\xce\xc4<link rel=a href=x>", "https://a.example/p/x|a|(null)|(null);" },
    { "<link rel=a href=x", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) links = g_string_new (NULL);

      news_html_links_foreach (cases[i].html, strlen (cases[i].html), "https://a.example/p/q",
                               collect_cb, links);
      g_assert_cmpstr (links->str, ==, cases[i].links);
    }
}

static void
test_has_rel (void)
{
  NewsHtmlLink link = { "x", " home\tALTERNATE ", NULL, NULL };
  NewsHtmlLink bare = { "x", NULL, NULL, NULL };

  g_assert_true (news_html_link_has_rel (&link, "alternate"));
  g_assert_true (news_html_link_has_rel (&link, "home"));
  g_assert_false (news_html_link_has_rel (&link, "alter"));
  g_assert_false (news_html_link_has_rel (&bare, "alternate"));
}

static void
test_header (void)
{
  static const struct
  {
    const char *header;
    const char *rel;
    const char *address;
  } cases[] = {
    { "<https://b.example/wp-json/>; rel=\"https://api.w.org/\"", "https://api.w.org/",
      "https://b.example/wp-json/" },
    { "<https://b.example/?rest_route=/>; rel=https://api.w.org/", "https://api.w.org/",
      "https://b.example/?rest_route=/" },
    { "</1>; rel=prev, </2>; title=\"a, <b>; \\\"c\\\"\"; rel=\"last NEXT\"", "next",
      "https://a.example/2" },
    { "</1>;rel=next;rel=other", "other", NULL },
    { "</1> ; REL = next", "next", "https://a.example/1" },
    { "<mailto:x>; rel=next, </2>; rel=next", "next", "https://a.example/2" },
    { "</1>; ; ;rel=next;;", "next", "https://a.example/1" },
    { "</1>; rel", "next", NULL },
    { "</1>; rel=", "next", NULL },
    { "</1>; =;=\"", "next", NULL },
    { "</1; rel=next", "next", NULL },
    { "no link", "next", NULL },
    { "", "next", NULL },
    { NULL, "next", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address
        = news_link_header_find (cases[i].header, cases[i].rel, "https://a.example/p/q");

      g_assert_cmpstr (address, ==, cases[i].address);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-links/foreach", test_foreach);
  g_test_add_func ("/html-links/has-rel", test_has_rel);
  g_test_add_func ("/link-header/find", test_header);

  return g_test_run ();
}
