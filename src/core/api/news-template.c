/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-template.h"

#include "news-answer.h"

#include <string.h>

/* How a value is put in. */
typedef enum
{
  STYLE_PLAIN,
  STYLE_QUERY,
  STYLE_SEGMENT,
  STYLE_PATH,
  STYLE_HOST,
} Style;

typedef struct
{
  char *literal;  /* before the name */
  char *name;     /* NULL in the last piece */
  char *form;     /* of a moment, or NULL */
  char *fallback; /* what stands there without a value, or NULL */
  char *instead;  /* what stands there in the place of a value, or NULL */
  Style style;
  gboolean optional;
} Piece;

struct _NewsTemplate
{
  GArray *pieces;
  char *fixed_host; /* or NULL */
};

typedef struct
{
  const char *text;
  NewsTemplateKind kind;
  const char *host;
  const char *host_end;
  GError **error;
} Reader;

static void
clear_piece (Piece *piece)
{
  g_free (piece->literal);
  g_free (piece->name);
  g_free (piece->form);
  g_free (piece->fallback);
  g_free (piece->instead);
}

static gboolean
fail (const Reader *reader, const char *reason)
{
  g_set_error (reader->error, NEWS_API_ERROR, NEWS_API_ERROR_INVALID,
               "the template “%s” can't be read: %s", reader->text, reason);

  return FALSE;
}

/* Where the host of the address begins and ends, in the text with its names. */
static void
find_host (Reader *reader)
{
  const char *scheme = strstr (reader->text, "://");

  if (scheme == NULL || reader->kind != NEWS_TEMPLATE_ADDRESS)
    return;

  reader->host = scheme + strlen ("://");
  reader->host_end = reader->host + strcspn (reader->host, "/?#");
}

/* What of the host no value can change: all of it, or what follows the last name, from a point on.
 */
static char *
dup_fixed_host (const Reader *reader)
{
  const char *start = reader->host;
  g_autofree char *host = NULL;

  if (start == NULL || reader->host == reader->text)
    return NULL;

  for (const char *at = start; at < reader->host_end; at++)
    if (*at == '}')
      start = at + 1;
  host = g_strndup (start, (gsize) (reader->host_end - start));
  if (*host == '\0' || strpbrk (host, "{}@") != NULL)
    return NULL;

  /* ".com" would be no bound at all. */
  return start == reader->host || (*host == '.' && strchr (host + 1, '.') != NULL)
           ? g_steal_pointer (&host)
           : NULL;
}

/* The style of the name whose brace is at @at. */
static Style
choose_style (const Reader *reader, const char *at)
{
  if (reader->kind == NEWS_TEMPLATE_TEXT)
    return STYLE_PLAIN;
  if (reader->kind == NEWS_TEMPLATE_QUERY)
    return STYLE_QUERY;
  if (at == reader->text)
    return STYLE_PLAIN;

  return at >= reader->host && at < reader->host_end ? STYLE_HOST : STYLE_SEGMENT;
}

/* "!" and what stands in the place of a value. In plain texts a name may be a path, which has that
 * sign in its filters. */
static gboolean
read_instead (const Reader *reader, Piece *piece)
{
  char *mark = reader->kind != NEWS_TEMPLATE_TEXT ? strchr (piece->name, '!') : NULL;

  if (mark == NULL)
    return TRUE;

  piece->instead = g_strdup (mark + 1);
  *mark = '\0';

  if (piece->style == STYLE_PLAIN || piece->style == STYLE_HOST)
    return fail (reader, "“!” has no meaning here");

  return *piece->instead != '\0' ? TRUE : fail (reader, "there is no text after “!”");
}

/* What follows the name: ":path", "!" and a text, "?" and perhaps a fallback, or ":%" and the form
 * of a moment. A path in a name may have ":" and "?" in quotes, so only these signs are looked for.
 */
static gboolean
read_suffix (const Reader *reader, Piece *piece)
{
  char *form = strstr (piece->name, ":%");
  char *mark = form == NULL ? strrchr (piece->name, '?') : NULL;

  if (form != NULL)
    {
      piece->form = g_strdup (form + 1);
      piece->optional = g_str_has_suffix (form, "?");
      if (piece->optional)
        piece->form[strlen (piece->form) - 1] = '\0';
      piece->style = piece->style == STYLE_SEGMENT ? STYLE_PATH : piece->style;
      *form = '\0';
    }
  else if (mark != NULL)
    {
      piece->optional = TRUE;
      piece->fallback = mark[1] != '\0' ? g_strdup (mark + 1) : NULL;
      *mark = '\0';
    }
  if (!read_instead (reader, piece))
    return FALSE;
  if (g_str_has_suffix (piece->name, ":path"))
    {
      if (piece->style != STYLE_SEGMENT)
        return fail (reader, "“:path” has no meaning here");
      piece->style = STYLE_PATH;
      piece->name[strlen (piece->name) - strlen (":path")] = '\0';
    }

  return TRUE;
}

/* Reads the name whose brace is at @at. */
static gboolean
read_name (const Reader *reader, const char *at, Piece *piece)
{
  gsize length = strcspn (at + 1, "{}");

  if (at[1 + length] != '}')
    return fail (reader, "a closing brace is missing");

  piece->name = g_strndup (at + 1, length);
  piece->style = choose_style (reader, at);
  if (!read_suffix (reader, piece))
    return FALSE;

  return *piece->name != '\0' ? TRUE : fail (reader, "a name is missing");
}

static gboolean
read_pieces (NewsTemplate *self, const Reader *reader)
{
  const char *at = reader->text;

  for (;;)
    {
      Piece piece = { .style = STYLE_PLAIN };
      gsize length = strcspn (at, "{}");
      gboolean good = TRUE;

      piece.literal = g_strndup (at, length);
      at += length;
      if (*at == '}')
        good = fail (reader, "an opening brace is missing");
      else if (*at == '{')
        good = read_name (reader, at, &piece);
      g_array_append_val (self->pieces, piece);

      if (!good || piece.name == NULL)
        return good;
      at = strchr (at, '}') + 1;
    }
}

/* Such a segment would lead elsewhere than the descriptor says. */
static gboolean
has_dot_segment (const char *value)
{
  g_auto (GStrv) segments = g_strsplit (value, "/", -1);

  return g_strv_contains ((const char *const *) segments, ".")
         || g_strv_contains ((const char *const *) segments, "..");
}

static gboolean
is_host (const char *value)
{
  for (; *value != '\0'; value++)
    if (!g_ascii_isalnum (*value) && *value != '-' && *value != '.')
      return FALSE;

  return TRUE;
}

static gboolean
append_value (GString *text, const Piece *piece, const char *value)
{
  switch (piece->style)
    {
    case STYLE_PLAIN:
      g_string_append (text, value);
      return TRUE;
    case STYLE_HOST:
      g_string_append (text, value);
      return is_host (value);
    case STYLE_PATH:
      g_string_append_uri_escaped (text, value, "/", FALSE);
      return !has_dot_segment (value);
    case STYLE_QUERY:
      g_string_append_uri_escaped (text, value, NULL, FALSE);
      return TRUE;
    case STYLE_SEGMENT:
      g_string_append_uri_escaped (text, value, NULL, FALSE);
      return !g_str_equal (value, ".") && !g_str_equal (value, "..");
    default:
      g_return_val_if_reached (FALSE);
    }
}

NewsTemplate *
news_template_new (const char *text, NewsTemplateKind kind, GError **error)
{
  g_autoptr (NewsTemplate) self = g_new0 (NewsTemplate, 1);
  Reader reader = { text, kind, NULL, NULL, error };

  find_host (&reader);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, (GDestroyNotify) clear_piece);
  if (!read_pieces (self, &reader))
    return NULL;
  self->fixed_host = dup_fixed_host (&reader);

  return g_steal_pointer (&self);
}

void
news_template_free (NewsTemplate *self)
{
  g_array_unref (self->pieces);
  g_free (self->fixed_host);
  g_free (self);
}

guint
news_template_get_n_names (const NewsTemplate *self)
{
  return self->pieces->len - 1;
}

const char *
news_template_get_name (const NewsTemplate *self, guint index)
{
  return g_array_index (self->pieces, Piece, index).name;
}

gboolean
news_template_is_optional (const NewsTemplate *self, guint index)
{
  return g_array_index (self->pieces, Piece, index).optional;
}

gboolean
news_template_has_fallback (const NewsTemplate *self, guint index)
{
  return g_array_index (self->pieces, Piece, index).fallback != NULL;
}

const char *
news_template_get_form (const NewsTemplate *self, guint index)
{
  return g_array_index (self->pieces, Piece, index).form;
}

const char *
news_template_get_fixed_host (const NewsTemplate *self)
{
  return self->fixed_host;
}

char *
news_template_expand (const NewsTemplate *self, const char *const *values, guint *culprit)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      const char *value = piece->name != NULL ? values[i] : NULL;

      if (value == NULL || *value == '\0')
        value = piece->fallback;
      else if (piece->instead != NULL)
        value = piece->instead;
      g_string_append (text, piece->literal);
      if (piece->name == NULL || (value == NULL && piece->optional))
        continue;
      if (value != NULL && append_value (text, piece, value))
        continue;

      *culprit = i;
      return NULL;
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
