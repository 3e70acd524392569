/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-beat.h"

/* Back-off after failures in a row: a minute, then twice as long each time, up to four hours; a
 * tenth more or less, so that many failed at once do not come back at once. */
#define FIRST_WAIT (60 * G_TIME_SPAN_SECOND)
#define LONGEST_WAIT (4 * G_TIME_SPAN_HOUR)

/* What a server asks us to wait is kept within a day: more is a mistake of its clock. */
#define LONGEST_RETRY (24 * 60 * 60)

/* After "too many requests" without a time */
#define DEFAULT_RETRY (10 * 60)

static gint64
get_wait (guint failures)
{
  gint64 wait = FIRST_WAIT << MIN (failures - 1, 10);

  wait = MIN (wait, LONGEST_WAIT);

  return (gint64) ((double) wait * g_random_double_range (0.9, 1.1));
}

NewsBeat *
news_beat_new (NewsSource *source, const char *section)
{
  NewsBeat *self = g_new0 (NewsBeat, 1);

  self->source = news_source_ref (source);
  self->section = g_strdup (section);

  return self;
}

void
news_beat_free (NewsBeat *self)
{
  news_source_unref (self->source);
  g_free (self->section);
  g_clear_pointer (&self->next, news_place_free);
  g_clear_error (&self->error);
  g_free (self);
}

char *
news_beat_dup_key (const char *source, const char *section)
{
  return g_strdup_printf ("%s\n%s", source, section != NULL ? section : "");
}

void
news_beat_note (NewsBeat *self, NewsAssignment *assignment, const GError *error, gint64 now)
{
  guint retry = MIN (assignment->retry_after, LONGEST_RETRY);

  if (assignment->older)
    self->extending = FALSE;
  else
    self->refreshing = FALSE;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_error (&self->error);
  if (error == NULL)
    {
      self->failures = 0;
      self->patient_at = self->allowed_at = 0;
      if (assignment->older || assignment->next != NULL)
        {
          g_clear_pointer (&self->next, news_place_free);
          self->next = news_place_copy (assignment->next);
        }
      self->ended = self->ended || assignment->ended;
      return;
    }

  self->error = g_error_copy (error);
  self->failures++;
  self->patient_at = now + get_wait (self->failures);
  if (retry == 0 && g_error_matches (error, NEWS_API_ERROR, NEWS_API_ERROR_RATE_LIMITED))
    retry = DEFAULT_RETRY;
  self->allowed_at = now + retry * G_TIME_SPAN_SECOND;
}

gboolean
news_beat_may_ask (NewsBeat *self, gboolean patient, gint64 now)
{
  return now >= self->allowed_at && (!patient || now >= self->patient_at);
}
