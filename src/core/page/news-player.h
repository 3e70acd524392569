/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The page where a person sees what the frame at @address plays: youtube.com/watch?v=ID for
 * youtube.com/embed/ID, and so on. A copy of @address where nothing better is known. */
char *news_player_dup_page (const char *address);

/* Whether @address is the page of one video, sound or post in a place that is well known for them,
 * so that it may be shown as one where it stands alone. */
gboolean news_player_is_page (const char *address);

/* Whether the frame at @address only counts readers or shows advertisements. */
gboolean news_player_is_advertisement (const char *address);

G_END_DECLS
