/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"
#include "news-story.h"

G_BEGIN_DECLS

/* The article with as much of its body and its links as can be read of a damaged file, whatever
 * version of the schema has made that, or NULL. */
NewsStory *news_wreck_story_read (NewsDatabase *database, gint64 identity);

G_END_DECLS
