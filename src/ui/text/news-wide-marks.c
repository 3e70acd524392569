/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-wide-marks.h"

#include "news-letters.h"

#include <string.h>

#define OPENING_DOUBLE 0x201c
#define CLOSING_DOUBLE 0x201d
#define OPENING_SINGLE 0x2018
#define CLOSING_SINGLE 0x2019
#define DASH 0x2014
#define DOTS 0x2026

/* A Han character, in whose face the marks are to be. */
#define HAN 0x4e2d

/* All of them begin with this byte, so that most of a text is passed at once. */
#define FIRST_BYTE '\342'

/* An opening mark that has no closing one yet. */
typedef struct
{
  guint place;
  gboolean open;
  gboolean wide; /* by what is beside it */
} Opening;

static gboolean
opens (gunichar mark)
{
  return mark == OPENING_DOUBLE || mark == OPENING_SINGLE;
}

gboolean
news_wide_mark_closes (gunichar mark)
{
  return mark == CLOSING_DOUBLE || mark == CLOSING_SINGLE;
}

static gboolean
is_mark (gunichar letter)
{
  return opens (letter) || news_wide_mark_closes (letter) || letter == DASH || letter == DOTS;
}

/* The letter before the mark at @at, or after it, over blanks and other such marks; 0: none. */
static gunichar
look (const char *text, const char *at, gboolean backwards)
{
  while (backwards ? at > text : *at != '\0')
    {
      gunichar letter;

      at = backwards ? g_utf8_prev_char (at) : g_utf8_next_char (at);
      letter = g_utf8_get_char (at);
      if (letter != 0 && !g_unichar_isspace (letter) && !is_mark (letter))
        return letter;
    }

  return 0;
}

static gboolean
is_beside_wide (const char *text, const char *at)
{
  return news_letter_is_wide (look (text, at, TRUE))
         || news_letter_is_wide (look (text, at, FALSE));
}

/* Of a word: “don’t”. */
static gboolean
is_apostrophe (const char *text, const char *at)
{
  gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
  gunichar after = g_utf8_get_char (g_utf8_next_char (at));

  return g_unichar_isalnum (before) && g_unichar_isalnum (after) && !news_letter_is_wide (before)
         && !news_letter_is_wide (after);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

static void
append_if (GArray *places, gboolean wide, guint place)
{
  if (wide)
    g_array_append_val (places, place);
}

/* Both marks of a pair are alike, whichever of them has Han beside it. */
static void
close_quote (GArray *places, Opening *opening, guint place, gboolean wide)
{
  wide = wide || (opening->open && opening->wide);
  append_if (places, opening->open && wide, opening->place);
  append_if (places, wide, place);
  opening->open = FALSE;
}

static void
open_quote (GArray *places, Opening *opening, guint place, gboolean wide)
{
  /* A quote of several paragraphs has no end in the first ones. */
  append_if (places, opening->open && opening->wide, opening->place);
  *opening = (Opening) { place, TRUE, wide };
}

GArray *
news_wide_marks_find (const char *text)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  Opening doubles = { 0 };
  Opening singles = { 0 };

  for (const char *at = strchr (text, FIRST_BYTE); at != NULL; at = strchr (at + 1, FIRST_BYTE))
    {
      gunichar letter = g_utf8_get_char (at);
      guint place = (guint) (at - text);
      Opening *opening = letter == OPENING_DOUBLE || letter == CLOSING_DOUBLE ? &doubles : &singles;
      gboolean wide;

      if (!is_mark (letter) || (letter == CLOSING_SINGLE && is_apostrophe (text, at)))
        continue;
      wide = is_beside_wide (text, at);
      if (opens (letter))
        open_quote (places, opening, place, wide);
      else if (news_wide_mark_closes (letter))
        close_quote (places, opening, place, wide);
      else
        append_if (places, wide, place);
    }
  append_if (places, doubles.open && doubles.wide, doubles.place);
  append_if (places, singles.open && singles.wide, singles.place);
  g_array_sort (places, compare_places);

  return places;
}

static char *
dup_family (PangoContext *context, const char *language)
{
  PangoFontset *fontset = pango_font_map_load_fontset (
    pango_context_get_font_map (context), context, pango_context_get_font_description (context),
    pango_language_from_string (language));
  g_autoptr (PangoFont) font = pango_fontset_get_font (fontset, HAN);
  g_autoptr (PangoFontDescription) description = font != NULL ? pango_font_describe (font) : NULL;

  g_object_unref (fontset);

  return description != NULL ? g_strdup (pango_font_description_get_family (description)) : NULL;
}

void
news_wide_marks_insert (PangoAttrList *attributes,
                        GArray *places,
                        PangoContext *context,
                        const char *language)
{
  g_autofree char *family = places->len > 0 ? dup_family (context, language) : NULL;

  for (guint i = 0; family != NULL && i < places->len; i++)
    {
      PangoAttribute *attribute = pango_attr_family_new (family);

      attribute->start_index = g_array_index (places, guint, i);
      attribute->end_index = attribute->start_index + (guint) strlen ("“");
      pango_attr_list_insert (attributes, attribute);
    }
}

static gboolean
is_one_of (gunichar letter, const gunichar *letters, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (letters[i] == letter)
      return TRUE;

  return FALSE;
}

/* Those that fill the right half of their square. */
static gboolean
opens_wide (gunichar letter)
{
  static const gunichar letters[]
    = { 0x300a, 0x3008, 0x300c, 0x300e, 0x3010, 0x3014, 0xff08, 0xff3b, 0xff5b };

  return opens (letter) || is_one_of (letter, letters, G_N_ELEMENTS (letters));
}

/* Those that fill the left half. */
static gboolean
closes_wide (gunichar letter)
{
  static const gunichar letters[] = { 0x3001, 0x3002, 0xff0c, 0xff0e, 0x300b, 0x3009, 0x300d,
                                      0x300f, 0x3011, 0x3015, 0xff09, 0xff3d, 0xff5d };

  return news_wide_mark_closes (letter) || is_one_of (letter, letters, G_N_ELEMENTS (letters));
}

gboolean
news_wide_marks_share_blank (gunichar before, gunichar after)
{
  static const gunichar colons[] = { 0xff1a, 0xff1b };
  static const gunichar others[] = { 0xff1a, 0xff1b, 0xff01, 0xff1f };

  if (opens_wide (after))
    return opens_wide (before) || closes_wide (before)
           || is_one_of (before, colons, G_N_ELEMENTS (colons));

  return closes_wide (before)
         && (closes_wide (after) || is_one_of (after, others, G_N_ELEMENTS (others)));
}

gboolean
news_wide_marks_has_language (const char *language)
{
  return language != NULL
         && (g_ascii_strncasecmp (language, "zh", 2) == 0
             || g_ascii_strncasecmp (language, "ja", 2) == 0);
}
