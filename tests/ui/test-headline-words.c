/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-headline-words.h"

#define WIDTH 300
#define LONG_TITLE                                                                            \
  "The harbour master says that the light at the end of the pier will burn again before the " \
  "winter "                                                                                   \
  "comes, and that nobody has to pay for it but the town, which has no money, and the harbour"

typedef struct
{
  GtkWidget *widget;
  NewsHeadlineWords *words;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->widget = g_object_ref_sink (gtk_label_new (NULL));
  fixture->words = news_headline_words_new (gtk_widget_get_pango_context (fixture->widget));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_headline_words_free (fixture->words);
  g_assert_finalize_object (fixture->widget);
}

static int
get_height (Fixture *fixture, const char *title, const char *preview)
{
  news_headline_words_set_text (fixture->words, title, preview, "en");

  return news_headline_words_get_height (fixture->words, WIDTH);
}

static void
test_lines (Fixture *fixture, gconstpointer data)
{
  int one = get_height (fixture, "A title", NULL);
  int three = get_height (fixture, "A title\nA title\nA title", NULL);
  int preview = get_height (fixture, "A title", "What it tells");
  int narrow;

  g_assert_cmpint (one, >, 0);
  g_assert_cmpint (preview, >, one);
  /* Three lines, however long it is, and two of the preview. */
  g_assert_cmpint (get_height (fixture, LONG_TITLE " " LONG_TITLE, NULL), <=, three);
  g_assert_cmpint (get_height (fixture, LONG_TITLE, NULL), >, one);
  g_assert_cmpint (get_height (fixture, "A title", LONG_TITLE LONG_TITLE), <,
                   one + 3 * (preview - one));
  narrow = news_headline_words_get_least_width (fixture->words);
  g_assert_cmpint (narrow, >, 0);
  g_assert_cmpint (narrow, <, WIDTH);
}

static void
test_texts (Fixture *fixture, gconstpointer data)
{
  news_headline_words_set_text (fixture->words, "A title", "What it tells", NULL);
  g_assert_cmpstr (news_headline_words_get_title (fixture->words), ==, "A title");
  g_assert_cmpstr (news_headline_words_get_preview (fixture->words), ==, "What it tells");
  news_headline_words_set_text (fixture->words, "一题", NULL, "zh-Hans");
  g_assert_cmpstr (news_headline_words_get_title (fixture->words), ==, "一题");
  g_assert_cmpstr (news_headline_words_get_preview (fixture->words), ==, "");
}

static void
test_leading (Fixture *fixture, gconstpointer data)
{
  int usual = get_height (fixture, "A title", NULL);

  news_headline_words_set_leading (fixture->words, TRUE);
  g_assert_cmpint (news_headline_words_get_height (fixture->words, WIDTH), >, usual);
  news_headline_words_set_leading (fixture->words, FALSE);
  g_assert_cmpint (news_headline_words_get_height (fixture->words, WIDTH), ==, usual);
}

/* What is held goes with the width that it was held for, and with the title. */
static void
test_holds (Fixture *fixture, gconstpointer data)
{
  int one = get_height (fixture, "A title", NULL);
  int more = get_height (fixture, LONG_TITLE, NULL);
  int wide;

  news_headline_words_hold (fixture->words, WIDTH);
  news_headline_words_set_read (fixture->words, TRUE);
  g_assert_cmpint (news_headline_words_get_height (fixture->words, WIDTH), ==, more);
  news_headline_words_set_text (fixture->words, LONG_TITLE, "What it tells", "en");
  g_assert_cmpint (news_headline_words_get_height (fixture->words, WIDTH), >, more);
  wide = news_headline_words_get_height (fixture->words, WIDTH * 10);
  g_assert_cmpint (wide, <, more);
  g_assert_cmpint (get_height (fixture, "A title", NULL), ==, one);
}

/* Titles and previews have fonts of their own, and what is held of one is not of another. */
static void
test_fonts (Fixture *fixture, gconstpointer data)
{
  PangoContext *context = gtk_widget_get_pango_context (fixture->widget);
  const PangoFontDescription *usual = pango_context_get_font_description (context);
  g_autoptr (PangoFontDescription) large = pango_font_description_copy (usual);
  int before = get_height (fixture, "A title", "What it tells");
  int title, text;

  news_headline_words_hold (fixture->words, WIDTH);
  pango_font_description_set_absolute_size (large, 40 * PANGO_SCALE);
  news_headline_words_set_fonts (fixture->words, large, usual);
  title = news_headline_words_get_height (fixture->words, WIDTH);
  news_headline_words_set_fonts (fixture->words, usual, large);
  text = news_headline_words_get_height (fixture->words, WIDTH);
  g_assert_cmpint (title, >, before);
  g_assert_cmpint (text, >, before);
  g_assert_cmpint (title, !=, text);
  news_headline_words_set_fonts (fixture->words, usual, usual);
  g_assert_cmpint (news_headline_words_get_height (fixture->words, WIDTH), ==, before);
}

/* What is painted, as GTK writes it down. */
static char *
dup_painted (Fixture *fixture, gboolean selected)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GBytes) bytes = NULL;
  GdkRGBA color = { 1, 0, 0, 1 };
  GskRenderNode *node;

  news_headline_words_paint (fixture->words, snapshot, WIDTH, &color, &color, selected);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  bytes = gsk_render_node_serialize (node);
  gsk_render_node_unref (node);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* How much of the colour is left of the title and the preview. */
static void
assert_shades (Fixture *fixture, gboolean selected, float title, float preview)
{
  g_autofree char *painted = dup_painted (fixture, selected);
  g_auto (GStrv) parts = g_strsplit (painted, " color: ", -1);
  const float expected[] = { title, preview };

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *words = g_strndup (parts[i + 1], strcspn (parts[i + 1], ";"));
      GdkRGBA color;

      g_assert_true (gdk_rgba_parse (&color, words));
      g_assert_cmpfloat_with_epsilon (color.alpha, expected[i], 0.01);
    }
}

static void
test_paint (Fixture *fixture, gconstpointer data)
{
  news_headline_words_set_text (fixture->words, "Title", "Preview", NULL);
  assert_shades (fixture, FALSE, 1, 0.82f);
  assert_shades (fixture, TRUE, 1, 1);
  news_headline_words_set_read (fixture->words, TRUE);
  assert_shades (fixture, FALSE, 0.72f, 0.72f);
  assert_shades (fixture, TRUE, 1, 1);
}

#define ADD(name, function) \
  g_test_add ("/headline-words/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("lines", test_lines);
  ADD ("texts", test_texts);
  ADD ("leading", test_leading);
  ADD ("holds", test_holds);
  ADD ("fonts", test_fonts);
  ADD ("paint", test_paint);

  return g_test_run ();
}
