/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-paragraph.h"
#include "news-text-link.h"

#include <string.h>

#define TEXT                                                                                     \
  "When the ferry stopped running, the people of the lower town began to row each other across " \
  "the river, first for nothing and then for a coin."

typedef struct
{
  GtkWidget *widget;
  NewsParagraph *paragraph; /* the same */
  GtkWindow *window;
  GString *record;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->widget
    = g_object_ref_sink (news_paragraph_new (GTK_ACCESSIBLE_ROLE_PARAGRAPH, NEWS_PARAGRAPH_TEXT));
  fixture->paragraph = NEWS_PARAGRAPH (fixture->widget);
  news_paragraph_set_letters (fixture->paragraph, TEXT, "en");
  fixture->record = ui_test_record_actions (fixture->widget);
  gtk_box_append (GTK_BOX (box), fixture->widget);
  fixture->window = ui_test_show (box, 300, 400);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  g_assert_finalize_object (fixture->widget);
}

static int
measure (Fixture *fixture, GtkOrientation orientation, int for_size, int *natural)
{
  int minimum;

  gtk_widget_measure (fixture->widget, orientation, for_size, &minimum, natural, NULL, NULL);

  return minimum;
}

static void
test_size (Fixture *fixture, gconstpointer data)
{
  int natural;
  int narrow = measure (fixture, GTK_ORIENTATION_HORIZONTAL, -1, &natural);
  int line = measure (fixture, GTK_ORIENTATION_VERTICAL, natural, NULL);

  g_assert_cmpint (narrow, <, 100);
  g_assert_cmpint (natural, >, 600);
  g_assert_cmpint (line, ==,
                   news_text_layout_get_leading (news_paragraph_get_layout (fixture->paragraph))
                     / PANGO_SCALE);
  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_VERTICAL, 200, NULL), >, 3 * line);
  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_VERTICAL, narrow, NULL), >, 10 * line);
  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_VERTICAL, 200, NULL), ==,
                   measure (fixture, GTK_ORIENTATION_VERTICAL, 200, NULL));

  news_paragraph_set_width_chars (fixture->paragraph, 6, 32);
  measure (fixture, GTK_ORIENTATION_HORIZONTAL, -1, &natural);
  g_assert_cmpint (natural, <, 400);
  news_paragraph_set_letters (fixture->paragraph, NULL, NULL);
  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_HORIZONTAL, -1, &natural), ==, 0);
  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_VERTICAL, 100, NULL), ==, line);
}

/* Another font of the style sheet, and another typography, set the text anew. */
static void
test_style (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsTypography) typography = news_typography_new ();
  int before = measure (fixture, GTK_ORIENTATION_VERTICAL, 300, NULL);

  news_paragraph_set_typography (fixture->paragraph, typography);
  g_object_set (typography, "leading", 2.5, NULL);
  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_VERTICAL, 300, NULL), >, before * 3 / 2);
  g_object_set (typography, "leading", 1.5, NULL);
  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_VERTICAL, 300, NULL), ==, before);
  g_object_set (typography, "family", "monospace", NULL);
  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_VERTICAL, 300, NULL), !=, before);
  g_object_set (typography, "family", NULL, NULL);

  gtk_widget_add_css_class (fixture->widget, "title-1");
  ui_test_draw (fixture->widget);
  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_VERTICAL, 300, NULL), >, before * 3 / 2);
}

static void
add_span (NewsText *text, guint start, guint end, NewsStyle style, const char *link)
{
  NewsSpan span = { start, end, style, g_strdup (link), NULL };

  g_array_append_val (text->spans, span);
}

/* A link that goes over the end of a line is under its letters, and nowhere else. */
static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsText) text = news_text_new_take (g_strdup (TEXT));
  GtkWidget *link;
  g_autoptr (GArray) rectangles = NULL;

  add_span (text, 9, 90, NEWS_STYLE_PLAIN, "https://paper.example/a");
  add_span (text, 14, 21, NEWS_STYLE_MARKED | NEWS_STYLE_STRUCK, NULL);
  news_paragraph_set_text (fixture->paragraph, text, "en");
  ui_test_draw (fixture->widget);
  link = ui_test_find (fixture->widget, NEWS_TYPE_TEXT_LINK, NULL);
  g_assert_nonnull (link);
  rectangles = news_paragraph_get_rectangles (fixture->paragraph, 9, 90);
  g_assert_cmpuint (rectangles->len, >, 2);
  for (guint i = 0; i < rectangles->len; i++)
    {
      const graphene_rect_t *part = &g_array_index (rectangles, graphene_rect_t, i);
      GtkWidget *picked
        = gtk_widget_pick (fixture->widget, part->origin.x + part->size.width / 2,
                           part->origin.y + part->size.height / 2, GTK_PICK_DEFAULT);

      g_assert_true (picked == link);
    }
  g_assert_true (gtk_widget_pick (fixture->widget, 2, 2, GTK_PICK_DEFAULT) == fixture->widget);

  g_assert_true (gtk_widget_grab_focus (link));
  gtk_window_set_focus_visible (fixture->window, TRUE);
  ui_test_draw (fixture->widget);
  g_assert_true (gtk_widget_activate (link));
  g_assert_cmpstr (fixture->record->str, ==, "follow 'https://paper.example/a'\n");

  news_paragraph_set_letters (fixture->paragraph, "None", NULL);
  g_assert_null (ui_test_find (fixture->widget, NEWS_TYPE_TEXT_LINK, NULL));
}

/* What is found is kept until there is another text. */
static void
test_hits (Fixture *fixture, gconstpointer data)
{
  const NewsParagraphRange hits[] = { { 0, 4 }, { 28, 31 }, { 90, 140 } };

  g_assert_cmpuint (news_paragraph_get_n_hits (fixture->paragraph), ==, 0);
  news_paragraph_set_hits (fixture->paragraph, hits, G_N_ELEMENTS (hits), 1);
  ui_test_draw (fixture->widget);
  g_assert_cmpuint (news_paragraph_get_n_hits (fixture->paragraph), ==, 3);
  news_paragraph_set_hits (fixture->paragraph, hits, 2, -1);
  g_assert_cmpuint (news_paragraph_get_n_hits (fixture->paragraph), ==, 2);
  news_paragraph_set_letters (fixture->paragraph, "Short", NULL);
  g_assert_cmpuint (news_paragraph_get_n_hits (fixture->paragraph), ==, 0);
  ui_test_draw (fixture->widget);
}

/* Behind its last letter one is still at a link, unless the next begins there. */
static void
test_link_at (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsText) text = news_text_new_take (g_strdup ("one"));
  g_autoptr (GPtrArray) links = NULL;

  news_text_set_link (text, "https://paper.example/1");
  news_paragraph_set_text (fixture->paragraph, text, NULL);
  links = ui_test_list (fixture->widget, NEWS_TYPE_TEXT_LINK);
  g_assert_cmpuint (links->len, ==, 1);
  for (guint i = 0; i <= 3; i++)
    g_assert_true (news_paragraph_get_link (fixture->paragraph, i) == g_ptr_array_index (links, 0));
  news_paragraph_set_letters (fixture->paragraph, "one", NULL);
  g_assert_null (news_paragraph_get_link (fixture->paragraph, 0));
}

static void
add_abbreviation (NewsText *text, guint start, guint end, const char *expansion)
{
  NewsSpan span = { .start = start, .end = end, .expansion = g_strdup (expansion) };

  g_array_append_val (text->spans, span);
}

static gboolean
has_tooltip (Fixture *fixture, double x, double y, gboolean keyboard)
{
  g_autoptr (GObject) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);

  return GTK_WIDGET_GET_CLASS (fixture->widget)
    ->query_tooltip (fixture->widget, (int) x, (int) y, keyboard, GTK_TOOLTIP (tooltip));
}

/* The notes that a screen reader finds in the paragraph, which lie within it. */
static void
assert_notes (Fixture *fixture, const char *first, const char *second)
{
  const char *expected[] = { first, second, NULL };
  gsize n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (fixture->widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child)) == GTK_ACCESSIBLE_ROLE_NOTE)
      {
        graphene_rect_t bounds;

        gtk_test_accessible_assert_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                             expected[n++]);
        g_assert_true (gtk_widget_compute_bounds (child, fixture->widget, &bounds));
        g_assert_cmpfloat (bounds.size.width, >, 5);
        g_assert_cmpfloat (bounds.origin.x, >, 5);
      }
  g_assert_null (expected[n]);
}

/* What an abbreviation is short for is found where its letters are, and by a screen reader. */
static void
test_abbreviations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsText) text = news_text_new_take (g_strdup ("The UN and the WHO of the UN"));
  graphene_rect_t place;

  add_abbreviation (text, 4, 6, "United Nations");
  add_abbreviation (text, 15, 18, "World Health Organization");
  add_abbreviation (text, 26, 28, "United Nations");
  news_paragraph_set_text (fixture->paragraph, text, "en");
  ui_test_draw (fixture->widget);
  assert_notes (fixture, "UN: United Nations", "WHO: World Health Organization");
  g_assert_null (news_paragraph_get_expansion (fixture->paragraph, 3));
  for (guint i = 4; i <= 6; i++)
    g_assert_cmpstr (news_paragraph_get_expansion (fixture->paragraph, i), ==, "United Nations");
  g_assert_null (news_paragraph_get_expansion (fixture->paragraph, 7));

  news_paragraph_get_caret_place (fixture->paragraph, 16, &place);
  g_assert_true (has_tooltip (fixture, place.origin.x, place.origin.y + 2, FALSE));
  news_paragraph_get_caret_place (fixture->paragraph, 9, &place);
  g_assert_false (has_tooltip (fixture, place.origin.x, place.origin.y + 2, FALSE));
  g_assert_false (has_tooltip (fixture, 0, 0, TRUE));
  news_paragraph_set_caret (fixture->paragraph, 5);
  g_assert_true (has_tooltip (fixture, 0, 0, TRUE));

  news_paragraph_set_letters (fixture->paragraph, "None", NULL);
  g_assert_false (gtk_widget_get_has_tooltip (fixture->widget));
  assert_notes (fixture, NULL, NULL);
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  guint start, end;

  g_assert_false (news_paragraph_get_selection (fixture->paragraph, &start, &end));
  news_paragraph_set_selection (fixture->paragraph, 5, 8);
  news_paragraph_set_caret (fixture->paragraph, 8);
  ui_test_draw (fixture->widget);
  g_assert_true (news_paragraph_get_selection (fixture->paragraph, &start, &end));
  g_assert_cmpuint (start, ==, 5);
  g_assert_cmpuint (end, ==, 8);
  g_assert_cmpint (news_paragraph_get_caret (fixture->paragraph), ==, 8);

  /* Beyond the end, and within a letter. */
  news_paragraph_set_selection (fixture->paragraph, 5, 10000);
  news_paragraph_get_selection (fixture->paragraph, &start, &end);
  g_assert_cmpuint (end, ==, strlen (TEXT));
  news_paragraph_set_letters (fixture->paragraph, "a\314\201b中c", NULL);
  g_assert_false (news_paragraph_get_selection (fixture->paragraph, &start, &end));
  g_assert_cmpint (news_paragraph_get_caret (fixture->paragraph), ==, -1);
  for (guint i = 0; i < 8; i++)
    {
      static const guint places[] = { 0, 3, 3, 3, 4, 7, 7, 7 };

      news_paragraph_set_selection (fixture->paragraph, 0, 8);
      news_paragraph_set_selection (fixture->paragraph, i, 8);
      news_paragraph_get_selection (fixture->paragraph, &start, &end);
      g_assert_cmpuint (start, ==, places[i]);
    }
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t place;
  guint start, end;

  news_paragraph_get_caret_place (fixture->paragraph, 40, &place);
  g_assert_cmpuint (
    news_paragraph_get_index_at (fixture->paragraph, place.origin.x, place.origin.y + 1), ==, 40);
  g_assert_cmpuint (news_paragraph_get_index_at (fixture->paragraph, -1e9, -1e9), ==, 0);
  g_assert_cmpuint (news_paragraph_get_index_at (fixture->paragraph, 1e9, 1e9), ==, strlen (TEXT));
  news_paragraph_get_word (fixture->paragraph, 10, &start, &end);
  g_assert_cmpuint (start, ==, 9);
  g_assert_cmpuint (end, ==, 14);
  news_paragraph_get_line (fixture->paragraph, 0, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, >, 9);
}

/* --- what a screen reader finds --- */

static void
assert_part (Fixture *fixture,
             GtkAccessibleTextGranularity granularity,
             guint offset,
             guint start,
             const char *expected)
{
  GtkAccessibleText *text = GTK_ACCESSIBLE_TEXT (fixture->widget);
  guint from, to;
  g_autoptr (GBytes) bytes
    = GTK_ACCESSIBLE_TEXT_GET_IFACE (text)->get_contents_at (text, offset, granularity, &from, &to);

  g_assert_cmpstr (g_bytes_get_data (bytes, NULL), ==, expected);
  g_assert_cmpuint (from, ==, start);
  g_assert_cmpuint (to, ==, start + g_utf8_strlen (expected, -1));
}

static void
test_screen_reader (Fixture *fixture, gconstpointer data)
{
  GtkAccessibleText *text = GTK_ACCESSIBLE_TEXT (fixture->widget);
  GtkAccessibleTextInterface *iface = GTK_ACCESSIBLE_TEXT_GET_IFACE (text);
  g_autofree GtkAccessibleTextRange *ranges = NULL;
  g_autoptr (GBytes) all = NULL;
  graphene_rect_t extents;
  gsize n;
  guint offset;

  news_paragraph_set_letters (fixture->paragraph, "Äs\302\255ops fox. It saw, 中国。 Grapes!",
                              "en");
  ui_test_draw (fixture->widget);
  all = iface->get_contents (text, 0, G_MAXUINT);
  g_assert_cmpstr (g_bytes_get_data (all, NULL), ==, "Äsops fox. It saw, 中国。 Grapes!");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->widget),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Äsops fox. It saw, 中国。 Grapes!");
  assert_part (fixture, GTK_ACCESSIBLE_TEXT_GRANULARITY_CHARACTER, 0, 0, "Ä");
  assert_part (fixture, GTK_ACCESSIBLE_TEXT_GRANULARITY_WORD, 7, 6, "fox");
  assert_part (fixture, GTK_ACCESSIBLE_TEXT_GRANULARITY_SENTENCE, 7, 0, "Äsops fox.");
  assert_part (fixture, GTK_ACCESSIBLE_TEXT_GRANULARITY_SENTENCE, 12, 11, "It saw, 中国。");
  assert_part (fixture, GTK_ACCESSIBLE_TEXT_GRANULARITY_PARAGRAPH, 12, 0,
               "Äsops fox. It saw, 中国。 Grapes!");

  g_assert_false (iface->get_selection (text, &n, &ranges));
  news_paragraph_set_selection (fixture->paragraph, 7, 10);
  g_assert_true (iface->get_selection (text, &n, &ranges));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (ranges[0].start, ==, 6);
  g_assert_cmpuint (ranges[0].length, ==, 3);
  news_paragraph_set_caret (fixture->paragraph, 10);
  g_assert_cmpuint (iface->get_caret_position (text), ==, 9);

  g_assert_true (iface->get_extents (text, 6, 9, &extents));
  g_assert_cmpfloat (extents.size.width, >, 5);
  g_assert_true (iface->get_offset (
    text, &GRAPHENE_POINT_INIT (extents.origin.x + 1, extents.origin.y + 1), &offset));
  g_assert_cmpuint (offset, ==, 6);
}

static gboolean
draws (Fixture *fixture)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (fixture->widget)->snapshot (fixture->widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);

  return node != NULL;
}

/* Far away it is not set, and takes the room that it had, or in another width about what it needs;
 * its places can be asked for. */
static void
test_far (Fixture *fixture, gconstpointer data)
{
  int height = measure (fixture, GTK_ORIENTATION_VERTICAL, 300, NULL);
  int narrow = measure (fixture, GTK_ORIENTATION_VERTICAL, 150, NULL);
  graphene_rect_t place;
  int guess;

  ui_test_draw (fixture->widget);
  g_assert_true (draws (fixture));
  news_paragraph_set_far (fixture->paragraph, TRUE);
  g_assert_true (news_paragraph_get_far (fixture->paragraph));
  g_assert_false (draws (fixture));
  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_VERTICAL, 300, NULL), ==, height);
  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_VERTICAL, 150, NULL), ==, narrow);

  news_paragraph_set_letters (fixture->paragraph, TEXT, "en");
  guess = measure (fixture, GTK_ORIENTATION_VERTICAL, 150, NULL);
  g_assert_cmpint (guess, >, narrow * 2 / 3);
  g_assert_cmpint (guess, <, narrow * 3 / 2);
  news_paragraph_get_caret_place (fixture->paragraph, sizeof TEXT - 1, &place);
  g_assert_cmpfloat (place.origin.y, >, 0);

  news_paragraph_set_far (fixture->paragraph, FALSE);
  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_VERTICAL, 150, NULL), ==, narrow);
  ui_test_draw (fixture->widget);
  g_assert_true (draws (fixture));
}

#define ADD(name, function) \
  g_test_add ("/paragraph/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("size", test_size);
  ADD ("style", test_style);
  ADD ("links", test_links);
  ADD ("selection", test_selection);
  ADD ("hits", test_hits);
  ADD ("link-at", test_link_at);
  ADD ("abbreviations", test_abbreviations);
  ADD ("places", test_places);
  ADD ("far", test_far);
  ADD ("screen-reader", test_screen_reader);

  return g_test_run ();
}
