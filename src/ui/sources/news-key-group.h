/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_KEY_GROUP (news_key_group_get_type ())

/* Which key a source has, or what else a person has entered for it, and buttons to enter another
 * and to forget it. Hidden where a person is asked for nothing.
 *
 * Signals: enter (), when a person wants to enter something. */
G_DECLARE_FINAL_TYPE (NewsKeyGroup, news_key_group, NEWS, KEY_GROUP, AdwPreferencesGroup)

/* Shows the source @id of the edition, once. */
void news_key_group_show (NewsKeyGroup *self, NewsDesk *desk, const char *id);

/* Reads anew which key there is, after another was entered. */
void news_key_group_update (NewsKeyGroup *self);

G_END_DECLS
