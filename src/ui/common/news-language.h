/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The name of a language in that of the desktop, such as "Chinese" for @tag "zh-Hans" (BCP 47).
 * One that has no name here keeps its tag. To be freed. */
char *news_language_dup_name (const char *tag);

G_END_DECLS
