/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-html-element.h"

G_BEGIN_DECLS

/* What an element of the kind @kind is when its classes and its id are known too, each of which may
 * be NULL. */
NewsHtmlKind news_html_classes_get_kind (const char *classes, const char *id, NewsHtmlKind kind);

G_END_DECLS
