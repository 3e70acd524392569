/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-when.h"

#include <glib/gi18n.h>

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

static GDateTime *
create_local (gint64 when)
{
  return g_date_time_new_from_unix_local (when);
}

gint64
news_when_get_day (gint64 when)
{
  g_autoptr (GDateTime) local = create_local (when);
  g_autoptr (GDateTime) day = NULL;

  if (local == NULL)
    return 0;

  day = g_date_time_new_local (g_date_time_get_year (local), g_date_time_get_month (local),
                               g_date_time_get_day_of_month (local), 0, 0, 0);

  return g_date_time_to_unix (day);
}

/* Whole days between two days, whatever summer time did to their hours. */
static gint64
count_days (gint64 when, gint64 now)
{
  return (news_when_get_day (now) - news_when_get_day (when) + DAY / 2) / DAY;
}

static gboolean
is_same_year (gint64 when, gint64 now)
{
  g_autoptr (GDateTime) one = create_local (when);
  g_autoptr (GDateTime) other = create_local (now);

  return g_date_time_get_year (one) == g_date_time_get_year (other);
}

static char *
format (gint64 when, const char *pattern)
{
  g_autoptr (GDateTime) local = create_local (when);

  return local != NULL ? g_date_time_format (local, pattern) : NULL;
}

char *
news_when_dup_short (gint64 when, gint64 now)
{
  gint64 age = now - when;

  if (when == 0)
    return NULL;

  if (age < MINUTE && age > -HOUR)
    return g_strdup (C_ ("time of an article", "now"));
  if (age >= 0 && age < HOUR)
    /* Translators: minutes since an article appeared, as short as can be */
    return g_strdup_printf (_ ("%d min"), (int) (age / MINUTE));
  if (age >= 0 && age < 12 * HOUR)
    /* Translators: hours since an article appeared, as short as can be */
    return g_strdup_printf (_ ("%d h"), (int) (age / HOUR));
  if (age >= 0 && count_days (when, now) == 0)
    /* Translators: a time of day; see g_date_time_format() */
    return format (when, _ ("%H:%M"));
  if (age >= 0 && count_days (when, now) == 1)
    return g_strdup (_ ("Yesterday"));
  if (age >= 0 && count_days (when, now) < 7)
    /* Translators: a weekday, as short as can be; see g_date_time_format(). xgettext:no-c-format */
    return format (when, _ ("%a"));
  if (is_same_year (when, now))
    /* Translators: a date without the year, short; see g_date_time_format(). xgettext:no-c-format
     */
    return format (when, _ ("%-e %b"));

  /* Translators: a date with the year, short; see g_date_time_format() */
  return format (when, _ ("%-e %b %Y"));
}

char *
news_when_dup_long (gint64 when)
{
  if (when == 0)
    return NULL;

  /* Translators: a date and time, written out; see g_date_time_format() */
  return format (when, _ ("%A, %B %-e, %Y, %H:%M"));
}

char *
news_when_dup_date (gint64 when)
{
  if (when == 0)
    return NULL;

  /* Translators: a date with the year and without the weekday, written out; see
   * g_date_time_format() */
  return format (when, _ ("%B %-e, %Y"));
}

char *
news_when_dup_day (gint64 when, gint64 now)
{
  if (when == 0)
    return NULL;
  if (count_days (when, now) == 0)
    return g_strdup (_ ("Today"));
  if (count_days (when, now) == 1)
    return g_strdup (_ ("Yesterday"));
  if (is_same_year (when, now))
    /* Translators: a date without the year, written out; see g_date_time_format() */
    return format (when, _ ("%A, %B %-e"));

  /* Translators: a date written out; see g_date_time_format() */
  return format (when, _ ("%A, %B %-e, %Y"));
}

char *
news_when_dup_dateline (const char *city, GTimeZone *zone, gint64 now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  /* Translators: the date over the paper, written out; see g_date_time_format() */
  g_autofree char *date = g_date_time_format (local, C_ ("dateline", "%A, %B %-e, %Y"));

  /* Translators: a city and its date */
  return g_strdup_printf (C_ ("dateline", "%s: %s"), city, date);
}

char *
news_when_dup_visits (gint64 visits)
{
  g_autofree char *number = NULL;

  if (visits < 0)
    return NULL;

  number = g_strdup_printf ("%'" G_GINT64_FORMAT, visits);

  /* Translators: %s is a number; how often readers have opened an article, as its site counts */
  return g_strdup_printf (ngettext ("%s visit", "%s visits", (gulong) visits), number);
}

static guint
count_minutes (double minutes)
{
  return minutes > 1 ? (guint) (minutes + 0.5) : 1;
}

char *
news_when_dup_reading_time (double minutes)
{
  guint whole = count_minutes (minutes);

  if (minutes <= 0)
    return NULL;

  /* Translators: how long an article takes to read, as short as can be */
  return g_strdup_printf (ngettext ("%u min read", "%u min read", whole), whole);
}

char *
news_when_dup_reading_time_words (double minutes)
{
  guint whole = count_minutes (minutes);

  if (minutes <= 0)
    return NULL;

  /* Translators: how long an article takes to read, as it is read aloud to who does not see it */
  return g_strdup_printf (ngettext ("%u minute to read", "%u minutes to read", whole), whole);
}
