/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-block.h"

#include <string.h>

/* Blocks as news_block_to_variant() writes them, in the text form of GVariant: type, level, flags;
 * start; columns, rows; children, text, spans, link, picture. */
#define RULE "(0x0c, 0x00, 0x00, 0, 0, 0, 0, 0, 0, 0, 0)"

static NewsBlock *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) variant
    = g_variant_parse (G_VARIANT_TYPE (NEWS_BLOCK_VARIANT), text, NULL, NULL, &error);

  g_assert_no_error (error);

  return news_block_new_from_variant (variant);
}

static void
assert_bad (const char *text)
{
  g_assert_null (parse (text));
}

static void
assert_good (const char *text)
{
  g_autoptr (NewsBlock) block = parse (text);

  g_assert_nonnull (block);
}

/* Spans of the text "abc": start, end, link, language, style. */
static void
assert_spans (guint n_spans, const char *spans, gboolean good)
{
  g_autofree char *text
    = g_strdup_printf ("([(0x00, 0x00, 0x00, 0, 0, 0, 0, 1, %u, 0, 0)],"
                       " ['abc', 'http://a.example/', 'de', 'javascript:x'], [%s], [])",
                       n_spans, spans);
  g_autoptr (NewsBlock) block = parse (text);

  g_assert_cmpint (block != NULL, ==, good);
}

static void
test_new (void)
{
  for (guint type = NEWS_BLOCK_PARAGRAPH; type <= NEWS_BLOCK_KEY_POINTS; type++)
    {
      g_autoptr (NewsBlock) block = news_block_new (type);

      g_assert_cmpint (block->text != NULL, ==, news_block_type_has_text (type));
      g_assert_cmpint (block->children != NULL, ==, news_block_type_has_children (type));
      if (block->text != NULL)
        g_assert_true (news_text_is_empty (block->text));
    }
}

static void
test_holds (void)
{
  g_assert_true (news_block_type_holds (NEWS_BLOCK_LIST, NEWS_BLOCK_ITEM));
  g_assert_false (news_block_type_holds (NEWS_BLOCK_LIST, NEWS_BLOCK_PARAGRAPH));
  g_assert_false (news_block_type_holds (NEWS_BLOCK_ITEM, NEWS_BLOCK_ITEM));
  g_assert_true (news_block_type_holds (NEWS_BLOCK_ITEM, NEWS_BLOCK_TABLE));
  g_assert_true (news_block_type_holds (NEWS_BLOCK_TABLE, NEWS_BLOCK_ROW));
  g_assert_false (news_block_type_holds (NEWS_BLOCK_TABLE, NEWS_BLOCK_CELL));
  g_assert_true (news_block_type_holds (NEWS_BLOCK_GALLERY, NEWS_BLOCK_FIGURE));
  g_assert_false (news_block_type_holds (NEWS_BLOCK_PARAGRAPH, NEWS_BLOCK_PARAGRAPH));
  g_assert_false (news_block_type_holds (NEWS_BLOCK_QUOTE, NEWS_BLOCK_ROW));
}

static void
test_text (void)
{
  g_autoptr (NewsText) text = news_text_new ();
  g_autoptr (NewsText) line = news_text_new ();
  g_autofree char *plain = NULL;

  g_free (line->text);
  line->text = g_strdup ("a\u00adb\u200bc");
  news_text_set_style (text, NEWS_STYLE_STRONG);
  g_assert_cmpuint (text->spans->len, ==, 0);

  news_text_set_style (line, NEWS_STYLE_STRONG);
  news_text_set_link (line, "https://a.example/");
  news_text_set_link (line, "https://b.example/");
  news_text_append_line (text, line);
  news_text_append_line (text, line);
  plain = news_text_dup_plain (text);

  g_assert_cmpstr (plain, ==, "abc\nabc");
  g_assert_cmpuint (text->spans->len, ==, 2);
  g_assert_cmpuint (g_array_index (text->spans, NewsSpan, 1).start, ==, strlen (line->text) + 3);
  g_assert_cmpstr (g_array_index (text->spans, NewsSpan, 1).link, ==, "https://a.example/");

  news_text_cut_start (text, 3);
  g_assert_cmpuint (g_array_index (text->spans, NewsSpan, 0).start, ==, 0);
  g_assert_cmpuint (g_array_index (text->spans, NewsSpan, 0).end, ==, strlen (line->text) - 3);
}

static void
test_round_trip (void)
{
  g_autoptr (NewsBlock) list = news_block_new (NEWS_BLOCK_LIST);
  NewsBlock *item = news_block_new (NEWS_BLOCK_ITEM);
  NewsBlock *figure = news_block_new (NEWS_BLOCK_FIGURE);
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariant) again = NULL;
  g_autoptr (NewsBlock) copy = NULL;

  list->ordered = TRUE;
  list->start = -3;
  item->start = -3;
  figure->picture = news_picture_new ();
  news_picture_add_file (figure->picture, "https://a.example/p.jpg", 3, 2);
  figure->link = g_strdup ("mailto:a@b.example");
  g_ptr_array_add (item->children, figure);
  g_ptr_array_add (list->children, item);

  variant = g_variant_ref_sink (news_block_to_variant (list));
  g_assert_true (g_variant_is_normal_form (variant));
  copy = news_block_new_from_variant (variant);
  g_assert_nonnull (copy);
  again = g_variant_ref_sink (news_block_to_variant (copy));
  g_assert_true (g_variant_equal (variant, again));
  g_assert_cmpint (copy->start, ==, -3);
  g_assert_true (copy->ordered);
}

static void
test_spans (void)
{
  assert_spans (0, "", TRUE);
  assert_spans (1, "(0, 3, 0, 0, 1)", TRUE);
  assert_spans (2, "(0, 3, 0, 0, 1), (0, 3, 0, 0, 2)", TRUE);
  assert_spans (2, "(0, 1, 0, 0, 1), (1, 3, 2, 3, 2)", TRUE);
  assert_spans (2, "(0, 2, 0, 0, 1), (1, 3, 0, 0, 2)", FALSE);
  assert_spans (2, "(1, 2, 0, 0, 1), (0, 3, 0, 0, 2)", FALSE);
  assert_spans (1, "(0, 4, 0, 0, 1)", FALSE);
  assert_spans (1, "(0, 4294967295, 0, 0, 1)", FALSE);
  assert_spans (1, "(2, 2, 0, 0, 1)", FALSE);
  assert_spans (1, "(3, 2, 0, 0, 1)", FALSE);
  assert_spans (1, "(0, 3, 0, 0, 512)", FALSE);
  assert_spans (1, "(0, 3, 4, 0, 0)", FALSE);
  assert_spans (1, "(0, 3, 5, 0, 0)", FALSE);
  assert_spans (1, "(0, 3, 0, 5, 0)", FALSE);
  /* One that says nothing. */
  assert_spans (1, "(0, 3, 0, 0, 0)", FALSE);
  /* What an abbreviation is short for: any words, but some. */
  assert_spans (1, "(0, 3, 3, 0, 32768)", TRUE);
  assert_spans (1, "(0, 3, 4, 3, 32769)", TRUE);
  assert_spans (1, "(0, 3, 0, 0, 32768)", FALSE);
  assert_spans (1, "(0, 3, 5, 0, 32768)", FALSE);
  assert_spans (1, "(0, 3, 3, 0, 33280)", FALSE);
  /* More, or fewer, than there are. */
  assert_spans (2, "(0, 3, 0, 0, 1)", FALSE);
  assert_spans (4294967295, "(0, 3, 0, 0, 1)", FALSE);
  assert_spans (0, "(0, 3, 0, 0, 1)", FALSE);
  /* In the middle of a letter. */
  assert_bad ("([(0x00, 0x00, 0x00, 0, 0, 0, 0, 1, 1, 0, 0)], ['é'], [(0, 1, 0, 0, 1)], [])");
}

static void
test_bad_blocks (void)
{
  g_autoptr (GVariant) other = g_variant_ref_sink (g_variant_new_string ("x"));

  g_assert_null (news_block_new_from_variant (other));
  assert_good ("([" RULE "], [], [], [])");
  assert_bad ("([], [], [], [])");
  assert_bad ("([" RULE ", " RULE "], [], [], [])");
  /* A type that there is not; a paragraph without a text; a rule with one, or with spans. */
  assert_bad ("([(0x10, 0x00, 0x00, 0, 0, 0, 0, 0, 0, 0, 0)], [], [], [])");
  assert_bad ("([(0x00, 0x00, 0x00, 0, 0, 0, 0, 0, 0, 0, 0)], [], [], [])");
  assert_bad ("([(0x00, 0x00, 0x00, 0, 0, 0, 0, 2, 0, 0, 0)], ['x'], [], [])");
  assert_bad ("([(0x0c, 0x00, 0x00, 0, 0, 0, 0, 1, 0, 0, 0)], ['x'], [], [])");
  assert_bad ("([(0x0c, 0x00, 0x00, 0, 0, 0, 0, 0, 1, 0, 0)], [], [(0, 1, 0, 0, 1)], [])");
  /* A heading without a level, a figure without a picture or a file, an embed without a link. */
  assert_bad ("([(0x01, 0x00, 0x00, 0, 0, 0, 0, 1, 0, 0, 0)], ['h'], [], [])");
  assert_bad ("([(0x07, 0x00, 0x00, 0, 0, 0, 0, 1, 0, 0, 0)], [''], [], [])");
  assert_bad ("([(0x07, 0x00, 0x00, 0, 0, 0, 0, 1, 0, 0, 1)], [''], [],"
              " [([], nothing, nothing, nothing)])");
  assert_bad ("([(0x07, 0x00, 0x00, 0, 0, 0, 0, 1, 0, 0, 1)], [''], [],"
              " [([('file:///x', 0, 0)], nothing, nothing, nothing)])");
  assert_good ("([(0x07, 0x00, 0x00, 0, 0, 0, 0, 1, 0, 0, 1)], [''], [],"
               " [([('http://a.example/x', 0, 0)], nothing, nothing, nothing)])");
  assert_bad ("([(0x0d, 0x00, 0x00, 0, 0, 0, 0, 1, 0, 0, 0)], [''], [], [])");
  assert_bad ("([(0x0d, 0x00, 0x00, 0, 0, 0, 0, 1, 0, 2, 0)], ['', 'ftp://a.example/'], [], [])");
  assert_good ("([(0x0d, 0x00, 0x00, 0, 0, 0, 0, 1, 0, 2, 0)], ['', 'http://a.example/'], [], [])");
  /* A cell over no column. */
  assert_bad ("([(0x0b, 0x00, 0x00, 0, 0, 1, 0, 0, 0, 0, 0)], [], [], [])");
}

static void
test_bad_children (void)
{
  /* More than there are; children of what has none; children of the wrong type. */
  assert_good ("([(0x0f, 0x00, 0x00, 0, 0, 0, 1, 0, 0, 0, 0), " RULE "], [], [], [])");
  assert_bad ("([(0x0f, 0x00, 0x00, 0, 0, 0, 4294967295, 0, 0, 0, 0)], [], [], [])");
  assert_bad ("([(0x0c, 0x00, 0x00, 0, 0, 0, 1, 0, 0, 0, 0), " RULE "], [], [], [])");
  assert_bad ("([(0x02, 0x00, 0x00, 0, 0, 0, 1, 0, 0, 0, 0), " RULE "], [], [], [])");
  /* The same text twice: few letters would make many. */
  assert_bad ("([(0x0f, 0x00, 0x00, 0, 0, 0, 2, 0, 0, 0, 0),"
              " (0x00, 0x00, 0x00, 0, 0, 0, 0, 1, 0, 0, 0),"
              " (0x00, 0x00, 0x00, 0, 0, 0, 0, 1, 0, 0, 0)], ['x'], [], [])");
}

static void
assert_depth (guint depth, gboolean good)
{
  GString *text = g_string_new ("([");
  g_autoptr (NewsBlock) block = NULL;

  for (guint i = 1; i < depth; i++)
    g_string_append (text, "(0x0f, 0x00, 0x00, 0, 0, 0, 1, 0, 0, 0, 0), ");
  g_string_append (text, RULE "], [], [], [])");
  block = parse (text->str);
  g_assert_cmpint (block != NULL, ==, good);
  g_string_free (text, TRUE);
}

static void
test_depth (void)
{
  assert_depth (NEWS_BLOCK_MAX_DEPTH, TRUE);
  assert_depth (NEWS_BLOCK_MAX_DEPTH + 1, FALSE);
  assert_depth (20000, FALSE);
}

/* A paragraph that is one abbreviation. */
static NewsBlock *
create_abbreviation (gsize length)
{
  NewsBlock *block = news_block_new (NEWS_BLOCK_PARAGRAPH);
  NewsSpan span = { .end = 2, .expansion = g_strnfill (length, 'x') };

  g_free (block->text->text);
  block->text->text = g_strdup ("UN");
  g_array_append_val (block->text->spans, span);

  return block;
}

static void
test_expansion (void)
{
  for (gsize length = NEWS_SPAN_MAX_EXPANSION - 1; length < NEWS_SPAN_MAX_EXPANSION + 2; length++)
    {
      g_autoptr (NewsBlock) block = create_abbreviation (length);
      g_autoptr (GVariant) variant = g_variant_ref_sink (news_block_to_variant (block));
      g_autoptr (NewsBlock) copy = news_block_new_from_variant (variant);

      g_assert_true ((copy != NULL) == (length <= NEWS_SPAN_MAX_EXPANSION));
      if (copy != NULL)
        g_assert_cmpstr (g_array_index (copy->text->spans, NewsSpan, 0).expansion, ==,
                         g_array_index (block->text->spans, NewsSpan, 0).expansion);
    }
}

/* All of a text may be short for something and lead somewhere, as two spans. */
static void
test_expansion_link (void)
{
  g_autoptr (NewsBlock) block = create_abbreviation (5);
  g_autoptr (NewsText) line = news_text_new_take (g_strdup ("The"));
  const NewsSpan *spans;

  news_text_set_style (block->text, NEWS_STYLE_STRONG);
  news_text_set_link (block->text, "https://a.example/");
  g_assert_cmpuint (block->text->spans->len, ==, 2);
  news_text_append_line (line, block->text);
  spans = (const NewsSpan *) line->spans->data;
  g_assert_cmpstr (spans[0].link, ==, "https://a.example/");
  g_assert_null (spans[0].expansion);
  g_assert_cmpstr (spans[1].expansion, ==, "xxxxx");
  g_assert_null (spans[1].link);
  g_assert_cmpint (spans[1].style, ==, NEWS_STYLE_STRONG);
}

/* An address that is stored once and named by every span. */
static void
test_many_links (void)
{
  g_autoptr (NewsBlock) block = news_block_new (NEWS_BLOCK_PARAGRAPH);
  g_autofree char *path = g_strnfill (4000, 'x');
  g_autofree char *link = g_strconcat ("https://a.example/", path, NULL);
  g_autoptr (GVariant) variant = NULL;

  g_free (block->text->text);
  block->text->text = g_strnfill (10000, 'x');
  for (guint i = 0; i < 10000; i++)
    {
      NewsSpan span = { i, i + 1, NEWS_STYLE_PLAIN, g_strdup (link), NULL };

      g_array_append_val (block->text->spans, span);
    }
  variant = g_variant_ref_sink (news_block_to_variant (block));

  g_assert_cmpuint (g_variant_get_size (variant), <, 300000);
  g_assert_null (news_block_new_from_variant (variant));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/block/new", test_new);
  g_test_add_func ("/block/holds", test_holds);
  g_test_add_func ("/block/text", test_text);
  g_test_add_func ("/block/round-trip", test_round_trip);
  g_test_add_func ("/block/spans", test_spans);
  g_test_add_func ("/block/bad-blocks", test_bad_blocks);
  g_test_add_func ("/block/bad-children", test_bad_children);
  g_test_add_func ("/block/depth", test_depth);
  g_test_add_func ("/block/expansion", test_expansion);
  g_test_add_func ("/block/expansion-link", test_expansion_link);
  g_test_add_func ("/block/many-links", test_many_links);

  return g_test_run ();
}
