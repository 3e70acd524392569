/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-hyphenator.h"

#include "news-page-hyphens.h"

#include <glib/gstdio.h>
#include <string.h>

/* Breaks after each vowel that a consonant follows: far from English, but easy to follow. */
#define RULES          \
  "UTF-8\n"            \
  "LEFTHYPHENMIN 1\n"  \
  "RIGHTHYPHENMIN 1\n" \
  "a1b\na1n\na1r\ne1d\ne1r\no1n\ni1n\nä1n\n"

typedef struct
{
  char *folder;
  NewsHyphenator *hyphenator;
} Fixture;

static void
write_dictionary (Fixture *fixture, const char *name, const char *rules)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, rules, -1, NULL));
}

static NewsHyphenator *
create (Fixture *fixture, const char *language)
{
  const char *folders[] = { "/nowhere", fixture->folder, NULL };

  return news_hyphenator_new (folders, language);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("broadsheet-hyphen-XXXXXX", NULL);
  write_dictionary (fixture, "hyph_xx.dic", RULES);
  fixture->hyphenator = create (fixture, "xx");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_pointer (&fixture->hyphenator, news_hyphenator_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* With "=" for each soft hyphen. */
static char *
show (char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\302\255", -1);

  g_free (text);

  return g_strjoinv ("=", parts);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *word;
    const char *broken;
  } rows[] = {
    { "banana", "ba=nana" }, /* three letters go to the next line */
    { "bananas", "ba=na=nas" },
    { "Bananas", "Ba=na=nas" },
    { "ban", "ban" },
    { "bana", "bana" },
    { "abaran", "aba=ran" }, /* two letters stay */
    { "baNana", "baNana" },
    { "bana9nas", "bana9nas" },
    { "b\303\244nanas", "b\303\244=na=nas" },
    { "ba\302\255nanas", "ba\302\255nanas" },
    { "\346\227\245\346\234\254\350\252\236\346\227\245\346\234\254",
      "\346\227\245\346\234\254\350\252\236\346\227\245\346\234\254" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *broken = show (
        news_hyphenator_dup_word (fixture->hyphenator, rows[i].word, strlen (rows[i].word)));
      g_auto (GStrv) parts = g_strsplit (rows[i].broken, "\302\255", -1);
      g_autofree char *expected = g_strjoinv ("=", parts);

      g_assert_cmpstr (broken, ==, expected);
    }
}

static void
assert_has (Fixture *fixture, const char *language, gboolean has)
{
  NewsHyphenator *hyphenator = create (fixture, language);

  g_assert_cmpint (hyphenator != NULL, ==, has);
  g_clear_pointer (&hyphenator, news_hyphenator_free);
}

static void
test_languages (Fixture *fixture, gconstpointer data)
{
  write_dictionary (fixture, "hyph_yy_ZZ.dic", RULES);
  write_dictionary (fixture, "hyph_en_US.dic", RULES);
  assert_has (fixture, "xx", TRUE);
  assert_has (fixture, "xx-YY", TRUE);
  assert_has (fixture, "XX", TRUE);
  assert_has (fixture, "yy", TRUE);
  assert_has (fixture, "yy-AA", TRUE);
  assert_has (fixture, "en", TRUE);
  assert_has (fixture, "en-GB", TRUE);
  assert_has (fixture, "zz", FALSE);
  assert_has (fixture, "", FALSE);
  assert_has (fixture, NULL, FALSE);
  assert_has (fixture, "../xx", FALSE);
  assert_has (fixture, "x", FALSE);
}

static char *
apply (Fixture *fixture, const char *html)
{
  g_autoptr (NewsPage) page = news_page_new_from_html (html, -1, "https://paper.example/");
  GString *texts = g_string_new (NULL);

  news_page_insert_hyphens (page, fixture->hyphenator);
  for (guint i = 0; i < news_page_get_n_blocks (page); i++)
    {
      const NewsText *text = news_page_get_block (page, i)->text;

      g_string_append_printf (texts, "%s\n", text->text);
      for (guint k = 0; k < text->spans->len; k++)
        {
          const NewsSpan *span = &g_array_index (text->spans, NewsSpan, k);

          g_string_append_printf (texts, "[%.*s]\n", (int) (span->end - span->start),
                                  text->text + span->start);
        }
    }

  return show (g_string_free (texts, FALSE));
}

static void
test_texts (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *html;
    const char *expected;
  } rows[] = {
    { "<p>Two bananas, “bananas”—bananas!", "Two ba=na=nas, “ba=na=nas”—ba=na=nas!\n" },
    { "<h2>Two bananas</h2>", "Two bananas\n" },
    { "<p>See bananas.example/bananas or bananas@bananas",
      "See bananas.example/bananas or bananas@bananas\n" },
    { "<p>bananas <b>bananas bananas</b> bananas",
      "ba=na=nas ba=na=nas ba=na=nas ba=na=nas\n[ba=na=nas ba=na=nas]\n" },
    { "<p>ban<i>anas</i>", "ba=na=nas\n[a=nas]\n" },
    { "<p><code>bananas</code> bananas", "bananas ba=na=nas\n[bananas]\n" },
    { "<p><a href=\"https://bananas.example/bananas\">bananas</a>", "ba=na=nas\n[ba=na=nas]\n" },
    { "<p>a <i lang=yy>bananas</i> <i lang=xx-ZZ>bananas</i>",
      "a bananas ba=na=nas\n[bananas]\n[ba=na=nas]\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *texts = apply (fixture, rows[i].html);

      g_assert_cmpstr (texts, ==, rows[i].expected);
    }
}

/* What is searched and copied is without them. */
static void
test_plain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPage) page = news_page_new_from_html ("<p>Two bananas", -1, NULL);
  g_autofree char *plain = NULL;

  news_page_insert_hyphens (page, fixture->hyphenator);
  g_assert_nonnull (strstr (news_page_get_block (page, 0)->text->text, "\302\255"));
  plain = news_text_dup_plain (news_page_get_block (page, 0)->text);
  g_assert_cmpstr (plain, ==, "Two bananas");
}

/* A dictionary in another encoding, a broken one, and an empty one. */
static void
test_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsHyphenator) latin = NULL;
  g_autofree char *broken = NULL;

  write_dictionary (fixture, "hyph_la.dic", "ISO8859-1\n\3441n\na1n\n");
  latin = create (fixture, "la");
  g_assert_nonnull (latin);
  broken = show (news_hyphenator_dup_word (latin, "b\303\244nanas", strlen ("b\303\244nanas")));
  g_assert_cmpstr (broken, ==, "b\303\244=na=nas");

  write_dictionary (fixture, "hyph_qq.dic", "");
  write_dictionary (fixture, "hyph_qr.dic", "UTF-8\n\n%\n1\n.\n\377\376\n");
  for (int i = 0; i < 2; i++)
    {
      NewsHyphenator *odd = create (fixture, i == 0 ? "qq" : "qr");
      g_autofree char *word = NULL;

      if (odd == NULL)
        continue;
      word = news_hyphenator_dup_word (odd, "bananas", strlen ("bananas"));
      g_assert_nonnull (word);
      news_hyphenator_free (odd);
    }
}

static void
test_system (Fixture *fixture, gconstpointer data)
{
  g_assert_null (news_hyphenator_get (NULL));
  g_assert_null (news_hyphenator_get ("qqq"));
  g_assert_true (news_hyphenator_get ("en") == news_hyphenator_get ("en"));
}

#define ADD(name, function) \
  g_test_add ("/hyphenator/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#ifndef HAVE_HYPHEN
  g_print ("1..0 # SKIP built without libhyphen\n");
  return 0;
#endif

  ADD ("words", test_words);
  ADD ("languages", test_languages);
  ADD ("texts", test_texts);
  ADD ("plain", test_plain);
  ADD ("files", test_files);
  ADD ("system", test_system);

  return g_test_run ();
}
