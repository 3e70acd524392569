/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* bench-page [FILE]: how long a page keeps its reader waiting. Articles of 1,200 and 20,000 words,
 * in English, hyphenated, and in Chinese, both justified, with pictures that are in the cache, are
 * opened from the store, read through to their end, and set in another size.
 *
 * All is the main thread's work up to the drawing (bench-watch.h), the least of some runs; of
 * opening, the time on the wall is told as well, in which workers read the article from the store
 * and break its words. Memory is that of a process of its own (PSS, in MB, as the kernel counts
 * it), with the desk and the test's server in it, beside one with nothing but an empty window. */

#include "bench-articles.h"
#include "bench-memory.h"
#include "bench-watch.h"
#include "config.h"
#include "news-reader.h"
#include "news-text-face.h"
#include "ui-pictures.h"
#include "ui-test.h"

#include <stdlib.h>
#include <string.h>

#define SHORT 1200
#define LONG 20000
#define SHORT_PICTURES 5
#define LONG_PICTURES 24

#define LIMIT_SHORT 32
#define LIMIT_LONG 60
#define LIMIT_FRAME 8
#define LIMIT_ZOOM 50
#define LIMIT_MEMORY 2

#define LATER_FRAMES 120
#define STEP 120 /* pixels a frame: a finger that is in a hurry */
#define ZOOMS 6

/* The same where it is measured quickly, but still more than once: the first time fonts are opened,
 * and letters drawn for the first time. */
#define LATER_FRAMES_QUICK 24
#define STEPS_QUICK 80
#define ZOOMS_QUICK 2
#define RUNS_QUICK 2

#define SECTION(id) \
  "{ \"id\": \"" id "\", \"title\": \"" id "\", \"queries\": [ { \"source\": \"" id "\" } ] }"
#define SOURCE(id, language)                                                                      \
  "{ \"id\": \"" id "\", \"name\": \"" id "\", \"api\": \"wordpress\", \"language\": \"" language \
  "\", \"parameters\": { \"site\": \"@SERVER@/" id "/\", \"api\": \"@SERVER@/" id                 \
  "/wp-json/\" } }"

typedef struct
{
  NewsTestPaper *paper;
  UiPictures *pictures;
  GSettings *settings;
  GtkCssProvider *size;
  GtkWidget *window;
  NewsReader *reader;
  BenchWatch watch;
} Bench;

/* --- the paper --- */

static gboolean
is_quick (void)
{
  return g_getenv ("BENCH_QUICK") != NULL;
}

static guint
get_later_frames (void)
{
  return is_quick () ? LATER_FRAMES_QUICK : LATER_FRAMES;
}

static guint
get_zooms (void)
{
  return is_quick () ? ZOOMS_QUICK : ZOOMS;
}

static void
serve (Bench *self, const char *id, gboolean chinese, guint number, guint words, guint pictures)
{
  g_autofree char *path = g_strdup_printf ("/%s/wp-json/wp/v2/posts", id);
  g_autofree char *answer = bench_articles_dup_answer (chinese, number, words, pictures);

  news_test_server_serve (self->paper->server, path, 200, "application/json", answer);
}

static void
create_paper (Bench *self)
{
  self->paper = news_test_paper_new (
    "[ { \"id\": \"home\", \"title\": \"Home\" }," SECTION ("en-short") "," SECTION (
      "en-long") "," SECTION ("zh-short") "," SECTION ("zh-long") "]",
    "[" SOURCE ("en-short", "en-GB") "," SOURCE ("en-long", "en-GB") "," SOURCE (
      "zh-short", "zh-CN") "," SOURCE ("zh-long", "zh-CN") "]");
  serve (self, "en-short", FALSE, 1, SHORT, SHORT_PICTURES);
  serve (self, "en-long", FALSE, 2, LONG, LONG_PICTURES);
  serve (self, "zh-short", TRUE, 3, SHORT, SHORT_PICTURES);
  serve (self, "zh-long", TRUE, 4, LONG, LONG_PICTURES);
  news_test_paper_refresh (self->paper);
}

static void
keep_pictures (Bench *self)
{
  g_autoptr (GBytes) png = ui_pictures_create_png (BENCH_ARTICLES_WIDTH, BENCH_ARTICLES_HEIGHT);

  self->pictures = ui_pictures_new ();
  for (guint i = 0; i < BENCH_ARTICLES_PICTURES; i++)
    {
      g_autofree char *address = bench_articles_dup_picture (i);

      ui_pictures_keep (self->pictures, address, png);
    }
}

static gint64
get_article (Bench *self, const char *id)
{
  g_autoptr (NewsSnapshot) snapshot = news_test_paper_list_section (self->paper, id);

  g_assert_cmpuint (snapshot->rows->len, ==, 1);

  return g_array_index (snapshot->rows, NewsRow, 0).article;
}

/* --- the window --- */

/* As the application does. */
static void
set_size (Bench *self, double size)
{
  g_autofree char *style = NULL;

  g_settings_set_double (self->settings, "text-scale", size);
  style = news_text_face_dup_css (self->settings);
  gtk_css_provider_load_from_string (self->size, style);
}

static GtkWidget *
create_window (GtkWidget *content)
{
  GtkWidget *window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, "default-width", 820,
                                    "default-height", 760, "content", content, NULL);

  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (content) == 0)
    g_main_context_iteration (NULL, TRUE);

  return window;
}

static void
show (Bench *self, gint64 article)
{
  news_reader_open (self->reader, article);
  while (news_reader_get_story (self->reader) == NULL
         || news_reader_get_story (self->reader)->number != article)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Bench *self)
{
  create_paper (self);
  keep_pictures (self);
  self->settings = g_settings_new_with_path (APPLICATION_ID, "/bench/");
  g_settings_set_boolean (self->settings, "justify", TRUE);
  self->size = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (self->size),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  self->reader = g_object_new (NEWS_TYPE_READER, NULL);
  news_reader_set_settings (self->reader, self->settings);
  news_reader_set_desk (self->reader, self->paper->desk, self->pictures->loader);
  self->window = create_window (GTK_WIDGET (self->reader));

  /* The watch comes after all that works in the same frames, so that it sees their work. */
  show (self, get_article (self, "en-short"));
  while (!gtk_widget_get_mapped (ui_test_find (GTK_WIDGET (self->reader), GTK_TYPE_BOX, "body")))
    g_main_context_iteration (NULL, TRUE);
  bench_watch_begin (&self->watch, self->window);
  bench_watch_run_frames (&self->watch, get_later_frames ());
}

static void
tear_down (Bench *self)
{
  bench_watch_end (&self->watch);
  g_object_add_weak_pointer (G_OBJECT (self->reader), (gpointer *) &self->reader);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (self->reader != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (self->settings);
  g_object_unref (self->size);
  ui_pictures_free (self->pictures);
  news_test_paper_free (self->paper);
}

/* --- what is measured --- */

static GtkAdjustment *
get_adjustment (Bench *self)
{
  GtkWidget *scroller
    = ui_test_find (GTK_WIDGET (self->reader), GTK_TYPE_SCROLLED_WINDOW, "scroller");

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

static void
measure_opening (Bench *self, gint64 article, BenchFrameRow *rows)
{
  gint64 start;

  gtk_adjustment_set_value (get_adjustment (self), 0);
  bench_watch_run_frames (&self->watch, get_later_frames ());
  bench_watch_set_ticking (&self->watch, FALSE);
  bench_watch_restart (&self->watch);
  start = g_get_monotonic_time ();
  show (self, article);
  bench_watch_run_frames (&self->watch, 1);
  bench_frame_row_set (&rows[0],
                       bench_watch_add_up (&self->watch, G_STRUCT_OFFSET (BenchFrame, held)));
  bench_frame_row_set (&rows[1],
                       (double) (g_get_monotonic_time () - start) / 1000
                         - bench_watch_add_up (&self->watch, G_STRUCT_OFFSET (BenchFrame, drawn)));

  bench_watch_set_ticking (&self->watch, TRUE);
  bench_watch_restart (&self->watch);
  bench_watch_run_frames (&self->watch, get_later_frames ());
  bench_watch_sum_up (&self->watch, G_STRUCT_OFFSET (BenchFrame, held), &rows[2]);
}

static gboolean
is_at_end (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_value (adjustment)
         >= gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - 1;
}

static void
measure_scrolling (Bench *self, BenchFrameRow *row)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  guint most = is_quick () ? STEPS_QUICK : G_MAXUINT;

  bench_watch_restart (&self->watch);
  for (guint i = 0; i < most && !is_at_end (adjustment); i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + STEP);
      bench_watch_run_frames (&self->watch, 1);
    }
  bench_watch_sum_up (&self->watch, G_STRUCT_OFFSET (BenchFrame, held), row);
}

/* In the middle of the article, there and back. */
static void
measure_zoom (Bench *self, BenchFrameRow *row)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double longest = 0;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  for (guint i = 0; i < get_zooms (); i++)
    {
      bench_watch_run_frames (&self->watch, get_later_frames ());
      bench_watch_restart (&self->watch);
      set_size (self, i % 2 == 0 ? 1.1 : 1);
      bench_watch_run_frames (&self->watch, 1);
      longest
        = MAX (longest, bench_watch_add_up (&self->watch, G_STRUCT_OFFSET (BenchFrame, held)));
    }
  bench_frame_row_set (row, longest);
}

static void
measure_jump (Bench *self, BenchFrameRow *row)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  gtk_adjustment_set_value (adjustment, 0);
  bench_watch_run_frames (&self->watch, get_later_frames ());
  bench_watch_restart (&self->watch);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  bench_watch_run_frames (&self->watch, 1);
  bench_watch_sum_up (&self->watch, G_STRUCT_OFFSET (BenchFrame, held), row);
}

static void
measure (Bench *self, const char *short_id, const char *long_id, BenchFrameRow *rows)
{
  gint64 short_one = get_article (self, short_id);
  gint64 long_one = get_article (self, long_id);
  gint64 other = get_article (self, strcmp (short_id, "en-short") == 0 ? "zh-short" : "en-short");

  show (self, other);
  measure_opening (self, short_one, &rows[0]);
  measure_opening (self, long_one, &rows[3]);
  measure_scrolling (self, &rows[6]);
  measure_jump (self, &rows[7]);
  measure_zoom (self, &rows[8]);
}

/* --- memory --- */

/* What the process takes with an empty window, or with the long article read to its middle. */
static int
tell_memory (gboolean page)
{
  Bench self = { 0 };

  if (page)
    {
      set_up (&self);
      show (&self, get_article (&self, "en-long"));
      bench_watch_run_frames (&self.watch, get_later_frames ());
      for (guint i = 0; i < get_later_frames (); i++)
        {
          gtk_adjustment_set_value (get_adjustment (&self),
                                    gtk_adjustment_get_value (get_adjustment (&self)) + 2 * STEP);
          bench_watch_run_frames (&self.watch, 1);
        }
    }
  else
    {
      self.window = create_window (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
      bench_watch_begin (&self.watch, self.window);
    }
  bench_watch_run_frames (&self.watch, get_later_frames ());
  g_print ("%.2f\n", bench_memory_get ());
  if (page)
    tear_down (&self);

  return 0;
}

static double
ask_memory (const char *program, const char *what)
{
  const char *const arguments[] = { program, "--memory", what, NULL };
  g_autoptr (GSubprocess) process
    = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL);
  g_autofree char *output = NULL;

  g_assert_nonnull (process);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, NULL));

  return output != NULL ? g_ascii_strtod (output, NULL) : 0;
}

static void
measure_memory (const char *program, BenchFrameRow *rows)
{
  bench_frame_row_set (&rows[0], ask_memory (program, "empty"));
  bench_frame_row_set (&rows[1], ask_memory (program, "page"));
  rows[1].limit = LIMIT_MEMORY * rows[0].max;
}

/* What is measured of one language. */
#define ROWS(language)                                                                           \
  { .name = language ", short: to its first frame", .limit = LIMIT_SHORT },                      \
    { .name = "the same, on the wall" }, { .name = "a frame held later", .limit = LIMIT_FRAME }, \
    { .name = language ", long: to its first frame", .limit = LIMIT_LONG },                      \
    { .name = "the same of it, on the wall" },                                                   \
    { .name = language ", long: a frame held later", .limit = LIMIT_FRAME },                     \
    { .name = language ", long: a frame of scrolling", .limit = LIMIT_FRAME },                   \
    { .name = language ", long: a jump to its end" },                                            \
  {                                                                                              \
    .name = language ", long: a step in size", .limit = LIMIT_ZOOM                               \
  }

int
main (int argc, char *argv[])
{
  guint runs = is_quick () ? RUNS_QUICK : 3;
  BenchFrameRow rows[] = {
    ROWS ("English"),
    ROWS ("Chinese"),
    { .name = "an empty window, in MB" },
    { .name = "a long read, in MB" },
  };
  const gsize n = G_N_ELEMENTS (rows);
  Bench self = { 0 };

  if (!ui_test_prepare ())
    {
      g_printerr ("There is no display.\n");
      return 1;
    }
  if (argc > 2 && strcmp (argv[1], "--memory") == 0)
    return tell_memory (strcmp (argv[2], "page") == 0);

  set_up (&self);
  for (guint i = 0; i < runs; i++)
    {
      measure (&self, "en-short", "en-long", &rows[0]);
      measure (&self, "zh-short", "zh-long", &rows[(n - 2) / 2]);
    }
  tear_down (&self);
  measure_memory (argv[0], &rows[n - 2]);

  return bench_frame_rows_print (rows, n, argc > 1 ? argv[1] : NULL);
}
