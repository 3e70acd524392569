/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-number.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gboolean good;
    gint64 number;
  } cases[] = {
    { "0", TRUE, 0 },
    { "-12", TRUE, -12 },
    { "12.9", TRUE, 12 },
    { "12.", TRUE, 12 },
    { "9223372036854775807", TRUE, G_MAXINT64 },
    { "9223372036854775808", FALSE, 0 },
    { "", FALSE, 0 },
    { "-", FALSE, 0 },
    { "1 ", FALSE, 0 },
    { "1,000", FALSE, 0 },
    { "0x10", FALSE, 0 },
    { "ten", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 number = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (news_number_parse (cases[i].text, &number), ==, cases[i].good);
      g_assert_cmpint (number, ==, cases[i].number);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/parse", test_parse);

  return g_test_run ();
}
