/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Mends a document that should be XML, as text that is UTF-8: from the start tag of its root on,
 * which is one of @roots (local names, in any case, with or without a prefix), without declaration,
 * document type, comments and processing instructions, and so without any entities of its own:
 * nothing is left that could be expanded. Names of HTML such as &nbsp; become characters; what is
 * no reference, a lone "<" and unclosed <br>, <hr> and <img> are escaped or closed; controls are
 * dropped.
 *
 * NULL where no such root is near the beginning, and for a page of HTML. In linear time. */
GString *news_xml_mend (const GString *text, const char *const *roots);

G_END_DECLS
