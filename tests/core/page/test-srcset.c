/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-srcset.h"

static void
note (const NewsSrcsetCandidate *candidate, gpointer data)
{
  GString *text = data;

  g_string_append_printf (text, "%s|", candidate->reference);
  if (candidate->width > 0)
    g_string_append_printf (text, "%dw ", candidate->width);
  else
    g_string_append_printf (text, "%gx ", candidate->density);
}

static void
assert_parsed (const char *srcset, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  news_srcset_parse (srcset, note, text);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_parse (void)
{
  assert_parsed ("", "");
  assert_parsed (" , ,", "");
  assert_parsed ("a.jpg", "a.jpg|1x ");
  assert_parsed ("a.jpg 300w, b.jpg 1024w", "a.jpg|300w b.jpg|1024w ");
  assert_parsed ("a.jpg 1x,b.jpg 2x", "b.jpg|2x a.jpg|1x ");
  assert_parsed ("a.jpg, b.jpg 1.5x", "b.jpg|1.5x a.jpg|1x ");
  assert_parsed ("a,b.jpg 5w", "a,b.jpg|5w ");
  assert_parsed ("a.jpg,,, b.jpg", "a.jpg|1x b.jpg|1x ");
  assert_parsed ("a.jpg 300w 200h", "a.jpg|300w ");
  assert_parsed ("\n a.jpg\t300w ,\n b.jpg", "a.jpg|300w b.jpg|1x ");
  assert_parsed ("data:image/png;base64,AA== 1x, b.jpg 2x",
                 "b.jpg|2x data:image/png;base64,AA==|1x ");
}

static void
test_bad (void)
{
  assert_parsed ("a zzz, b 0w, c -1w, d 1e9w, e nanx, f 2", "");
  assert_parsed ("a (,) 1x, b", "b|1x ");
  assert_parsed ("a (, b 1x", "");
  assert_parsed ("a )x, b", "b|1x ");
}

static void
test_many (void)
{
  g_autoptr (GString) srcset = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_found = 0;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (srcset, "a%u %uw, ", i, i + 1);
  news_srcset_parse (srcset->str, note, text);
  for (const char *at = text->str; *at != '\0'; at++)
    n_found += *at == '|';
  g_assert_cmpuint (n_found, ==, 24);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/srcset/parse", test_parse);
  g_test_add_func ("/srcset/bad", test_bad);
  g_test_add_func ("/srcset/many", test_many);

  return g_test_run ();
}
