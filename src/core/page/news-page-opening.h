/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-page.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Has a thread read a page from @bytes, as news_page_to_bytes() gave them, put soft hyphens into it
 * where words in @language (BCP 47, or NULL) may be broken, and part paragraphs that are too long
 * to be set at once (news-page-parts.h). @callback comes in the caller's thread-default main
 * context. */
void news_page_open_async (GBytes *bytes,
                           const char *language,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/* NULL with an error if the bytes are no page, or if it was cancelled. */
NewsPage *news_page_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS
