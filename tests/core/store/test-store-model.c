/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* Random operations, on the store and on a plain structure in memory; both must say the same. The
 * random numbers come from the test's seed (--seed repeats a run). */

#include "news-store-keeping.h"
#include "store-fixture.h"
#include "store-oracle.h"

#define ROUNDS 1500
#define SECTIONS 3 /* of the edition that is counted */

typedef struct
{
  StoreFixture *fixture;
  Oracle oracle;
  gint64 now;
  GArray *undo; /* what the last marking changed, or NULL */
} Model;

static guint
draw (guint count)
{
  return (guint) g_test_rand_int_range (0, (gint32) count);
}

static gboolean
toss (guint chances)
{
  return draw (chances) == 0;
}

/* One of the numbers that there are, or, now and then, that were or will be. */
static gint64
draw_number (Model *self)
{
  return 1 + draw ((guint) self->oracle.last_number + 2);
}

static int
draw_bits (guint count, guint shift)
{
  return toss (3) ? -1 : (int) (draw (1u << count) << shift);
}

static OracleTelling
draw_telling (Model *self)
{
  OracleTelling telling = {
    .id = draw (ORACLE_IDS),
    .title = draw (2),
    .visits = toss (2) ? -1 : (gint64) draw (5),
    .sections = draw_bits (ORACLE_SECTIONS, 1),
    .topics = draw_bits (ORACLE_TOPICS, 0),
  };

  /* Few different times, so that some are the same; some yet to come. */
  if (!toss (4))
    telling.published = self->now - self->now % 4000 + 2000 * g_test_rand_int_range (-3, 4);

  return telling;
}

static OracleSection
draw_section (void)
{
  OracleSection section = { 0 };

  for (guint i = 0; i < ORACLE_SOURCES; i++)
    if (toss (2))
      section.queries[i] = draw (1u << (ORACLE_SECTIONS + 1));

  return section;
}

/* --- the same thing in the words of the store ---------------------------------------------------
 */

static char **
create_names (const char *prefix, int bits)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (bits < 0)
    return NULL;

  for (guint i = 0; i < 10; i++)
    if (bits & 1 << i)
      g_strv_builder_take (builder, g_strdup_printf ("%s%u", prefix, i));

  return g_strv_builder_end (builder);
}

static NewsArticle *
create_article (const OracleTelling *telling)
{
  NewsArticle *article = news_article_new ();

  article->id = g_strdup_printf ("%u", telling->id);
  article->title = g_strdup_printf ("Title %u", telling->title);
  article->published = telling->published;
  article->visits = telling->visits;
  article->sections = create_names ("section-", telling->sections);
  article->topics = create_names (toss (2) ? "Topic " : "TOPIC ", telling->topics);

  return article;
}

static NewsSection *
create_section (const OracleSection *oracle)
{
  NewsSection *section = news_section_new ("s", "s", NULL);

  for (guint source = 0; source < ORACLE_SOURCES; source++)
    for (guint i = 0; i <= ORACLE_SECTIONS; i++)
      {
        g_autofree char *name = g_strdup_printf ("source-%u", source);
        g_autofree char *id = g_strdup_printf ("section-%u", i);

        if (oracle->queries[source] & 1u << i)
          news_section_add_query (section, name, i > 0 ? id : NULL);
      }

  return section;
}

static void
assert_rows (Model *self, NewsScope *scope, gint64 kept, GArray *expected)
{
  g_autoptr (NewsSnapshot) snapshot = store_fixture_list (self->fixture, scope, kept, 100);

  g_assert_cmpuint (snapshot->rows->len, ==, expected->len);
  g_assert_cmpuint (snapshot->headlines->len, ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    {
      gint64 number = g_array_index (expected, gint64, i);
      NewsHeadline *headline = g_ptr_array_index (snapshot->headlines, i);
      OracleArticle *article = oracle_find (&self->oracle, number);
      g_autofree char *title = g_strdup_printf ("Title %u", article->title);

      g_assert_cmpint (g_array_index (snapshot->rows, NewsRow, i).article, ==, number);
      g_assert_cmpint (headline->article, ==, number);
      g_assert_cmpstr (headline->title, ==, title);
      g_assert_cmpint (headline->published, ==, article->published);
      g_assert_cmpint (headline->visits, ==, article->visits);
      g_assert_cmpint (headline->read, ==, article->read);
      g_assert_cmpint (headline->bookmarked, ==, article->bookmarked);
    }
}

/* --- operations ---------------------------------------------------------------------------------
 */

static void
take_in (Model *self)
{
  guint source = draw (ORACLE_SOURCES);
  guint section = toss (2) ? 0 : 1 + draw (ORACLE_SECTIONS);
  guint length = draw (8);
  OracleTelling tellings[8];
  g_autofree char *name = g_strdup_printf ("source-%u", source);
  g_autofree char *asked = g_strdup_printf ("section-%u", section);
  g_autoptr (NewsSource) told = news_source_new (name, name, "test");
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_article_unref);
  NewsBatch batch = { .source = told, .section = section > 0 ? asked : NULL, .articles = articles };
  OracleTaken expected;
  NewsTaken taken;

  for (guint i = 0; i < length; i++)
    {
      tellings[i] = draw_telling (self);
      g_ptr_array_add (articles, create_article (&tellings[i]));
    }

  expected = oracle_take_in (&self->oracle, source, section, tellings, length, self->now);
  g_assert_true (news_store_take_in (self->fixture->store, &batch, &taken, NULL));
  g_assert_cmpuint (taken.added, ==, expected.added);
  g_assert_cmpuint (taken.changed, ==, expected.changed);
  g_assert_cmpuint (taken.known, ==, expected.known);
}

static GArray *
store_set_read (Model *self, GArray *numbers, gboolean read)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *changed;

  news_store_set_read_async (self->fixture->store, (gint64 *) (gpointer) numbers->data,
                             numbers->len, read, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  changed = news_store_set_read_finish (self->fixture->store, result, &error);
  g_assert_no_error (error);

  return changed;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static void
set_read (Model *self, GArray *numbers, gboolean read)
{
  g_autoptr (GArray) changed = NULL;
  guint n = 0;

  g_array_sort (numbers, compare_numbers);
  changed = store_set_read (self, numbers, read);

  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 number = g_array_index (numbers, gint64, i);

      if (oracle_set_read (&self->oracle, number, read, self->now))
        g_assert_cmpint (g_array_index (changed, gint64, n++), ==, number);
    }
  g_assert_cmpuint (changed->len, ==, n);

  g_clear_pointer (&self->undo, g_array_unref);
  if (read)
    self->undo = g_steal_pointer (&changed);
}

static void
mark_some (Model *self)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = draw (4); i > 0; i--)
    {
      gint64 number = draw_number (self);

      g_array_append_val (numbers, number);
    }
  set_read (self, numbers, !toss (3));
}

static void
undo (Model *self)
{
  g_autoptr (GArray) numbers = g_steal_pointer (&self->undo);

  if (numbers != NULL)
    set_read (self, numbers, FALSE);
}

static NewsScope *
draw_scope (Model *self, gint64 kept, GArray **expected)
{
  OracleSection oracle = draw_section ();
  guint topic = draw (ORACLE_TOPICS);
  g_autofree char *name = g_strdup_printf ("topic %u", topic);
  g_autoptr (NewsSection) section = create_section (&oracle);

  switch (draw (4))
    {
    case 0:
      *expected = oracle_list_bookmarks (&self->oracle, kept);
      return news_scope_new_bookmarks ();

    case 1:
      *expected = oracle_list_topic (&self->oracle, topic, kept);
      return news_scope_new_topic (name);

    default:
      *expected = oracle_list_section (&self->oracle, &oracle, kept);
      return news_scope_new_section (section);
    }
}

/* One of these through a filter, and in an order. */
static NewsScope *
draw_view (Model *self, gint64 kept, GArray **expected)
{
  g_autoptr (GArray) all = NULL;
  g_autoptr (NewsScope) scope = draw_scope (self, kept, &all);
  guint filter = draw (3), order = draw (3);
  gint64 since = toss (2) ? G_MAXINT64 : self->now - draw (5000);

  *expected = oracle_view (&self->oracle, all, filter, order, since, kept);

  return news_scope_new_view (scope, filter, order, since);
}

static void
read_all (Model *self)
{
  g_autoptr (GArray) expected = NULL;
  g_autoptr (NewsScope) scope = draw_view (self, 0, &expected);
  GArray *changed = store_fixture_read_all (self->fixture, scope);
  guint n = 0;

  for (guint i = 0; i < expected->len; i++)
    n += oracle_set_read (&self->oracle, g_array_index (expected, gint64, i), TRUE, self->now);
  g_assert_cmpuint (changed->len, ==, n);

  g_clear_pointer (&self->undo, g_array_unref);
  self->undo = changed;
}

static void
drop (Model *self)
{
  gint64 before = self->now - 1000 * g_test_rand_int_range (-1, 6);

  g_assert_cmpint (news_store_drop_older (self->fixture->store, before, 0, NULL), ==,
                   oracle_drop_older (&self->oracle, before));
}

/* What is above or below a row of a list, as it was a moment ago. */
static void
read_rows (Model *self)
{
  g_autoptr (GArray) expected = NULL;
  g_autoptr (NewsScope) scope = draw_view (self, 0, &expected);
  g_autoptr (NewsSnapshot) snapshot = store_fixture_list (self->fixture, scope, 0, 0);
  guint at = draw (snapshot->rows->len + 1);
  g_autoptr (NewsPackedRows) rows = news_packed_rows_new (snapshot->rows);
  NewsRowSpan span = { rows, toss (2) ? 0 : at, snapshot->rows->len };
  GArray *changed;
  guint n = 0;

  if (span.from == 0)
    span.to = at;
  if (toss (2))
    drop (self);
  changed = store_fixture_read_rows (self->fixture, &span, 1);
  for (guint i = span.from; i < span.to; i++)
    n += oracle_set_read (&self->oracle, g_array_index (expected, gint64, i), TRUE, self->now);
  g_assert_cmpuint (changed->len, ==, n);

  g_clear_pointer (&self->undo, g_array_unref);
  self->undo = changed;
}

static void
bookmark (Model *self)
{
  gint64 number = draw_number (self);
  OracleArticle *article = oracle_find (&self->oracle, number);
  gboolean bookmarked = !toss (3);

  if (article == NULL || !article->there)
    return;

  store_fixture_set_bookmarked (self->fixture, number, bookmarked);
  oracle_set_bookmarked (&self->oracle, number, bookmarked, self->now);
}

static void
pass_time (Model *self)
{
  self->now += g_test_rand_int_range (1, 2500);
  store_fixture_set_now (self->fixture, self->now);
}

static void
reopen (Model *self)
{
  store_fixture_reopen (self->fixture);
  g_assert_null (self->fixture->set_aside);
  store_fixture_set_now (self->fixture, self->now);
}

static void
operate (Model *self)
{
  switch (draw (12))
    {
    case 0:
    case 1:
    case 2:
    case 3:
      take_in (self);
      break;
    case 4:
    case 5:
      mark_some (self);
      break;
    case 6:
      undo (self);
      break;
    case 7:
      bookmark (self);
      break;
    case 8:
      drop (self);
      break;
    case 9:
    case 10:
      pass_time (self);
      break;
    default:
      if (toss (4))
        read_all (self);
      else if (toss (3))
        read_rows (self);
      else if (toss (8))
        reopen (self);
    }
}

/* --- comparing ----------------------------------------------------------------------------------
 */

static void
compare_list (Model *self)
{
  gint64 kept = toss (2) ? 0 : draw_number (self);
  g_autoptr (GArray) expected = NULL;
  g_autoptr (NewsScope) scope = draw_scope (self, kept, &expected);

  assert_rows (self, scope, kept, expected);
}

static void
compare_view (Model *self)
{
  gint64 kept = toss (2) ? 0 : draw_number (self);
  g_autoptr (GArray) expected = NULL;
  g_autoptr (NewsScope) scope = draw_view (self, kept, &expected);

  assert_rows (self, scope, kept, expected);
}

/* A list's beginning, which is read in another way than all of it. */
static void
compare_top (Model *self)
{
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) expected = NULL;
  g_autoptr (NewsScope) of = draw_scope (self, 0, &all);
  guint filter = draw (3), order = draw (3), length = 1 + draw (12);
  g_autoptr (NewsScope) scope = news_scope_new_view (of, filter, order, G_MAXINT64);
  g_autoptr (NewsSnapshot) snapshot = store_fixture_list_top (self->fixture, scope, length);

  expected = oracle_view (&self->oracle, all, filter, order, G_MAXINT64, 0);
  g_assert_cmpuint (snapshot->rows->len, ==, MIN (length, expected->len));
  for (guint i = 0; i < snapshot->rows->len; i++)
    g_assert_cmpint (g_array_index (snapshot->rows, NewsRow, i).article, ==,
                     g_array_index (expected, gint64, i));
}

static void
compare_counts (Model *self)
{
  OracleSection oracle[SECTIONS];
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GArray) bookmarks = oracle_list_bookmarks (&self->oracle, 0);
  guint all;

  for (guint i = 0; i < SECTIONS; i++)
    {
      oracle[i] = draw_section ();
      g_ptr_array_add (sections, create_section (&oracle[i]));
    }
  g_ptr_array_add (sections, news_section_new ("home", "Home", NULL));

  news_store_count_async (self->fixture->store, sections, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  counts = news_store_count_finish (self->fixture->store, result, NULL);
  g_assert_cmpuint (counts->len, ==, SECTIONS + 2);

  /* A section without queries counts as home does. */
  all = oracle_count (&self->oracle, oracle, SECTIONS);
  for (guint i = 0; i < SECTIONS; i++)
    g_assert_cmpuint (g_array_index (counts, guint, i), ==,
                      ((NewsSection *) g_ptr_array_index (sections, i))->queries->len > 0
                        ? oracle_count (&self->oracle, &oracle[i], 1)
                        : all);
  g_assert_cmpuint (g_array_index (counts, guint, SECTIONS), ==, all);
  g_assert_cmpuint (g_array_index (counts, guint, SECTIONS + 1), ==, bookmarks->len);
}

/* Home is not compared, but it is never against its own rules. */
static void
check_home (Model *self)
{
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  g_autoptr (NewsScope) scope = NULL;
  g_autoptr (NewsSnapshot) snapshot = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint rows[SECTIONS + 1] = { 0 };

  for (guint i = 0; i < SECTIONS; i++)
    {
      OracleSection oracle = draw_section ();

      oracle.queries[i % ORACLE_SOURCES] |= 1;
      g_ptr_array_add (sections, create_section (&oracle));
    }
  scope = news_scope_new_home (sections);
  snapshot = store_fixture_list (self->fixture, scope, 0, 0);

  for (guint i = 0; i < snapshot->rows->len; i++)
    {
      NewsRow *row = &g_array_index (snapshot->rows, NewsRow, i);

      g_assert_cmpuint (row->group, <=, SECTIONS);
      g_assert_true (i == 0 || row[-1].group <= row->group);
      g_assert_true (g_hash_table_add (seen, GINT_TO_POINTER (row->article)));
      g_assert_true (oracle_find (&self->oracle, row->article)->there);
      g_assert_cmpuint (++rows[row->group], <=, row->group == 0 ? 5 : 6);
    }
}

/* What is repeated somewhere for speed is what it repeats. */
static void
check_file (Model *self)
{
  StoreFixture *fixture = self->fixture;

  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM queries q WHERE unread <>"
                                               " (SELECT count (*) FROM placements p"
                                               "  WHERE p.query = q.id AND NOT EXISTS"
                                               "  (SELECT 1 FROM statuses s"
                                               "   WHERE s.identity = p.article AND s.read = 1))"),
                   ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM placements p"
                                               " JOIN articles a ON a.id = p.article"
                                               " WHERE a.sorted <> p.sorted"),
                   ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM article_topics p"
                                               " JOIN articles a ON a.id = p.article"
                                               " WHERE a.sorted <> p.sorted"),
                   ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM pragma_foreign_key_check"),
                   ==, 0);
}

static void
test_model (StoreFixture *fixture, gconstpointer data)
{
  Model self = { .fixture = fixture, .now = STORE_FIXTURE_NOW };

  store_fixture_set_now (fixture, self.now);
  for (guint i = 0; i < ROUNDS; i++)
    {
      operate (&self);
      compare_list (&self);
      compare_view (&self);
      compare_top (&self);
      if (i % 3 == 0)
        compare_counts (&self);
      if (i % 10 == 0)
        check_home (&self);
      if (i % 50 == 0)
        check_file (&self);
    }
  check_file (&self);
  g_clear_pointer (&self.undo, g_array_unref);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store-model/random", StoreFixture, NULL, store_fixture_set_up, test_model,
              store_fixture_tear_down);

  return g_test_run ();
}
