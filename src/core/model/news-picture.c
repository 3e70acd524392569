/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-picture.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (NewsPicture, news_picture, news_picture_ref, news_picture_unref)

static void
clear_file (NewsPictureFile *file)
{
  g_free (file->url);
}

static void
clear (NewsPicture *self)
{
  g_array_unref (self->files);
  g_free (self->alt);
  g_free (self->caption);
  g_free (self->credit);
}

static int
compare_widths (gconstpointer a, gconstpointer b)
{
  const NewsPictureFile *one = a;
  const NewsPictureFile *other = b;

  if (one->width == 0 || other->width == 0)
    return (one->width == 0) - (other->width == 0);

  return one->width - other->width;
}

static gboolean
is_size (const char *text, const char *end)
{
  const char *at = text;

  while (at < end && g_ascii_isdigit (*at))
    at++;
  if (at == text || at == end || *at != 'x')
    return FALSE;

  text = ++at;
  while (at < end && g_ascii_isdigit (*at))
    at++;

  return at > text && at == end;
}

/* Parameters by which servers give an image in another size or format; all others tell which it is.
 */
static const char *const size_parameters[]
  = { "w",     "h",   "width", "height", "resize", "fit", "crop",   "quality", "q",
      "strip", "ssl", "size",  "auto",   "dpr",    "fm",  "format", "zoom",    "s" };

static gboolean
is_size_parameter (const char *parameter)
{
  gsize length = strcspn (parameter, "=");

  for (gsize i = 0; i < G_N_ELEMENTS (size_parameters); i++)
    if (strlen (size_parameters[i]) == length
        && strncmp (size_parameters[i], parameter, length) == 0)
      return TRUE;

  return FALSE;
}

static void
append_query (GString *stem, const char *query)
{
  g_auto (GStrv) parameters = g_strsplit (query, "&", -1);

  for (gsize i = 0; parameters[i] != NULL; i++)
    if (*parameters[i] != '\0' && !is_size_parameter (parameters[i]))
      g_string_append_printf (stem, "?%s", parameters[i]);
}

/* The address without what tells one size of an image from another: parameters of the query, and at
 * the end of the name -WIDTHxHEIGHT or -scaled. */
static char *
dup_stem (const char *url)
{
  const char *path = strstr (url, "://");
  GString *stem;
  gsize length;
  const char *slash, *dot, *dash;
  gboolean is_file;

  path = path != NULL ? path + 3 : url;
  length = strcspn (path, "?#");
  slash = g_strrstr_len (path, length, "/");
  slash = slash != NULL ? slash : path;
  dot = g_strrstr_len (slash, path + length - slash, ".");
  dot = dot != NULL ? dot : path + length;
  is_file = *dot == '.';
  dash = g_strrstr_len (slash, dot - slash, "-");

  if (dash != NULL
      && (is_size (dash + 1, dot) || strncmp (dash, "-scaled", MAX (dot - dash, 7)) == 0))
    dot = dash;

  stem = g_string_new_len (path, dot - path);
  /* Where the name is that of a file, the query only says how to send it, or that one may have it.
   */
  if (path[length] == '?' && !is_file)
    {
      g_autofree char *query = g_strndup (path + length + 1, strcspn (path + length + 1, "#"));

      append_query (stem, query);
    }

  return g_string_free (stem, FALSE);
}

NewsPicture *
news_picture_new (void)
{
  NewsPicture *self = g_atomic_rc_box_new0 (NewsPicture);

  self->files = g_array_new (FALSE, FALSE, sizeof (NewsPictureFile));
  g_array_set_clear_func (self->files, (GDestroyNotify) clear_file);

  return self;
}

NewsPicture *
news_picture_ref (NewsPicture *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_picture_unref (NewsPicture *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

void
news_picture_add_file (NewsPicture *self, const char *url, int width, int height)
{
  NewsPictureFile file = { NULL, MAX (width, 0), MAX (height, 0) };

  g_return_if_fail (url != NULL);

  for (guint i = 0; i < self->files->len; i++)
    if (strcmp (g_array_index (self->files, NewsPictureFile, i).url, url) == 0)
      return;

  file.url = g_strdup (url);
  g_array_append_val (self->files, file);
  g_array_sort (self->files, compare_widths);
}

const NewsPictureFile *
news_picture_choose (NewsPicture *self, int width)
{
  const NewsPictureFile *best = NULL;

  for (guint i = 0; i < self->files->len; i++)
    {
      const NewsPictureFile *file = &g_array_index (self->files, NewsPictureFile, i);

      if (file->width == 0 && best != NULL)
        break;
      best = file;
      if (file->width >= width)
        break;
    }

  return best;
}

gboolean
news_picture_same_image (NewsPicture *self, NewsPicture *other)
{
  g_autoptr (GHashTable) stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->files->len; i++)
    g_hash_table_add (stems, dup_stem (g_array_index (self->files, NewsPictureFile, i).url));

  for (guint i = 0; i < other->files->len; i++)
    {
      g_autofree char *stem = dup_stem (g_array_index (other->files, NewsPictureFile, i).url);

      if (g_hash_table_contains (stems, stem))
        return TRUE;
    }

  return FALSE;
}

static gboolean
equal_files (const NewsPictureFile *one, const NewsPictureFile *other)
{
  return one->width == other->width && one->height == other->height
         && g_str_equal (one->url, other->url);
}

gboolean
news_picture_equal (NewsPicture *self, NewsPicture *other)
{
  if (self == other)
    return TRUE;
  if (self == NULL || other == NULL || self->files->len != other->files->len
      || g_strcmp0 (self->alt, other->alt) != 0 || g_strcmp0 (self->caption, other->caption) != 0
      || g_strcmp0 (self->credit, other->credit) != 0)
    return FALSE;

  for (guint i = 0; i < self->files->len; i++)
    if (!equal_files (&g_array_index (self->files, NewsPictureFile, i),
                      &g_array_index (other->files, NewsPictureFile, i)))
      return FALSE;

  return TRUE;
}

GVariant *
news_picture_to_variant (NewsPicture *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (NEWS_PICTURE_VARIANT));
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(sii)"));
  for (guint i = 0; i < self->files->len; i++)
    {
      NewsPictureFile *file = &g_array_index (self->files, NewsPictureFile, i);

      g_variant_builder_add (&builder, "(sii)", file->url, file->width, file->height);
    }
  g_variant_builder_close (&builder);
  g_variant_builder_add (&builder, "ms", self->alt);
  g_variant_builder_add (&builder, "ms", self->caption);
  g_variant_builder_add (&builder, "ms", self->credit);

  return g_variant_builder_end (&builder);
}

NewsPicture *
news_picture_new_from_variant (GVariant *variant)
{
  NewsPicture *self = news_picture_new ();
  g_autoptr (GVariantIter) files = NULL;
  const char *url;
  int width, height;

  g_variant_get (variant, NEWS_PICTURE_VARIANT, &files, &self->alt, &self->caption, &self->credit);
  while (g_variant_iter_next (files, "(&sii)", &url, &width, &height))
    news_picture_add_file (self, url, width, height);

  return self;
}
