/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-list-change.h"
#include "news-store.h"

G_BEGIN_DECLS

#define NEWS_TYPE_LIST_READER (news_list_reader_get_type ())

/* Reads a list of the store, again whenever it may have changed, and compares it with what was read
 * before: its first rows by themselves, so that there is something to show soon, then all of it.
 * What takes longer for a longer list is done by the store and by a worker. Of the main thread. */
G_DECLARE_FINAL_TYPE (NewsListReader, news_list_reader, NEWS, LIST_READER, GObject)

/* What was found: @change, which is taken, and @headlines (NewsHeadline) of the first rows, marked
 * as they are by now; or NULL and NULL with @error. Nothing is read until news_list_reader_go_on()
 * is called. */
typedef void (*NewsListReaderFunc) (NewsListChange *change,
                                    GPtrArray *headlines,
                                    const GError *error,
                                    gpointer data);

/* @data is borrowed, and used until the reader is closed. */
NewsListReader *news_list_reader_new (NewsStore *store,
                                      NewsScope *scope,
                                      NewsListReaderFunc func,
                                      gpointer data);

/* What is on show of another list, with which the first that is found is compared. */
void news_list_reader_set_rows (NewsListReader *self, NewsListRows *rows);

/* Nothing is read any more, and nothing told. */
void news_list_reader_close (NewsListReader *self);

/* Has the list read, once what was found before has been taken. */
void news_list_reader_read (NewsListReader *self);

/* What was found is on show. */
void news_list_reader_go_on (NewsListReader *self);

/* Whether nothing is on show yet. */
gboolean news_list_reader_is_first (NewsListReader *self);

/* Whether what was found last is all of the list. */
gboolean news_list_reader_is_whole (NewsListReader *self);

/* The article that stays in the list whatever happens; 0 for none. */
void news_list_reader_set_kept (NewsListReader *self, gint64 article);

/* See NewsScope. */
NewsScope *news_list_reader_get_scope (NewsListReader *self);
void news_list_reader_set_since (NewsListReader *self, gint64 since);

G_END_DECLS
