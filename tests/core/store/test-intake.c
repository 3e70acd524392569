/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "store-fixture.h"

#include <string.h>

#define NOW STORE_FIXTURE_NOW

static NewsArticle *
create (const char *id)
{
  NewsArticle *article = store_fixture_article (id, "A harbour opens", NOW - 60);

  article->url = g_strdup_printf ("https://a.example/%s", id);
  article->byline = g_strdup ("Michelle Mark");
  article->standfirst = g_strdup ("In a few points");
  article->language = g_strdup ("en");
  article->text = g_strdup ("The whole body.");
  article->page = g_bytes_new_static ("page", 4);
  article->preview = g_strdup ("The whole");
  article->visits = 655;
  article->updated = NOW - 30;
  article->topics = store_fixture_names ("Harbours Trade");
  article->sections = store_fixture_names ("7 9");
  article->related = store_fixture_names ("41 42");
  article->lead = news_picture_new ();
  news_picture_add_file (article->lead, "https://a.example/p-300x200.jpg", 300, 200);
  article->lead->credit = g_strdup ("A. Person");

  return article;
}

static NewsStory *
read_back (StoreFixture *fixture, const char *id)
{
  return store_fixture_story (fixture, store_fixture_number (fixture, "one", id));
}

static void
test_whole (StoreFixture *fixture, gconstpointer data)
{
  NewsTaken taken = store_fixture_take (fixture, "one", NULL, create ("1"), NULL);
  g_autoptr (NewsStory) story = read_back (fixture, "1");
  NewsArticle *article = story->article;

  g_assert_cmpuint (taken.added, ==, 1);
  g_assert_cmpuint (taken.changed + taken.known, ==, 0);
  g_assert_cmpstr (story->source, ==, "one");
  g_assert_cmpstr (article->id, ==, "1");
  g_assert_cmpstr (article->title, ==, "A harbour opens");
  g_assert_cmpstr (article->url, ==, "https://a.example/1");
  g_assert_cmpstr (article->byline, ==, "Michelle Mark");
  g_assert_cmpstr (article->outlet, ==, "one");
  g_assert_cmpstr (article->standfirst, ==, "In a few points");
  g_assert_cmpstr (article->language, ==, "en");
  g_assert_cmpstr (article->text, ==, "The whole body.");
  g_assert_cmpmem (g_bytes_get_data (article->page, NULL), g_bytes_get_size (article->page), "page",
                   4);
  g_assert_cmpstr (article->preview, ==, "The whole");
  g_assert_cmpint (article->visits, ==, 655);
  g_assert_cmpint (article->published, ==, NOW - 60);
  g_assert_cmpint (article->updated, ==, NOW - 30);
  g_assert_cmpstrv (article->topics, ((const char *[]) { "Harbours", "Trade", NULL }));
  g_assert_cmpstrv (article->sections, ((const char *[]) { "7", "9", NULL }));
  g_assert_cmpstrv (article->related, ((const char *[]) { "41", "42", NULL }));
  g_assert_cmpstr (article->lead->credit, ==, "A. Person");
  g_assert_false (story->read || story->bookmarked);
}

/* What each change of an article makes of it. */
typedef enum
{
  KNOWN,
  CHANGED,
} Outcome;

static void
retitle (NewsArticle *article)
{
  g_set_str (&article->title, "A harbour closes");
}

static void
take_away_standfirst (NewsArticle *article)
{
  g_clear_pointer (&article->standfirst, g_free);
}

static void
resign (NewsArticle *article)
{
  g_set_str (&article->byline, "Somebody else");
}

static void
rewrite (NewsArticle *article)
{
  g_set_str (&article->text, "Another body.");
}

static void
replace_lead (NewsArticle *article)
{
  g_clear_pointer (&article->lead, news_picture_unref);
  article->lead = news_picture_new ();
  news_picture_add_file (article->lead, "https://a.example/q-300x200.jpg", 300, 200);
}

static void
remove_lead (NewsArticle *article)
{
  g_clear_pointer (&article->lead, news_picture_unref);
}

static void
move_lead (NewsArticle *article)
{
  g_clear_pointer (&article->lead, news_picture_unref);
  article->lead = news_picture_new ();
  news_picture_add_file (article->lead, "https://a.example/p-1024x683.jpg?key=2", 1024, 683);
}

static void
visit (NewsArticle *article)
{
  article->visits = 700;
}

static void
stop_counting (NewsArticle *article)
{
  article->visits = -1;
}

static void
typeset (NewsArticle *article)
{
  g_clear_pointer (&article->page, g_bytes_unref);
  article->page = g_bytes_new_static ("pagx", 4);
}

static void
nothing (NewsArticle *article)
{
}

static const struct
{
  void (*change) (NewsArticle *article);
  Outcome outcome;
  gint64 visits;
} changes[] = {
  { nothing, KNOWN, 655 },       { retitle, CHANGED, 655 }, { take_away_standfirst, CHANGED, 655 },
  { resign, CHANGED, 655 },      { rewrite, CHANGED, 655 }, { replace_lead, CHANGED, 655 },
  { remove_lead, CHANGED, 655 }, { move_lead, KNOWN, 655 }, { visit, KNOWN, 700 },
  { stop_counting, KNOWN, 655 }, { typeset, KNOWN, 655 },
};

static void
test_changes (StoreFixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *id = g_strdup_printf ("%zu", i);
      NewsArticle *article = create (id);
      g_autoptr (NewsStory) story = NULL;
      NewsTaken taken;

      store_fixture_take (fixture, "one", NULL, create (id), NULL);
      changes[i].change (article);
      taken = store_fixture_take (fixture, "one", NULL, news_article_ref (article), NULL);
      g_test_message ("change %zu", i);
      g_assert_cmpuint (taken.added, ==, 0);
      g_assert_cmpuint (taken.changed, ==, changes[i].outcome == CHANGED);
      g_assert_cmpuint (taken.known, ==, changes[i].outcome == KNOWN);

      /* Whether it is another version or not, the newest is what is shown. */
      story = read_back (fixture, id);
      g_assert_cmpint (story->article->visits, ==, changes[i].visits);
      g_assert_cmpstr (story->article->title, ==, article->title);
      g_assert_cmpstr (story->article->standfirst, ==, article->standfirst);
      g_assert_cmpstr (story->article->byline, ==, article->byline);
      g_assert_cmpstr (story->article->text, ==, article->text);
      g_assert_true (g_bytes_equal (story->article->page, article->page));
      g_assert_cmpint (story->article->lead != NULL, ==, article->lead != NULL);
      if (article->lead != NULL)
        g_assert_cmpstr (news_picture_choose (story->article->lead, 1)->url, ==,
                         news_picture_choose (article->lead, 1)->url);
      news_article_unref (article);
    }

  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM revisions"), ==, 6);
}

static void
test_revisions (StoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 25; i++)
    {
      NewsArticle *article = create ("1");

      g_free (article->title);
      article->title = g_strdup_printf ("Version %u", i);
      store_fixture_set_now (fixture, NOW + i);
      store_fixture_take (fixture, "one", NULL, article, NULL);
    }

  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM revisions"), ==, 20);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM revisions WHERE title ="
                                               " 'Version ' || (replaced_at - 1771768801)"
                                               " AND pack = (SELECT pack FROM bodies)"
                                               " AND standfirst = 'In a few points'"),
                   ==, 20);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT min (replaced_at) FROM revisions"), ==,
                   NOW + 5);
}

/* In one batch the last one wins, and it is one article. */
static void
test_repeated (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *last = create ("1");
  g_autoptr (NewsStory) story = NULL;
  NewsTaken taken;

  retitle (last);
  taken = store_fixture_take (fixture, "one", NULL, create ("1"), create ("2"), last,
                              news_article_ref (last), NULL);
  story = read_back (fixture, "1");

  g_assert_cmpuint (taken.added, ==, 2);
  g_assert_cmpuint (taken.changed + taken.known, ==, 0);
  g_assert_cmpstr (story->article->title, ==, "A harbour closes");
}

/* The same id of two sources is two articles. */
static void
test_sources (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  store_fixture_take (fixture, "one", NULL, create ("1"), NULL);
  g_assert_cmpuint (store_fixture_take (fixture, "two", NULL, create ("1"), NULL).added, ==, 1);
  one = store_fixture_section_ids (fixture, "one/");
  two = store_fixture_section_ids (fixture, "one/ two/");
  g_assert_cmpstr (one, ==, "1");
  g_assert_cmpstr (two, ==, "1 1");
}

static NewsArticle *
create_without_body (const char *id)
{
  NewsArticle *article = store_fixture_article (id, "A harbour opens", 0);

  article->preview = g_strdup ("Only the list's");
  article->standfirst = g_strdup ("In a few points");

  return article;
}

/* A list without bodies, then the article itself, then the list again. */
static void
test_without_body (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsStory) story = NULL;
  NewsArticle *whole = create ("1");
  NewsTaken taken;

  store_fixture_take (fixture, "one", NULL, create_without_body ("1"), NULL);
  g_clear_pointer (&whole->byline, g_free);
  g_clear_pointer (&whole->lead, news_picture_unref);
  taken = store_fixture_take (fixture, "one", NULL, whole, NULL);
  g_assert_cmpuint (taken.known, ==, 1);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM revisions"), ==, 0);

  for (guint i = 0; i < 3; i++)
    {
      taken = store_fixture_take (fixture, "one", NULL, create_without_body ("1"), NULL);
      g_assert_cmpuint (taken.known, ==, 1);
    }

  story = read_back (fixture, "1");
  g_assert_cmpstr (story->article->text, ==, "The whole body.");
  g_assert_cmpstr (story->article->preview, ==, "The whole");
  g_assert_cmpstr (story->article->url, ==, "https://a.example/1");
  g_assert_cmpint (story->article->published, ==, NOW - 60);
  g_assert_cmpint (story->article->visits, ==, 655);
  g_assert_cmpstrv (story->article->topics, ((const char *[]) { "Harbours", "Trade", NULL }));
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM revisions"), ==, 0);

  /* A new title in the list is another version, with the same body. */
  {
    NewsArticle *retitled = create_without_body ("1");
    g_autoptr (NewsStory) again = NULL;

    retitle (retitled);
    g_assert_cmpuint (store_fixture_take (fixture, "one", NULL, retitled, NULL).changed, ==, 1);
    again = read_back (fixture, "1");
    g_assert_cmpstr (again->article->title, ==, "A harbour closes");
    g_assert_cmpstr (again->article->text, ==, "The whole body.");
  }
}

static NewsArticle *
create_in (const char *id, const char *sections)
{
  NewsArticle *article = store_fixture_article (id, id, NOW - 60);

  article->sections = store_fixture_names (sections);

  return article;
}

static void
assert_in (StoreFixture *fixture, const char *query, gboolean in)
{
  g_autofree char *ids = store_fixture_section_ids (fixture, query);

  g_assert_cmpstr (ids, ==, in ? "1" : "");
}

/* Which sections an article stands in, after several answers. */
static void
test_placements (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", "5", create_in ("1", "5 7"), NULL);
  assert_in (fixture, "one/", TRUE);
  assert_in (fixture, "one/5", TRUE);
  assert_in (fixture, "one/7", TRUE);
  assert_in (fixture, "two/5", FALSE);

  /* What it tells of itself replaces what it told. */
  store_fixture_take (fixture, "one", NULL, create_in ("1", "7 8"), NULL);
  assert_in (fixture, "one/5", FALSE);
  assert_in (fixture, "one/7", TRUE);
  assert_in (fixture, "one/8", TRUE);

  /* An answer for a parent section has it too, though it tells the child alone. */
  store_fixture_take (fixture, "one", "4", create_in ("1", "8"), NULL);
  assert_in (fixture, "one/4", TRUE);
  assert_in (fixture, "one/7", FALSE);
  store_fixture_take (fixture, "one", NULL, create_in ("1", "8"), NULL);
  assert_in (fixture, "one/4", TRUE);

  /* An answer that tells no sections takes none away; one that tells there are none does. */
  store_fixture_take (fixture, "one", "6", create_in ("1", NULL), NULL);
  assert_in (fixture, "one/4", TRUE);
  assert_in (fixture, "one/6", TRUE);
  assert_in (fixture, "one/8", TRUE);
  store_fixture_take (fixture, "one", NULL, create_in ("1", ""), NULL);
  assert_in (fixture, "one/8", FALSE);
  assert_in (fixture, "one/6", TRUE);
  assert_in (fixture, "one/", TRUE);
}

static void
test_topics (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *other = create ("2");
  g_autofree char *ids = NULL;
  g_autofree char *none = NULL;
  g_autoptr (NewsStory) story = NULL;

  g_strfreev (other->topics);
  other->topics = g_strsplit ("TRADE|trade| |Straße|STRASSE", "|", -1);
  other->published = NOW - 10;
  store_fixture_take (fixture, "one", NULL, create ("1"), other, NULL);

  ids = store_fixture_topic_ids (fixture, "  tRaDe");
  g_assert_cmpstr (ids, ==, "2 1");
  story = read_back (fixture, "2");
  g_assert_cmpstrv (story->article->topics, ((const char *[]) { "Trade", "Straße", NULL }));

  store_fixture_take (fixture, "one", NULL, create ("2"), NULL);
  none = store_fixture_topic_ids (fixture, "strasse");
  g_assert_cmpstr (none, ==, "");
}

static gint64
get_time (StoreFixture *fixture)
{
  g_autoptr (NewsSection) section = store_fixture_section ("section", "one/");
  g_autoptr (NewsScope) scope = news_scope_new_section (section);
  g_autoptr (NewsSnapshot) snapshot = store_fixture_list (fixture, scope, 0, 0);

  g_assert_cmpuint (snapshot->rows->len, ==, 1);

  return g_array_index (snapshot->rows, NewsRow, 0).time;
}

static void
take_dated (StoreFixture *fixture, gint64 now, gint64 published)
{
  store_fixture_set_now (fixture, now);
  store_fixture_take (fixture, "one", NULL, store_fixture_article ("1", "Title", published), NULL);
}

/* By what time an article is sorted. */
static void
test_times (StoreFixture *fixture, gconstpointer data)
{
  /* Without a date: when it was first seen. */
  take_dated (fixture, NOW, 0);
  g_assert_cmpint (get_time (fixture), ==, NOW);
  take_dated (fixture, NOW + 100, 0);
  g_assert_cmpint (get_time (fixture), ==, NOW);

  /* Dated ahead: the same, and still when that time has come. */
  take_dated (fixture, NOW + 200, NOW + 3600);
  g_assert_cmpint (get_time (fixture), ==, NOW);
  take_dated (fixture, NOW + 7200, NOW + 3600);
  g_assert_cmpint (get_time (fixture), ==, NOW);

  /* Dated anew, or no longer. */
  take_dated (fixture, NOW + 7200, NOW - 5);
  g_assert_cmpint (get_time (fixture), ==, NOW - 5);
  take_dated (fixture, NOW + 7300, 0);
  g_assert_cmpint (get_time (fixture), ==, NOW - 5);
}

static void
test_headline (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *untitled = store_fixture_article ("2", NULL, 0);
  NewsArticle *bare = store_fixture_article ("3", NULL, 0);
  g_autoptr (NewsHeadline) headline = NULL;
  g_autoptr (NewsHeadline) second = NULL;
  g_autoptr (NewsHeadline) third = NULL;

  untitled->preview = g_strdup ("First words of a toot");
  store_fixture_take (fixture, "one", NULL, create ("1"), untitled, bare, NULL);

  headline = store_fixture_headline (fixture, store_fixture_number (fixture, "one", "1"));
  g_assert_cmpstr (headline->title, ==, "A harbour opens");
  g_assert_cmpstr (headline->outlet, ==, "one");
  g_assert_cmpstr (headline->byline, ==, "Michelle Mark");
  g_assert_cmpstr (headline->preview, ==, "The whole");
  g_assert_cmpstr (headline->language, ==, "en");
  g_assert_cmpstr (headline->url, ==, "https://a.example/1");
  g_assert_cmpint (headline->published, ==, NOW - 60);
  g_assert_cmpint (headline->visits, ==, 655);
  g_assert_cmpint (news_picture_choose (headline->lead, 1)->width, ==, 300);
  g_assert_false (headline->read || headline->bookmarked);

  second = store_fixture_headline (fixture, store_fixture_number (fixture, "one", "2"));
  g_assert_cmpstr (second->title, ==, "First words of a toot");
  g_assert_null (second->preview);
  g_assert_null (second->lead);
  g_assert_cmpint (second->visits, ==, -1);

  third = store_fixture_headline (fixture, store_fixture_number (fixture, "one", "3"));
  g_assert_cmpstr (third->title, ==, "");
  g_assert_null (store_fixture_headline (fixture, 12345));
}

/* An article that was asked for by itself answers no list. */
static void
test_alone (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSource) source = news_source_new ("one", "One", "test");
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_article_unref);
  NewsBatch batch = { .source = source, .articles = articles, .alone = TRUE };
  gint64 answered = -1;

  store_fixture_set_now (fixture, NOW);
  g_ptr_array_add (articles, create ("1"));
  g_assert_true (news_store_take_in (fixture->store, &batch, NULL, NULL));
  g_assert_true (news_store_get_extent (fixture->store, "one", NULL, NULL, &answered, NULL));
  g_assert_cmpint (answered, ==, 0);

  batch.alone = FALSE;
  g_assert_true (news_store_take_in (fixture->store, &batch, NULL, NULL));
  g_assert_true (news_store_get_extent (fixture->store, "one", NULL, NULL, &answered, NULL));
  g_assert_cmpint (answered, ==, NOW);
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
  add ("/intake/whole", test_whole);
  add ("/intake/changes", test_changes);
  add ("/intake/revisions", test_revisions);
  add ("/intake/repeated", test_repeated);
  add ("/intake/sources", test_sources);
  add ("/intake/without-body", test_without_body);
  add ("/intake/placements", test_placements);
  add ("/intake/topics", test_topics);
  add ("/intake/times", test_times);
  add ("/intake/headline", test_headline);
  add ("/intake/alone", test_alone);

  return g_test_run ();
}
