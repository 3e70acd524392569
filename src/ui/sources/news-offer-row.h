/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-offer.h"
#include "news-picture-loader.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_OFFER_ROW (news_offer_row_get_type ())

/* What an address offers, at a glance: the source's icon, or its initials, its name, what there is
 * to read and how, its language, how many sections, and the first headline. */
G_DECLARE_FINAL_TYPE (NewsOfferRow, news_offer_row, NEWS, OFFER_ROW, AdwPreferencesRow)

/* @loader (nullable) brings the icon. The row is activatable: its arrow says so. */
GtkWidget *news_offer_row_new (NewsOffer *offer, NewsPictureLoader *loader);

/* Shows another offer. */
void news_offer_row_set_offer (NewsOfferRow *self, NewsOffer *offer, NewsPictureLoader *loader);

/* Borrowed. */
NewsOffer *news_offer_row_get_offer (NewsOfferRow *self);

G_END_DECLS
