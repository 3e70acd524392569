/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-face.h"

/* In this order, as a system has them; the last one is whatever it takes for a serif face. */
#define SERIF \
  "\"Source Serif 4\", \"Source Serif Pro\", \"Noto Serif\", \"Noto Serif CJK SC\", serif"

/* As a string of CSS: a family may be named by anything. */
static char *
quote (const char *family)
{
  GString *quoted = g_string_new ("\"");

  for (const char *at = family; *at != '\0'; at++)
    if (*at == '"' || *at == '\\' || g_ascii_iscntrl (*at))
      g_string_append_printf (quoted, "\\%x ", (guint) *at);
    else
      g_string_append_c (quoted, *at);
  g_string_append_c (quoted, '"');

  return g_string_free (quoted, FALSE);
}

/* NULL for that of the desktop. */
static char *
dup_families (GSettings *settings)
{
  g_autofree char *face = g_settings_get_string (settings, "text-face");
  g_autofree char *font = g_settings_get_string (settings, "text-font");

  if (g_str_equal (face, "serif"))
    return g_strdup (SERIF);
  if (g_str_equal (face, "own") && *font != '\0')
    return quote (font);

  return NULL;
}

char *
news_text_face_dup_css (GSettings *settings)
{
  char scale[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *families = dup_families (settings);
  g_autofree char *rules = NULL;

  if (families != NULL)
    rules = g_strdup_printf (".news-page, .headline-row { font-family: %s; }\n"
                             ".news-page button, .news-page .dates, .news-page .more-row, "
                             ".news-page .caption { font-family: inherit; }\n",
                             families);

  /* CSS has a point whatever the locale has. */
  g_ascii_formatd (scale, sizeof scale, "%.3f", g_settings_get_double (settings, "text-scale"));

  return g_strdup_printf (".news-page { font-size: calc(1em * %s); }\n%s", scale,
                          rules != NULL ? rules : "");
}
