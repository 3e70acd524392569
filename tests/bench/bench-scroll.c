/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* bench-scroll [FILE]: whether a list stays smooth, however long it is: it is opened, scrolled by
 * the wheel, by pages and by a key that is held down, taken to its end and its middle, seen in
 * another order and through a filter, news come into it, and all of it is marked read, and unread
 * again.
 *
 * All is the main thread's work up to the drawing of a frame (bench-watch.h), the least of some
 * runs; where several jumps or views are measured, the least of each, and the worst of these. What
 * is opened and scrolled is measured with a short list as well, which may not be much quicker.
 * A jump has GTK bind two hundred rows anew, whatever is in them: what that takes is measured
 * beside it, and not ours. */

#include "bench-news.h"
#include "bench-paper.h"
#include "bench-plain-list.h"
#include "news-desk-section.h"
#include "news-headlines-pane.h"
#include "news-memory.h"
#include "ui-test.h"

#define LIMIT_FRAME 8
#define LIMIT_OPEN 50
#define GROWTH 1.3

#define RUNS 3
#define OPENINGS 3
#define LATER_FRAMES 30
#define WHEEL_STEP 120 /* pixels */
#define WHEEL_FRAMES 200
#define PAGE_FRAMES 60
#define KEY_FRAMES 100
#define JUMP_FRAMES 12
#define NEWS 20
#define NEWS_FRAMES 120

/* Measured quickly, there is one run less, and each has this part of the frames. */
#define QUICKLY 2

#define HELD G_STRUCT_OFFSET (BenchFrame, held)
#define WALL G_STRUCT_OFFSET (BenchFrame, wall)

#define JUMPS_BY_KEYS 4
#define JUMPS_BY_HAND 4

/* The worst frame of each of some steps, the least of all runs; 0 before the first. */
typedef struct
{
  double worst[JUMPS_BY_KEYS + JUMPS_BY_HAND];
  guint now;
} Steps;

typedef struct
{
  BenchPaper paper;
  guint length; /* of the list of all */

  Steps jumps;
  Steps plain_jumps;
  Steps orders;
  Steps filters;
} Bench;

typedef enum
{
  OPEN_FRAME,
  OPEN_WALL,
  OPEN_FIRST,
  OPEN_GROWTH,
  WHEEL,
  WHEEL_ON_THE_WALL,
  WHEEL_GROWTH,
  PAGES,
  KEY,
  JUMPS,
  PLAIN_JUMPS,
  OWN_JUMPS,
  ORDER,
  FILTER,
  ARRIVALS,
  MARK,
  MARK_WALL,
  UNDO,
  UNDO_WALL,
  N_ROWS,
} Row;

static const BenchFrameRow names[N_ROWS] = {
  [OPEN_FRAME] = { .name = "open a section of all: a frame held", .limit = LIMIT_FRAME },
  [OPEN_WALL] = { .name = "open it: a frame on the wall" },
  [OPEN_FIRST] = { .name = "open it: to its first rows, in all", .limit = LIMIT_OPEN },
  [OPEN_GROWTH] = { .name = "the first rows, to 1.3 times those of 3,000" },
  [WHEEL] = { .name = "scrolling by the wheel", .limit = LIMIT_FRAME },
  [WHEEL_ON_THE_WALL] = { .name = "by the wheel, on the wall" },
  [WHEEL_GROWTH] = { .name = "by the wheel, mean, to 1.3 times that of 3,000" },
  [PAGES] = { .name = "scrolling by pages", .limit = LIMIT_FRAME },
  [KEY] = { .name = "a key held down", .limit = LIMIT_FRAME },
  [JUMPS] = { .name = "jumps to the end, the middle, the beginning" },
  [PLAIN_JUMPS] = { .name = "the same in a list of empty rows" },
  [OWN_JUMPS] = { .name = "the jumps, but for what the empty rows take", .limit = LIMIT_FRAME },
  [ORDER] = { .name = "the oldest first, and the newest again", .limit = LIMIT_FRAME },
  [FILTER] = { .name = "the unread alone, and all again", .limit = LIMIT_FRAME },
  [ARRIVALS] = { .name = "news come while its middle is on show", .limit = LIMIT_FRAME },
  [MARK] = { .name = "half marked read: a frame held", .limit = LIMIT_FRAME },
  [MARK_WALL] = { .name = "half marked read, on the wall" },
  [UNDO] = { .name = "the marks undone: a frame held", .limit = LIMIT_FRAME },
  [UNDO_WALL] = { .name = "undone, on the wall" },
};

static gboolean
is_quick (void)
{
  return g_getenv ("BENCH_QUICK") != NULL;
}

static guint
get_count (guint count)
{
  return is_quick () ? count / QUICKLY : count;
}

static void
run_frames (Bench *self, guint count)
{
  bench_watch_run_frames (&self->paper.watch, count);
}

/* Lets what was begun come to its end, and forgets it. */
static void
begin (Bench *self)
{
  run_frames (self, get_count (LATER_FRAMES));
  bench_watch_restart (&self->paper.watch);
}

static void
begin_steps (BenchWatch *watch, Steps *steps)
{
  bench_watch_run_frames (watch, get_count (LATER_FRAMES));
  bench_watch_restart (watch);
  steps->now = 0;
}

static void
end_step (BenchWatch *watch, Steps *steps)
{
  double *worst = &steps->worst[steps->now++];
  BenchFrameRow row = { 0 };

  bench_watch_sum_up (watch, HELD, &row);
  *worst = *worst > 0 ? MIN (*worst, row.max) : row.max;
  bench_watch_restart (watch);
}

static void
end_steps (const Steps *steps, BenchFrameRow *row)
{
  double worst = 0;

  for (guint i = 0; i < steps->now; i++)
    worst = MAX (worst, steps->worst[i]);
  bench_frame_row_set (row, worst);
}

static void
set_up (Bench *self, guint articles)
{
  bench_paper_open (&self->paper, articles, "small");
  self->length = self->paper.corpus->sums.articles;
}

static void
tear_down (Bench *self)
{
  bench_paper_close (&self->paper);
}

/* --- opening ------------------------------------------------------------------------------------
 */

/* Milliseconds to the first rows: the least of some times, as it is soon done again. */
static double
open_first (Bench *self)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < OPENINGS; i++)
    {
      bench_paper_go (&self->paper, "small");
      run_frames (self, get_count (LATER_FRAMES));
      least = MIN (least, bench_paper_go (&self->paper, "all"));
    }

  return least * 1000;
}

/* The frames count until the last row is there, and some more. */
static void
open_all (Bench *self)
{
  bench_paper_go (&self->paper, "small");
  begin (self);
  bench_paper_go (&self->paper, "all");
  bench_paper_wait_for_rows (&self->paper, self->length);
  run_frames (self, get_count (LATER_FRAMES));
}

static void
measure_opening (Bench *self, BenchFrameRow *rows)
{
  double first = open_first (self);

  bench_frame_row_set (&rows[OPEN_FIRST], first);
  bench_frame_row_set (&rows[OPEN_GROWTH], first);
  open_all (self);
  bench_watch_sum_up (&self->paper.watch, HELD, &rows[OPEN_FRAME]);
  bench_watch_sum_up (&self->paper.watch, WALL, &rows[OPEN_WALL]);
}

/* --- scrolling ----------------------------------------------------------------------------------
 */

static void
go_to (Bench *self, double value)
{
  gtk_adjustment_set_value (bench_paper_get_adjustment (&self->paper), value);
}

static void
scroll (Bench *self, double step, guint frames)
{
  GtkAdjustment *adjustment = bench_paper_get_adjustment (&self->paper);

  go_to (self, 0);
  begin (self);
  for (guint i = 0; i < frames; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
      run_frames (self, 1);
    }
}

/* The mean of what a frame of it takes, in ms. */
static double
scroll_by_wheel (Bench *self)
{
  scroll (self, WHEEL_STEP, get_count (WHEEL_FRAMES));

  return bench_watch_add_up (&self->paper.watch, HELD) / self->paper.watch.frames->len;
}

static void
measure_scrolling (Bench *self, BenchFrameRow *rows)
{
  GtkAdjustment *adjustment = bench_paper_get_adjustment (&self->paper);
  double mean = scroll_by_wheel (self);

  bench_watch_sum_up (&self->paper.watch, HELD, &rows[WHEEL]);
  bench_watch_sum_up (&self->paper.watch, WALL, &rows[WHEEL_ON_THE_WALL]);
  bench_frame_row_set (&rows[WHEEL_GROWTH], mean);

  scroll (self, gtk_adjustment_get_page_size (adjustment), get_count (PAGE_FRAMES));
  bench_watch_sum_up (&self->paper.watch, HELD, &rows[PAGES]);
}

/* One row a frame, which is quicker than any keyboard repeats. */
static void
measure_key (Bench *self, BenchFrameRow *rows)
{
  GtkListView *view = bench_paper_get_view (&self->paper);

  go_to (self, 0);
  begin (self);
  for (guint i = 0; i < get_count (KEY_FRAMES); i++)
    {
      gtk_list_view_scroll_to (view, i, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
      run_frames (self, 1);
    }
  bench_watch_sum_up (&self->paper.watch, HELD, &rows[KEY]);
}

/* As by the keys End and Home, and by a pull at the scrollbar. */
static void
measure_jumps (Bench *self, BenchFrameRow *rows)
{
  GtkListView *view = bench_paper_get_view (&self->paper);
  GtkAdjustment *adjustment = bench_paper_get_adjustment (&self->paper);
  const guint places[JUMPS_BY_KEYS] = { self->length - 1, self->length / 2, 0, self->length / 4 };

  begin_steps (&self->paper.watch, &self->jumps);
  for (gsize i = 0; i < JUMPS_BY_KEYS; i++)
    {
      gtk_list_view_scroll_to (view, places[i], GTK_LIST_SCROLL_FOCUS, NULL);
      run_frames (self, JUMP_FRAMES);
      end_step (&self->paper.watch, &self->jumps);
    }
  for (guint i = 1; i <= JUMPS_BY_HAND; i++)
    {
      go_to (self, gtk_adjustment_get_upper (adjustment) * i / JUMPS_BY_HAND);
      run_frames (self, JUMP_FRAMES);
      end_step (&self->paper.watch, &self->jumps);
    }
  end_steps (&self->jumps, &rows[JUMPS]);
}

/* As much of that as is GTK's. */
static void
measure_plain_jumps (Bench *self, BenchFrameRow *rows)
{
  BenchWatch watch = { 0 };
  GtkWindow *window;
  GtkListView *view;

  bench_watch_end (&self->paper.watch);
  window = bench_plain_list_open (self->length, &view);
  bench_watch_begin (&watch, GTK_WIDGET (window));
  begin_steps (&watch, &self->plain_jumps);
  for (guint i = 1; i <= JUMPS_BY_KEYS; i++)
    {
      gtk_list_view_scroll_to (view, (self->length - 1) * (i % JUMPS_BY_KEYS) / JUMPS_BY_KEYS,
                               GTK_LIST_SCROLL_FOCUS, NULL);
      bench_watch_run_frames (&watch, JUMP_FRAMES);
      end_step (&watch, &self->plain_jumps);
    }
  end_steps (&self->plain_jumps, &rows[PLAIN_JUMPS]);
  bench_watch_end (&watch);
  gtk_window_destroy (window);
  bench_watch_begin (&self->paper.watch, GTK_WIDGET (self->paper.window));
}

/* --- views --------------------------------------------------------------------------------------
 */

/* The article of the first row, and how many rows there are. */
static gint64
look (Bench *self, guint *length)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (bench_paper_get_view (&self->paper)));
  g_autoptr (NewsHeadline) first = g_list_model_get_item (model, 0);

  *length = g_list_model_get_n_items (model);

  return first != NULL ? first->article : 0;
}

/* The frames count until the list is another one, and has been for some more. */
static void
view (Bench *self, Steps *steps, const char *action, const char *value)
{
  GtkWidget *view = GTK_WIDGET (bench_paper_get_view (&self->paper));
  guint length, now;
  gint64 first = look (self, &length);

  g_assert_true (gtk_widget_activate_action (view, action, "s", value));
  while (look (self, &now) == first && now == length)
    run_frames (self, 1);
  do
    {
      length = now;
      run_frames (self, get_count (LATER_FRAMES));
      look (self, &now);
    }
  while (now != length);
  end_step (&self->paper.watch, steps);
}

static void
measure_views (Bench *self, BenchFrameRow *rows)
{
  begin_steps (&self->paper.watch, &self->orders);
  view (self, &self->orders, "list.order", "oldest");
  view (self, &self->orders, "list.order", "newest");
  end_steps (&self->orders, &rows[ORDER]);

  begin_steps (&self->paper.watch, &self->filters);
  view (self, &self->filters, "list.filter", "unread");
  view (self, &self->filters, "list.filter", "all");
  end_steps (&self->filters, &rows[FILTER]);
}

/* --- news ---------------------------------------------------------------------------------------
 */

static void
measure_arrivals (Bench *self, BenchFrameRow *rows)
{
  GtkAdjustment *adjustment = bench_paper_get_adjustment (&self->paper);

  go_to (self, gtk_adjustment_get_upper (adjustment) / 2);
  begin (self);
  bench_news_bring (self->paper.corpus->corpus, news_desk_get_store (self->paper.desk), NEWS);
  self->length += NEWS;
  bench_paper_wait_for_rows (&self->paper, self->length);
  run_frames (self, get_count (NEWS_FRAMES));
  bench_watch_sum_up (&self->paper.watch, HELD, &rows[ARRIVALS]);
}

/* --- marks --------------------------------------------------------------------------------------
 */

static void
wait_for_unread (Bench *self, NewsDeskSection *section, gboolean some)
{
  while ((news_desk_section_get_unread (section) > 0) != some)
    g_main_context_iteration (NULL, TRUE);
  run_frames (self, get_count (LATER_FRAMES));
}

/* Half of all sources: more than half of it is unread. */
static void
measure_marks (Bench *self, BenchFrameRow *rows)
{
  NewsDeskSection *section = news_desk_get_section (self->paper.desk, "half");
  GtkWidget *pane = ui_test_find (GTK_WIDGET (self->paper.window), NEWS_TYPE_HEADLINES_PANE, NULL);

  bench_paper_go (&self->paper, "half");
  run_frames (self, get_count (LATER_FRAMES) * 4);
  wait_for_unread (self, section, TRUE);

  bench_watch_restart (&self->paper.watch);
  g_assert_true (gtk_widget_activate_action (pane, "list.mark-read", NULL));
  wait_for_unread (self, section, FALSE);
  bench_watch_sum_up (&self->paper.watch, HELD, &rows[MARK]);
  bench_watch_sum_up (&self->paper.watch, WALL, &rows[MARK_WALL]);

  bench_watch_restart (&self->paper.watch);
  g_assert_true (gtk_widget_activate_action (pane, "story.undo", NULL));
  wait_for_unread (self, section, TRUE);
  bench_watch_sum_up (&self->paper.watch, HELD, &rows[UNDO]);
  bench_watch_sum_up (&self->paper.watch, WALL, &rows[UNDO_WALL]);
}

/* --- all of it ----------------------------------------------------------------------------------
 */

static void
measure (Bench *self, BenchFrameRow *rows)
{
  measure_opening (self, rows);
  measure_scrolling (self, rows);
  measure_key (self, rows);
  measure_jumps (self, rows);
  measure_plain_jumps (self, rows);
  measure_views (self, rows);
  measure_arrivals (self, rows);
  measure_marks (self, rows);
}

/* What a short list takes is the limit of a long one, but for what it may grow. */
static void
measure_few (guint runs, BenchFrameRow *rows)
{
  BenchFrameRow first = { 0 }, mean = { 0 };
  Bench self = { 0 };

  set_up (&self, BENCH_CORPUS_FEW);
  for (guint i = 0; i < runs; i++)
    {
      bench_frame_row_set (&first, open_first (&self));
      open_all (&self);
      bench_frame_row_set (&mean, scroll_by_wheel (&self));
    }
  tear_down (&self);
  g_printerr ("of %u articles: %.1f ms to the first rows, %.2f ms a frame\n", BENCH_CORPUS_FEW,
              first.max, mean.max);
  rows[OPEN_GROWTH].limit = first.max * GROWTH;
  rows[WHEEL_GROWTH].limit = mean.max * GROWTH;
}

int
main (int argc, char *argv[])
{
  guint runs = is_quick () ? RUNS - 1 : RUNS;
  BenchFrameRow rows[N_ROWS];
  Bench self = { 0 };

  news_memory_set_up ();
  if (!ui_test_prepare ())
    {
      g_printerr ("There is no display.\n");
      return 1;
    }

  for (gsize i = 0; i < N_ROWS; i++)
    rows[i] = names[i];
  measure_few (is_quick () ? 1 : RUNS, rows);
  set_up (&self, bench_corpus_get_many ());
  for (guint i = 0; i < runs; i++)
    measure (&self, rows);
  tear_down (&self);
  bench_frame_row_set (&rows[OWN_JUMPS], MAX (rows[JUMPS].max - rows[PLAIN_JUMPS].max, 0));

  return bench_frame_rows_print (rows, N_ROWS, argc > 1 ? argv[1] : NULL);
}
