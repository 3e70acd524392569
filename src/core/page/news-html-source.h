/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* HTML made ready for a parser that was built for documents of good will. */
typedef struct
{
  GString *html;     /* valid UTF-8 without control characters, comments, scripts and styles */
  gboolean document; /* whether it has the tags of a whole document, not only of a part of one */
  gboolean cut;      /* whether the end is missing */
} NewsHtmlSource;

/* Reads @length bytes (-1: up to a NUL byte). Bytes that are no UTF-8 become U+FFFD. Attributes
 * past the first hundred of a tag are dropped: libxml2 2.9 compares each with all before it, which
 * takes 10 s for a tag of 400 KB. References to letters that HTML 4 had no names for yet are
 * resolved, since libxml2 2.9 does not know them. In time proportional to @length. */
NewsHtmlSource *news_html_source_new (const char *html, gssize length);
void news_html_source_free (NewsHtmlSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsHtmlSource, news_html_source_free)

G_END_DECLS
