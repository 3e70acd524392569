/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-simplified.h"

static void
test_forms (void)
{
  const struct
  {
    gunichar traditional;
    gunichar simplified;
  } cases[] = {
    { 0x9280, 0x94f6 }, /* bank */
    { 0x570b, 0x56fd }, /* country */
    { 0x98a8, 0x98ce }, /* wind */
    { 0x94f6, 0x94f6 }, /* simplified already */
    { 0x4eba, 0x4eba }, /* the same in both */
    { 0x9fff, 0x9fff }, { 0x3400, 0x3400 }, { 'a', 'a' }, { 0xac00, 0xac00 }, { 0x20000, 0x20000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmphex (news_simplified_get (cases[i].traditional), ==, cases[i].simplified);
}

/* Some thousands have another form, and whatever that is, it is a character. */
static void
test_once (void)
{
  guint changed = 0;

  for (gunichar character = 0x3400; character <= 0x9fff; character++)
    {
      gunichar form = news_simplified_get (character);

      g_assert_true (g_unichar_validate (form) && form != 0);
      changed += form != character ? 1 : 0;
    }

  g_assert_cmpuint (changed, >, 2000);
  g_assert_cmpuint (changed, <, 5000);
}

static gpointer
look_up_cb (gpointer data)
{
  return GUINT_TO_POINTER (news_simplified_get (0x9280));
}

static void
test_threads (void)
{
  GThread *threads[8];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, look_up_cb, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmphex (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 0x94f6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simplified/threads", test_threads);
  g_test_add_func ("/simplified/forms", test_forms);
  g_test_add_func ("/simplified/once", test_once);

  return g_test_run ();
}
