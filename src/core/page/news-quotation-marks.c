/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-quotation-marks.h"

#include <string.h>

/* The first that fits is taken, so that longer tags stand before shorter ones. */
static const struct
{
  const char *language;
  NewsQuotationMarks marks[2];
} languages[] = {
  { "bg", { { "„", "“" }, { "„", "“" } } },
  { "cs", { { "„", "“" }, { "‚", "‘" } } },
  { "da", { { "“", "”" }, { "‘", "’" } } },
  { "de", { { "„", "“" }, { "‚", "‘" } } },
  { "el", { { "«", "»" }, { "“", "”" } } },
  { "es", { { "«", "»" }, { "“", "”" } } },
  { "fa", { { "«", "»" }, { "‹", "›" } } },
  { "fi", { { "”", "”" }, { "’", "’" } } },
  { "fr", { { "«\u00a0", "\u00a0»" }, { "«\u00a0", "\u00a0»" } } },
  { "hu", { { "„", "”" }, { "»", "«" } } },
  { "it", { { "«", "»" }, { "“", "”" } } },
  { "ja", { { "「", "」" }, { "『", "』" } } },
  { "nb", { { "«", "»" }, { "‘", "’" } } },
  { "no", { { "«", "»" }, { "‘", "’" } } },
  { "pl", { { "„", "”" }, { "«", "»" } } },
  { "pt-PT", { { "«", "»" }, { "“", "”" } } },
  { "ro", { { "„", "”" }, { "«", "»" } } },
  { "ru", { { "«", "»" }, { "„", "“" } } },
  { "sv", { { "”", "”" }, { "’", "’" } } },
  { "uk", { { "«", "»" }, { "„", "“" } } },
  { "yue", { { "「", "」" }, { "『", "』" } } },
  { "zh-Hant", { { "「", "」" }, { "『", "』" } } },
  { "zh-HK", { { "「", "」" }, { "『", "』" } } },
  { "zh-MO", { { "「", "」" }, { "『", "』" } } },
  { "zh-TW", { { "「", "」" }, { "『", "』" } } },
};

static const NewsQuotationMarks others[2] = { { "“", "”" }, { "‘", "’" } };

const NewsQuotationMarks *
news_quotation_marks_get (const char *language, guint outer)
{
  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (languages); i++)
    {
      gsize length = strlen (languages[i].language);

      if (g_ascii_strncasecmp (language, languages[i].language, length) == 0
          && (language[length] == '\0' || language[length] == '-'))
        return &languages[i].marks[outer % 2];
    }

  return &others[outer % 2];
}
