/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-entities.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Longer than any name of HTML 4 or below. */
#define LONGEST 16

/* The longest name that may stand without a semicolon. */
#define LONGEST_OPEN 6

/* The last character that HTML 4 has a name for. */
#define LAST_NAMED 0x2666

/* Names that HTML 5 added and that are met in headlines; libxml2 has those of HTML 4. */
static const struct
{
  const char *name;
  gunichar character;
} additions[] = {
  { "AMP", '&' },       { "GT", '>' },        { "LT", '<' },       { "NewLine", '\n' },
  { "QUOT", '"' },      { "Tab", '\t' },      { "apos", '\'' },    { "ast", '*' },
  { "bsol", '\\' },     { "check", 0x2713 },  { "colon", ':' },    { "comma", ',' },
  { "commat", '@' },    { "copysr", 0x2117 }, { "dash", 0x2010 },  { "dollar", '$' },
  { "equals", '=' },    { "excl", '!' },      { "grave", '`' },    { "half", 0xbd },
  { "horbar", 0x2015 }, { "hyphen", 0x2010 }, { "lbrace", '{' },   { "lbrack", '[' },
  { "lcub", '{' },      { "lowbar", '_' },    { "lpar", '(' },     { "lsqb", '[' },
  { "mldr", 0x2026 },   { "nldr", 0x2025 },   { "num", '#' },      { "numsp", 0x2007 },
  { "percnt", '%' },    { "period", '.' },    { "phone", 0x260e }, { "plus", '+' },
  { "quest", '?' },     { "rbrace", '}' },    { "rbrack", ']' },   { "rcub", '}' },
  { "rpar", ')' },      { "rsqb", ']' },      { "semi", ';' },     { "sol", '/' },
  { "star", 0x2606 },   { "starf", 0x2605 },  { "vert", '|' },     { "verbar", '|' },
};

/* What the numbers of C1 controls mean: the characters that Windows has there. */
static const gunichar windows[32]
  = { 0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
      0x2039, 0x152,  0x8d,   0x17d,  0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
      0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178 };

/* libxml2 looks a name up by comparing it with all of them, which is too slow for a text full of
 * ampersands; so its names are taken over once. */
static GHashTable *
get_names (void)
{
  static gsize once;
  static GHashTable *names;

  if (g_once_init_enter (&once))
    {
      names = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint value = 1; value <= LAST_NAMED; value++)
        {
          const htmlEntityDesc *entity = htmlEntityValueLookup (value);

          if (entity != NULL)
            g_hash_table_insert (names, (gpointer) entity->name, GUINT_TO_POINTER (value));
        }
      for (gsize i = 0; i < G_N_ELEMENTS (additions); i++)
        g_hash_table_insert (names, (gpointer) additions[i].name,
                             GUINT_TO_POINTER (additions[i].character));
      g_once_init_leave (&once, 1);
    }

  return names;
}

static gunichar
look_up (const char *start, gsize length)
{
  char name[LONGEST + 1];

  memcpy (name, start, length);
  name[length] = '\0';

  return GPOINTER_TO_UINT (g_hash_table_lookup (get_names (), name));
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
