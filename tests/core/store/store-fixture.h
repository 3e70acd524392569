/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-store-private.h"

G_BEGIN_DECLS

/* A store in a folder of its own, and its asynchronous functions as ones that wait: they run the
 * default main context until the answer is there, and fail the test if it is an error. */
typedef struct
{
  char *folder;
  char *path;
  NewsStore *store;
  char *set_aside; /* of the last opening */
} StoreFixture;

/* For g_test_add(): the store is open. */
void store_fixture_set_up (StoreFixture *self, gconstpointer data);
void store_fixture_tear_down (StoreFixture *self, gconstpointer data);

void store_fixture_close (StoreFixture *self);
void store_fixture_reopen (StoreFixture *self);

/* Stops the store's clock at @now (seconds since 1970). */
void store_fixture_set_now (StoreFixture *self, gint64 now);
#define STORE_FIXTURE_NOW G_GINT64_CONSTANT (1771768800) /* a Sunday in February 2026 */

/* Runs @func on the writer's connection, in a transaction. */
typedef void (*StoreFixtureFunc) (NewsDatabase *database, gpointer data);
void store_fixture_run (StoreFixture *self, StoreFixtureFunc func, gpointer data);

/* Runs @sql on the writer's connection, and gives the first number of its result. */
gint64 store_fixture_ask (StoreFixture *self, const char *sql);

/* Each waits for its GAsyncResult, and hands it out. */
typedef struct
{
  GAsyncResult *result;
} StoreFixtureWait;

void store_fixture_answer_cb (GObject *source, GAsyncResult *result, gpointer data);
GAsyncResult *store_fixture_wait (StoreFixtureWait *self);

/* --- articles ------------------------------------------------------------------------------- */

NewsArticle *store_fixture_article (const char *id, const char *title, gint64 published);

/* A text of @length bytes that packs badly, the same for the same @seed. */
char *store_fixture_text (guint seed, gsize length);

/* @names are apart by spaces; NULL stays NULL, "" is none. */
char **store_fixture_names (const char *names);

/* Takes in @articles, NULL-ended NewsArticle that are taken. */
NewsTaken store_fixture_take (StoreFixture *self, const char *source, const char *section, ...)
  G_GNUC_NULL_TERMINATED;

/* The number of an article of @source, 0 if there is none. */
gint64 store_fixture_number (StoreFixture *self, const char *source, const char *id);

/* A section "@id" of queries: "source/section source/" separated by spaces. */
NewsSection *store_fixture_section (const char *id, const char *queries);

/* --- functions that wait -------------------------------------------------------------------- */

NewsSnapshot *store_fixture_list (StoreFixture *self,
                                  NewsScope *scope,
                                  gint64 kept,
                                  guint headlines);

NewsSnapshot *store_fixture_list_top (StoreFixture *self, NewsScope *scope, guint length);

/* The ids of the articles of a list, apart by spaces, with "|" where another group begins. */
char *store_fixture_list_ids (StoreFixture *self, NewsScope *scope, gint64 kept);
char *store_fixture_section_ids (StoreFixture *self, const char *queries);
char *store_fixture_bookmark_ids (StoreFixture *self, gint64 kept);
char *store_fixture_topic_ids (StoreFixture *self, const char *topic);

NewsHeadline *store_fixture_headline (StoreFixture *self, gint64 article);
NewsStory *store_fixture_story (StoreFixture *self, gint64 article);
gint64 store_fixture_find (StoreFixture *self, const char *url);

/* Titles of what is offered after @article, apart by spaces. */
char *store_fixture_more (StoreFixture *self, gint64 article, guint length);

/* How many changed. */
guint store_fixture_set_read (StoreFixture *self, gint64 article, gboolean read);
GArray *store_fixture_read_rows (StoreFixture *self, const NewsRowSpan *spans, guint length);
void store_fixture_set_unread (StoreFixture *self, GArray *articles);
GArray *store_fixture_read_all (StoreFixture *self, NewsScope *scope);
void store_fixture_set_bookmarked (StoreFixture *self, gint64 article, gboolean bookmarked);

/* The bookmark that came after it before (0 for none), -1 if it did not move. */
gint64 store_fixture_move_bookmark (StoreFixture *self, gint64 article, gint64 before);

/* The counts, apart by spaces, of sections that are each given as in store_fixture_section(). */
char *store_fixture_count (StoreFixture *self, const char *queries, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
