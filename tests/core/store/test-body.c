/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-body.h"
#include "store-fixture.h"

#include <string.h>
#include <zstd.h>

#define TEXT "A harbour opens. 港口开放。"

static GBytes *
create_page (void)
{
  return g_bytes_new_static ("page\0of " TEXT, 9 + strlen (TEXT));
}

static void
assert_packs (GBytes *page, const char *text)
{
  g_autoptr (GBytes) pack = news_body_pack (page, text);
  g_autoptr (GBytes) unpacked = NULL;
  g_autofree char *said = NULL;

  g_assert_nonnull (pack);
  g_assert_true (news_body_unpack (pack, &unpacked, &said));
  g_assert_cmpstr (said, ==, text);
  g_assert_cmpint (unpacked != NULL, ==, page != NULL);
  if (page != NULL)
    g_assert_true (g_bytes_equal (unpacked, page));
}

static void
test_packed (void)
{
  g_autoptr (GBytes) page = create_page ();
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);

  assert_packs (page, TEXT);
  assert_packs (page, NULL);
  assert_packs (NULL, TEXT);
  assert_packs (empty, "");
  g_assert_null (news_body_pack (NULL, NULL));
}

/* The page's words take little room, as the text says them again; and the page is where a GVariant
 * may be. */
static void
test_small (void)
{
  GString *words = g_string_new (NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GBytes) page = NULL;
  g_autoptr (GBytes) alone = NULL;
  g_autoptr (GBytes) both = NULL;
  g_autoptr (GBytes) unpacked = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (words, "%x ", g_rand_int (rand));
  page = g_string_free_to_bytes (words);
  text = g_strndup (g_bytes_get_data (page, NULL), g_bytes_get_size (page));
  alone = news_body_pack (page, NULL);
  both = news_body_pack (page, text);
  g_assert_cmpuint (g_bytes_get_size (both), <, g_bytes_get_size (alone) + 100);

  g_clear_pointer (&text, g_free);
  g_assert_true (news_body_unpack (both, &unpacked, &text));
  g_assert_cmpuint (GPOINTER_TO_SIZE (g_bytes_get_data (unpacked, NULL)) % 8, ==, 0);
}

static void
assert_damaged (gconstpointer data, gsize length)
{
  g_autoptr (GBytes) pack = g_bytes_new (data, length);
  GBytes *page = NULL;
  char *text = NULL;

  g_assert_false (news_body_unpack (pack, &page, &text));
  g_assert_null (page);
  g_assert_null (text);
}

/* Every byte of a frame, every shorter one, and what is none. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) page = create_page ();
  g_autoptr (GBytes) pack = news_body_pack (page, TEXT);
  gsize length;
  const guint8 *data = g_bytes_get_data (pack, &length);
  guint unnoticed = 0;

  for (gsize i = 0; i < length; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GBytes) found = NULL;
      g_autofree char *text = NULL;

      assert_damaged (data, i);
      copy[i] ^= 0x55;
      damaged = g_bytes_new (copy, length);
      if (news_body_unpack (damaged, &found, &text))
        unnoticed += g_strcmp0 (text, TEXT) != 0 || !g_bytes_equal (found, page);
    }

  g_assert_cmpuint (unnoticed, ==, 0);
  assert_damaged ("no frame at all", 15);
}

static void
assert_hostile (gconstpointer contents, gsize length)
{
  gsize bound = ZSTD_compressBound (length);
  g_autofree char *frame = g_malloc (bound);
  gsize packed = ZSTD_compress (frame, bound, contents, length, 1);

  g_assert_false (ZSTD_isError (packed));
  assert_damaged (frame, packed);
}

/* Frames that are whole, and hold what no body is. */
static void
test_hostile (void)
{
  gsize much = (64 << 20) + 1;
  g_autofree char *zeros = g_malloc0 (much);
  guint32 header[4] = { GUINT32_TO_LE (4), GUINT32_TO_LE (4), 0, 0 };

  assert_hostile (zeros, much);
  assert_hostile (zeros, 0);
  assert_hostile (zeros, 7);
  assert_hostile (zeros, 9);
  header[1] = GUINT32_TO_LE (5);
  assert_hostile (header, sizeof header);
  header[0] = GUINT32_TO_LE (0xfffffffeu);
  header[1] = GUINT32_TO_LE (0x0000000au);
  assert_hostile (header, sizeof header);
}

/* A frame that says it is small and is not, and one that does not say how large it is. */
static void
test_lying (void)
{
  g_autofree char *contents = g_malloc0 (100000);
  char frame[1000];
  ZSTD_CCtx *context = ZSTD_createCCtx ();
  gsize packed;

  ZSTD_CCtx_setParameter (context, ZSTD_c_contentSizeFlag, 0);
  packed = ZSTD_compress2 (context, frame, sizeof frame, contents, 100000);
  ZSTD_freeCCtx (context);
  g_assert_false (ZSTD_isError (packed));
  assert_damaged (frame, packed);

  packed = ZSTD_compress (frame, sizeof frame, contents, 100000, 1);
  g_assert_cmpint (frame[4] & 0xc0, ==, 0x80);
  frame[5] = 16;
  frame[6] = frame[7] = frame[8] = 0;
  assert_damaged (frame, packed);
}

/* No body is as large as this, and nothing is kept of it. */
static void
test_large (void)
{
  g_autofree char *text = g_strnfill ((16 << 20) + 1, 'x');

  g_assert_null (news_body_pack (NULL, text));
  text[16 << 20] = '\0';
  assert_packs (NULL, text);
}

static gpointer
read_text (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  return news_body_read_text (database, *(gint64 *) data);
}

static char *
ask_text (StoreFixture *fixture, gint64 article, GError **error)
{
  static const NewsOperation operation
    = { .name = "Text", .lane = NEWS_LANE_READ, .run = read_text };
  gpointer text = NULL;

  news_store_wait (fixture->store, &operation, &article, &text, error);

  return text;
}

static void
test_text (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *article = store_fixture_article ("1", "Title", 100);
  g_autofree char *packed = NULL;
  g_autofree char *early = NULL;
  g_autofree char *none = NULL;

  article->text = g_strdup (TEXT);
  store_fixture_take (fixture, "one", NULL, article, store_fixture_article ("2", "Other", 90),
                      NULL);
  packed = ask_text (fixture, 1, NULL);
  g_assert_cmpstr (packed, ==, TEXT);
  g_assert_null (ask_text (fixture, 2, NULL));
  g_assert_null (ask_text (fixture, 3, NULL));

  /* As it was kept earlier. */
  store_fixture_ask (fixture, "UPDATE bodies SET pack = NULL, text = 'Early' WHERE article = 1");
  early = ask_text (fixture, 1, NULL);
  g_assert_cmpstr (early, ==, "Early");
}

/* A body that can't be unpacked is a damage of the file, and is told in words. */
static void
test_damaged_row (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *article = store_fixture_article ("1", "Title", 100);
  g_autofree char *mark = g_strconcat (fixture->path, ".suspect", NULL);
  g_autoptr (GError) error = NULL;

  article->text = g_strdup (TEXT);
  store_fixture_take (fixture, "one", NULL, article, NULL);
  store_fixture_ask (fixture, "UPDATE bodies SET pack = x'0102'");
  g_assert_null (ask_text (fixture, 1, &error));
  g_assert_error (error, NEWS_STORE_ERROR, NEWS_STORE_ERROR_CORRUPT);
  g_assert_true (g_file_test (mark, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body/packed", test_packed);
  g_test_add_func ("/body/small", test_small);
  g_test_add_func ("/body/damaged", test_damaged);
  g_test_add_func ("/body/hostile", test_hostile);
  g_test_add_func ("/body/lying", test_lying);
  g_test_add_func ("/body/large", test_large);
  g_test_add ("/body/text", StoreFixture, NULL, store_fixture_set_up, test_text,
              store_fixture_tear_down);
  g_test_add ("/body/damaged-row", StoreFixture, NULL, store_fixture_set_up, test_damaged_row,
              store_fixture_tear_down);

  return g_test_run ();
}
