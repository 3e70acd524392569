/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "corpus-sentence.h"

static gboolean
is_chinese (CorpusWriter *self)
{
  return corpus_lexicon_get_language (self->lexicon) != CORPUS_ENGLISH;
}

/* As editors' software writes it in HTML, or as it is. */
static void
append_mark (CorpusWriter *self, GString *text, const char *plain, const char *reference)
{
  g_string_append (text, self->marked_up && !is_chinese (self) ? reference : plain);
}

static void
append_opening (CorpusWriter *self, GString *text)
{
  append_mark (self, text, "“", "&#8220;");
}

static void
append_closing (CorpusWriter *self, GString *text)
{
  append_mark (self, text, "”", "&#8221;");
}

/* --- words --------------------------------------------------------------------------------------
 */

/* A person is called by the whole name the first time, more or less. */
static void
append_person (CorpusWriter *self, GString *text)
{
  guint index = corpus_random_below (self->random, CORPUS_WRITER_PERSONS);
  gboolean whole = corpus_random_once_in (self->random, 3);

  g_string_append (text, self->persons[index] + (whole ? 0 : self->families[index]));
  if (!is_chinese (self) && corpus_random_once_in (self->random, 12))
    append_mark (self, text, "’s", "&#8217;s");
}

static void
append_number (CorpusWriter *self, GString *text)
{
  guint kind = corpus_random_below (self->random, 4);

  if (kind == 0)
    g_string_append_printf (text, "%u", 1950 + corpus_random_below (self->random, 80));
  else if (kind == 1)
    g_string_append_printf (text, is_chinese (self) ? "%u%%" : "%u percent",
                            1 + corpus_random_below (self->random, 99));
  else if (kind == 2)
    g_string_append_printf (text, is_chinese (self) ? "%u人" : "%u,000",
                            1 + corpus_random_below (self->random, 900));
  else
    g_string_append_printf (text, "%u", 2 + corpus_random_below (self->random, 98));
}

/* Chinese texts have a word in Latin letters now and then. */
static void
append_rarity (CorpusWriter *self, GString *text)
{
  static const char *const latin[] = { "AI", "GDP", "5G", "Google", "App", "NBA", "WHO", "CEO" };

  if (is_chinese (self) && corpus_random_once_in (self->random, 2))
    g_string_append (text, latin[corpus_random_below (self->random, G_N_ELEMENTS (latin))]);
  else
    corpus_lexicon_append_rarity (self->lexicon, self->random, text);
}

static void
append_plain_word (CorpusWriter *self, GString *text)
{
  guint number = corpus_random_below (self->random, 6) == 0
                   ? self->subjects[corpus_random_below (self->random, CORPUS_WRITER_SUBJECTS)]
                   : corpus_lexicon_draw (self->lexicon, self->random);

  g_string_append (text, corpus_lexicon_get_word (self->lexicon, number));
}

static void
append_wrapped_word (CorpusWriter *self, GString *text)
{
  guint kind = corpus_random_below (self->random, 3);

  if (kind == 0)
    g_string_append_printf (text, "<a href=\"%s%u/\">", self->site,
                            corpus_random_below (self->random, 1000000));
  else
    g_string_append (text, kind == 1 ? "<em>" : "<strong>");
  append_plain_word (self, text);
  g_string_append (text, kind == 0 ? "</a>" : kind == 1 ? "</em>" : "</strong>");
}

static void
append_word (CorpusWriter *self, GString *text)
{
  guint kind = corpus_random_below (self->random, 240);

  if (kind < 6)
    g_string_append (text, corpus_lexicon_draw_phrase (self->lexicon, self->random));
  else if (kind < 12)
    append_person (self, text);
  else if (kind < 15)
    append_number (self, text);
  else if (kind < 17)
    append_rarity (self, text);
  else if (kind < 19 && self->topic != NULL)
    g_string_append (text, self->topic);
  else if (kind < 22 && self->marked_up)
    append_wrapped_word (self, text);
  else
    append_plain_word (self, text);
}

/* --- sentences ----------------------------------------------------------------------------------
 */

/* The first letter of what was appended at @at, unless an element begins there. */
static void
capitalise (GString *text, gsize at)
{
  if (at < text->len)
    text->str[at] = g_ascii_toupper (text->str[at]);
}

static void
append_pause (CorpusWriter *self, GString *text)
{
  if (is_chinese (self))
    {
      guint kind = corpus_random_below (self->random, 40);

      g_string_append (text, kind < 6 ? "，" : kind == 6 ? "、" : "");
    }
  else
    g_string_append (text, corpus_random_once_in (self->random, 13) ? ", " : " ");
}

void
corpus_sentence_append_words (CorpusWriter *self, GString *text, guint words)
{
  gsize start = text->len;

  for (guint i = 0; i < words; i++)
    {
      if (i > 0)
        append_pause (self, text);
      append_word (self, text);
    }
  capitalise (text, start);
  /* A Chinese word has 1.75 characters. */
  self->written += is_chinese (self) ? words * 7 / 4 : words;
}

static void
append_stop (CorpusWriter *self, GString *text)
{
  guint kind = corpus_random_below (self->random, 30);

  if (is_chinese (self))
    g_string_append (text, kind == 0 ? "？" : kind == 1 ? "！" : "。");
  else
    g_string_append (text, kind == 0 ? "?" : ".");
}

/* What somebody said. */
static void
append_quotation (CorpusWriter *self, GString *text, guint words)
{
  if (is_chinese (self))
    {
      append_person (self, text);
      g_string_append (text, "表示：");
    }
  append_opening (self, text);
  corpus_sentence_append_words (self, text, words);
  if (is_chinese (self))
    {
      append_stop (self, text);
      append_closing (self, text);
      return;
    }

  g_string_append_c (text, ',');
  append_closing (self, text);
  g_string_append (text, " said ");
  append_person (self, text);
  g_string_append_c (text, '.');
}

/* The name of a book or a film. */
static void
append_work (CorpusWriter *self, GString *text)
{
  g_string_append (text, "《");
  append_plain_word (self, text);
  append_plain_word (self, text);
  g_string_append (text, "》");
}

void
corpus_sentence_append (CorpusWriter *self, GString *text)
{
  guint words = 6 + corpus_random_below (self->random, 20);

  if (!is_chinese (self) && text->len > 0 && text->str[text->len - 1] != '>')
    g_string_append_c (text, ' ');

  if (corpus_random_once_in (self->random, 8))
    {
      append_quotation (self, text, words);
      return;
    }

  if (is_chinese (self) && corpus_random_once_in (self->random, 20))
    append_work (self, text);
  corpus_sentence_append_words (self, text, words);
  append_stop (self, text);
}
