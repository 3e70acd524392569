/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ORACLE_SOURCES 3
#define ORACLE_IDS 12
#define ORACLE_SECTIONS 4 /* of a source; 0 is everything it has */
#define ORACLE_TOPICS 3

/* An article as a plain structure: what the store should know of it. */
typedef struct
{
  gint64 number; /* 0 when nobody knows it */
  gboolean there;
  guint title;
  gint64 published;
  gint64 first_seen;
  gint64 sorted;
  gint64 told;
  gint64 visits;
  guint sections; /* bits: those that it tells */
  guint asked;    /* bits: those that it only was in the answer of */
  guint topics;   /* bits */
  gboolean read;
  gint64 read_at;
  gboolean bookmarked;
  gint64 bookmarked_at;
} OracleArticle;

/* The whole store, in the simplest way that it can be written down. */
typedef struct
{
  OracleArticle articles[ORACLE_SOURCES][ORACLE_IDS];
  gint64 told[ORACLE_SOURCES][ORACLE_SECTIONS + 1]; /* last answer of a query, 0 for never */
  gint64 last_number;
} Oracle;

/* An article as a source tells it. */
typedef struct
{
  guint id;
  guint title;
  gint64 published;
  gint64 visits;
  int sections; /* bits, or -1 for not told */
  int topics;   /* the same */
} OracleTelling;

/* What is listed: bits of the queries of each source, bit 0 for everything. */
typedef struct
{
  guint queries[ORACLE_SOURCES];
} OracleSection;

typedef enum
{
  ORACLE_ALL,
  ORACLE_UNREAD,
  ORACLE_BOOKMARKED,
} OracleFilter;

typedef enum
{
  ORACLE_NEWEST,
  ORACLE_OLDEST,
  ORACLE_MOST_VISITED,
} OracleOrder;

typedef struct
{
  guint added;
  guint changed;
  guint known;
} OracleTaken;

/* @section is 0 for everything. Of tellings with the same id only the last counts. */
OracleTaken oracle_take_in (Oracle *self,
                            guint source,
                            guint section,
                            const OracleTelling *tellings,
                            guint length,
                            gint64 now);
int oracle_drop_older (Oracle *self, gint64 before);

/* NULL where there is none with that number. */
OracleArticle *oracle_find (Oracle *self, gint64 number);

/* FALSE if nothing changed. */
gboolean oracle_set_read (Oracle *self, gint64 number, gboolean read, gint64 now);
void oracle_set_bookmarked (Oracle *self, gint64 number, gboolean bookmarked, gint64 now);

gboolean oracle_is_in (Oracle *self, const OracleArticle *article, const OracleSection *section);

/* Lists of numbers (gint64). */
GArray *oracle_list_section (Oracle *self, const OracleSection *section, gint64 kept);
GArray *oracle_list_topic (Oracle *self, guint topic, gint64 kept);
GArray *oracle_list_bookmarks (Oracle *self, gint64 kept);

/* One of these lists as it is seen through a filter and in an order; @since and @kept pass. */
GArray *oracle_view (Oracle *self,
                     GArray *numbers,
                     OracleFilter filter,
                     OracleOrder order,
                     gint64 since,
                     gint64 kept);

guint oracle_count (Oracle *self, const OracleSection *sections, guint length);

G_END_DECLS
