/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-recent.h"
#include "news-rows.h"
#include "store-fixture.h"

#define NOW STORE_FIXTURE_NOW
#define SOURCES 40
#define ARTICLES 3 /* of each source */

typedef struct
{
  NewsSection *section;
  NewsFilter filter;
  guint limit;

  gboolean found;
  GArray *rows;
  GArray *all;
} Request;

static gpointer
read_both (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Request *request = data;
  g_autoptr (GArray) queries = news_rows_get_queries (database, request->section);
  g_autoptr (NewsSieve) sieve = news_sieve_new (database, request->filter, G_MAXINT64, 0);

  request->found = news_recent_read_top (database, queries, sieve, request->limit, request->rows);
  news_rows_read (database, queries, -1, request->all);
  if (sieve != NULL)
    news_sieve_sift (sieve, request->all);

  return NULL;
}

static NewsSection *
create_section (guint first, guint last)
{
  NewsSection *section = news_section_new ("s", "S", NULL);

  for (guint i = first; i <= last; i++)
    {
      g_autofree char *source = g_strdup_printf ("source-%u", i);

      news_section_add_query (section, source, NULL);
    }

  return section;
}

/* Whether they were found; then they must be the first of the whole list. */
static gboolean
look (StoreFixture *fixture, guint first, guint last, NewsFilter filter, guint limit)
{
  static const NewsOperation operation
    = { .name = "Recent", .lane = NEWS_LANE_READ, .run = read_both };
  g_autoptr (NewsSection) section = create_section (first, last);
  g_autoptr (GArray) rows = news_rows_new ();
  g_autoptr (GArray) all = news_rows_new ();
  Request request = { section, filter, limit, FALSE, rows, all };
  g_autoptr (GError) error = NULL;

  news_store_wait (fixture->store, &operation, &request, NULL, &error);
  g_assert_no_error (error);
  if (!request.found)
    {
      g_assert_cmpuint (rows->len, ==, 0);
      return FALSE;
    }

  g_assert_cmpuint (rows->len, ==, MIN (limit, all->len));
  for (guint i = 0; i < rows->len; i++)
    {
      g_assert_cmpint (g_array_index (rows, NewsRow, i).article, ==,
                       g_array_index (all, NewsRow, i).article);
      g_assert_cmpint (g_array_index (rows, NewsRow, i).time, ==,
                       g_array_index (all, NewsRow, i).time);
    }

  return TRUE;
}

/* Of each source one article after another, and of seven sources each at the same moment, so that
 * lists end in the midst of one. Each stands in two queries. */
static void
fill (StoreFixture *fixture)
{
  store_fixture_set_now (fixture, NOW);
  for (guint i = 0; i < ARTICLES; i++)
    for (guint j = 0; j < SOURCES; j++)
      {
        g_autofree char *source = g_strdup_printf ("source-%u", j);
        g_autofree char *id = g_strdup_printf ("%u-%u", i, j);
        gint64 published = NOW - 90000 + (gint64) (i * SOURCES + j) / 7 * 60;
        NewsArticle *article = store_fixture_article (id, id, published);

        article->sections = store_fixture_names ("section");
        store_fixture_take (fixture, source, NULL, article, NULL);
      }
}

static void
test_found (StoreFixture *fixture, gconstpointer data)
{
  fill (fixture);
  for (guint limit = 1; limit <= SOURCES / 4; limit++)
    g_assert_true (look (fixture, 0, SOURCES - 1, NEWS_FILTER_ALL, limit));
}

/* What does not pass is gone by. */
static void
test_unread (StoreFixture *fixture, gconstpointer data)
{
  fill (fixture);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *source = g_strdup_printf ("source-%u", SOURCES - 1 - 2 * i);
      g_autofree char *id = g_strdup_printf ("%u-%u", ARTICLES - 1, SOURCES - 1 - 2 * i);

      store_fixture_set_read (fixture, store_fixture_number (fixture, source, id), TRUE);
    }
  for (guint limit = 1; limit <= 6; limit++)
    g_assert_true (look (fixture, 0, SOURCES - 1, NEWS_FILTER_UNREAD, limit));
}

/* Where there are few queries, nothing is looked at; where others come between, no more than there
 * are queries. */
static void
test_given_up (StoreFixture *fixture, gconstpointer data)
{
  fill (fixture);
  g_assert_false (look (fixture, 0, SOURCES - 1, NEWS_FILTER_ALL, 0));
  g_assert_false (look (fixture, 0, SOURCES - 1, NEWS_FILTER_ALL, SOURCES / 4 + 1));
  g_assert_false (look (fixture, 0, 7, NEWS_FILTER_ALL, 1));
  g_assert_true (look (fixture, SOURCES - 8, SOURCES - 1, NEWS_FILTER_ALL, 1));
}

/* All there is may be less than is wanted. */
static void
test_short (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_now (fixture, NOW);
  for (guint i = 0; i < SOURCES; i++)
    {
      g_autofree char *source = g_strdup_printf ("source-%u", i);
      NewsArticle *article = i < 3 ? store_fixture_article ("a", "a", NOW - 10) : NULL;

      store_fixture_take (fixture, source, NULL, article, NULL);
    }
  g_assert_true (look (fixture, 0, SOURCES - 1, NEWS_FILTER_ALL, 5));
}

/* --- several at once --- */

#define LISTS 4
#define LIMIT 2

typedef struct
{
  guint first; /* sources */
  guint last;
  gboolean found;
} List;

/* All of them; the newest half; the oldest ones, behind which there are too many others; and few.
 */
static const List lists[LISTS] = {
  { 0, SOURCES - 1, TRUE },
  { SOURCES / 2, SOURCES - 1, TRUE },
  { 0, 7, FALSE },
  { SOURCES - 3, SOURCES - 1, FALSE },
};

static gpointer
read_tops (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) tops = NULL;

  for (gsize i = 0; i < LISTS; i++)
    {
      g_autoptr (NewsSection) section = create_section (lists[i].first, lists[i].last);

      g_ptr_array_add (queries, news_rows_get_queries (database, section));
    }

  tops = news_recent_read_tops (database, queries, LIMIT);
  g_assert_cmpuint (tops->len, ==, LISTS);
  for (gsize i = 0; i < LISTS; i++)
    {
      GArray *top = g_ptr_array_index (tops, i);
      g_autoptr (GArray) expected = news_rows_new ();

      g_assert_cmpint (top != NULL, ==, lists[i].found);
      if (top == NULL)
        continue;
      news_rows_read (database, g_ptr_array_index (queries, i), LIMIT, expected);
      g_assert_cmpmem (top->data, top->len * sizeof (NewsRow), expected->data,
                       expected->len * sizeof (NewsRow));
    }

  return NULL;
}

static void
test_several (StoreFixture *fixture, gconstpointer data)
{
  static const NewsOperation operation
    = { .name = "Tops", .lane = NEWS_LANE_READ, .run = read_tops };
  g_autoptr (GError) error = NULL;

  fill (fixture);
  news_store_wait (fixture->store, &operation, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
add (const char *path, void (*test) (StoreFixture *fixture, gconstpointer data))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/recent/found", test_found);
  add ("/recent/unread", test_unread);
  add ("/recent/given-up", test_given_up);
  add ("/recent/short", test_short);
  add ("/recent/several", test_several);

  return g_test_run ();
}
