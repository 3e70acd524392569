/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-headline-matches.h"

#define TEXT "Tea and tea, and then nothing but tea, green or black, hot or cold, all day and night"

typedef struct
{
  GtkWidget *label;
  PangoLayout *layout;
  GArray *matches;
} Fixture;

static void
add (Fixture *fixture, guint start, guint end)
{
  NewsTextRange range = { start, end };

  g_array_append_val (fixture->matches, range);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->label = g_object_ref_sink (gtk_label_new (NULL));
  fixture->layout = gtk_widget_create_pango_layout (fixture->label, TEXT);
  fixture->matches = g_array_new (FALSE, FALSE, sizeof (NewsTextRange));
  pango_layout_set_ellipsize (fixture->layout, PANGO_ELLIPSIZE_END);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_array_unref (fixture->matches);
  g_object_unref (fixture->layout);
  g_assert_finalize_object (fixture->label);
}

/* How many marks are drawn. */
static guint
count_marks (Fixture *fixture, GArray *matches)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  guint count;

  news_headline_matches_mark (fixture->layout, matches, snapshot, &(GdkRGBA) { 0, 0, 1, 1 });
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return 0;

  count = gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE
            ? gsk_container_node_get_n_children (node)
            : 1;
  gsk_render_node_unref (node);

  return count;
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_marks (fixture, NULL), ==, 0);
  g_assert_cmpuint (count_marks (fixture, fixture->matches), ==, 0);
  add (fixture, 0, 3);
  add (fixture, 8, 11);
  add (fixture, 34, 37);
  g_assert_cmpuint (count_marks (fixture, fixture->matches), ==, 3);
}

/* One that goes over the end of a line is marked in both. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  pango_layout_set_ellipsize (fixture->layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_width (fixture->layout, 120 * PANGO_SCALE);
  g_assert_cmpint (pango_layout_get_line_count (fixture->layout), >, 2);
  add (fixture, 0, sizeof TEXT - 1);
  g_assert_cmpuint (count_marks (fixture, fixture->matches), ==,
                    (guint) pango_layout_get_line_count (fixture->layout));
}

/* What is left out at the end has no marks, which would all be on the dots. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  pango_layout_set_width (fixture->layout, 120 * PANGO_SCALE);
  g_assert_true (pango_layout_is_ellipsized (fixture->layout));
  add (fixture, 0, 3);
  add (fixture, sizeof TEXT - 6, sizeof TEXT - 1);
  g_assert_cmpuint (count_marks (fixture, fixture->matches), ==, 1);
}

static void
test_bold (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *text = NULL;

  news_headline_matches_embolden (attributes, NULL);
  add (fixture, 8, 11);
  news_headline_matches_embolden (attributes, fixture->matches);
  text = pango_attr_list_to_string (attributes);
  g_assert_cmpstr (text, ==, "8 11 weight bold");
}

#define ADD(name, function) \
  g_test_add ("/headline-matches/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("marks", test_marks);
  ADD ("lines", test_lines);
  ADD ("left-out", test_left_out);
  ADD ("bold", test_bold);

  return g_test_run ();
}
