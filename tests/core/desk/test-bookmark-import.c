/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-bookmark-import.h"
#include "news-page.h"
#include "news-test-paper.h"

#include <string.h>

#define SECTION "{ \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"feed\" } ] }"
#define FEED                                                           \
  "{ \"id\": \"feed\", \"name\": \"The Feed\", \"api\": \"jsonfeed\"," \
  "  \"parameters\": { \"feed\": \"@SERVER@/feed.json\" } }"

static const char feed[]
  = "{ \"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"The Feed\", \"items\": ["
    "  { \"id\": \"a\", \"url\": \"https://feed.example/a\", \"title\": \"A & B\","
    "    \"content_html\": \"<p>Its <b>text</b>, which is long.</p><h2>And more</h2>\","
    "    \"date_published\": \"2026-11-20T10:00:00Z\", \"tags\": [\"Trade\"] },"
    "  { \"id\": \"b\", \"url\": \"https://feed.example/b\", \"title\": \"B\","
    "    \"content_html\": \"<p>Text</p>\" } ] }";

/* Two bookmarks, of which the older one was moved to the top. */
static NewsTestPaper *
create_paper (gboolean marked)
{
  NewsTestPaper *paper = news_test_paper_new ("[" SECTION "]", "[" FEED "]");
  g_autoptr (NewsBookmarkList) list = news_bookmark_list_new ();
  static const char *const addresses[] = { "https://feed.example/a", "https://feed.example/b" };
  g_autoptr (NewsSource) source = news_source_new ("imported", "Imported", "");
  g_autoptr (GArray) taken = NULL;

  if (!marked)
    return paper;

  news_test_server_serve (paper->server, "/feed.json", 200, "application/feed+json", feed);
  news_test_paper_refresh (paper);
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      NewsArticle *article = news_article_new ();

      article->url = g_strdup (addresses[i]);
      news_bookmark_list_take (list, article, 1771768800 + (gint64) i * 1000);
    }
  taken = news_store_take_bookmarks (news_desk_get_store (paper->desk), source, list->bookmarks, 0,
                                     2, TRUE, NULL);
  g_assert_cmpuint (taken->len, ==, 2);

  return paper;
}

static GFile *
write_file (NewsTestPaper *paper, NewsBookmarksFormat format, const char *limited)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  const char *name = news_bookmarks_format_get_suffix (format);
  g_autofree char *path = g_build_filename (paper->folder, name, NULL);
  GFile *file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (limited != NULL)
    g_hash_table_add (sources, (gpointer) limited);
  g_assert_cmpint (news_bookmark_export_write (news_desk_get_store (paper->desk), file, format,
                                               sources, NULL, &error),
                   ==, 2);
  g_assert_no_error (error);

  return file;
}

static NewsBookmarkImport *
take_file (NewsTestPaper *paper, GFile *file)
{
  NewsStore *store = news_desk_get_store (paper->desk);
  g_autoptr (GError) error = NULL;
  NewsBookmarkImport *import = news_bookmark_import_read (store, file, NULL, &error);

  g_assert_no_error (error);
  while (import->left > 0)
    g_assert_true (news_bookmark_import_take (import, store, NULL));

  return import;
}

static char *
dup_titles (NewsTestPaper *paper)
{
  g_autoptr (NewsScope) scope = news_scope_new_bookmarks ();
  g_autoptr (NewsSnapshot) snapshot = news_test_paper_list (paper, scope);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < snapshot->headlines->len; i++)
    g_string_append_printf (titles, "%s|",
                            ((NewsHeadline *) g_ptr_array_index (snapshot->headlines, i))->title);

  return g_string_free_and_steal (titles);
}

/* From one machine to another: the order, and articles that can be read without a network. */
static void
test_json (void)
{
  g_autoptr (NewsTestPaper) here = create_paper (TRUE);
  g_autoptr (NewsTestPaper) there = create_paper (FALSE);
  g_autoptr (GFile) file = write_file (here, NEWS_BOOKMARKS_JSON, NULL);
  g_autoptr (NewsBookmarkImport) import = take_file (there, file);
  g_autofree char *titles = dup_titles (there);
  g_autoptr (GArray) articles = NULL;
  g_autoptr (NewsStory) story = NULL;
  g_autoptr (NewsPage) page = NULL;

  g_assert_cmpuint (import->tally.added, ==, 2);
  g_assert_cmpuint (import->marked->len, ==, 2);
  g_assert_cmpstr (titles, ==, "A & B|B|");

  articles = news_store_list_bookmarks (news_desk_get_store (there->desk), NULL);
  story = news_store_get_story (news_desk_get_store (there->desk),
                                g_array_index (articles, gint64, 0), NULL);
  page = news_page_new_from_bytes (story->article->page, NULL);
  g_assert_cmpuint (news_page_get_n_blocks (page), ==, 2);
  g_assert_cmpint (news_page_get_block (page, 1)->type, ==, NEWS_BLOCK_HEADING);
  g_assert_cmpstr (story->article->outlet, ==, "The Feed");
  g_assert_cmpstr (story->article->topics[0], ==, "Trade");
  g_assert_cmpint (story->bookmarked_at, ==, 1771768800);
  g_assert_nonnull (story->article->preview);
}

/* What nobody may keep for good is not carried elsewhere: there is only where it leads. */
static void
test_limited (void)
{
  g_autoptr (NewsTestPaper) here = create_paper (TRUE);
  g_autoptr (NewsTestPaper) there = create_paper (FALSE);
  g_autoptr (GFile) file = write_file (here, NEWS_BOOKMARKS_JSON, "feed");
  g_autoptr (NewsBookmarkImport) import = take_file (there, file);
  g_autoptr (GArray) articles = news_store_list_bookmarks (news_desk_get_store (there->desk), NULL);
  g_autoptr (NewsStory) story = news_store_get_story (news_desk_get_store (there->desk),
                                                      g_array_index (articles, gint64, 0), NULL);

  g_assert_cmpuint (import->marked->len, ==, 2);
  g_assert_cmpstr (story->article->title, ==, "A & B");
  g_assert_null (story->article->text);
  g_assert_null (story->article->page);
}

/* What is there already is not touched, and told before. */
static void
test_again (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper (TRUE);

  for (int i = NEWS_BOOKMARKS_JSON; i <= NEWS_BOOKMARKS_MARKDOWN; i++)
    {
      g_autoptr (GFile) file = write_file (paper, (NewsBookmarksFormat) i, NULL);
      g_autoptr (NewsBookmarkImport) import = take_file (paper, file);

      g_assert_cmpuint (import->tally.known, ==, 2);
      g_assert_cmpuint (import->tally.added + import->tally.stored, ==, 0);
      g_assert_cmpuint (import->marked->len, ==, 0);
    }
}

/* Links alone become bookmarks that lead to the browser, in the order that they had. */
static void
test_links (void)
{
  g_autoptr (NewsTestPaper) here = create_paper (TRUE);

  for (int i = NEWS_BOOKMARKS_HTML; i <= NEWS_BOOKMARKS_MARKDOWN; i++)
    {
      g_autoptr (NewsTestPaper) there = create_paper (FALSE);
      g_autoptr (GFile) file = write_file (here, (NewsBookmarksFormat) i, NULL);
      g_autoptr (NewsBookmarkImport) import = take_file (there, file);
      g_autoptr (GArray) articles
        = news_store_list_bookmarks (news_desk_get_store (there->desk), NULL);
      g_autofree char *titles = dup_titles (there);
      g_autoptr (NewsStory) story = NULL;

      g_assert_cmpuint (import->marked->len, ==, 2);
      g_assert_cmpstr (titles, ==, "A & B|B|");
      story = news_store_get_story (news_desk_get_store (there->desk),
                                    g_array_index (articles, gint64, 1), NULL);
      g_assert_null (story->article->page);
      g_assert_nonnull (story->article->url);
      g_assert_nonnull (story->article->title);
    }
}

/* A page that is no page, as anybody may write it into a file, is not stored. */
static void
test_hostile (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper (FALSE);
  g_autofree char *path = g_build_filename (paper->folder, "hostile.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (NewsBookmarkImport) import = NULL;
  g_autoptr (GArray) articles = NULL;
  g_autoptr (NewsStory) story = NULL;
  g_autoptr (NewsPage) page = NULL;

  g_assert_true (g_file_set_contents (
    path,
    "{\"format\": \"broadsheet-bookmarks\", \"bookmarks\": [{\"url\": \"https://a.example/\","
    " \"page\": \"bm90IGEgcGFnZQ==\", \"text\": \"Its text.\\n\\nAnd more.\"}]}",
    -1, NULL));
  import = take_file (paper, file);
  articles = news_store_list_bookmarks (news_desk_get_store (paper->desk), NULL);
  story = news_store_get_story (news_desk_get_store (paper->desk),
                                g_array_index (articles, gint64, 0), NULL);
  page = news_page_new_from_bytes (story->article->page, NULL);
  g_assert_cmpuint (news_page_get_n_blocks (page), ==, 2);
}

/* What can't be read, or written, says so, and leaves a file that was there. */
static void
test_failures (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper (FALSE);
  g_autoptr (GFile) missing = g_file_new_build_filename (paper->folder, "no", "such.json", NULL);
  NewsStore *store = news_desk_get_store (paper->desk);
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;

  g_assert_null (news_bookmark_import_read (store, missing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (
    news_bookmark_export_write (store, missing, NEWS_BOOKMARKS_JSON, none, NULL, &error), ==, -1);
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bookmark-import/json", test_json);
  g_test_add_func ("/bookmark-import/limited", test_limited);
  g_test_add_func ("/bookmark-import/again", test_again);
  g_test_add_func ("/bookmark-import/links", test_links);
  g_test_add_func ("/bookmark-import/hostile", test_hostile);
  g_test_add_func ("/bookmark-import/failures", test_failures);

  return g_test_run ();
}
