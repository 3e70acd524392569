/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-compositor-table.h"

/* In points. */
#define NARROWEST_COLUMN 40.0
#define GAP 8.0

/* Columns are counted up to here only. */
#define MAX_COLUMNS 64

/* The rows that a cell from above still reaches down into, for each column. */
typedef struct
{
  guint below[MAX_COLUMNS];
  guint columns;
} Grid;

static guint
count_span (int span)
{
  return (guint) CLAMP (span, 1, MAX_COLUMNS);
}

/* The place of the next cell at or after @column; @span columns from there belong to it. */
static guint
find_place (const Grid *grid, guint column)
{
  while (column < MAX_COLUMNS && grid->below[column] > 0)
    column++;

  return column;
}

static void
end_row (Grid *grid, const guint *begun)
{
  for (guint i = 0; i < MAX_COLUMNS; i++)
    grid->below[i] = begun[i] > 0 ? begun[i] - 1 : grid->below[i] > 0 ? grid->below[i] - 1 : 0;
}

static void
gather_text (GString *text, const NewsBlock *block)
{
  if (block->text != NULL && !news_text_is_empty (block->text))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", block->text->text);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    gather_text (text, g_ptr_array_index (block->children, i));
}

static PangoLayout *
create_cell (PangoContext *context, const NewsBlock *cell, double width)
{
  const NewsBlock *only = cell->children->len == 1 ? g_ptr_array_index (cell->children, 0) : NULL;
  NewsPrintStyle style = cell->header ? NEWS_PRINT_HEADER_CELL : NEWS_PRINT_CELL;
  g_autoptr (GString) text = NULL;

  if (only != NULL && only->type == NEWS_BLOCK_PARAGRAPH)
    return news_print_text_create (context, only->text, style, width);

  text = g_string_new (NULL);
  gather_text (text, cell);

  return news_print_text_create_plain (context, text->str, style, width);
}

/* Goes through the cells of @row; with @slug, sets them too. Returns the columns that they take. */
static guint
walk_row (Grid *grid, const NewsBlock *row, PangoContext *context, NewsSlug *slug)
{
  guint begun[MAX_COLUMNS] = { 0 };
  guint column = 0;

  for (guint i = 0; row->children != NULL && i < row->children->len; i++)
    {
      const NewsBlock *cell = g_ptr_array_index (row->children, i);
      guint span = count_span (cell->columns);

      column = find_place (grid, column);
      if (slug != NULL)
        {
          double one = slug->width / grid->columns;

          news_slug_take_cell (slug, create_cell (context, cell, one * span - GAP),
                               slug->x + one * column);
        }
      for (guint j = column; j < column + span && j < MAX_COLUMNS; j++)
        begun[j] = count_span (cell->rows);
      column += span;
    }
  end_row (grid, begun);

  return column;
}

static guint
count_columns (const NewsBlock *table)
{
  Grid grid = { { 0 }, 1 };
  guint columns = 1;

  for (guint i = 0; i < table->children->len; i++)
    {
      guint taken = walk_row (&grid, g_ptr_array_index (table->children, i), NULL, NULL);

      columns = MAX (columns, taken);
    }

  return columns;
}

GPtrArray *
news_compositor_table_create_rows (PangoContext *context,
                                   const NewsBlock *table,
                                   double x,
                                   double width,
                                   double highest)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) news_slug_free);
  Grid grid = { { 0 }, count_columns (table) };

  if (grid.columns >= MAX_COLUMNS || width / grid.columns < NARROWEST_COLUMN)
    return NULL;

  for (guint i = 0; i < table->children->len; i++)
    {
      NewsSlug *row = news_slug_new_row (x, width);

      g_ptr_array_add (rows, row);
      walk_row (&grid, g_ptr_array_index (table->children, i), context, row);
      if (row->height > highest)
        return NULL;
    }

  return g_steal_pointer (&rows);
}
