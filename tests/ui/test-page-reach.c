/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-page-reach.h"
#include "news-wide-bin.h"
#include "ui-page.h"

static const char *const texts[] = { "One", "Two", "Three", "Folded", "Four", NULL };

typedef struct
{
  UiPage *page;
  GtkWidget *root;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->page = ui_page_new (texts);
  fixture->root = fixture->page->page;
  news_page_reach_let_go (fixture->root);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_page_free (fixture->page);
}

static gboolean
is_far (Fixture *fixture, guint index)
{
  return news_paragraph_get_far (ui_page_get (fixture->page, index));
}

static double
get_bottom (Fixture *fixture, guint index)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (ui_page_get (fixture->page, index)),
                                            fixture->root, &bounds));

  return bounds.origin.y + bounds.size.height;
}

static void
test_within (Fixture *fixture, gconstpointer data)
{
  double top = get_bottom (fixture, 0) + 1;
  double bottom = get_bottom (fixture, 1);
  gboolean changed = FALSE;

  g_assert_true (is_far (fixture, 0) && is_far (fixture, 1) && is_far (fixture, 2));
  g_assert_true (
    news_page_reach_bring_near (fixture->root, fixture->root, top, bottom, 0, &changed));
  g_assert_true (changed);
  g_assert_true (is_far (fixture, 0));
  g_assert_false (is_far (fixture, 1));
  g_assert_true (is_far (fixture, 2));

  changed = FALSE;
  g_assert_true (
    news_page_reach_bring_near (fixture->root, fixture->root, top, bottom, 0, &changed));
  g_assert_false (changed);
}

/* One text is set even if there is no time, so that it goes on at all. */
static void
test_deadline (Fixture *fixture, gconstpointer data)
{
  double bottom = get_bottom (fixture, 2);

  g_assert_false (news_page_reach_bring_near (fixture->root, fixture->root, 0, bottom, 1, NULL));
  g_assert_false (is_far (fixture, 0));
  g_assert_true (is_far (fixture, 1));
  g_assert_false (news_page_reach_bring_near (fixture->root, fixture->root, 0, bottom, 1, NULL));
  g_assert_false (is_far (fixture, 1));
}

/* The columns of a table depend on all of its cells. */
static void
test_whole (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  NewsParagraph *paragraphs[2];

  for (gsize i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    {
      GtkWidget *widget = news_paragraph_new (GTK_ACCESSIBLE_ROLE_PARAGRAPH, NEWS_PARAGRAPH_TEXT);

      news_paragraph_set_letters (NEWS_PARAGRAPH (widget), "A cell", "en");
      news_paragraph_set_far (NEWS_PARAGRAPH (widget), TRUE);
      gtk_widget_set_margin_bottom (widget, 200);
      gtk_box_append (GTK_BOX (box), widget);
      paragraphs[i] = NEWS_PARAGRAPH (widget);
    }
  gtk_box_append (GTK_BOX (fixture->root), news_wide_bin_new (box));
  ui_test_draw (fixture->root);
  g_assert_true (news_page_reach_bring_near (fixture->root, fixture->root, 0,
                                             get_bottom (fixture, 4) + 30, 0, NULL));
  g_assert_false (news_paragraph_get_far (paragraphs[0]));
  g_assert_false (news_paragraph_get_far (paragraphs[1]));
}

#define ADD(name, function) \
  g_test_add ("/page-reach/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("within", test_within);
  ADD ("deadline", test_deadline);
  ADD ("whole", test_whole);

  return g_test_run ();
}
