/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *open;
  const char *close;
} NewsQuotationMarks;

/* The marks around a quotation in @language (BCP 47, or NULL) within @outer others, as the CLDR has
 * them (delimiters of each locale). */
const NewsQuotationMarks *news_quotation_marks_get (const char *language, guint outer);

G_END_DECLS
