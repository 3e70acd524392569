/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-beat.h"

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

void
news_beat_set_source (NewsBeat *self, NewsSource *source)
{
  news_source_ref (source);
  news_source_unref (self->source);
  self->source = source;
}

char *
news_beat_dup_key (const char *source, const char *section)
{
  return g_strdup_printf ("%s\n%s", source, section != NULL ? section : "");
}

void
news_beat_note (NewsBeat *self, NewsAssignment *assignment, const GError *error)
{
  if (assignment->older)
    self->extending = FALSE;
  else
    self->refreshing = FALSE;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_error (&self->error);
  if (error != NULL)
    {
      self->error = g_error_copy (error);
      return;
    }

  if (assignment->older || assignment->next != NULL)
    {
      g_clear_pointer (&self->next, news_place_free);
      self->next = news_place_copy (assignment->next);
    }
  self->ended = self->ended || assignment->ended;
}
