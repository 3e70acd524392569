/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-headline-facts.h"

#define WIDTH 200
#define LONG_OUTLET "The Evening Messenger and General Advertiser of the County"

typedef struct
{
  GtkWidget *widget;
  NewsHeadlineFacts *facts;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->widget = g_object_ref_sink (gtk_label_new (NULL));
  fixture->facts = news_headline_facts_new (gtk_widget_get_pango_context (fixture->widget));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_headline_facts_free (fixture->facts);
  g_assert_finalize_object (fixture->widget);
}

static void
test_texts (Fixture *fixture, gconstpointer data)
{
  int height = news_headline_facts_get_height (fixture->facts);

  g_assert_cmpint (height, >=, 14);
  news_headline_facts_set_text (fixture->facts, "The Peers", " · 5 min");
  g_assert_cmpstr (news_headline_facts_get_outlet (fixture->facts), ==, "The Peers");
  g_assert_cmpstr (news_headline_facts_get_behind (fixture->facts), ==, " · 5 min");
  news_headline_facts_set_text (fixture->facts, NULL, "");
  g_assert_cmpstr (news_headline_facts_get_outlet (fixture->facts), ==, "");
  /* A row is as high without them. */
  g_assert_cmpint (news_headline_facts_get_height (fixture->facts), ==, height);
}

/* What is behind the outlet has its room in any width, and so have the marks. */
static void
test_least_width (Fixture *fixture, gconstpointer data)
{
  int plain, marked;

  news_headline_facts_set_text (fixture->facts, LONG_OUTLET, " · 5 min");
  plain = news_headline_facts_get_least_width (fixture->facts);
  g_assert_cmpint (plain, <, WIDTH);
  news_headline_facts_set_marks (fixture->facts, TRUE, TRUE);
  g_assert_true (news_headline_facts_is_unread (fixture->facts));
  g_assert_true (news_headline_facts_is_bookmarked (fixture->facts));
  marked = news_headline_facts_get_least_width (fixture->facts);
  g_assert_cmpint (marked, >=, plain + 10 + 14);
  g_assert_false (news_headline_facts_is_walled (fixture->facts));
  news_headline_facts_set_walled (fixture->facts, TRUE);
  g_assert_true (news_headline_facts_is_walled (fixture->facts));
  g_assert_cmpint (news_headline_facts_get_least_width (fixture->facts), >=, marked + 12);
  news_headline_facts_set_walled (fixture->facts, FALSE);
  news_headline_facts_set_text (fixture->facts, LONG_OUTLET, " · 5 min · 1,234 visits");
  g_assert_cmpint (news_headline_facts_get_least_width (fixture->facts), >, marked);
}

typedef struct
{
  int n;
  float left[8];
  float right[8];
} Painted;

/* Where what is painted lies. */
static void
list_bounds (GskRenderNode *node, float x, Painted *painted)
{
  graphene_rect_t bounds;

  if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    {
      float dx, dy;

      gsk_transform_to_translate (gsk_transform_node_get_transform (node), &dx, &dy);
      list_bounds (gsk_transform_node_get_child (node), x + dx, painted);
    }
  else if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    {
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        list_bounds (gsk_container_node_get_child (node, i), x, painted);
    }
  else
    {
      g_assert_cmpint (painted->n, <, 8);
      gsk_render_node_get_bounds (node, &bounds);
      painted->left[painted->n] = x + bounds.origin.x;
      painted->right[painted->n++] = x + bounds.origin.x + bounds.size.width;
    }
}

static Painted
paint (Fixture *fixture, gboolean rtl)
{
  NewsHeadlineInk ink
    = { .color = { 0, 0, 0, 1 }, .accent = { 0, 0, 1, 1 }, .rtl = rtl, .scale = 1 };
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  Painted painted = { 0 };

  news_headline_facts_paint (fixture->facts, snapshot, WIDTH, &ink);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  list_bounds (node, 0, &painted);
  gsk_render_node_unref (node);

  return painted;
}

static gboolean
overlaps (const Painted *painted, int i, int j)
{
  return painted->left[i] < painted->right[j] - 2 && painted->left[j] < painted->right[i] - 2;
}

/* Everything is within the line, from either side, and nothing runs into another. */
static void
test_paint (Fixture *fixture, gconstpointer data)
{
  for (int rtl = 0; rtl < 2; rtl++)
    {
      Painted painted;
      int unmarked;

      news_headline_facts_set_text (fixture->facts, LONG_OUTLET, " · 5 min");
      news_headline_facts_set_marks (fixture->facts, FALSE, FALSE);
      news_headline_facts_set_walled (fixture->facts, FALSE);
      unmarked = paint (fixture, rtl).n;
      news_headline_facts_set_marks (fixture->facts, TRUE, TRUE);
      news_headline_facts_set_walled (fixture->facts, TRUE);
      painted = paint (fixture, rtl);
      g_assert_cmpint (painted.n, ==, unmarked + 3);
      for (int i = 0; i < painted.n; i++)
        {
          g_assert_cmpfloat (painted.left[i], >=, -2);
          g_assert_cmpfloat (painted.right[i], <=, WIDTH + 2);
          for (int j = 0; j < i; j++)
            g_assert_false (overlaps (&painted, i, j));
        }
    }
}

#define ADD(name, function) \
  g_test_add ("/headline-facts/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("texts", test_texts);
  ADD ("least-width", test_least_width);
  ADD ("paint", test_paint);

  return g_test_run ();
}
