/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-fresh-marks.h"

typedef struct
{
  gint64 article;
  gboolean read;
  gboolean bookmarked;
} Marks;

struct _NewsFreshMarks
{
  GObject parent_instance;

  GHashTable *marks; /* Marks, by its article, where it begins */
  guint expected;
};

G_DEFINE_FINAL_TYPE (NewsFreshMarks, news_fresh_marks, G_TYPE_OBJECT)

static void
status_changed_cb (NewsFreshMarks *self, gint64 article, gboolean read, gboolean bookmarked)
{
  Marks *marks;

  if (self->expected == 0)
    return;

  marks = g_new (Marks, 1);
  *marks = (Marks) { .article = article, .read = read, .bookmarked = bookmarked };
  g_hash_table_replace (self->marks, &marks->article, marks);
}

static void
news_fresh_marks_finalize (GObject *object)
{
  g_hash_table_unref (NEWS_FRESH_MARKS (object)->marks);

  G_OBJECT_CLASS (news_fresh_marks_parent_class)->finalize (object);
}

static void
news_fresh_marks_class_init (NewsFreshMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = news_fresh_marks_finalize;
}

static void
news_fresh_marks_init (NewsFreshMarks *self)
{
  self->marks = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
}

NewsFreshMarks *
news_fresh_marks_new (NewsStore *store)
{
  NewsFreshMarks *self = g_object_new (NEWS_TYPE_FRESH_MARKS, NULL);

  g_signal_connect_object (store, "status-changed", G_CALLBACK (status_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
news_fresh_marks_expect (NewsFreshMarks *self)
{
  g_return_if_fail (NEWS_IS_FRESH_MARKS (self));

  self->expected++;
}

void
news_fresh_marks_apply (NewsFreshMarks *self, GPtrArray *headlines)
{
  g_return_if_fail (NEWS_IS_FRESH_MARKS (self));

  for (guint i = 0; i < headlines->len; i++)
    {
      NewsHeadline *headline = g_ptr_array_index (headlines, i);
      gboolean read = headline->read;
      gboolean bookmarked = headline->bookmarked;

      news_fresh_marks_get (self, headline->article, &read, &bookmarked);
      news_headline_set_read (headline, read);
      news_headline_set_bookmarked (headline, bookmarked);
    }
}

void
news_fresh_marks_get (NewsFreshMarks *self, gint64 article, gboolean *read, gboolean *bookmarked)
{
  Marks *marks;

  g_return_if_fail (NEWS_IS_FRESH_MARKS (self));

  marks = g_hash_table_lookup (self->marks, &article);
  if (marks == NULL)
    return;

  *read = marks->read;
  *bookmarked = marks->bookmarked;
}

void
news_fresh_marks_arrived (NewsFreshMarks *self)
{
  g_return_if_fail (NEWS_IS_FRESH_MARKS (self));
  g_return_if_fail (self->expected > 0);

  self->expected--;
  if (self->expected == 0)
    g_hash_table_remove_all (self->marks);
}
