/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define NEWS_TYPE_PICTURE (news_picture_get_type ())

/* One file of a picture. A width or height of 0 means that the source did not tell it. */
typedef struct
{
  char *url;
  int width;
  int height;
} NewsPictureFile;

/* A picture as a newspaper knows it: the same image in one or more files, what it shows in words
 * (alt), what stands under it (caption) and whose it is (credit). Immutable once it is shared
 * between threads. */
typedef struct _NewsPicture NewsPicture;

struct _NewsPicture
{
  GArray *files; /* NewsPictureFile, narrowest first; those of unknown width last */
  char *alt;     /* plain text, or NULL; so are the other two */
  char *caption;
  char *credit;
};

GType news_picture_get_type (void) G_GNUC_CONST;
NewsPicture *news_picture_new (void);
NewsPicture *news_picture_ref (NewsPicture *self);
void news_picture_unref (NewsPicture *self);

/* Adds a file; a second one with the same address is dropped. @url is copied. */
void news_picture_add_file (NewsPicture *self, const char *url, int width, int height);

/* The file to show at @width device pixels: the narrowest that is at least as wide, else the
 * widest. One of unknown width is taken only where none is known. NULL without any file. */
const NewsPictureFile *news_picture_choose (NewsPicture *self, int width);

/* Whether both show the same image: an address in common, or two that differ only in what
 * publishers add for the size (-1024x640, ?w=640, -scaled), by well-known names. */
gboolean news_picture_same_image (NewsPicture *self, NewsPicture *other);

/* Whether both say the same in all their members; either may be NULL. */
gboolean news_picture_equal (NewsPicture *self, NewsPicture *other);

/* A floating variant of the type NEWS_PICTURE_VARIANT, and back. */
#define NEWS_PICTURE_VARIANT "(a(sii)msmsms)"
GVariant *news_picture_to_variant (NewsPicture *self);
NewsPicture *news_picture_new_from_variant (GVariant *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsPicture, news_picture_unref)

G_END_DECLS
