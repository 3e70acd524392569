/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-find-bar.h"

G_BEGIN_DECLS

#define NEWS_TYPE_SOUGHT_BUTTON (news_sought_button_get_type ())

/* Says in how many places of the page the words of the search stand by which it was found, and
 * opens the bar with them, at the first. Is seen only where there are some and the bar was not
 * opened.
 *
 * Property: bar, a NewsFindBar, which goes with the same template. */
G_DECLARE_FINAL_TYPE (NewsSoughtButton, news_sought_button, NEWS, SOUGHT_BUTTON, AdwBin)

G_END_DECLS
