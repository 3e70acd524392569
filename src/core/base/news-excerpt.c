/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-excerpt.h"

#include <string.h>

#define ELLIPSIS "…"

/* Further from the end than this the words are the article's own. */
#define INVITATION_LENGTH 400

/* What leads on to the article, in the languages of the sites that are read most, and whether the
 * article's title may follow. */
static const struct
{
  const char *words;
  gboolean titled;
} invitations[] = {
  { "Continue reading", TRUE },   { "Continue Reading", TRUE }, { "Keep reading", FALSE },
  { "Read more", FALSE },         { "Read More", FALSE },       { "Read the rest of", TRUE },
  { "Weiterlesen", TRUE },        { "Lire la suite", TRUE },    { "Leer más", FALSE },
  { "Seguir leyendo", TRUE },     { "Leia mais", FALSE },       { "Leggi tutto", FALSE },
  { "Continua a leggere", TRUE }, { "Читать далее", TRUE },     { "続きを読む", TRUE },
  { "继续阅读", TRUE },           { "繼續閱讀", TRUE },         { "阅读更多", FALSE },
  { "閱讀更多", FALSE },          { "阅读全文", FALSE },        { "閱讀全文", FALSE },
};

/* Marks at the very end. Those in brackets are never the author's. */
static const char *const marks[]
  = { "[…]", "[...]", "[ … ]", "(…)", "(...)", "(more…)", "[&hellip;]" };
static const char *const ellipses[] = { "…", "..." };

static const char *const blanks[] = { " ", "\xc2\xa0" };

/* What follows an invitation. */
static const char *const ornaments[]
  = { " ", "\xc2\xa0", "→", "»", "›", "⟶", "…", "...", ">", "&raquo;", "&rarr;" };

static const char *const stops[] = { ".", "!", "?", "…", "。", "！", "？", "；" };
static const char *const closers[]
  = { "”", "’", "\"", "'", ")", "]", "»", "」", "』", "）", "》", "】" };
static const char *const commas[] = { ",", ";", ":", "–", "—", "-", "，", "、", "：", " " };

/* How long the one of @signs is that ends the first @length bytes of @text; 0 if none does. */
static gsize
measure_end (const char *text, gsize length, const char *const *signs, gsize n_signs)
{
  for (gsize i = 0; i < n_signs; i++)
    {
      gsize size = strlen (signs[i]);

      if (length >= size && memcmp (text + length - size, signs[i], size) == 0)
        return size;
    }

  return 0;
}

#define MEASURE_END(text, length, signs) \
  measure_end ((text), (length), (signs), G_N_ELEMENTS (signs))

static gsize
drop_ends (const char *text, gsize length, const char *const *signs, gsize n_signs)
{
  gsize size;

  while ((size = measure_end (text, length, signs, n_signs)) > 0)
    length -= size;

  return length;
}

#define DROP_ENDS(text, length, signs) drop_ends ((text), (length), (signs), G_N_ELEMENTS (signs))

static gboolean
ends_sentence (const char *text, gsize length)
{
  length = DROP_ENDS (text, length, closers);

  return length == 0 || MEASURE_END (text, length, stops) > 0;
}

/* Whether words at @at that could be an invitation are one, and not the article's own: "They
 * continue. Read more slowly, says the teacher." */
static gboolean
is_invitation (const char *text, gsize at, gsize length, gsize size, gboolean titled)
{
  gsize before = DROP_ENDS (text, at, blanks);

  if (at + size == length)
    return ends_sentence (text, before) || MEASURE_END (text, before, marks) > 0;

  return titled
         && (MEASURE_END (text, before, ellipses) > 0 || MEASURE_END (text, before, marks) > 0);
}

/* Where the invitation at the end of the text begins, or @length. */
static gsize
find_invitation (const char *text, gsize length)
{
  gsize from = length > INVITATION_LENGTH ? length - INVITATION_LENGTH : 0;
  gsize first = length;

  for (gsize i = 0; i < G_N_ELEMENTS (invitations); i++)
    {
      gsize size = strlen (invitations[i].words);
      const char *found = memmem (text + from, length - from, invitations[i].words, size);
      gsize at = found != NULL ? (gsize) (found - text) : length;

      if (at < first && is_invitation (text, at, length, size, invitations[i].titled))
        first = at;
    }

  return first;
}

char *
news_excerpt_trim (const char *text)
{
  gsize whole = DROP_ENDS (text, strlen (text), blanks);
  gsize length = DROP_ENDS (text, whole, ornaments);
  gsize invitation = find_invitation (text, length);
  gboolean marked = invitation < length;
  gsize size;

  length = marked ? DROP_ENDS (text, invitation, blanks) : whole;
  while ((size = MEASURE_END (text, length, marks)) > 0)
    {
      marked = TRUE;
      length = DROP_ENDS (text, length - size, blanks);
    }
  if (!marked)
    return whole > 0 ? g_strndup (text, whole) : NULL;

  while ((size = MEASURE_END (text, length, ellipses)) > 0)
    length = DROP_ENDS (text, length - size, blanks);
  if (length == 0)
    return NULL;
  if (ends_sentence (text, length))
    return g_strndup (text, length);

  length = DROP_ENDS (text, length, commas);

  return g_strdup_printf ("%.*s" ELLIPSIS, (int) length, text);
}
