/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_LIST_BANNER (news_list_banner_get_type ())

/* What is wrong with a list that has something nevertheless, over it, with what helps most: its
 * button activates "source.enter-key" or "list.refresh". */
G_DECLARE_FINAL_TYPE (NewsListBanner, news_list_banner, NEWS, LIST_BANNER, AdwBin)

/* @problem is in words, or NULL if nothing is wrong; @keyless (nullable) is the id of a source that
 * another key would help. */
void news_list_banner_show (NewsListBanner *self, const char *problem, const char *keyless);

G_END_DECLS
