/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-folding.h"

#include <string.h>

/* Unicode's longest compatibility decomposition. */
#define MOST_PARTS 18

struct _NewsFolding
{
  GString *text;
  GArray *places; /* guint: for each byte of it, where its character began; at last, the length */
};

/* Letters that Unicode does not take apart, but that are typed so where a keyboard lacks them. */
static const struct
{
  gunichar letter;
  const char *folded;
} letters[] = {
  { 0x00df, "ss" }, { 0x00e6, "ae" }, { 0x00f0, "d" },  { 0x00f8, "o" },        { 0x0111, "d" },
  { 0x0131, "i" },  { 0x0142, "l" },  { 0x0153, "oe" }, { 0x03c2, "\317\203" }, /* the sigma at the
                                                                                   end of words */
};

static const char *
find_letter (gunichar letter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == letter)
      return letters[i].folded;

  return NULL;
}

/* Marks above and below letters that readers may leave out; not those that are vowels or voice. */
static gboolean
is_accent (gunichar letter)
{
  return (letter >= 0x0300 && letter <= 0x036f) || (letter >= 0x0591 && letter <= 0x05c7)
         || (letter >= 0x064b && letter <= 0x065f) || (letter >= 0x1dc0 && letter <= 0x1dff)
         || (letter >= 0xfe00 && letter <= 0xfe0f);
}

/* Hyphens that may be, joiners, marks of direction: nobody sees or types them. */
static gboolean
is_unseen (gunichar letter)
{
  return letter == 0x00ad || letter == 0xfeff || letter == 0x2060
         || (letter >= 0x200b && letter <= 0x200f) || (letter >= 0x202a && letter <= 0x202e)
         || (letter >= 0x2066 && letter <= 0x2069);
}

/* The mark on a keyboard for a printed one; 0 for other characters. */
static char
find_mark (gunichar letter)
{
  switch (letter)
    {
    case 0x0060:
    case 0x00b4:
    case 0x02bc:
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x2032:
      return '\'';
    case 0x00ab:
    case 0x00bb:
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x2033:
      return '"';
    case 0x2212:
      return '-';
    default:
      return letter >= 0x2010 && letter <= 0x2015 ? '-' : 0;
    }
}

static void
append (NewsFolding *self, const char *folded, gssize length, guint place)
{
  gsize before = self->text->len;

  g_string_append_len (self->text, folded, length);
  for (gsize i = before; i < self->text->len; i++)
    g_array_append_val (self->places, place);
}

/* Blanks are one blank, and none at the start. */
static void
append_blank (NewsFolding *self, guint place)
{
  gsize length = self->text->len;

  if (length > 0 && self->text->str[length - 1] != ' ')
    append (self, " ", 1, place);
}

static void
append_part (NewsFolding *self, gunichar part, guint place)
{
  gunichar lower = g_unichar_tolower (part);
  const char *folded = find_letter (lower);
  char mark = find_mark (lower);
  char bytes[6];

  if (g_unichar_isspace (part) || part == 0x2028)
    append_blank (self, place);
  else if (is_accent (part) || is_unseen (part))
    return;
  else if (mark != 0)
    append (self, &mark, 1, place);
  else if (folded != NULL)
    append (self, folded, -1, place);
  else
    append (self, bytes, g_unichar_to_utf8 (lower, bytes), place);
}

static void
append_letter (NewsFolding *self, gunichar letter, guint place)
{
  gunichar parts[MOST_PARTS];
  gsize n;

  /* These would be taken apart into a blank and an accent. */
  if (find_mark (letter) != 0)
    {
      append_part (self, letter, place);
      return;
    }

  n = g_unichar_fully_decompose (letter, TRUE, parts, MOST_PARTS);
  for (gsize i = 0; i < MIN (n, MOST_PARTS); i++)
    append_part (self, parts[i], place);
}

NewsFolding *
news_folding_new (const char *text)
{
  NewsFolding *self = g_new0 (NewsFolding, 1);
  guint length = (guint) strlen (text);

  self->text = g_string_sized_new (length + 1);
  self->places = g_array_sized_new (FALSE, FALSE, sizeof (guint), length + 1);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      guint place = (guint) (at - text);

      if (g_ascii_isalnum (*at))
        {
          char lower = g_ascii_tolower (*at);

          append (self, &lower, 1, place);
        }
      else
        {
          append_letter (self, g_utf8_get_char (at), place);
        }
    }
  g_array_append_val (self->places, length);

  return self;
}

void
news_folding_free (NewsFolding *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->places);
  g_free (self);
}

const char *
news_folding_get_text (NewsFolding *self)
{
  return self->text->str;
}

gboolean
news_folding_leaves_out (gunichar letter)
{
  return is_accent (letter) || is_unseen (letter);
}

const char *
news_folding_get_typed (gunichar lower)
{
  return find_letter (lower);
}

gboolean
news_folding_find (NewsFolding *self, const char *wanted, guint *from, guint *start, guint *end)
{
  gsize length = strlen (wanted);
  const char *found
    = length > 0 && *from < self->text->len ? strstr (self->text->str + *from, wanted) : NULL;
  gsize last;

  if (found == NULL)
    return FALSE;

  *from = (guint) (found - self->text->str + length);
  *start = g_array_index (self->places, guint, found - self->text->str);
  /* A character that became more than one is found as a whole. */
  last = *from - 1;
  while (last < self->text->len
         && g_array_index (self->places, guint, last)
              == g_array_index (self->places, guint, *from - 1))
    last++;
  *end = g_array_index (self->places, guint, last);

  return TRUE;
}
