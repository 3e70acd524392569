/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-assignment.h"

G_BEGIN_DECLS

/* Asks @source for @article (its own id of it) whole, and stores it: as it was opened, where the
 * list has no bodies or the API counts visits. Keeps to what the source allows a day, and to the
 * time that it, or one of its sections, asked to be left alone; then this fails with
 * NEWS_API_ERROR_QUOTA or _RATE_LIMITED, and nothing is sent. Worker threads only. */
gboolean news_visit_run (NewsSource *source,
                         NewsProtocol *protocol,
                         const char *article,
                         const NewsTools *tools,
                         GCancellable *cancellable,
                         GError **error);

G_END_DECLS
