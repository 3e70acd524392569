/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-list-reader.h"

#include "news-fresh-marks.h"

/* Rows that a list begins with: as many as a high screen shows. A start waits for them. */
#define FIRST_ROWS 24

/* Headlines that come with a list: as many as GtkListView makes rows of, most of them beyond what a
 * screen shows. A row that is full when it is made is measured once. */
#define HEADLINES 200

/* Rows that are compared at once; more are compared by a worker. */
#define FEW 200

struct _NewsListReader
{
  GObject parent_instance;

  /* Owned */
  NewsStore *store;
  NewsScope *scope;
  NewsListRows *rows; /* those that were found last */
  NewsFreshMarks *marks;
  GCancellable *cancellable;

  /* Borrowed */
  NewsListReaderFunc func;
  gpointer data;

  gint64 kept;
  gboolean first;
  gboolean whole;
  gboolean busy;
  gboolean again;
};

/* What was read with rows that are compared. */
typedef struct
{
  NewsListReader *self;
  GPtrArray *headlines;
} Comparison;

G_DEFINE_FINAL_TYPE (NewsListReader, news_list_reader, G_TYPE_OBJECT)

static void
tell (NewsListReader *self, NewsListChange *change, GPtrArray *headlines, const GError *error)
{
  if (change != NULL)
    {
      g_clear_pointer (&self->rows, news_list_rows_unref);
      self->rows = news_list_rows_ref (news_list_change_get_after (change));
    }

  if (headlines != NULL)
    news_fresh_marks_apply (self->marks, headlines);
  news_fresh_marks_arrived (self->marks);

  self->func (change, headlines, error, self->data);
}

static void
compared_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Comparison *comparison = user_data;
  NewsListChange *change = news_list_change_find_finish (result, NULL);

  /* It fails only if nobody wants it any more. */
  if (change != NULL)
    tell (comparison->self, change, comparison->headlines, NULL);

  g_object_unref (comparison->self);
  g_ptr_array_unref (comparison->headlines);
  g_free (comparison);
}

static void
compare (NewsListReader *self, NewsSnapshot *snapshot)
{
  NewsListHeadings headings = news_list_headings_of_scope (self->scope);

  if (MAX (news_list_rows_get_length (self->rows), snapshot->rows->len) <= FEW)
    {
      g_autoptr (NewsListRows) after = news_list_rows_new (snapshot->rows, headings);

      tell (self, news_list_change_new (self->rows, after), snapshot->headlines, NULL);
    }
  else
    {
      Comparison *comparison = g_new (Comparison, 1);

      comparison->self = g_object_ref (self);
      comparison->headlines = g_ptr_array_ref (snapshot->headlines);
      news_list_change_find_async (self->rows, snapshot->rows, headings, self->cancellable,
                                   compared_cb, comparison);
    }
}

/* Takes what was read, or NULL with @error. */
static void
take (NewsListReader *self, NewsSnapshot *snapshot, const GError *error)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (snapshot != NULL)
    compare (self, snapshot);
  else
    tell (self, NULL, NULL, error);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsListReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsSnapshot) snapshot = news_store_list_finish (NEWS_STORE (object), result, &error);

  self->whole = snapshot != NULL;
  take (self, snapshot, error);
}

/* A front page is made as a whole, and is short. */
static gboolean
has_quick_top (NewsListReader *self)
{
  return self->scope->kind != NEWS_SCOPE_HOME;
}

/* A list that is longer than its beginning is read again at once, as a whole; so is one that keeps
 * an article, which a beginning knows nothing of. */
static void
top_listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsListReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsSnapshot) snapshot
    = news_store_list_top_finish (NEWS_STORE (object), result, &error);

  self->whole
    = snapshot != NULL && snapshot->rows->len < FIRST_ROWS && !snapshot->partial && self->kept == 0;
  if (snapshot != NULL && !self->whole)
    self->again = TRUE;
  take (self, snapshot, error);
}

static void
news_list_reader_finalize (GObject *object)
{
  NewsListReader *self = NEWS_LIST_READER (object);

  g_clear_object (&self->store);
  g_clear_object (&self->marks);
  g_clear_object (&self->cancellable);
  news_scope_unref (self->scope);
  news_list_rows_unref (self->rows);

  G_OBJECT_CLASS (news_list_reader_parent_class)->finalize (object);
}

static void
news_list_reader_class_init (NewsListReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = news_list_reader_finalize;
}

static void
news_list_reader_init (NewsListReader *self)
{
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (NewsRow));

  self->rows = news_list_rows_new (nothing, NEWS_LIST_HEADINGS_NONE);
  self->cancellable = g_cancellable_new ();
  self->first = TRUE;
}

NewsListReader *
news_list_reader_new (NewsStore *store, NewsScope *scope, NewsListReaderFunc func, gpointer data)
{
  NewsListReader *self = g_object_new (NEWS_TYPE_LIST_READER, NULL);

  self->store = g_object_ref (store);
  self->scope = news_scope_ref (scope);
  self->marks = news_fresh_marks_new (store);
  self->func = func;
  self->data = data;
  g_signal_connect_object (store, "lists-changed", G_CALLBACK (news_list_reader_read), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
news_list_reader_set_rows (NewsListReader *self, NewsListRows *rows)
{
  g_return_if_fail (NEWS_IS_LIST_READER (self));

  news_list_rows_ref (rows);
  news_list_rows_unref (self->rows);
  self->rows = rows;
}

void
news_list_reader_close (NewsListReader *self)
{
  g_return_if_fail (NEWS_IS_LIST_READER (self));

  g_cancellable_cancel (self->cancellable);
  g_signal_handlers_disconnect_by_data (self->store, self);
}

void
news_list_reader_read (NewsListReader *self)
{
  g_return_if_fail (NEWS_IS_LIST_READER (self));

  self->again = self->busy;
  if (self->busy || g_cancellable_is_cancelled (self->cancellable))
    return;

  self->busy = TRUE;
  news_fresh_marks_expect (self->marks);
  if (self->first && has_quick_top (self))
    news_store_list_top_async (self->store, self->scope, FIRST_ROWS, self->cancellable,
                               top_listed_cb, g_object_ref (self));
  else
    news_store_list_async (self->store, self->scope, self->kept, HEADLINES, self->cancellable,
                           listed_cb, g_object_ref (self));
}

void
news_list_reader_go_on (NewsListReader *self)
{
  g_return_if_fail (NEWS_IS_LIST_READER (self));
  g_return_if_fail (self->busy);

  self->busy = FALSE;
  self->first = FALSE;
  if (self->again)
    news_list_reader_read (self);
}

gboolean
news_list_reader_is_first (NewsListReader *self)
{
  g_return_val_if_fail (NEWS_IS_LIST_READER (self), FALSE);

  return self->first;
}

gboolean
news_list_reader_is_whole (NewsListReader *self)
{
  g_return_val_if_fail (NEWS_IS_LIST_READER (self), FALSE);

  return self->whole;
}

void
news_list_reader_set_kept (NewsListReader *self, gint64 article)
{
  g_return_if_fail (NEWS_IS_LIST_READER (self));

  self->kept = article;
}

NewsScope *
news_list_reader_get_scope (NewsListReader *self)
{
  g_return_val_if_fail (NEWS_IS_LIST_READER (self), NULL);

  return self->scope;
}

void
news_list_reader_set_since (NewsListReader *self, gint64 since)
{
  NewsScope *scope;

  g_return_if_fail (NEWS_IS_LIST_READER (self));

  scope = news_scope_new_view (self->scope, self->scope->filter, self->scope->order, since);
  news_scope_unref (self->scope);
  self->scope = scope;
}
