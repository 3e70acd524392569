/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-block.h"

G_BEGIN_DECLS

/* What news_block_to_variant() and its opposite do, for any number of blocks side by side: the
 * floating variant of all in @blocks; and the blocks of a variant of the type NEWS_BLOCK_VARIANT,
 * or NULL if it is damaged. */
GVariant *news_blocks_to_variant (GPtrArray *blocks);
GPtrArray *news_blocks_new_from_variant (GVariant *variant);

G_END_DECLS
