/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* Not a test: tells how long searches of many kinds take in a filled store, as measure-store.c
 * makes it, and how large its index is. What is looked for is taken from the articles themselves.
 * Times are of the processor, as others may use it too. Arguments: the file; "busy" to have
 * articles taken in meanwhile. */

#include "news-article-reader.h"
#include "news-search-index.h"
#include "news-search.h"
#include "news-store-filler.h"
#include "news-tokenizer.h"
#include "store-fixture.h"

#include <string.h>
#include <time.h>

#define ROUNDS 60
#define SAMPLES 400
#define COMMON 30

/* What the queries are made of. */
typedef struct
{
  NewsDatabase *database;
  GRand *rand;
  GPtrArray *texts;   /* char*, of some articles */
  GPtrArray *letters; /* char*, the commonest words of letters */
  GPtrArray *pairs;   /* the commonest pairs of Han */
  NewsScope *within;
} Measure;

typedef char *(*MakeQuery) (Measure *self);

/* --- samples ------------------------------------------------------------------------------------
 */

static gint64
ask (Measure *self, const char *sql)
{
  gint64 number;

  news_database_begin (self->database, NEWS_TRANSACTION_READ);
  number = news_statement_run_int (news_database_prepare (self->database, sql), 0);
  g_assert_true (news_database_end (self->database, NULL));

  return number;
}

/* One of the texts that @sql gives for a number of at least @number. */
static char *
ask_name (Measure *self, const char *sql, gint64 most)
{
  NewsStatement *statement;
  char *name = NULL;

  news_database_begin (self->database, NEWS_TRANSACTION_READ);
  statement = news_database_prepare (self->database, sql);
  news_statement_bind_int (statement, 1, g_rand_int_range (self->rand, 1, (gint32) most + 1));
  if (news_statement_next (statement))
    name = news_statement_dup_text (statement, 0);
  news_statement_end (statement);
  g_assert_true (news_database_end (self->database, NULL));

  return name != NULL ? name : g_strdup ("");
}

static void
read_samples (Measure *self)
{
  gint64 last = ask (self, "SELECT max (id) FROM articles");

  self->texts = g_ptr_array_new_with_free_func (g_free);
  while (self->texts->len < SAMPLES)
    {
      gint64 number = g_rand_int_range (self->rand, 1, (gint32) last);
      g_autofree char *text = NULL;

      news_database_begin (self->database, NEWS_TRANSACTION_READ);
      text = news_search_index_read_text (self->database, number);
      g_assert_true (news_database_end (self->database, NULL));
      if (text != NULL)
        g_ptr_array_add (self->texts, g_steal_pointer (&text));
    }
}

static int
compare_counts (gconstpointer a, gconstpointer b, gpointer data)
{
  guint one = GPOINTER_TO_UINT (g_hash_table_lookup (data, *(const char *const *) a));
  guint other = GPOINTER_TO_UINT (g_hash_table_lookup (data, *(const char *const *) b));

  return (one < other) - (one > other);
}

static GPtrArray *
find_common (Measure *self, NewsTokenKind kind)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer word;

  for (guint i = 0; i < self->texts->len; i++)
    {
      NewsTokenizer tokenizer;
      NewsToken token;

      news_tokenizer_init (&tokenizer, g_ptr_array_index (self->texts, i), -1);
      while (news_tokenizer_next (&tokenizer, &token))
        {
          char *key = g_strndup (token.word, token.length);
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

          if (token.kind == kind)
            g_hash_table_insert (counts, key, GUINT_TO_POINTER (count + 1));
          else
            g_free (key);
        }
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_ptr_array_add (words, g_strdup (word));
  g_ptr_array_sort_with_data (words, compare_counts, counts);
  g_ptr_array_set_size (words, (int) MIN (words->len, COMMON));

  return words;
}

static const char *
pick (Measure *self, GPtrArray *strings)
{
  return g_ptr_array_index (strings, g_rand_int_range (self->rand, 0, (gint32) strings->len));
}

/* Some tokens of a kind that follow one another in an article, as they stand there. */
static char *
pick_run (Measure *self, NewsTokenKind kind, guint length)
{
  for (;;)
    {
      const char *text = pick (self, self->texts);
      guint skip = (guint) g_rand_int_range (self->rand, 0, 100);
      guint start = 0;
      guint n = 0;
      NewsTokenizer tokenizer;
      NewsToken token;

      news_tokenizer_init (&tokenizer, text, -1);
      while (news_tokenizer_next (&tokenizer, &token))
        {
          if (skip > 0)
            skip--;
          else if (token.kind != kind)
            n = 0;
          else if (++n == 1)
            start = token.start;

          if (n == length)
            return g_strndup (text + start, token.end - start);
        }
    }
}

/* --- queries ------------------------------------------------------------------------------------
 */

static char *
make_common (Measure *self)
{
  return g_strdup_printf ("%s ", pick (self, self->letters));
}

static char *
make_two_common (Measure *self)
{
  return g_strdup_printf ("%s %s ", pick (self, self->letters), pick (self, self->letters));
}

static char *
make_word (Measure *self)
{
  g_autofree char *word = pick_run (self, NEWS_TOKEN_WORD, 1);

  return g_strdup_printf ("%s ", word);
}

static char *
make_two_words (Measure *self)
{
  g_autofree char *words = pick_run (self, NEWS_TOKEN_WORD, 2);

  return g_strdup_printf ("%s ", words);
}

static char *
make_beginning (Measure *self, glong letters)
{
  g_autofree char *word = pick_run (self, NEWS_TOKEN_WORD, 1);

  return g_utf8_substring (word, 0, MIN (letters, g_utf8_strlen (word, -1)));
}

static char *
make_one_letter (Measure *self)
{
  return make_beginning (self, 1);
}

static char *
make_two_letters (Measure *self)
{
  return make_beginning (self, 2);
}

static char *
make_three_letters (Measure *self)
{
  return make_beginning (self, 3);
}

static char *
make_four_letters (Measure *self)
{
  return make_beginning (self, 4);
}

static char *
make_six_letters (Measure *self)
{
  return make_beginning (self, 6);
}

static char *
make_phrase (Measure *self)
{
  g_autofree char *words = pick_run (self, NEWS_TOKEN_WORD, 3);

  return g_strdup_printf ("\"%s\"", words);
}

static char *
make_rare_phrase (Measure *self)
{
  return g_strdup_printf ("\"%s %s %s\"", pick (self, self->letters), pick (self, self->letters),
                          pick (self, self->letters));
}

static char *
make_common_han (Measure *self)
{
  return g_utf8_substring (pick (self, self->pairs), 0, 1);
}

static char *
make_common_pair (Measure *self)
{
  return g_strdup (pick (self, self->pairs));
}

static char *
make_han (Measure *self)
{
  g_autofree char *pair = pick_run (self, NEWS_TOKEN_PAIR, 1);

  return g_utf8_substring (pair, 0, 1);
}

static char *
make_pair (Measure *self)
{
  return pick_run (self, NEWS_TOKEN_PAIR, 1);
}

static char *
make_four_han (Measure *self)
{
  return pick_run (self, NEWS_TOKEN_PAIR, 3);
}

static char *
make_without (Measure *self)
{
  return g_strdup_printf ("%s -%s ", pick (self, self->letters), pick (self, self->letters));
}

static char *
make_source (Measure *self)
{
  g_autofree char *name = ask_name (self,
                                    "SELECT coalesce (title, name) FROM sources"
                                    " WHERE id >= ? LIMIT 1",
                                    600);

  return g_strdup_printf ("%s source:\"%s\" ", pick (self, self->letters), name);
}

static char *
make_old (Measure *self)
{
  return g_strdup_printf ("%s after:2025-03-%d before:2025-04-02 ", pick (self, self->letters),
                          g_rand_int_range (self->rand, 1, 29));
}

static char *
make_unread (Measure *self)
{
  return g_strdup_printf ("%s is:unread ", pick (self, self->letters));
}

static char *
make_read (Measure *self)
{
  return g_strdup_printf ("%s is:read ", pick (self, self->letters));
}

static char *
make_bookmarked (Measure *self)
{
  return g_strdup_printf ("%s is:bookmarked ", pick (self, self->letters));
}

static char *
make_pictured (Measure *self)
{
  g_autofree char *name = ask_name (self, "SELECT name FROM topics WHERE id >= ? LIMIT 1", 100);

  return g_strdup_printf ("%s has:picture topic:\"%s\" ", pick (self, self->letters), name);
}

/* --- measuring ----------------------------------------------------------------------------------
 */

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* As news_store_list_async() does it. Gives the time. */
static double
search (Measure *self, NewsScope *scope, int limit, guint *rows, guint *partial)
{
  double start = get_milliseconds ();
  g_autoptr (NewsSnapshot) snapshot = news_snapshot_new ();
  g_autoptr (NewsSearchMatch) match = news_search_get_match (scope);

  news_database_begin (self->database, NEWS_TRANSACTION_READ);
  news_search_read (self->database, scope, 0, limit, snapshot);
  for (guint i = 0; i < MIN (snapshot->rows->len, 50); i++)
    {
      gint64 article = g_array_index (snapshot->rows, NewsRow, i).article;
      g_autoptr (NewsHeadline) headline
        = news_article_reader_get_headline (self->database, article);

      news_search_mark (self->database, match, headline);
    }
  g_assert_true (news_database_end (self->database, NULL));

  *rows += snapshot->rows->len;
  *partial += snapshot->partial ? 1 : 0;

  return get_milliseconds () - start;
}

static void
measure (Measure *self, const char *name, MakeQuery make)
{
  double times[ROUNDS];
  double whole[ROUNDS / 10];
  guint partial = 0;
  guint rows = 0;
  guint unused = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *query = make (self);
      g_autoptr (NewsScope) scope = news_scope_new_search (query, self->within, NULL);

      times[i] = search (self, scope, 50, &unused, &partial);
      if (i < G_N_ELEMENTS (whole))
        whole[i] = search (self, scope, -1, &rows, &unused);
    }

  qsort (times, ROUNDS, sizeof *times, compare_times);
  qsort (whole, G_N_ELEMENTS (whole), sizeof *whole, compare_times);
  g_print ("%-34s p50 %7.2f  p99 %7.2f ms  partial %2u   all %8.2f, at most %8.2f ms, %5u rows\n",
           name, times[ROUNDS / 2], times[ROUNDS - 1], partial, whole[G_N_ELEMENTS (whole) / 2],
           whole[G_N_ELEMENTS (whole) - 1], rows / (guint) G_N_ELEMENTS (whole));
}

static void
measure_all (Measure *self)
{
  g_autofree char *queries
    = ask_name (self,
                "SELECT s.name || '/' || q.section FROM queries q JOIN sources s ON s.id = q.source"
                " WHERE q.id >= ? AND q.section <> '' LIMIT 1",
                1000);
  g_autoptr (NewsSection) small = store_fixture_section ("small", queries);

  measure (self, "a common word", make_common);
  measure (self, "two common words", make_two_common);
  measure (self, "a word", make_word);
  measure (self, "two words of an article", make_two_words);
  measure (self, "one letter", make_one_letter);
  measure (self, "two letters", make_two_letters);
  measure (self, "three letters", make_three_letters);
  measure (self, "four letters", make_four_letters);
  measure (self, "six letters", make_six_letters);
  measure (self, "a phrase", make_phrase);
  measure (self, "a rare phrase of common words", make_rare_phrase);
  measure (self, "a common Han character", make_common_han);
  measure (self, "a common pair", make_common_pair);
  measure (self, "a Han character", make_han);
  measure (self, "a pair", make_pair);
  measure (self, "four Han characters", make_four_han);
  measure (self, "a common word without another", make_without);
  measure (self, "a common word, one source", make_source);
  measure (self, "a common word, an old month", make_old);
  measure (self, "a common word, unread", make_unread);
  measure (self, "a common word, read", make_read);
  measure (self, "a common word, bookmarks", make_bookmarked);
  measure (self, "a common word, picture and topic", make_pictured);

  self->within = news_scope_new_section (small);
  measure (self, "a common word, small section", make_common);
  measure (self, "a rare phrase, small section", make_rare_phrase);
  g_clear_pointer (&self->within, news_scope_unref);
}

static void
tell_sizes (Measure *self)
{
  gint64 all = ask (self, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
  gint64 heads = ask (self, "SELECT sum (length (block)) FROM heads_data");
  gint64 texts = ask (self, "SELECT sum (length (block)) FROM texts_data");
  gint64 narrow = ask (self, "SELECT count (*) * 24 FROM indexed");
  gint64 text = ask (self, "SELECT sum (octet_length (text)) FROM bodies");

  g_print ("file %.1f MB, texts %.1f MB; index of heads %.1f MB, of texts %.1f MB, the rest about"
           " %.1f MB: %.2f of the texts\n",
           (double) all / 1e6, (double) text / 1e6, (double) heads / 1e6, (double) texts / 1e6,
           (double) narrow / 1e6, (double) (heads + texts + narrow) / (double) text);
}

/* --- a writer meanwhile -------------------------------------------------------------------------
 */

static gpointer
write_cb (gpointer data)
{
  const NewsFiller filler = { .seed = 7,
                              .articles = 100000,
                              .sources = 600,
                              .words = 300,
                              .sections = 4,
                              .now = STORE_FIXTURE_NOW,
                              .days = 365 };
  g_autoptr (GError) error = NULL;

  if (!news_filler_run (&filler, data, &error))
    g_print ("The writer ended: %s\n", error->message);

  return NULL;
}

int
main (int argc, char *argv[])
{
  StoreFixture fixture = { .path = g_strdup (argc > 1 ? argv[1] : "measure.sqlite") };
  gboolean busy = argc > 2 && strcmp (argv[2], "busy") == 0;
  Measure self = { .rand = g_rand_new_with_seed (1) };
  GThread *writer = NULL;

  store_fixture_reopen (&fixture);
  self.database = news_database_open (fixture.path, NEWS_DATABASE_READER, NULL);
  g_assert_nonnull (self.database);
  read_samples (&self);
  self.letters = find_common (&self, NEWS_TOKEN_WORD);
  self.pairs = find_common (&self, NEWS_TOKEN_PAIR);
  if (busy)
    writer = g_thread_new ("writer", write_cb, fixture.store);
  else
    tell_sizes (&self);

  measure_all (&self);

  store_fixture_close (&fixture);
  if (writer != NULL)
    g_thread_join (writer);
  news_database_close (self.database);
  g_ptr_array_unref (self.texts);
  g_ptr_array_unref (self.letters);
  g_ptr_array_unref (self.pairs);
  g_rand_free (self.rand);
  g_free (fixture.path);

  return 0;
}
