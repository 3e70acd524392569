/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-marks.h"

/* How many steps can be turned back. */
#define STEPS 50

struct _NewsMarks
{
  GObject parent_instance;

  /* Owned */
  NewsStore *store;
  GQueue done; /* Step, the last one first */

  guint pending; /* calls that will be steps when they are answered */
  guint wanted;  /* to be undone after that */
};

typedef enum
{
  READ,
  BOOKMARK,
  MOVE,
  IMPORT,
} Kind;

/* What was done, and to which. */
typedef struct
{
  Kind kind;
  GArray *articles; /* gint64 */
  gboolean value;   /* of READ and BOOKMARK: how they are marked since */
  gint64 next;      /* of MOVE: what it stood before */
} Step;

/* One call of the store on its way. */
typedef struct
{
  NewsMarks *self;
  gint64 article; /* the one to be bookmarked or not, or moved */
  gboolean value;
  gboolean undoing;
  gboolean many;
} Call;

enum
{
  FAILED,
  MARKED,
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsMarks, news_marks, G_TYPE_OBJECT)

static void
free_step (Step *step)
{
  g_array_unref (step->articles);
  g_free (step);
}

static Call *
create_call (NewsMarks *self, gboolean value, gboolean undoing, gboolean many)
{
  Call *call = g_new0 (Call, 1);

  call->self = g_object_ref (self);
  self->pending += !undoing;
  call->value = value;
  call->undoing = undoing;
  call->many = many;

  return call;
}

/* What was to be undone before it was done is so now. */
static void
free_call (Call *call)
{
  NewsMarks *self = call->self;

  self->pending -= !call->undoing;
  for (; self->pending == 0 && self->wanted > 0; self->wanted--)
    news_marks_undo (self);
  g_object_unref (self);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, free_call)

static void
push (NewsMarks *self, Kind kind, GArray *articles, gboolean value, gint64 next)
{
  Step *step = g_new0 (Step, 1);

  step->kind = kind;
  step->articles = g_array_ref (articles);
  step->value = value;
  step->next = next;
  g_queue_push_head (&self->done, step);
  if (self->done.length > STEPS)
    free_step (g_queue_pop_tail (&self->done));
}

static void
note (Call *call, GArray *changed, GError *error)
{
  if (changed == NULL)
    {
      g_signal_emit (call->self, signals[FAILED], 0, error->message);
      return;
    }

  if (changed->len == 0 || call->undoing)
    return;

  push (call->self, READ, changed, call->value, 0);
  if (call->many)
    g_signal_emit (call->self, signals[MARKED], 0, changed->len, call->value);
}

static void
set_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) changed = news_store_set_read_finish (NEWS_STORE (object), result, &error);

  note (call, changed, error);
}

static void
read_all_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) changed = news_store_read_all_finish (NEWS_STORE (object), result, &error);

  note (call, changed, error);
}

static void
push_one (Call *call, Kind kind, gint64 next)
{
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (articles, call->article);
  push (call->self, kind, articles, call->value, next);
}

static void
read_rows_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) changed = news_store_read_rows_finish (NEWS_STORE (object), result, &error);

  note (call, changed, error);
}

static void
bookmarked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  g_autoptr (GError) error = NULL;

  if (!news_store_set_bookmarked_finish (NEWS_STORE (object), result, &error))
    g_signal_emit (call->self, signals[FAILED], 0, error->message);
  else if (!call->undoing)
    push_one (call, BOOKMARK, 0);
}

static void
moved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree NewsBookmarkMove *move
    = news_store_move_bookmark_finish (NEWS_STORE (object), result, &error);

  if (move == NULL)
    g_signal_emit (call->self, signals[FAILED], 0, error->message);
  else if (move->moved && !call->undoing)
    push_one (call, MOVE, move->next);
  g_signal_emit (call->self, signals[MOVED], 0, call->article, move != NULL && move->moved);
}

static void
unmarked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) changed
    = news_store_unmark_bookmarks_finish (NEWS_STORE (object), result, &error);

  if (changed == NULL)
    g_signal_emit (call->self, signals[FAILED], 0, error->message);
}

/* One whose unmarking is undone stands where it stood. */
static void
set_bookmarked (NewsMarks *self, gint64 article, gboolean bookmarked, gboolean undoing)
{
  Call *call = create_call (self, bookmarked, undoing, FALSE);

  call->article = article;
  if (bookmarked && undoing)
    news_store_return_bookmark_async (self->store, article, NULL, bookmarked_cb, call);
  else
    news_store_set_bookmarked_async (self->store, article, bookmarked, NULL, bookmarked_cb, call);
}

static void
move (NewsMarks *self, gint64 article, gint64 before, gboolean undoing)
{
  Call *call = create_call (self, TRUE, undoing, FALSE);

  call->article = article;
  news_store_move_bookmark_async (self->store, article, before, NULL, moved_cb, call);
}

static void
turn_back (NewsMarks *self, const Step *step)
{
  gint64 first = g_array_index (step->articles, gint64, 0);

  switch (step->kind)
    {
    case READ:
      news_store_set_read_async (self->store, &g_array_index (step->articles, gint64, 0),
                                 step->articles->len, !step->value, NULL, set_read_cb,
                                 create_call (self, !step->value, TRUE, FALSE));
      break;

    case BOOKMARK:
      set_bookmarked (self, first, !step->value, TRUE);
      break;

    case MOVE:
      move (self, first, step->next, TRUE);
      break;

    case IMPORT:
      news_store_unmark_bookmarks_async (self->store, step->articles, NULL, unmarked_cb,
                                         create_call (self, FALSE, TRUE, TRUE));
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
news_marks_finalize (GObject *object)
{
  NewsMarks *self = NEWS_MARKS (object);

  g_clear_object (&self->store);
  g_queue_clear_full (&self->done, (GDestroyNotify) free_step);

  G_OBJECT_CLASS (news_marks_parent_class)->finalize (object);
}

static void
news_marks_class_init (NewsMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = news_marks_finalize;

  signals[FAILED] = g_signal_new ("failed", NEWS_TYPE_MARKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MARKED] = g_signal_new ("marked", NEWS_TYPE_MARKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[MOVED] = g_signal_new ("moved", NEWS_TYPE_MARKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
}

static void
news_marks_init (NewsMarks *self)
{
}

NewsMarks *
news_marks_new (NewsStore *store)
{
  NewsMarks *self = g_object_new (NEWS_TYPE_MARKS, NULL);

  self->store = g_object_ref (store);

  return self;
}

void
news_marks_set_read (NewsMarks *self, gint64 article, gboolean read)
{
  g_return_if_fail (NEWS_IS_MARKS (self));

  news_store_set_read_async (self->store, &article, 1, read, NULL, set_read_cb,
                             create_call (self, read, FALSE, FALSE));
}

void
news_marks_read_all (NewsMarks *self, NewsScope *scope)
{
  g_return_if_fail (NEWS_IS_MARKS (self));

  news_store_read_all_async (self->store, scope, NULL, read_all_cb,
                             create_call (self, TRUE, FALSE, TRUE));
}

void
news_marks_read_rows (NewsMarks *self, const NewsRowSpan *spans, guint length)
{
  g_return_if_fail (NEWS_IS_MARKS (self));

  news_store_read_rows_async (self->store, spans, length, NULL, read_rows_cb,
                              create_call (self, TRUE, FALSE, TRUE));
}

void
news_marks_set_bookmarked (NewsMarks *self, gint64 article, gboolean bookmarked)
{
  g_return_if_fail (NEWS_IS_MARKS (self));

  set_bookmarked (self, article, bookmarked, FALSE);
}

void
news_marks_move_bookmark (NewsMarks *self, gint64 article, gint64 before)
{
  g_return_if_fail (NEWS_IS_MARKS (self));

  move (self, article, before, FALSE);
}

void
news_marks_note_import (NewsMarks *self, GArray *articles)
{
  g_return_if_fail (NEWS_IS_MARKS (self));
  g_return_if_fail (articles->len > 0);

  push (self, IMPORT, articles, TRUE, 0);
}

gboolean
news_marks_undo (NewsMarks *self)
{
  Step *step;

  g_return_val_if_fail (NEWS_IS_MARKS (self), FALSE);

  if (self->pending > 0)
    {
      self->wanted++;
      return TRUE;
    }

  step = g_queue_pop_head (&self->done);
  if (step == NULL)
    return FALSE;

  turn_back (self, step);
  free_step (step);

  return TRUE;
}
