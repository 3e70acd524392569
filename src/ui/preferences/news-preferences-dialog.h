/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_PREFERENCES_DIALOG (news_preferences_dialog_get_type ())

G_DECLARE_FINAL_TYPE (NewsPreferencesDialog,
                      news_preferences_dialog,
                      NEWS,
                      PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

AdwDialog *news_preferences_dialog_new (GSettings *settings);

G_END_DECLS
