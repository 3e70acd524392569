/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-headline-model-private.h"

/* Rows around one that is looked at that are read with it. */
#define AROUND 30

enum
{
  CHANGING,
  EMPTYING,
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);
static void section_model_iface_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NewsHeadlineModel,
                               news_headline_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                        section_model_iface_init))

static NewsScope *
get_scope (NewsHeadlineModel *self)
{
  return self->reader != NULL ? news_list_reader_get_scope (self->reader) : NULL;
}

/* The headline of a row, empty if it has not been read yet; then those around it are read as well.
 */
static NewsHeadline *
get_headline (NewsHeadlineModel *self, guint position)
{
  gint64 article = news_headline_model_get_article (self, position);
  NewsHeadline *headline = news_headline_cache_get (self->cache, article);
  gint64 articles[2 * AROUND];
  guint n = 0;

  if (headline != NULL)
    return headline;

  for (guint i = position > AROUND ? position - AROUND : 0;
       i < MIN (position + AROUND, _news_headline_model_get_length (self)); i++)
    articles[n++] = news_headline_model_get_article (self, i);
  news_headline_cache_want (self->cache, articles, n);

  return news_headline_cache_get (self->cache, article);
}

/* --- changes --- */

/* See NewsListSectionsFind. */
static guint
find_start (guint position, guint end, gpointer data)
{
  return news_list_change_find_start (NEWS_HEADLINE_MODEL (data)->rows, position, end);
}

/* Of @n rows: those that came or changed, and the one behind them. */
static void
mend_sections (NewsHeadlineModel *self, guint position, guint n, gboolean renew)
{
  news_list_sections_mend (self->sections, GTK_SECTION_MODEL (self), position, n, renew, find_start,
                           self);
}

/* Carries out @most rows of the change. Each piece that is told of is true at that moment. */
static void
take_piece (NewsHeadlineModel *self, guint most)
{
  NewsSplice piece;

  if (!news_list_change_take (self->rows, most, &piece))
    return;

  if (piece.removed > 0)
    news_list_sections_remove (self->sections, piece.position, piece.removed);
  else
    news_list_sections_insert (self->sections, piece.position, piece.added);
  g_list_model_items_changed (G_LIST_MODEL (self), piece.position, piece.removed, piece.added);
  mend_sections (self, piece.position, piece.added + 1, FALSE);
}

/* Rows that stayed may be of another time or group, and so have other headings, even where sections
 * begin as before. */
static void
end_change (NewsHeadlineModel *self)
{
  guint first, end;

  self->changing = FALSE;
  news_list_change_settle (self->rows, &first, &end);
  if (first < end)
    mend_sections (self, first, end - first + 1, TRUE);
}

static void
set_rows (NewsHeadlineModel *self, NewsListChange *rows)
{
  g_clear_pointer (&self->rows, news_list_change_free);
  self->rows = rows;
}

/* Without any rows, and with nothing to come. */
static void
empty_rows (NewsHeadlineModel *self)
{
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (NewsRow));

  self->changing = FALSE;
  set_rows (self,
            news_list_change_new_still (news_list_rows_new (nothing, NEWS_LIST_HEADINGS_NONE)));
}

/* Once what was read is on show, or if nothing could be read. */
static void
end_loading (NewsHeadlineModel *self, const GError *error)
{
  news_list_reader_go_on (self->reader);
  g_signal_emit (self, signals[LOADED], 0, error);
}

/* See NewsListReaderFunc. */
static void
found_cb (NewsListChange *change, GPtrArray *headlines, const GError *error, gpointer data)
{
  NewsHeadlineModel *self = data;

  if (change == NULL)
    {
      end_loading (self, error);
      return;
    }

  news_headline_cache_renew (self->cache, headlines);
  set_rows (self, change);
  self->changing = TRUE;
  if (self->paced)
    g_signal_emit (self, signals[CHANGING], 0);
  else
    news_headline_model_finish (self);
}

static void
status_changed_cb (NewsHeadlineModel *self, gint64 article, gboolean read, gboolean bookmarked)
{
  news_headline_cache_mark (self->cache, article, read, bookmarked);

  /* What is unread again belongs here, and no list is told of as changed. */
  if (!read && get_scope (self)->filter == NEWS_FILTER_UNREAD
      && news_list_change_find (self->rows, article) == G_MAXUINT)
    news_list_reader_read (self->reader);
}

/* --- interfaces --- */

static GType
get_item_type (GListModel *model)
{
  return NEWS_TYPE_HEADLINE;
}

static guint
get_n_items (GListModel *model)
{
  return _news_headline_model_get_length (NEWS_HEADLINE_MODEL (model));
}

static gpointer
get_item (GListModel *model, guint position)
{
  NewsHeadlineModel *self = NEWS_HEADLINE_MODEL (model);

  return position < get_n_items (model) ? g_object_ref (get_headline (self, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  news_list_sections_get (NEWS_HEADLINE_MODEL (model)->sections, position, start, end);
}

static void
section_model_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

static void
close_list (NewsHeadlineModel *self)
{
  if (self->reader == NULL)
    return;

  news_list_reader_close (self->reader);
  news_headline_cache_close (self->cache);
  g_signal_handlers_disconnect_by_data (self->store, self);
  self->changing = FALSE;
}

static void
news_headline_model_dispose (GObject *object)
{
  close_list (NEWS_HEADLINE_MODEL (object));

  G_OBJECT_CLASS (news_headline_model_parent_class)->dispose (object);
}

static void
news_headline_model_finalize (GObject *object)
{
  NewsHeadlineModel *self = NEWS_HEADLINE_MODEL (object);

  g_clear_object (&self->cache);
  g_clear_object (&self->reader);
  g_clear_object (&self->store);
  news_list_change_free (self->rows);
  news_list_sections_free (self->sections);

  G_OBJECT_CLASS (news_headline_model_parent_class)->finalize (object);
}

static void
news_headline_model_class_init (NewsHeadlineModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = news_headline_model_dispose;
  object_class->finalize = news_headline_model_finalize;

  signals[CHANGING] = g_signal_new ("changing", NEWS_TYPE_HEADLINE_MODEL, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EMPTYING] = g_signal_new ("emptying", NEWS_TYPE_HEADLINE_MODEL, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LOADED] = g_signal_new ("loaded", NEWS_TYPE_HEADLINE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
news_headline_model_init (NewsHeadlineModel *self)
{
  self->sections = news_list_sections_new ();
  empty_rows (self);
}

NewsHeadlineModel *
news_headline_model_new (void)
{
  return g_object_new (NEWS_TYPE_HEADLINE_MODEL, NULL);
}

void
news_headline_model_clear (NewsHeadlineModel *self)
{
  guint removed;

  g_return_if_fail (NEWS_IS_HEADLINE_MODEL (self));

  close_list (self);
  removed = _news_headline_model_get_length (self);
  if (removed > 0)
    g_signal_emit (self, signals[EMPTYING], 0);
  empty_rows (self);
  news_list_sections_clear (self->sections);
  if (removed > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, 0);
  g_clear_object (&self->reader);
  g_clear_object (&self->cache);
  g_clear_object (&self->store);
}

void
news_headline_model_set_scope (NewsHeadlineModel *self, NewsStore *store, NewsScope *scope)
{
  g_autoptr (NewsScope) held = news_scope_ref (scope);

  g_return_if_fail (NEWS_IS_HEADLINE_MODEL (self));

  news_headline_model_clear (self);
  self->store = g_object_ref (store);
  self->reader = news_list_reader_new (store, held, found_cb, self);
  self->cache = news_headline_cache_new (store, held);
  g_signal_connect_object (store, "status-changed", G_CALLBACK (status_changed_cb), self,
                           G_CONNECT_SWAPPED);
  news_list_reader_read (self->reader);
}

void
news_headline_model_change_scope (NewsHeadlineModel *self, NewsScope *scope)
{
  g_autoptr (NewsListRows) rows = NULL;

  g_return_if_fail (NEWS_IS_HEADLINE_MODEL (self));
  g_return_if_fail (self->reader != NULL);

  news_list_reader_close (self->reader);
  g_clear_object (&self->reader);
  /* Those on show, in the middle of a change or not. */
  rows = news_list_change_dup_rows (self->rows);
  self->changing = FALSE;
  set_rows (self, news_list_change_new_still (news_list_rows_ref (rows)));
  news_headline_cache_set_scope (self->cache, scope);
  self->reader = news_list_reader_new (self->store, scope, found_cb, self);
  news_list_reader_set_rows (self->reader, rows);
  news_list_reader_read (self->reader);
}

void
news_headline_model_renew (NewsHeadlineModel *self, gint64 since)
{
  g_return_if_fail (NEWS_IS_HEADLINE_MODEL (self));

  if (self->reader == NULL || get_scope (self)->filter != NEWS_FILTER_UNREAD)
    return;

  news_list_reader_set_since (self->reader, since);
  news_list_reader_read (self->reader);
}

NewsScope *
news_headline_model_get_scope (NewsHeadlineModel *self)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_MODEL (self), NULL);

  return get_scope (self);
}

void
news_headline_model_set_kept (NewsHeadlineModel *self, gint64 article)
{
  g_return_if_fail (NEWS_IS_HEADLINE_MODEL (self));

  if (self->reader != NULL)
    news_list_reader_set_kept (self->reader, article);
}

void
news_headline_model_set_paced (NewsHeadlineModel *self, gboolean paced)
{
  g_return_if_fail (NEWS_IS_HEADLINE_MODEL (self));

  self->paced = !!paced;
}

gboolean
news_headline_model_go_on (NewsHeadlineModel *self, guint most)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_MODEL (self), FALSE);
  g_return_val_if_fail (most > 0, FALSE);

  if (!self->changing)
    return FALSE;

  take_piece (self, most);
  if (!news_list_change_is_done (self->rows))
    return TRUE;

  end_change (self);
  end_loading (self, NULL);

  return FALSE;
}

void
news_headline_model_finish (NewsHeadlineModel *self)
{
  while (news_headline_model_go_on (self, G_MAXUINT))
    continue;
}

gboolean
news_headline_model_is_loading (NewsHeadlineModel *self)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_MODEL (self), FALSE);

  return self->reader != NULL && news_list_reader_is_first (self->reader);
}

gboolean
news_headline_model_is_whole (NewsHeadlineModel *self)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_MODEL (self), FALSE);

  return self->reader != NULL && !self->changing && news_list_reader_is_whole (self->reader);
}
