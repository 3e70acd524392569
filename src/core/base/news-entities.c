/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-entities.h"

#include "news-entity-names.h"

#include <string.h>

/* Longer than any name of HTML 4 or below. */
#define LONGEST 16

/* The longest name that may stand without a semicolon. */
#define LONGEST_OPEN 6

/* What the numbers of C1 controls mean: the characters that Windows has there. */
static const gunichar windows[32]
  = { 0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
      0x2039, 0x152,  0x8d,   0x17d,  0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
      0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178 };

static gunichar
look_up (const char *start, gsize length)
{
  char name[LONGEST + 1];

  memcpy (name, start, length);
  name[length] = '\0';

  return GPOINTER_TO_UINT (g_hash_table_lookup (news_entity_names_get (), name));
}

/* "#8217" or "#x2019", after the "&". */
static gsize
read_number (const char *at, const char *end, gunichar *character)
{
  const char *start = at++;
  int base = at < end && (*at == 'x' || *at == 'X') ? 16 : 10;
  gunichar number = 0;
  const char *digits;

  at += base == 16;
  for (digits = at; at < end; at++)
    {
      int digit = base == 16 ? g_ascii_xdigit_value (*at) : g_ascii_digit_value (*at);

      if (digit < 0)
        break;
      number = MIN (number * (gunichar) base + (gunichar) digit, 0x110000);
    }
  if (at == digits)
    return 0;

  if (number >= 0x80 && number < 0xa0)
    number = windows[number - 0x80];
  *character = number != 0 && g_unichar_validate (number) ? number : 0xfffd;

  return (gsize) (at - start);
}

/* A name that needs no semicolon, such as "amp" in "AT&ampT": those of Latin 1 and the four of
 * XML. */
static gsize
read_open_name (const char *at, gsize length, gunichar *character)
{
  for (length = MIN (length, LONGEST_OPEN); length >= 2; length--)
    {
      *character = look_up (at, length);
      if (*character != 0 && *character <= 0xff
          && (*character >= 0xa0 || strchr ("&<>\"", (int) *character)))
        return length;
    }

  return 0;
}

static gsize
read_name (const char *at, const char *end, NewsEntitiesPlace place, gunichar *character)
{
  gsize length = 0, open;

  while (at + length < end && g_ascii_isalnum (at[length]) && length <= LONGEST)
    length++;
  if (length <= LONGEST && at + length < end && at[length] == ';')
    {
      *character = look_up (at, length);
      if (*character != 0)
        return length;
    }

  open = read_open_name (at, length, character);
  if (place == NEWS_ENTITIES_ATTRIBUTE && at + open < end
      && (at[open] == '=' || g_ascii_isalnum (at[open])))
    return 0;

  return open;
}

gsize
news_entities_decode_one (GString *text, const char *at, const char *end, NewsEntitiesPlace place)
{
  gunichar character = 0;
  gsize length;

  if (at + 1 < end && at[1] == '#')
    length = read_number (at + 1, end, &character);
  else
    length = read_name (at + 1, end, place, &character);
  if (length == 0)
    return 0;

  g_string_append_unichar (text, character);
  length++;

  return at + length < end && at[length] == ';' ? length + 1 : length;
}

void
news_entities_decode (GString *text, const char *html, gsize length, NewsEntitiesPlace place)
{
  const char *end = html + length;

  while (html < end)
    {
      const char *next = memchr (html, '&', (gsize) (end - html));
      gsize read;

      next = next != NULL ? next : end;
      g_string_append_len (text, html, next - html);
      if (next == end)
        return;

      read = news_entities_decode_one (text, next, end, place);
      if (read == 0)
        g_string_append_c (text, '&');
      html = next + MAX (read, 1);
    }
}
