/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-word-set.h"

#include <string.h>

static void
test_words (void)
{
  g_autoptr (NewsWordSet) set = news_word_set_new ();

  g_assert_cmpstr (news_word_set_get_words (set), ==, "");
  news_word_set_add_text (set, "The cat and the dog.");
  news_word_set_add_text (set, NULL);
  news_word_set_add_text (set, "A cat, 人人人");
  news_word_set_add (set, "dog", 3);
  news_word_set_add (set, "dogs", 4);
  g_assert_cmpstr (news_word_set_get_words (set), ==, "the cat and dog a 人人 人 dogs");
}

static void
test_many (void)
{
  g_autoptr (NewsWordSet) set = news_word_set_new ();
  g_auto (GStrv) words = NULL;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < 5000; i++)
      {
        g_autofree char *word = g_strdup_printf ("w%u", i);

        news_word_set_add (set, word, strlen (word));
      }

  words = g_strsplit (news_word_set_get_words (set), " ", -1);
  g_assert_cmpuint (g_strv_length (words), ==, 5000);
  g_assert_cmpstr (words[0], ==, "w0");
  g_assert_cmpstr (words[4999], ==, "w4999");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-set/words", test_words);
  g_test_add_func ("/word-set/many", test_many);

  return g_test_run ();
}
