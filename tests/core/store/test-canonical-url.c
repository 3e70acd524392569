/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-canonical-url.h"

static const struct
{
  const char *url;
  const char *canonical;
} addresses[] = {
  { "https://a.example/x/y", "a.example/x/y" },
  { "http://a.example/x/y/", "a.example/x/y" },
  { "https://A.Example:443/x/y#part", "a.example/x/y" },
  { "http://a.example:80", "a.example" },
  { "https://a.example/", "a.example" },
  { "https://a.example:8080/", "a.example:8080" },
  { "http://a.example:443/", "a.example:443" },
  { "https://a.example/?p=12", "a.example?p=12" },
  { "https://a.example/x?utm_source=feed&p=12&utm_medium=rss", "a.example/x?p=12" },
  { "https://a.example/x?fbclid=abc", "a.example/x" },
  { "https://a.example/x?utmost=1", "a.example/x?utmost=1" },
  { "https://a.example/x?gclids=1&&", "a.example/x?gclids=1" },
  { "https://a.example/x?b=1&a=2", "a.example/x?b=1&a=2" },
  { "https://a.example/%7ejo/caf%c3%a9", "a.example/~jo/caf%C3%A9" },
  { "https://a.example/café x", "a.example/caf%C3%A9%20x" },
  { "https://a.example/100%", "a.example/100%" },
  { "https://a.example/x?q=%7ejo+caf%c3%a9%26b", "a.example/x?q=~jo+caf%C3%A9%26b" },
  { "https://a.example/x?q=é b", "a.example/x?q=%C3%A9%20b" },
  { "https://a.example/X", "a.example/X" },
  { "https://bücher.example/", "xn--bcher-kva.example" },
  { "https://a.example/a//", "a.example/a" },
  { "mailto:jo@a.example", NULL },
  { "ftp://a.example/x", NULL },
  { "https://", NULL },
  { "/x/y", NULL },
  { "", NULL },
  { NULL, NULL },
};

static void
test_canonical (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *canonical = news_canonical_url (addresses[i].url);

      g_assert_cmpstr (canonical, ==, addresses[i].canonical);
    }
}

/* A canonical address stays what it is, whichever scheme is put before it again. */
static void
test_stable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *url = g_strconcat ("https://", addresses[i].canonical, NULL);
      g_autofree char *again = news_canonical_url (url);

      if (addresses[i].canonical != NULL)
        g_assert_cmpstr (again, ==,
                         g_str_has_suffix (url, ":443") ? "a.example" : addresses[i].canonical);
    }
}

static void
test_hash (void)
{
  g_assert_cmpint (news_canonical_url_hash ("a.example/x"), ==,
                   news_canonical_url_hash ("a.example/x"));
  g_assert_cmpint (news_canonical_url_hash ("a.example/x"), !=,
                   news_canonical_url_hash ("a.example/y"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canonical-url/canonical", test_canonical);
  g_test_add_func ("/canonical-url/stable", test_stable);
  g_test_add_func ("/canonical-url/hash", test_hash);

  return g_test_run ();
}
