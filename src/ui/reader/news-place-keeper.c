/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-place-keeper.h"

/* Seconds after which a place that was noted is written. */
#define PAUSE 3

struct _NewsPlaceKeeper
{
  GObject parent_instance;

  /* Owned */
  NewsStore *store;
  GHashTable *places; /* gint64 to NewsReadingPlace: all of this session, a few bytes each */
  guint timeout;

  gint64 unwritten; /* the article whose place is not in the store yet; 0 for none */
};

G_DEFINE_FINAL_TYPE (NewsPlaceKeeper, news_place_keeper, G_TYPE_OBJECT)

static void
kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* It opens at its beginning then, or where it was before. */
  if (!news_store_keep_place_finish (NEWS_STORE (object), result, &error))
    g_debug ("The place in an article: %s", error->message);
}

static void
timeout_cb (gpointer user_data)
{
  NewsPlaceKeeper *self = user_data;

  self->timeout = 0;
  news_place_keeper_flush (self);
}

static void
news_place_keeper_dispose (GObject *object)
{
  NewsPlaceKeeper *self = NEWS_PLACE_KEEPER (object);

  if (self->store != NULL)
    news_place_keeper_flush (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (news_place_keeper_parent_class)->dispose (object);
}

static void
news_place_keeper_finalize (GObject *object)
{
  g_hash_table_unref (NEWS_PLACE_KEEPER (object)->places);

  G_OBJECT_CLASS (news_place_keeper_parent_class)->finalize (object);
}

static void
news_place_keeper_class_init (NewsPlaceKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_place_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = news_place_keeper_finalize;
}

static void
news_place_keeper_init (NewsPlaceKeeper *self)
{
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

NewsPlaceKeeper *
news_place_keeper_new (NewsStore *store)
{
  NewsPlaceKeeper *self = g_object_new (NEWS_TYPE_PLACE_KEEPER, NULL);

  self->store = g_object_ref (store);

  return self;
}

void
news_place_keeper_note (NewsPlaceKeeper *self, gint64 article, NewsReadingPlace place)
{
  g_return_if_fail (NEWS_IS_PLACE_KEEPER (self));

  if (self->unwritten != article)
    news_place_keeper_flush (self);

  g_hash_table_replace (self->places, g_memdup2 (&article, sizeof article),
                        g_memdup2 (&place, sizeof place));
  self->unwritten = article;
  if (self->timeout == 0)
    self->timeout = g_timeout_add_seconds_once (PAUSE, timeout_cb, self);
}

void
news_place_keeper_flush (NewsPlaceKeeper *self)
{
  const NewsReadingPlace *place;

  g_return_if_fail (NEWS_IS_PLACE_KEEPER (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->unwritten == 0)
    return;

  place = g_hash_table_lookup (self->places, &self->unwritten);
  news_store_keep_place_async (self->store, self->unwritten, *place, NULL, kept_cb, NULL);
  self->unwritten = 0;
}

NewsReadingPlace
news_place_keeper_get (NewsPlaceKeeper *self, NewsStory *story)
{
  const NewsReadingPlace *place;

  g_return_val_if_fail (NEWS_IS_PLACE_KEEPER (self), (NewsReadingPlace) { 0 });

  place = g_hash_table_lookup (self->places, &story->number);

  return place != NULL ? *place : story->place;
}
