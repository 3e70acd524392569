/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-sight.h"

/* Pixels that are to be seen above and below. */
#define MARGIN 40

/* Where on the screen what was out of sight is shown. */
#define THIRD (1.0 / 3)

/* Frames after which a page that is not laid out is given up. */
#define PATIENCE 60

typedef struct
{
  guint start;
  guint end;
  guint frames;
} Wish;

static gboolean
unfold (GtkWidget *widget, GtkWidget *wanted, gboolean *folded)
{
  if (widget == wanted)
    return TRUE;

  if (GTK_IS_EXPANDER (widget) && !gtk_expander_get_expanded (GTK_EXPANDER (widget)))
    {
      GtkWidget *child = gtk_expander_get_child (GTK_EXPANDER (widget));

      if (child == NULL || !unfold (child, wanted, folded))
        return FALSE;

      gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
      *folded = TRUE;
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (unfold (child, wanted, folded))
      return TRUE;

  return FALSE;
}

gboolean
news_page_sight_unfold (GtkWidget *root, NewsParagraph *paragraph)
{
  gboolean folded = FALSE;

  unfold (root, GTK_WIDGET (paragraph), &folded);

  return folded;
}

/* What is out of sight is brought to a third of the height: what leads to it can be read. */
static void
scroll (GtkAdjustment *adjustment, double from, double to, double third)
{
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);

  if (gtk_adjustment_get_upper (adjustment) <= page || (from >= value && to <= value + page))
    return;

  gtk_adjustment_set_value (adjustment, third > 0      ? (from + to) / 2 - page * third
                                        : from < value ? from
                                                       : to - page);
}

static void
scroll_window (GtkScrolledWindow *window,
               GtkWidget *paragraph,
               const graphene_rect_t *rectangle,
               double third)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (window);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (window);
  graphene_point_t corner;

  if (!gtk_widget_compute_point (paragraph, GTK_WIDGET (window), &rectangle->origin, &corner))
    return;

  corner.x += (float) gtk_adjustment_get_value (across);
  corner.y += (float) gtk_adjustment_get_value (down);
  scroll (across, corner.x - MARGIN, corner.x + rectangle->size.width + MARGIN, 0);
  scroll (down, corner.y - MARGIN, corner.y + rectangle->size.height + MARGIN, third);
}

static void
scroll_all (NewsParagraph *self, guint start, guint end, double third)
{
  GtkWidget *paragraph = GTK_WIDGET (self);
  g_autoptr (GArray) rectangles = news_paragraph_get_rectangles (self, start, end);
  graphene_rect_t rectangle;

  news_paragraph_get_caret_place (self, start, &rectangle);
  if (rectangles->len > 0)
    rectangle = g_array_index (rectangles, graphene_rect_t, 0);
  for (GtkWidget *parent = gtk_widget_get_parent (paragraph); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    if (GTK_IS_SCROLLED_WINDOW (parent))
      scroll_window (GTK_SCROLLED_WINDOW (parent), paragraph, &rectangle, third);
}

/* The first tick may come before the layout of what has just been unfolded or come near. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Wish *wish = user_data;
  graphene_rect_t bounds;

  wish->frames++;
  if (wish->frames < 2)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_get_width (widget) == 0
      || !gtk_widget_compute_bounds (widget, GTK_WIDGET (gtk_widget_get_root (widget)), &bounds))
    return wish->frames < PATIENCE ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;

  scroll_all (NEWS_PARAGRAPH (widget), wish->start, wish->end, THIRD);

  return G_SOURCE_REMOVE;
}

void
news_page_sight_show (NewsParagraph *paragraph, guint start, guint end, gboolean wait)
{
  gboolean far = news_paragraph_get_far (paragraph);
  Wish *wish;

  if (!wait)
    scroll_all (paragraph, start, end, THIRD);
  if (!wait && !far)
    return;

  /* What is far stands where it is thought to be, until all that is in sight with it is set. */
  wish = g_new0 (Wish, 1);
  wish->start = start;
  wish->end = end;
  gtk_widget_add_tick_callback (GTK_WIDGET (paragraph), tick_cb, wish, g_free);
}

void
news_page_sight_follow (const NewsPagePlace *place)
{
  scroll_all (place->paragraph, place->index, place->index, 0);
}

/* Viewports listen to the window's focus and act at once. */
gboolean
news_page_sight_focus (GtkWidget *widget)
{
  g_autoptr (GPtrArray) viewports = g_ptr_array_new ();
  gboolean focused;

  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    if (GTK_IS_VIEWPORT (parent) && gtk_viewport_get_scroll_to_focus (GTK_VIEWPORT (parent)))
      g_ptr_array_add (viewports, parent);

  for (guint i = 0; i < viewports->len; i++)
    gtk_viewport_set_scroll_to_focus (g_ptr_array_index (viewports, i), FALSE);
  focused = gtk_widget_grab_focus (widget);
  for (guint i = 0; i < viewports->len; i++)
    gtk_viewport_set_scroll_to_focus (g_ptr_array_index (viewports, i), TRUE);

  return focused;
}

GtkScrolledWindow *
news_page_sight_get_scroller (GtkWidget *root)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (root, GTK_TYPE_SCROLLED_WINDOW);

  return scroller != NULL ? GTK_SCROLLED_WINDOW (scroller) : NULL;
}

gboolean
news_page_sight_get_visible (GtkWidget *root, graphene_rect_t *visible)
{
  GtkScrolledWindow *scroller = news_page_sight_get_scroller (root);
  GtkWidget *around = scroller != NULL ? GTK_WIDGET (scroller) : root;
  graphene_point_t zero = GRAPHENE_POINT_INIT (0, 0);

  if (!gtk_widget_get_mapped (root)
      || !gtk_widget_compute_point (around, root, &zero, &visible->origin))
    return FALSE;

  visible->size = GRAPHENE_SIZE_INIT ((float) gtk_widget_get_width (around),
                                      (float) gtk_widget_get_height (around));

  return TRUE;
}

GtkWidget *
news_page_sight_find (GtkWidget *root,
                      GtkWidget *around,
                      double y,
                      gboolean (*wants) (GtkWidget *widget))
{
  graphene_rect_t place;

  if (!gtk_widget_get_mapped (root) || !gtk_widget_compute_bounds (root, around, &place)
      || place.origin.y + place.size.height <= y)
    return NULL;
  if (wants (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = news_page_sight_find (child, around, y, wants);

      if (found != NULL)
        return found;
    }

  return NULL;
}
