/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The simplified form of a Han character of Unicode's first plane, or the character itself: by
 * ICU's transliterator "Traditional-Simplified", of each character alone, as a word may be split
 * anywhere by what is typed. Any thread. */
gunichar news_simplified_get (gunichar character);

G_END_DECLS
