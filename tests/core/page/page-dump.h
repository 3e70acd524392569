/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-page.h"

G_BEGIN_DECLS

/* A page as a person can read and compare it: a line a block, those in it further to the right.
 * Spans are in braces, their properties before a bar: {strong link=https://a.example/|text}. Line
 * breaks are "⏎", spaces that do not break "⍽", other marks that nobody sees "<U+200B>". */
char *page_dump (NewsPage *page);

G_END_DECLS
