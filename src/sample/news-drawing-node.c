/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-drawing-node.h"

#include "news-drawing-error.h"
#include "news-drawing-shape.h"

#include <string.h>

/* What a use element adds to its transform. */
typedef struct
{
  double x, y;
} Place;

static gboolean
set_clip (NewsDrawingNode *self, const char *value, const NewsDrawingNames *known)
{
  g_autofree char *id = news_drawing_parse_reference (value, "url");

  self->clip = id != NULL ? g_hash_table_lookup (known->clips, id) : NULL;
  if (self->clip != NULL)
    self->weight += self->clip->weight;

  return self->clip != NULL;
}

static gboolean
set_used (NewsDrawingNode *self, const char *value, const NewsDrawingNames *known)
{
  g_autofree char *id = news_drawing_parse_reference (value, NULL);

  self->used = id != NULL ? g_hash_table_lookup (known->nodes, id) : NULL;
  if (self->used != NULL)
    self->weight += self->used->weight;

  return self->used != NULL;
}

static gboolean
set (NewsDrawingNode *self,
     const char *element,
     const char *name,
     const char *value,
     const NewsDrawingNames *known,
     Place *place)
{
  if (news_drawing_shape_has_attribute (element, name) || strcmp (name, "id") == 0)
    return TRUE;
  if (news_drawing_style_knows (name))
    return news_drawing_style_set (&self->style, name, value, known->gradients);
  if (strcmp (name, "transform") == 0)
    return news_drawing_parse_transform (value, &self->matrix);
  if (strcmp (name, "opacity") == 0)
    return news_drawing_parse_number (value, TRUE, &self->opacity) && self->opacity >= 0
           && self->opacity <= 1;
  if (strcmp (name, "clip-path") == 0)
    return set_clip (self, value, known);
  if (strcmp (element, "use") == 0 && strcmp (name, "href") == 0)
    return set_used (self, value, known);
  if (strcmp (element, "use") == 0 && strcmp (name, "x") == 0)
    return news_drawing_parse_number (value, FALSE, &place->x);
  if (strcmp (element, "use") == 0 && strcmp (name, "y") == 0)
    return news_drawing_parse_number (value, FALSE, &place->y);

  return FALSE;
}

static gboolean
set_all (NewsDrawingNode *self,
         const char *element,
         const char **names,
         const char **values,
         const NewsDrawingNames *known,
         GError **error)
{
  Place place = { 0, 0 };

  for (guint i = 0; names[i] != NULL; i++)
    if (!set (self, element, names[i], values[i], known, &place))
      {
        news_drawing_set_attribute_error (error, names[i], values[i]);
        return FALSE;
      }
  cairo_matrix_translate (&self->matrix, place.x, place.y);

  return TRUE;
}

static gboolean
set_path (NewsDrawingNode *self,
          const char *element,
          const char **names,
          const char **values,
          GError **error)
{
  self->path = news_drawing_shape_create_path (element, names, values, error);
  if (self->path == NULL)
    return FALSE;
  if (!news_drawing_shape_measure (self->path, &self->bounds))
    {
      news_drawing_set_attribute_error (error, element, "out of reach");
      return FALSE;
    }

  return TRUE;
}

static void
add_outlines (NewsDrawingNode *self, cairo_t *cr)
{
  cairo_matrix_t before;

  cairo_get_matrix (cr, &before);
  cairo_transform (cr, &self->matrix);
  if (self->path != NULL)
    gsk_path_to_cairo (self->path, cr);
  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    add_outlines (g_ptr_array_index (self->children, i), cr);
  if (self->used != NULL)
    add_outlines (self->used, cr);
  cairo_set_matrix (cr, &before);
}

static void
draw_children (NewsDrawingNode *self, cairo_t *cr, const NewsDrawingStyle *style)
{
  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    news_drawing_node_draw (g_ptr_array_index (self->children, i), cr, style);
  if (self->used != NULL)
    news_drawing_node_draw (self->used, cr, style);
}

NewsDrawingNode *
news_drawing_node_new (const char *element,
                       const char **names,
                       const char **values,
                       const NewsDrawingNames *known,
                       GError **error)
{
  g_autoptr (NewsDrawingNode) self = g_new0 (NewsDrawingNode, 1);

  news_drawing_style_init (&self->style);
  cairo_matrix_init_identity (&self->matrix);
  self->opacity = 1;
  self->weight = 1;
  if (!set_all (self, element, names, values, known, error))
    return NULL;
  if (news_drawing_shape_knows (element) && !set_path (self, element, names, values, error))
    return NULL;
  if (strcmp (element, "use") == 0 && self->used == NULL)
    {
      news_drawing_set_attribute_error (error, "href", "");
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
news_drawing_node_free (NewsDrawingNode *self)
{
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->path, gsk_path_unref);
  g_free (self);
}

void
news_drawing_node_add (NewsDrawingNode *self, NewsDrawingNode *child)
{
  if (self->children == NULL)
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) news_drawing_node_free);
  g_ptr_array_add (self->children, child);
}

void
news_drawing_node_draw (NewsDrawingNode *self, cairo_t *cr, const NewsDrawingStyle *outer)
{
  NewsDrawingStyle style = self->style;
  gboolean in_group = self->path == NULL && self->opacity < 1;

  news_drawing_style_inherit (&style, outer);
  cairo_save (cr);
  cairo_transform (cr, &self->matrix);
  if (self->clip != NULL)
    {
      add_outlines (self->clip, cr);
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
      cairo_clip (cr);
    }

  if (in_group)
    cairo_push_group (cr);
  if (self->path != NULL)
    {
      gsk_path_to_cairo (self->path, cr);
      news_drawing_style_draw (&style, cr, &self->bounds, self->opacity);
      cairo_new_path (cr);
    }
  draw_children (self, cr, &style);
  if (in_group)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, self->opacity);
    }
  cairo_restore (cr);
}
