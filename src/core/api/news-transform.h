/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What may be done to a text on its way from an answer to an article: a closed list. */
typedef enum
{
  NEWS_TRANSFORM_HTML_TO_TEXT, /* tags out, entities decoded once */
  NEWS_TRANSFORM_HTML_DECODE,  /* entities decoded once */
  NEWS_TRANSFORM_MAYBE_HTML,   /* as html-to-text if it looks like HTML, else html-decode */
  NEWS_TRANSFORM_EXCERPT,      /* an HTML excerpt to text, without "[…]" and "Continue reading" */
  NEWS_TRANSFORM_RESOLVE,      /* a relative address made absolute */
  NEWS_TRANSFORM_ADDRESS,      /* absolute web addresses stay, all else is absent */
  NEWS_TRANSFORM_LANGUAGE,     /* "en_US" to BCP 47: "en-US" */
  NEWS_TRANSFORM_UNTOKENISE,   /* "U . S . , today" to "U.S., today" */
  NEWS_TRANSFORM_CUT,          /* without a mark such as "[+1210 chars]" at the end */
  NEWS_TRANSFORM_SPACES,       /* "Tom_Brady" to "Tom Brady" */
  NEWS_TRANSFORM_LAST_SEGMENT, /* of an address or a path, what follows the last slash */
} NewsTransform;

/* The transform of that name, as it stands in a descriptor. FALSE if there is none. */
gboolean news_transform_parse (const char *name, NewsTransform *transform);

/* Returns the text anew, or NULL where nothing is left. @base is what relative addresses are
 * relative to, or NULL. */
char *news_transform_apply (NewsTransform transform, const char *text, const char *base);

G_END_DECLS
