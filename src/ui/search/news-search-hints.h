/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SEARCH_HINTS (news_search_hints_get_type ())

/* What is shown as long as nothing is looked for: what can be asked for beside words.
 *
 * Signals: chosen (text: string), to be typed. */
G_DECLARE_FINAL_TYPE (NewsSearchHints, news_search_hints, NEWS, SEARCH_HINTS, AdwBin)

G_END_DECLS
