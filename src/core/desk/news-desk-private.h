/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-alarm.h"
#include "news-clipper.h"
#include "news-desk.h"
#include "news-upkeep.h"

G_BEGIN_DECLS

struct _NewsDesk
{
  GObject parent_instance;

  /* Owned */
  char *data;
  char *cache;
  char *sample;
  NewsFetcher *fetcher;
  NewsPictureCache *pictures;
  NewsWorkers *workers;
  NewsWorkers *keeper; /* one alone, which keeps changes of editions in their order */
  NewsStore *store;
  NewsRegistry *registry;
  NewsKeyring *keyring;
  NewsRounds *rounds;
  GPtrArray *editions;
  GPtrArray *faults;
  NewsEdition *edition;
  NewsEdition
    *draft; /* the one on show with what is still being kept, or NULL if that is nothing */
  GListStore *sections;
  NewsAlarm *alarm;
  NewsClipper *clipper; /* NULL until it is open */
  GCancellable *cancellable;

  NewsKeep keep;
  guint bookmarks;
  guint counting_later;
  guint changes; /* how many changes of the edition are being kept */
  gboolean counting;
  gboolean count_again;
  gboolean refreshing;
  gboolean unreachable;
  gboolean pictures_on_metered;
};

/* Has one of @workers run @run on a task of the desk, whose data is @request; that is taken. If the
 * desk is closed, the task fails. */
void _news_desk_start (NewsDesk *self,
                       NewsWorkers *workers,
                       GTaskThreadFunc run,
                       gpointer request,
                       GDestroyNotify free_request,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);

/* Makes @edition the one that is read: its sections, its rounds, its counts. */
void _news_desk_show_edition (NewsDesk *self, NewsEdition *edition);

/* Has the keeper forget the keys of sources that no edition has any more, see news-departed.h. */
void _news_desk_forget_departed (NewsDesk *self);

G_END_DECLS
