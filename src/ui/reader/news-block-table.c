/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-block-table.h"

#include "news-paragraph.h"
#include "news-table.h"

/* How many letters a cell asks for. */
#define LEAST_CHARS 9
#define MOST_CHARS 32

/* How many columns a cell can head. */
#define MOST_HEADS 64

/* A row of nothing but header cells heads the columns below it; a single one heads its row. */
static gboolean
heads_columns (const NewsBlock *row)
{
  for (guint i = 0; row->children != NULL && i < row->children->len; i++)
    if (!((const NewsBlock *) g_ptr_array_index (row->children, i))->header)
      return FALSE;

  return TRUE;
}

static GtkWidget *
create_box (GtkAccessibleRole role, const char *style_class)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", role, "orientation",
                                 GTK_ORIENTATION_VERTICAL, NULL);

  gtk_widget_add_css_class (box, style_class);

  return box;
}

static GtkWidget *
create_cell (const NewsBlock *cell, gboolean heads, const NewsBlockContext *context)
{
  GtkWidget *box = !cell->header ? create_box (GTK_ACCESSIBLE_ROLE_CELL, "cell")
                   : heads       ? create_box (GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "column-header")
                                 : create_box (GTK_ACCESSIBLE_ROLE_ROW_HEADER, "header-cell");

  for (guint i = 0; cell->children != NULL && i < cell->children->len; i++)
    gtk_box_append (GTK_BOX (box),
                    news_block_view_new (g_ptr_array_index (cell->children, i), context));

  return box;
}

/* @heads: what the columns are headed by so far. Only some screen readers find the head of a cell's
 * column, and GTK tells none what it is: so each cell has the words of its own. */
static void
tell_head (NewsTable *table, GtkWidget *box, const NewsBlock *cell, gboolean head, GPtrArray *heads)
{
  guint column = (guint) news_table_get_column (table, box);
  GtkWidget *first = gtk_widget_get_first_child (box);
  guint end = column + (guint) CLAMP (cell->columns, 1, MOST_HEADS);

  if (!head && column < heads->len && g_ptr_array_index (heads, column) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    g_ptr_array_index (heads, column), -1);
  if (!head || !NEWS_IS_PARAGRAPH (first))
    return;

  if (heads->len < end)
    g_ptr_array_set_size (heads, (int) end);
  for (guint i = column; i < end; i++)
    heads->pdata[i] = (gpointer) news_paragraph_get_letters (NEWS_PARAGRAPH (first));
}

static void
add_row (NewsTable *table, const NewsBlock *row, const NewsBlockContext *context, GPtrArray *heads)
{
  gboolean head = heads_columns (row);

  news_table_add_row (table);
  for (guint i = 0; row->children != NULL && i < row->children->len; i++)
    {
      const NewsBlock *cell = g_ptr_array_index (row->children, i);
      GtkWidget *box = create_cell (cell, head, context);

      news_table_add_cell (table, box, cell->columns, cell->rows);
      tell_head (table, box, cell, head, heads);
    }
}

/* A cell that wraps at every word would make a column of letters: give each some room, and let what
 * is wider than the page scroll. */
static void
widen_paragraphs (GtkWidget *widget)
{
  if (NEWS_IS_PARAGRAPH (widget))
    news_paragraph_set_width_chars (NEWS_PARAGRAPH (widget), LEAST_CHARS, MOST_CHARS);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    widen_paragraphs (child);
}

GtkWidget *
news_block_table_new (const NewsBlock *block, const NewsBlockContext *context)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new ();
  GtkWidget *table = news_table_new ();

  gtk_widget_add_css_class (table, "table");
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    add_row (NEWS_TABLE (table), g_ptr_array_index (block->children, i), context, heads);
  widen_paragraphs (table);

  return table;
}
