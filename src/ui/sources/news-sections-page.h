/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-editor.h"
#include "news-picture-loader.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SECTIONS_PAGE (news_sections_page_get_type ())

/* The sections of an offer, to choose from, and where to place them in the edition on show. What
 * was chosen stays until another offer is shown.
 *
 * Signals: added (section: string), with the id of the edition's section to go to, once the change
 * is kept. */
G_DECLARE_FINAL_TYPE (NewsSectionsPage, news_sections_page, NEWS, SECTIONS_PAGE, AdwNavigationPage)

void news_sections_page_set_editor (NewsSectionsPage *self, NewsEditor *editor);

/* @loader (nullable) brings the icon. */
void news_sections_page_set_offer (NewsSectionsPage *self,
                                   NewsOffer *offer,
                                   NewsPictureLoader *loader);

G_END_DECLS
