/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-items.h"

#include "news-letters.h"
#include "news-wide-marks.h"

#include <string.h>

/* Of a line that ends in a hyphen or a dash that is there anyway. */
#define HYPHEN_PENALTY 50

/* Of a word that fits no line and is broken between any two letters. */
#define DESPERATE_PENALTY 5000

/* Spaces, as parts of their own width: TeX's for its own face. */
#define SPACE_STRETCH 2
#define SPACE_SHRINK 3

/* As parts of an em: a thin space between Han and Latin, and what Han may be moved apart. */
#define THIN_SPACE 4
#define THIN_STRETCH 8
#define WIDE_STRETCH 12

/* The blank half of a full-width stop may be narrowed by as much; all of it goes where two such
 * marks would leave a hole between them. */
#define STOP_SHRINK 4
#define SHARED_BLANK 2

typedef enum
{
  LETTER_OTHER,
  LETTER_SPACE,
  LETTER_ALPHANUMERIC,
  LETTER_WIDE,      /* Han, Kana */
  LETTER_WIDE_MARK, /* their punctuation */
  LETTER_WIDE_STOP, /* those of it that end a phrase */
} LetterKind;

typedef struct
{
  NewsTextItems *result;
  const NewsTextRules *rules;
  guint hyphen; /* the next one */
  guint wide_mark;
  guint word; /* the item that the word begins with, while words may be broken anywhere */
  int word_width;
  LetterKind kind;   /* of the letter before */
  gunichar before;   /* that letter; 0 at the start of the line */
  NewsTextPlace at;  /* where the letter begins that is looked at */
  NewsTextPlace end; /* where the letter before ends: the same, but in its own run */
} Builder;

/* Those that end a phrase and fill the left half of their square. */
static gboolean
is_wide_stop (gunichar letter)
{
  return letter == 0x3001 || letter == 0x3002 || letter == 0xff0c || letter == 0xff1b
         || letter == 0x300d || letter == 0x300f || letter == 0x300b || letter == 0xff09;
}

static LetterKind
classify (gunichar letter)
{
  if (letter < 0x80)
    return g_ascii_isalnum ((char) letter) ? LETTER_ALPHANUMERIC
           : letter == ' '                 ? LETTER_SPACE
                                           : LETTER_OTHER;
  if (g_unichar_isspace (letter) && letter != 0x3000)
    return LETTER_SPACE;
  if (is_wide_stop (letter))
    return LETTER_WIDE_STOP;
  if (news_letter_is_wide (letter))
    return g_unichar_isalpha (letter) ? LETTER_WIDE : LETTER_WIDE_MARK;

  return g_unichar_isalnum (letter) ? LETTER_ALPHANUMERIC : LETTER_OTHER;
}

static void
append (Builder *self, NewsLineItem item, const NewsTextPlace *place)
{
  g_array_append_val (self->result->items, item);
  g_array_append_vals (self->result->places, place, 1);
}

static void
append_penalty (Builder *self, int penalty, int width, gboolean flagged)
{
  append (self,
          (NewsLineItem) {
            .kind = NEWS_LINE_PENALTY, .penalty = penalty, .width = width, .flagged = flagged },
          &self->end);
}

/* Glue that no letter stands for. */
static void
append_glue (Builder *self, int width, int stretch, int shrink, gboolean may_break)
{
  if (!may_break)
    append_penalty (self, NEWS_LINE_NEVER, 0, FALSE);
  append (
    self,
    (NewsLineItem) { .kind = NEWS_LINE_GLUE, .width = width, .stretch = stretch, .shrink = shrink },
    &self->end);
}

/* A word that fits after all is one box. */
static void
end_word (Builder *self)
{
  NewsTextItems *result = self->result;
  NewsTextPlace place;

  if (result->items->len > self->word)
    {
      place = g_array_index (result->places, NewsTextPlace, result->places->len - 1);
      if (result->items->len > self->word + 1 && self->word_width <= self->rules->limit)
        {
          g_array_set_size (result->items, self->word);
          g_array_set_size (result->places, self->word);
          append (self, (NewsLineItem) { .kind = NEWS_LINE_BOX, .width = self->word_width },
                  &place);
        }
      result->widest = MAX (result->widest, self->word_width);
    }
  self->word_width = 0;
}

static gboolean
is_wide (LetterKind kind)
{
  return kind >= LETTER_WIDE;
}

/* Whether there is to be a thin space between the letter before and this one. */
static gboolean
is_mixed (LetterKind before, LetterKind kind)
{
  return (before == LETTER_WIDE && kind == LETTER_ALPHANUMERIC)
         || (before == LETTER_ALPHANUMERIC && kind == LETTER_WIDE);
}

static gboolean
is_hyphen (gunichar letter)
{
  return letter == '-' || letter == 0x2010 || letter == 0x2013;
}

/* Whether a hyphen may be put before the letter that is looked at. */
static gboolean
take_hyphen (Builder *self)
{
  const NewsTextRules *rules = self->rules;

  while (self->hyphen < rules->n_hyphens && rules->hyphens[self->hyphen] < self->at.byte)
    self->hyphen++;

  return self->hyphen < rules->n_hyphens && rules->hyphens[self->hyphen] == self->at.byte;
}

/* What the letter is that is looked at, at a place that is not before the last one. */
static LetterKind
find_kind (Builder *self, gunichar letter)
{
  const NewsTextRules *rules = self->rules;

  while (self->wide_mark < rules->n_wide_marks
         && rules->wide_marks[self->wide_mark] < self->at.byte)
    self->wide_mark++;
  if (self->wide_mark >= rules->n_wide_marks || rules->wide_marks[self->wide_mark] != self->at.byte)
    return classify (letter);

  return news_wide_mark_closes (letter) ? LETTER_WIDE_STOP : LETTER_WIDE_MARK;
}

/* Between two letters of which one at least is wide. */
static void
append_wide_glue (Builder *self, gunichar letter, LetterKind kind, gboolean may_break)
{
  int em = self->rules->em;

  if (is_wide (self->kind) && is_wide (kind) && news_wide_marks_share_blank (self->before, letter))
    append_glue (self, -em / SHARED_BLANK, em / WIDE_STRETCH, 0, may_break);
  else
    append_glue (self, 0, em / WIDE_STRETCH, self->kind == LETTER_WIDE_STOP ? em / STOP_SHRINK : 0,
                 may_break);
}

/* What is between the letter before and @letter, which is of @kind; FALSE where the word goes on.
 */
static gboolean
append_between (Builder *self, gunichar letter, LetterKind kind, const PangoLogAttr *attribute)
{
  const NewsTextRules *rules = self->rules;
  gboolean may_break = attribute->is_line_break;
  gboolean wide = is_wide (self->kind) && (is_wide (kind) || may_break);
  gboolean mixed = is_mixed (self->kind, kind);
  gboolean hyphenates = !may_break && take_hyphen (self);

  if (self->before == 0 || self->kind == LETTER_SPACE || kind == LETTER_SPACE
      || (!may_break && !wide && !mixed && !hyphenates))
    return FALSE;

  end_word (self);
  if (mixed)
    append_glue (self, rules->em / THIN_SPACE, rules->em / THIN_STRETCH, rules->em / THIN_STRETCH,
                 may_break);
  else if (wide)
    append_wide_glue (self, letter, kind, may_break);
  else if (may_break)
    append_penalty (self, is_hyphen (self->before) ? HYPHEN_PENALTY : 0, 0,
                    is_hyphen (self->before));
  else
    append_penalty (self, rules->hyphen_penalty, rules->hyphen_width, TRUE);
  self->word = self->result->items->len;

  return TRUE;
}

static void
append_space (Builder *self,
              gunichar letter,
              int width,
              gboolean may_break,
              const NewsTextPlace *end)
{
  gboolean stretches = letter == ' ' || letter == 0xa0;

  end_word (self);
  /* A space that a line begins with by intention is kept. */
  if (self->before == 0)
    append (self, (NewsLineItem) { .kind = NEWS_LINE_BOX, .width = width }, end);
  else
    {
      if (!may_break)
        append_penalty (self, NEWS_LINE_NEVER, 0, FALSE);
      append (self,
              (NewsLineItem) { .kind = NEWS_LINE_GLUE,
                               .width = width,
                               .stretch = stretches ? width / SPACE_STRETCH : 0,
                               .shrink = stretches ? width / SPACE_SHRINK : 0 },
              end);
    }
  self->word = self->result->items->len;
}

static void
append_letter (Builder *self, int width, const NewsTextPlace *end)
{
  NewsTextItems *result = self->result;
  NewsLineItem *last = result->items->len > self->word
                         ? &g_array_index (result->items, NewsLineItem, result->items->len - 1)
                         : NULL;

  self->word_width += width;
  if (last != NULL && last->kind == NEWS_LINE_BOX)
    {
      last->width += width;
      g_array_index (result->places, NewsTextPlace, result->places->len - 1) = *end;
    }
  else
    append (self, (NewsLineItem) { .kind = NEWS_LINE_BOX, .width = width }, end);
}

/* Whether a line may end before the spaces that begin at @attribute. */
static gboolean
may_break_after_spaces (const char *text, const PangoLogAttr *attribute)
{
  while (classify (g_utf8_get_char (text)) == LETTER_SPACE)
    {
      text = g_utf8_next_char (text);
      attribute++;
    }

  return attribute->is_line_break;
}

static void
append_cluster (Builder *self, const PangoLogAttr *attribute, int width, const NewsTextPlace *end)
{
  const char *text = self->rules->text + self->at.byte;
  gunichar letter = g_utf8_get_char (text);
  LetterKind kind = find_kind (self, letter);

  if (!append_between (self, letter, kind, attribute) && self->rules->limit < G_MAXINT
      && self->word_width > 0 && kind != LETTER_SPACE && attribute->is_char_break)
    append_penalty (self, DESPERATE_PENALTY, 0, FALSE);
  if (kind == LETTER_SPACE)
    append_space (self, letter, width,
                  self->kind != LETTER_SPACE && may_break_after_spaces (text, attribute), end);
  else
    append_letter (self, width, end);

  self->before = g_utf8_get_char (g_utf8_prev_char (self->rules->text + end->byte));
  self->kind = self->before == letter ? kind : classify (self->before);
  self->end = *end;
}

/* Returns the number of the first character after the run. */
static guint
append_run (Builder *self, guint run, guint character)
{
  const PangoGlyphItem *item = g_ptr_array_index (self->result->runs, run);
  const PangoGlyphString *glyphs = item->glyphs;
  guint offset = (guint) item->item->offset;
  guint i = 0;

  while (i < (guint) glyphs->num_glyphs)
    {
      NewsTextPlace end = { offset + (guint) item->item->length, run, i };
      int cluster = glyphs->log_clusters[i];
      int width = 0;

      while (end.glyph < (guint) glyphs->num_glyphs && glyphs->log_clusters[end.glyph] == cluster)
        width += glyphs->glyphs[end.glyph++].geometry.width;
      if (end.glyph < (guint) glyphs->num_glyphs)
        end.byte = offset + (guint) glyphs->log_clusters[end.glyph];

      self->at = (NewsTextPlace) { offset + (guint) cluster, run, i };
      append_cluster (self, &self->rules->attributes[character], width, &end);
      character += (guint) g_utf8_strlen (self->rules->text + self->at.byte,
                                          (gssize) (end.byte - self->at.byte));
      i = end.glyph;
    }

  return character;
}

/* Spaces at the very end would keep the last line from fitting. */
static void
remove_last_glue (NewsTextItems *self)
{
  while (self->items->len > 0
         && g_array_index (self->items, NewsLineItem, self->items->len - 1).kind != NEWS_LINE_BOX)
    {
      g_array_set_size (self->items, self->items->len - 1);
      g_array_set_size (self->places, self->places->len - 1);
    }
}

NewsTextItems *
news_text_items_new (PangoLayoutLine *line, guint character, const NewsTextRules *rules)
{
  NewsTextItems *self = g_new0 (NewsTextItems, 1);
  Builder builder = { .result = self, .rules = rules };

  self->items = g_array_sized_new (FALSE, FALSE, sizeof (NewsLineItem), (guint) line->length / 2);
  self->places = g_array_sized_new (FALSE, FALSE, sizeof (NewsTextPlace), (guint) line->length / 2);
  self->runs = g_ptr_array_new ();

  for (GSList *at = line->runs; at != NULL; at = at->next)
    g_ptr_array_add (self->runs, at->data);
  for (guint i = rules->first_run; i < self->runs->len; i++)
    character = append_run (&builder, i, character);
  end_word (&builder);
  remove_last_glue (self);

  return self;
}

void
news_text_items_free (NewsTextItems *self)
{
  g_array_unref (self->items);
  g_array_unref (self->places);
  g_ptr_array_unref (self->runs);
  g_free (self);
}
