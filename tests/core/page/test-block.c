/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-block.h"

#include <string.h>

/* One block as news_block_to_variant() writes it, from the text of GVariant. */
#define PARAGRAPH "(0x00, 0x00, 0x00, 0, 0, 0, 0, ('abc', [%s]), nothing, nothing)"

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
assert_spans (const char *spans, gboolean good)
{
  g_autofree char *text = g_strdup_printf ("[" PARAGRAPH "]", spans);
  g_autoptr (NewsBlock) block = parse (text);

  g_assert_cmpint (block != NULL, ==, good);
}

static void
test_new (void)
{
  for (guint type = NEWS_BLOCK_PARAGRAPH; type <= NEWS_BLOCK_NOTE; type++)
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
  assert_spans ("", TRUE);
  assert_spans ("(0, 3, 1, nothing, nothing)", TRUE);
  assert_spans ("(0, 3, 1, nothing, nothing), (0, 3, 2, nothing, nothing)", TRUE);
  assert_spans ("(0, 1, 1, nothing, nothing), (1, 3, 2, 'http://a.example/', 'de')", TRUE);
  assert_spans ("(0, 2, 1, nothing, nothing), (1, 3, 2, nothing, nothing)", FALSE);
  assert_spans ("(1, 2, 1, nothing, nothing), (0, 3, 2, nothing, nothing)", FALSE);
  assert_spans ("(0, 4, 1, nothing, nothing)", FALSE);
  assert_spans ("(0, 4294967295, 1, nothing, nothing)", FALSE);
  assert_spans ("(2, 2, 1, nothing, nothing)", FALSE);
  assert_spans ("(3, 2, 1, nothing, nothing)", FALSE);
  assert_spans ("(0, 3, 512, nothing, nothing)", FALSE);
  assert_spans ("(0, 3, 0, 'javascript:x', nothing)", FALSE);
  g_assert_null (parse ("[(0x00, 0x00, 0x00, 0, 0, 0, 0, ('é', [(0, 1, 1, nothing, nothing)]), "
                        "nothing, nothing)]"));
}

static void
test_bad_blocks (void)
{
  g_autoptr (GVariant) other = g_variant_ref_sink (g_variant_new_string ("x"));

  g_assert_null (news_block_new_from_variant (other));
  assert_bad ("[]");
  /* A type that there is not; two blocks; a paragraph without a text; a rule with one. */
  assert_bad ("[(0x10, 0x00, 0x00, 0, 0, 0, 0, nothing, nothing, nothing)]");
  assert_bad ("[(0x0c, 0x00, 0x00, 0, 0, 0, 0, nothing, nothing, nothing),"
              " (0x0c, 0x00, 0x00, 0, 0, 0, 0, nothing, nothing, nothing)]");
  assert_bad ("[(0x00, 0x00, 0x00, 0, 0, 0, 0, nothing, nothing, nothing)]");
  assert_bad ("[(0x0c, 0x00, 0x00, 0, 0, 0, 0, ('', []), nothing, nothing)]");
  /* A heading without a level, a figure without a picture, an embed without a link. */
  assert_bad ("[(0x01, 0x00, 0x00, 0, 0, 0, 0, ('h', []), nothing, nothing)]");
  assert_bad ("[(0x07, 0x00, 0x00, 0, 0, 0, 0, ('', []), nothing, nothing)]");
  assert_bad (
    "[(0x07, 0x00, 0x00, 0, 0, 0, 0, ('', []), nothing, ([], nothing, nothing, nothing))]");
  assert_bad ("[(0x0d, 0x00, 0x00, 0, 0, 0, 0, ('', []), nothing, nothing)]");
  assert_bad ("[(0x0d, 0x00, 0x00, 0, 0, 0, 0, ('', []), 'ftp://a.example/', nothing)]");
  /* More children than there are; children of what has none; children of the wrong type. */
  assert_bad ("[(0x0f, 0x00, 0x00, 0, 0, 0, 4294967295, nothing, nothing, nothing)]");
  assert_bad ("[(0x0c, 0x00, 0x00, 0, 0, 0, 1, nothing, nothing, nothing),"
              " (0x0c, 0x00, 0x00, 0, 0, 0, 0, nothing, nothing, nothing)]");
  assert_bad ("[(0x02, 0x00, 0x00, 0, 0, 0, 1, nothing, nothing, nothing),"
              " (0x0c, 0x00, 0x00, 0, 0, 0, 0, nothing, nothing, nothing)]");
  /* A cell over no column. */
  assert_bad ("[(0x0b, 0x00, 0x00, 0, 0, 1, 0, nothing, nothing, nothing)]");
}

static void
assert_depth (guint depth, gboolean good)
{
  GString *text = g_string_new ("[");
  g_autoptr (NewsBlock) block = NULL;

  for (guint i = 1; i < depth; i++)
    g_string_append (text, "(0x0f, 0x00, 0x00, 0, 0, 0, 1, nothing, nothing, nothing), ");
  g_string_append (text, "(0x0c, 0x00, 0x00, 0, 0, 0, 0, nothing, nothing, nothing)]");
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
  g_test_add_func ("/block/depth", test_depth);

  return g_test_run ();
}
