/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-tracking.h"

#include <string.h>

static gboolean
is_tracking (const char *parameter)
{
  return news_tracking_is_parameter (parameter, strcspn (parameter, "="));
}

static void
test_names (void)
{
  g_assert_true (is_tracking ("utm_source=mail"));
  g_assert_true (is_tracking ("utm_"));
  g_assert_true (is_tracking ("fbclid=1"));
  g_assert_true (is_tracking ("CMP=share"));
  g_assert_false (is_tracking ("utm=1"));
  g_assert_false (is_tracking ("fbclid2=1"));
  g_assert_false (is_tracking ("fbcli"));
  g_assert_false (is_tracking ("cmp=share"));
  g_assert_false (is_tracking ("id=utm_source"));
  g_assert_false (is_tracking (""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tracking/names", test_names);

  return g_test_run ();
}
