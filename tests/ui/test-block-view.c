/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-block-view.h"
#include "news-paragraph.h"
#include "news-picture-view.h"
#include "news-table.h"
#include "news-text-link.h"
#include "ui-pictures.h"

static NewsBlock *
create (NewsBlockType type, const char *text)
{
  NewsBlock *block = news_block_new (type);

  if (text != NULL)
    g_set_str (&block->text->text, text);

  return block;
}

static NewsBlock *
add (NewsBlock *parent, NewsBlockType type, const char *text)
{
  NewsBlock *child = create (type, text);

  g_ptr_array_add (parent->children, child);

  return child;
}

static void
add_link (NewsBlock *block, guint start, guint end, const char *link)
{
  NewsSpan span = { start, end, NEWS_STYLE_PLAIN, g_strdup (link), NULL };

  g_array_append_val (block->text->spans, span);
}

/* The widget of a block, which is taken over. To be released by g_assert_finalize_object(). */
static GtkWidget *
show (NewsBlock *block)
{
  NewsBlockContext context = { NULL, "en", NULL };
  g_autoptr (NewsBlock) taken = block;

  return g_object_ref_sink (news_block_view_new (taken, &context));
}

static guint
count (GtkWidget *root, GtkAccessibleRole role)
{
  g_autoptr (GPtrArray) widgets = ui_test_list (root, GTK_TYPE_WIDGET);
  guint n = 0;

  for (guint i = 0; i < widgets->len; i++)
    n += gtk_accessible_get_accessible_role (g_ptr_array_index (widgets, i)) == role;

  return n;
}

static void
assert_role (GtkWidget *root, const char *text, GtkAccessibleRole role)
{
  GtkWidget *label = ui_test_find_text (root, text);

  g_assert_nonnull (label);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (label), role);
}

/* No type of block is forgotten, not even an empty one. */
static void
test_every_type (void)
{
  for (NewsBlockType type = NEWS_BLOCK_PARAGRAPH; type <= NEWS_BLOCK_KEY_POINTS; type++)
    {
      NewsBlock *block = create (type, NULL);
      GtkWidget *widget;

      if (type == NEWS_BLOCK_EMBED)
        block->link = g_strdup ("https://video.example/1");
      if (type == NEWS_BLOCK_FIGURE)
        block->picture = ui_pictures_create_picture ("https://pictures.example/a.png", 0, 0);
      widget = show (block);
      g_assert_true (GTK_IS_WIDGET (widget));
      g_assert_finalize_object (widget);
    }
}

static void
test_texts (void)
{
  GtkWidget *paragraph = show (create (NEWS_BLOCK_PARAGRAPH, "Tom & <b>Jerry</b>"));
  GtkWidget *verse = show (create (NEWS_BLOCK_PREFORMATTED, "two\nlines"));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (paragraph), GTK_ACCESSIBLE_ROLE_PARAGRAPH);
  g_assert_cmpstr (ui_test_get_text (paragraph), ==, "Tom & <b>Jerry</b>");
  assert_role (verse, "two\nlines", GTK_ACCESSIBLE_ROLE_PARAGRAPH);
  g_assert_nonnull (ui_test_find (verse, NEWS_TYPE_PARAGRAPH, "verse"));
  g_assert_finalize_object (paragraph);
  g_assert_finalize_object (verse);
}

static void
test_code (void)
{
  NewsBlock *block = create (NEWS_BLOCK_PREFORMATTED, "int main;");
  GtkWidget *widget;

  news_text_set_style (block->text, NEWS_STYLE_CODE);
  widget = show (block);
  g_assert_nonnull (ui_test_find (widget, NEWS_TYPE_PARAGRAPH, "code"));
  g_assert_finalize_object (widget);
}

static void
test_headings (void)
{
  for (int level = 2; level <= 6; level++)
    {
      NewsBlock *block = create (NEWS_BLOCK_HEADING, "A heading");
      GtkWidget *widget;

      block->level = level;
      widget = show (block);
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_HEADING);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                           level);
      g_assert_finalize_object (widget);
    }
}

static void
check_list (gboolean ordered, const char *mark)
{
  NewsBlock *list = create (NEWS_BLOCK_LIST, NULL);
  GtkWidget *widget;

  list->ordered = ordered;
  for (int i = 0; i < 3; i++)
    {
      NewsBlock *item = add (list, NEWS_BLOCK_ITEM, NULL);

      item->start = i + 5;
      add (item, NEWS_BLOCK_PARAGRAPH, "An item");
    }
  widget = show (list);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_LIST);
  g_assert_cmpuint (count (widget, GTK_ACCESSIBLE_ROLE_LIST_ITEM), ==, 3);
  g_assert_nonnull (ui_test_find_text (widget, mark));
  assert_role (widget, "An item", GTK_ACCESSIBLE_ROLE_PARAGRAPH);
  g_assert_finalize_object (widget);
}

static void
test_lists (void)
{
  check_list (FALSE, "•");
  check_list (TRUE, "7.");
}

static void
test_quotes (void)
{
  static const NewsBlockType types[] = { NEWS_BLOCK_QUOTE, NEWS_BLOCK_PULL_QUOTE };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      NewsBlock *block = create (types[i], "A. Person");
      GtkWidget *widget;

      add (block, NEWS_BLOCK_PARAGRAPH, "What was said");
      widget = show (block);
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_BLOCK_QUOTE);
      assert_role (widget, "What was said", GTK_ACCESSIBLE_ROLE_PARAGRAPH);
      g_assert_nonnull (ui_test_find (widget, NEWS_TYPE_PARAGRAPH, "cite"));
      g_assert_finalize_object (widget);
    }
}

static NewsBlock *
create_figure (const char *caption)
{
  NewsBlock *block = create (NEWS_BLOCK_FIGURE, caption);

  block->picture = ui_pictures_create_picture ("https://pictures.example/a.png", 400, 200);
  block->picture->alt = g_strdup ("A bridge");

  return block;
}

static void
test_figure (void)
{
  GtkWidget *widget = show (create_figure ("The bridge of the town"));
  GtkWidget *view = ui_test_find (widget, NEWS_TYPE_PICTURE_VIEW, NULL);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "A bridge");
  assert_role (widget, "The bridge of the town", GTK_ACCESSIBLE_ROLE_CAPTION);
  g_assert_finalize_object (widget);

  widget = show (create_figure (""));
  g_assert_cmpuint (count (widget, GTK_ACCESSIBLE_ROLE_CAPTION), ==, 0);
  g_assert_finalize_object (widget);
}

static void
test_gallery (void)
{
  NewsBlock *block = create (NEWS_BLOCK_GALLERY, "Bridges");
  GtkWidget *widget;

  g_ptr_array_add (block->children, create_figure ("One"));
  g_ptr_array_add (block->children, create_figure ("Two"));
  widget = show (block);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_cmpuint (count (widget, GTK_ACCESSIBLE_ROLE_IMG), ==, 2);
  g_assert_cmpuint (count (widget, GTK_ACCESSIBLE_ROLE_CAPTION), ==, 3);
  g_assert_finalize_object (widget);
}

static NewsBlock *
add_cell (NewsBlock *row, const char *text, gboolean header)
{
  NewsBlock *cell = add (row, NEWS_BLOCK_CELL, NULL);

  cell->header = header;
  cell->columns = cell->rows = 1;
  add (cell, NEWS_BLOCK_PARAGRAPH, text);

  return cell;
}

/*  Year | Born  | Died
 *  2025 | 7     | 5
 *       |  no figures  */
static NewsBlock *
create_table (void)
{
  NewsBlock *block = create (NEWS_BLOCK_TABLE, "People");
  NewsBlock *row = add (block, NEWS_BLOCK_ROW, NULL);

  add_cell (row, "Year", TRUE);
  add_cell (row, "Born", TRUE);
  add_cell (row, "Died", TRUE);
  row = add (block, NEWS_BLOCK_ROW, NULL);
  add_cell (row, "2025", TRUE)->rows = 2;
  add_cell (row, "7", FALSE);
  add_cell (row, "5", FALSE);
  row = add (block, NEWS_BLOCK_ROW, NULL);
  add_cell (row, "no figures", FALSE)->columns = 2;

  return block;
}

static void
assert_column (GtkWidget *widget, const char *text, int column, const char *head)
{
  GtkWidget *table = ui_test_find (widget, NEWS_TYPE_TABLE, "table");
  GtkWidget *cell = gtk_widget_get_parent (ui_test_find_text (widget, text));

  g_assert_cmpint (news_table_get_column (NEWS_TABLE (table), cell), ==, column);
  if (head != NULL)
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                         head);
}

static void
test_table (void)
{
  GtkWidget *widget = show (create_table ());

  g_assert_cmpuint (count (widget, GTK_ACCESSIBLE_ROLE_TABLE), ==, 1);
  g_assert_cmpuint (count (widget, GTK_ACCESSIBLE_ROLE_ROW), ==, 3);
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (ui_test_find (widget, NEWS_TYPE_TABLE, NULL)), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "People");
  g_assert_cmpuint (count (widget, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER), ==, 3);
  g_assert_cmpuint (count (widget, GTK_ACCESSIBLE_ROLE_ROW_HEADER), ==, 1);
  g_assert_cmpuint (count (widget, GTK_ACCESSIBLE_ROLE_CELL), ==, 3);
  assert_role (widget, "People", GTK_ACCESSIBLE_ROLE_CAPTION);
  assert_column (widget, "Born", 1, NULL);
  assert_column (widget, "7", 1, "Born");
  assert_column (widget, "5", 2, "Died");
  assert_column (widget, "no figures", 1, "Born");
  g_assert_finalize_object (widget);
}

/* A table may tell spans that no screen holds, and rows without cells. */
static void
test_odd_table (void)
{
  NewsBlock *block = create (NEWS_BLOCK_TABLE, "");
  NewsBlock *row = add (block, NEWS_BLOCK_ROW, NULL);
  NewsBlock *cell = add_cell (row, "wide", FALSE);
  GtkWidget *widget;

  cell->columns = 1000;
  cell->rows = 0;
  add (block, NEWS_BLOCK_ROW, NULL);
  widget = show (block);
  g_assert_cmpuint (count (widget, GTK_ACCESSIBLE_ROLE_CELL), ==, 1);
  g_assert_finalize_object (widget);
}

static void
test_note (void)
{
  NewsBlock *block = create (NEWS_BLOCK_NOTE, NULL);
  GtkWidget *widget;

  add (block, NEWS_BLOCK_PARAGRAPH, "An aside");
  widget = show (block);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_NOTE);
  assert_role (widget, "An aside", GTK_ACCESSIBLE_ROLE_PARAGRAPH);
  g_assert_finalize_object (widget);
}

static void
check_key_points (const char *title, const char *heading)
{
  NewsBlock *block = create (NEWS_BLOCK_KEY_POINTS, title);
  NewsBlock *list = add (block, NEWS_BLOCK_LIST, NULL);
  GtkWidget *widget;

  add (add (list, NEWS_BLOCK_ITEM, NULL), NEWS_BLOCK_PARAGRAPH, "A point");
  widget = show (block);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       heading);
  assert_role (widget, heading, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ui_test_find_text (widget, heading)),
                                       GTK_ACCESSIBLE_PROPERTY_LEVEL, 2);
  assert_role (widget, "A point", GTK_ACCESSIBLE_ROLE_PARAGRAPH);
  g_assert_finalize_object (widget);
}

static void
test_key_points (void)
{
  check_key_points ("In brief", "In brief");
  check_key_points ("", "Key points");
}

/* Nobody stops with the keyboard at what does not scroll; and a link in it is reached. */
static void
test_scroller (void)
{
  NewsBlock *block = create_table ();
  GtkWidget *widget = show (block);
  GtkWidget *scroller = ui_test_find (widget, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));

  g_assert_false (gtk_widget_get_focusable (scroller));
  g_assert_false (gtk_widget_get_can_focus (scroller));
  gtk_adjustment_configure (adjustment, 0, 0, 200, 1, 10, 100);
  g_assert_true (gtk_widget_get_focusable (scroller));
  g_assert_true (gtk_widget_get_can_focus (scroller));
  g_assert_finalize_object (widget);

  block = create (NEWS_BLOCK_PREFORMATTED, "with a link");
  add_link (block, 7, 11, "https://paper.example/");
  widget = show (block);
  g_assert_false (gtk_widget_get_focusable (widget));
  g_assert_true (gtk_widget_get_can_focus (widget));
  g_assert_finalize_object (widget);
}

static void
test_details (void)
{
  NewsBlock *block = create (NEWS_BLOCK_DETAILS, "How <we> counted");
  GtkWidget *widget;

  add (block, NEWS_BLOCK_PARAGRAPH, "One by one");
  widget = show (block);
  g_assert_true (GTK_IS_EXPANDER (widget));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "How <we> counted");
  g_assert_true (NEWS_IS_PARAGRAPH (gtk_expander_get_label_widget (GTK_EXPANDER (widget))));
  g_assert_false (gtk_expander_get_expanded (GTK_EXPANDER (widget)));
  gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  assert_role (widget, "One by one", GTK_ACCESSIBLE_ROLE_PARAGRAPH);
  g_assert_finalize_object (widget);

  widget = show (create (NEWS_BLOCK_DETAILS, ""));
  g_assert_cmpstr (gtk_expander_get_label (GTK_EXPANDER (widget)), ==, "More");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "More");
  g_assert_finalize_object (widget);
}

static void
test_rule (void)
{
  GtkWidget *widget = show (create (NEWS_BLOCK_RULE, NULL));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_SEPARATOR);
  g_assert_finalize_object (widget);
}

/* A video is a button that says where it leads, and calls nobody before it is pressed. */
static void
test_embed (void)
{
  NewsBlock *block = create (NEWS_BLOCK_EMBED, "A video");
  GtkWidget *widget;
  GString *record;

  block->link = g_strdup ("https://video.example/watch?v=1");
  widget = show (block);
  record = ui_test_record_actions (widget);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_BUTTON);
  g_assert_nonnull (ui_test_find_text (widget, "A video"));
  g_assert_nonnull (ui_test_find_text (widget, "Opens video.example in the browser"));
  g_assert_cmpstr (record->str, ==, "");
  g_signal_emit_by_name (widget, "clicked");
  g_assert_cmpstr (record->str, ==, "follow 'https://video.example/watch?v=1'\n");
  g_assert_finalize_object (widget);
}

/* A link goes to the window's action, and never to GTK's own way to a browser. */
static void
test_link (void)
{
  NewsBlock *block = create (NEWS_BLOCK_PARAGRAPH, "Read more here");
  const char *address = "https://paper.example/?a=1&b=\"2\"";
  GtkWidget *widget;
  GtkWidget *link;
  GString *record;

  add_link (block, 5, 9, address);
  widget = show (block);
  record = ui_test_record_actions (widget);
  g_assert_cmpstr (ui_test_get_text (widget), ==, "Read more here");
  link = ui_test_find (widget, NEWS_TYPE_TEXT_LINK, NULL);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_ROLE_LINK);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "more");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       address);
  news_text_link_follow (NEWS_TEXT_LINK (link));
  g_assert_cmpstr (record->str, ==, "follow 'https://paper.example/?a=1&b=\"2\"'\n");
  g_assert_finalize_object (widget);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/block-view/every-type", test_every_type);
  g_test_add_func ("/block-view/texts", test_texts);
  g_test_add_func ("/block-view/code", test_code);
  g_test_add_func ("/block-view/headings", test_headings);
  g_test_add_func ("/block-view/lists", test_lists);
  g_test_add_func ("/block-view/quotes", test_quotes);
  g_test_add_func ("/block-view/figure", test_figure);
  g_test_add_func ("/block-view/gallery", test_gallery);
  g_test_add_func ("/block-view/table", test_table);
  g_test_add_func ("/block-view/odd-table", test_odd_table);
  g_test_add_func ("/block-view/note", test_note);
  g_test_add_func ("/block-view/key-points", test_key_points);
  g_test_add_func ("/block-view/scroller", test_scroller);
  g_test_add_func ("/block-view/details", test_details);
  g_test_add_func ("/block-view/rule", test_rule);
  g_test_add_func ("/block-view/embed", test_embed);
  g_test_add_func ("/block-view/link", test_link);

  return g_test_run ();
}
