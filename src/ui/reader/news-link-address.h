/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_LINK_ADDRESS (news_link_address_get_type ())

/* A line that says where a link leads that the pointer is over, or else that has the focus, as it
 * is, with all that is in the address; or else what an abbreviation at the caret is short for.
 * Hidden where there is none. Lies over the foot of a page. Screen readers are told by the link
 * itself. */
G_DECLARE_FINAL_TYPE (NewsLinkAddress, news_link_address, NEWS, LINK_ADDRESS, GtkWidget)

/* Watches the pointer and the focus in @page. To be called once; does not keep it alive. */
void news_link_address_watch (NewsLinkAddress *self, GtkWidget *page);

/* The link that a caret is at, or NULL: shown where there is no other. */
void news_link_address_set_caret_link (NewsLinkAddress *self, GtkWidget *link);

/* What the abbreviation that a caret is at is short for, or NULL: shown where there is no link, and
 * said to screen readers. */
void news_link_address_set_caret_words (NewsLinkAddress *self, const char *words);

/* Where what @widget is in leads, if it is a link or a card (borrowed), or NULL. */
const char *news_link_address_find (GtkWidget *widget);

G_END_DECLS
