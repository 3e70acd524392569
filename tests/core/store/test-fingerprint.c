/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-fingerprint.h"

static NewsArticle *
create (void)
{
  NewsArticle *article = news_article_new ();

  article->id = g_strdup ("1");
  article->title = g_strdup ("Title");
  article->text = g_strdup ("Text");
  article->page = g_bytes_new_static ("page", 4);

  return article;
}

static void
test_parts (void)
{
  g_autoptr (NewsArticle) article = create ();
  g_autoptr (GBytes) lead = g_bytes_new_static ("lead", 4);
  NewsFingerprint before, after;

  news_fingerprint_init (&before, article, NULL);
  news_fingerprint_init (&after, article, lead);
  g_assert_cmpuint (before.details, !=, after.details);
  g_assert_cmpuint (before.head, ==, after.head);
  g_assert_cmpuint (before.topics, ==, 0);

  article->standfirst = g_strdup ("");
  article->topics = g_new0 (char *, 1);
  article->related = g_strsplit ("a b", " ", -1);
  news_fingerprint_init (&after, article, NULL);
  g_assert_cmpuint (before.head, !=, after.head);
  g_assert_cmpuint (before.text, ==, after.text);
  g_assert_cmpuint (before.page, ==, after.page);
  g_assert_cmpuint (before.details, ==, after.details);
  g_assert_cmpuint (after.topics, !=, 0);
  g_assert_cmpuint (after.related, !=, after.topics);
}

/* Words that move from one text into the next make another article. */
static void
test_borders (void)
{
  g_autoptr (NewsArticle) one = create ();
  g_autoptr (NewsArticle) other = create ();
  NewsFingerprint a, b;

  g_set_str (&one->title, "ab");
  one->standfirst = g_strdup ("c");
  g_set_str (&other->title, "a");
  other->standfirst = g_strdup ("bc");
  news_fingerprint_init (&a, one, NULL);
  news_fingerprint_init (&b, other, NULL);
  g_assert_cmpuint (a.head, !=, b.head);
}

/* A body is a body, though only one of its forms is there. */
static void
test_body (void)
{
  g_autoptr (NewsArticle) article = create ();
  NewsFingerprint fingerprint;

  g_clear_pointer (&article->text, g_free);
  news_fingerprint_init (&fingerprint, article, NULL);
  g_assert_cmpuint (fingerprint.text, !=, 0);
  g_clear_pointer (&article->page, g_bytes_unref);
  news_fingerprint_init (&fingerprint, article, NULL);
  g_assert_cmpuint (fingerprint.text, ==, 0);
  g_assert_cmpuint (fingerprint.page, ==, 0);
}

static void
test_bytes (void)
{
  g_autoptr (NewsArticle) article = create ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) wrong = g_bytes_new_static ("short", 5);
  NewsFingerprint fingerprint, back;

  news_fingerprint_init (&fingerprint, article, NULL);
  bytes = news_fingerprint_to_bytes (&fingerprint);
  news_fingerprint_init_from_bytes (&back, bytes);
  g_assert_cmpmem (&fingerprint, sizeof fingerprint, &back, sizeof back);
  news_fingerprint_init_from_bytes (&back, wrong);
  g_assert_cmpuint (back.head, ==, 0);
  news_fingerprint_init_from_bytes (&back, NULL);
  g_assert_cmpuint (back.head, ==, 0);
}

/* The published values of FNV-1a. */
static void
test_hash (void)
{
  g_assert_cmpuint (news_fingerprint_hash (NEWS_FINGERPRINT_SEED, "", 0), ==,
                    G_GUINT64_CONSTANT (0xcbf29ce484222325));
  g_assert_cmpuint (news_fingerprint_hash (NEWS_FINGERPRINT_SEED, "a", 1), ==,
                    G_GUINT64_CONSTANT (0xaf63dc4c8601ec8c));
  g_assert_cmpuint (news_fingerprint_hash (NEWS_FINGERPRINT_SEED, "foobar", 6), ==,
                    G_GUINT64_CONSTANT (0x85944171f73967e8));
}

/* Whatever byte differs, and however long it is. */
static void
test_hash_long (void)
{
  guint8 bytes[40] = { 0 };

  g_assert_cmphex (news_fingerprint_hash_long (7, bytes, 0), ==, 7);
  for (gsize length = 1; length <= sizeof bytes; length++)
    {
      guint64 hash = news_fingerprint_hash_long (7, bytes, length);

      g_assert_cmphex (hash, !=, news_fingerprint_hash_long (7, bytes, length - 1));
      g_assert_cmphex (hash, !=, news_fingerprint_hash_long (8, bytes, length));
      for (gsize i = 0; i < length; i++)
        {
          bytes[i] = 1;
          g_assert_cmphex (hash, !=, news_fingerprint_hash_long (7, bytes, length));
          bytes[i] = 0;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fingerprint/parts", test_parts);
  g_test_add_func ("/fingerprint/borders", test_borders);
  g_test_add_func ("/fingerprint/body", test_body);
  g_test_add_func ("/fingerprint/bytes", test_bytes);
  g_test_add_func ("/fingerprint/hash", test_hash);
  g_test_add_func ("/fingerprint/hash-long", test_hash_long);

  return g_test_run ();
}
