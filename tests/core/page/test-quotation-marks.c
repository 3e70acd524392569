/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-quotation-marks.h"

static void
assert_marks (const char *language, guint outer, const char *open, const char *close)
{
  const NewsQuotationMarks *marks = news_quotation_marks_get (language, outer);

  g_assert_cmpstr (marks->open, ==, open);
  g_assert_cmpstr (marks->close, ==, close);
}

static void
test_get (void)
{
  assert_marks (NULL, 0, "“", "”");
  assert_marks (NULL, 1, "‘", "’");
  assert_marks (NULL, 2, "“", "”");
  assert_marks ("en-GB", 0, "“", "”");
  assert_marks ("de", 0, "„", "“");
  assert_marks ("DE-at", 1, "‚", "‘");
  assert_marks ("fr", 0, "«\u00a0", "\u00a0»");
  assert_marks ("fro", 0, "“", "”");
  assert_marks ("zh", 0, "“", "”");
  assert_marks ("zh-Hans-CN", 0, "“", "”");
  assert_marks ("zh-Hant-HK", 0, "「", "」");
  assert_marks ("zh-TW", 1, "『", "』");
  assert_marks ("ja", 0, "「", "」");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quotation-marks/get", test_get);

  return g_test_run ();
}
