/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-json-path-private.h"

#include "news-answer.h"
#include "news-strict.h"

#include <string.h>

/* More than any API needs, and few enough for a walk by recursion. */
#define MAX_STEPS 24

typedef struct
{
  const char *text;
  const char *at;
  const NewsParameters *parameters;
  GError **error;
} Reader;

/* The source's members that a path may read. */
static const struct
{
  const char *name;
  gsize offset;
} source_members[] = {
  { "id", G_STRUCT_OFFSET (NewsSource, id) },
  { "name", G_STRUCT_OFFSET (NewsSource, name) },
  { "home", G_STRUCT_OFFSET (NewsSource, home) },
  { "language", G_STRUCT_OFFSET (NewsSource, language) },
};

static void
clear_step (Step *step)
{
  g_free (step->name);
  g_free (step->value);
  g_clear_pointer (&step->path, news_json_path_free);
}

static gboolean
fail (Reader *reader, const char *reason)
{
  g_set_error (reader->error, NEWS_API_ERROR, NEWS_API_ERROR_INVALID,
               "the path “%s” can't be read: %s at character %ld", reader->text, reason,
               g_utf8_pointer_to_offset (reader->text, reader->at) + 1);

  return FALSE;
}

static gboolean
skip (Reader *reader, const char *sign)
{
  if (!g_str_has_prefix (reader->at, sign))
    return FALSE;

  reader->at += strlen (sign);

  return TRUE;
}

static char *
read_until (Reader *reader, const char *ends)
{
  gsize length = strcspn (reader->at, ends);
  char *text = g_strndup (reader->at, length);

  reader->at += length;

  return text;
}

/* A text in quotes, if there is one. */
static gboolean
read_quoted (Reader *reader, char **text)
{
  char quote[2] = { *reader->at, '\0' };

  *text = NULL;
  if (quote[0] != '\'' && quote[0] != '"')
    return TRUE;

  reader->at++;
  *text = read_until (reader, quote);

  return skip (reader, quote) ? TRUE : fail (reader, "a closing quote is missing");
}

/* What stands in braces after "=": a path from the row. A join within it would be one too many. */
static gboolean
read_join (Reader *reader, Step *step)
{
  g_autofree char *text = read_until (reader, "{}");

  step->kind = STEP_JOINS;
  if (!skip (reader, "}"))
    return fail (reader, "a closing brace is missing");

  step->path = news_json_path_new (text, reader->parameters, reader->error);

  return step->path != NULL;
}

static gboolean
read_comparison (Reader *reader, Step *step)
{
  static const struct
  {
    const char *sign;
    StepKind kind;
  } comparisons[] = { { "=", STEP_IS }, { "!=", STEP_IS_NOT }, { "^=", STEP_STARTS } };

  if (skip (reader, "={"))
    return read_join (reader, step);

  for (gsize i = 0; i < G_N_ELEMENTS (comparisons); i++)
    if (skip (reader, comparisons[i].sign))
      {
        step->kind = comparisons[i].kind;
        if (!read_quoted (reader, &step->value))
          return FALSE;
        if (step->value == NULL)
          step->value = read_until (reader, "]'\"");
        return *step->value != '\0' ? TRUE : fail (reader, "there is nothing to compare with");
      }

  return fail (reader, "a comparison is missing");
}

static gboolean
read_index (Reader *reader, Step *step)
{
  char *end;
  guint64 index;

  step->kind = STEP_INDEX;
  step->from_end = skip (reader, "-");
  index = g_ascii_strtoull (reader->at, &end, 10);
  reader->at = end;
  step->index = (guint) MIN (index, G_MAXUINT);

  return !step->from_end || index > 0 ? TRUE : fail (reader, "the last element is [-1]");
}

static gboolean
read_parameter (Reader *reader, Step *step)
{
  step->kind = STEP_PARAMETER;
  step->name = read_until (reader, "{}]");
  if (reader->parameters == NULL || !news_parameters_has (reader->parameters, step->name))
    return fail (reader, "there is no such parameter");

  return skip (reader, "}") ? TRUE : fail (reader, "a closing brace is missing");
}

/* What stands between "[" and "]". */
static gboolean
read_bracket (Reader *reader, Step *step)
{
  gboolean quoted;

  if (skip (reader, "{"))
    return read_parameter (reader, step);
  if (g_str_has_prefix (reader->at, "*]"))
    {
      step->kind = STEP_ELEMENTS;
      return skip (reader, "*");
    }
  if (g_ascii_isdigit (reader->at[*reader->at == '-']))
    return read_index (reader, step);

  if (!read_quoted (reader, &step->name))
    return FALSE;

  quoted = step->name != NULL;
  if (quoted && *reader->at == ']')
    return TRUE;
  if (!quoted)
    step->name = read_until (reader, "=!^]'\"[{}");
  if (*step->name == '\0')
    g_clear_pointer (&step->name, g_free);

  return read_comparison (reader, step);
}

static gboolean
read_name (Reader *reader, Step *step)
{
  if (skip (reader, "*"))
    {
      step->kind = STEP_MEMBERS;
      return TRUE;
    }

  step->name = read_until (reader, ".[]'\"{}^* \t");

  return *step->name != '\0' ? TRUE : fail (reader, "a name is missing");
}

static gboolean
read_step (NewsJsonPath *self, Reader *reader)
{
  Step step = { .kind = STEP_MEMBER };
  gboolean first = self->steps->len == 0;
  gboolean good;

  if (skip (reader, "["))
    good = read_bracket (reader, &step)
           && (skip (reader, "]") || fail (reader, "a closing bracket is missing"));
  else if (first || skip (reader, "."))
    good = read_name (reader, &step);
  else
    good = fail (reader, "a point or bracket is missing");

  g_array_append_val (self->steps, step);
  self->joins = self->joins || step.kind == STEP_JOINS;

  return good && self->steps->len > MAX_STEPS ? fail (reader, "there are too many steps") : good;
}

static gboolean
read_source_member (NewsJsonPath *self, Reader *reader)
{
  self->origin = ORIGIN_SOURCE;
  for (gsize i = 0; i < G_N_ELEMENTS (source_members); i++)
    if (g_str_equal (source_members[i].name, reader->at))
      {
        self->member = source_members[i].offset;
        return TRUE;
      }

  return fail (reader, "a source has no such member");
}

static gboolean
read_header (NewsJsonPath *self, Reader *reader)
{
  self->origin = ORIGIN_HEADER;
  self->key = g_ascii_strdown (reader->at, -1);

  return *self->key != '\0' ? TRUE : fail (reader, "a name is missing");
}

static gboolean
read_path (NewsJsonPath *self, Reader *reader)
{
  if (skip (reader, "source:"))
    return read_source_member (self, reader);
  if (skip (reader, "header:"))
    return read_header (self, reader);

  if (skip (reader, "^^"))
    self->origin = ORIGIN_ROOT;
  else if (skip (reader, "^"))
    self->origin = ORIGIN_ROW;

  while (*reader->at != '\0')
    if (!read_step (self, reader))
      return FALSE;

  return TRUE;
}

NewsJsonPath *
news_json_path_new (const char *text, const NewsParameters *parameters, GError **error)
{
  g_autoptr (NewsJsonPath) self = g_new0 (NewsJsonPath, 1);
  Reader reader = { text, text, parameters, error };

  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (self->steps, (GDestroyNotify) clear_step);
  if (!read_path (self, &reader))
    return NULL;

  return g_steal_pointer (&self);
}

void
news_json_path_free (NewsJsonPath *self)
{
  g_array_unref (self->steps);
  g_free (self->key);
  g_free (self);
}

gboolean
news_json_path_read_member (JsonObject *object,
                            const char *name,
                            const NewsParameters *parameters,
                            const char *where,
                            NewsJsonPath **path,
                            GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *text;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return news_strict_fail (error, where, "the member “%s” is not a text", name);

  text = json_node_get_string (node);
  *path = news_json_path_new (text, parameters, error);
  if (*path == NULL)
    news_strict_prefix (error, where, name);

  return *path != NULL;
}

gboolean
news_json_path_read_members (JsonObject *object,
                             const char *name,
                             const NewsParameters *parameters,
                             const char *where,
                             GPtrArray **paths,
                             GError **error)
{
  g_auto (GStrv) texts = NULL;

  if (!news_strict_dup_texts (object, name, where, &texts, error))
    return FALSE;
  if (texts == NULL)
    return TRUE;

  *paths = g_ptr_array_new_with_free_func ((GDestroyNotify) news_json_path_free);
  for (char **text = texts; *text != NULL; text++)
    {
      NewsJsonPath *path = news_json_path_new (*text, parameters, error);

      if (path == NULL)
        {
          news_strict_prefix (error, where, name);
          return FALSE;
        }
      g_ptr_array_add (*paths, path);
    }

  return TRUE;
}
