/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How often an API may be asked, all its sources of one host together. 0 where it does not say. */
typedef struct
{
  guint gap_ms;     /* at least between two requests */
  guint per_second; /* requests */
  guint per_minute;
  guint per_hour;
  guint per_day;
  guint at_once; /* requests under way */
  guint fresh_s; /* an answer is good for so many seconds; not to be asked again before */
} NewsCost;

/* Reads "cost" of a descriptor, which may be NULL. NEWS_API_ERROR_INVALID. */
gboolean news_cost_read (NewsCost *self, JsonNode *node, const char *where, GError **error);

/* Milliseconds between two requests that keep to all rules but those by the day. */
guint news_cost_get_interval (const NewsCost *self);

G_END_DECLS
