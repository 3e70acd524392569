/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-page-blocks.h"
#include "news-paragraph.h"

#define BLOCKS 10
#define HEIGHT 50

typedef struct
{
  NewsPageBlocks blocks;
  GtkWindow *window;
} Fixture;

/* Each block is as high as the next one, whatever the font. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  news_page_blocks_init (&fixture->blocks, box);
  for (guint i = 0; i < BLOCKS; i++)
    {
      GtkWidget *block = news_paragraph_new (GTK_ACCESSIBLE_ROLE_PARAGRAPH, NEWS_PARAGRAPH_TEXT);

      news_paragraph_set_letters (NEWS_PARAGRAPH (block), "A text", "en");
      news_paragraph_set_far (NEWS_PARAGRAPH (block), TRUE);
      gtk_widget_set_size_request (block, -1, HEIGHT);
      news_page_blocks_append (&fixture->blocks, block);
    }
  fixture->window = ui_test_show (box, 400, BLOCKS * HEIGHT);
  fixture->blocks.placed = BLOCKS;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_page_blocks_clear (&fixture->blocks);
  ui_test_close (fixture->window);
}

static gboolean
is_far (Fixture *fixture, guint index)
{
  return news_paragraph_get_far (NEWS_PARAGRAPH (news_page_blocks_get (&fixture->blocks, index)));
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  NewsReadingPlace place = news_page_blocks_get_place (&fixture->blocks, 3.5 * HEIGHT);

  g_assert_cmpuint (news_page_blocks_find (&fixture->blocks, -10), ==, 0);
  g_assert_cmpuint (news_page_blocks_find (&fixture->blocks, HEIGHT - 1), ==, 0);
  g_assert_cmpuint (news_page_blocks_find (&fixture->blocks, HEIGHT), ==, 1);
  g_assert_cmpuint (news_page_blocks_find (&fixture->blocks, 1e6), ==, BLOCKS - 1);
  g_assert_cmpuint (place.block, ==, 3);
  g_assert_cmpuint (place.part, ==, NEWS_READING_PLACE_WHOLE / 2);

  /* Those that have no room yet are nowhere. */
  fixture->blocks.placed = 2;
  g_assert_cmpuint (news_page_blocks_find (&fixture->blocks, 1e6), ==, 1);
}

static void
test_reach (Fixture *fixture, gconstpointer data)
{
  gboolean changed = FALSE;

  g_assert_true (
    news_page_blocks_bring_near (&fixture->blocks, 2 * HEIGHT, 4 * HEIGHT, 0, &changed));
  g_assert_true (changed);
  for (guint i = 0; i < BLOCKS; i++)
    g_assert_cmpint (is_far (fixture, i), ==, i < 2 || i > 3);

  news_page_blocks_let_go (&fixture->blocks, 3 * HEIGHT, 9 * HEIGHT);
  for (guint i = 0; i < BLOCKS; i++)
    g_assert_cmpint (is_far (fixture, i), ==, i != 3);
}

static void
test_remove_all (Fixture *fixture, gconstpointer data)
{
  news_page_blocks_remove_all (&fixture->blocks);
  g_assert_null (gtk_widget_get_first_child (fixture->blocks.box));
  g_assert_cmpuint (fixture->blocks.blocks->len, ==, 0);
  g_assert_cmpuint (fixture->blocks.placed, ==, 0);
}

#define ADD(name, function) \
  g_test_add ("/page-blocks/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("find", test_find);
  ADD ("reach", test_reach);
  ADD ("remove-all", test_remove_all);

  return g_test_run ();
}
