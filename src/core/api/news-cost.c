/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-cost.h"

#include "news-strict.h"

static const struct
{
  const char *name;
  gsize offset;
} members[] = {
  { "gap_ms", G_STRUCT_OFFSET (NewsCost, gap_ms) },
  { "per_second", G_STRUCT_OFFSET (NewsCost, per_second) },
  { "per_minute", G_STRUCT_OFFSET (NewsCost, per_minute) },
  { "per_hour", G_STRUCT_OFFSET (NewsCost, per_hour) },
  { "per_day", G_STRUCT_OFFSET (NewsCost, per_day) },
  { "at_once", G_STRUCT_OFFSET (NewsCost, at_once) },
  { "fresh_s", G_STRUCT_OFFSET (NewsCost, fresh_s) },
};

gboolean
news_cost_read (NewsCost *self, JsonNode *node, const char *where, GError **error)
{
  const char *known[G_N_ELEMENTS (members) + 1] = { NULL };
  JsonObject *object;

  if (node == NULL)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    known[i] = members[i].name;
  object = news_strict_get_object (node, known, where, error);
  for (gsize i = 0; object != NULL && i < G_N_ELEMENTS (members); i++)
    if (!news_strict_get_number (object, members[i].name, where,
                                 &G_STRUCT_MEMBER (guint, self, members[i].offset), error))
      return FALSE;

  return object != NULL;
}

guint
news_cost_get_interval (const NewsCost *self)
{
  guint second = self->per_second > 0 ? 1000 / self->per_second : 0;
  guint minute = self->per_minute > 0 ? 60 * 1000 / self->per_minute : 0;
  guint hour = self->per_hour > 0 ? 60 * 60 * 1000 / self->per_hour : 0;

  return MAX (MAX (self->gap_ms, second), MAX (minute, hour));
}
