/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "corpus-lexicon.h"

#define DRAWS 200000

/* The first word comes about twice as often as the third, and the rarest are drawn as well. */
static void
test_frequencies (void)
{
  g_autoptr (CorpusLexicon) lexicon = corpus_lexicon_new (CORPUS_ENGLISH);
  CorpusRandom random = corpus_random_new (1, 1);
  g_autofree guint *counts = g_new0 (guint, CORPUS_LEXICON_WORDS);
  guint rare = 0;

  for (guint i = 0; i < DRAWS; i++)
    counts[corpus_lexicon_draw (lexicon, &random)]++;
  for (guint i = CORPUS_LEXICON_WORDS / 2; i < CORPUS_LEXICON_WORDS; i++)
    rare += counts[i];

  g_assert_cmpstr (corpus_lexicon_get_word (lexicon, 0), ==, "the");
  g_assert_cmpuint (counts[0], >, DRAWS / 40);
  g_assert_cmpuint (counts[0] * 10 / counts[3], >, 17);
  g_assert_cmpuint (counts[0] * 10 / counts[3], <, 26);
  g_assert_cmpuint (rare, >, DRAWS / 50);
}

static gboolean
has_script (const char *text, GUnicodeScript script)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_get_script (g_utf8_get_char (at)) != script)
      return FALSE;

  return *text != '\0';
}

static void
test_words (void)
{
  g_autoptr (CorpusLexicon) english = corpus_lexicon_new (CORPUS_ENGLISH);
  g_autoptr (CorpusLexicon) chinese = corpus_lexicon_new (CORPUS_SIMPLIFIED);

  for (guint i = 0; i < CORPUS_LEXICON_WORDS; i++)
    {
      g_assert_true (has_script (corpus_lexicon_get_word (english, i), G_UNICODE_SCRIPT_LATIN));
      g_assert_true (has_script (corpus_lexicon_get_word (chinese, i), G_UNICODE_SCRIPT_HAN));
    }
}

/* The same words, written another way. */
static void
test_traditional (void)
{
  g_autoptr (CorpusLexicon) simplified = corpus_lexicon_new (CORPUS_SIMPLIFIED);
  g_autoptr (CorpusLexicon) traditional = corpus_lexicon_new (CORPUS_TRADITIONAL);
  guint found = 0;

  for (guint i = 0; i < 500; i++)
    {
      const char *word = corpus_lexicon_get_word (simplified, i);

      if (g_strcmp0 (word, "国家") != 0 && g_strcmp0 (word, "会议") != 0)
        continue;
      found++;
      g_assert_cmpstr (corpus_lexicon_get_word (traditional, i), ==,
                       g_strcmp0 (word, "国家") == 0 ? "國家" : "會議");
    }
  g_assert_cmpuint (found, ==, 2);
}

static void
test_names (void)
{
  g_autoptr (CorpusLexicon) english = corpus_lexicon_new (CORPUS_ENGLISH);
  g_autoptr (CorpusLexicon) chinese = corpus_lexicon_new (CORPUS_SIMPLIFIED);
  CorpusRandom random = corpus_random_new (3, 3);
  gsize family;
  g_autofree char *person = corpus_lexicon_dup_person (english, &random, &family);
  g_autofree char *other = NULL;
  g_autofree char *topic = corpus_lexicon_dup_topic (english, 12);
  g_autofree char *again = corpus_lexicon_dup_topic (english, 12);

  g_assert_cmpuint (family, >, 1);
  g_assert_cmpint (person[family - 1], ==, ' ');
  g_assert_true (g_ascii_isupper (person[family]));
  other = corpus_lexicon_dup_person (chinese, &random, &family);
  g_assert_cmpuint (family, ==, 0);
  g_assert_true (has_script (other, G_UNICODE_SCRIPT_HAN));
  g_assert_cmpstr (topic, ==, again);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/corpus-lexicon/frequencies", test_frequencies);
  g_test_add_func ("/corpus-lexicon/words", test_words);
  g_test_add_func ("/corpus-lexicon/traditional", test_traditional);
  g_test_add_func ("/corpus-lexicon/names", test_names);

  return g_test_run ();
}
