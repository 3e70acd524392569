/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-search-operators.h"

#include <glib/gi18n.h>

static const NewsSearchOperator operators[] = {
  { "\"…\"", N_ ("words that follow one another") },
  { "-", N_ ("without this word") },
  { "source:", N_ ("from one source") },
  { "section:", N_ ("in one section") },
  { "topic:", N_ ("on one topic") },
  { "author:", N_ ("by one author") },
  { "after:", N_ ("from a day on, such as 2026-02-22") },
  { "before:", N_ ("before a day, a month or a year") },
  { "is:unread", N_ ("not read yet") },
  { "is:bookmarked", N_ ("only bookmarks") },
  { "has:picture", N_ ("with a picture") },
  { "is:read", N_ ("read already") },
};

const NewsSearchOperator *
news_search_operators_get_all (guint *n)
{
  *n = G_N_ELEMENTS (operators);

  return operators;
}

const char *
news_search_operators_explain (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (operators); i++)
    if (g_str_equal (operators[i].text, text))
      return _ (operators[i].meaning);

  return NULL;
}
