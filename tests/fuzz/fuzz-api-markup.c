/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "fuzz.h"
#include "news-excerpt.h"
#include "news-html-links.h"
#include "news-link-header.h"
#include "news-markup.h"

static gboolean
look_cb (const NewsHtmlLink *link, gpointer data)
{
  g_assert (link->href != NULL);
  news_html_link_has_rel (link, "alternate");

  return TRUE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  g_autofree char *html = g_utf8_make_valid (bytes, -1);
  g_autofree char *text = news_markup_to_text (html);
  g_autofree char *summary = news_markup_to_summary (html);
  g_autofree char *guess = news_markup_guess_text (html);
  g_autofree char *excerpt = news_excerpt_trim (html);
  g_autofree char *link = news_link_header_find (html, "next", "https://a.example/");

  fuzz_expect_silence ();

  /* What was UTF-8 stays it. */
  g_assert (text == NULL || g_utf8_validate (text, -1, NULL));
  g_assert (excerpt == NULL || g_utf8_validate (excerpt, -1, NULL));
  news_html_links_foreach ((const char *) data, size, "https://a.example/", look_cb, NULL);

  return 0;
}
