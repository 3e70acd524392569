/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-response.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* What becomes of the keys and passwords of a request: they are put in as it leaves and taken out
 * of what comes back, so that an address that is kept, shown or logged never has one. */

/* Whether @request has any. */
gboolean news_secrets_exist (NewsRequest *request);

/* Whether a secret may go to @uri: encrypted, or not off this machine. */
gboolean news_secrets_may_go (GUri *uri);

/* Whether both are one origin (RFC 6454): only there is a secret sent on. */
gboolean news_secrets_same_origin (GUri *one, GUri *other);

/* @uri with the secret parameters of @request. */
GUri *news_secrets_add (NewsRequest *request, GUri *uri);

/* @uri without any parameter that has the name of a secret one: servers repeat them when they send
 * one on. */
GUri *news_secrets_strip (NewsRequest *request, GUri *uri);

G_END_DECLS
