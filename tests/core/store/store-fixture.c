/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "store-fixture.h"

#include <glib/gstdio.h>

/* --- the store ----------------------------------------------------------------------------------
 */

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
store_fixture_reopen (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  store_fixture_close (self);
  self->store = news_store_open (self->path, &self->set_aside, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->store);
}

void
store_fixture_close (StoreFixture *self)
{
  g_clear_pointer (&self->set_aside, g_free);
  if (self->store == NULL)
    return;

  news_store_close (self->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&self->store));
}

void
store_fixture_set_up (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("broadsheet-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "cache.sqlite", NULL);
  store_fixture_reopen (self);
}

void
store_fixture_tear_down (StoreFixture *self, gconstpointer data)
{
  store_fixture_close (self);
  remove_folder (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
}

static gint64 clock_now;

static gint64
read_clock (void)
{
  return clock_now * G_USEC_PER_SEC;
}

static gpointer
set_clock (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  news_database_set_clock (database, read_clock);
  clock_now = *(gint64 *) data;

  return NULL;
}

void
store_fixture_set_now (StoreFixture *self, gint64 now)
{
  static const NewsOperation operation
    = { .name = "Test: clock", .lane = NEWS_LANE_BULK, .run = set_clock };

  g_assert_true (news_store_wait (self->store, &operation, &now, NULL, NULL));
}

typedef struct
{
  StoreFixtureFunc func;
  gpointer data;
} Work;

static gpointer
work (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Work *asked = data;

  asked->func (database, asked->data);

  return NULL;
}

void
store_fixture_run (StoreFixture *self, StoreFixtureFunc func, gpointer data)
{
  static const NewsOperation operation
    = { .name = "Test: run", .lane = NEWS_LANE_BULK, .run = work };
  Work asked = { func, data };
  g_autoptr (GError) error = NULL;

  news_store_wait (self->store, &operation, &asked, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char *sql;
  gint64 answer;
} Question;

static gpointer
ask (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Question *question = data;

  question->answer
    = news_statement_run_int (news_database_prepare (database, question->sql), G_MININT64);

  return NULL;
}

gint64
store_fixture_ask (StoreFixture *self, const char *sql)
{
  static const NewsOperation operation
    = { .name = "Test: ask", .lane = NEWS_LANE_BULK, .run = ask };
  Question question = { .sql = g_intern_string (sql) };
  g_autoptr (GError) error = NULL;

  news_store_wait (self->store, &operation, &question, NULL, &error);
  g_assert_no_error (error);

  return question.answer;
}

void
store_fixture_answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StoreFixtureWait *self = data;

  self->result = g_object_ref (result);
}

GAsyncResult *
store_fixture_wait (StoreFixtureWait *self)
{
  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (&self->result);
}

/* --- articles -----------------------------------------------------------------------------------
 */

NewsArticle *
store_fixture_article (const char *id, const char *title, gint64 published)
{
  NewsArticle *article = news_article_new ();

  article->id = g_strdup (id);
  article->title = g_strdup (title);
  article->published = published;

  return article;
}

char *
store_fixture_text (guint seed, gsize length)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  char *text = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    text[i] = (char) g_rand_int_range (rand, ' ', '~' + 1);
  text[length] = '\0';

  return text;
}

char **
store_fixture_names (const char *names)
{
  if (names == NULL)
    return NULL;

  return *names != '\0' ? g_strsplit (names, " ", -1) : g_new0 (char *, 1);
}

NewsTaken
store_fixture_take (StoreFixture *self, const char *source, const char *section, ...)
{
  g_autoptr (NewsSource) from = news_source_new (source, source, "test");
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_article_unref);
  NewsBatch batch = { .source = from, .section = section, .articles = articles };
  g_autoptr (GError) error = NULL;
  NewsArticle *article;
  NewsTaken taken;
  va_list args;

  va_start (args, section);
  while ((article = va_arg (args, NewsArticle *)) != NULL)
    g_ptr_array_add (articles, article);
  va_end (args);

  news_store_take_in (self->store, &batch, &taken, &error);
  g_assert_no_error (error);

  return taken;
}

typedef struct
{
  const char *source;
  const char *id;
  gint64 number;
} Identity;

static gpointer
find_number (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Identity *identity = data;
  NewsStatement *statement
    = news_database_prepare (database, "SELECT i.id FROM identities i JOIN sources s"
                                       " ON s.id = i.source WHERE s.name = ? AND i.remote = ?");

  news_statement_bind_text (statement, 1, identity->source);
  news_statement_bind_text (statement, 2, identity->id);
  identity->number = news_statement_run_int (statement, 0);

  return NULL;
}

gint64
store_fixture_number (StoreFixture *self, const char *source, const char *id)
{
  static const NewsOperation operation
    = { .name = "Test: number", .lane = NEWS_LANE_READ, .run = find_number };
  Identity identity = { source, id, 0 };

  g_assert_true (news_store_wait (self->store, &operation, &identity, NULL, NULL));

  return identity.number;
}

NewsSection *
store_fixture_section (const char *id, const char *queries)
{
  NewsSection *section = news_section_new (id, id, NULL);
  g_auto (GStrv) words = g_strsplit (queries, " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "/", 2);

      if (parts[0] != NULL)
        news_section_add_query (section, parts[0], *parts[1] != '\0' ? parts[1] : NULL);
    }

  return section;
}

/* --- functions that wait ------------------------------------------------------------------------
 */

NewsSnapshot *
store_fixture_list (StoreFixture *self, NewsScope *scope, gint64 kept, guint headlines)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  NewsSnapshot *snapshot;

  news_store_list_async (self->store, scope, kept, headlines, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  snapshot = news_store_list_finish (self->store, result, &error);
  g_assert_no_error (error);

  return snapshot;
}

NewsSnapshot *
store_fixture_list_top (StoreFixture *self, NewsScope *scope, guint length)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  NewsSnapshot *snapshot;

  news_store_list_top_async (self->store, scope, length, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  snapshot = news_store_list_top_finish (self->store, result, &error);
  g_assert_no_error (error);

  return snapshot;
}

static char *
dup_id (StoreFixture *self, gint64 article)
{
  g_autoptr (NewsStory) story = store_fixture_story (self, article);

  return g_strdup (story->article->id);
}

char *
store_fixture_list_ids (StoreFixture *self, NewsScope *scope, gint64 kept)
{
  g_autoptr (NewsSnapshot) snapshot = store_fixture_list (self, scope, kept, 0);
  GString *ids = g_string_new (NULL);
  guint group = 0;

  for (guint i = 0; i < snapshot->rows->len; i++)
    {
      NewsRow *row = &g_array_index (snapshot->rows, NewsRow, i);
      g_autofree char *id = dup_id (self, row->article);

      for (; group < row->group; group++)
        g_string_append (ids, ids->len > 0 ? " |" : "|");
      g_assert_cmpuint (group, ==, row->group);
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", id);
    }

  return g_string_free_and_steal (ids);
}

char *
store_fixture_section_ids (StoreFixture *self, const char *queries)
{
  g_autoptr (NewsSection) section = store_fixture_section ("section", queries);
  g_autoptr (NewsScope) scope = news_scope_new_section (section);

  return store_fixture_list_ids (self, scope, 0);
}

char *
store_fixture_bookmark_ids (StoreFixture *self, gint64 kept)
{
  g_autoptr (NewsScope) scope = news_scope_new_bookmarks ();

  return store_fixture_list_ids (self, scope, kept);
}

char *
store_fixture_topic_ids (StoreFixture *self, const char *topic)
{
  g_autoptr (NewsScope) scope = news_scope_new_topic (topic);

  return store_fixture_list_ids (self, scope, 0);
}

NewsHeadline *
store_fixture_headline (StoreFixture *self, gint64 article)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) headlines = NULL;
  g_autoptr (GError) error = NULL;

  news_store_headlines_async (self->store, NULL, &article, 1, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  headlines = news_store_headlines_finish (self->store, result, &error);
  g_assert_no_error (error);

  return headlines->len > 0 ? g_object_ref (g_ptr_array_index (headlines, 0)) : NULL;
}

NewsStory *
store_fixture_story (StoreFixture *self, gint64 article)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  NewsStory *story;

  news_store_story_async (self->store, article, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  story = news_store_story_finish (self->store, result, &error);
  g_assert_no_error (error);

  return story;
}

gint64
store_fixture_find (StoreFixture *self, const char *url)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 found;

  news_store_find_async (self->store, url, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  found = news_store_find_finish (self->store, result, &error);
  g_assert_no_error (error);

  return found;
}

char *
store_fixture_more (StoreFixture *self, gint64 article, guint length)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) headlines = NULL;
  g_autoptr (GError) error = NULL;
  GString *titles = g_string_new (NULL);

  news_store_more_async (self->store, article, length, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  headlines = news_store_more_finish (self->store, result, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < headlines->len; i++)
    {
      NewsHeadline *headline = g_ptr_array_index (headlines, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", headline->title);
    }

  return g_string_free_and_steal (titles);
}

guint
store_fixture_set_read (StoreFixture *self, gint64 article, gboolean read)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) changed = NULL;
  g_autoptr (GError) error = NULL;

  news_store_set_read_async (self->store, &article, 1, read, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  changed = news_store_set_read_finish (self->store, result, &error);
  g_assert_no_error (error);

  return changed->len;
}

GArray *
store_fixture_read_all (StoreFixture *self, NewsScope *scope)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *changed;

  news_store_read_all_async (self->store, scope, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  changed = news_store_read_all_finish (self->store, result, &error);
  g_assert_no_error (error);

  return changed;
}

void
store_fixture_set_bookmarked (StoreFixture *self, gint64 article, gboolean bookmarked)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  news_store_set_bookmarked_async (self->store, article, bookmarked, NULL, store_fixture_answer_cb,
                                   &wait);
  result = store_fixture_wait (&wait);
  g_assert_true (news_store_set_bookmarked_finish (self->store, result, &error));
  g_assert_no_error (error);
}

gint64
store_fixture_move_bookmark (StoreFixture *self, gint64 article, gint64 before)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree NewsBookmarkMove *move = NULL;

  news_store_move_bookmark_async (self->store, article, before, NULL, store_fixture_answer_cb,
                                  &wait);
  result = store_fixture_wait (&wait);
  move = news_store_move_bookmark_finish (self->store, result, &error);
  g_assert_no_error (error);

  return move->moved ? move->next : -1;
}

char *
store_fixture_count (StoreFixture *self, const char *queries, ...)
{
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GError) error = NULL;
  GString *string = g_string_new (NULL);
  va_list args;

  va_start (args, queries);
  for (; queries != NULL; queries = va_arg (args, const char *))
    g_ptr_array_add (sections, store_fixture_section ("section", queries));
  va_end (args);

  news_store_count_async (self->store, sections, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  counts = news_store_count_finish (self->store, result, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < counts->len; i++)
    g_string_append_printf (string, "%s%u", i > 0 ? " " : "", g_array_index (counts, guint, i));

  return g_string_free_and_steal (string);
}

GArray *
store_fixture_read_rows (StoreFixture *self, const NewsRowSpan *spans, guint length)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *changed;

  news_store_read_rows_async (self->store, spans, length, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  changed = news_store_read_rows_finish (self->store, result, &error);
  g_assert_no_error (error);

  return changed;
}

void
store_fixture_set_unread (StoreFixture *self, GArray *articles)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) changed = NULL;
  g_autoptr (GError) error = NULL;

  news_store_set_read_async (self->store, (const gint64 *) articles->data, articles->len, FALSE,
                             NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  changed = news_store_set_read_finish (self->store, result, &error);
  g_assert_no_error (error);
}
