/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-headline-model.h"

#include "news-headline-cache.h"
#include "news-list-sections.h"
#include "news-splices.h"
#include "news-when.h"

#include <glib/gi18n.h>
#include <string.h>

/* Headlines that come with a snapshot: as many as GtkListView makes rows of, most of them beyond
 * what a screen shows. A row that is full when it is made is measured once. */
#define FIRST_HEADLINES 200

/* Rows around one that is looked at that are read with it. */
#define AROUND 30

struct _NewsHeadlineModel
{
  GObject parent_instance;

  /* Owned */
  NewsStore *store;
  NewsScope *scope;
  NewsHeadlineCache *cache; /* NULL until there is a scope */
  GArray *rows;             /* NewsRow: those on show */
  NewsListSections *sections;
  GCancellable *cancellable;
  NewsSnapshot *coming; /* what the rows are being brought to, or NULL */
  GArray *splices;      /* NewsSplice: what is still to be done for that */

  guint next; /* of these */
  gint64 kept;
  gboolean paced;
  gboolean loading;
  gboolean loading_first;
  gboolean load_again;
};

enum
{
  CHANGING,
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void load (NewsHeadlineModel *self);
static void list_model_iface_init (GListModelInterface *iface);
static void section_model_iface_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NewsHeadlineModel,
                               news_headline_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                        section_model_iface_init))

#define ROW(self, i) (&g_array_index ((self)->rows, NewsRow, (i)))

/* The headline of a row, empty if it has not been read yet; then those around it are read as well.
 */
static NewsHeadline *
get_headline (NewsHeadlineModel *self, guint position)
{
  gint64 article = ROW (self, position)->article;
  NewsHeadline *headline = news_headline_cache_get (self->cache, article);

  if (headline != NULL)
    return headline;

  news_headline_cache_want (self->cache, self->rows, position > AROUND ? position - AROUND : 0,
                            MIN (position + AROUND, self->rows->len));

  return news_headline_cache_get (self->cache, article);
}

/* --- snapshots --- */

/* The day that a run of rows is of: most rows are of the same one as the row before, and to find
 * out what day a time is in takes long. */
typedef struct
{
  NewsHeadlineModel *model;
  gint64 day; /* its beginning, and the earliest end that it can have */
  gint64 end;
} Run;

#define SHORTEST_DAY (G_GINT64_CONSTANT (20) * 60 * 60)

static void
set_day (Run *run, gint64 time)
{
  if (time >= run->day && time < run->end)
    return;

  run->day = news_when_get_day (time);
  run->end = run->day + SHORTEST_DAY;
}

/* See NewsListSectionsStarts. */
static gboolean
starts_section (guint position, gpointer data)
{
  Run *run = data;
  const NewsRow *row = ROW (run->model, position);
  const NewsRow *before = ROW (run->model, position - 1);
  gint64 day;

  if (run->model->scope->kind == NEWS_SCOPE_HOME)
    return row->group != before->group;
  if (run->model->scope->kind == NEWS_SCOPE_SEARCH)
    return FALSE;

  set_day (run, before->time);
  day = run->day;
  set_day (run, row->time);

  return run->day != day;
}

/* Of @n rows: those that came or changed, and the one behind them. */
static void
mend_sections (NewsHeadlineModel *self, guint position, guint n, gboolean renew)
{
  Run run = { .model = self };

  news_list_sections_mend (self->sections, GTK_SECTION_MODEL (self), position, n, renew,
                           starts_section, &run);
}

static GArray *
list_articles (GArray *rows)
{
  GArray *articles = g_array_sized_new (FALSE, FALSE, sizeof (gint64), rows->len);

  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (articles, g_array_index (rows, NewsRow, i).article);

  return articles;
}

static void
remove_rows (NewsHeadlineModel *self, guint position, guint n)
{
  g_array_remove_range (self->rows, position, n);
  news_list_sections_remove (self->sections, position, n);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n, 0);
  mend_sections (self, position, 1, FALSE);
}

static void
insert_rows (NewsHeadlineModel *self, guint position, guint n)
{
  g_array_insert_vals (self->rows, position, &g_array_index (self->coming->rows, NewsRow, position),
                       n);
  news_list_sections_insert (self->sections, position, n);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, n);
  mend_sections (self, position, n + 1, FALSE);
}

/* Carries out @most rows of the splice at hand, which is what remains of it afterwards. Each change
 * that is told of is true at that moment. */
static void
take_piece (NewsHeadlineModel *self, guint most)
{
  NewsSplice *splice = &g_array_index (self->splices, NewsSplice, self->next);
  guint position = splice->position;
  guint removed = MIN (splice->removed, most);
  guint added = MIN (splice->added, most - removed);

  splice->position += added;
  splice->removed -= removed;
  splice->added -= added;
  if (splice->removed == 0 && splice->added == 0)
    self->next++;

  if (removed > 0)
    remove_rows (self, position, removed);
  if (added > 0)
    insert_rows (self, position, added);
}

/* Rows that stayed may be of another time or group, and so have other headings, even where sections
 * begin as before. */
static void
renew_rows (NewsHeadlineModel *self)
{
  guint first = self->rows->len;
  guint end = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      NewsRow *new = &g_array_index (self->coming->rows, NewsRow, i);

      if (ROW (self, i)->time != new->time || ROW (self, i)->group != new->group)
        {
          first = MIN (first, i);
          end = i + 1;
        }
      *ROW (self, i) = *new;
    }
  if (first < end)
    mend_sections (self, first, end - first + 1, TRUE);
}

static void
drop_coming (NewsHeadlineModel *self)
{
  g_clear_pointer (&self->coming, news_snapshot_unref);
  g_clear_pointer (&self->splices, g_array_unref);
  self->next = 0;
}

static void
end_loading (NewsHeadlineModel *self, const GError *error)
{
  self->loading = FALSE;
  self->loading_first = FALSE;
  g_signal_emit (self, signals[LOADED], 0, error);

  if (self->load_again)
    load (self);
}

static void
begin_rows (NewsHeadlineModel *self, NewsSnapshot *snapshot)
{
  g_autoptr (GArray) before = list_articles (self->rows);
  g_autoptr (GArray) after = list_articles (snapshot->rows);

  self->coming = news_snapshot_ref (snapshot);
  self->splices
    = news_splices_find ((gint64 *) before->data, before->len, (gint64 *) after->data, after->len);
  self->next = 0;

  if (self->paced)
    g_signal_emit (self, signals[CHANGING], 0);
  else
    news_headline_model_finish (self);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsHeadlineModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsSnapshot) snapshot = news_store_list_finish (NEWS_STORE (object), result, &error);

  /* Another list is on show by now; it has loaded, or will, on its own. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (snapshot == NULL)
    {
      end_loading (self, error);
      return;
    }

  news_headline_cache_renew (self->cache, snapshot->headlines);
  begin_rows (self, snapshot);
}

static void
load (NewsHeadlineModel *self)
{
  self->load_again = self->loading;
  if (self->loading || self->scope == NULL)
    return;

  self->loading = TRUE;
  news_store_list_async (self->store, self->scope, self->kept, FIRST_HEADLINES, self->cancellable,
                         loaded_cb, g_object_ref (self));
}

static void
status_changed_cb (NewsHeadlineModel *self, gint64 article, gboolean read, gboolean bookmarked)
{
  NewsHeadline *headline = news_headline_cache_get (self->cache, article);

  if (headline == NULL)
    return;

  news_headline_set_read (headline, read);
  news_headline_set_bookmarked (headline, bookmarked);
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
  return NEWS_HEADLINE_MODEL (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  NewsHeadlineModel *self = NEWS_HEADLINE_MODEL (model);

  return position < self->rows->len ? g_object_ref (get_headline (self, position)) : NULL;
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
disconnect (NewsHeadlineModel *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->cache != NULL)
    news_headline_cache_close (self->cache);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
}

static void
news_headline_model_dispose (GObject *object)
{
  NewsHeadlineModel *self = NEWS_HEADLINE_MODEL (object);

  disconnect (self);
  drop_coming (self);
  g_clear_pointer (&self->scope, news_scope_unref);

  G_OBJECT_CLASS (news_headline_model_parent_class)->dispose (object);
}

static void
news_headline_model_finalize (GObject *object)
{
  NewsHeadlineModel *self = NEWS_HEADLINE_MODEL (object);

  g_clear_object (&self->cache);
  g_array_unref (self->rows);
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
  signals[LOADED] = g_signal_new ("loaded", NEWS_TYPE_HEADLINE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
news_headline_model_init (NewsHeadlineModel *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (NewsRow));
  self->sections = news_list_sections_new ();
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

  disconnect (self);
  drop_coming (self);
  g_clear_pointer (&self->scope, news_scope_unref);
  self->loading = self->load_again = self->loading_first = FALSE;
  removed = self->rows->len;
  g_array_set_size (self->rows, 0);
  news_list_sections_clear (self->sections);
  if (removed > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, 0);
}

void
news_headline_model_set_scope (NewsHeadlineModel *self, NewsStore *store, NewsScope *scope)
{
  guint removed;

  g_return_if_fail (NEWS_IS_HEADLINE_MODEL (self));

  disconnect (self);
  drop_coming (self);
  news_scope_ref (scope);
  g_clear_pointer (&self->scope, news_scope_unref);
  self->scope = scope;
  self->store = g_object_ref (store);
  self->cancellable = g_cancellable_new ();
  self->kept = 0;
  self->loading = self->load_again = FALSE;
  self->loading_first = TRUE;

  removed = self->rows->len;
  g_array_set_size (self->rows, 0);
  news_list_sections_clear (self->sections);
  if (removed > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, 0);
  g_clear_object (&self->cache);
  self->cache = news_headline_cache_new (store, scope);

  g_signal_connect_object (store, "lists-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "status-changed", G_CALLBACK (status_changed_cb), self,
                           G_CONNECT_SWAPPED);
  load (self);
}

void
news_headline_model_change_scope (NewsHeadlineModel *self, NewsScope *scope)
{
  g_return_if_fail (NEWS_IS_HEADLINE_MODEL (self));
  g_return_if_fail (self->store != NULL);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  drop_coming (self);
  news_scope_ref (scope);
  g_clear_pointer (&self->scope, news_scope_unref);
  self->scope = scope;
  self->kept = 0;
  self->loading = self->load_again = FALSE;
  self->loading_first = TRUE;
  news_headline_cache_set_scope (self->cache, scope);
  load (self);
}

NewsScope *
news_headline_model_get_scope (NewsHeadlineModel *self)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_MODEL (self), NULL);

  return self->scope;
}

void
news_headline_model_set_kept (NewsHeadlineModel *self, gint64 article)
{
  g_return_if_fail (NEWS_IS_HEADLINE_MODEL (self));

  self->kept = article;
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

  if (self->coming == NULL)
    return FALSE;

  if (self->next < self->splices->len)
    take_piece (self, most);
  if (self->next < self->splices->len)
    return TRUE;

  renew_rows (self);
  drop_coming (self);
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

  return self->loading_first;
}

guint
news_headline_model_find (NewsHeadlineModel *self, gint64 article)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_MODEL (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < self->rows->len; i++)
    if (ROW (self, i)->article == article)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

guint
news_headline_model_find_near (NewsHeadlineModel *self, gint64 article, guint position)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_MODEL (self), GTK_INVALID_LIST_POSITION);

  if (position < self->rows->len && ROW (self, position)->article == article)
    return position;

  return news_headline_model_find (self, article);
}

gboolean
news_headline_model_is_first (NewsHeadlineModel *self, gint64 article)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_MODEL (self), FALSE);

  return self->rows->len > 0 && ROW (self, 0)->article == article
         && self->scope->kind != NEWS_SCOPE_SEARCH;
}

const char *
news_headline_model_get_heading (NewsHeadlineModel *self, guint position)
{
  guint group;

  g_return_val_if_fail (NEWS_IS_HEADLINE_MODEL (self), NULL);

  if (position >= self->rows->len || self->scope->kind != NEWS_SCOPE_HOME)
    return NULL;

  group = ROW (self, position)->group;
  if (group == 0 || group > self->scope->sections->len)
    return _ ("Top stories");

  return ((NewsSection *) g_ptr_array_index (self->scope->sections, group - 1))->title;
}

gint64
news_headline_model_get_day (NewsHeadlineModel *self, guint position)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_MODEL (self), 0);

  if (position >= self->rows->len || self->scope->kind == NEWS_SCOPE_HOME
      || self->scope->kind == NEWS_SCOPE_SEARCH)
    return 0;

  return ROW (self, position)->time;
}

guint
news_headline_model_find_unread (NewsHeadlineModel *self, gint64 from, int step)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_MODEL (self), GTK_INVALID_LIST_POSITION);

  for (gint64 i = from + step; i >= 0 && i < self->rows->len; i += step)
    {
      NewsHeadline *headline
        = news_headline_cache_get (self->cache, ROW (self, (guint) i)->article);

      /* One that was not looked at yet is as good as unread: it is found out when it is shown. */
      if (headline == NULL || !headline->read)
        return (guint) i;
    }

  return GTK_INVALID_LIST_POSITION;
}
