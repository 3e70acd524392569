/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-feed-date.h"

#include "news-date.h"

#include <string.h>

/* Longer than any date. */
#define LONGEST 120

/* Months by how they begin, in the languages whose feeds do not keep to English. */
static const struct
{
  const char *start;
  int month;
} months[] = {
  { "jan", 1 },  { "ene", 1 },  { "gen", 1 },  { "feb", 2 },  { "fév", 2 },  { "fev", 2 },
  { "mar", 3 },  { "mär", 3 },  { "mrt", 3 },  { "maa", 3 },  { "apr", 4 },  { "avr", 4 },
  { "abr", 4 },  { "may", 5 },  { "mai", 5 },  { "mag", 5 },  { "mei", 5 },  { "jun", 6 },
  { "juin", 6 }, { "giu", 6 },  { "jul", 7 },  { "juil", 7 }, { "lug", 7 },  { "aug", 8 },
  { "aoû", 8 },  { "aou", 8 },  { "ago", 8 },  { "sep", 9 },  { "set", 9 },  { "oct", 10 },
  { "okt", 10 }, { "ott", 10 }, { "out", 10 }, { "nov", 11 }, { "dec", 12 }, { "dez", 12 },
  { "déc", 12 }, { "dic", 12 },
};

/* Zones in minutes east of UTC. CST is Chicago's and not China's, as RFC 822 has it. */
static const struct
{
  const char *name;
  int minutes;
} zones[] = {
  { "z", 0 },      { "ut", 0 },     { "utc", 0 },    { "gmt", 0 },    { "wet", 0 },
  { "est", -300 }, { "edt", -240 }, { "cst", -360 }, { "cdt", -300 }, { "mst", -420 },
  { "mdt", -360 }, { "pst", -480 }, { "pdt", -420 }, { "ast", -240 }, { "akst", -540 },
  { "hst", -600 }, { "bst", 60 },   { "west", 60 },  { "cet", 60 },   { "mez", 60 },
  { "cest", 120 }, { "mesz", 120 }, { "eet", 120 },  { "sast", 120 }, { "eest", 180 },
  { "msk", 180 },  { "ist", 330 },  { "hkt", 480 },  { "sgt", 480 },  { "awst", 480 },
  { "jst", 540 },  { "kst", 540 },  { "aest", 600 }, { "aedt", 660 }, { "nzst", 720 },
  { "nzdt", 780 },
};

/* What has been found so far; -1 for what has not. */
typedef struct
{
  int year;
  int month;
  int day;
  int hour;
  int minute;
  int second;
  int half; /* 0 for AM, 1 for PM */
  int zone;
} Parts;

static gboolean
read_strictly (const char *text, gint64 *seconds)
{
  static const char *const forms[] = { "rfc3339-utc", "date" };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (NewsDate) date = news_date_new (forms[i]);

      if (news_date_read (date, text, seconds))
        return TRUE;
    }

  return FALSE;
}

static int
read_number (const char **at)
{
  int number = 0;

  for (; g_ascii_isdigit (**at); (*at)++)
    number = MIN (number * 10 + (**at - '0'), 99999);

  return number;
}

/* "10:00", "10:00:00", "10:00:00.5", after the hour. */
static void
read_clock (const char **at, int hour, Parts *parts)
{
  parts->hour = hour;
  (*at)++;
  parts->minute = read_number (at);
  parts->second = 0;
  if (**at != ':')
    return;

  (*at)++;
  parts->second = read_number (at);
  if (**at == '.' || **at == ',')
    *at += 1 + strspn (*at + 1, "0123456789");
}

/* "+0100", "+01:00", "+8". */
static void
read_offset (const char **at, Parts *parts)
{
  int sign = **at == '-' ? -1 : 1;
  const char *start = ++*at;
  int number = read_number (at);
  int minutes = 0;

  if (*at - start > 2)
    {
      minutes = number % 100;
      number /= 100;
    }
  else if (**at == ':')
    {
      (*at)++;
      minutes = read_number (at);
    }
  parts->zone = sign * (number * 60 + minutes);
}

/* Where nothing tells what a number is, years have four digits, days come before months only where
 * a month in words follows, and a year of two digits comes last. */
static void
take_number (int number, gsize digits, Parts *parts)
{
  if (digits == 4 && parts->year < 0)
    parts->year = number;
  else if (parts->year >= 0 && parts->month < 0)
    parts->month = number;
  else if (parts->day < 0)
    parts->day = number;
  else if (parts->month < 0)
    parts->month = number;
  else if (parts->year < 0)
    parts->year = number < 50 ? 2000 + number : 1900 + number;
}

static void
read_digits (const char **at, Parts *parts)
{
  const char *start = *at;
  int number = read_number (at);

  if (**at == ':' && parts->hour < 0)
    read_clock (at, number, parts);
  else
    take_number (number, (gsize) (*at - start), parts);
}

static void
take_month (const char *word, Parts *parts)
{
  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (word, months[i].start))
      {
        parts->month = months[i].month;
        return;
      }
}

static void
take_word (const char *word, Parts *parts)
{
  if (strcmp (word, "am") == 0 || strcmp (word, "上午") == 0)
    parts->half = 0;
  else if (strcmp (word, "pm") == 0 || strcmp (word, "下午") == 0)
    parts->half = 1;

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    if (strcmp (word, zones[i].name) == 0)
      {
        parts->zone = zones[i].minutes;
        return;
      }

  if (parts->month < 0)
    take_month (word, parts);
}

static void
read_word (const char **at, Parts *parts)
{
  const char *start = *at;
  g_autofree char *word = NULL;
  g_autofree char *lower = NULL;

  while (**at != '\0' && (g_ascii_isalpha (**at) || (guchar) * *at >= 0x80))
    *at = g_utf8_next_char (*at);
  word = g_strndup (start, (gsize) (*at - start));
  lower = g_utf8_strdown (word, -1);
  take_word (lower, parts);
}

static gboolean
has_day_and_hour (const Parts *parts)
{
  return parts->month >= 0 && parts->day >= 0 && parts->hour >= 0;
}

static void
read_loosely (const char *at, Parts *parts)
{
  while (*at != '\0')
    if (g_ascii_isdigit (*at))
      read_digits (&at, parts);
    else if ((*at == '+' || *at == '-') && g_ascii_isdigit (at[1]) && has_day_and_hour (parts))
      read_offset (&at, parts);
    else if (g_ascii_isalpha (*at) || (guchar) *at >= 0x80)
      read_word (&at, parts);
    else
      at++;
}

/* The day of the week, which may look like a month ("mar." is a Tuesday in French): the first word,
 * if a comma or another word follows it, with or without a number between. */
static const char *
skip_weekday (const char *text)
{
  gsize length = 0;
  const char *rest;

  if (!g_ascii_isalpha (*text))
    return text;
  while (text[length] != '\0' && (g_ascii_isalpha (text[length]) || (guchar) text[length] >= 0x80))
    length++;
  rest = text + length + strspn (text + length, " .\t");
  if (*rest == ',' || g_ascii_isalpha (*rest))
    return rest;

  return g_ascii_isalpha (rest[strspn (rest, "0123456789 ")]) ? rest : text;
}

/* Chinese writes what each number is after it. */
static char *
tidy (const char *text)
{
  static const char *const signs[] = { "年", "月", "日" };
  g_autofree char *valid = g_utf8_make_valid (text, LONGEST < strlen (text) ? LONGEST : -1);
  g_autoptr (GString) tidied = g_string_new (valid);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (tidied, signs[i], i < 2 ? "-" : " ", 0);
  g_string_replace (tidied, "时", ":", 0);
  g_string_replace (tidied, "時", ":", 0);
  g_string_replace (tidied, "分", " ", 0);

  return g_strstrip (g_string_free (g_steal_pointer (&tidied), FALSE));
}

/* Twelve is the first hour of a half. */
static void
apply_half (Parts *parts)
{
  if (parts->half < 0 || parts->hour < 0 || parts->hour > 12)
    return;

  parts->hour = parts->hour % 12 + 12 * parts->half;
}

/* "23/11/2026" is not American, whatever comes first. */
static void
settle_order (Parts *parts)
{
  if (parts->month > 12 && parts->day >= 1 && parts->day <= 12)
    {
      int month = parts->day;

      parts->day = parts->month;
      parts->month = month;
    }
}

gint64
news_feed_date_read (const char *text)
{
  Parts parts = { -1, -1, -1, -1, -1, -1, -1, 0 };
  g_autofree char *tidied = NULL;
  g_autofree char *written = NULL;
  gint64 seconds = 0;

  if (read_strictly (text, &seconds))
    return seconds;

  tidied = tidy (text);
  read_loosely (skip_weekday (tidied), &parts);
  settle_order (&parts);
  apply_half (&parts);
  if (parts.year < 0 || parts.month < 0 || parts.day < 0)
    return 0;

  written
    = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", parts.year, parts.month,
                       parts.day, MAX (parts.hour, 0), MAX (parts.minute, 0), MAX (parts.second, 0),
                       parts.zone < 0 ? '-' : '+', ABS (parts.zone) / 60, ABS (parts.zone) % 60);

  return read_strictly (written, &seconds) ? seconds : 0;
}
