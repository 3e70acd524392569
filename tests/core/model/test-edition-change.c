/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-edition-change.h"

#include <string.h>

/* Sections by their ids, with their headings and queries: "arts one/7 two" and "[Site]news one". */
static const char paper[]
  = "{ \"format\": 1, \"id\": \"test\", \"name\": \"Test\", \"language\": \"en\","
    "  \"city\": \"New York\", \"timezone\": \"America/New_York\","
    "  \"sections\": [ { \"id\": \"home\", \"title\": \"Home\" },"
    "    { \"id\": \"arts\", \"title\": \"Arts\", \"queries\": ["
    "      { \"source\": \"one\", \"section\": \"7\" }, { \"source\": \"two\" } ] },"
    "    { \"id\": \"sports\", \"title\": \"Sports\", \"queries\": [ { \"source\": \"two\" } ] },"
    "    { \"id\": \"news\", \"title\": \"News\", \"group\": \"Site\", \"queries\": ["
    "      { \"source\": \"three\", \"section\": \"1\" } ] },"
    "    { \"id\": \"views\", \"title\": \"Views\", \"group\": \"Site\", \"queries\": ["
    "      { \"source\": \"three\", \"section\": \"2\" } ] } ],"
    "  \"sources\": [ { \"id\": \"one\", \"name\": \"One\", \"api\": \"wordpress\" },"
    "    { \"id\": \"two\", \"name\": \"Two\", \"api\": \"jsonfeed\" },"
    "    { \"id\": \"three\", \"name\": \"Three\", \"api\": \"wordpress\" },"
    "    { \"id\": \"spare\", \"name\": \"Spare\", \"api\": \"wordpress\" } ] }";

#define SECTIONS "home; arts one/7 two; sports two; [Site]news three/1; [Site]views three/2"
#define SOURCES "one two three spare"

static NewsEdition *
parse (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (paper, strlen (paper));
  g_autoptr (GError) error = NULL;
  NewsEdition *edition = news_edition_new_from_bytes (bytes, "test.json", &error);

  g_assert_no_error (error);

  return edition;
}

static char *
describe_sections (NewsEdition *edition)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < edition->sections->len; i++)
    {
      NewsSection *section = g_ptr_array_index (edition->sections, i);

      g_string_append (text, i > 0 ? "; " : "");
      if (section->group != NULL)
        g_string_append_printf (text, "[%s]", section->group);
      g_string_append (text, section->id);
      for (guint j = 0; j < section->queries->len; j++)
        {
          NewsQuery *query = g_ptr_array_index (section->queries, j);

          g_string_append_printf (text, " %s%s%s", query->source, query->section != NULL ? "/" : "",
                                  query->section != NULL ? query->section : "");
        }
    }

  return g_string_free (text, FALSE);
}

static char *
describe_sources (NewsEdition *edition)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < edition->sources->len; i++)
    g_ptr_array_add (ids, ((NewsSource *) g_ptr_array_index (edition->sources, i))->id);
  g_ptr_array_add (ids, NULL);

  return g_strjoinv (" ", (char **) ids->pdata);
}

/* What @changed has become; that it can be kept and read again; that @edition has not changed. */
static void
check (NewsEdition *edition, NewsEdition *changed, const char *sections, const char *sources)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NewsEdition) again = NULL;
  g_autoptr (GError) error = NULL;
  NewsEdition *three[3] = { edition, changed, NULL };

  g_assert_nonnull (changed);
  bytes = news_edition_to_bytes (changed);
  again = news_edition_new_from_bytes (bytes, "again", &error);
  g_assert_no_error (error);
  three[2] = again;

  for (guint i = 0; i < G_N_ELEMENTS (three); i++)
    {
      g_autofree char *is = describe_sections (three[i]);
      g_autofree char *from = describe_sources (three[i]);

      g_assert_cmpstr (is, ==, i == 0 ? SECTIONS : sections);
      g_assert_cmpstr (from, ==, i == 0 ? SOURCES : sources);
    }
}

static void
test_add (void)
{
  g_autoptr (NewsEdition) edition = parse ();
  g_autofree char *id = NULL;
  g_autofree char *second_id = NULL;
  g_autoptr (NewsEdition) added = news_edition_add_section (edition, "  Arts & Letters ", &id);
  g_autoptr (NewsEdition) again = NULL;

  check (edition, added,
         "home; arts one/7 two; sports two; arts-letters; [Site]news three/1; [Site]views three/2",
         SOURCES);
  g_assert_cmpstr (id, ==, "arts-letters");
  g_assert_cmpstr (news_edition_get_section (added, id)->title, ==, "Arts & Letters");

  again = news_edition_add_section (added, "Arts, letters", &second_id);
  g_assert_cmpstr (second_id, ==, "arts-letters-2");
  g_assert_null (news_edition_add_section (edition, " \t", NULL));
}

/* Titles of which nothing, or what is taken, can be an id. */
static void
test_add_ids (void)
{
  static const char *const titles[][2]
    = { { "艺术", "section" }, { "Home", "section" }, { "@bookmarks", "bookmarks" },
        { "arts", "arts-2" },  { "--- 3 ---", "3" },  { "Été à Paris", "t-paris" } };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (NewsEdition) edition = parse ();
      g_autofree char *id = NULL;
      g_autoptr (NewsEdition) added = news_edition_add_section (edition, titles[i][0], &id);

      g_assert_cmpstr (id, ==, titles[i][1]);
      g_assert_cmpstr (news_edition_get_section (added, id)->title, ==, titles[i][0]);
    }
}

static void
test_rename (void)
{
  g_autoptr (NewsEdition) edition = parse ();
  g_autoptr (NewsEdition) renamed = news_edition_rename_section (edition, "arts", " 艺术 ");
  g_autoptr (NewsEdition) home = news_edition_rename_section (edition, "home", "Front Page");

  check (edition, renamed, SECTIONS, SOURCES);
  g_assert_cmpstr (news_edition_get_section (renamed, "arts")->title, ==, "艺术");
  g_assert_cmpstr (news_edition_get_section (edition, "arts")->title, ==, "Arts");
  g_assert_true (news_section_is_home (news_edition_get_section (home, "home")));
  /* What did not change is shared. */
  g_assert_true (news_edition_get_section (renamed, "sports")
                 == news_edition_get_section (edition, "sports"));

  g_assert_null (news_edition_rename_section (edition, "arts", "Arts "));
  g_assert_null (news_edition_rename_section (edition, "arts", " "));
  g_assert_null (news_edition_rename_section (edition, "gone", "Gone"));
}

static void
test_icon (void)
{
  g_autoptr (NewsEdition) edition = parse ();
  g_autoptr (NewsEdition) with
    = news_edition_set_section_icon (edition, "arts", "news-arts-symbolic");
  g_autoptr (NewsEdition) without = news_edition_set_section_icon (with, "arts", NULL);

  check (edition, with, SECTIONS, SOURCES);
  g_assert_cmpstr (news_edition_get_section (with, "arts")->icon, ==, "news-arts-symbolic");
  g_assert_null (news_edition_get_section (without, "arts")->icon);
  g_assert_null (news_edition_set_section_icon (edition, "arts", NULL));
  g_assert_null (news_edition_set_section_icon (edition, "gone", "x"));
}

/* Where a section goes, and which heading it then stands under; NULL: it can't. */
static const struct
{
  const char *id;
  guint place;
  const char *sections;
} moves[] = {
  { "sports", 1, "home; sports two; arts one/7 two; [Site]news three/1; [Site]views three/2" },
  { "arts", 2, "home; sports two; arts one/7 two; [Site]news three/1; [Site]views three/2" },
  { "views", 3, "home; arts one/7 two; sports two; [Site]views three/2; [Site]news three/1" },
  { "sports", 3,
    "home; arts one/7 two; [Site]news three/1; [Site]sports two; [Site]views three/2" },
  { "views", 1, "home; views three/2; arts one/7 two; sports two; [Site]news three/1" },
  { "views", 2, "home; arts one/7 two; views three/2; sports two; [Site]news three/1" },
  { "arts", 99, "home; sports two; [Site]news three/1; [Site]views three/2; [Site]arts one/7 two" },
  { "arts", 0, NULL },
  { "arts", 1, NULL },
  { "home", 2, NULL },
  { "gone", 2, NULL },
};

static void
test_move (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (NewsEdition) edition = parse ();
      g_autoptr (NewsEdition) moved
        = news_edition_move_section (edition, moves[i].id, moves[i].place);

      g_test_message ("%s to %u", moves[i].id, moves[i].place);
      if (moves[i].sections != NULL)
        check (edition, moved, moves[i].sections, SOURCES);
      else
        g_assert_null (moved);
    }
}

static void
test_remove (void)
{
  g_autoptr (NewsEdition) edition = parse ();
  g_autoptr (NewsEdition) arts = news_edition_remove_section (edition, "arts");
  g_autoptr (NewsEdition) news = news_edition_remove_section (edition, "news");
  g_autoptr (NewsEdition) both = news_edition_remove_section (news, "views");

  check (edition, arts, "home; sports two; [Site]news three/1; [Site]views three/2",
         "two three spare");
  check (edition, news, "home; arts one/7 two; sports two; [Site]views three/2", SOURCES);
  check (edition, both, "home; arts one/7 two; sports two", "one two spare");
  g_assert_null (news_edition_remove_section (edition, "home"));
  g_assert_null (news_edition_remove_section (edition, "gone"));
}

static void
test_merge (void)
{
  g_autoptr (NewsEdition) edition = parse ();
  g_autoptr (NewsEdition) down = news_edition_merge_section (edition, "arts", "views");
  g_autoptr (NewsEdition) up = news_edition_merge_section (edition, "sports", "arts");

  check (edition, down, "home; sports two; [Site]news three/1; [Site]views three/2 one/7 two",
         SOURCES);
  check (edition, up, "home; arts one/7 two; [Site]news three/1; [Site]views three/2", SOURCES);
  g_assert_null (news_edition_merge_section (edition, "arts", "arts"));
  g_assert_null (news_edition_merge_section (edition, "arts", "home"));
  g_assert_null (news_edition_merge_section (edition, "home", "arts"));
  g_assert_null (news_edition_merge_section (edition, "arts", "gone"));
}

static void
test_move_query (void)
{
  g_autoptr (NewsEdition) edition = parse ();
  g_autoptr (NewsEdition) moved = news_edition_move_query (edition, "arts", 0, "news");
  g_autoptr (NewsEdition) met = news_edition_move_query (edition, "arts", 1, "sports");
  g_autoptr (NewsEdition) removed = news_edition_move_query (edition, "arts", 0, NULL);
  g_autoptr (NewsEdition) emptied = news_edition_move_query (edition, "sports", 0, NULL);

  check (edition, moved,
         "home; arts two; sports two; [Site]news three/1 one/7; [Site]views three/2", SOURCES);
  check (edition, met, "home; arts one/7; sports two; [Site]news three/1; [Site]views three/2",
         SOURCES);
  check (edition, removed, "home; arts two; sports two; [Site]news three/1; [Site]views three/2",
         "two three spare");
  check (edition, emptied, "home; arts one/7 two; sports; [Site]news three/1; [Site]views three/2",
         SOURCES);
  g_assert_null (news_edition_move_query (edition, "arts", 2, "news"));
  g_assert_null (news_edition_move_query (edition, "arts", 0, "arts"));
  g_assert_null (news_edition_move_query (edition, "arts", 0, "home"));
  g_assert_null (news_edition_move_query (edition, "gone", 0, NULL));
}

static void
test_remove_source (void)
{
  g_autoptr (NewsEdition) edition = parse ();
  g_autoptr (NewsEdition) two = news_edition_remove_source (edition, "two");
  g_autoptr (NewsEdition) three = news_edition_remove_source (edition, "three");
  g_autoptr (NewsEdition) spare = news_edition_remove_source (edition, "spare");

  check (edition, two, "home; arts one/7; [Site]news three/1; [Site]views three/2",
         "one three spare");
  check (edition, three, "home; arts one/7 two; sports two", "one two spare");
  check (edition, spare, SECTIONS, "one two three");
  g_assert_null (news_edition_remove_source (edition, "gone"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edition-change/add", test_add);
  g_test_add_func ("/edition-change/add-ids", test_add_ids);
  g_test_add_func ("/edition-change/rename", test_rename);
  g_test_add_func ("/edition-change/icon", test_icon);
  g_test_add_func ("/edition-change/move", test_move);
  g_test_add_func ("/edition-change/remove", test_remove);
  g_test_add_func ("/edition-change/merge", test_merge);
  g_test_add_func ("/edition-change/move-query", test_move_query);
  g_test_add_func ("/edition-change/remove-source", test_remove_source);

  return g_test_run ();
}
