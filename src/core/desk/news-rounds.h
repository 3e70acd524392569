/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-assignment.h"
#include "news-edition.h"
#include "news-workers.h"

G_BEGIN_DECLS

#define NEWS_TYPE_ROUNDS (news_rounds_get_type ())

/* Makes the rounds of an edition's queries: which is due, which runs, what came of the last time.
 * Belongs to the main thread; the work is done on the workers.
 *
 * Signals: changed (), when the state of any query is another one; while many are answered, some
 * times a second. */
G_DECLARE_FINAL_TYPE (NewsRounds, news_rounds, NEWS, ROUNDS, GObject)

/* How one section stands, over all of its queries. */
typedef struct
{
  gboolean refreshing; /* the newest are on their way */
  gboolean extending;  /* older ones are on their way */
  gboolean ended;      /* no source has older ones */
  guint failed;        /* how many of its queries failed the last time */
  guint queries;
  NewsSource *source; /* of the first that failed; borrowed, as is its error */
  const GError *error;
  NewsSource *keyless; /* of the first that a key would help, or NULL; and why. Borrowed as well */
  const GError *wish;
} NewsStanding;

NewsRounds *news_rounds_new (NewsWorkers *workers, const NewsTools *tools);

/* Forgets the queries of the edition before; what runs for them is still stored. */
void news_rounds_set_edition (NewsRounds *self, NewsEdition *edition);

/* Asks for the newest of @section, or of all sections if it is NULL. Queries that were answered
 * within the last
 * @max_age seconds are left out; 0 asks all. With @patient, those that failed lately wait for their
 * time, as it is a clock that asks and not a person. What a server asked us to wait is kept in any
 * case. */
void news_rounds_refresh (NewsRounds *self, NewsSection *section, guint max_age, gboolean patient);

/* Asks, by hand, for the newest of all queries to the source with the id @source, and once more for
 * what is on its way, as it may have been asked for with what the source no longer has; and whether
 * any of them is on its way. */
void news_rounds_try_source (NewsRounds *self, const char *source);
gboolean news_rounds_is_trying (NewsRounds *self, const char *source);

/* While there is no network, a patient refresh leaves out all sources that are not on this machine,
 * and waits for it; and so are older articles asked for. */
void news_rounds_set_offline (NewsRounds *self, gboolean offline);

/* Asks for what comes after what is stored of @section. */
void news_rounds_extend (NewsRounds *self, NewsSection *section);

/* @section NULL stands for all sections. */
void news_rounds_get_standing (NewsRounds *self, NewsSection *section, NewsStanding *standing);

/* From 0 to 1 while queries run; 1 when none does. */
double news_rounds_get_progress (NewsRounds *self);

/* Cancels what runs. */
void news_rounds_stop (NewsRounds *self);

G_END_DECLS
