/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-address.h"

#define BASE "https://site.example/dir/page.html?x=1&utm_source=y#top"

static void
assert_resolved (const char *base, const char *reference, NewsAddressUse use, const char *expected)
{
  g_autoptr (GUri) uri = news_address_parse_base (base);
  g_autofree char *address = news_address_resolve (uri, reference, use);

  g_assert_cmpstr (address, ==, expected);
  if (address != NULL)
    g_assert_true (news_address_is_safe (address, use));
}

static void
assert_link (const char *reference, const char *expected)
{
  assert_resolved (BASE, reference, NEWS_ADDRESS_LINK, expected);
}

static void
test_relative (void)
{
  assert_link ("a", "https://site.example/dir/a");
  assert_link ("../a?b", "https://site.example/a?b");
  assert_link ("/a/./b/../c", "https://site.example/a/c");
  assert_link ("?q=1", "https://site.example/dir/page.html?q=1");
  assert_link ("#f", "https://site.example/dir/page.html?x=1#f");
  assert_link ("//other.example/p", "https://other.example/p");
  assert_link ("", NULL);
  assert_link (" ", NULL);

  assert_resolved (NULL, "a", NEWS_ADDRESS_LINK, NULL);
  assert_resolved (NULL, "/a", NEWS_ADDRESS_LINK, NULL);
  assert_resolved (NULL, "//h.example/a", NEWS_ADDRESS_LINK, "https://h.example/a");
  assert_resolved (NULL, "http://h.example", NEWS_ADDRESS_LINK, "http://h.example");
  assert_resolved ("mailto:a@b.example", "a", NEWS_ADDRESS_LINK, NULL);
  assert_resolved ("file:///tmp/x", "a", NEWS_ADDRESS_LINK, NULL);
  assert_resolved ("nonsense", "a", NEWS_ADDRESS_LINK, NULL);
}

/* What is as plain as most addresses are goes a way of its own, with the same end. */
static void
test_plain (void)
{
  static const char *const plain[]
    = { "https://h.example/",     "http://h.example/a/b.html", "https://h/a//b/",
        "https://h.example/a..b", "https://1.2.3.4/a-b_c/",    "https://H.example/A",
        "https://h.example" };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *fragment = g_strconcat (plain[i], "#f", NULL);

      assert_link (plain[i], plain[i]);
      assert_link (fragment, fragment);
    }

  assert_link ("https://h.example/a/../b", "https://h.example/b");
  assert_link ("https://h.example/./b", "https://h.example/b");
  assert_link ("https:///b", NULL);
}

static void
test_schemes (void)
{
  assert_link ("HTTP://H.example/X", "http://H.example/X");
  assert_link ("mailto:a@b.example?subject=x", "mailto:a@b.example?subject=x");
  assert_link ("mailto:nobody", NULL);
  assert_link ("javascript:alert(1)", NULL);
  assert_link ("java\nscript:alert(1)", NULL);
  assert_link (" javascript:alert(1)", NULL);
  assert_link ("data:text/html,x", NULL);
  assert_link ("file:///etc/passwd", NULL);
  assert_link ("ftp://h.example/", NULL);
  assert_link ("tel:1", NULL);
  assert_link ("http:path", NULL);
  assert_link ("https:///path", NULL);
  assert_link ("http://", NULL);
  assert_resolved (BASE, "mailto:a@b.example", NEWS_ADDRESS_FILE, NULL);
  assert_resolved (BASE, "p.jpg", NEWS_ADDRESS_FILE, "https://site.example/dir/p.jpg");

  g_assert_false (news_address_is_safe ("javascript:x", NEWS_ADDRESS_LINK));
  g_assert_false (news_address_is_safe ("mailto:a@b.example", NEWS_ADDRESS_FILE));
  g_assert_false (news_address_is_safe ("", NEWS_ADDRESS_LINK));
}

static void
test_forgiving (void)
{
  assert_link ("  /a b \n", "https://site.example/a%20b");
  assert_link ("/100%", "https://site.example/100%");
  assert_link ("/ä?ö#ü", "https://site.example/%C3%A4?%C3%B6#%C3%BC");
  assert_link ("https://münchen.example/", "https://xn--mnchen-3ya.example/");
  assert_link ("/a|\"<b>{c}^`\\d", "https://site.example/a%7C%22%3Cb%3E%7Bc%7D%5E%60/d");
  assert_link ("https:\\\\h.example\\p?a\\b", "https://h.example/p?a%5Cb");
  assert_link ("/a\nb\tc", "https://site.example/abc");
  assert_link ("https://user:secret@h.example:8080/x", "https://h.example:8080/x");
  assert_link ("https://h.example:99999/", NULL);
  assert_link ("https://a b.example/", NULL);
  assert_link ("https://a.example;b/", NULL);
  assert_link ("https://[::1]/x", "https://[::1]/x");
  assert_link ("https://a\"b.example/", NULL);
}

static void
test_tracking (void)
{
  assert_link ("/a?utm_source=x&b=1&utm_medium=y&fbclid=z", "https://site.example/a?b=1");
  assert_link ("/a?gclid=1#f", "https://site.example/a#f");
  assert_link ("/a?gclidx=1&xutm_source=2&UTM_x=3",
               "https://site.example/a?gclidx=1&xutm_source=2&UTM_x=3");
  assert_link ("/a?b=%20&c&&d=", "https://site.example/a?b=%20&c&&d=");
  assert_link ("/a?", "https://site.example/a");
  assert_resolved (BASE, "/p?utm_source=x", NEWS_ADDRESS_FILE,
                   "https://site.example/p?utm_source=x");
}

static void
test_length (void)
{
  g_autofree char *name = g_strnfill (5000, 'a');
  g_autofree char *middle = g_strnfill (3000, 'a');
  g_autofree char *spaces = g_strnfill (3000, ' ');
  g_autofree char *grows = g_strconcat ("/a", spaces, "b", NULL);
  g_autofree char *kept = g_strconcat ("https://site.example/dir/", middle, NULL);

  assert_link (name, NULL);
  assert_link (middle, kept);
  assert_link (grows, NULL);
  g_assert_false (news_address_is_safe (name, NEWS_ADDRESS_LINK));
}

static void
test_same_document (void)
{
  g_autoptr (GUri) base = news_address_parse_base (BASE);

  g_assert_true (news_address_same_document (base, "https://site.example/dir/page.html?x=1#n"));
  g_assert_false (news_address_same_document (base, "https://site.example/dir/page.html?x=1"));
  g_assert_false (news_address_same_document (base, "https://site.example/dir/page.html#n"));
  g_assert_false (news_address_same_document (base, "https://site.example/dir/page.html?x=12#n"));
  g_assert_false (news_address_same_document (NULL, "https://site.example/#n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/relative", test_relative);
  g_test_add_func ("/address/plain", test_plain);
  g_test_add_func ("/address/schemes", test_schemes);
  g_test_add_func ("/address/forgiving", test_forgiving);
  g_test_add_func ("/address/tracking", test_tracking);
  g_test_add_func ("/address/length", test_length);
  g_test_add_func ("/address/same-document", test_same_document);

  return g_test_run ();
}
