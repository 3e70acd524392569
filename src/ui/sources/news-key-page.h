/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_KEY_PAGE (news_key_page_get_type ())

/* Asks for what a locked offer wants, such as a key, and tries it; or for what is to take the place
 * of what a source of the edition has. Only what the source accepts is stored. What was entered
 * stays until another offer, or a source, is shown.
 *
 * Signals: unlocked (offer: NewsOffer), with the offer as it then is; changed (), once a source has
 * what was entered. */
G_DECLARE_FINAL_TYPE (NewsKeyPage, news_key_page, NEWS, KEY_PAGE, AdwNavigationPage)

void news_key_page_set_desk (NewsKeyPage *self, NewsDesk *desk);
void news_key_page_set_offer (NewsKeyPage *self, NewsOffer *offer);

/* @source is one of the edition on show. A secret that is left empty stays what it is. */
void news_key_page_set_source (NewsKeyPage *self, NewsSource *source);

/* Gives up what is being tried. */
void news_key_page_stop (NewsKeyPage *self);

G_END_DECLS
