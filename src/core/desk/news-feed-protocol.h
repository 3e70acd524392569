/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-protocol.h"

G_BEGIN_DECLS

/* Feeds of all kinds, found at the address that was typed, by the links of the page there
 * (<link rel=alternate>, feeds of comments last), and at the usual places of a site. */
NewsProtocol *news_feed_protocol_new (void);

G_END_DECLS
