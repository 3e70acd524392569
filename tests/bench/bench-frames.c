/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "bench-posts.h"
#include "bench-watch.h"
#include "ui-test.h"

#include <string.h>

/* Whether the window stays smooth while 20 MB of news come: the desk takes in the answers of 20
 * WordPress sites, 100 posts in each, into a list that is on show, and into Home.
 *
 * No frame may be held for more than 8 ms, half of a frame's time at 60 a second (bench-watch.h);
 * the time on the wall, and for drawing, has no limit. The same window without anything to take in
 * is measured first, for comparison. The least of some runs counts, where there are some: what is
 * there every time is ours. */

#define SITES 20
#define POSTS 100
#define FIRST_POSTS 3
#define SECTIONS 10
#define LIMIT_MS 8.0
#define IDLE_FRAMES 120
#define IDLE_FRAMES_QUICK 30
#define LAST_FRAMES 30

/* --- the paper --- */

static char *
create_sources (void)
{
  g_autoptr (GString) text = g_string_new ("[");

  for (guint i = 0; i < SITES; i++)
    g_string_append_printf (text,
                            "%s{ \"id\": \"site-%u\", \"name\": \"Site %u\","
                            "  \"api\": \"wordpress\", \"parameters\": {"
                            "    \"site\": \"@SERVER@/%u/\", \"api\": \"@SERVER@/%u/wp-json/\" } }",
                            i > 0 ? "," : "", i, i, i, i);
  g_string_append_c (text, ']');

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_section (GString *text, const char *id, guint first, guint step)
{
  g_string_append_printf (text, ", { \"id\": \"%s\", \"title\": \"%s\", \"queries\": [", id, id);
  for (guint i = first; i < SITES; i += step)
    g_string_append_printf (text, "%s{ \"source\": \"site-%u\" }", i > first ? "," : "", i);
  g_string_append (text, "] }");
}

/* Home, a section of everything, and some that share the sites. */
static char *
create_sections (void)
{
  g_autoptr (GString) text = g_string_new ("[ { \"id\": \"home\", \"title\": \"Home\" }");

  append_section (text, "all", 0, 1);
  for (guint i = 0; i < SECTIONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("section-%u", i);

      append_section (text, id, i, SECTIONS);
    }
  g_string_append_c (text, ']');

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* @posts of each site, without the newest if these are not all: they come later, at the beginning
 * of the list. */
static gsize
serve (NewsTestServer *server, guint posts)
{
  guint later = POSTS - posts;
  gsize size = 0;

  for (guint i = 0; i < SITES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u/wp-json/wp/v2/posts", i);
      g_autofree char *answer = bench_posts_dup_answer (i * POSTS + later, posts, later);

      news_test_server_serve (server, path, 200, "application/json", answer);
      size += strlen (answer);
    }

  return size;
}

static void
take_in (NewsDesk *desk, BenchWatch *watch)
{
  news_desk_refresh (desk, NULL);
  while (news_desk_get_refreshing (desk))
    g_main_context_iteration (NULL, TRUE);
  bench_watch_run_frames (watch, LAST_FRAMES);
}

static gboolean
is_quick (void)
{
  return g_getenv ("BENCH_QUICK") != NULL;
}

/* One paper from its request to the last row, with the section @id on show. It has a list already,
 * as a window that is in use has. */
static void
measure (const char *id, BenchFrameRow *idle, BenchFrameRow *rows)
{
  g_autofree char *sources = create_sources ();
  g_autofree char *sections = create_sections ();
  g_autoptr (UiTest) test = ui_test_new (sections, sources);
  NewsDesk *desk = test->paper->desk;
  BenchWatch self = { 0 };
  gsize size;

  serve (test->paper->server, FIRST_POSTS);
  news_window_show_section (test->window, id);
  bench_watch_begin (&self, GTK_WIDGET (test->window));
  bench_watch_run_frames (&self, LAST_FRAMES);
  take_in (desk, &self);
  size = serve (test->paper->server, POSTS);

  bench_watch_restart (&self);
  bench_watch_run_frames (&self, is_quick () ? IDLE_FRAMES_QUICK : IDLE_FRAMES);
  bench_watch_sum_up (&self, G_STRUCT_OFFSET (BenchFrame, held), idle);

  bench_watch_restart (&self);
  take_in (desk, &self);
  g_assert_cmpuint (news_desk_section_get_unread (news_desk_get_section (desk, "all")), ==,
                    SITES * POSTS);
  g_printerr ("%s on show: %.1f MB taken in, %u frames\n", id, (double) size / 1e6,
              self.frames->len);
  bench_watch_sum_up (&self, G_STRUCT_OFFSET (BenchFrame, held), &rows[0]);
  bench_watch_sum_up (&self, G_STRUCT_OFFSET (BenchFrame, wall), &rows[1]);
  bench_watch_sum_up (&self, G_STRUCT_OFFSET (BenchFrame, drawn), &rows[2]);

  bench_watch_end (&self);
}

int
main (int argc, char *argv[])
{
  guint runs = is_quick () ? 2 : 3;
  BenchFrameRow rows[] = {
    { .name = "nothing to take in" },
    { .name = "frame held, a section on show", .limit = LIMIT_MS },
    { .name = "the same, on the wall" },
    { .name = "drawing it without a graphics card" },
    { .name = "frame held, Home on show", .limit = LIMIT_MS },
    { .name = "the same with Home, on the wall" },
    { .name = "drawing Home without a graphics card" },
  };

  if (!ui_test_prepare ())
    {
      g_printerr ("There is no display.\n");
      return 1;
    }

  for (guint i = 0; i < runs; i++)
    {
      measure ("all", &rows[0], &rows[1]);
      measure ("home", &rows[0], &rows[4]);
    }

  return bench_frame_rows_print (rows, G_N_ELEMENTS (rows), argc > 1 ? argv[1] : NULL);
}
