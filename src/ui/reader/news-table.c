/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-table.h"

#include "news-table-row.h"

/* A table may claim more; what is further to the right lies in the last one. */
#define MAX_COLUMNS 256

typedef struct
{
  GtkWidget *widget;
  int column;
  int row;
  int columns;
  int rows;
} Cell;

struct _NewsTable
{
  GtkWidget parent_instance;

  /* Owned */
  GArray *cells;   /* Cell */
  GPtrArray *rows; /* NewsTableRow, borrowed from the tree */
  GArray *taken;   /* for each column, the first row that is free there */
};

G_DEFINE_FINAL_TYPE (NewsTable, news_table, GTK_TYPE_WIDGET)

static guint
get_n_columns (NewsTable *self)
{
  return self->taken->len;
}

/* How many rows a cell reaches over, of those that there are. */
static int
count_rows (NewsTable *self, const Cell *cell)
{
  return CLAMP (cell->rows, 1, (int) self->rows->len - cell->row);
}

/* --- sizes --- */

/* Gives the columns that a wide cell reaches over what they lack of its width, in equal parts. */
static void
stretch (GtkRequestedSize *sizes, const Cell *cell, int minimum, int natural)
{
  int has_minimum = 0;
  int has_natural = 0;

  for (int i = cell->column; i < cell->column + cell->columns; i++)
    {
      has_minimum += sizes[i].minimum_size;
      has_natural += sizes[i].natural_size;
    }
  for (int i = 0; i < cell->columns; i++)
    {
      GtkRequestedSize *size = &sizes[cell->column + i];
      int left = cell->columns - i;
      int more_minimum = MAX (minimum - has_minimum, 0) / left;
      int more_natural = MAX (natural - has_natural, 0) / left;

      size->minimum_size += more_minimum;
      size->natural_size += more_natural;
      has_minimum += more_minimum;
      has_natural += more_natural;
    }
}

/* Those of one column first: what they need is not shared. */
static GtkRequestedSize *
measure_columns (NewsTable *self)
{
  GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, get_n_columns (self) + 1);

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->cells->len; i++)
      {
        const Cell *cell = &g_array_index (self->cells, Cell, i);
        GtkRequestedSize *size = &sizes[cell->column];
        int minimum, natural;

        if ((cell->columns > 1) != (pass == 1))
          continue;
        gtk_widget_measure (cell->widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL,
                            NULL);
        if (pass == 1)
          {
            stretch (sizes, cell, minimum, natural);
            continue;
          }
        size->minimum_size = MAX (size->minimum_size, minimum);
        size->natural_size = MAX (size->natural_size, natural);
      }
  for (guint i = 0; i < get_n_columns (self); i++)
    sizes[i].natural_size = MAX (sizes[i].natural_size, sizes[i].minimum_size);

  return sizes;
}

/* Where each column begins, and where the last one ends. */
static int *
dup_lefts (NewsTable *self, int width)
{
  guint n = get_n_columns (self);
  g_autofree GtkRequestedSize *sizes = measure_columns (self);
  int *lefts = g_new0 (int, n + 1);
  int rest = width;

  for (guint i = 0; i < n; i++)
    rest -= sizes[i].minimum_size;
  rest = gtk_distribute_natural_allocation (MAX (rest, 0), n, sizes);
  for (guint i = 0; i < n; i++)
    {
      int more = rest / (int) (n - i);

      lefts[i + 1] = lefts[i] + sizes[i].minimum_size + more;
      rest -= more;
    }

  return lefts;
}

static int
measure_height (const Cell *cell, const int *lefts)
{
  int width = lefts[cell->column + cell->columns] - lefts[cell->column];
  int height;

  gtk_widget_measure (cell->widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

/* What a cell lacks of the rows that it reaches over is given to the last of them. */
static void
raise_row (NewsTable *self, int *heights, const Cell *cell, const int *lefts)
{
  int last = cell->row + count_rows (self, cell) - 1;
  int lacks = measure_height (cell, lefts);

  for (int i = cell->row; i <= last; i++)
    lacks -= heights[i];
  heights[last] += MAX (lacks, 0);
}

/* Where each row begins, and where the last one ends. */
static int *
dup_tops (NewsTable *self, const int *lefts)
{
  guint n = self->rows->len;
  g_autofree int *heights = g_new0 (int, n + 1);
  int *tops = g_new0 (int, n + 1);

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->cells->len; i++)
      {
        const Cell *cell = &g_array_index (self->cells, Cell, i);

        if ((count_rows (self, cell) > 1) == (pass == 1))
          raise_row (self, heights, cell, lefts);
      }
  for (guint i = 0; i < n; i++)
    tops[i + 1] = tops[i] + heights[i];

  return tops;
}

static GtkSizeRequestMode
news_table_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
news_table_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  NewsTable *self = NEWS_TABLE (widget);
  g_autofree GtkRequestedSize *sizes = measure_columns (self);

  *minimum = *natural = 0;
  for (guint i = 0; i < get_n_columns (self); i++)
    {
      *minimum += sizes[i].minimum_size;
      *natural += sizes[i].natural_size;
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      g_autofree int *lefts = dup_lefts (self, for_size >= 0 ? for_size : *natural);
      g_autofree int *tops = dup_tops (self, lefts);

      *minimum = *natural = tops[self->rows->len];
    }
}

static void
place_cell (NewsTable *self, const Cell *cell, const int *lefts, const int *tops, int width)
{
  NewsTableRow *row = g_ptr_array_index (self->rows, cell->row);
  int left = lefts[cell->column];
  int right = lefts[cell->column + cell->columns];
  GdkRectangle place
    = { left, 0, right - left, tops[cell->row + count_rows (self, cell)] - tops[cell->row] };

  /* Where the language is read from the right, the first column is there. */
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    place.x = width - right;
  news_table_row_place (row, cell->widget, &place);
}

static void
news_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NewsTable *self = NEWS_TABLE (widget);
  g_autofree int *lefts = dup_lefts (self, width);
  g_autofree int *tops = dup_tops (self, lefts);

  for (guint i = 0; i < self->cells->len; i++)
    place_cell (self, &g_array_index (self->cells, Cell, i), lefts, tops, width);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkAllocation place = { 0, tops[i], width, tops[i + 1] - tops[i] };
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      /* GTK wants to see that whoever gives a size has asked for it. */
      gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (row, &place, -1);
    }
}

/* --- object --- */

static void
news_table_dispose (GObject *object)
{
  NewsTable *self = NEWS_TABLE (object);

  g_array_set_size (self->cells, 0);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  G_OBJECT_CLASS (news_table_parent_class)->dispose (object);
}

static void
news_table_finalize (GObject *object)
{
  NewsTable *self = NEWS_TABLE (object);

  g_array_unref (self->cells);
  g_array_unref (self->taken);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (news_table_parent_class)->finalize (object);
}

static void
news_table_class_init (NewsTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = news_table_dispose;
  object_class->finalize = news_table_finalize;
  widget_class->get_request_mode = news_table_get_request_mode;
  widget_class->measure = news_table_measure;
  widget_class->size_allocate = news_table_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
news_table_init (NewsTable *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->taken = g_array_new (FALSE, TRUE, sizeof (int));
  self->rows = g_ptr_array_new ();
}

GtkWidget *
news_table_new (void)
{
  return g_object_new (NEWS_TYPE_TABLE, NULL);
}

void
news_table_add_row (NewsTable *self)
{
  GtkWidget *row = news_table_row_new ();

  g_return_if_fail (NEWS_IS_TABLE (self));

  gtk_widget_set_parent (row, GTK_WIDGET (self));
  g_ptr_array_add (self->rows, row);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) self->rows->len, -1);
}

static int
find_free_column (NewsTable *self, int row)
{
  guint column = 0;

  while (column < self->taken->len && g_array_index (self->taken, int, column) > row)
    column++;

  return (int) MIN (column, MAX_COLUMNS - 1);
}

void
news_table_add_cell (NewsTable *self, GtkWidget *widget, int columns, int rows)
{
  Cell cell = { .widget = widget, .rows = MAX (rows, 1) };

  g_return_if_fail (NEWS_IS_TABLE (self) && self->rows->len > 0);

  cell.row = (int) self->rows->len - 1;
  cell.column = find_free_column (self, cell.row);
  cell.columns = CLAMP (columns, 1, MAX_COLUMNS - cell.column);
  if (self->taken->len < (guint) (cell.column + cell.columns))
    g_array_set_size (self->taken, (guint) (cell.column + cell.columns));
  for (int i = cell.column; i < cell.column + cell.columns; i++)
    g_array_index (self->taken, int, i) = cell.row + cell.rows;

  g_array_append_val (self->cells, cell);
  news_table_row_append (g_ptr_array_index (self->rows, cell.row), widget);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                  cell.column + 1, GTK_ACCESSIBLE_RELATION_COL_SPAN, cell.columns,
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX, cell.row + 1,
                                  GTK_ACCESSIBLE_RELATION_ROW_SPAN, cell.rows, -1);
}

static const Cell *
find_cell (NewsTable *self, GtkWidget *widget)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (g_array_index (self->cells, Cell, i).widget == widget)
      return &g_array_index (self->cells, Cell, i);

  return NULL;
}

int
news_table_get_column (NewsTable *self, GtkWidget *cell)
{
  const Cell *found;

  g_return_val_if_fail (NEWS_IS_TABLE (self), -1);

  found = find_cell (self, cell);

  return found != NULL ? found->column : -1;
}

void
news_table_get_span (NewsTable *self, GtkWidget *cell, int *columns, int *rows)
{
  const Cell *found;

  *columns = *rows = 1;
  g_return_if_fail (NEWS_IS_TABLE (self));

  found = find_cell (self, cell);
  if (found == NULL)
    return;
  *columns = found->columns;
  *rows = found->rows;
}
