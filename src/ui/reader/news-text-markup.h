/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-block.h"

G_BEGIN_DECLS

/* The text of a block as Pango markup with links, for a label. */
char *news_text_dup_markup (const NewsText *text);

G_END_DECLS
