/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes what GVariant would store of containers whose members differ in length: an array of
 * strings, say, without a variant for each string. It follows the GVariant specification
 * (https://docs.gtk.org/glib/gvariant-specification-1.0.html). Numbers are in the byte order of
 * this machine, as in a variant.
 *
 * Containers begin at multiples of their alignment, counted from the beginning of @bytes. */

/* Zeros up to the next multiple of @alignment, at most 8. */
void news_variant_bytes_align (GByteArray *bytes, gsize alignment);

void news_variant_bytes_add_string (GByteArray *bytes, const char *string);
void news_variant_bytes_add_int32 (GByteArray *bytes, gint32 number);

/* A string that may be NULL: "ms". */
void news_variant_bytes_add_maybe_string (GByteArray *bytes, const char *string);

/* Ends the container that began at @start: tells where its members end, @ends, counted from the
 * beginning of @bytes. Of an array these are all; of a tuple those of no fixed size, without the
 * last member, and in reverse order. */
void news_variant_bytes_end (GByteArray *bytes, gsize start, const gsize *ends, gsize n_ends);

G_END_DECLS
