/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_OPENING_PAGE (news_opening_page_get_type ())

/* What a window shows that has no paper yet: nothing, or why there is none. Its button activates
 * "window.reopen". */
G_DECLARE_FINAL_TYPE (NewsOpeningPage, news_opening_page, NEWS, OPENING_PAGE, AdwBin)

NewsOpeningPage *news_opening_page_new (void);

/* Tells that the paper could not be opened, and why: @message is in words. */
void news_opening_page_fail (NewsOpeningPage *self, const char *message);

G_END_DECLS
