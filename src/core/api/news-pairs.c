/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-pairs.h"

#include "news-strict.h"

typedef struct
{
  NewsTemplate *name;
  NewsTemplate *value;
} Pair;

struct _NewsPairs
{
  GPtrArray *pairs;
};

static void
free_pair (Pair *pair)
{
  g_clear_pointer (&pair->name, news_template_free);
  g_clear_pointer (&pair->value, news_template_free);
  g_free (pair);
}

static gboolean
read_pair (NewsPairs *self,
           const char *name,
           const char *value,
           NewsTemplateKind kind,
           NewsNames *names,
           const char *where,
           GError **error)
{
  Pair *pair = g_new0 (Pair, 1);

  g_ptr_array_add (self->pairs, pair);
  pair->name = news_names_read_template (names, name, kind, where, error);
  if (pair->name != NULL)
    pair->value = news_names_read_template (names, value, kind, where, error);

  return pair->value != NULL;
}

typedef struct
{
  GString *text;
  gboolean *secret;
} Form;

static void
append_cb (const char *name, const char *value, gboolean secret, gpointer data)
{
  const Form *form = data;

  if (form->text->len > 0)
    g_string_append_c (form->text, '&');
  g_string_append_printf (form->text, "%s=%s", name, value);
  *form->secret = *form->secret || secret;
}

NewsPairs *
news_pairs_new_from_json (JsonObject *object,
                          const char *name,
                          NewsTemplateKind kind,
                          NewsNames *names,
                          const char *where,
                          GError **error)
{
  g_autoptr (NewsPairs) self = g_new0 (NewsPairs, 1);
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *place = news_strict_dup_where (where, name);
  JsonObjectIter iter;
  const char *key, *text;
  JsonNode *value;

  self->pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) free_pair);
  if (node == NULL)
    return g_steal_pointer (&self);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      news_strict_fail (error, place, "this is not an object");
      return NULL;
    }

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &key, &value))
    if (!news_strict_get_text (json_node_get_object (node), key, TRUE, place, &text, error)
        || !read_pair (self, key, text, kind, names, place, error))
      return NULL;

  return g_steal_pointer (&self);
}

void
news_pairs_free (NewsPairs *self)
{
  g_ptr_array_unref (self->pairs);
  g_free (self);
}

gboolean
news_pairs_is_empty (const NewsPairs *self)
{
  return self->pairs->len == 0;
}

gboolean
news_pairs_foreach (const NewsPairs *self,
                    NewsFilling *filling,
                    NewsPairFunc func,
                    gpointer data,
                    GError **error)
{
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = g_ptr_array_index (self->pairs, i);
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      if (news_filling_leaves_out (filling, pair->value))
        continue;
      filling->has_secret = FALSE;
      name = news_filling_expand (filling, pair->name, error);
      value = name != NULL ? news_filling_expand (filling, pair->value, error) : NULL;
      if (value == NULL)
        return FALSE;
      func (name, value, filling->has_secret, data);
    }

  return TRUE;
}

gboolean
news_pairs_append_form (const NewsPairs *self,
                        NewsFilling *filling,
                        GString *text,
                        gboolean *secret,
                        GError **error)
{
  Form form = { text, secret };

  return news_pairs_foreach (self, filling, append_cb, &form, error);
}
