/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-simplified.h"

#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* The Han characters of the first plane, from extension A on. */
#define FIRST 0x3400
#define LAST 0x9fff
#define CHARACTERS (LAST - FIRST + 1)

/* A character, the simplified form of which may be one of a later plane, and a blank after it. */
#define UNITS 3

/* 0 where nothing is known, which is the character itself. */
static gunichar forms[CHARACTERS];

/* All characters, with a blank after each, so that no rule sees two of them together. */
static int32_t
fill (UChar *units)
{
  int32_t length = 0;

  for (gunichar character = FIRST; character <= LAST; character++)
    {
      units[length++] = (UChar) character;
      units[length++] = ' ';
    }

  return length;
}

static void
read_forms (const UChar *units, int32_t length)
{
  gunichar character = FIRST;

  for (int32_t i = 0; i < length && character <= LAST; character++)
    {
      UChar32 form;

      U16_NEXT (units, i, length, form);
      if (i < length && units[i] == ' ')
        forms[character - FIRST] = (gunichar) form;

      while (i < length && units[i] != ' ')
        i++;
      i++;
    }
}

/* Without ICU's rules, as where its data were cut down, both scripts are found by themselves. */
static void
make_map (void)
{
  static const UChar name[] = { 'T', 'r', 'a', 'd', 'i', 't', 'i', 'o', 'n', 'a', 'l', '-',
                                'S', 'i', 'm', 'p', 'l', 'i', 'f', 'i', 'e', 'd', 0 };
  UErrorCode code = U_ZERO_ERROR;
  UTransliterator *rules = utrans_openU (name, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
  g_autofree UChar *units = g_new (UChar, CHARACTERS * UNITS);
  int32_t length = fill (units);
  int32_t limit = length;

  if (U_SUCCESS (code))
    utrans_transUChars (rules, units, &length, CHARACTERS * UNITS, 0, &limit, &code);

  if (U_SUCCESS (code))
    read_forms (units, length);
  else
    g_debug ("Traditional characters do not find simplified ones: %s", u_errorName (code));

  if (rules != NULL)
    utrans_close (rules);
}

gunichar
news_simplified_get (gunichar character)
{
  static gsize made = 0;
  gunichar form;

  if (character < FIRST || character > LAST)
    return character;

  if (g_once_init_enter (&made))
    {
      make_map ();
      g_once_init_leave (&made, 1);
    }

  form = forms[character - FIRST];

  return form != 0 ? form : character;
}
