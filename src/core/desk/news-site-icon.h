/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-response.h"

G_BEGIN_DECLS

/* The address of the picture that a page says stands for its site (<link rel=icon>; a larger one
 * for the screens of telephones is preferred). NULL where it says none. To be freed. */
char *news_site_icon_find (NewsResponse *page);

G_END_DECLS
