/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "api-test.h"
#include "news-filling.h"
#include "news-paging.h"

#include <string.h>

#define FIRST "https://a.example/list"

static NewsPaging *
compile (const char *text, GError **error)
{
  g_autoptr (JsonNode) node = api_test_json (text);

  return news_paging_new_from_json (node, NULL, "paging", error);
}

static void
test_append (void)
{
  static const struct
  {
    const char *paging;
    guint page;
    guint size;
    const char *cursor;
    const char *address;
  } cases[] = {
    { "{ 'style': 'none' }", 3, 7, NULL, FIRST },
    { "{ 'style': 'page', 'param': 'page' }", 1, 0, NULL, FIRST "?page=1" },
    { "{ 'style': 'page', 'param': 'page' }", 0, 0, NULL, FIRST "?page=1" },
    { "{ 'style': 'page', 'param': 'p', 'first': 0, 'size_param': 'n', 'size': 20 }", 3, 0, NULL,
      FIRST "?n=20&p=2" },
    { "{ 'style': 'page', 'param': 'p', 'size_param': 'n', 'size': 20, 'max_size': 50 }", 1, 80,
      NULL, FIRST "?n=50&p=1" },
    { "{ 'style': 'page', 'param': 'p', 'size': 10 }", 2, 80, NULL, FIRST "?p=2" },
    { "{ 'style': 'offset', 'param': 'o', 'size_param': 'n', 'size': 20 }", 3, 5, NULL,
      FIRST "?n=5&o=10" },
    { "{ 'style': 'offset', 'param': 'o', 'size': 20 }", 3, 5, NULL, FIRST "?o=40" },
    { "{ 'style': 'cursor', 'param': 'c', 'next': 'x' }", 1, 0, NULL, FIRST },
    { "{ 'style': 'cursor', 'param': 'c', 'next': 'x', 'size_param': 'n', 'size': 9 }", 2, 0,
      "a b&c", FIRST "?n=9&c=a%20b%26c" },
    { "{ 'style': 'next-url', 'next': 'x' }", 2, 0, "https://a.example/2", FIRST },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsPaging) paging = compile (cases[i].paging, &error);
      g_autoptr (NewsPlace) place = news_place_new (cases[i].page, cases[i].size, cases[i].cursor);
      g_autoptr (GString) address = g_string_new (FIRST);

      g_assert_no_error (error);
      news_paging_append_query (paging, place, address);
      g_test_message ("%s", cases[i].paging);
      g_assert_cmpstr (address->str, ==, cases[i].address);
    }
}

/* What comes after an answer: "page", "page cursor", or NULL. */
static const struct
{
  const char *paging;
  const char *answer;
  const char *link; /* the header Link */
  guint page;
  const char *asked; /* address or cursor that was asked for, or NULL */
  guint n_rows;
  const char *next;
} steps[] = {
  { "{ 'style': 'none' }", "{}", NULL, 1, NULL, 20, NULL },

  /* Pages: what the answer says, else whether this one was full. */
  { "{ 'style': 'page', 'param': 'p', 'pages': 'pages' }", "{ 'pages': 3 }", NULL, 1, NULL, 20,
    "2" },
  { "{ 'style': 'page', 'param': 'p', 'pages': 'pages' }", "{ 'pages': '3' }", NULL, 2, NULL, 2,
    "3" },
  { "{ 'style': 'page', 'param': 'p', 'pages': 'pages' }", "{ 'pages': 3 }", NULL, 3, NULL, 20,
    NULL },
  { "{ 'style': 'page', 'param': 'p', 'pages': 'pages' }", "{ 'pages': 3 }", NULL, 1, NULL, 0,
    NULL },
  { "{ 'style': 'page', 'param': 'p', 'pages': 'pages' }", "{ 'pages': null }", NULL, 1, NULL, 1,
    "2" },
  { "{ 'style': 'page', 'param': 'p', 'pages': 'pages', 'size': 20 }", "{ 'pages': 'x' }", NULL, 1,
    NULL, 19, NULL },
  { "{ 'style': 'page', 'param': 'p', 'size': 20 }", "{}", NULL, 1, NULL, 20, "2" },
  { "{ 'style': 'page', 'param': 'p', 'size': 20 }", "{}", NULL, 1, NULL, 19, NULL },
  { "{ 'style': 'page', 'param': 'p', 'size': 20, 'total': 'n' }", "{ 'n': 41 }", NULL, 2, NULL, 20,
    "3" },
  { "{ 'style': 'page', 'param': 'p', 'size': 20, 'total': 'n' }", "{ 'n': 40 }", NULL, 2, NULL, 20,
    NULL },
  { "{ 'style': 'page', 'param': 'p', 'max_pages': 2 }", "{}", NULL, 1, NULL, 1, "2" },
  { "{ 'style': 'page', 'param': 'p', 'max_pages': 2 }", "{}", NULL, 2, NULL, 1, NULL },
  { "{ 'style': 'offset', 'param': 'o', 'size': 20, 'total': 'n' }", "{ 'n': 21 }", NULL, 1, NULL,
    20, "2" },
  { "{ 'style': 'offset', 'param': 'o', 'size': 20 }", "{}", NULL, 1, NULL, 3, NULL },

  { "{ 'style': 'page', 'param': 'p', 'more': 'm' }", "{ 'm': '/2' }", NULL, 1, NULL, 3, "2" },
  { "{ 'style': 'page', 'param': 'p', 'more': 'm' }", "{ 'm': '' }", NULL, 1, NULL, 30, NULL },

  /* One answer has them all. */
  { "{ 'style': 'slice', 'size': 20 }", "[]", NULL, 1, NULL, 21, "2" },
  { "{ 'style': 'slice', 'size': 20 }", "[]", NULL, 2, NULL, 40, NULL },
  { "{ 'style': 'slice', 'size': 20 }", "[]", NULL, 1, NULL, 0, NULL },

  /* Days: an empty one is no end. */
  { "{ 'style': 'date' }", "{}", NULL, 1, NULL, 0, "2" },
  { "{ 'style': 'date', 'max_pages': 3 }", "{}", NULL, 3, NULL, 9, NULL },

  /* Cursors. */
  { "{ 'style': 'cursor', 'param': 'c', 'next': 'c' }", "{ 'c': 'x' }", NULL, 1, NULL, 5, "2 x" },
  { "{ 'style': 'cursor', 'param': 'c', 'next': 'c' }", "{ 'c': 17 }", NULL, 1, NULL, 5, "2 17" },
  { "{ 'style': 'cursor', 'param': 'c', 'next': 'c' }", "{ 'c': null }", NULL, 1, NULL, 5, NULL },
  { "{ 'style': 'cursor', 'param': 'c', 'next': 'c' }", "{ 'c': 'x' }", NULL, 2, "x", 5, NULL },
  { "{ 'style': 'cursor', 'param': 'c', 'next': 'c' }", "{ 'c': 'x' }", NULL, 1000, "y", 5, NULL },

  /* Addresses: relative ones too, but no way back, and none elsewhere, however it is written. */
  { "{ 'style': 'next-url', 'next': 'n' }", "{ 'n': '/list?page=2' }", NULL, 1, NULL, 5,
    "2 https://a.example/list?page=2" },
  { "{ 'style': 'next-url', 'next': 'n' }", "{ 'n': 'https://b.example/2' }", NULL, 1, NULL, 5,
    NULL },
  { "{ 'style': 'next-url', 'next': 'n' }", "{ 'n': 'https://a.example@b.example/2' }", NULL, 1,
    NULL, 5, NULL },
  { "{ 'style': 'next-url', 'next': 'n' }", "{ 'n': '//b.example/2' }", NULL, 1, NULL, 5, NULL },
  { "{ 'style': 'next-url', 'next': 'n' }", "{ 'n': 'https://a.example:8443/2' }", NULL, 1, NULL, 5,
    NULL },
  { "{ 'style': 'next-url', 'next': 'n' }", "{ 'n': 'http://b.example/2' }", NULL, 1, NULL, 5,
    NULL },
  { "{ 'style': 'next-url', 'next': 'n' }", "{ 'n': 'file:///etc/passwd' }", NULL, 1, NULL, 5,
    NULL },
  { "{ 'style': 'next-url', 'next': 'n' }", "{ 'n': 'https:///2' }", NULL, 1, NULL, 5, NULL },
  { "{ 'style': 'next-url', 'next': 'n' }", "{ 'n': 'https://:443/2' }", NULL, 1, NULL, 5, NULL },
  { "{ 'style': 'next-url', 'next': 'n' }", "{ 'n': 'https://a.example/list' }", NULL, 1, NULL, 5,
    NULL },
  { "{ 'style': 'next-url', 'next': 'n' }", "{ 'n': 'HTTPS://A.EXAMPLE:443/list#x' }", NULL, 1,
    NULL, 5, NULL },
  { "{ 'style': 'next-url', 'next': 'n' }", "{ 'n': '/2' }", NULL, 2, "https://a.example/2", 5,
    NULL },
  { "{ 'style': 'next-url', 'next': 'n' }", "{ 'n': '/list' }", NULL, 2, "https://a.example/2", 5,
    NULL },
  { "{ 'style': 'next-url', 'next': 'n' }", "{ 'n': '/3' }", NULL, 2, "https://a.example/2", 5,
    "3 https://a.example/3" },
  { "{ 'style': 'next-url', 'next': 'n' }", "{ 'n': '/2' }", NULL, 1, NULL, 0, NULL },
  { "{ 'style': 'link-header' }", "[]", "</p2>; rel=next", 1, NULL, 5, "2 https://a.example/p2" },
  { "{ 'style': 'link-header' }", "[]", "</p2>; rel=prev", 1, NULL, 5, NULL },
  { "{ 'style': 'link-header' }", "[]", NULL, 1, NULL, 5, NULL },
};

static void
test_next (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsPaging) paging = compile (steps[i].paging, &error);
      g_autoptr (JsonNode) answer = api_test_json (steps[i].answer);
      g_autoptr (GHashTable) headers = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (NewsPlace) place = news_place_new (steps[i].page, 0, steps[i].asked);
      g_autoptr (NewsPlace) next = NULL;
      g_autofree char *told = NULL;
      const char *asked = news_paging_get_address (paging, place);
      NewsPagingStep step = { place, FIRST, asked != NULL ? asked : FIRST, steps[i].n_rows };
      NewsContext context = api_test_context (answer);

      g_assert_no_error (error);
      if (steps[i].link != NULL)
        g_hash_table_insert (headers, (char *) "link", (char *) steps[i].link);
      context.headers = headers;
      context.base = step.asked;
      next = news_paging_find_next (paging, &context, &step);
      if (next != NULL)
        told = next->cursor != NULL ? g_strdup_printf ("%u %s", next->page, next->cursor)
                                    : g_strdup_printf ("%u", next->page);
      g_test_message ("%s %s", steps[i].paging, steps[i].answer);
      g_assert_cmpstr (told, ==, steps[i].next);
    }
}

static void
test_size (void)
{
  g_autoptr (NewsPaging) paging = compile (
    "{ 'style': 'page', 'param': 'p', 'size_param': 'n', 'size': 20, 'total': 't' }", NULL);
  g_autoptr (NewsPaging) none = news_paging_new_from_json (NULL, NULL, "paging", NULL);
  g_autoptr (JsonNode) answer = api_test_json ("{ 't': 100 }");
  g_autoptr (NewsPlace) place = news_place_new (2, 50, NULL);
  NewsContext context = api_test_context (answer);
  NewsPagingStep step = { place, FIRST, FIRST, 50 };
  g_autoptr (NewsPlace) next = NULL;

  g_assert_cmpuint (news_paging_get_size (paging), ==, 20);
  g_assert_cmpuint (news_paging_get_size (none), ==, 0);
  g_assert_cmpint (news_paging_get_total (paging, &context), ==, 100);
  g_assert_cmpint (news_paging_get_total (none, &context), ==, -1);
  g_assert_null (news_paging_find_next (paging, &context, &step));

  place->page = 1;
  next = news_paging_find_next (paging, &context, &step);
  g_assert_cmpuint (next->page, ==, 2);
  g_assert_cmpuint (next->size, ==, 50);
}

/* Which days are asked for: the newest may be some days back, and the next ones further. */
static void
test_days (void)
{
  g_autoptr (NewsPaging) plain = compile ("{ 'style': 'date' }", NULL);
  g_autoptr (NewsPaging) late
    = compile ("{ 'style': 'date', 'lag_days': 1, 'step_days': 7 }", NULL);
  g_autoptr (NewsPlace) third = news_place_new (3, 0, NULL);
  gint64 from, to;

  news_paging_find_times (plain, NULL, 20 * 86400, &from, &to);
  g_assert_cmpint (to, ==, 20 * 86400);
  news_paging_find_times (plain, third, 20 * 86400, &from, &to);
  g_assert_cmpint (to, ==, 18 * 86400);
  news_paging_find_times (late, third, 20 * 86400, &from, &to);
  g_assert_cmpint (to, ==, 5 * 86400);
  g_assert_cmpuint (news_paging_get_names (plain), ==, NEWS_NAME_DAY);
}

/* Spans of time: the first has no bounds; where a page is full the next ends at its oldest article,
 * else where its span began. */
static void
test_window (void)
{
  static const struct
  {
    const char *cursor;
    guint n_rows;
    gint64 oldest;
    const char *next;
  } cases[] = {
    { NULL, 10, 90000, "90000" },    { NULL, 9, 90000, NULL },   { "90000", 10, 88000, "88000" },
    { "90000", 10, 90000, "89999" }, { "90000", 0, 0, "82800" }, { "90000", 4, 88000, "82800" },
    { "5000", 0, 0, NULL },          { "x", 4, 3, NULL },
  };
  g_autoptr (NewsPaging) paging = compile ("{ 'style': 'window', 'size': 10, 'hours': 2 }", NULL);
  NewsContext context = api_test_context (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NewsPlace) place = news_place_new (1, 0, cases[i].cursor);
      NewsPagingStep step = { place, FIRST, FIRST, cases[i].n_rows, cases[i].oldest };
      g_autoptr (NewsPlace) next = news_paging_find_next (paging, &context, &step);

      g_test_message ("%s", cases[i].cursor);
      g_assert_cmpstr (next != NULL ? next->cursor : NULL, ==, cases[i].next);
    }
}

static void
test_mistakes (void)
{
  static const struct
  {
    const char *paging;
    const char *says;
  } cases[] = {
    { "{}", "“style” is missing" },
    { "{ 'style': 'week' }", "“week”" },
    { "{ 'style': 'window' }", "“size” is missing" },
    { "{ 'style': 'window', 'size': 5 }", "“hours” is missing" },
    { "{ 'style': 'slice' }", "“size” is missing" },
    { "{ 'style': 'date', 'hours': 5 }", "“hours” has no meaning" },
    { "{ 'style': 'page' }", "“param” is missing" },
    { "{ 'style': 'offset', 'param': 'o' }", "“size” is missing" },
    { "{ 'style': 'cursor', 'param': 'c' }", "“next” is missing" },
    { "{ 'style': 'next-url', 'next': 'n', 'param': 'x' }", "“param” has no meaning" },
    { "{ 'style': 'none', 'size': 3 }", "“size” has no meaning" },
    { "{ 'style': 'page', 'param': 'p', 'next': 'n' }", "“next” has no meaning" },
    { "{ 'style': 'page', 'param': 'p', 'size_param': 'n' }", "must be a “size”" },
    { "{ 'style': 'page', 'param': 'p', 'size': -1 }", "not a number" },
    { "{ 'style': 'page', 'param': 'p', 'size': '20' }", "not a number" },
    { "{ 'style': 'page', 'param': 'p', 'slice': true }", "“slice”" },
    { "{ 'style': 'page', 'param': 'p', 'pages': 'a[' }", "paging.pages" },
    { "[]", "not an object" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsPaging) paging = compile (cases[i].paging, &error);

      g_assert_null (paging);
      g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paging/append", test_append);
  g_test_add_func ("/paging/next", test_next);
  g_test_add_func ("/paging/size", test_size);
  g_test_add_func ("/paging/days", test_days);
  g_test_add_func ("/paging/window", test_window);
  g_test_add_func ("/paging/mistakes", test_mistakes);

  return g_test_run ();
}
