/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_ADDRESS_PAGE (news_address_page_get_type ())

/* Takes the address of a site and finds out what it offers. What was typed stays.
 *
 * Signals: found (offers: GPtrArray of NewsOffer), see news_offer_list(); cancelled (). */
G_DECLARE_FINAL_TYPE (NewsAddressPage, news_address_page, NEWS, ADDRESS_PAGE, AdwNavigationPage)

void news_address_page_set_desk (NewsAddressPage *self, NewsDesk *desk);

/* Gives up what is being asked. */
void news_address_page_stop (NewsAddressPage *self);

G_END_DECLS
