/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-page-anchor.h"
#include "ui-page.h"

static const char *const texts[]
  = { "When the ferry stopped running, the people of the lower town began to row each other across "
      "the river, first for nothing and then for a coin, and by the end of the summer there were "
      "sixty boats and an office that sold tickets. When the river froze, they walked, and the "
      "office sold skates and soup, and nobody missed the ferry any more, nor its timetable.",
      "Second", "Folded", "Last", NULL };

typedef struct
{
  UiPage *page;
  GtkWidget *view;
  NewsPageAnchor anchor;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->page = ui_page_new (texts);
  fixture->view = gtk_widget_get_ancestor (fixture->page->page, GTK_TYPE_SCROLLED_WINDOW);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_page_anchor_clear (&fixture->anchor);
  ui_page_free (fixture->page);
}

static GtkWidget *
get_block (Fixture *fixture, guint index)
{
  return GTK_WIDGET (ui_page_get (fixture->page, index));
}

static double
get_top (Fixture *fixture, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, fixture->view, &bounds));

  return bounds.origin.y;
}

/* What grows above what is held moves it by as much. */
static void
test_above (Fixture *fixture, gconstpointer data)
{
  GtkWidget *held = get_block (fixture, 1);

  news_page_anchor_set (&fixture->anchor, fixture->view, held, get_top (fixture, held) + 2);
  g_assert_true (fixture->anchor.by_letter);
  g_assert_cmpfloat (news_page_anchor_get_error (&fixture->anchor, fixture->view), ==, 0);
  gtk_widget_set_margin_top (get_block (fixture, 0), 40);
  ui_test_draw (fixture->view);
  g_assert_cmpfloat (news_page_anchor_get_error (&fixture->anchor, fixture->view), ==, 40);
}

/* In a text that becomes narrower, the line that was looked at is held, not the same part. */
static void
test_letter (Fixture *fixture, gconstpointer data)
{
  GtkWidget *held = get_block (fixture, 0);
  double height = gtk_widget_get_height (held);
  double error;

  news_page_anchor_set (&fixture->anchor, fixture->view, held,
                        get_top (fixture, held) + height / 2);
  gtk_widget_set_margin_end (fixture->page->page, 150);
  ui_test_draw (fixture->view);
  g_assert_cmpint (gtk_widget_get_height (held), >, (int) height);
  error = news_page_anchor_get_error (&fixture->anchor, fixture->view);
  g_assert_cmpfloat (error, >, 0);
  g_assert_cmpfloat (error, <, gtk_widget_get_height (held) - height + 1);
}

/* What is no text is held by a part of its height. */
static void
test_part (Fixture *fixture, gconstpointer data)
{
  GtkWidget *held = get_block (fixture, 0);

  news_page_anchor_set_part (&fixture->anchor, held, 0.5);
  g_assert_false (fixture->anchor.by_letter);
  g_assert_cmpfloat_with_epsilon (news_page_anchor_get_error (&fixture->anchor, fixture->view),
                                  get_top (fixture, held) + gtk_widget_get_height (held) / 2.0, 1);
  news_page_anchor_set_part (&fixture->anchor, held, 7);
  g_assert_cmpfloat (fixture->anchor.part, ==, 1);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  GtkWidget *block = gtk_label_new ("Gone soon");

  g_assert_cmpfloat (news_page_anchor_get_error (&fixture->anchor, fixture->view), ==, 0);
  gtk_box_append (GTK_BOX (fixture->page->page), block);
  news_page_anchor_set_part (&fixture->anchor, block, 0.5);
  gtk_box_remove (GTK_BOX (fixture->page->page), block);
  g_assert_null (fixture->anchor.widget);
  g_assert_cmpfloat (news_page_anchor_get_error (&fixture->anchor, fixture->view), ==, 0);
}

#define ADD(name, function) \
  g_test_add ("/page-anchor/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("above", test_above);
  ADD ("letter", test_letter);
  ADD ("part", test_part);
  ADD ("gone", test_gone);

  return g_test_run ();
}
