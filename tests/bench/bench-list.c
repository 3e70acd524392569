/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "bench-watch.h"
#include "news-headline-row.h"
#include "news-store-filler.h"
#include "ui-test.h"

/* What a section of 300,000 articles of 600 sources costs the window that shows it: to open it, to
 * scroll through it, to mark a third of it, to have news come in, and to see it through a filter.
 * No frame may be held for more than 8 ms (bench-watch.h), and a section of 3,000 is opened and
 * scrolled through in the same way, as a list should not feel longer than it looks. */

#define SOURCES 600
#define MANY 300000
#define FEWER 30000
#define FEW 3000
#define DAYS 3650
#define NOW G_GINT64_CONSTANT (1771768800)
#define LIMIT_MS 8.0
#define FIRST_MS 50.0
#define MARK_MS 300.0
#define GROWTH 1.3
#define SETTLE_FRAMES 30
#define SCROLL_FRAMES 240

typedef struct
{
  UiTest *test;
  BenchWatch watch;
  GtkListView *view;
  GtkAdjustment *adjustment;
  guint articles;
} Bench;

enum
{
  OPEN_SMALL,
  FIRST_SMALL,
  SCROLL_SMALL,
  OPEN,
  FIRST,
  WHOLE,
  SCROLL,
  JUMP,
  MARK_HELD,
  MARK,
  UNDO_HELD,
  UNDO,
  ARRIVE,
  FILTER,
  ORDER,
  N_ROWS,
};

/* --- the paper --- */

static char *
create_sources (void)
{
  g_autoptr (GString) text = g_string_new ("[");

  for (guint i = 0; i < SOURCES; i++)
    g_string_append_printf (text,
                            "%s{ \"id\": \"source-%u\", \"name\": \"Source %u\","
                            "  \"api\": \"wordpress\", \"parameters\": {"
                            "    \"site\": \"@SERVER@/%u/\", \"api\": \"@SERVER@/%u/wp-json/\" } }",
                            i > 0 ? "," : "", i, i, i, i);
  g_string_append_c (text, ']');

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* An empty section, and one of everything. */
static char *
create_sections (void)
{
  g_autoptr (GString) text
    = g_string_new ("[ { \"id\": \"home\", \"title\": \"Home\" },"
                    "  { \"id\": \"none\", \"title\": \"None\", \"queries\": [] },"
                    "  { \"id\": \"all\", \"title\": \"All\", \"queries\": [");

  for (guint i = 0; i < SOURCES; i++)
    g_string_append_printf (text, "%s{ \"source\": \"source-%u\" }", i > 0 ? "," : "", i);
  g_string_append (text, "] } ]");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- filling, on a thread --- */

typedef struct
{
  NewsStore *store;
  NewsFiller filler;
} Filling;

static gpointer
fill_thread (gpointer data)
{
  Filling *filling = data;
  g_autoptr (GError) error = NULL;

  if (!news_filler_run (&filling->filler, filling->store, &error))
    g_error ("%s", error->message);

  return NULL;
}

static void
fill (NewsStore *store, guint32 seed, guint articles, guint sources, gint64 now)
{
  Filling filling = { store,
                      { .seed = seed,
                        .sources = sources,
                        .sections = 1,
                        .articles = articles,
                        .words = 1,
                        .now = now,
                        .days = articles > sources ? DAYS : 1 } };

  g_thread_join (g_thread_new ("fill", fill_thread, &filling));
}

/* --- waiting --- */

static guint
get_length (Bench *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (self->view)));
}

static void
run_until_length (Bench *self, guint length)
{
  while (get_length (self) != length)
    bench_watch_run_frames (&self->watch, 1);
  bench_watch_run_frames (&self->watch, SETTLE_FRAMES);
}

static guint
get_unread (Bench *self)
{
  return news_desk_section_get_unread (news_desk_get_section (self->test->paper->desk, "all"));
}

static void
run_until_unread (Bench *self, guint unread)
{
  while (get_unread (self) != unread)
    g_main_context_iteration (NULL, TRUE);
}

static void
sum_up (Bench *self, BenchFrameRow *row)
{
  bench_watch_sum_up (&self->watch, G_STRUCT_OFFSET (BenchFrame, held), row);
}

/* --- what is measured --- */

/* From the click to a window that is full; and the frames until all of the list is there. */
static void
measure_open (Bench *self, BenchFrameRow *open, BenchFrameRow *first, BenchFrameRow *whole)
{
  gint64 start;

  news_window_show_section (self->test->window, "none");
  bench_watch_run_frames (&self->watch, SETTLE_FRAMES);
  bench_watch_restart (&self->watch);
  start = g_get_monotonic_time ();
  news_window_show_section (self->test->window, "all");
  while (get_length (self) == 0)
    bench_watch_run_frames (&self->watch, 1);
  bench_frame_row_set (first, (double) (g_get_monotonic_time () - start) / 1000);
  while (get_length (self) != self->articles)
    bench_watch_run_frames (&self->watch, 1);
  if (whole != NULL)
    bench_frame_row_set (whole, (double) (g_get_monotonic_time () - start) / 1000);
  bench_watch_run_frames (&self->watch, SETTLE_FRAMES);
  sum_up (self, open);
}

/* As with a wheel: some rows a frame, from near the top on. */
static void
measure_scroll (Bench *self, BenchFrameRow *row)
{
  gtk_adjustment_set_value (self->adjustment, 0);
  bench_watch_run_frames (&self->watch, SETTLE_FRAMES);
  bench_watch_restart (&self->watch);
  for (guint i = 0; i < SCROLL_FRAMES; i++)
    {
      gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) + 60);
      bench_watch_run_frames (&self->watch, 1);
    }
  sum_up (self, row);
}

/* As with the scrollbar: somewhere else in each frame. */
static void
measure_jumps (Bench *self, BenchFrameRow *row)
{
  double upper = gtk_adjustment_get_upper (self->adjustment);

  bench_watch_restart (&self->watch);
  for (guint i = 0; i < 20; i++)
    {
      gtk_adjustment_set_value (self->adjustment, upper * (i * 7 % 20) / 20);
      bench_watch_run_frames (&self->watch, 6);
    }
  sum_up (self, row);
}

static void
measure_marks (Bench *self, BenchFrameRow *rows)
{
  guint unread = get_unread (self);
  guint third = self->articles / 3;
  gint64 start;

  bench_watch_restart (&self->watch);
  start = g_get_monotonic_time ();
  gtk_list_view_scroll_to (self->view, third, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  bench_watch_run_frames (&self->watch, SETTLE_FRAMES);
  bench_watch_restart (&self->watch);
  start = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (self->test->window), "list.mark-above-read", NULL);
  while (get_unread (self) > unread - third)
    g_main_context_iteration (NULL, TRUE);
  bench_frame_row_set (&rows[MARK], (double) (g_get_monotonic_time () - start) / 1000);
  bench_watch_run_frames (&self->watch, SETTLE_FRAMES);
  sum_up (self, &rows[MARK_HELD]);

  bench_watch_restart (&self->watch);
  start = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (self->test->window), "story.undo", NULL);
  run_until_unread (self, unread);
  bench_frame_row_set (&rows[UNDO], (double) (g_get_monotonic_time () - start) / 1000);
  bench_watch_run_frames (&self->watch, SETTLE_FRAMES);
  sum_up (self, &rows[UNDO_HELD]);
}

/* Some of one source, above what is looked at. */
static void
measure_arrivals (Bench *self, BenchFrameRow *row)
{
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_upper (self->adjustment) / 2);
  bench_watch_run_frames (&self->watch, SETTLE_FRAMES);
  bench_watch_restart (&self->watch);
  fill (news_desk_get_store (self->test->paper->desk), 2, 20, 1, NOW + 100 * 24 * 60 * 60);
  self->articles = self->articles + 0;
  bench_watch_run_frames (&self->watch, SCROLL_FRAMES);
  sum_up (self, row);
}

static void
measure_view (Bench *self, const char *action, const char *value, BenchFrameRow *row)
{
  guint length = get_length (self);

  bench_watch_restart (&self->watch);
  gtk_widget_activate_action (GTK_WIDGET (self->view), action, "s", value);
  run_until_length (self, length);
  sum_up (self, row);
}

static void
measure (guint articles, gboolean small, BenchFrameRow *rows)
{
  g_autofree char *sources = create_sources ();
  g_autofree char *sections = create_sections ();
  g_autoptr (UiTest) test = ui_test_new (sections, sources);
  Bench self = { .test = test, .articles = articles };
  GtkWidget *scroller;

  fill (news_desk_get_store (test->paper->desk), 1, articles, SOURCES, NOW);
  self.view = GTK_LIST_VIEW (ui_test_find (GTK_WIDGET (test->window), GTK_TYPE_LIST_VIEW, "view"));
  scroller = gtk_widget_get_ancestor (GTK_WIDGET (self.view), GTK_TYPE_SCROLLED_WINDOW);
  self.adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  bench_watch_begin (&self.watch, GTK_WIDGET (test->window));
  bench_watch_run_frames (&self.watch, SETTLE_FRAMES);

  measure_open (&self, &rows[small ? OPEN_SMALL : OPEN], &rows[small ? FIRST_SMALL : FIRST],
                small ? NULL : &rows[WHOLE]);
  measure_scroll (&self, &rows[small ? SCROLL_SMALL : SCROLL]);
  if (!small)
    {
      measure_jumps (&self, &rows[JUMP]);
      if (g_getenv ("ONLY") == NULL)
        {
          measure_marks (&self, rows);
          measure_view (&self, "list.order", "oldest", &rows[ORDER]);
          measure_view (&self, "list.order", "newest", &rows[ORDER]);
          measure_view (&self, "list.filter", "unread", &rows[FILTER]);
        }
      measure_arrivals (&self, &rows[ARRIVE]);
    }
  bench_watch_end (&self.watch);
}

int
main (int argc, char *argv[])
{
  gboolean quick = g_getenv ("BENCH_QUICK") != NULL;
  BenchFrameRow rows[N_ROWS] = {
    [OPEN_SMALL] = { .name = "open 3,000: frame held" },
    [FIRST_SMALL] = { .name = "open 3,000: first rows" },
    [SCROLL_SMALL] = { .name = "scroll 3,000: frame held" },
    [OPEN] = { .name = "open 300,000: frame held", .limit = LIMIT_MS },
    [FIRST] = { .name = "open 300,000: first rows", .limit = FIRST_MS },
    [WHOLE] = { .name = "open 300,000: all of it" },
    [SCROLL] = { .name = "scroll 300,000: frame held", .limit = LIMIT_MS },
    [JUMP] = { .name = "jump in 300,000: frame held", .limit = LIMIT_MS },
    [MARK_HELD] = { .name = "mark 100,000: frame held", .limit = LIMIT_MS },
    [MARK] = { .name = "mark 100,000: in all", .limit = MARK_MS },
    [UNDO_HELD] = { .name = "undo 100,000: frame held", .limit = LIMIT_MS },
    [UNDO] = { .name = "undo 100,000: in all", .limit = MARK_MS },
    [ARRIVE] = { .name = "news into 300,000: frame held", .limit = LIMIT_MS },
    [FILTER] = { .name = "filter 300,000: frame held", .limit = LIMIT_MS },
    [ORDER] = { .name = "order 300,000: frame held", .limit = LIMIT_MS },
  };

  if (!ui_test_prepare ())
    {
      g_printerr ("There is no display.\n");
      return 1;
    }

  measure (FEW, TRUE, rows);
  measure (quick ? FEWER : MANY, FALSE, rows);

  return bench_frame_rows_print (rows, N_ROWS, argc > 1 ? argv[1] : NULL);
}
