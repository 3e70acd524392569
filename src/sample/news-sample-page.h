/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-sample-json.h"

G_BEGIN_DECLS

/* The pages for browsers: “the original” of a story, and what stands in an edition. HTML, newly
 * allocated; each is complete but for its pictures. */
char *news_sample_page_story (const NewsSampleView *view, const NewsSampleStory *story);
char *news_sample_page_front (const NewsSampleView *view);
char *news_sample_page_missing (void);

G_END_DECLS
