/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-page.h"

G_BEGIN_DECLS

/* Parts paragraphs of @page that are so long that to set one at once would hold up the main thread:
 * at the end of a sentence, or else of a word, into paragraphs that go on (NewsBlock.goes_on). The
 * letters and spans are the same, one part after the other, spaces between them too. For who shows
 * the page: none of it is stored. Nobody else may have the page yet. */
void news_page_part_paragraphs (NewsPage *page);

G_END_DECLS
