/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-keyring.h"

static char *
look_up (NewsKeyring *keyring, const char *source, const char *name)
{
  g_autoptr (GError) error = NULL;
  char *secret = news_keyring_lookup (keyring, source, name, NULL, &error);

  g_assert_no_error (error);

  return secret;
}

static void
store (NewsKeyring *keyring, const char *source, const char *name, const char *secret)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (news_keyring_store (keyring, source, name, "A label", secret, NULL, &error));
  g_assert_no_error (error);
}

/* What every keyring does, whatever is behind it. */
static void
check_keeping (NewsKeyring *keyring)
{
  g_autofree char *none = look_up (keyring, "guardian", "key");
  g_autofree char *key = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *other = NULL;
  g_autofree char *removed = NULL;
  g_autofree char *all = NULL;
  g_autofree char *alike = NULL;

  g_assert_null (none);
  store (keyring, "guardian", "key", "first");
  store (keyring, "nyt", "key", "other");
  key = look_up (keyring, "guardian", "key");
  g_assert_cmpstr (key, ==, "first");

  store (keyring, "guardian", "key", "second");
  changed = look_up (keyring, "guardian", "key");
  g_assert_cmpstr (changed, ==, "second");

  g_assert_true (news_keyring_remove (keyring, "guardian", "key", NULL, NULL));
  removed = look_up (keyring, "guardian", "key");
  other = look_up (keyring, "nyt", "key");
  g_assert_null (removed);
  g_assert_cmpstr (other, ==, "other");

  store (keyring, "nyt", "password", "another");
  store (keyring, "nyt:2", "key", "alike");
  g_assert_true (news_keyring_remove_all (keyring, "nyt", TRUE, NULL, NULL));
  all = look_up (keyring, "nyt", "key");
  g_assert_null (all);
  all = look_up (keyring, "nyt", "password");
  g_assert_null (all);
  alike = look_up (keyring, "nyt:2", "key");
  g_assert_cmpstr (alike, ==, "alike");
}

static void
test_memory (void)
{
  g_autoptr (NewsKeyring) keyring = news_keyring_new_in_memory ();

  g_assert_false (news_keyring_is_lasting (keyring));
  check_keeping (keyring);
}

/* There is no bus, and so no service on it: the keyring works for the session, and says so. */
static void
test_no_service (void)
{
  g_autoptr (NewsKeyring) keyring = news_keyring_new ();

  g_assert_true (news_keyring_is_lasting (keyring));
  check_keeping (keyring);
  g_assert_false (news_keyring_is_lasting (keyring));
}

static void
test_hold (void)
{
  g_autoptr (NewsKeyring) keyring = news_keyring_new_in_memory ();
  g_autofree char *token = NULL;

  news_keyring_hold (keyring, "freshrss", "token", "abc");
  token = look_up (keyring, "freshrss", "token");
  g_assert_cmpstr (token, ==, "abc");
  news_keyring_hold (keyring, "freshrss", "token", NULL);
  news_keyring_hold (keyring, "freshrss", "token", NULL);
  g_assert_null (look_up (keyring, "freshrss", "token"));
}

static gpointer
hammer (gpointer data)
{
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *secret = NULL;

      news_keyring_hold (data, "a", "b", i % 3 == 0 ? NULL : "c");
      secret = look_up (data, "a", "b");
      g_assert_true (secret == NULL || g_str_equal (secret, "c"));
    }

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (NewsKeyring) keyring = news_keyring_new_in_memory ();
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("hammer", hammer, keyring);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keyring/memory", test_memory);
  g_test_add_func ("/keyring/no-service", test_no_service);
  g_test_add_func ("/keyring/hold", test_hold);
  g_test_add_func ("/keyring/threads", test_threads);

  return g_test_run ();
}
