/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_STORAGE_GROUP (news_storage_group_get_type ())

/* How much room the paper takes, and a way to have most of it back. It is not to be seen before
 * news_storage_group_show(). */
G_DECLARE_FINAL_TYPE (NewsStorageGroup,
                      news_storage_group,
                      NEWS,
                      STORAGE_GROUP,
                      AdwPreferencesGroup)

/* Measures what @desk keeps, and shows it. Once. */
void news_storage_group_show (NewsStorageGroup *self, NewsDesk *desk);

G_END_DECLS
