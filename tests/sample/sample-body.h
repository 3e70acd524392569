/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the bodies of stories are made of, as src/sample/README.md wants them: looked through block
 * by block, strictly. */
typedef struct
{
  GHashTable *kinds;   /* char* to GUINT_TO_POINTER: how often each kind of markup was seen */
  GPtrArray *faults;   /* char*, a sentence each */
  GPtrArray *links;    /* char*: every href */
  GPtrArray *pictures; /* char*: every src of an image */
  GHashTable *ids;     /* char*: every id */
  GString *text;       /* without markup, a space for each tag that parts words */
  gboolean chinese;
} SampleBody;

SampleBody *sample_body_new (gboolean chinese);
void sample_body_free (SampleBody *self);

/* Looks through one string of a body; @where begins each fault. */
void sample_body_add (SampleBody *self, const char *where, const char *block);

guint sample_body_count (SampleBody *self, const char *kind);

/* The kinds that a language has to have, NULL-terminated. */
const char *const *sample_body_get_kinds (gboolean chinese);

/* Faults of plain text in a newspaper: straight quotation marks, dashes made of hyphens, spaces too
 * many. */
void sample_body_check_text (SampleBody *self, const char *where, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SampleBody, sample_body_free)

G_END_DECLS
