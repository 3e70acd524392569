/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-sample-content.h"
#include "news-sample-state.h"

G_BEGIN_DECLS

/* What an answer is made from. All borrowed. */
typedef struct
{
  const char *address; /* of the server, with a / at its end */
  const NewsSampleEdition *edition;
  NewsSampleState *state;
  gint64 hour; /* the newest full hour; seconds since 1970 */
} NewsSampleView;

/* A part of a list. */
typedef struct
{
  GPtrArray *stories; /* NewsSampleStory: the whole list */
  guint page;         /* from 1 */
  guint size;
  guint pages;
} NewsSamplePart;

/* The JSON of each answer, newly allocated. README.md has their members. */
char *news_sample_json_root (const char *address, GPtrArray *editions);
char *news_sample_json_site (const NewsSampleView *view);
char *news_sample_json_sections (const NewsSampleView *view);
char *news_sample_json_list (const NewsSampleView *view, const NewsSamplePart *part);
char *news_sample_json_article (const NewsSampleView *view, const NewsSampleStory *story);
char *news_sample_json_error (const char *code, const char *message);

/* When @age minutes before the newest full hour was; RFC 3339. */
char *news_sample_view_dup_time (const NewsSampleView *view, gint64 age);

G_END_DECLS
