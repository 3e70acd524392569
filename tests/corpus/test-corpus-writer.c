/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "corpus-writer.h"

#include <string.h>

static void
append_picture (GString *html, guint index, gpointer data)
{
  g_string_append_printf (html, "<img src=\"%u\"/>", index);
}

static char *
write_body (const CorpusLexicon *lexicon, guint length, guint pictures)
{
  CorpusRandom random = corpus_random_new (1, length);
  g_auto (CorpusWriter) writer = { 0 };

  corpus_writer_init (&writer, lexicon, &random);
  writer.topic = "Some Topic";

  return corpus_writer_dup_body (&writer, length, pictures, append_picture, NULL);
}

static guint
count (const char *text, const char *part)
{
  guint found = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    found++;

  return found;
}

static void
test_body (void)
{
  g_autoptr (CorpusLexicon) lexicon = corpus_lexicon_new (CORPUS_ENGLISH);
  g_autofree char *body = write_body (lexicon, 1000, 2);
  g_autofree char *again = write_body (lexicon, 1000, 2);
  guint spaces = count (body, " ");

  g_assert_cmpstr (body, ==, again);
  g_assert_cmpuint (spaces, >, 950);
  g_assert_cmpuint (spaces, <, 1250);
  g_assert_cmpuint (count (body, "<img"), ==, 2);
  g_assert_cmpuint (count (body, "<p>"), ==, count (body, "</p>"));
  g_assert_cmpuint (count (body, "<p>"), >, 10);
  g_assert_cmpuint (count (body, "<a href"), >, 0);
  g_assert_cmpuint (count (body, "Some Topic"), >, 0);
  g_assert_cmpuint (count (body, "&#8220;"), ==, count (body, "&#8221;"));
  g_assert_cmpuint (count (body, "  "), ==, 0);
}

static void
test_chinese (void)
{
  g_autoptr (CorpusLexicon) lexicon = corpus_lexicon_new (CORPUS_SIMPLIFIED);
  g_autofree char *body = write_body (lexicon, 900, 0);

  g_assert_true (g_utf8_validate (body, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (body, -1), >, 900);
  g_assert_cmpint (g_utf8_strlen (body, -1), <, 1700);
  g_assert_cmpuint (count (body, "。"), >, 15);
  g_assert_cmpuint (count (body, "<img"), ==, 0);
}

/* Nothing of HTML is in what is not HTML. */
static void
test_plain (void)
{
  g_autoptr (CorpusLexicon) lexicon = corpus_lexicon_new (CORPUS_ENGLISH);

  for (guint i = 0; i < 200; i++)
    {
      CorpusRandom random = corpus_random_new (1, i);
      g_auto (CorpusWriter) writer = { 0 };
      g_autofree char *title = NULL;
      g_autofree char *standfirst = NULL;
      g_autofree char *byline = NULL;

      corpus_writer_init (&writer, lexicon, &random);
      title = corpus_writer_dup_title (&writer);
      standfirst = corpus_writer_dup_standfirst (&writer);
      byline = corpus_writer_dup_byline (&writer);
      g_assert_null (strpbrk (title, "<&\""));
      g_assert_null (strpbrk (standfirst, "<&\""));
      g_assert_true (g_ascii_isupper (*byline));
      g_assert_cmpint (*standfirst, !=, ' ');
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/corpus-writer/body", test_body);
  g_test_add_func ("/corpus-writer/chinese", test_chinese);
  g_test_add_func ("/corpus-writer/plain", test_plain);

  return g_test_run ();
}
