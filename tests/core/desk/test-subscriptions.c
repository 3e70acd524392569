/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-editions.h"
#include "news-subscriptions.h"

#include <string.h>

/* Two feeds, one with an address that is written in another way than in lists, and an API. */
static const char paper[]
  = "{ \"format\": 1, \"id\": \"test\", \"name\": \"Test\", \"language\": \"en\","
    "  \"city\": \"London\", \"timezone\": \"Europe/London\","
    "  \"sections\": [ { \"id\": \"home\", \"title\": \"Home\" },"
    "    { \"id\": \"arts\", \"title\": \"Arts\", \"queries\": [ { \"source\": \"one\" } ] },"
    "    { \"id\": \"news\", \"title\": \"News\", \"group\": \"Site\", \"queries\": ["
    "      { \"source\": \"site\", \"section\": \"1\" } ] },"
    "    { \"id\": \"views\", \"title\": \"Views\", \"group\": \"Other\" } ],"
    "  \"sources\": [ { \"id\": \"one\", \"name\": \"One\", \"api\": \"feed\","
    "      \"parameters\": { \"feed\": \"https://ONE.example:443/rss\" } },"
    "    { \"id\": \"feed:https://two.example/rss\", \"name\": \"Two\", \"api\": \"feed\","
    "      \"parameters\": { \"feed\": \"https://two.example/rss\" } },"
    "    { \"id\": \"site\", \"name\": \"Site\", \"api\": \"wordpress\" } ] }";

static NewsEdition *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  NewsEdition *edition = news_edition_new_from_bytes (bytes, "test.json", &error);

  g_assert_no_error (error);

  return edition;
}

static NewsEdition *
create_empty (void)
{
  return parse ("{ \"format\": 1, \"id\": \"test\", \"name\": \"Test\", \"language\": \"en\","
                "  \"city\": \"London\", \"timezone\": \"Europe/London\","
                "  \"sections\": [ { \"id\": \"home\", \"title\": \"Home\" } ] }");
}

static NewsOpml *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  NewsOpml *opml = news_opml_new_from_bytes (bytes, &error);

  g_assert_no_error (error);

  return opml;
}

static NewsOpml *
read_outlines (const char *outlines)
{
  g_autofree char *text = g_strdup_printf ("<opml><body>%s</body></opml>", outlines);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return read_bytes (bytes);
}

/* "Arts: one; [Site]News: site", with the names of the sources. */
static char *
describe (NewsEdition *edition)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < edition->sections->len; i++)
    {
      NewsSection *section = g_ptr_array_index (edition->sections, i);

      g_string_append (text, i > 0 ? "; " : "");
      if (section->group != NULL)
        g_string_append_printf (text, "[%s]", section->group);
      g_string_append (text, section->title);
      for (guint j = 0; j < section->queries->len; j++)
        {
          const NewsQuery *query = g_ptr_array_index (section->queries, j);
          NewsSource *source = news_edition_get_source (edition, query->source);

          g_assert_nonnull (source);
          g_string_append_printf (text, " %s", source->name);
        }
    }

  return g_string_free (text, FALSE);
}

/* That the edition has become that; that it can be kept and read again, and has nothing more to
 * take from the list; that the former one has not changed. */
static void
check (const char *outlines, const char *expected, guint sources, guint sections)
{
  g_autoptr (NewsOpml) opml = read_outlines (outlines);
  g_autoptr (NewsEdition) edition = parse (paper);
  g_autofree char *before = describe (edition);
  g_autoptr (NewsEdition) again = NULL;
  g_autofree char *after = NULL;
  g_autofree char *left = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (NewsEdition) changed = NULL;
  g_autoptr (NewsEdition) read = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  NewsSubscribed sum, more;

  g_test_message ("%s", outlines);
  changed = news_subscriptions_add_to (opml, edition, &sum);
  left = describe (edition);
  g_assert_cmpstr (left, ==, before);
  g_assert_cmpuint (sum.sources, ==, sources);
  g_assert_cmpuint (sum.sections, ==, sections);
  if (expected == NULL)
    {
      g_assert_null (changed);
      return;
    }

  after = describe (changed);
  g_assert_cmpstr (after, ==, expected);
  again = news_subscriptions_add_to (opml, changed, &more);
  g_assert_null (again);
  g_assert_cmpuint (more.sources + more.sections, ==, 0);

  bytes = news_edition_to_bytes (changed);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  read = parse (text);
  kept = describe (read);
  g_assert_cmpstr (kept, ==, expected);
}

#define FEED(name) "<outline text='" name "' xmlUrl='https://" name ".example/rss'/>"
#define FOLDER(title, inner) "<outline text='" title "'>" inner "</outline>"

static void
test_sections (void)
{
  /* Into a section of that title, in whatever case, and behind what it has. */
  check (FOLDER ("ARTS", FEED ("a") FEED ("b")),
         "Home; Arts One a b; [Site]News Site; [Other]Views", 2, 1);
  /* New ones: behind those of their heading, new headings last, and home takes nothing. */
  check (FOLDER ("Tech", FEED ("a")) FOLDER ("Site", FOLDER ("Sports", FEED ("b")))
           FOLDER ("Third", FOLDER ("More", FEED ("c"))) FOLDER ("Home", FEED ("d")),
         "Home; Arts One; Tech a; Home d; [Site]News Site; [Site]Sports b; [Other]Views;"
         " [Third]More c",
         4, 4);
  /* The title under its own heading rather than elsewhere, else elsewhere. */
  check (FOLDER ("Other", FOLDER ("Views", FEED ("a")))
           FOLDER ("Third", FOLDER ("News", FEED ("b"))),
         "Home; Arts One; [Site]News Site b; [Other]Views a", 2, 2);
  /* Beside the folders: a section of its own each. */
  check (FEED ("a") FEED ("b"), "Home; Arts One; a a; b b; [Site]News Site; [Other]Views", 2, 2);
  /* Two folders that are called the same under the same heading */
  check (FOLDER ("X", FOLDER ("B", FOLDER ("C", FEED ("a"))))
           FOLDER ("Y", FOLDER ("B", FOLDER ("C", FEED ("b")))),
         "Home; Arts One; [Site]News Site; [Other]Views; [B]C a b", 2, 1);
}

static void
test_known (void)
{
  /* By its address and by its id; a source that no section asks is asked then. */
  check (FOLDER ("Arts", FEED ("one")), NULL, 0, 0);
  check (FEED ("one"), NULL, 0, 0);
  check (FOLDER ("Arts", FEED ("one") FEED ("two") FEED ("two")),
         "Home; Arts One Two; [Site]News Site; [Other]Views", 1, 1);
  check (FEED ("two"), "Home; Arts One; two Two; [Site]News Site; [Other]Views", 1, 1);
  /* A folder says that it belongs there as well. */
  check (FOLDER ("Views", FEED ("one")), "Home; Arts One; [Site]News Site; [Other]Views One", 1, 1);
  check (FOLDER ("New", FEED ("one")) FOLDER ("Newer", FEED ("one")),
         "Home; Arts One; New One; Newer One; [Site]News Site; [Other]Views", 1, 2);
  check ("<outline text='Empty'/>", NULL, 0, 0);
}

/* Who has given an imported section another title gets it under that the next time. */
static void
test_renamed (void)
{
  g_autoptr (NewsOpml) opml = read_outlines (FOLDER ("Tech", FEED ("a")));
  g_autoptr (NewsOpml) later = read_outlines (FOLDER ("Tech", FEED ("a") FEED ("b")));
  g_autoptr (NewsEdition) edition = create_empty ();
  NewsSubscribed sum;
  g_autoptr (NewsEdition) first = news_subscriptions_add_to (opml, edition, &sum);
  g_autoptr (NewsEdition) second = NULL;
  g_autofree char *text = NULL;

  g_set_str (&((NewsSection *) g_ptr_array_index (first->sections, 1))->title, "Renamed");
  second = news_subscriptions_add_to (later, first, &sum);
  text = describe (second);
  g_assert_cmpstr (text, ==, "Home; Renamed a b");
}

/* As many as a list may have, all in one folder, with a folder each, and beside the folders. */
static void
test_many (void)
{
  static const char *const forms[][3] = {
    { "<outline text='All'>", "<outline xmlUrl='https://a.example/%u'/>", "</outline>" },
    { "", "<outline text='F %u'><outline xmlUrl='https://a.example/%u'/></outline>", "" },
    { "", "<outline text='T %u' xmlUrl='https://a.example/%u'/>", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GString) text = g_string_new (forms[i][0]);
      g_autoptr (NewsOpml) opml = NULL;
      g_autoptr (NewsEdition) edition = create_empty ();
      g_autoptr (NewsEdition) changed = NULL;
      g_autoptr (NewsEdition) read = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      NewsSubscribed sum;

      for (guint j = 0; j < 10000; j++)
        {
          g_autofree char *number = g_strdup_printf ("%u", j);
          g_autoptr (GString) outline = g_string_new (forms[i][1]);

          g_string_replace (outline, "%u", number, 0);
          g_string_append (text, outline->str);
        }
      g_string_append (text, forms[i][2]);
      opml = read_outlines (text->str);
      changed = news_subscriptions_add_to (opml, edition, &sum);
      g_assert_cmpuint (sum.sources, ==, 10000);
      g_assert_cmpuint (sum.sections, ==, i == 0 ? 1 : 10000);

      /* What was taken in can be handed on. */
      bytes = news_editions_format (changed, NULL);
      g_test_message ("%" G_GSIZE_FORMAT " bytes", g_bytes_get_size (bytes));
      read = news_editions_parse (bytes, "many.json", NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (read->sources->len, ==, 10000);
    }
}

/* --- the editions that come with Broadsheet --- */

static gboolean
has_feed (NewsSource *source)
{
  return g_str_equal (source->api, "feed") || g_str_equal (source->api, "jsonfeed");
}

static GPtrArray *
list_feeds (NewsSection *section, NewsEdition *edition)
{
  GPtrArray *feeds = g_ptr_array_new ();

  for (guint i = 0; i < section->queries->len; i++)
    {
      const NewsQuery *query = g_ptr_array_index (section->queries, i);
      NewsSource *source = news_edition_get_source (edition, query->source);
      const char *feed = has_feed (source) ? news_source_get_parameter (source, "feed") : NULL;

      if (feed != NULL && !g_ptr_array_find_with_equal_func (feeds, feed, g_str_equal, NULL))
        g_ptr_array_add (feeds, (gpointer) feed);
    }

  return feeds;
}

/* Every section with a feed in it has come back, in its place, with its feeds in theirs. */
static guint
assert_same_feeds (NewsEdition *edition, NewsEdition *came)
{
  guint at = 1; /* behind home */
  guint all = 0;

  for (guint i = 0; i < edition->sections->len; i++)
    {
      NewsSection *section = g_ptr_array_index (edition->sections, i);
      g_autoptr (GPtrArray) feeds = list_feeds (section, edition);
      g_autoptr (GPtrArray) others = NULL;
      NewsSection *other;

      if (feeds->len == 0)
        continue;
      g_assert_cmpuint (at, <, came->sections->len);
      other = g_ptr_array_index (came->sections, at++);
      others = list_feeds (other, came);
      g_assert_cmpstr (other->title, ==, section->title);
      g_assert_cmpstr (other->group, ==, section->group);
      g_assert_cmpuint (others->len, ==, feeds->len);
      for (guint j = 0; j < feeds->len; j++)
        g_assert_cmpstr (g_ptr_array_index (others, j), ==, g_ptr_array_index (feeds, j));
      all += feeds->len;
    }
  g_assert_cmpuint (at, ==, came->sections->len);

  return all;
}

static gpointer
load_shipped (gpointer data)
{
  return news_editions_load (NULL, NULL, NULL, NULL);
}

static void
test_shipped (void)
{
  g_autoptr (GPtrArray) editions = g_thread_join (g_thread_new ("load", load_shipped, NULL));

  g_assert_cmpuint (editions->len, >=, 2);
  for (guint i = 0; i < editions->len; i++)
    {
      NewsEdition *edition = g_ptr_array_index (editions, i);
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GBytes) bytes = news_opml_from_edition (edition, faults);
      g_autoptr (NewsOpml) opml = read_bytes (bytes);
      g_autoptr (NewsEdition) empty = create_empty ();
      NewsSubscribed sum;
      g_autoptr (NewsEdition) came = news_subscriptions_add_to (opml, empty, &sum);
      g_autoptr (NewsEdition) same = news_subscriptions_add_to (opml, edition, &sum);
      guint feeds;

      g_assert_nonnull (came);
      feeds = assert_same_feeds (edition, came);
      g_test_message ("%s: %u feeds in %u sections, %u sources without", edition->id, feeds,
                      came->sections->len - 1, faults->len);
      g_assert_cmpuint (feeds, >, 0);
      /* Into the edition itself: it has all of them. */
      g_assert_null (same);
      /* Each that could not go is told when it goes, and again when it does not come. */
      g_assert_cmpuint (faults->len + came->sources->len, ==, edition->sources->len);
      g_assert_cmpuint (opml->faults->len, >=, faults->len);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/subscriptions/sections", test_sections);
  g_test_add_func ("/subscriptions/known", test_known);
  g_test_add_func ("/subscriptions/renamed", test_renamed);
  g_test_add_func ("/subscriptions/many", test_many);
  g_test_add_func ("/subscriptions/shipped", test_shipped);

  return g_test_run ();
}
