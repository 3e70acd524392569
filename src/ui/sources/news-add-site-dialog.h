/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-editor.h"
#include "news-picture-loader.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_ADD_SITE_DIALOG (news_add_site_dialog_get_type ())

/* Takes the address of a site, shows what it offers, asks for a key where one is needed, and has
 * the editor put the chosen sections into the edition. What there is only one of is not asked.
 *
 * Signals: added (section: string), with the id of the edition's section to go to, once what was
 * chosen is in the edition. */
G_DECLARE_FINAL_TYPE (NewsAddSiteDialog, news_add_site_dialog, NEWS, ADD_SITE_DIALOG, AdwDialog)

/* @loader (nullable) brings the icons of sites. */
AdwDialog *news_add_site_dialog_new (NewsEditor *editor, NewsPictureLoader *loader);

G_END_DECLS
