/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-saved-searches.h"

#define KEY "saved-searches"

struct _NewsSavedSearches
{
  GObject parent_instance;

  /* Owned */
  GSettings *settings;
  GPtrArray *searches; /* NewsSavedSearch */
};

enum
{
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NewsSavedSearches,
                               news_saved_searches,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static NewsSavedSearch *
get (NewsSavedSearches *self, guint i)
{
  return g_ptr_array_index (self->searches, i);
}

/* --- the setting --- */

static GVariant *
pack (NewsSavedSearches *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < self->searches->len; i++)
    g_variant_builder_add (&builder, "(ss)", news_saved_search_get_name (get (self, i)),
                           news_saved_search_get_query (get (self, i)));

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static void
keep (NewsSavedSearches *self)
{
  g_autoptr (GVariant) packed = pack (self);

  g_settings_set_value (self->settings, KEY, packed);
}

/* Somebody may have written it by hand. */
static GPtrArray *
unpack (GVariant *packed)
{
  g_autoptr (GPtrArray) searches = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GVariantIter iter;
  const char *name, *query;

  g_variant_iter_init (&iter, packed);
  while (searches->len < NEWS_SAVED_SEARCHES_MOST
         && g_variant_iter_next (&iter, "(&s&s)", &name, &query))
    if (*query != '\0' && g_hash_table_add (seen, (gpointer) query))
      g_ptr_array_add (searches, news_saved_search_new (*name != '\0' ? name : query, query));

  return g_steal_pointer (&searches);
}

static void
setting_changed (NewsSavedSearches *self)
{
  g_autoptr (GVariant) packed = g_settings_get_value (self->settings, KEY);
  g_autoptr (GVariant) mine = pack (self);
  guint removed = self->searches->len;

  /* It was we who wrote it. */
  if (g_variant_equal (packed, mine))
    return;

  g_clear_pointer (&self->searches, g_ptr_array_unref);
  self->searches = unpack (packed);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, self->searches->len);
}

/* --- list --- */

static GType
get_item_type (GListModel *model)
{
  return NEWS_TYPE_SAVED_SEARCH;
}

static guint
get_n_items (GListModel *model)
{
  return NEWS_SAVED_SEARCHES (model)->searches->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  NewsSavedSearches *self = NEWS_SAVED_SEARCHES (model);

  return position < self->searches->len ? g_object_ref (get (self, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* --- object --- */

static void
news_saved_searches_finalize (GObject *object)
{
  NewsSavedSearches *self = NEWS_SAVED_SEARCHES (object);

  g_clear_object (&self->settings);
  g_ptr_array_unref (self->searches);

  G_OBJECT_CLASS (news_saved_searches_parent_class)->finalize (object);
}

static void
news_saved_searches_class_init (NewsSavedSearchesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = news_saved_searches_finalize;

  signals[REMOVED] = g_signal_new ("removed", NEWS_TYPE_SAVED_SEARCHES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, NEWS_TYPE_SAVED_SEARCH, G_TYPE_UINT);
}

static void
news_saved_searches_init (NewsSavedSearches *self)
{
  self->searches = g_ptr_array_new_with_free_func (g_object_unref);
}

NewsSavedSearches *
news_saved_searches_new (GSettings *settings)
{
  NewsSavedSearches *self = g_object_new (NEWS_TYPE_SAVED_SEARCHES, NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (setting_changed), self,
                           G_CONNECT_SWAPPED);
  setting_changed (self);

  return self;
}

NewsSavedSearch *
news_saved_searches_find (NewsSavedSearches *self, const char *query)
{
  g_return_val_if_fail (NEWS_IS_SAVED_SEARCHES (self), NULL);

  for (guint i = 0; i < self->searches->len; i++)
    if (g_strcmp0 (news_saved_search_get_query (get (self, i)), query) == 0)
      return get (self, i);

  return NULL;
}

guint
news_saved_searches_get_place (NewsSavedSearches *self, NewsSavedSearch *search)
{
  guint place;

  g_return_val_if_fail (NEWS_IS_SAVED_SEARCHES (self), G_MAXUINT);

  return g_ptr_array_find (self->searches, search, &place) ? place : G_MAXUINT;
}

gboolean
news_saved_searches_is_full (NewsSavedSearches *self)
{
  g_return_val_if_fail (NEWS_IS_SAVED_SEARCHES (self), FALSE);

  return self->searches->len >= NEWS_SAVED_SEARCHES_MOST;
}

gboolean
news_saved_searches_insert (NewsSavedSearches *self, NewsSavedSearch *search, guint place)
{
  const char *query;

  g_return_val_if_fail (NEWS_IS_SAVED_SEARCHES (self), FALSE);
  g_return_val_if_fail (NEWS_IS_SAVED_SEARCH (search), FALSE);

  query = news_saved_search_get_query (search);
  if (*query == '\0' || news_saved_searches_is_full (self)
      || news_saved_searches_find (self, query) != NULL)
    return FALSE;

  place = MIN (place, self->searches->len);
  g_ptr_array_insert (self->searches, (int) place, g_object_ref (search));
  keep (self);
  g_list_model_items_changed (G_LIST_MODEL (self), place, 0, 1);

  return TRUE;
}

void
news_saved_searches_rename (NewsSavedSearches *self, NewsSavedSearch *search, const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  g_return_if_fail (NEWS_IS_SAVED_SEARCHES (self));

  if (*stripped == '\0' || !g_ptr_array_find (self->searches, search, NULL))
    return;

  news_saved_search_set_name (search, stripped);
  keep (self);
}

void
news_saved_searches_set_query (NewsSavedSearches *self, NewsSavedSearch *search, const char *query)
{
  g_autofree char *stripped = g_strstrip (g_strdup (query));

  g_return_if_fail (NEWS_IS_SAVED_SEARCHES (self));

  if (*stripped == '\0' || !g_ptr_array_find (self->searches, search, NULL)
      || news_saved_searches_find (self, stripped) != NULL)
    return;

  /* A name that nobody has given goes with it. */
  if (g_str_equal (news_saved_search_get_name (search), news_saved_search_get_query (search)))
    news_saved_search_set_name (search, stripped);
  news_saved_search_set_query (search, stripped);
  keep (self);
}

gboolean
news_saved_searches_move (NewsSavedSearches *self, NewsSavedSearch *search, guint place)
{
  guint from, first, n;

  g_return_val_if_fail (NEWS_IS_SAVED_SEARCHES (self), FALSE);

  if (!g_ptr_array_find (self->searches, search, &from))
    return FALSE;

  place = MIN (place, self->searches->len - 1);
  if (place == from)
    return FALSE;

  g_ptr_array_insert (self->searches, (int) place, g_ptr_array_steal_index (self->searches, from));
  keep (self);
  first = MIN (from, place);
  n = MAX (from, place) - first + 1;
  g_list_model_items_changed (G_LIST_MODEL (self), first, n, n);

  return TRUE;
}

void
news_saved_searches_remove (NewsSavedSearches *self, NewsSavedSearch *search)
{
  g_autoptr (NewsSavedSearch) held = NULL;
  guint place;

  g_return_if_fail (NEWS_IS_SAVED_SEARCHES (self));

  if (!g_ptr_array_find (self->searches, search, &place))
    return;

  held = g_object_ref (search);
  g_ptr_array_remove_index (self->searches, place);
  keep (self);
  g_list_model_items_changed (G_LIST_MODEL (self), place, 1, 0);
  g_signal_emit (self, signals[REMOVED], 0, search, place);
}
