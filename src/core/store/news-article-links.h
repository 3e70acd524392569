/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-article-writer.h"

G_BEGIN_DECLS

/* What ties an article to lists and to other articles. Each replaces what the article had, but for
 * what the source does not tell this time (NULL): that stays. Inside a transaction that writes. */

/* @sorted is the time that lists go by, @read the article's mark. */
void news_article_links_write_placements (NewsArticleWriter *writer,
                                          gint64 article,
                                          char **sections,
                                          gint64 sorted,
                                          gboolean read);
void news_article_links_write_topics (NewsDatabase *database,
                                      gint64 article,
                                      char **topics,
                                      gint64 sorted);
void news_article_links_write_related (NewsDatabase *database, gint64 article, char **related);

/* Moves the article to another place in all its lists. */
void news_article_links_move (NewsDatabase *database, gint64 article, gint64 sorted);

/* The same text for all spellings of a topic's name, or "" for no topic at all. */
char *news_article_links_fold_topic (const char *name);

G_END_DECLS
