/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-saved-search.h"

#include <string.h>

struct _NewsSavedSearch
{
  GObject parent_instance;

  /* Owned */
  char *name;
  char *id;

  guint unread;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_QUERY,
  PROP_UNREAD,
} Property;

static GParamSpec *properties[PROP_UNREAD + 1];

G_DEFINE_FINAL_TYPE (NewsSavedSearch, news_saved_search, G_TYPE_OBJECT)

static void
news_saved_search_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NewsSavedSearch *self = NEWS_SAVED_SEARCH (object);

  switch ((Property) id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_QUERY:
      g_value_set_string (value, news_saved_search_get_query (self));
      break;
    case PROP_UNREAD:
      g_value_set_uint (value, self->unread);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
news_saved_search_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NewsSavedSearch *self = NEWS_SAVED_SEARCH (object);

  switch ((Property) id)
    {
    case PROP_NAME:
      news_saved_search_set_name (self, g_value_get_string (value));
      break;
    case PROP_QUERY:
      news_saved_search_set_query (self, g_value_get_string (value));
      break;
    case PROP_UNREAD:
      news_saved_search_set_unread (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
news_saved_search_finalize (GObject *object)
{
  NewsSavedSearch *self = NEWS_SAVED_SEARCH (object);

  g_free (self->name);
  g_free (self->id);

  G_OBJECT_CLASS (news_saved_search_parent_class)->finalize (object);
}

static void
news_saved_search_class_init (NewsSavedSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = news_saved_search_get_property;
  object_class->set_property = news_saved_search_set_property;
  object_class->finalize = news_saved_search_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, "", flags);
  properties[PROP_UNREAD] = g_param_spec_uint ("unread", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
news_saved_search_init (NewsSavedSearch *self)
{
  self->name = g_strdup ("");
  self->id = g_strdup (NEWS_SAVED_SEARCH_PREFIX);
}

NewsSavedSearch *
news_saved_search_new (const char *name, const char *query)
{
  NewsSavedSearch *self = g_object_new (NEWS_TYPE_SAVED_SEARCH, NULL);

  news_saved_search_set_name (self, name);
  news_saved_search_set_query (self, query);

  return self;
}

const char *
news_saved_search_get_name (NewsSavedSearch *self)
{
  g_return_val_if_fail (NEWS_IS_SAVED_SEARCH (self), NULL);

  return self->name;
}

const char *
news_saved_search_get_query (NewsSavedSearch *self)
{
  g_return_val_if_fail (NEWS_IS_SAVED_SEARCH (self), NULL);

  return self->id + strlen (NEWS_SAVED_SEARCH_PREFIX);
}

const char *
news_saved_search_get_id (NewsSavedSearch *self)
{
  g_return_val_if_fail (NEWS_IS_SAVED_SEARCH (self), NULL);

  return self->id;
}

guint
news_saved_search_get_unread (NewsSavedSearch *self)
{
  g_return_val_if_fail (NEWS_IS_SAVED_SEARCH (self), 0);

  return self->unread;
}

void
news_saved_search_set_name (NewsSavedSearch *self, const char *name)
{
  g_return_if_fail (NEWS_IS_SAVED_SEARCH (self));
  g_return_if_fail (name != NULL);

  if (g_set_str (&self->name, name))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

void
news_saved_search_set_query (NewsSavedSearch *self, const char *query)
{
  g_autofree char *id = NULL;

  g_return_if_fail (NEWS_IS_SAVED_SEARCH (self));
  g_return_if_fail (query != NULL);

  id = g_strconcat (NEWS_SAVED_SEARCH_PREFIX, query, NULL);
  if (g_set_str (&self->id, id))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

void
news_saved_search_set_unread (NewsSavedSearch *self, guint unread)
{
  g_return_if_fail (NEWS_IS_SAVED_SEARCH (self));

  if (self->unread == unread)
    return;

  self->unread = unread;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNREAD]);
}
