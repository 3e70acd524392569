/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-web-address.h"

static void
test_resolve (void)
{
  static const struct
  {
    const char *text;
    const char *base;
    const char *address;
  } cases[] = {
    { "https://a.example/x", NULL, "https://a.example/x" },
    { " https://a.example/x \n", NULL, "https://a.example/x" },
    { "HTTPS://A.example/x", NULL, "HTTPS://A.example/x" },
    { "https://a.example/a b|c", NULL, "https://a.example/a%20b%7Cc" },
    { "https://a.example/\xe5\x9b\xbe.jpg?q=%20", NULL, "https://a.example/%E5%9B%BE.jpg?q=%20" },
    { "https://a.example/long\n  /wrapped", NULL, "https://a.example/long%20%20/wrapped" },
    { "/x", "https://a.example/b/c", "https://a.example/x" },
    { "x?y=1#z", "https://a.example/b/c", "https://a.example/b/x?y=1#z" },
    { "../x", "https://a.example/b/c/d", "https://a.example/b/x" },
    { "//b.example/x", "https://a.example/", "https://b.example/x" },
    { "?p=1", "https://a.example/b", "https://a.example/b?p=1" },
    { "/x", NULL, NULL },
    { "", "https://a.example/", NULL },
    { "/x", "not an address", NULL },
    { "javascript:alert(1)", "https://a.example/", NULL },
    { "data:image/gif;base64,AAAA", "https://a.example/", NULL },
    { "mailto:a@a.example", "https://a.example/", NULL },
    { "ftp://a.example/x", "https://a.example/", NULL },
    { "https://", "https://a.example/", NULL },
    { "https:///x", NULL, NULL },
    { "https://a.example;b/", NULL, NULL },
    { "https://me:x@a.example:8080/", NULL, "https://me:x@a.example:8080/" },
    { "https://[::1]:8080/", NULL, "https://[::1]:8080/" },
    { "https://a.example:80x/", NULL, NULL },
    { "https://@/", NULL, NULL },
    { "https://[::1]x/", NULL, NULL },
    { "//a.example;b/c", "https://a.example/", NULL },
    { "x", "https://a.example;b/", NULL },
    { ";x", "https://a.example", "https://a.example/;x" },
    { "https://a.example:99999/x", NULL, "https://a.example:99999/x" },
    { "https://[::1/x", "https://a.example/", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = news_web_address_resolve (cases[i].text, cases[i].base);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (address, ==, cases[i].address);
    }
}

static void
test_normalise (void)
{
  static const struct
  {
    const char *text;
    const char *address;
    const char *host;
    const char *folder;
    const char *name;
  } cases[] = {
    { "https://a.example", "https://a.example/", "https://a.example/", "https://a.example/",
      "a.example" },
    { "HTTP://A.Example:80/X/y.html?q=1#f", "http://a.example/X/y.html?q=1", "http://a.example/",
      "http://a.example/X/", "a.example" },
    { "http://127.0.0.1:4711/en", "http://127.0.0.1:4711/en", "http://127.0.0.1:4711/",
      "http://127.0.0.1:4711/en/", "127.0.0.1" },
    { "https://a.example/wp-json/", "https://a.example/wp-json/", "https://a.example/",
      "https://a.example/wp-json/", "a.example" },
    { "https://a.example/?rest_route=/", "https://a.example/?rest_route=/", "https://a.example/",
      "https://a.example/", "a.example" },
    { "https://[::1]:8080/x", "https://[::1]:8080/x", "https://[::1]:8080/",
      "https://[::1]:8080/x/", "::1" },
    { "a.example", NULL, NULL, NULL, NULL },
    { "file:///etc/passwd", NULL, NULL, NULL, NULL },
    { "", NULL, NULL, NULL, NULL },
    { "https://a.example:99999999/", NULL, NULL, NULL, NULL },
    { "https://a.example;b/", NULL, NULL, NULL, NULL },
    { "https://[::1/x", NULL, NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = news_web_address_normalise (cases[i].text);
      g_autofree char *host = news_web_address_dup_host (cases[i].text);
      g_autofree char *folder = news_web_address_dup_folder (cases[i].text);
      g_autofree char *name = news_web_address_dup_host_name (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (address, ==, cases[i].address);
      g_assert_cmpstr (host, ==, cases[i].host);
      g_assert_cmpstr (folder, ==, cases[i].folder);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_same_host (void)
{
  g_assert_true (news_web_address_same_host ("https://a.example/x", "https://A.example:443/y"));
  g_assert_false (news_web_address_same_host ("https://a.example/", "http://a.example/"));
  g_assert_false (news_web_address_same_host ("https://a.example/", "https://b.example/"));
  g_assert_false (news_web_address_same_host ("https://a.example/", "https://a.example:8443/"));
  g_assert_false (news_web_address_same_host ("x", "x"));
}

static void
test_append_query (void)
{
  static const struct
  {
    const char *address;
    const char *with;
  } cases[] = {
    { "https://a.example/wp-json/wp/v2/posts", "https://a.example/wp-json/wp/v2/posts?a=1" },
    { "https://a.example/?rest_route=/wp/v2/posts",
      "https://a.example/?rest_route=/wp/v2/posts&a=1" },
    { "https://a.example/?", "https://a.example/?a=1" },
    { "https://a.example/?b=2&", "https://a.example/?b=2&a=1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) address = g_string_new (cases[i].address);

      news_web_address_append_query (address, "a", "1");
      g_assert_cmpstr (address->str, ==, cases[i].with);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/web-address/resolve", test_resolve);
  g_test_add_func ("/web-address/normalise", test_normalise);
  g_test_add_func ("/web-address/same-host", test_same_host);
  g_test_add_func ("/web-address/append-query", test_append_query);

  return g_test_run ();
}
