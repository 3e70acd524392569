/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-language.h"

static void
test_names (void)
{
  const struct
  {
    const char *tag;
    const char *name;
  } cases[] = { { "en", "English" },
                { "en-GB", "English" },
                { "EN_us", "English" },
                { "zh-Hans", "Chinese" },
                { "e", "e" },
                { "eng", "eng" },
                { "tlh-Latn", "tlh-Latn" },
                { "", "" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = news_language_dup_name (cases[i].tag);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/names", test_names);

  return g_test_run ();
}
