/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-test-paper.h"

G_BEGIN_DECLS

/* Puts a WordPress on the paper's server, at "/": "Peers & Sons", with the sections "Arts &
 * Culture" and "Sports"; and at "/both" a page that leads to it and to a feed, "Headlines". */
void ui_offers_serve_site (NewsTestPaper *paper);

/* Lets the paper know an API that wants a key, "Vault", and puts one at "/vault/". Opens the paper
 * again, so that whatever holds its desk has to be made afterwards. It accepts any key, until the
 * server is told otherwise about "/vault/list". */
void ui_offers_serve_vault (NewsTestPaper *paper);

/* All that is offered at @path of the paper's server, where there must be something. */
GPtrArray *ui_offers_find (NewsTestPaper *paper, const char *path);

/* The only offer there. */
NewsOffer *ui_offers_find_one (NewsTestPaper *paper, const char *path);

/* One that no server is asked for, of that API ("feed" for feeds). */
NewsOffer *ui_offers_create (const char *api, const char *name);

G_END_DECLS
