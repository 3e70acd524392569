/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "corpus-writer.h"

#include "corpus-sentence.h"

#define HEADING_AFTER 7 /* paragraphs */

void
corpus_writer_init (CorpusWriter *self, const CorpusLexicon *lexicon, CorpusRandom *random)
{
  *self = (CorpusWriter) { .lexicon = lexicon, .random = random, .site = "" };
  for (guint i = 0; i < CORPUS_WRITER_SUBJECTS; i++)
    self->subjects[i] = 200 + corpus_random_below (random, CORPUS_LEXICON_WORDS - 200);
  for (guint i = 0; i < CORPUS_WRITER_PERSONS; i++)
    self->persons[i] = corpus_lexicon_dup_person (lexicon, random, &self->families[i]);
}

void
corpus_writer_clear (CorpusWriter *self)
{
  for (guint i = 0; i < CORPUS_WRITER_PERSONS; i++)
    g_clear_pointer (&self->persons[i], g_free);
}

/* --- plain texts --------------------------------------------------------------------------------
 */

char *
corpus_writer_dup_title (CorpusWriter *self)
{
  GString *text = g_string_new (NULL);

  self->marked_up = FALSE;
  corpus_sentence_append_words (self, text, 6 + corpus_random_below (self->random, 7));

  return g_string_free_and_steal (text);
}

char *
corpus_writer_dup_standfirst (CorpusWriter *self)
{
  GString *text = g_string_new (NULL);
  guint sentences = 1 + corpus_random_below (self->random, 2);

  self->marked_up = FALSE;
  for (guint i = 0; i < sentences; i++)
    corpus_sentence_append (self, text);

  return g_string_free_and_steal (text);
}

char *
corpus_writer_dup_byline (CorpusWriter *self)
{
  gboolean chinese = corpus_lexicon_get_language (self->lexicon) != CORPUS_ENGLISH;
  gsize family;
  g_autofree char *one = corpus_lexicon_dup_person (self->lexicon, self->random, &family);
  g_autofree char *other = NULL;

  if (!corpus_random_once_in (self->random, 5))
    return g_steal_pointer (&one);

  other = corpus_lexicon_dup_person (self->lexicon, self->random, &family);

  return g_strconcat (one, chinese ? "、" : " and ", other, NULL);
}

/* --- bodies -------------------------------------------------------------------------------------
 */

static void
append_paragraph (CorpusWriter *self, GString *html, const char *element)
{
  guint sentences = 2 + corpus_random_below (self->random, 3);

  g_string_append_printf (html, "<%s>", element);
  for (guint i = 0; i < sentences; i++)
    corpus_sentence_append (self, html);
  g_string_append_printf (html, "</%s>\n", element);
}

static void
append_heading (CorpusWriter *self, GString *html)
{
  g_string_append (html, "<h2>");
  corpus_sentence_append_words (self, html, 3 + corpus_random_below (self->random, 4));
  g_string_append (html, "</h2>\n");
}

static void
append_list (CorpusWriter *self, GString *html)
{
  guint items = 3 + corpus_random_below (self->random, 3);

  g_string_append (html, "<ul>\n");
  for (guint i = 0; i < items; i++)
    {
      g_string_append (html, "<li>");
      corpus_sentence_append (self, html);
      g_string_append (html, "</li>\n");
    }
  g_string_append (html, "</ul>\n");
}

static void
append_block (CorpusWriter *self, GString *html)
{
  guint kind = corpus_random_below (self->random, 40);

  if (kind == 0)
    append_list (self, html);
  else if (kind == 1)
    {
      g_string_append (html, "<blockquote>");
      append_paragraph (self, html, "p");
      g_string_append (html, "</blockquote>\n");
    }
  else
    append_paragraph (self, html, "p");
}

static void
append_picture (CorpusWriter *self,
                GString *html,
                guint index,
                CorpusPictureFunc func,
                gpointer data)
{
  g_string_append (html, "<figure class=\"wp-block-image\">");
  func (html, index, data);
  g_string_append (html, "<figcaption>");
  corpus_sentence_append (self, html);
  g_string_append (html, "</figcaption></figure>\n");
}

char *
corpus_writer_dup_body (CorpusWriter *self,
                        guint length,
                        guint pictures,
                        CorpusPictureFunc func,
                        gpointer data)
{
  GString *html = g_string_sized_new (length * 8);
  guint shown = 0;

  self->marked_up = TRUE;
  self->written = 0;
  for (guint i = 1; self->written < length; i++)
    {
      append_block (self, html);
      if (i % HEADING_AFTER == 0)
        append_heading (self, html);
      /* Spread over the text. */
      if (shown < pictures && self->written * (pictures + 1) > length * (shown + 1))
        append_picture (self, html, shown++, func, data);
    }

  return g_string_free_and_steal (html);
}
