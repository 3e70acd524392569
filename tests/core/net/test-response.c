/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-response.h"

#define DATE "Sun, 22 Feb 2026 14:00:00 GMT"
#define LATER "Sun, 22 Feb 2026 14:20:00 GMT"

/* @headers: name, value, …, NULL */
static NewsResponse *
create (const char *const *headers)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GBytes) body = g_bytes_new_static ("", 0);

  for (gsize i = 0; headers[i] != NULL; i += 2)
    g_hash_table_insert (table, g_strdup (headers[i]), g_strdup (headers[i + 1]));

  return news_response_new (200, "https://a.example/", table, body);
}

static void
test_lifetime (void)
{
  static const struct
  {
    const char *headers[7];
    guint lifetime;
  } cases[] = {
    { { NULL }, 0 },
    { { "cache-control", "max-age=600", NULL }, 600 },
    { { "cache-control", "public, Max-Age=600, must-revalidate", NULL }, 600 },
    { { "cache-control", "max-age=\"600\"", NULL }, 600 },
    { { "cache-control", "max-age=600", "age", "100", NULL }, 500 },
    { { "cache-control", "max-age=600", "age", "700", NULL }, 0 },
    { { "cache-control", "max-age=600", "age", "old", NULL }, 600 },
    { { "cache-control", "max-age=600, no-cache", NULL }, 0 },
    { { "cache-control", "no-store", "expires", LATER, "date", DATE, NULL }, 0 },
    { { "cache-control", "max-age=-5", NULL }, 0 },
    { { "cache-control", "max-age", NULL }, 0 },
    { { "cache-control", "max-age=99999999999999999999", NULL }, 0 },
    { { "cache-control", "max-age=9999999999", NULL }, G_MAXINT },
    { { "cache-control", ";;=,,\"", NULL }, 0 },
    { { "expires", LATER, "date", DATE, NULL }, 1200 },
    { { "expires", DATE, "date", LATER, NULL }, 0 },
    { { "expires", "0", "date", DATE, NULL }, 0 },
    { { "expires", "-1", NULL }, 0 },
    { { "cache-control", "max-age=60", "expires", LATER, "date", DATE, NULL }, 60 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NewsResponse) response = create (cases[i].headers);

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (news_response_get_lifetime (response), ==, cases[i].lifetime);
    }
}

static void
test_retry_after (void)
{
  static const struct
  {
    const char *headers[5];
    guint seconds;
  } cases[] = {
    { { NULL }, 0 },
    { { "retry-after", "120", NULL }, 120 },
    { { "retry-after", LATER, "date", DATE, NULL }, 1200 },
    { { "retry-after", DATE, "date", LATER, NULL }, 0 },
    { { "retry-after", "Fri, 31 Dec 1999 23:59:59 GMT", NULL }, 0 },
    { { "retry-after", "soon", NULL }, 0 },
    { { "retry-after", "-5", NULL }, 0 },
    { { "retry-after", "", NULL }, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NewsResponse) response = create (cases[i].headers);

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (news_response_get_retry_after (response), ==, cases[i].seconds);
    }
}

/* A date is compared with our clock where the server does not tell its own. */
static void
test_own_clock (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) later = g_date_time_add_seconds (now, 3600);
  g_autofree char *text = g_date_time_format (later, "%a, %d %b %Y %H:%M:%S GMT");
  const char *headers[] = { "retry-after", text, NULL };
  g_autoptr (NewsResponse) response = create (headers);

  g_assert_cmpuint (news_response_get_retry_after (response), >, 3000);
  g_assert_cmpuint (news_response_get_retry_after (response), <=, 3600);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/response/lifetime", test_lifetime);
  g_test_add_func ("/response/retry-after", test_retry_after);
  g_test_add_func ("/response/own-clock", test_own_clock);

  return g_test_run ();
}
