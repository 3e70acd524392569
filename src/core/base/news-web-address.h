/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Web addresses: RFC 3986, as far as http and https go. */

/* Whether @text is an absolute http or https address with a host. */
gboolean news_web_address_is_web (const char *text);

/* The absolute address that @text is, seen from @base: relative ones are resolved, blanks and
 * characters beyond ASCII are percent-encoded. NULL for what is not http or https in the end. @base
 * may be NULL. */
char *news_web_address_resolve (const char *text, const char *base);

/* The same address always written the same: scheme and host in lower case, no default port, no
 * fragment, and at least "/" for a path. NULL for what is no web address. */
char *news_web_address_normalise (const char *text);

/* The part from the scheme to the host's slash, such as "https://a.example:8080/"; NULL for what is
 * no web address. */
char *news_web_address_dup_host (const char *text);

/* The name of the host alone, such as "a.example"; NULL for what is no web address. */
char *news_web_address_dup_host_name (const char *text);

/* The address as a folder, that ends in "/": without query, and without a last name such as
 * "index.html". NULL for what is no web address. */
char *news_web_address_dup_folder (const char *text);

/* Whether both are on the same host and port, with the same scheme. */
gboolean news_web_address_same_host (const char *one, const char *other);

/* Adds a member to the query of @address, after "?" or, where there is a query already, "&".
 * @name and @value are percent-encoded before. */
void news_web_address_append_query (GString *address, const char *name, const char *value);

G_END_DECLS
