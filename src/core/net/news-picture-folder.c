/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-picture-folder.h"

#include <glib/gstdio.h>
#include <utime.h>

#define UNKNOWN G_MAXUINT64

/* A file's time says when it was last used, to within this many seconds: not every look at a row
 * has to write to the disk. */
#define USED_WITHIN (60 * 60)

struct _NewsPictureFolder
{
  char *path;
  guint64 limit;
  GMutex lock;
  guint64 size; /* UNKNOWN until the first look */
};

typedef struct
{
  char *path;
  guint64 size;
  gint64 used;
} File;

static void
clear_file (File *file)
{
  g_free (file->path);
}

static char *
dup_path (NewsPictureFolder *self, const char *url)
{
  g_autofree char *name = news_picture_folder_dup_name (url);

  return g_build_filename (self->path, name, NULL);
}

static int
compare_used (gconstpointer a, gconstpointer b)
{
  const File *one = a;
  const File *other = b;

  return (one->used > other->used) - (one->used < other->used);
}

static GArray *
list_files (NewsPictureFolder *self)
{
  GArray *files = g_array_new (FALSE, FALSE, sizeof (File));
  g_autoptr (GDir) folder = g_dir_open (self->path, 0, NULL);
  const char *name;

  g_array_set_clear_func (files, (GDestroyNotify) clear_file);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      File file = { g_build_filename (self->path, name, NULL), 0, 0 };
      GStatBuf status;

      if (g_stat (file.path, &status) == 0)
        {
          file.size = (guint64) status.st_size;
          file.used = status.st_mtime;
        }
      g_array_append_val (files, file);
    }

  return files;
}

/* With the lock held. */
static void
measure (NewsPictureFolder *self)
{
  g_autoptr (GArray) files = NULL;

  if (self->size != UNKNOWN)
    return;

  files = list_files (self);
  self->size = 0;
  for (guint i = 0; i < files->len; i++)
    self->size += g_array_index (files, File, i).size;
}

/* With the lock held. Makes more room than is needed, so as not to come back for each picture. */
static void
make_room (NewsPictureFolder *self)
{
  g_autoptr (GArray) files = NULL;
  guint64 goal = self->limit - self->limit / 10;

  if (self->size <= self->limit)
    return;

  files = list_files (self);
  g_array_sort (files, compare_used);
  self->size = 0;
  for (guint i = 0; i < files->len; i++)
    self->size += g_array_index (files, File, i).size;

  for (guint i = 0; i < files->len && self->size > goal; i++)
    {
      File *file = &g_array_index (files, File, i);

      if (g_unlink (file->path) == 0)
        self->size -= file->size;
    }
}

NewsPictureFolder *
news_picture_folder_new (const char *path, guint64 limit)
{
  NewsPictureFolder *self = g_new0 (NewsPictureFolder, 1);

  self->path = g_strdup (path);
  self->limit = limit;
  self->size = UNKNOWN;
  g_mutex_init (&self->lock);

  return self;
}

void
news_picture_folder_free (NewsPictureFolder *self)
{
  g_free (self->path);
  g_mutex_clear (&self->lock);
  g_free (self);
}

GBytes *
news_picture_folder_read (NewsPictureFolder *self, const char *url)
{
  g_autofree char *path = dup_path (self, url);
  char *data;
  gsize length;
  GStatBuf status;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return NULL;

  if (g_stat (path, &status) == 0
      && g_get_real_time () / G_USEC_PER_SEC - status.st_mtime > USED_WITHIN)
    g_utime (path, NULL);

  return g_bytes_new_take (data, length);
}

gboolean
news_picture_folder_write (NewsPictureFolder *self, const char *url, GBytes *bytes)
{
  g_autofree char *path = dup_path (self, url);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_mkdir_with_parents (self->path, 0700) != 0)
    return FALSE;

  /* Before the file is there, or it would count twice. */
  news_picture_folder_get_size (self);

  /* Consistent, but not forced to the disk: what is lost in a crash is asked for again. */
  if (!g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                 &error))
    {
      g_debug ("A picture could not be kept: %s", error->message);
      return FALSE;
    }

  g_mutex_lock (&self->lock);
  self->size += size;
  make_room (self);
  g_mutex_unlock (&self->lock);

  return TRUE;
}

char *
news_picture_folder_dup_name (const char *url)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, url, -1);
}

GPtrArray *
news_picture_folder_list (NewsPictureFolder *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (self->path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));

  return names;
}

void
news_picture_folder_remove (NewsPictureFolder *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);

  g_mutex_lock (&self->lock);
  g_unlink (path);
  self->size = UNKNOWN;
  g_mutex_unlock (&self->lock);
}

guint64
news_picture_folder_get_size (NewsPictureFolder *self)
{
  guint64 size;

  g_mutex_lock (&self->lock);
  measure (self);
  size = self->size;
  g_mutex_unlock (&self->lock);

  return size;
}

void
news_picture_folder_clear (NewsPictureFolder *self)
{
  g_autoptr (GArray) files = NULL;

  g_mutex_lock (&self->lock);
  files = list_files (self);
  for (guint i = 0; i < files->len; i++)
    g_unlink (g_array_index (files, File, i).path);
  self->size = UNKNOWN;
  g_mutex_unlock (&self->lock);
}
