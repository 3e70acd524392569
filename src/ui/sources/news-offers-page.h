/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-offer.h"
#include "news-picture-loader.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_OFFERS_PAGE (news_offers_page_get_type ())

/* What an address offers, to choose from.
 *
 * Signals: chosen (offer: NewsOffer). */
G_DECLARE_FINAL_TYPE (NewsOffersPage, news_offers_page, NEWS, OFFERS_PAGE, AdwNavigationPage)

/* @offers is an array of NewsOffer; @loader (nullable) brings their icons. */
void news_offers_page_set_offers (NewsOffersPage *self,
                                  GPtrArray *offers,
                                  NewsPictureLoader *loader);

G_END_DECLS
