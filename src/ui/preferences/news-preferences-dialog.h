/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_PREFERENCES_DIALOG (news_preferences_dialog_get_type ())

G_DECLARE_FINAL_TYPE (NewsPreferencesDialog,
                      news_preferences_dialog,
                      NEWS,
                      PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

/* @desk (nullable) is what keeps the articles: without one, as while it is not open, what it keeps
 * is not shown. */
AdwDialog *news_preferences_dialog_new (GSettings *settings, NewsDesk *desk);

G_END_DECLS
