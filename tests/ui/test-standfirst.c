/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-standfirst.h"

static void
assert_standfirst (const char *standfirst, const char *text, gboolean shown)
{
  g_autoptr (NewsArticle) article = news_article_new ();

  article->standfirst = g_strdup (standfirst);
  article->text = g_strdup (text);
  g_assert_cmpstr (news_standfirst_get (article), ==, shown ? standfirst : NULL);
}

static void
test_get (void)
{
  assert_standfirst (NULL, NULL, FALSE);
  assert_standfirst (NULL, "A text.", FALSE);
  assert_standfirst ("What happened.", NULL, TRUE);
  assert_standfirst ("What happened.", "On Tuesday, it happened.", TRUE);

  /* What only repeats the text says nothing. */
  assert_standfirst ("On Tuesday", "On Tuesday, it happened.", FALSE);
  assert_standfirst ("On Tuesday, it …", "On Tuesday,\n\nit happened.", FALSE);
  assert_standfirst ("On Tuesdays", "On Tuesday, it happened.", TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/standfirst/get", test_get);

  return g_test_run ();
}
