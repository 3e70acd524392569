/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-list-change.h"

struct _NewsListChange
{
  /* Owned */
  NewsListRows *before; /* NULL when all is done */
  NewsListRows *after;
  GArray *splices; /* NewsSplice: what is still to be done of the next one, and those behind it */

  guint next;   /* of these */
  guint placed; /* rows of after that stand in the list */
  guint passed; /* rows of before that do not stand in it any more, or as rows of after */

  guint renewed; /* the first row of after that stays but is of another time or group */
  guint renewed_end;
};

static GArray *
list_articles (NewsListRows *rows)
{
  guint length = news_list_rows_get_length (rows);
  GArray *articles = g_array_sized_new (FALSE, FALSE, sizeof (gint64), length);

  for (guint i = 0; i < length; i++)
    {
      NewsRow row = news_list_rows_get (rows, i);

      g_array_append_val (articles, row.article);
    }

  return articles;
}

static GArray *
find_splices (NewsListRows *before, NewsListRows *after)
{
  g_autoptr (GArray) old = list_articles (before);
  g_autoptr (GArray) new = list_articles (after);

  return news_splices_find ((const gint64 *) (gconstpointer) old->data, old->len,
                            (const gint64 *) (gconstpointer) new->data, new->len);
}

/* Looks at the rows that stay, some in front of each splice and some behind the last one. */
static void
find_renewed (NewsListChange *self)
{
  guint length = news_list_rows_get_length (self->after);
  guint old = 0, next = 0;

  self->renewed = length;
  for (guint new = 0; new < length; new ++, old++)
    {
      NewsRow was, is;

      for (; next < self->splices->len; next++)
        {
          NewsSplice *splice = &g_array_index (self->splices, NewsSplice, next);

          if (splice->position != new)
            break;
          old += splice->removed;
          new += splice->added;
        }
      if (new == length)
        break;

      was = news_list_rows_get (self->before, old);
      is = news_list_rows_get (self->after, new);
      if (was.time != is.time || was.group != is.group)
        {
          self->renewed = MIN (self->renewed, new);
          self->renewed_end = new + 1;
        }
    }
  self->renewed_end = MAX (self->renewed, self->renewed_end);
}

NewsListChange *
news_list_change_new_still (NewsListRows *rows)
{
  NewsListChange *self = g_new0 (NewsListChange, 1);

  self->after = rows;
  self->splices = g_array_new (FALSE, FALSE, sizeof (NewsSplice));
  self->placed = news_list_rows_get_length (rows);
  self->renewed = self->renewed_end = self->placed;

  return self;
}

NewsListChange *
news_list_change_new (NewsListRows *before, NewsListRows *after)
{
  NewsListChange *self = g_new0 (NewsListChange, 1);

  self->before = news_list_rows_ref (before);
  self->after = news_list_rows_ref (after);
  self->splices = find_splices (before, after);
  find_renewed (self);

  return self;
}

void
news_list_change_free (NewsListChange *self)
{
  g_clear_pointer (&self->before, news_list_rows_unref);
  news_list_rows_unref (self->after);
  g_array_unref (self->splices);
  g_free (self);
}

/* --- on a worker --- */

typedef struct
{
  NewsListRows *before;
  GArray *after;
  NewsListHeadings headings;
} Request;

static void
free_request (Request *request)
{
  news_list_rows_unref (request->before);
  g_clear_pointer (&request->after, g_array_unref);
  g_free (request);
}

static void
find_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  g_autoptr (NewsListRows) after
    = news_list_rows_new_after (request->before, request->after, request->headings);

  /* Here, as it is long. */
  g_clear_pointer (&request->after, g_array_unref);
  g_task_return_pointer (task, news_list_change_new (request->before, after),
                         (GDestroyNotify) news_list_change_free);
}

void
news_list_change_find_async (NewsListRows *before,
                             GArray *after,
                             NewsListHeadings headings,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new (Request, 1);

  request->before = news_list_rows_ref (before);
  request->after = g_array_ref (after);
  request->headings = headings;

  g_task_set_source_tag (task, news_list_change_find_async);
  g_task_set_task_data (task, request, (GDestroyNotify) free_request);
  g_task_run_in_thread (task, find_thread);
}

NewsListChange *
news_list_change_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- piece by piece --- */

gboolean
news_list_change_take (NewsListChange *self, guint most, NewsSplice *piece)
{
  NewsSplice *splice;

  if (news_list_change_is_done (self))
    return FALSE;

  splice = &g_array_index (self->splices, NewsSplice, self->next);
  *piece = (NewsSplice) { .position = splice->position };

  /* The rows in between stay: they only change hands. */
  self->passed += splice->position - self->placed;
  self->placed = splice->position;

  if (splice->removed > 0)
    {
      piece->removed = MIN (splice->removed, most);
      splice->removed -= piece->removed;
      self->passed += piece->removed;
    }
  else
    {
      piece->added = MIN (splice->added, most);
      splice->added -= piece->added;
      splice->position += piece->added;
      self->placed += piece->added;
    }

  if (splice->removed == 0 && splice->added == 0)
    self->next++;

  return TRUE;
}

gboolean
news_list_change_is_done (NewsListChange *self)
{
  return self->next == self->splices->len;
}

void
news_list_change_settle (NewsListChange *self, guint *first, guint *end)
{
  g_assert (news_list_change_is_done (self));

  g_clear_pointer (&self->before, news_list_rows_unref);
  self->placed = news_list_rows_get_length (self->after);
  self->passed = 0;
  *first = self->renewed;
  *end = self->renewed_end;
}

/* --- as it is --- */

guint
news_list_change_get_length (NewsListChange *self)
{
  guint rest = self->before != NULL ? news_list_rows_get_length (self->before) - self->passed : 0;

  return self->placed + rest;
}

NewsRow
news_list_change_get (NewsListChange *self, guint position)
{
  return position < self->placed
           ? news_list_rows_get (self->after, position)
           : news_list_rows_get (self->before, position - self->placed + self->passed);
}

guint
news_list_change_find (NewsListChange *self, gint64 article)
{
  guint position = news_list_rows_find (self->after, article);

  if (position < self->placed || self->before == NULL)
    return position;

  position = news_list_rows_find (self->before, article);

  return position != G_MAXUINT && position >= self->passed ? position - self->passed + self->placed
                                                           : G_MAXUINT;
}

guint
news_list_change_find_start (NewsListChange *self, guint position, guint end)
{
  guint join = self->placed;
  guint start = end;

  if (position < join)
    start = news_list_rows_find_start (self->after, position, MIN (join, end));
  if (start < MIN (join, end) || end <= join)
    return start;

  position = MAX (position, join);
  if (position == join
      && (join == 0
          || news_list_rows_parts (self->after, news_list_change_get (self, join - 1),
                                   news_list_change_get (self, join))))
    return join;
  if (position == join)
    position++;

  return news_list_rows_find_start (self->before, position - self->placed + self->passed,
                                    end - self->placed + self->passed)
         - self->passed + self->placed;
}

guint
news_list_change_get_spans (NewsListChange *self, guint from, guint to, NewsRowSpan spans[2])
{
  guint n = 0;

  if (from < MIN (to, self->placed))
    spans[n++]
      = (NewsRowSpan) { news_list_rows_get_packed (self->after), from, MIN (to, self->placed) };
  if (MAX (from, self->placed) < to)
    spans[n++] = (NewsRowSpan) { news_list_rows_get_packed (self->before),
                                 MAX (from, self->placed) - self->placed + self->passed,
                                 to - self->placed + self->passed };

  return n;
}

NewsListRows *
news_list_change_get_after (NewsListChange *self)
{
  return self->after;
}

NewsListRows *
news_list_change_dup_rows (NewsListChange *self)
{
  g_autoptr (GArray) rows = NULL;
  NewsRowSpan spans[2];
  guint n;

  if (self->before == NULL)
    return news_list_rows_ref (self->after);

  rows = g_array_new (FALSE, FALSE, sizeof (NewsRow));
  n = news_list_change_get_spans (self, 0, news_list_change_get_length (self), spans);
  for (guint i = 0; i < n; i++)
    for (guint j = spans[i].from; j < spans[i].to; j++)
      {
        NewsRow row = news_packed_rows_get (spans[i].rows, j);

        g_array_append_val (rows, row);
      }

  return news_list_rows_new (rows, NEWS_LIST_HEADINGS_NONE);
}
