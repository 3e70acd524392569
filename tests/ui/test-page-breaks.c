/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-breaks.h"

/* Units of a height of 10, one a letter: "." may begin a page, "-" may not; with 5 over it, ":" may
 * begin a page and ";" may not; "#" is 35 high. */
static void
assert_breaks (const char *letters, double height, const char *expected)
{
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (NewsPageUnit));
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GArray) starts = NULL;

  for (const char *at = letters; *at != '\0'; at++)
    {
      NewsPageUnit unit
        = { strchr (":;", *at) != NULL ? 5 : 0, *at == '#' ? 35 : 10, strchr (".:#", *at) != NULL };

      g_array_append_val (units, unit);
    }
  starts = news_page_breaks_find (units, height);
  for (guint i = 0; i < starts->len; i++)
    g_string_append_printf (told, "%s%u", i > 0 ? " " : "", g_array_index (starts, guint, i));
  g_assert_cmpstr (told->str, ==, expected);
}

static void
test_fill (void)
{
  assert_breaks ("", 30, "");
  assert_breaks (".", 30, "0");
  assert_breaks ("...", 30, "0");
  assert_breaks (".......", 30, "0 3 6");
}

/* What stands over a unit counts, but not at the top of a page. */
static void
test_before (void)
{
  assert_breaks ("::::", 30, "0 2");
  assert_breaks ("::", 25, "0");
  assert_breaks (".:.:", 25, "0 2");
}

static void
test_kept (void)
{
  assert_breaks ("..-...", 20, "0 1 3 5");
  assert_breaks (".--.", 30, "0 3");
  assert_breaks ("...-.", 30, "0 2");
}

/* Nothing on the page may be parted: it is parted anyway. */
static void
test_forced (void)
{
  assert_breaks ("-------", 30, "0 3 6");
  assert_breaks (".-----.", 30, "0 3 6");
}

static void
test_higher_than_page (void)
{
  assert_breaks ("#", 30, "0");
  assert_breaks (".#.", 30, "0 1 2");
  assert_breaks ("...", 5, "0 1 2");
  assert_breaks ("..", 0, "0 1");
}

static void
test_lines (void)
{
  g_assert_true (news_page_breaks_is_allowed (0, 1));
  g_assert_false (news_page_breaks_is_allowed (1, 2));
  g_assert_false (news_page_breaks_is_allowed (1, 3));
  g_assert_false (news_page_breaks_is_allowed (2, 3));
  g_assert_false (news_page_breaks_is_allowed (1, 5));
  g_assert_true (news_page_breaks_is_allowed (2, 4));
  g_assert_true (news_page_breaks_is_allowed (3, 5));
  g_assert_false (news_page_breaks_is_allowed (4, 5));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-breaks/fill", test_fill);
  g_test_add_func ("/page-breaks/before", test_before);
  g_test_add_func ("/page-breaks/kept", test_kept);
  g_test_add_func ("/page-breaks/forced", test_forced);
  g_test_add_func ("/page-breaks/higher-than-page", test_higher_than_page);
  g_test_add_func ("/page-breaks/lines", test_lines);

  return g_test_run ();
}
