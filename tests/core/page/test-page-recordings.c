/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* Real bodies, where the recordings are at hand: NEWS_RECORDINGS, or shared/recordings beside the
 * top of the checkout. Whatever is in them, the page keeps its limits and comes back from its
 * bytes; of an article's body it keeps the words. */

#include "news-address.h"
#include "page-dump.h"

#include <json-glib/json-glib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#define BASE "https://site.example/dir/page"

/* Of the words of a body, in hundredths. What may be missing: words that a browser does not show
 * either (hidden elements), and those of share bars and the like. */
#define KEPT 98

/* Elements whose text no newspaper prints; and <title>, which is the page's, not the body's. */
static const char *const silent[] = {
  "script", "style",  "noscript", "template", "svg",   "form",  "button", "select", "textarea",
  "nav",    "footer", "iframe",   "object",   "audio", "video", "canvas", "head",   "title",
};

/* Elements that may stand in the middle of a word. */
static const char *const inlines[] = {
  "a",    "abbr", "b", "big",   "cite", "code",   "del", "dfn", "em",   "font", "i", "ins", "kbd",
  "mark", "q",    "s", "small", "span", "strong", "sub", "sup", "time", "tt",   "u", "var",
};

static char *
dup_folder (void)
{
  const char *folder = g_getenv ("NEWS_RECORDINGS");

  return folder != NULL ? g_strdup (folder)
                        : g_build_filename (g_getenv ("TEST_SOURCE_DIR"), "..", "..", "shared",
                                            "recordings", NULL);
}

static gboolean
is_one_of (const xmlNode *node, const char *const *names, guint n_names)
{
  for (guint i = 0; i < n_names; i++)
    if (strcmp ((const char *) node->name, names[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Not printed, and what browsers do not show: "Continue reading <span>its title</span>". */
static gboolean
is_silent (const xmlNode *node)
{
  for (const xmlAttr *at = node->properties; at != NULL; at = at->next)
    if (strcmp ((const char *) at->name, "class") == 0 && at->children != NULL
        && strcmp ((const char *) at->children->content, "screen-reader-text") == 0)
      return TRUE;

  return is_one_of (node, silent, G_N_ELEMENTS (silent));
}

static void
add_text (GString *text, const xmlNode *node)
{
  for (const xmlNode *at = node; at != NULL; at = at->next)
    {
      const char *border = " ";

      if (at->type == XML_TEXT_NODE)
        g_string_append (text, (const char *) at->content);
      if (at->type != XML_ELEMENT_NODE || is_silent (at))
        continue;
      if (is_one_of (at, inlines, G_N_ELEMENTS (inlines)))
        border = "";
      g_string_append (text, border);
      add_text (text, at->children);
      g_string_append (text, border);
    }
}

/* What libxml2 alone finds in a body. */
static char *
dup_reference (const char *html, gsize length)
{
  htmlDocPtr tree = htmlReadMemory (html, (int) length, NULL, "UTF-8",
                                    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  GString *text = g_string_new (NULL);

  add_text (text, xmlDocGetRootElement (tree));
  xmlFreeDoc (tree);

  return g_string_free_and_steal (text);
}

static gboolean
is_han (gunichar letter)
{
  return g_unichar_iswide (letter) && g_unichar_isalnum (letter);
}

/* How often each word stands in @text; each Han letter is one. */
static GHashTable *
count_words (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) word = g_string_new (NULL);

  for (;; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);
      gboolean end = !g_unichar_isalnum (letter) && letter != 0xad && letter != 0x200b;

      if ((end || is_han (letter)) && word->len > 0)
        {
          gpointer count = g_hash_table_lookup (words, word->str);

          g_hash_table_insert (words, g_strdup (word->str),
                               GINT_TO_POINTER (GPOINTER_TO_INT (count) + 1));
          g_string_truncate (word, 0);
        }
      if (letter == 0)
        break;
      if (!end && letter != 0xad && letter != 0x200b)
        g_string_append_unichar (word, letter);
    }

  return words;
}

static void
assert_words (const char *name, const char *html, gsize length, NewsPage *page)
{
  g_autofree char *reference = dup_reference (html, length);
  g_autofree char *text = news_page_dup_text (page);
  g_autoptr (GHashTable) expected = count_words (reference);
  g_autoptr (GHashTable) found = count_words (text);
  g_autoptr (GString) missing = g_string_new (NULL);
  guint n_expected = 0;
  guint n_found = 0;
  GHashTableIter iter;
  gpointer word, count;

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &word, &count))
    {
      int here = GPOINTER_TO_INT (g_hash_table_lookup (found, word));

      n_expected += GPOINTER_TO_INT (count);
      n_found += MIN (GPOINTER_TO_INT (count), here);
      if (here < GPOINTER_TO_INT (count))
        g_string_append_printf (missing, " %s", (const char *) word);
    }

  g_test_message ("%s: %u of %u words;%.300s", name, n_found, n_expected, missing->str);
  g_assert_cmpuint (n_found * 100, >=, n_expected * KEPT);
}

static void
assert_sound_text (const NewsText *text)
{
  g_assert_true (g_utf8_validate (text->text, -1, NULL));
  for (guint i = 0; i < text->spans->len; i++)
    {
      const NewsSpan *span = &g_array_index (text->spans, NewsSpan, i);

      if (span->link != NULL)
        g_assert_true (news_address_is_safe (span->link, NEWS_ADDRESS_LINK));
    }
}

static void
assert_sound_block (const NewsBlock *block, guint depth)
{
  g_assert_cmpuint (depth, <=, NEWS_BLOCK_MAX_DEPTH);
  if (block->text != NULL)
    assert_sound_text (block->text);
  if (block->link != NULL)
    g_assert_true (news_address_is_safe (block->link, NEWS_ADDRESS_LINK));
  for (guint i = 0; block->picture != NULL && i < block->picture->files->len; i++)
    g_assert_true (news_address_is_safe (
      g_array_index (block->picture->files, NewsPictureFile, i).url, NEWS_ADDRESS_FILE));
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    assert_sound_block (g_ptr_array_index (block->children, i), depth + 1);
}

static NewsPage *
read_body (const char *html, gsize length)
{
  NewsPage *page = news_page_new_from_html (html, length, BASE);
  g_autoptr (GBytes) bytes = news_page_to_bytes (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsPage) copy = news_page_new_from_bytes (bytes, &error);
  g_autoptr (GBytes) again = NULL;
  g_autofree char *dump = page_dump (page);
  g_autofree char *copy_dump = NULL;
  g_autofree char *preview = news_page_dup_preview (page, 200);

  g_assert_no_error (error);
  again = news_page_to_bytes (copy);
  g_assert_true (g_bytes_equal (bytes, again));
  copy_dump = page_dump (copy);
  g_assert_cmpstr (dump, ==, copy_dump);
  g_assert_null (strstr (dump, "SPANS-CROSS"));
  g_assert_null (strstr (dump, "UNKNOWN-STYLE"));
  g_assert_false (news_page_is_cut (page));
  if (preview != NULL)
    g_assert_cmpint (g_utf8_strlen (preview, -1), <=, 200);
  for (guint i = 0; i < news_page_get_n_blocks (page); i++)
    assert_sound_block (news_page_get_block (page, i), 1);

  return page;
}

static guint
read_folder (const char *name, void (*read_file) (const char *path))
{
  g_autofree char *recordings = dup_folder ();
  g_autofree char *folder = g_build_filename (recordings, name, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);

      read_file (path);
      n_files++;
    }

  return n_files;
}

static void
read_html_file (const char *path)
{
  g_autofree char *html = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (NewsPage) page = NULL;
  gsize length;

  if (!g_str_has_suffix (path, ".html"))
    return;

  g_assert_true (g_file_get_contents (path, &html, &length, NULL));
  page = read_body (html, length);
  /* A whole page has menus, teasers and imprints, which it is right to lose. */
  if (g_str_has_suffix (path, ".body.html"))
    assert_words (name, html, length, page);
}

static void
read_member (JsonObject *object, const char *member, JsonNode *node, gpointer data)
{
  const char *path = data;

  if (JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), read_member, data);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
          json_object_foreach_member (json_array_get_object_element (array, i), read_member, data);
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING
           && (strcmp (member, "rendered") == 0 || strcmp (member, "content") == 0))
    {
      const char *html = json_node_get_string (node);
      g_autoptr (NewsPage) page = read_body (html, strlen (html));

      /* Titles and dates are rendered too; an attachment's description is a picture. */
      if (strstr (html, "<p") != NULL)
        assert_words (path, html, strlen (html), page);
    }
}

static void
read_json_file (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonObject) object = NULL;
  g_autofree char *name = g_path_get_basename (path);

  if (!g_str_has_suffix (path, ".json") || !json_parser_load_from_file (parser, path, NULL))
    return;

  object = json_object_new ();
  json_object_set_member (object, "all", json_parser_steal_root (parser));
  json_object_foreach_member (object, read_member, name);
}

static void
test_bodies (void)
{
  if (read_folder ("article-html", read_html_file) == 0)
    g_test_skip ("There are no recordings of articles.");
}

static void
test_wordpress (void)
{
  if (read_folder ("wordpress", read_json_file) + read_folder ("wordpress-com", read_json_file)
      == 0)
    g_test_skip ("There are no recordings of WordPress.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-recordings/bodies", test_bodies);
  g_test_add_func ("/page-recordings/wordpress", test_wordpress);

  return g_test_run ();
}
