/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-protocol.h"

#include <string.h>

struct _NewsProtocol
{
  const NewsProtocolFuncs *funcs;
  gpointer data;
};

static const char *
get_id (gpointer data)
{
  return news_descriptor_get_id (data);
}

static gboolean
can (gpointer data, NewsAsk ask)
{
  return news_descriptor_can (data, ask);
}

static gboolean
asks_when_opened (gpointer data)
{
  return news_descriptor_asks_when_opened (data);
}

static guint
get_page_size (gpointer data)
{
  return news_descriptor_get_page_size (data);
}

static NewsCall *
prepare (gpointer data, NewsSource *source, const NewsQuestion *question, GError **error)
{
  return news_descriptor_prepare (data, source, question, error);
}

static NewsAnswer *
read_reply (gpointer data,
            NewsSource *source,
            const NewsQuestion *question,
            const NewsReply *reply,
            GError **error)
{
  return news_descriptor_read (data, source, question, reply, error);
}

static guint
get_n_ways (gpointer data)
{
  return news_descriptor_get_n_ways (data);
}

static char *
dup_way_address (gpointer data, guint index, const char *typed)
{
  return news_descriptor_dup_way_address (data, index, typed);
}

static GPtrArray *
try_way (gpointer data, guint index, const char *typed, const NewsReply *reply)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) news_source_unref);
  NewsSource *source = news_descriptor_try_way (data, index, typed, reply);

  if (source != NULL)
    g_ptr_array_add (sources, source);

  return sources;
}

static const char *
get_address (gpointer data, NewsSource *source)
{
  return news_descriptor_get_address (data, source);
}

static void
free_descriptor (gpointer data)
{
  news_descriptor_unref (data);
}

static const NewsProtocolFuncs described = {
  get_id,
  can,
  asks_when_opened,
  get_page_size,
  prepare,
  read_reply,
  get_n_ways,
  dup_way_address,
  try_way,
  get_address,
  .free = free_descriptor,
};

static void
clear (NewsProtocol *self)
{
  self->funcs->free (self->data);
}

NewsProtocol *
news_protocol_new (const NewsProtocolFuncs *funcs, gpointer data)
{
  NewsProtocol *self = g_atomic_rc_box_new0 (NewsProtocol);

  self->funcs = funcs;
  self->data = data;

  return self;
}

NewsProtocol *
news_protocol_new_for_descriptor (NewsDescriptor *descriptor)
{
  return news_protocol_new (&described, descriptor);
}

NewsProtocol *
news_protocol_ref (NewsProtocol *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_protocol_unref (NewsProtocol *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

NewsDescriptor *
news_protocol_get_descriptor (NewsProtocol *self)
{
  return self->funcs == &described ? self->data : NULL;
}

const char *
news_protocol_get_id (NewsProtocol *self)
{
  return self->funcs->get_id (self->data);
}

gboolean
news_protocol_is_feed (NewsProtocol *self)
{
  return strcmp (news_protocol_get_id (self), NEWS_PROTOCOL_FEED) == 0;
}

gboolean
news_protocol_can (NewsProtocol *self, NewsAsk ask)
{
  return self->funcs->can (self->data, ask);
}

gboolean
news_protocol_asks_when_opened (NewsProtocol *self)
{
  return self->funcs->asks_when_opened (self->data);
}

guint
news_protocol_get_page_size (NewsProtocol *self)
{
  return self->funcs->get_page_size (self->data);
}

NewsCall *
news_protocol_prepare (NewsProtocol *self,
                       NewsSource *source,
                       const NewsQuestion *question,
                       GError **error)
{
  return self->funcs->prepare (self->data, source, question, error);
}

NewsAnswer *
news_protocol_read (NewsProtocol *self,
                    NewsSource *source,
                    const NewsQuestion *question,
                    const NewsReply *reply,
                    GError **error)
{
  return self->funcs->read (self->data, source, question, reply, error);
}

guint
news_protocol_get_n_ways (NewsProtocol *self)
{
  return self->funcs->get_n_ways (self->data);
}

char *
news_protocol_dup_way_address (NewsProtocol *self, guint index, const char *typed)
{
  return self->funcs->dup_way_address (self->data, index, typed);
}

GPtrArray *
news_protocol_try_way (NewsProtocol *self, guint index, const char *typed, const NewsReply *reply)
{
  return self->funcs->try_way (self->data, index, typed, reply);
}

const char *
news_protocol_get_address (NewsProtocol *self, NewsSource *source)
{
  return self->funcs->get_address (self->data, source);
}
