/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-descriptor.h"

G_BEGIN_DECLS

/* Explains a descriptor in words and lines, for who writes one: appends to @text. @bytes are its
 * file's, which are known to be good. */
void news_descriptor_summary_append (NewsDescriptor *descriptor, GBytes *bytes, GString *text);

G_END_DECLS
