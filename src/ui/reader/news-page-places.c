/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-places.h"

static void
collect (GtkWidget *widget, gboolean folded, GPtrArray *paragraphs)
{
  if (!gtk_widget_get_visible (widget))
    return;

  if (NEWS_IS_PARAGRAPH (widget))
    {
      g_ptr_array_add (paragraphs, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, folded, paragraphs);

  /* What is folded away is no child in the tree. */
  if (folded && GTK_IS_EXPANDER (widget) && !gtk_expander_get_expanded (GTK_EXPANDER (widget))
      && gtk_expander_get_child (GTK_EXPANDER (widget)) != NULL)
    collect (gtk_expander_get_child (GTK_EXPANDER (widget)), folded, paragraphs);
}

GPtrArray *
news_page_places_list (GtkWidget *root, gboolean folded)
{
  GPtrArray *paragraphs = g_ptr_array_new ();

  collect (root, folded, paragraphs);

  return paragraphs;
}

static float
get_distance (const graphene_rect_t *bounds, float x, float y)
{
  float left = bounds->origin.x;
  float top = bounds->origin.y;
  float across = MAX (MAX (left - x, x - left - bounds->size.width), 0);
  float down = MAX (MAX (top - y, y - top - bounds->size.height), 0);

  /* Beside a line is nearer than above it: the page is read by lines. */
  return down * 16 + across;
}

gboolean
news_page_places_find (GtkWidget *root, double x, double y, NewsPagePlace *place)
{
  g_autoptr (GPtrArray) paragraphs = news_page_places_list (root, FALSE);
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  float nearest = G_MAXFLOAT;

  place->paragraph = NULL;
  for (guint i = 0; i < paragraphs->len; i++)
    {
      graphene_rect_t bounds;
      float distance;

      if (!gtk_widget_compute_bounds (g_ptr_array_index (paragraphs, i), root, &bounds))
        continue;
      distance = get_distance (&bounds, point.x, point.y);
      if (distance < nearest)
        {
          nearest = distance;
          place->paragraph = g_ptr_array_index (paragraphs, i);
        }
    }

  if (place->paragraph == NULL
      || !gtk_widget_compute_point (root, GTK_WIDGET (place->paragraph), &point, &point))
    return FALSE;

  place->index = news_paragraph_get_index_at (place->paragraph, point.x, point.y);

  return TRUE;
}

gboolean
news_page_places_get_caret (GtkWidget *root, const NewsPagePlace *place, graphene_rect_t *caret)
{
  graphene_point_t corner;

  news_paragraph_get_caret_place (place->paragraph, place->index, caret);
  if (!gtk_widget_compute_point (GTK_WIDGET (place->paragraph), root, &caret->origin, &corner))
    return FALSE;

  caret->origin = corner;

  return TRUE;
}

int
news_page_places_compare (GtkWidget *root, const NewsPagePlace *place, const NewsPagePlace *other)
{
  g_autoptr (GPtrArray) paragraphs = NULL;
  guint at = 0;
  guint where = 0;

  if (place->paragraph == other->paragraph)
    return (place->index > other->index) - (place->index < other->index);

  paragraphs = news_page_places_list (root, TRUE);
  if (!g_ptr_array_find (paragraphs, place->paragraph, &at)
      || !g_ptr_array_find (paragraphs, other->paragraph, &where))
    return 0;

  return at < where ? -1 : 1;
}
