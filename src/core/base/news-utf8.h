/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The same as g_utf8_get_char(), whatever stands at @text, for where each letter of each article
 * passes: letters of up to three bytes, which most are, need no call and no loop. */
static inline gunichar
news_utf8_get_char (const char *text)
{
  const guchar *at = (const guchar *) text;

  if (at[0] < 0x80)
    return at[0];
  if ((at[0] & 0xe0) == 0xc0 && (at[1] & 0xc0) == 0x80)
    return (at[0] & 0x1fu) << 6 | (at[1] & 0x3fu);
  if ((at[0] & 0xf0) == 0xe0 && (at[1] & 0xc0) == 0x80 && (at[2] & 0xc0) == 0x80)
    return (at[0] & 0xfu) << 12 | (at[1] & 0x3fu) << 6 | (at[2] & 0x3fu);

  return g_utf8_get_char (text);
}

G_END_DECLS
