/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-section.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SCOPE (news_scope_get_type ())

typedef enum
{
  NEWS_SCOPE_SECTION,   /* what stands in one section, newest first */
  NEWS_SCOPE_HOME,      /* the best of several sections, section by section */
  NEWS_SCOPE_BOOKMARKS, /* every bookmark, the last one first */
  NEWS_SCOPE_TOPIC,     /* every article of a topic, newest first */
  NEWS_SCOPE_SEARCH,    /* what a search finds, the best first */
} NewsScopeKind;

/* Which articles of it are listed. */
typedef enum
{
  NEWS_FILTER_ALL,
  NEWS_FILTER_UNREAD,
  NEWS_FILTER_BOOKMARKED,
} NewsFilter;

/* In which order: newest first is the list's own, where bookmarks go by when they were made. Home,
 * which has an order of its own, knows no other. */
typedef enum
{
  NEWS_ORDER_NEWEST,
  NEWS_ORDER_OLDEST,
  NEWS_ORDER_MOST_VISITED,
} NewsOrder;

/* What a list is of. Immutable; may be shared between threads. */
typedef struct _NewsScope NewsScope;

struct _NewsScope
{
  NewsScopeKind kind;
  GPtrArray *sections; /* NewsSection: the one of SECTION, those of HOME in order, those that a
                        * SEARCH may name; else empty */
  char *topic;         /* of TOPIC, else NULL */
  char *query;         /* of SEARCH, as it was typed, else NULL */
  NewsScope *within;   /* of SEARCH: where it looks, NULL for everything; else NULL */
  NewsFilter filter;
  NewsOrder order;
  gint64 since; /* of UNREAD: what was read then or later is listed too; seconds since 1970 */
};

GType news_scope_get_type (void) G_GNUC_CONST;
NewsScope *news_scope_new_section (NewsSection *section);

/* @sections holds NewsSection; those without a query are left out. */
NewsScope *news_scope_new_home (GPtrArray *sections);
NewsScope *news_scope_new_bookmarks (void);
NewsScope *news_scope_new_topic (const char *topic);

/* What @query, see news-search-query.h, finds in @within (nullable: in everything; of HOME: in all
 * of its sections, and not only in what stands there). "section:" names one of @sections,
 * NewsSection by title or id; NULL for none: then it names sections as their sources do. */
NewsScope *news_scope_new_search (const char *query, NewsScope *within, GPtrArray *sections);

/* The same as @of, which is left as it is, as it is seen through @filter and in @order. A list of
 * what is unread keeps what is read while it is on show: @since is when that began, in seconds
 * since 1970. */
NewsScope *news_scope_new_view (NewsScope *of, NewsFilter filter, NewsOrder order, gint64 since);

/* Whether it is all that is there, in the list's own order. */
gboolean news_scope_is_plain (NewsScope *self);
NewsScope *news_scope_ref (NewsScope *self);
void news_scope_unref (NewsScope *self);

/* Whether both list the same: the same kind, topic, query, ids of sections, filter and order,
 * within the same. */
gboolean news_scope_equal (NewsScope *self, NewsScope *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsScope, news_scope_unref)

G_END_DECLS
