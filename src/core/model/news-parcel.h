/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts and numbers one after another, to be read again in the order in which they were written:
 * for what is read at each start, and can be had anew from where it came. All texts stand in one
 * array of bytes and all numbers in another, as a variant for each of ten thousand texts would take
 * longer to make than the text itself. The length of a text is a number: one more than it has
 * bytes, and 0 for NULL.
 *
 * Reading is safe whatever the bytes are: a text is UTF-8 and within them, or not there. */
typedef struct _NewsParcel NewsParcel;

/* The form, the numbers, the texts. */
#define NEWS_PARCEL_TYPE "(uauay)"

NewsParcel *news_parcel_new (void);
void news_parcel_free (NewsParcel *self);

/* @text may be NULL. */
void news_parcel_add_text (NewsParcel *self, const char *text);
void news_parcel_add_number (NewsParcel *self, guint32 number);

/* What was added, of type NEWS_PARCEL_TYPE; not floating. @form says what, and in which order. */
GVariant *news_parcel_to_variant (NewsParcel *self, guint32 form);

/* How far a parcel has been read. All of it is borrowed from the variant. */
typedef struct
{
  const guint32 *number;
  const guint32 *numbers_end;
  const char *text;
  const char *texts_end;
} NewsParcelReader;

/* FALSE if @variant is none of @form, or its texts are not UTF-8. @variant must outlive it. */
gboolean news_parcel_reader_init (NewsParcelReader *self, GVariant *variant, guint32 form);

/* The next text, owned by the caller, in @text, which is NULL if it fails: where there is none, or,
 * of one that is @required, NULL or "". */
gboolean news_parcel_reader_take_text (NewsParcelReader *self, gboolean required, char **text);

/* The next number, if there is one and it is at most @most; else 0, and FALSE. */
gboolean news_parcel_reader_take_number (NewsParcelReader *self, guint32 most, guint32 *number);

/* Whether all has been read. */
gboolean news_parcel_reader_is_at_end (const NewsParcelReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsParcel, news_parcel_free)

G_END_DECLS
