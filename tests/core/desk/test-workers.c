/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-workers.h"

/* Work that hangs until the test lets it go, and how much of it hangs. */
static GMutex lock;
static GCond changed;
static gboolean let_go;
static guint hanging;

static guint answered;
static guint cancelled;

static void
hang (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_mutex_lock (&lock);
  hanging++;
  g_cond_broadcast (&changed);
  while (!let_go)
    g_cond_wait (&changed, &lock);
  hanging--;
  g_mutex_unlock (&lock);
  g_task_return_boolean (task, TRUE);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (task, TRUE);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    answered++;
  else
    cancelled++;
}

static void
push (NewsWorkers *workers, const char *lane, GTaskThreadFunc function)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, answered_cb, NULL);

  if (lane != NULL)
    news_workers_push_in_lane (workers, lane, task, function);
  else
    news_workers_push (workers, task, function);
}

static void
wait_hanging (guint count)
{
  g_mutex_lock (&lock);
  while (hanging < count)
    g_cond_wait (&changed, &lock);
  g_mutex_unlock (&lock);
}

static void
wait_answered (guint count)
{
  while (answered < count)
    g_main_context_iteration (NULL, TRUE);
}

static void
release (void)
{
  g_mutex_lock (&lock);
  let_go = TRUE;
  g_cond_broadcast (&changed);
  g_mutex_unlock (&lock);
}

static void
reset (void)
{
  let_go = FALSE;
  answered = cancelled = 0;
}

/* However much is wanted of a server that hangs, the others have their turn. */
static void
test_one_lane (void)
{
  g_autoptr (NewsWorkers) workers = news_workers_new (8);

  reset ();
  for (int i = 0; i < 20; i++)
    push (workers, "bad", hang);
  wait_hanging (2);
  push (workers, "good", work);
  wait_answered (1);
  g_assert_cmpuint (hanging, ==, 2);

  release ();
  wait_answered (21);
}

/* Where all servers hang, what a person does still goes on. */
static void
test_all_lanes (void)
{
  static const char *const lanes[] = { "a", "b", "c", "d", "e" };
  g_autoptr (NewsWorkers) workers = news_workers_new (8);

  reset ();
  for (gsize i = 0; i < G_N_ELEMENTS (lanes); i++)
    push (workers, lanes[i], hang);
  wait_hanging (4);
  push (workers, NULL, work);
  wait_answered (1);
  g_assert_cmpuint (hanging, ==, 4);

  release ();
  wait_answered (6);
}

/* What waits is told when it ends. */
static void
test_free (void)
{
  NewsWorkers *workers = news_workers_new (8);

  reset ();
  for (int i = 0; i < 10; i++)
    push (workers, "a", hang);
  wait_hanging (2);
  release ();
  news_workers_free (workers);
  while (answered + cancelled < 10)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (answered, >=, 2);
}

/* Where nothing may be lost, all that waits is still done, and of a lane's too. */
static void
test_finish (void)
{
  NewsWorkers *workers = news_workers_new (1);

  reset ();
  push (workers, NULL, hang);
  wait_hanging (1);
  for (int i = 0; i < 10; i++)
    push (workers, i % 2 == 0 ? "a" : NULL, work);
  release ();
  news_workers_finish (workers);
  while (answered + cancelled < 11)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (answered, ==, 11);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workers/one-lane", test_one_lane);
  g_test_add_func ("/workers/all-lanes", test_all_lanes);
  g_test_add_func ("/workers/free", test_free);
  g_test_add_func ("/workers/finish", test_finish);

  return g_test_run ();
}
