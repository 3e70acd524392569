/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Turns what GIO, a resolver, TLS or libsoup say of a failed request to @host into an error of
 * NEWS_NET_ERROR with words for a reader. Cancellation stays what it is. Takes @cause. */
void news_net_error_take (GError *cause, const char *host, GError **error);

G_END_DECLS
