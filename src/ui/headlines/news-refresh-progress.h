/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_REFRESH_PROGRESS (news_refresh_progress_get_type ())

/* How far the desk is with asking its sources, as a bar over the list; only if that takes a
 * while. */
G_DECLARE_FINAL_TYPE (NewsRefreshProgress, news_refresh_progress, NEWS, REFRESH_PROGRESS, AdwBin)

void news_refresh_progress_set_desk (NewsRefreshProgress *self, NewsDesk *desk);

G_END_DECLS
