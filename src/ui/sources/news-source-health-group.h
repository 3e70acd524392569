/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SOURCE_HEALTH_GROUP (news_source_health_group_get_type ())

/* How a source is: the last answer, the next request, what failed and why, what was taken of it,
 * and a button to try it. Follows the desk while it is there. */
G_DECLARE_FINAL_TYPE (NewsSourceHealthGroup,
                      news_source_health_group,
                      NEWS,
                      SOURCE_HEALTH_GROUP,
                      AdwPreferencesGroup)

/* Shows the source @id, once. Hidden before, and where the edition has no such source. */
void news_source_health_group_show (NewsSourceHealthGroup *self, NewsDesk *desk, const char *id);

G_END_DECLS
