/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-page-motion.h"
#include "ui-page.h"

static const char *const texts[]
  = { "One two", "Three lines\342\200\250and a long one\342\200\250no more", "Folded", "אבג",
      NULL };

typedef struct
{
  UiPage *page;
  NewsPagePlace place;
  double x;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->page = ui_page_new (texts);
  fixture->place = (NewsPagePlace) { ui_page_get (fixture->page, 0), 0 };
  fixture->x = -1;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_page_free (fixture->page);
}

static void
move (Fixture *fixture, NewsMotion motion, gboolean backwards)
{
  news_page_motion_move (fixture->page->page, &fixture->place, motion, backwards, &fixture->x);
}

static void
assert_at (Fixture *fixture, guint paragraph, guint index)
{
  g_assert_true (fixture->place.paragraph == ui_page_get (fixture->page, paragraph));
  g_assert_cmpuint (fixture->place.index, ==, index);
}

static void
set_at (Fixture *fixture, guint paragraph, guint index)
{
  fixture->place = (NewsPagePlace) { ui_page_get (fixture->page, paragraph), index };
}

static void
test_letters (Fixture *fixture, gconstpointer data)
{
  move (fixture, NEWS_MOTION_LETTER, TRUE);
  assert_at (fixture, 0, 0);
  move (fixture, NEWS_MOTION_LETTER, FALSE);
  assert_at (fixture, 0, 1);
  set_at (fixture, 0, 7);
  move (fixture, NEWS_MOTION_LETTER, FALSE);
  assert_at (fixture, 1, 0);
  move (fixture, NEWS_MOTION_LETTER, TRUE);
  assert_at (fixture, 0, 7);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  move (fixture, NEWS_MOTION_WORD, FALSE);
  assert_at (fixture, 0, 3);
  move (fixture, NEWS_MOTION_WORD, FALSE);
  assert_at (fixture, 0, 7);
  move (fixture, NEWS_MOTION_WORD, FALSE);
  assert_at (fixture, 1, 5);
  move (fixture, NEWS_MOTION_WORD, TRUE);
  move (fixture, NEWS_MOTION_WORD, TRUE);
  assert_at (fixture, 0, 4);
}

/* Down a short line, one comes back to where one was on a long one. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  set_at (fixture, 1, 14 + 14);
  move (fixture, NEWS_MOTION_LINE, FALSE);
  assert_at (fixture, 1, 31 + 7);
  move (fixture, NEWS_MOTION_LINE, TRUE);
  assert_at (fixture, 1, 14 + 14);
  move (fixture, NEWS_MOTION_LINE, TRUE);
  assert_at (fixture, 1, 11);
  move (fixture, NEWS_MOTION_LINE, TRUE);
  assert_at (fixture, 0, 7);
  move (fixture, NEWS_MOTION_LINE, TRUE);
  assert_at (fixture, 0, 7);
}

static void
test_ends (Fixture *fixture, gconstpointer data)
{
  set_at (fixture, 1, 20);
  move (fixture, NEWS_MOTION_LINE_END, FALSE);
  assert_at (fixture, 1, 14 + 14);
  move (fixture, NEWS_MOTION_LINE_END, TRUE);
  assert_at (fixture, 1, 14);
  move (fixture, NEWS_MOTION_PAGE_END, FALSE);
  assert_at (fixture, 3, 6);
  move (fixture, NEWS_MOTION_SCREEN, TRUE);
  g_assert_true (fixture->place.paragraph == ui_page_get (fixture->page, 0));
  move (fixture, NEWS_MOTION_PAGE_END, TRUE);
  assert_at (fixture, 0, 0);
  move (fixture, NEWS_MOTION_SCREEN, FALSE);
  g_assert_true (fixture->place.paragraph == ui_page_get (fixture->page, 3));
}

/* What is folded is passed over; the left key goes on in what is read from right to left. */
static void
test_backwards (Fixture *fixture, gconstpointer data)
{
  set_at (fixture, 1, 38);
  move (fixture, NEWS_MOTION_LETTER, FALSE);
  assert_at (fixture, 3, 0);
  move (fixture, NEWS_MOTION_LETTER, TRUE);
  assert_at (fixture, 3, 2);
  move (fixture, NEWS_MOTION_LETTER, FALSE);
  assert_at (fixture, 3, 0);
}

/* Han has no blank between lines: the end of one must not be the start of the next. */
static void
test_han (void)
{
  static const char han[]
    = "这是很长的一段话这是很长的一段话这是很长的一段话这是很长的一段话这是很长的一段话"
      "这是很长的一段话这是很长的一段话这是很长的一段话";
  const char *const pages[] = { han, "", "", NULL };
  UiPage *page = ui_page_new (pages);
  NewsPagePlace place = { ui_page_get (page, 0), 0 };
  double x = -1;
  guint first, start, end;

  news_paragraph_get_line (place.paragraph, 0, &start, &first);
  g_assert_cmpuint (first, <, sizeof han - 1);
  news_page_motion_move (page->page, &place, NEWS_MOTION_LINE_END, FALSE, &x);
  g_assert_cmpuint (place.index, <, first);
  news_page_motion_move (page->page, &place, NEWS_MOTION_LINE, FALSE, &x);
  news_paragraph_get_line (place.paragraph, place.index, &start, &end);
  g_assert_cmpuint (start, ==, first);
  news_page_motion_move (page->page, &place, NEWS_MOTION_LINE, TRUE, &x);
  g_assert_cmpuint (place.index, <, first);
  ui_page_free (page);
}

static void
test_keys (void)
{
  NewsMotion motion;
  gboolean backwards;

  g_assert_true (news_page_motion_from_key (GDK_KEY_Left, TRUE, &motion, &backwards));
  g_assert_cmpint (motion, ==, NEWS_MOTION_WORD);
  g_assert_true (backwards);
  g_assert_true (news_page_motion_from_key (GDK_KEY_KP_End, FALSE, &motion, &backwards));
  g_assert_cmpint (motion, ==, NEWS_MOTION_LINE_END);
  g_assert_false (backwards);
  g_assert_false (news_page_motion_from_key (GDK_KEY_a, FALSE, &motion, &backwards));
}

#define ADD(name, function) \
  g_test_add ("/page-motion/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("letters", test_letters);
  ADD ("words", test_words);
  ADD ("lines", test_lines);
  ADD ("ends", test_ends);
  ADD ("backwards", test_backwards);
  g_test_add_func ("/page-motion/han", test_han);
  g_test_add_func ("/page-motion/keys", test_keys);

  return g_test_run ();
}
