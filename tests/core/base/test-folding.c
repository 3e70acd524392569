/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-folding.h"

#include <string.h>

static void
test_text (void)
{
  const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { "Zürich", "zurich" },
    { "ÉTÉ à Paris", "ete a paris" },
    { "Straße, Ærø, Łódź", "strasse, aero, lodz" },
    { "“It’s” ‘so’ «là» „da“", "\"it's\" 'so' \"la\" \"da\"" },
    { "1914–1918 — a non-stop", "1914-1918 - a non-stop" },
    { "office ﬁnds", "office finds" },
    { "ＡＢＣ１２", "abc12" },
    { "ΛΌΓΟΣ λόγος", "λογοσ λογοσ" },
    { "  two \n\t blanks\302\240here", "two blanks here" },
    { "line\342\200\250break", "line break" },
    { "un\302\255seen\342\200\213", "unseen" },
    { "北京的天气", "北京的天气" },
    { "Ёлка", "елка" },
    { "wait…", "wait..." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NewsFolding) folding = news_folding_new (cases[i].text);

      g_assert_cmpstr (news_folding_get_text (folding), ==, cases[i].folded);
    }
}

/* Kana with and without their voice are not the same sound. */
static void
test_voiced (void)
{
  g_autoptr (NewsFolding) ga = news_folding_new ("が");
  g_autoptr (NewsFolding) ka = news_folding_new ("か");

  g_assert_cmpstr (news_folding_get_text (ga), !=, news_folding_get_text (ka));
}

/* What was found of @text, apart by bars. */
static char *
find_all (const char *text, const char *wanted)
{
  g_autoptr (NewsFolding) folding = news_folding_new (text);
  g_autoptr (NewsFolding) words = news_folding_new (wanted);
  g_autoptr (GString) all = g_string_new (NULL);
  guint from = 0;
  guint start, end;

  while (news_folding_find (folding, news_folding_get_text (words), &from, &start, &end))
    {
      if (all->len > 0)
        g_string_append_c (all, '|');
      g_string_append_len (all, text + start, (gssize) (end - start));
    }

  return g_strdup (all->str);
}

static void
test_find (void)
{
  const struct
  {
    const char *text;
    const char *wanted;
    const char *found;
  } cases[] = {
    { "The cat, the Cats, THE CATS.", "cats", "Cats|CATS" },
    { "aaaa", "aa", "aa|aa" },
    { "nothing", "", "" },
    { "nothing", "   ", "" },
    { "nothing", "nothing more", "" },
    { "Café au lait, cafe\314\201 noir", "CAFE", "Café|cafe\314\201" },
    { "so groß wie", "gros", "groß" },
    { "so groß wie", "s wie", "ß wie" },
    { "It’s “true”", "it's \"true\"", "It’s “true”" },
    { "two\302\240 \n words", "two words", "two\302\240 \n words" },
    { "北京、北京", "北京", "北京|北京" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find_all (cases[i].text, cases[i].wanted);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/folding/text", test_text);
  g_test_add_func ("/folding/voiced", test_voiced);
  g_test_add_func ("/folding/find", test_find);

  return g_test_run ();
}
