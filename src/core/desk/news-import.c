/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-import.h"

#include "news-chosen-file.h"
#include "news-editions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MARK "\xef\xbb\xbf"

typedef enum
{
  NEITHER,
  EDITION,
  SUBSCRIPTIONS,
} Kind;

/* Looks for the tag's letters and nothing between them, or a byte 0 before or behind each, as in
 * UTF-16. The reader of OPML knows better; this is for good words where there is nothing for it. */
static gboolean
has_tag (const char *data, gsize size)
{
  static const char tag[] = "<opml";
  gsize found = 0;

  for (gsize i = 0; i < size; i++)
    {
      if (data[i] == '\0')
        continue;
      if (g_ascii_tolower (data[i]) == tag[found])
        found++;
      else
        found = data[i] == tag[0] ? 1 : 0;
      if (tag[found] == '\0')
        return TRUE;
    }

  return FALSE;
}

static Kind
recognise (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize first = size >= strlen (MARK) && memcmp (data, MARK, strlen (MARK)) == 0 ? 3 : 0;

  while (first < size && g_ascii_isspace (data[first]))
    first++;
  if (first < size && (data[first] == '{' || data[first] == '['))
    return EDITION;

  return has_tag (data, size) ? SUBSCRIPTIONS : NEITHER;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, NEWS_EDITION_ERROR, NEWS_EDITION_ERROR_INVALID, message);

  return FALSE;
}

static gboolean
understand (NewsImport *self, GBytes *bytes, const char *name, const char *sample, GError **error)
{
  if (g_bytes_get_size (bytes) > NEWS_IMPORT_LIMIT)
    return refuse (error, _ ("The file is too large to be an edition or a list of subscriptions."));

  switch (recognise (bytes))
    {
    case EDITION:
      self->edition = news_editions_parse (bytes, name, sample, error);
      return self->edition != NULL;
    case SUBSCRIPTIONS:
      self->opml = news_opml_new_from_bytes (bytes, error);
      return self->opml != NULL;
    case NEITHER:
      break;
    }

  return refuse (error, _ ("The file is neither an edition nor a list of subscriptions (OPML)."));
}

NewsImport *
news_import_read (GFile *file, const char *sample, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GBytes) bytes = news_chosen_file_read (file, NEWS_IMPORT_LIMIT, cancellable, error);
  g_autoptr (NewsImport) self = g_new0 (NewsImport, 1);

  if (bytes == NULL || !understand (self, bytes, shown, sample, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
news_import_free (NewsImport *self)
{
  g_clear_pointer (&self->edition, news_edition_unref);
  g_clear_pointer (&self->opml, news_opml_free);
  g_free (self);
}
