/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-excerpt.h"

static const struct
{
  const char *text;
  const char *trimmed;
} cases[] = {
  /* Cut in mid-sentence, and not. */
  { "to see whether the wheel would […]", "to see whether the wheel would…" },
  { "to see whether the wheel would [...]", "to see whether the wheel would…" },
  { "the wheel, […]", "the wheel…" },
  { "It turned. […]", "It turned." },
  { "“It turned.” […]", "“It turned.”" },
  { "the “tide mill” […]", "the “tide mill”…" },
  { "Did it turn? (…)", "Did it turn?" },
  { "海水也比往年 […]", "海水也比往年…" },
  { "海水变暖了。[…]", "海水变暖了。" },
  { "He waited… […]", "He waited…" },

  /* Invitations to read on. */
  { "the canyon … Continue reading “Antelope”", "the canyon…" },
  { "the canyon... Continue reading", "the canyon…" },
  { "It turned. Continue reading →", "It turned." },
  { "It turned. Read more »", "It turned." },
  { "It turned […] Read more", "It turned…" },
  { "它转了。继续阅读", "它转了。" },
  { "它转了……继续阅读《水车》", "它转了…" },
  { "Continue reading", NULL },

  /* An author's own words. */
  { "It turned.", "It turned." },
  { "It turned", "It turned" },
  { "He waited…", "He waited…" },
  { "等等……", "等等……" },
  { "He waited...", "He waited..." },
  { "a « mill »", "a « mill »" },
  { "They should Read more", "They should Read more" },
  { "It turned. Read more slowly, says the miller.",
    "It turned. Read more slowly, says the miller." },
  { "We said: keep reading and Continue reading until the end of it.",
    "We said: keep reading and Continue reading until the end of it." },
  { "see [1]", "see [1]" },

  /* Nothing left. */
  { "[…]", NULL },
  { "…", "…" },
  { "", NULL },
  { "  ", NULL },
};

static void
test_trim (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *trimmed = news_excerpt_trim (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (trimmed, ==, cases[i].trimmed);
    }
}

static void
test_hostile (void)
{
  static const char *const pieces[] = { "[…]", "…", " ", "Read more ", "Continue reading", ")" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *trimmed = NULL;

      while (text->len < 1000000)
        g_string_append (text, pieces[i]);
      trimmed = news_excerpt_trim (text->str);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/excerpt/trim", test_trim);
  g_test_add_func ("/excerpt/hostile", test_hostile);

  return g_test_run ();
}
