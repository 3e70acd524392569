/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_ADD_SITE_DIALOG (news_add_site_dialog_get_type ())

/* Takes the address of a site, shows who answers there and which sections it has, and puts the
 * chosen ones into the sidebar.
 *
 * Signals: added (source: string), with the id of the site's source, once its sections are in the
 * edition. */
G_DECLARE_FINAL_TYPE (NewsAddSiteDialog, news_add_site_dialog, NEWS, ADD_SITE_DIALOG, AdwDialog)

AdwDialog *news_add_site_dialog_new (NewsDesk *desk);

G_END_DECLS
