/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-beat.h"

#include "news-address-guard.h"

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
  g_free (self->lane);
  g_free (self);
}

void
news_beat_set_source (NewsBeat *self, NewsSource *source)
{
  news_source_ref (source);
  news_source_unref (self->source);
  self->source = source;
  g_clear_pointer (&self->lane, g_free);
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

/* Where the source's API is, or NULL if that is not known. */
static GUri *
parse_address (NewsBeat *self, NewsRegistry *registry)
{
  NewsProtocol *protocol = news_registry_get (registry, self->source->api);
  const char *address
    = protocol != NULL ? news_protocol_get_address (protocol, self->source) : NULL;
  g_autoptr (GUri) uri = NULL;

  if (address != NULL)
    uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL ? g_steal_pointer (&uri) : NULL;
}

void
news_beat_find_server (NewsBeat *self, NewsRegistry *registry)
{
  g_autoptr (GUri) uri = NULL;

  if (self->lane != NULL)
    return;

  uri = parse_address (self, registry);
  self->lane = uri != NULL ? g_strdup_printf ("%s:%d", g_uri_get_host (uri), g_uri_get_port (uri))
                           : g_strdup (self->source->id);
  self->here = uri == NULL || news_address_is_here (g_uri_get_host (uri));
}
