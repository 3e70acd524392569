/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The bytes of an XML document as valid UTF-8. Which encoding they are in is told by a byte order
 * mark, the charset of @content_type (the HTTP header, nullable) and the XML declaration, in that
 * order (RFC 7303, 3); labels mean what the WHATWG's Encoding says, so that GB 2312 is GB 18030 and
 * Latin 1 is windows-1252. A label that the bytes belie is passed over: many servers name the same
 * charset for all they send. What can't be read at all becomes U+FFFD, and zeros are dropped.
 *
 * In linear time. Ended by a zero that is not counted. */
GString *news_xml_encoding_decode (GBytes *bytes, const char *content_type);

G_END_DECLS
