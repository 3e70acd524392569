/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-parts.h"

#include <string.h>

/* A page of one paragraph: @piece again and again, for @length bytes. */
static NewsPage *
create_page (const char *piece, gsize length)
{
  g_autoptr (GString) html = g_string_new ("<p>");

  while (html->len < length)
    g_string_append (html, piece);

  return news_page_new_from_html (html->str, -1, "https://paper.example/");
}

/* All letters of the parts, each of which but the last goes on. */
static char *
join_parts (NewsPage *page)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = news_page_get_n_blocks (page);

  for (guint i = 0; i < n; i++)
    {
      const NewsBlock *block = news_page_get_block (page, i);

      g_assert_cmpint (block->type, ==, NEWS_BLOCK_PARAGRAPH);
      g_assert_cmpint (block->goes_on, ==, i + 1 < n);
      g_string_append (text, block->text->text);
    }

  return g_strdup (text->str);
}

/* Parts @page, of which no letter is lost, and tells in how many paragraphs. */
static guint
part (NewsPage *page)
{
  g_autofree char *before = g_strdup (news_page_get_block (page, 0)->text->text);
  g_autofree char *after = NULL;

  g_assert_cmpuint (news_page_get_n_blocks (page), ==, 1);
  news_page_part_paragraphs (page);
  after = join_parts (page);
  g_assert_cmpstr (before, ==, after);

  return news_page_get_n_blocks (page);
}

static const char *
get_text (NewsPage *page, guint index)
{
  return news_page_get_block (page, index)->text->text;
}

static void
test_sentences (void)
{
  g_autoptr (NewsPage) page = create_page ("He said “no.” Then it was over. ", 40000);
  guint n = part (page);

  g_assert_cmpuint (n, >=, 4);
  g_assert_cmpuint (n, <=, 5);
  for (guint i = 0; i + 1 < n; i++)
    {
      g_assert_true (g_str_has_suffix (get_text (page, i), "over. ")
                     || g_str_has_suffix (get_text (page, i), "“no.” "));
      g_assert_cmpuint (strlen (get_text (page, i)), <, 11000);
    }
}

static void
test_short (void)
{
  g_autoptr (NewsPage) page = create_page ("A sentence. ", 8000);

  g_assert_cmpuint (part (page), ==, 1);
}

static void
test_words (void)
{
  g_autoptr (NewsPage) page = create_page ("no end of it ", 40000);
  g_autoptr (NewsPage) letters = create_page ("x", 40000);

  g_assert_cmpuint (part (page), ==, 3);
  g_assert_true (g_str_has_suffix (get_text (page, 0), " "));
  g_assert_cmpuint (part (letters), ==, 1);
}

static void
test_chinese (void)
{
  g_autoptr (NewsPage) page = create_page ("他说：“没有。”后来就完了。", 40000);
  g_autoptr (NewsPage) endless = create_page ("没完没了", 40000);
  guint n = part (page);

  g_assert_cmpuint (n, >=, 4);
  for (guint i = 0; i + 1 < n; i++)
    g_assert_true (g_str_has_suffix (get_text (page, i), "。")
                   || g_str_has_suffix (get_text (page, i), "。”"));
  g_assert_cmpuint (part (endless), ==, 3);
}

/* A link over all of it is one in each part; others stay with their letters. */
static void
test_spans (void)
{
  g_autoptr (NewsPage) page
    = create_page ("<a href=/x>All <em>of</em> <abbr title=it>IT</abbr>. </a>", 90000);
  guint n = part (page);

  g_assert_cmpuint (n, >, 1);
  for (guint i = 0; i < n; i++)
    {
      const NewsText *text = news_page_get_block (page, i)->text;
      const NewsSpan *spans = (const NewsSpan *) text->spans->data;

      g_assert_cmpuint (spans[0].start, ==, 0);
      g_assert_cmpstr (spans[0].link, ==, "https://paper.example/x");
      g_assert_cmpstr (spans[2].expansion, ==, "it");
      g_assert_cmpint (strncmp (text->text + spans[2].start, "IT", 2), ==, 0);
    }
}

/* Also within others; and what is no paragraph stays as it is. */
static void
test_within (void)
{
  g_autoptr (GString) html = g_string_new ("<blockquote><p>");
  g_autoptr (NewsPage) page = NULL;
  const NewsBlock *quote;

  for (guint i = 0; i < 3000; i++)
    g_string_append (html, "A sentence. ");
  g_string_append (html, "</p></blockquote><h2>");
  for (guint i = 0; i < 3000; i++)
    g_string_append (html, "A heading. ");
  page = news_page_new_from_html (html->str, -1, NULL);
  news_page_part_paragraphs (page);
  g_assert_cmpuint (news_page_get_n_blocks (page), ==, 2);
  quote = news_page_get_block (page, 0);
  g_assert_cmpuint (quote->children->len, ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-parts/sentences", test_sentences);
  g_test_add_func ("/page-parts/short", test_short);
  g_test_add_func ("/page-parts/words", test_words);
  g_test_add_func ("/page-parts/chinese", test_chinese);
  g_test_add_func ("/page-parts/spans", test_spans);
  g_test_add_func ("/page-parts/within", test_within);

  return g_test_run ();
}
