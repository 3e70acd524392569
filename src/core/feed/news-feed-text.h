/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-xml-tree.h"

G_BEGIN_DECLS

/* The texts of a feed: Atom's text constructs and content (RFC 4287, 3.1 and 4.1), with the types
 * and modes of Atom 0.3, and RSS's, which do not say what they are. */

/* What is in @node as a body: either *@html or *@text is set, or none where there is nothing that
 * can be read, such as a film. Both are to be freed. */
void news_feed_text_read (const xmlNode *node, char **html, char **text);

/* What is in @node (nullable) as plain text on one line: a title, a name. NULL where nothing is
 * left. */
char *news_feed_text_dup_line (const xmlNode *node);

/* The same of an excerpt, without a mark such as "[…]" at its end. */
char *news_feed_text_dup_summary (const xmlNode *node);

G_END_DECLS
