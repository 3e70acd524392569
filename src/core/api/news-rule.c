/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-rule-private.h"

#include "news-date.h"
#include "news-markup.h"
#include "news-number.h"
#include "news-transform.h"

#include <string.h>

/* Names that one line holds. */
#define MAX_JOINED 64

typedef struct _Sink Sink;

/* Where the values of a rule go: an outer rule's further steps, or the collector at the end. */
struct _Sink
{
  const NewsRule *rule;
  const NewsContext *context;
  Sink *outer;
  gboolean (*take) (Sink *self, char *value); /* owns it; FALSE when there is enough */
  gboolean taken;
  gpointer data;
};

static gboolean evaluate (const NewsRule *self, const NewsContext *context, Sink *outer);

/* @text without the blanks at both ends, as a copy; NULL where that is nothing. */
static char *
trim (const char *text)
{
  gsize length;

  while (g_ascii_isspace (*text))
    text++;
  length = strlen (text);
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;

  return length > 0 ? g_strndup (text, length) : NULL;
}

/* Takes off the first of @ends that is there, in place. */
static char *
strip (GPtrArray *ends, gboolean front, const NewsContext *context, char *value)
{
  for (guint i = 0; ends != NULL && i < ends->len; i++)
    {
      g_autofree char *end = news_rule_dup_text (g_ptr_array_index (ends, i), context);
      gsize length = end != NULL ? strlen (end) : 0;
      gsize rest = strlen (value);

      if (length == 0 || length >= rest)
        continue;
      if (front && g_str_has_prefix (value, end))
        {
          memmove (value, value + length, rest - length + 1);
          return g_strstrip (value);
        }
      if (!front && g_str_has_suffix (value, end))
        {
          value[rest - length] = '\0';
          return g_strstrip (value);
        }
    }

  return value;
}

/* Puts a value, which it owns, through the rule's transforms and table. Bodies are long: a rule
 * that does nothing to them copies them no second time. */
static char *
transform (const NewsRule *self, const NewsContext *context, char *value)
{
  for (guint i = 0; value != NULL && i < self->transforms->len; i++)
    {
      NewsTransform step = g_array_index (self->transforms, NewsTransform, i);
      char *next = news_transform_apply (step, value, context->base);

      g_free (value);
      value = next;
    }

  if (value != NULL && (self->prefixes != NULL || self->suffixes != NULL))
    value = strip (self->suffixes, FALSE, context, strip (self->prefixes, TRUE, context, value));

  if (value != NULL && self->table != NULL)
    {
      char *found = g_strdup (g_hash_table_lookup (self->table, value));

      g_free (value);
      value = found;
    }

  return value;
}

static gboolean
is_tidy (const char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_iscntrl (*text) || (*text == ' ' && text[1] == ' '))
      return FALSE;

  return TRUE;
}

/* Puts on one line, if that is what the rule makes, a value that it owns. */
static char *
tidy (const NewsRule *self, char *value)
{
  char *line;

  if ((self->kind != NEWS_RULE_LINE && self->kind != NEWS_RULE_LIST) || is_tidy (value))
    return value;

  line = news_markup_tidy_text (value);
  g_free (value);

  return line;
}

/* FALSE when there is enough. */
static gboolean
hand_on (Sink *self, const char *raw)
{
  char *value = trim (raw);

  if (value != NULL)
    value = transform (self->rule, self->context, value);
  if (value != NULL)
    value = tidy (self->rule, value);
  if (value == NULL || *value == '\0')
    {
      g_free (value);
      return TRUE;
    }

  self->taken = TRUE;

  return self->outer->take (self->outer, value);
}

static gboolean
split_on (Sink *self, const char *raw)
{
  g_auto (GStrv) pieces = NULL;

  if (self->rule->split == NULL)
    return hand_on (self, raw);

  pieces = g_strsplit (raw, self->rule->split, -1);
  for (char **piece = pieces; *piece != NULL; piece++)
    if (!hand_on (self, *piece))
      return FALSE;

  return TRUE;
}

static gboolean
take_from_rule (Sink *self, char *value)
{
  g_autofree char *owned = value;

  return split_on (self, owned);
}

static gboolean
take_from_path_cb (const NewsValue *value, gpointer data)
{
  NewsValueBuffer buffer;
  const char *text = news_value_peek_text (value, buffer);

  return text == NULL || split_on (data, text);
}

static gboolean
take_text_cb (const NewsValue *value, gpointer data)
{
  NewsValueBuffer buffer;
  const char *text = news_value_peek_text (value, buffer);
  char **copy = data;

  *copy = text != NULL ? trim (text) : NULL;

  return *copy == NULL;
}

static gboolean
evaluate_template (const NewsRule *self, Sink *sink)
{
  g_auto (GStrv) values = g_new0 (char *, self->names->len + 1);
  g_autofree char *text = NULL;
  guint culprit;
  guint n_values = 0;

  /* A value that is missing ends the row of them, as NULL does with all such rows; so it is "". */
  for (guint i = 0; i < self->names->len; i++)
    {
      char *value = NULL;

      news_json_path_foreach (g_ptr_array_index (self->names, i), sink->context, take_text_cb,
                              &value);
      values[n_values++] = value != NULL ? value : g_strdup ("");
    }

  text = news_template_expand (self->template, (const char *const *) values, &culprit);

  return text == NULL || split_on (sink, text);
}

static gboolean
is_any_true (GPtrArray *paths, const NewsContext *context)
{
  for (guint i = 0; i < paths->len; i++)
    if (news_json_path_is_true (g_ptr_array_index (paths, i), context))
      return TRUE;

  return FALSE;
}

static gboolean
is_suspended (const NewsRule *self, const NewsContext *context)
{
  return (self->unless != NULL && is_any_true (self->unless, context))
         || (self->when != NULL && !is_any_true (self->when, context));
}

/* Gives the rule's values to @outer. Returns whether there was one. */
static gboolean
evaluate (const NewsRule *self, const NewsContext *context, Sink *outer)
{
  Sink sink = { self, context, outer, take_from_rule, FALSE, NULL };

  if (is_suspended (self, context))
    return FALSE;

  if (self->path != NULL)
    news_json_path_foreach (self->path, context, take_from_path_cb, &sink);
  else if (self->constant != NULL)
    hand_on (&sink, self->constant);
  else if (self->template != NULL)
    evaluate_template (self, &sink);
  else
    for (guint i = 0; (self->all || !sink.taken) && i < self->alternatives->len; i++)
      evaluate (g_ptr_array_index (self->alternatives, i), context, &sink);

  return sink.taken;
}

/* Rules that want all of their alternatives go on after they have been told that there is enough.
 */
static gboolean
collect_first (Sink *self, char *value)
{
  char **text = self->data;

  if (*text == NULL)
    *text = value;
  else
    g_free (value);

  return FALSE;
}

typedef struct
{
  GPtrArray *values;
  GHashTable *seen;
  guint limit;
} Collection;

static gboolean
collect_all (Sink *self, char *value)
{
  Collection *collection = self->data;

  if (g_hash_table_contains (collection->seen, value))
    {
      g_free (value);
      return TRUE;
    }

  g_hash_table_add (collection->seen, value);
  g_ptr_array_add (collection->values, value);

  return collection->values->len < collection->limit;
}

static char **
dup_all (const NewsRule *self, const NewsContext *context, guint limit)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  Collection collection = { values, seen, limit };
  Sink sink = { NULL, context, NULL, collect_all, FALSE, &collection };

  if (!evaluate (self, context, &sink))
    return NULL;

  g_ptr_array_add (values, NULL);

  return (char **) g_ptr_array_steal (values, NULL);
}

static gboolean
read_number (const NewsRule *self, const char *value, gint64 *number)
{
  if (self->kind == NEWS_RULE_NUMBER)
    return news_number_parse (value, number) && *number >= 0;

  for (guint i = 0; i < self->dates->len; i++)
    if (news_date_read (g_ptr_array_index (self->dates, i), value, number) && *number != 0)
      return TRUE;

  return FALSE;
}

static gboolean
collect_number (Sink *self, char *value)
{
  g_autofree char *owned = value;
  gint64 number;

  if (!read_number (self->rule, owned, &number))
    return TRUE;

  if (self->rule->sum && self->taken)
    *(gint64 *) self->data += MIN (number, G_MAXINT64 - *(gint64 *) self->data);
  else
    *(gint64 *) self->data = number;
  self->taken = TRUE;

  return self->rule->sum;
}

void
news_rule_free (NewsRule *self)
{
  g_clear_pointer (&self->path, news_json_path_free);
  g_clear_pointer (&self->alternatives, g_ptr_array_unref);
  g_free (self->constant);
  g_clear_pointer (&self->template, news_template_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->unless, g_ptr_array_unref);
  g_clear_pointer (&self->when, g_ptr_array_unref);
  g_clear_pointer (&self->prefixes, g_ptr_array_unref);
  g_clear_pointer (&self->suffixes, g_ptr_array_unref);
  g_free (self->text);
  g_free (self->split);
  g_clear_pointer (&self->transforms, g_array_unref);
  g_clear_pointer (&self->table, g_hash_table_unref);
  g_free (self->join);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_free (self);
}

char *
news_rule_dup_text (const NewsRule *self, const NewsContext *context)
{
  char *text = NULL;
  Sink sink = { NULL, context, NULL, collect_first, FALSE, &text };
  g_auto (GStrv) values = NULL;

  if (self->join == NULL)
    {
      evaluate (self, context, &sink);
      return text;
    }

  values = dup_all (self, context, MAX_JOINED);

  return values != NULL ? g_strjoinv (self->join, values) : NULL;
}

char **
news_rule_dup_list (const NewsRule *self, const NewsContext *context)
{
  return dup_all (self, context, G_MAXUINT);
}

gboolean
news_rule_get_number (const NewsRule *self, const NewsContext *context, gint64 *number)
{
  Sink sink = { self, context, NULL, collect_number, FALSE, number };

  if (self->alternatives == NULL)
    evaluate (self, context, &sink);
  else if (!is_suspended (self, context))
    /* The next one has its turn until one can be read as a number, not only found. */
    for (guint i = 0; !sink.taken && i < self->alternatives->len; i++)
      sink.taken
        = news_rule_get_number (g_ptr_array_index (self->alternatives, i), context, number);

  return sink.taken;
}

gboolean
news_rule_is_true (const NewsRule *self, const NewsContext *context)
{
  if (is_suspended (self, context))
    return FALSE;

  if (self->path != NULL)
    return news_json_path_is_true (self->path, context);

  for (guint i = 0; self->alternatives != NULL && i < self->alternatives->len; i++)
    if (news_rule_is_true (g_ptr_array_index (self->alternatives, i), context))
      return TRUE;

  return FALSE;
}

/* Whether the rule, without its alternatives, gives something. */
static gboolean
gives (const NewsRule *self, const NewsContext *context)
{
  gint64 number;

  switch (self->kind)
    {
    case NEWS_RULE_NUMBER:
    case NEWS_RULE_DATE:
      return news_rule_get_number (self, context, &number);
    case NEWS_RULE_FLAG:
      return news_rule_is_true (self, context);
    case NEWS_RULE_TEXT:
    case NEWS_RULE_LINE:
    case NEWS_RULE_LIST:
    default:
      {
        g_autofree char *text = news_rule_dup_text (self, context);

        return text != NULL;
      }
    }
}

const char *
news_rule_find_giver (const NewsRule *self, const NewsContext *context)
{
  if (!gives (self, context))
    return NULL;

  for (guint i = 0; self->alternatives != NULL && !self->all && i < self->alternatives->len; i++)
    {
      const char *giver = news_rule_find_giver (g_ptr_array_index (self->alternatives, i), context);

      if (giver != NULL)
        return giver;
    }

  return self->text;
}
