/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether @address belongs to the internet at large: not to this machine, its links or a private
 * network (RFC 6890's registries, as far as they can hold a printer or a router). */
gboolean news_address_is_public (GInetAddress *address);

/* Whether @host, a name or an address, is this machine itself, without looking it up. */
gboolean news_address_is_here (const char *host);

G_END_DECLS
