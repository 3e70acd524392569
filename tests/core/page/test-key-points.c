/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-key-points.h"

#include <string.h>

/* What bodies become is in tests/fixtures/page/key-points*.html; here is what they rarely hold. */

static NewsBlock *
add (GPtrArray *blocks, NewsBlockType type, const char *text)
{
  NewsBlock *block = news_block_new (type);

  if (text != NULL)
    g_set_str (&block->text->text, text);
  g_ptr_array_add (blocks, block);

  return block;
}

static NewsBlock *
add_list (GPtrArray *blocks, guint points)
{
  NewsBlock *list = add (blocks, NEWS_BLOCK_LIST, NULL);

  for (guint i = 0; i < points; i++)
    add (add (list->children, NEWS_BLOCK_ITEM, NULL)->children, NEWS_BLOCK_PARAGRAPH, "A point");

  return list;
}

static GPtrArray *
create_blocks (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) news_block_free);
}

static gboolean
is_title (const char *words)
{
  g_autoptr (GPtrArray) blocks = create_blocks ();

  add (blocks, NEWS_BLOCK_PARAGRAPH, words);
  add_list (blocks, 2);
  news_key_points_find (blocks);

  return blocks->len == 1;
}

static void
test_titles (void)
{
  const char *const titles[]
    = { "Key points", "KEY TAKEAWAYS:", "Summary :", "TL;DR", "要点", "要点：", "重點摘要" };
  const char *const others[] = { "",
                                 ":",
                                 "Key",
                                 "The points of no return",
                                 "Summary of the year",
                                 "要点在哪里",
                                 ("Key points and a sentence that goes on for so long that it is "
                                  "a paragraph like any other in the text") };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_true (is_title (titles[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (is_title (others[i]));
}

static void
test_new (void)
{
  g_autoptr (GPtrArray) blocks = create_blocks ();
  g_autoptr (NewsBlock) key_points = NULL;

  g_assert_null (news_key_points_new (blocks));
  add (blocks, NEWS_BLOCK_HEADING, "Whatever the box says");
  g_assert_null (news_key_points_new (blocks));
  add_list (blocks, 3);
  key_points = news_key_points_new (blocks);
  g_assert_nonnull (key_points);
  g_assert_cmpuint (blocks->len, ==, 0);
  g_assert_cmpint (key_points->type, ==, NEWS_BLOCK_KEY_POINTS);
  g_assert_cmpstr (key_points->text->text, ==, "Whatever the box says");
  g_assert_cmpuint (key_points->children->len, ==, 1);
}

static void
test_not_taken (void)
{
  g_autoptr (GPtrArray) blocks = create_blocks ();

  add_list (blocks, 1);
  g_assert_null (news_key_points_new (blocks));
  g_assert_cmpuint (blocks->len, ==, 1);
  add (blocks, NEWS_BLOCK_PARAGRAPH, "Behind it");
  add_list (blocks, 2);
  g_assert_null (news_key_points_new (blocks));
  g_assert_cmpuint (blocks->len, ==, 3);
}

/* A list that lies as deep as blocks may has no room for a box around it. */
static void
test_deep (void)
{
  for (guint depth = NEWS_BLOCK_MAX_DEPTH - 2; depth <= NEWS_BLOCK_MAX_DEPTH; depth++)
    {
      g_autoptr (GPtrArray) blocks = create_blocks ();
      NewsBlock *at = add_list (blocks, 2);
      guint levels = 2;

      at = g_ptr_array_index (at->children, 0);
      for (; levels < depth - 1; levels++)
        at = add (at->children, NEWS_BLOCK_NOTE, NULL);
      add (at->children, NEWS_BLOCK_PARAGRAPH, "deep");
      {
        g_autoptr (NewsBlock) key_points = news_key_points_new (blocks);

        g_assert_true ((key_points != NULL) == (depth < NEWS_BLOCK_MAX_DEPTH));
      }
    }
}

static char *
dup_points (NewsBlock *taken)
{
  g_autoptr (NewsBlock) key_points = taken;
  g_autoptr (GString) text = g_string_new (NULL);
  const NewsBlock *list;

  if (key_points == NULL)
    return NULL;

  g_assert_cmpuint (key_points->children->len, ==, 1);
  list = g_ptr_array_index (key_points->children, 0);
  g_assert_cmpint (list->type, ==, NEWS_BLOCK_LIST);
  g_string_append_printf (text, "%s:", key_points->text->text);
  for (guint i = 0; i < list->children->len; i++)
    {
      const NewsBlock *item = g_ptr_array_index (list->children, i);
      const NewsBlock *paragraph = g_ptr_array_index (item->children, 0);

      g_string_append_printf (text, " %s", paragraph->text->text);
    }

  return g_strdup (text->str);
}

static void
assert_html (const char *html, const char *expected)
{
  g_autofree char *points = dup_points (news_key_points_new_from_html (html, NULL));

  g_assert_cmpstr (points, ==, expected);
}

/* What an API tells apart from the text. */
static void
test_from_texts (void)
{
  const char *const texts[] = { "One  <b>", " ", "Two", NULL };
  const char *const blank[] = { "", "\n", NULL };
  const char *many[200] = { NULL };
  g_autofree char *points = dup_points (news_key_points_new_from_texts (texts));
  NewsBlock *first;
  g_autoptr (NewsBlock) limited = NULL;

  g_assert_cmpstr (points, ==, ": One <b> Two");
  g_assert_null (news_key_points_new_from_texts (blank));
  for (gsize i = 0; i < G_N_ELEMENTS (many) - 1; i++)
    many[i] = "x";
  limited = news_key_points_new_from_texts (many);
  first = g_ptr_array_index (limited->children, 0);
  g_assert_cmpuint (first->children->len, ==, 50);
}

static void
test_from_html (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);

  assert_html ("<ul><li>One<li>Two</ul>", ": One Two");
  assert_html ("<h3>In short</h3><ul><li>One<li>Two</ul>", "In short: One Two");
  assert_html ("<div class=key-points><ul><li>One<li>Two</ul></div>", ": One Two");
  assert_html ("<ul><li>One</ul>", ": One");
  assert_html ("<p>One</p><img src=x.jpg><p>Two</p>", ": One Two");
  assert_html ("<ul><li><a href=https://a.example/>One</a></ul>", ": One");
  assert_html ("", NULL);
  assert_html ("<img src=https://a.example/x.jpg>", NULL);
  for (guint i = 0; i < 40; i++)
    g_string_append (deep, "<ul><li>x");
  g_free (dup_points (news_key_points_new_from_html (deep->str, NULL)));
}

static void
test_place (void)
{
  g_autoptr (GPtrArray) blocks = create_blocks ();

  g_assert_true (news_key_points_may_follow (blocks));
  add (blocks, NEWS_BLOCK_RULE, NULL);
  add (blocks, NEWS_BLOCK_HEADING, "A heading");
  add (blocks, NEWS_BLOCK_PARAGRAPH, "A standfirst");
  g_assert_true (news_key_points_may_follow (blocks));
  add (blocks, NEWS_BLOCK_PARAGRAPH, "The text");
  g_assert_false (news_key_points_may_follow (blocks));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/key-points/titles", test_titles);
  g_test_add_func ("/key-points/new", test_new);
  g_test_add_func ("/key-points/not-taken", test_not_taken);
  g_test_add_func ("/key-points/deep", test_deep);
  g_test_add_func ("/key-points/from-texts", test_from_texts);
  g_test_add_func ("/key-points/from-html", test_from_html);
  g_test_add_func ("/key-points/place", test_place);

  return g_test_run ();
}
