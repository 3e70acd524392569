/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-saved-searches.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SEARCH_NAME_DIALOG (news_search_name_dialog_get_type ())

/* Asks for another name of a saved search. */
G_DECLARE_FINAL_TYPE (NewsSearchNameDialog,
                      news_search_name_dialog,
                      NEWS,
                      SEARCH_NAME_DIALOG,
                      AdwAlertDialog)

AdwDialog *news_search_name_dialog_new (NewsSavedSearches *searches, NewsSavedSearch *search);

G_END_DECLS
