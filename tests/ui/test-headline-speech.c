/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-headline-speech.h"

/* Monday, 23 November 2026, 15:30 UTC */
#define NOW G_GINT64_CONSTANT (1795447800)

static NewsHeadline *
create (void)
{
  NewsHeadline *headline = news_headline_new (1);

  headline->title = g_strdup ("A title");
  headline->outlet = g_strdup ("The Peers");
  headline->published = NOW - 300;

  return headline;
}

static void
assert_label (NewsHeadline *headline, const char *expected)
{
  g_autofree char *label = news_headline_dup_label (headline, NOW);

  g_assert_cmpstr (label, ==, expected);
}

/* Title, source, state and time, in that order, and no separator for what is missing. */
static void
test_label (void)
{
  g_autoptr (NewsHeadline) headline = create ();
  g_autoptr (NewsHeadline) empty = news_headline_new (2);

  assert_label (empty, "");
  assert_label (headline, "A title, The Peers, unread, 5 min");
  news_headline_set_bookmarked (headline, TRUE);
  assert_label (headline, "A title, The Peers, unread, bookmarked, 5 min");
  news_headline_set_read (headline, TRUE);
  assert_label (headline, "A title, The Peers, bookmarked, 5 min");
  g_clear_pointer (&headline->outlet, g_free);
  headline->published = 0;
  assert_label (headline, "A title, bookmarked");
}

/* A wall is told where the source is. */
static void
test_wall (void)
{
  g_autoptr (NewsHeadline) headline = create ();

  headline->protected = TRUE;
  assert_label (headline, "A title, The Peers, for subscribers, unread, 5 min");
  headline->protected = FALSE;
  headline->consent = TRUE;
  assert_label (headline,
                "A title, The Peers, only for those who agree to be tracked, unread, 5 min");
}

static void
assert_facts (NewsHeadline *headline, const char *expected)
{
  g_autofree char *facts = news_headline_dup_facts (headline, NOW);

  g_assert_cmpstr (facts, ==, expected);
}

static void
test_facts (void)
{
  g_autoptr (NewsHeadline) headline = create ();

  assert_facts (headline, " · 5 min");
  headline->visits = 12;
  assert_facts (headline, " · 5 min · 12 visits");
  g_clear_pointer (&headline->outlet, g_free);
  assert_facts (headline, "5 min · 12 visits");
  headline->published = 0;
  headline->visits = -1;
  assert_facts (headline, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/headline-speech/label", test_label);
  g_test_add_func ("/headline-speech/wall", test_wall);
  g_test_add_func ("/headline-speech/facts", test_facts);

  return g_test_run ();
}
