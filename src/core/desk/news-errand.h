/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-fetcher.h"
#include "news-keyring.h"
#include "news-protocol.h"
#include "news-store.h"

G_BEGIN_DECLS

/* One question to one source and what came of it. */
typedef struct
{
  /* What to do; borrowed */
  NewsProtocol *protocol;
  NewsSource *source;
  NewsQuestion question;
  NewsKeyring *keyring; /* where its keys are, or NULL: in the source itself, or none */
  guint min_interval;   /* of its request, see there */
  gboolean public_only; /* the source was told by a page: it may not be on a private address */

  /* What came of it; owned */
  char *url;                  /* as it was asked for */
  NewsAnswer *answer;         /* NULL if nothing is new; its articles are ready for the store */
  NewsValidators *validators; /* of this answer, for the next time */
  guint retry_after;          /* seconds that the server asked us to wait, 0 if it did not say */
  guint lifetime;             /* seconds that the answer stays good by its own word, or 0 */
  guint requests;             /* that left, if only to fail */
  guint64 bytes;              /* of the answer */
} NewsErrand;

void news_errand_clear (NewsErrand *self);

/* Asks, understands the answer and prepares its articles. With @store (nullable), an answer that
 * has not changed since the last time, by its validators or by its bytes, leaves @answer NULL, and
 * an address that has moved for ever is asked where it has gone to, until that fails. Errors are of
 * NEWS_NET_ERROR and NEWS_API_ERROR. Worker threads only. */
gboolean news_errand_run (NewsErrand *self,
                          NewsFetcher *fetcher,
                          NewsStore *store,
                          GCancellable *cancellable,
                          GError **error);

/* The same with an answer that is there already. */
gboolean news_errand_read (NewsErrand *self, NewsResponse *response, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewsErrand, news_errand_clear)

G_END_DECLS
