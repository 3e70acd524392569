/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-date.h"

#include "news-number.h"

#include <string.h>

/* The last second of the year 9999. */
#define LATEST G_GINT64_CONSTANT (253402300799)

typedef enum
{
  FORM_RFC3339,
  FORM_RFC3339_UTC,
  FORM_RFC822,
  FORM_DATE,
  FORM_UNIX,
  FORM_UNIX_MS,
  FORM_UNIX_US,
  FORM_PATTERN,
} Form;

static const char *const forms[]
  = { "rfc3339", "rfc3339-utc", "rfc822", "date", "unix", "unix-ms", "unix-us" };

struct _NewsDate
{
  Form form;
  char *pattern;
};

typedef struct
{
  int year;
  int month;
  int day;
  int hour;
  int minute;
  int second;
  int zone; /* in minutes east of UTC */
  gboolean has_zone;
} Moment;

/* --- the calendar ----------------------------------------------------------------------------- */

/* Days from 1970-01-01 to the first of that month, in the Gregorian calendar. */
static gint64
count_days (int year, int month)
{
  static const int before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };
  gint64 last = year - 1;
  gint64 days = last * 365 + last / 4 - last / 100 + last / 400 - 719162;

  return days + before[month - 1] + (month > 2 && g_date_is_leap_year ((GDateYear) year));
}

static gboolean
is_possible (const Moment *moment)
{
  return moment->year >= 1 && moment->year <= 9999 && moment->month >= 1 && moment->month <= 12
         && moment->day >= 1
         && moment->day
              <= g_date_get_days_in_month ((GDateMonth) moment->month, (GDateYear) moment->year)
         && moment->hour <= 23 && moment->minute <= 59 && moment->second <= 60
         && ABS (moment->zone) < 24 * 60;
}

static gboolean
to_seconds (const Moment *moment, gint64 *seconds)
{
  gint64 days;

  if (!is_possible (moment))
    return FALSE;

  days = count_days (moment->year, moment->month) + moment->day - 1;
  *seconds = days * 86400 + moment->hour * 3600 + (moment->minute - moment->zone) * 60
             + MIN (moment->second, 59); /* A leap second has no number of its own. */

  return TRUE;
}

/* --- pieces of text --------------------------------------------------------------------------- */

static gboolean
read_digits (const char **at, int count, int *number)
{
  int value = 0;

  for (int i = 0; i < count; i++, (*at)++)
    {
      if (!g_ascii_isdigit (**at))
        return FALSE;
      value = value * 10 + (**at - '0');
    }
  *number = value;

  return TRUE;
}

static gboolean
read_sign (const char **at, char sign)
{
  if (**at != sign)
    return FALSE;

  (*at)++;

  return TRUE;
}

/* "+0100", "+01:00" or "+01". */
static gboolean
read_offset (const char **at, Moment *moment)
{
  gboolean west = **at == '-';
  int hours, minutes = 0;

  if (!read_sign (at, west ? '-' : '+') || !read_digits (at, 2, &hours))
    return FALSE;
  if (read_sign (at, ':') || g_ascii_isdigit (**at))
    if (!read_digits (at, 2, &minutes) || minutes > 59)
      return FALSE;

  moment->zone = (west ? -1 : 1) * (hours * 60 + minutes);
  moment->has_zone = TRUE;

  return TRUE;
}

static gboolean
read_zone (const char **at, Moment *moment)
{
  if (!read_sign (at, 'Z') && !read_sign (at, 'z'))
    return read_offset (at, moment);

  moment->has_zone = TRUE;

  return TRUE;
}

static gboolean
read_month (const char **at, int *month)
{
  static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";

  for (int i = 0; i < 12; i++)
    if (g_ascii_strncasecmp (names + i * 3, *at, 3) == 0)
      {
        *month = i + 1;
        *at += 3;
        return TRUE;
      }

  return FALSE;
}

static void
skip_blanks (const char **at)
{
  *at += strspn (*at, " \t\r\n");
}

static gboolean
is_end (const char *at)
{
  skip_blanks (&at);

  return *at == '\0';
}

/* --- RFC 3339 --------------------------------------------------------------------------------- */

static gboolean
read_day (const char **at, Moment *moment)
{
  return read_digits (at, 4, &moment->year) && read_sign (at, '-')
         && read_digits (at, 2, &moment->month) && read_sign (at, '-')
         && read_digits (at, 2, &moment->day);
}

static gboolean
read_clock (const char **at, Moment *moment)
{
  if (!read_digits (at, 2, &moment->hour) || !read_sign (at, ':')
      || !read_digits (at, 2, &moment->minute))
    return FALSE;
  if (!read_sign (at, ':'))
    return TRUE;
  if (!read_digits (at, 2, &moment->second))
    return FALSE;
  if (**at == '.' || **at == ',')
    *at += 1 + strspn (*at + 1, "0123456789");

  return TRUE;
}

static gboolean
read_rfc3339 (const char *at, gboolean zone_needed, Moment *moment)
{
  if (!read_day (&at, moment))
    return FALSE;
  if (!read_sign (&at, 'T') && !read_sign (&at, 't') && !read_sign (&at, ' '))
    return FALSE;
  if (!read_clock (&at, moment))
    return FALSE;

  skip_blanks (&at);
  if (*at != '\0' && !read_zone (&at, moment))
    return FALSE;

  return is_end (at) && (moment->has_zone || !zone_needed);
}

/* --- RFC 822, as RFC 5322 has it today -------------------------------------------------------- */

/* A zone by its name. RFC 5322, 4.3: other names than these mean that nothing is known of the
 * zone, and then it is taken for UTC. */
static gboolean
read_named_zone (const char **at, Moment *moment)
{
  static const struct
  {
    const char *name;
    int hours;
  } zones[] = { { "EST", -5 }, { "EDT", -4 }, { "CST", -6 }, { "CDT", -5 },
                { "MST", -7 }, { "MDT", -6 }, { "PST", -8 }, { "PDT", -7 } };
  gsize length = 0;

  while (g_ascii_isalpha ((*at)[length]))
    length++;
  if (length == 0)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    if (length == 3 && g_ascii_strncasecmp (zones[i].name, *at, 3) == 0)
      moment->zone = zones[i].hours * 60;
  *at += length;
  moment->has_zone = TRUE;

  return TRUE;
}

/* Years of two and three digits are of the time before 1999 (RFC 5322, 4.3). */
static gboolean
read_rfc822_year (const char **at, int *year)
{
  const char *start = *at;

  *year = 0;
  while (g_ascii_isdigit (**at) && *at - start < 4)
    *year = *year * 10 + (*(*at)++ - '0');

  if (*at - start == 2)
    *year += *year < 50 ? 2000 : 1900;
  else if (*at - start == 3)
    *year += 1900;

  return *at - start >= 2;
}

static gboolean
read_rfc822_day (const char **at, Moment *moment)
{
  const char *comma = strchr (*at, ',');

  if (comma != NULL)
    *at = comma + 1;
  skip_blanks (at);
  if (!read_digits (at, g_ascii_isdigit (**at) && g_ascii_isdigit ((*at)[1]) ? 2 : 1, &moment->day))
    return FALSE;
  *at += strspn (*at, " -\t");
  if (!read_month (at, &moment->month))
    return FALSE;
  *at += strspn (*at, " -\t");

  return read_rfc822_year (at, &moment->year);
}

static gboolean
read_rfc822 (const char *at, Moment *moment)
{
  if (!read_rfc822_day (&at, moment))
    return FALSE;

  skip_blanks (&at);
  if (!read_clock (&at, moment))
    return FALSE;
  skip_blanks (&at);
  if (*at != '\0' && *at != '(' && !read_offset (&at, moment) && !read_named_zone (&at, moment))
    return FALSE;
  skip_blanks (&at);

  return *at == '\0' || *at == '(';
}

/* --- numbers and patterns --------------------------------------------------------------------- */

static gboolean
read_unix (const char *text, gint64 divisor, gint64 *seconds)
{
  gint64 number;

  if (!news_number_parse (text, &number))
    return FALSE;

  *seconds = number / divisor;

  return *seconds != 0 && ABS (*seconds) <= LATEST;
}

static gboolean
read_field (const char **at, char field, Moment *moment)
{
  switch (field)
    {
    case 'Y':
      return read_digits (at, 4, &moment->year);
    case 'y':
      moment->year = 0;
      if (!read_digits (at, 2, &moment->year))
        return FALSE;
      moment->year += moment->year < 50 ? 2000 : 1900;
      return TRUE;
    case 'm':
      return read_digits (at, 2, &moment->month);
    case 'b':
      return read_month (at, &moment->month);
    case 'd':
      return read_digits (at, 2, &moment->day);
    case 'H':
      return read_digits (at, 2, &moment->hour);
    case 'M':
      return read_digits (at, 2, &moment->minute);
    case 'S':
      return read_digits (at, 2, &moment->second);
    case 'z':
      return read_zone (at, moment);
    default:
      return read_sign (at, field);
    }
}

static gboolean
read_pattern (const char *pattern, const char *at, Moment *moment)
{
  for (; *pattern != '\0'; pattern++)
    {
      gboolean field = *pattern == '%';

      pattern += field;
      if (field ? !read_field (&at, *pattern, moment) : !read_sign (&at, *pattern))
        return FALSE;
    }

  return is_end (at);
}

static gboolean
is_pattern (const char *text)
{
  const char *percent = strchr (text, '%');

  if (percent == NULL || strstr (text, "%d") == NULL)
    return FALSE;

  for (; percent != NULL; percent = strchr (percent + 2, '%'))
    if (percent[1] == '\0' || strchr ("YymbdHMSz%", percent[1]) == NULL)
      return FALSE;

  return TRUE;
}

NewsDate *
news_date_new (const char *form)
{
  g_autoptr (NewsDate) self = g_new0 (NewsDate, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i], form))
      {
        self->form = (Form) i;
        return g_steal_pointer (&self);
      }

  if (!is_pattern (form))
    return NULL;

  self->form = FORM_PATTERN;
  self->pattern = g_strdup (form);

  return g_steal_pointer (&self);
}

void
news_date_free (NewsDate *self)
{
  g_free (self->pattern);
  g_free (self);
}

gboolean
news_date_read (const NewsDate *self, const char *text, gint64 *seconds)
{
  Moment moment = { 0 };

  skip_blanks (&text);
  switch (self->form)
    {
    case FORM_RFC3339:
    case FORM_RFC3339_UTC:
      return read_rfc3339 (text, self->form == FORM_RFC3339, &moment)
             && to_seconds (&moment, seconds);
    case FORM_RFC822:
      return read_rfc822 (text, &moment) && to_seconds (&moment, seconds);
    case FORM_DATE:
      return read_day (&text, &moment) && is_end (text) && to_seconds (&moment, seconds);
    case FORM_UNIX:
      return read_unix (text, 1, seconds);
    case FORM_UNIX_MS:
      return read_unix (text, 1000, seconds);
    case FORM_UNIX_US:
      return read_unix (text, 1000000, seconds);
    case FORM_PATTERN:
      return read_pattern (self->pattern, text, &moment) && to_seconds (&moment, seconds);
    default:
      g_return_val_if_reached (FALSE);
    }
}
