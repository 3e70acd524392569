/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-sieve.h"
#include "store-fixture.h"

#define NOW STORE_FIXTURE_NOW

typedef struct
{
  NewsSearchSieve *sieve;
  GString *passed; /* ids */
} Sifting;

static void
sift (NewsDatabase *database, gpointer data)
{
  Sifting *sifting = data;
  NewsStatement *statement = news_database_prepare (
    database, "SELECT i.id, i.source, a.sorted, i.remote FROM identities i JOIN indexed a"
              " ON a.article = i.id ORDER BY i.remote");

  while (news_statement_next (statement))
    {
      g_autofree char *id = news_statement_dup_text (statement, 3);

      if (news_search_sieve_pass (sifting->sieve, database, news_statement_get_int (statement, 0),
                                  news_statement_get_int (statement, 1),
                                  news_statement_get_int (statement, 2)))
        g_string_append (sifting->passed, id);
    }
}

/* The ids, of a letter each, of what passes. */
static void
assert_passed (StoreFixture *fixture, NewsSearchSieve *sieve, const char *expected)
{
  g_autoptr (GString) passed = g_string_new (NULL);

  store_fixture_run (fixture, sift, &(Sifting) { sieve, passed });
  g_assert_cmpstr (passed->str, ==, expected);
}

/* "a" to "d" an hour after the other, the last one now; "c" and "d" of another source than "a" and
 * "b"; "a" and "c" in a section of theirs. */
static void
take_some (StoreFixture *fixture)
{
  store_fixture_set_now (fixture, NOW);
  store_fixture_take (fixture, "one", "world", store_fixture_article ("a", "A", NOW - 3 * 3600),
                      NULL);
  store_fixture_take (fixture, "one", "arts", store_fixture_article ("b", "B", NOW - 2 * 3600),
                      NULL);
  store_fixture_take (fixture, "two", "world", store_fixture_article ("c", "C", NOW - 3600), NULL);
  store_fixture_take (fixture, "two", NULL, store_fixture_article ("d", "D", NOW), NULL);
}

/* From the first second on, and to the one before the last. */
static void
test_times (StoreFixture *fixture, gconstpointer data)
{
  g_auto (NewsSearchSieve) sieve;

  news_search_sieve_init (&sieve);
  take_some (fixture);
  assert_passed (fixture, &sieve, "abcd");
  sieve.from = NOW - 2 * 3600;
  assert_passed (fixture, &sieve, "bcd");
  sieve.from++;
  assert_passed (fixture, &sieve, "cd");
  sieve.until = NOW;
  assert_passed (fixture, &sieve, "c");
  sieve.until++;
  assert_passed (fixture, &sieve, "cd");
  sieve.from = sieve.until;
  assert_passed (fixture, &sieve, "");
}

/* What was never marked is unread and no bookmark. */
static void
test_marks (StoreFixture *fixture, gconstpointer data)
{
  g_auto (NewsSearchSieve) sieve;
  gint64 a, b;

  news_search_sieve_init (&sieve);
  take_some (fixture);
  a = store_fixture_number (fixture, "one", "a");
  b = store_fixture_number (fixture, "one", "b");
  store_fixture_set_read (fixture, a, TRUE);
  store_fixture_set_read (fixture, b, TRUE);
  store_fixture_set_bookmarked (fixture, b, TRUE);
  store_fixture_set_bookmarked (fixture, store_fixture_number (fixture, "two", "c"), TRUE);

  sieve.read = TRUE;
  assert_passed (fixture, &sieve, "ab");
  sieve.bookmarked = TRUE;
  assert_passed (fixture, &sieve, "b");
  sieve.read = FALSE;
  assert_passed (fixture, &sieve, "c");
  sieve.bookmarked = FALSE;
  assert_passed (fixture, &sieve, "d");
  sieve.read = -1;
  assert_passed (fixture, &sieve, "ad");

  /* What is kept may have any, but must be the rest. */
  sieve.read = FALSE;
  sieve.kept = b;
  assert_passed (fixture, &sieve, "bd");
  sieve.from = NOW - 3600;
  assert_passed (fixture, &sieve, "d");
}

typedef struct
{
  NewsSearchPlaces *places;
  NewsSection *section;
} Adding;

static void
add_section (NewsDatabase *database, gpointer data)
{
  Adding *adding = data;

  news_search_places_add_section (adding->places, database, adding->section);
}

static NewsSearchPlaces *
create_places (StoreFixture *fixture, const char *queries)
{
  g_autoptr (NewsSection) section = store_fixture_section ("section", queries);
  NewsSearchPlaces *places = news_search_places_new ();

  store_fixture_run (fixture, add_section, &(Adding) { places, section });

  return places;
}

/* In all of some places, and in none of others. */
static void
test_places (StoreFixture *fixture, gconstpointer data)
{
  g_auto (NewsSearchSieve) sieve;

  news_search_sieve_init (&sieve);
  take_some (fixture);
  g_ptr_array_add (sieve.within, create_places (fixture, "one/world two/world"));
  assert_passed (fixture, &sieve, "ac");
  g_ptr_array_add (sieve.within, create_places (fixture, "two/"));
  assert_passed (fixture, &sieve, "c");
  g_ptr_array_set_size (sieve.within, 1);
  g_ptr_array_add (sieve.without, create_places (fixture, "two/"));
  assert_passed (fixture, &sieve, "a");
  g_ptr_array_set_size (sieve.within, 0);
  assert_passed (fixture, &sieve, "ab");
  g_ptr_array_add (sieve.without, create_places (fixture, "one/arts"));
  assert_passed (fixture, &sieve, "a");

  /* A section of no source has nothing, and excludes nothing. */
  g_ptr_array_add (sieve.without, create_places (fixture, "none/ one/none"));
  assert_passed (fixture, &sieve, "a");
  g_ptr_array_add (sieve.within, create_places (fixture, "none/ one/none"));
  assert_passed (fixture, &sieve, "");
}

static gint64
get_row (StoreFixture *fixture, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM sources WHERE name = '%s'", name);

  return store_fixture_ask (fixture, sql);
}

/* All of a source is more than any of its queries, in whatever order they are named. */
static void
test_sources (StoreFixture *fixture, gconstpointer data)
{
  g_auto (NewsSearchSieve) sieve;
  NewsSearchPlaces *places;
  g_autoptr (GArray) sources = NULL;
  gint64 one, two;

  news_search_sieve_init (&sieve);
  take_some (fixture);
  one = get_row (fixture, "one");
  two = get_row (fixture, "two");
  places = create_places (fixture, "one/ one/world none/ two/world");
  g_ptr_array_add (sieve.within, places);
  assert_passed (fixture, &sieve, "abc");
  sources = news_search_places_list_sources (places);
  g_assert_cmpuint (sources->len, ==, 2);
  g_assert_cmpint (MIN (g_array_index (sources, gint64, 0), g_array_index (sources, gint64, 1)), ==,
                   MIN (one, two));
  g_assert_cmpint (MAX (g_array_index (sources, gint64, 0), g_array_index (sources, gint64, 1)), ==,
                   MAX (one, two));

  news_search_places_add (places, two, 0);
  assert_passed (fixture, &sieve, "abcd");
  g_ptr_array_set_size (sieve.within, 0);
  g_ptr_array_add (sieve.within, create_places (fixture, "one/world one/"));
  assert_passed (fixture, &sieve, "ab");
}

#define ADD(name, function)                                                              \
  g_test_add ("/search-sieve/" name, StoreFixture, NULL, store_fixture_set_up, function, \
              store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("times", test_times);
  ADD ("marks", test_marks);
  ADD ("places", test_places);
  ADD ("sources", test_sources);

  return g_test_run ();
}
