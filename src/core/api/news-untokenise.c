/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-untokenise.h"

#include <string.h>

/* Signs that stand at the word before them, and at the one after. */
static const char *const closers[]
  = { ",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "…", "”", "’", "'", NULL };
static const char *const openers[] = { "(", "[", "{", "$", "£", "€", "#", "“", "‘", NULL };

/* What an apostrophe begins. */
static const char *const endings[] = { "s", "t", "re", "ve", "ll", "d", "m", NULL };

/* Two words, and what was before the first of them; "" for none. */
typedef struct
{
  const char *before;
  const char *one;
  const char *other;
  gboolean quoted; /* an odd number of straight quotes so far, @one included */
} Seam;

static gboolean
is_letter (const char *word)
{
  return g_ascii_isupper (word[0]) && word[1] == '\0';
}

static gboolean
is_number (const char *word)
{
  return *word != '\0' && word[strspn (word, "0123456789")] == '\0';
}

/* A sign between two of a kind: "U . S", "3 . 5", "1 , 000", "10 : 30". */
static gboolean
is_inside (const Seam *seam)
{
  gboolean numbers = is_number (seam->before) && is_number (seam->other);

  if (strcmp (seam->one, ".") == 0)
    return numbers || (is_letter (seam->before) && is_letter (seam->other));
  if (strcmp (seam->one, ",") == 0)
    return numbers && strlen (seam->other) == 3;

  return strcmp (seam->one, ":") == 0 && numbers && strlen (seam->other) == 2;
}

static gboolean
is_apostrophe (const char *word)
{
  return strcmp (word, "'") == 0 || strcmp (word, "’") == 0;
}

static gboolean
is_joined (const Seam *seam)
{
  if (strcmp (seam->one, "\"") == 0)
    return seam->quoted;
  if (strcmp (seam->other, "\"") == 0)
    return seam->quoted;
  if (is_apostrophe (seam->one))
    return g_strv_contains (endings, seam->other);

  return g_strv_contains (closers, seam->other) || g_strv_contains (openers, seam->one)
         || is_inside (seam);
}

char *
news_untokenise (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GString *joined = g_string_new (NULL);
  Seam seam = { "", "", "", FALSE };

  for (char **word = words; *word != NULL; word++)
    {
      if (**word == '\0')
        continue;
      seam.other = *word;
      if (joined->len > 0 && !is_joined (&seam))
        g_string_append_c (joined, ' ');
      g_string_append (joined, *word);
      if (strcmp (*word, "\"") == 0)
        seam.quoted = !seam.quoted;
      seam.before = seam.one;
      seam.one = *word;
    }

  return g_string_free (joined, FALSE);
}
