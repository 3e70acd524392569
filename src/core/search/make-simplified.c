/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* Run while Broadsheet is built: prints the simplified forms of Han characters by ICU's
 * transliterator "Traditional-Simplified", as what stands between the braces of news-simplified.c's
 * array. So ICU, with its 30 MB of data, is needed to build Broadsheet and not to run it. */

#include "news-simplified-range.h"

#include <stdio.h>
#include <stdlib.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* A character, the simplified form of which may be one of a later plane, and a blank after it. */
#define UNITS 3

static UChar units[NEWS_SIMPLIFIED_CHARACTERS * UNITS];

/* All characters, with a blank after each, so that no rule sees two of them together. */
static int32_t
fill (void)
{
  int32_t length = 0;

  for (UChar32 character = NEWS_SIMPLIFIED_FIRST; character <= NEWS_SIMPLIFIED_LAST; character++)
    {
      units[length++] = (UChar) character;
      units[length++] = ' ';
    }

  return length;
}

/* 0 where the form is the character itself, or more than one. */
static void
print_forms (int32_t length)
{
  int32_t i = 0;

  for (UChar32 character = NEWS_SIMPLIFIED_FIRST; character <= NEWS_SIMPLIFIED_LAST; character++)
    {
      UChar32 form = 0;

      if (i < length)
        U16_NEXT (units, i, length, form);
      printf ("%ld,\n", i < length && units[i] == ' ' && form != character ? (long) form : 0L);
      while (i < length && units[i] != ' ')
        i++;
      i++;
    }
}

int
main (void)
{
  static const UChar name[] = { 'T', 'r', 'a', 'd', 'i', 't', 'i', 'o', 'n', 'a', 'l', '-',
                                'S', 'i', 'm', 'p', 'l', 'i', 'f', 'i', 'e', 'd', 0 };
  UErrorCode code = U_ZERO_ERROR;
  UTransliterator *rules = utrans_openU (name, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
  int32_t length = fill ();
  int32_t limit = length;

  if (U_SUCCESS (code))
    utrans_transUChars (rules, units, &length, NEWS_SIMPLIFIED_CHARACTERS * UNITS, 0, &limit,
                        &code);
  if (rules != NULL)
    utrans_close (rules);
  if (U_FAILURE (code))
    {
      fprintf (stderr, "ICU has no rules for simplified characters: %s\n", u_errorName (code));
      return EXIT_FAILURE;
    }

  print_forms (length);

  return EXIT_SUCCESS;
}
