/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "bench-posts.h"
#include "bench-table.h"
#include "news-descriptor.h"
#include "news-intake.h"
#include "news-json-text.h"
#include "news-memory.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* From JSON to articles: 20 MB of a WordPress site's answers, 100 posts in each, with bodies of
 * about 10 KB, as they are on the web. The limit is what json-glib takes to parse the same bytes:
 * no reader of JSON can be quicker. All is CPU time of this thread, the least of some runs. */

#define PAGES 20
#define POSTS 100
#define RUNS 5

static GPtrArray *
create_answers (void)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint page = 0; page < PAGES; page++)
    {
      char *answer = bench_posts_dup_answer (page * POSTS, POSTS, 0);

      g_ptr_array_add (answers, g_bytes_new_take (answer, strlen (answer)));
    }

  return answers;
}

static double
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static void
parse_with_library (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (json_parser_load_from_data (parser, data, (gssize) length, NULL));
}

static NewsAnswer *
read_page (NewsDescriptor *descriptor, NewsSource *source, GBytes *bytes)
{
  g_autoptr (GHashTable) headers = g_hash_table_new (g_str_hash, g_str_equal);
  NewsQuestion question = { .ask = NEWS_ASK_LIST };
  NewsReply reply = { 200, "https://news.example/wp-json/wp/v2/posts", headers, bytes };
  NewsAnswer *answer = news_descriptor_read (descriptor, source, &question, &reply, NULL);

  g_assert_nonnull (answer);
  g_assert_cmpuint (answer->articles->len, ==, POSTS);

  return answer;
}

/* The parts of one run: how long all pages take for each. */
static void
measure (NewsDescriptor *descriptor, NewsSource *source, GPtrArray *answers, double *times)
{
  double spent[4] = { 0 };

  for (guint i = 0; i < answers->len; i++)
    {
      GBytes *bytes = g_ptr_array_index (answers, i);
      double start = get_time ();
      g_autoptr (NewsAnswer) answer = NULL;

      parse_with_library (bytes);
      spent[0] += get_time () - start;

      start = get_time ();
      json_node_unref (news_json_text_parse (bytes));
      spent[1] += get_time () - start;

      start = get_time ();
      answer = read_page (descriptor, source, bytes);
      spent[2] += get_time () - start;

      start = get_time ();
      for (guint k = 0; k < answer->articles->len; k++)
        news_intake_prepare (g_ptr_array_index (answer->articles, k), source);
      spent[3] += get_time () - start;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (spent); i++)
    times[i] = times[i] > 0 ? MIN (times[i], spent[i]) : spent[i];
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) answers = create_answers ();
  g_autoptr (NewsSource) source = news_source_new ("bench", "The Bench", "wordpress");
  g_autofree char *path
    = g_build_filename (g_getenv ("TEST_SOURCE_DIR"), "..", "data", "apis", "wordpress.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NewsDescriptor) descriptor = NULL;
  double times[4] = { 0 };
  gsize total = 0;

  news_memory_set_up ();
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  bytes = g_bytes_new (text, strlen (text));
  descriptor = news_descriptor_new_from_bytes (bytes, "wordpress.json", NULL);
  g_assert_nonnull (descriptor);
  news_source_set_parameter (source, "api", "https://news.example/wp-json/");

  for (guint i = 0; i < answers->len; i++)
    total += g_bytes_get_size (g_ptr_array_index (answers, i));
  printf ("%u posts, %.1f MB\n", PAGES * POSTS, (double) total / 1e6);
  for (guint i = 0; i < RUNS; i++)
    measure (descriptor, source, answers, times);

  {
    double mapping = MAX (times[2] - times[1], 0);
    double unit = times[0];
    const BenchRow rows[] = {
      { "json-glib parses", times[0], unit, 0 },
      { "checked and parsed", times[1], unit, 0 },
      { "mapping", mapping, unit, 1.0 },
      { "mapping and cleaning the bodies", mapping + times[3], unit, 2.0 },
    };

    return bench_table_print (rows, G_N_ELEMENTS (rows), argc > 1 ? argv[1] : NULL);
  }
}
