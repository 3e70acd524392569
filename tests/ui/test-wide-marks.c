/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-wide-marks.h"

#include <pango/pangocairo.h>
#include <string.h>

/* @text with its marks that are Chinese in brackets. */
static char *
dup_marked (const char *text)
{
  g_autoptr (GArray) places = news_wide_marks_find (text);
  GString *marked = g_string_new (text);

  for (guint i = places->len; i > 0; i--)
    {
      guint place = g_array_index (places, guint, i - 1);

      g_string_insert (marked, (gssize) (place + strlen ("“")), "]");
      g_string_insert (marked, (gssize) place, "[");
    }

  return g_string_free (marked, FALSE);
}

static void
test_find (void)
{
  static const struct
  {
    const char *text;
    const char *marked;
  } rows[] = {
    { "", "" },
    { "没有引号", "没有引号" },
    { "他说：“你好。”", "他说：[“]你好。[”]" },
    { "“你好”", "[“]你好[”]" },
    { "他说“hello”两次", "他说[“]hello[”]两次" },
    { "他说“Hello, world.”", "他说[“]Hello, world.[”]" },
    { "使用 “smart” 模式", "使用 [“]smart[”] 模式" },
    { "他说：“她说‘你好’。”", "他说：[“]她说[‘]你好[’]。[”]" },
    { "《The so-called “smart” city》", "《The so-called “smart” city》" },
    { "“The ‘smart’ city” is it", "“The ‘smart’ city” is it" },
    { "“多段的引文。", "[“]多段的引文。" },
    { "“一段。“又一段。”", "[“]一段。[“]又一段。[”]" },
    { "他不说don’t，说“不”", "他不说don’t，说[“]不[”]" },
    { "他说‘I don’t know’。", "他说[‘]I don’t know[’]。" },
    { "等等……然后——完", "等等[…][…]然后[—][—]完" },
    { "于 1990—2000 年", "于 1990—2000 年" },
    { "A—B… 中", "A—B[…] 中" },
    { "”", "”" },
    { "中”", "中[”]" },
    { "「かな“や”」", "「かな[“]や[”]」" },
    { "한국“어”", "한국“어”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *marked = dup_marked (rows[i].text);

      g_assert_cmpstr (marked, ==, rows[i].marked);
    }
}

static int
measure (PangoContext *context, const char *text, const char *language)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GArray) places = news_wide_marks_find (text);
  int width;

  pango_attr_list_insert (attributes,
                          pango_attr_language_new (pango_language_from_string (language)));
  news_wide_marks_insert (attributes, places, context, language);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_size (layout, &width, NULL);

  return width;
}

/* Each mark is as wide as a Han character, where there is a face for them. */
static void
test_insert (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Noto Serif 12");
  int han;

  pango_context_set_font_description (context, font);
  han = measure (context, "你", "zh-Hans");
  g_assert_cmpint (measure (context, "“你”", "zh-Hans"), ==, 3 * han);
  g_assert_cmpint (measure (context, "你……你——你", "zh-Hans"), ==, 7 * han);
  g_assert_cmpint (measure (context, "a‘你’a", "zh-Hans"), ==,
                   3 * han + measure (context, "aa", "zh-Hans"));
  g_assert_cmpint (measure (context, "“you”", "zh-Hans"), <, 4 * han);
  g_assert_finalize_object (context);
}

static void
test_share_blank (void)
{
  g_assert_true (news_wide_marks_share_blank (0xff0c, 0x300a));  /* ，《 */
  g_assert_true (news_wide_marks_share_blank (0x3002, 0x201d));  /* 。” */
  g_assert_true (news_wide_marks_share_blank (0xff1a, 0x201c));  /* ：“ */
  g_assert_true (news_wide_marks_share_blank (0xff08, 0x300a));  /* （《 */
  g_assert_true (news_wide_marks_share_blank (0x201d, 0xff1b));  /* ”； */
  g_assert_true (news_wide_marks_share_blank (0xff09, 0xff1f));  /* ）？ */
  g_assert_false (news_wide_marks_share_blank (0xff1f, 0x201d)); /* ？” */
  g_assert_false (news_wide_marks_share_blank (0xff1a, 0x201d)); /* ：” */
  g_assert_false (news_wide_marks_share_blank (0x300a, 0x3002)); /* 《。 */
  g_assert_false (news_wide_marks_share_blank (0xff0c, 0x4e2d)); /* ，中 */
  g_assert_false (news_wide_marks_share_blank (0x4e2d, 0x300a)); /* 中《 */
  g_assert_false (news_wide_marks_share_blank (0, 0x300a));
}

static void
test_languages (void)
{
  g_assert_true (news_wide_marks_has_language ("zh-Hant-TW"));
  g_assert_true (news_wide_marks_has_language ("ja"));
  g_assert_false (news_wide_marks_has_language ("ko"));
  g_assert_false (news_wide_marks_has_language ("en"));
  g_assert_false (news_wide_marks_has_language (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wide-marks/find", test_find);
  g_test_add_func ("/wide-marks/insert", test_insert);
  g_test_add_func ("/wide-marks/share-blank", test_share_blank);
  g_test_add_func ("/wide-marks/languages", test_languages);

  return g_test_run ();
}
