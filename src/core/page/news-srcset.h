/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *reference;
  int width;      /* in pixels, or 0 if the density is told instead */
  double density; /* 1 if it is not told */
} NewsSrcsetCandidate;

typedef void (*NewsSrcsetFunc) (const NewsSrcsetCandidate *candidate, gpointer data);

/* Calls @func for the candidates of a srcset attribute (WHATWG HTML, 4.8.4.2.1), the densest first,
 * at most 24 of them; those with a descriptor that is none are left out, as in browsers. In time
 * proportional to its length. */
void news_srcset_parse (const char *srcset, NewsSrcsetFunc func, gpointer data);

G_END_DECLS
