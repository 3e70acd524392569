/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-reader.h"

#include <string.h>

/* A cell with a longer text than this, in bytes, is a column of a layout. */
#define CELL_TEXT 600

static GPtrArray *
new_blocks (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) news_block_free);
}

static NewsBlock *
get_child (const NewsBlock *block, guint index)
{
  return g_ptr_array_index (block->children, index);
}

/* How many columns the rows of more than one cell have. One cell alone often says that it is wider
 * than the table is. */
static int
count_columns (const NewsBlock *table)
{
  int columns = 1;

  for (guint i = 0; i < table->children->len; i++)
    {
      const NewsBlock *row = get_child (table, i);
      int sum = 0;

      for (guint k = 0; k < row->children->len; k++)
        sum += get_child (row, k)->columns;
      if (row->children->len > 1)
        columns = MAX (columns, sum);
    }

  return columns;
}

static void
limit_spans (NewsBlock *table)
{
  int columns = count_columns (table);

  for (guint i = 0; i < table->children->len; i++)
    {
      const NewsBlock *row = get_child (table, i);
      int rows = table->children->len - i;

      for (guint k = 0; k < row->children->len; k++)
        {
          NewsBlock *cell = get_child (row, k);

          cell->columns = MIN (cell->columns, columns);
          /* 0 is: down to the end. */
          cell->rows = cell->rows > 0 ? MIN (cell->rows, rows) : rows;
        }
    }
}

static gboolean
is_empty_row (const NewsBlock *row)
{
  for (guint i = 0; i < row->children->len; i++)
    if (get_child (row, i)->children->len > 0 || get_child (row, i)->rows != 1)
      return FALSE;

  return TRUE;
}

static gboolean
has_row_spans (const NewsBlock *table)
{
  for (guint i = 0; i < table->children->len; i++)
    for (guint k = 0; k < get_child (table, i)->children->len; k++)
      if (get_child (get_child (table, i), k)->rows != 1)
        return TRUE;

  return FALSE;
}

/* Where cells reach over rows, an empty one may be what they reach over. */
static void
remove_empty_rows (NewsBlock *table)
{
  gboolean empty = TRUE;

  for (guint i = 0; empty && i < table->children->len; i++)
    empty = is_empty_row (get_child (table, i));

  if (empty)
    g_ptr_array_set_size (table->children, 0);
  else if (!has_row_spans (table))
    news_html_reader_remove (table->children, is_empty_row);
}

/* Whether a cell has more in it than a table of facts has. */
static gboolean
is_long (const NewsBlock *cell)
{
  gsize length = 0;

  for (guint i = 0; i < cell->children->len; i++)
    {
      const NewsBlock *child = get_child (cell, i);

      if (child->type == NEWS_BLOCK_PARAGRAPH)
        length += strlen (child->text->text);
      else if (child->type != NEWS_BLOCK_LIST)
        return TRUE;
    }

  return length > CELL_TEXT;
}

static gboolean
holds_table (const NewsBlock *cell)
{
  for (guint i = 0; i < cell->children->len; i++)
    if (get_child (cell, i)->type == NEWS_BLOCK_TABLE)
      return TRUE;

  return FALSE;
}

/* Whether a table is only there to put things beside one another: it says so, it has one column, or
 * its cells hold pictures, headings and long texts rather than facts. */
static gboolean
is_layout (const NewsBlock *table, const NewsHtmlNode *node)
{
  const char *role = news_html_node_get (node, "role");
  guint n_filled = 0;
  guint n_long = 0;

  if (g_strcmp0 (role, "presentation") == 0 || g_strcmp0 (role, "none") == 0
      || count_columns (table) == 1)
    return TRUE;

  for (guint i = 0; i < table->children->len; i++)
    {
      const NewsBlock *row = get_child (table, i);

      for (guint k = 0; k < row->children->len; k++)
        {
          const NewsBlock *cell = get_child (row, k);

          if (cell->header && cell->children->len > 0)
            return FALSE;
          if (holds_table (cell))
            return TRUE;
          n_filled += cell->children->len > 0;
          n_long += is_long (cell);
        }
    }

  return news_text_is_empty (table->text) && n_long * 2 > n_filled;
}

static void
append_cells (NewsHtmlReader *self, NewsBlock *table)
{
  news_html_reader_append_text (self, g_steal_pointer (&table->text), NEWS_STYLE_SMALL);
  for (guint i = 0; i < table->children->len; i++)
    for (guint k = 0; k < get_child (table, i)->children->len; k++)
      news_html_reader_move (get_child (get_child (table, i), k)->children, self->scope.blocks);
  news_block_free (table);
}

void
news_html_read_table (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  g_autoptr (GPtrArray) strays = NULL;
  g_autoptr (GPtrArray) foot = NULL;
  NewsHtmlScope scope = self->scope;
  NewsBlock *table;

  news_html_reader_flush (self);
  if (!news_html_reader_can_nest (self, 3))
    {
      news_html_reader_read_block (self, node);
      return;
    }

  strays = new_blocks ();
  foot = new_blocks ();
  table = news_block_new (NEWS_BLOCK_TABLE);
  news_html_reader_enter (self, strays, 3);
  self->scope.table = table;
  self->scope.foot = foot;
  news_html_reader_read_children (self, node);
  news_html_reader_flush (self);
  self->scope = scope;

  /* As browsers do, what stands between rows goes before the table. */
  news_html_reader_move (strays, self->scope.blocks);
  news_html_reader_move (foot, table->children);
  limit_spans (table);
  remove_empty_rows (table);
  if (table->children->len == 0 || is_layout (table, node))
    append_cells (self, table);
  else
    news_html_reader_append (self, table);
}

/* The foot may be written before the body. */
void
news_html_read_table_foot (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  NewsBlock *table = self->scope.table;
  g_autoptr (NewsBlock) foot = NULL;

  if (table == NULL)
    {
      news_html_reader_read_block (self, node);
      return;
    }

  foot = news_block_new (NEWS_BLOCK_TABLE);
  self->scope.table = foot;
  self->scope.row = NULL;
  news_html_reader_read_children (self, node);
  self->scope.table = table;
  self->scope.row = NULL;
  news_html_reader_move (foot->children, self->scope.foot);
}

void
news_html_read_row (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  NewsBlock *row;

  news_html_reader_flush (self);
  if (self->scope.table == NULL)
    {
      news_html_reader_read_block (self, node);
      return;
    }

  row = news_block_new (NEWS_BLOCK_ROW);
  self->scope.row = row;
  news_html_reader_read_children (self, node);
  news_html_reader_flush (self);
  self->scope.row = NULL;

  if (row->children->len > 0)
    g_ptr_array_add (self->scope.table->children, row);
  else
    news_block_free (row);
}

static int
read_span (const NewsHtmlNode *node, const char *attribute, int maximum)
{
  const char *value = news_html_node_get (node, attribute);

  return value != NULL ? (int) CLAMP (g_ascii_strtoll (value, NULL, 10), 0, maximum) : 1;
}

void
news_html_read_cell (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  NewsHtmlScope scope;
  NewsBlock *cell;

  news_html_reader_flush (self);
  if (self->scope.table == NULL)
    {
      news_html_reader_read_block (self, node);
      return;
    }

  /* A cell without a row begins one. */
  if (self->scope.row == NULL)
    {
      self->scope.row = news_block_new (NEWS_BLOCK_ROW);
      g_ptr_array_add (self->scope.table->children, self->scope.row);
    }

  cell = news_block_new (NEWS_BLOCK_CELL);
  cell->header = news_html_node_is (node, "th");
  cell->columns = MAX (read_span (node, "colspan", 1000), 1);
  cell->rows = read_span (node, "rowspan", 65534);
  g_ptr_array_add (self->scope.row->children, cell);

  scope = self->scope;
  news_html_reader_enter (self, cell->children, 0);
  news_html_reader_read_block (self, node);
  self->scope = scope;
}
