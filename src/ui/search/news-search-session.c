/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-search-session.h"

#include "news-search-speech.h"

struct _NewsSearchSession
{
  GObject parent_instance;

  /* Owned */
  NewsDesk *desk;
  NewsScope *here;
  char *announced;

  /* Borrowed */
  NewsSearchBar *bar;
  NewsSearchResults *results;

  NewsFilter filter;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsSearchSession, news_search_session, G_TYPE_OBJECT)

static NewsScope *
create_within (NewsSearchSession *self)
{
  switch (news_search_bar_get_place (self->bar))
    {
    case NEWS_SEARCH_HERE:
      return news_scope_ref (self->here);
    case NEWS_SEARCH_BOOKMARKS:
      return news_scope_new_bookmarks ();
    case NEWS_SEARCH_EVERYTHING:
      break;
    }

  return NULL;
}

/* NULL where nothing is to be looked for. */
static NewsScope *
create_scope (NewsSearchSession *self)
{
  g_autofree char *query = news_search_bar_dup_query (self->bar);
  g_autoptr (NewsScope) within = NULL;
  g_autoptr (NewsScope) scope = NULL;

  if (*query == '\0' || self->desk == NULL)
    return NULL;

  within = create_within (self);
  scope = news_scope_new_search (query, within, news_desk_get_edition (self->desk)->sections);

  /* Of what is unread, that is not taken away which is read while it is on show. */
  return news_scope_new_view (scope, self->filter, NEWS_ORDER_NEWEST,
                              g_get_real_time () / G_USEC_PER_SEC);
}

/* --- callbacks --- */

static void
typed_cb (NewsSearchSession *self)
{
  g_autoptr (NewsScope) scope = create_scope (self);

  if (scope == NULL)
    g_clear_pointer (&self->announced, g_free);
  news_search_results_show (self->results, scope);
}

static void
open_cb (NewsSearchSession *self)
{
  self->filter = NEWS_FILTER_ALL;
  typed_cb (self);
}

/* What was meant by what was typed is plain by then. */
static void
result_cb (NewsSearchSession *self)
{
  news_suggestion_list_clear (news_search_results_get_suggestions (self->results));
}

static void
go_cb (NewsSearchSession *self, gboolean open)
{
  /* The bar waits for more letters; who goes on has typed them all. */
  typed_cb (self);
  news_search_results_go (self->results, open);
}

static void
found_cb (NewsSearchSession *self)
{
  g_autofree char *count = news_search_session_dup_count (self);

  g_signal_emit (self, signals[CHANGED], 0);
  if (*count == '\0' || news_search_results_is_busy (self->results)
      || !g_set_str (&self->announced, count))
    return;

  news_search_bar_announce (self->bar, count);
}

static void
hint_cb (NewsSearchSession *self, const char *text)
{
  news_search_bar_append (self->bar, text);
}

static void
widen_cb (NewsSearchSession *self)
{
  news_search_bar_set_place (self->bar, NEWS_SEARCH_EVERYTHING);
}

/* In what was found, Escape does what it does in the bar. */
static gboolean
key_cb (NewsSearchSession *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  news_search_bar_stop (self->bar);

  return GDK_EVENT_STOP;
}

static void
edition_cb (NewsSearchSession *self)
{
  news_suggestion_list_set_store (news_search_results_get_suggestions (self->results),
                                  news_desk_get_store (self->desk),
                                  news_desk_get_edition (self->desk)->sections);
}

/* --- object --- */

static void
drop_desk (NewsSearchSession *self)
{
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
}

static void
news_search_session_dispose (GObject *object)
{
  NewsSearchSession *self = NEWS_SEARCH_SESSION (object);

  drop_desk (self);
  g_clear_pointer (&self->here, news_scope_unref);
  g_clear_pointer (&self->announced, g_free);

  G_OBJECT_CLASS (news_search_session_parent_class)->dispose (object);
}

static void
news_search_session_class_init (NewsSearchSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_search_session_dispose;

  signals[CHANGED] = g_signal_new ("changed", NEWS_TYPE_SEARCH_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
news_search_session_init (NewsSearchSession *self)
{
}

static void
connect (NewsSearchSession *self, gpointer object, const char *signal, GCallback callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

NewsSearchSession *
news_search_session_new (NewsSearchBar *bar, NewsSearchResults *results)
{
  NewsSearchSession *self = g_object_new (NEWS_TYPE_SEARCH_SESSION, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->bar = bar;
  self->results = results;
  news_search_bar_set_suggestions (bar, news_search_results_get_suggestions (results));
  connect (self, bar, "changed", G_CALLBACK (typed_cb));
  connect (self, bar, "notify::open", G_CALLBACK (open_cb));
  connect (self, bar, "go", G_CALLBACK (go_cb));
  connect (self, results, "changed", G_CALLBACK (found_cb));
  connect (self, results, "hint", G_CALLBACK (hint_cb));
  connect (self, results, "widen", G_CALLBACK (widen_cb));
  connect (self, results, "open", G_CALLBACK (result_cb));
  connect (self, keys, "key-pressed", G_CALLBACK (key_cb));
  gtk_widget_add_controller (GTK_WIDGET (results), keys);

  return self;
}

void
news_search_session_set_here (NewsSearchSession *self,
                              NewsDesk *desk,
                              NewsPictureLoader *loader,
                              NewsScope *here)
{
  const char *words = news_search_get_here (here);

  g_return_if_fail (NEWS_IS_SEARCH_SESSION (self));

  news_search_bar_set_open (self->bar, FALSE);
  drop_desk (self);
  self->desk = g_object_ref (desk);
  connect (self, desk, "notify::edition", G_CALLBACK (edition_cb));
  edition_cb (self);
  news_scope_ref (here);
  g_clear_pointer (&self->here, news_scope_unref);
  self->here = here;
  news_search_results_set_store (self->results, news_desk_get_store (desk), loader);
  news_search_bar_set_places (self->bar, words,
                              here->kind == NEWS_SCOPE_BOOKMARKS ? NEWS_SEARCH_BOOKMARKS
                                                                 : NEWS_SEARCH_EVERYTHING);
}

void
news_search_session_set_filter (NewsSearchSession *self, NewsFilter filter)
{
  g_return_if_fail (NEWS_IS_SEARCH_SESSION (self));

  if (self->filter == filter)
    return;

  self->filter = filter;
  typed_cb (self);
}

NewsFilter
news_search_session_get_filter (NewsSearchSession *self)
{
  g_return_val_if_fail (NEWS_IS_SEARCH_SESSION (self), NEWS_FILTER_ALL);

  return self->filter;
}

char *
news_search_session_dup_count (NewsSearchSession *self)
{
  guint count;

  g_return_val_if_fail (NEWS_IS_SEARCH_SESSION (self), NULL);

  count = news_search_results_get_count (self->results);
  if (news_search_results_get_scope (self->results) == NULL
      || (count == 0 && news_search_results_is_busy (self->results)))
    return g_strdup ("");

  return news_search_dup_count (count);
}

char *
news_search_session_dup_query (NewsSearchSession *self)
{
  NewsScope *scope;

  g_return_val_if_fail (NEWS_IS_SEARCH_SESSION (self), NULL);

  scope = news_search_results_get_scope (self->results);

  return scope != NULL ? news_search_dup_whole_query (scope) : NULL;
}
