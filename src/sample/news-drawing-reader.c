/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-drawing-reader.h"

#include "news-drawing-error.h"
#include "news-drawing-shape.h"

#include <string.h>

/* Elements inside one another are drawn by recursion, and use elements multiply what is drawn: both
 * are bounded, so that a small file can take neither the stack nor the evening. */
#define MAX_DEPTH 24
#define MAX_WEIGHT 50000

typedef struct
{
  NewsDrawingTree *tree;
  GPtrArray *open;               /* NewsDrawingNode, borrowed; NULL for defs */
  GPtrArray *open_ids;           /* char*, or NULL: of those but the root and defs */
  GHashTable *ids;               /* all so far */
  NewsDrawingGradient *gradient; /* borrowed: the one that is open */
  guint silent;                  /* depth inside title and desc */
} Reader;

static const char *const gradients[] = { "linearGradient", "radialGradient" };
static const char *const groups[] = { "g", "clipPath", "use" };

static gboolean
is_one_of (const char *element, const char *const *list, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (strcmp (list[i], element) == 0)
      return TRUE;

  return FALSE;
}

static const char *
find_value (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];

  return NULL;
}

static NewsDrawingNode *
get_innermost (Reader *self)
{
  return g_ptr_array_index (self->open, self->open->len - 1);
}

static gboolean
read_root (Reader *self, const char **names, const char **values, GError **error)
{
  static const char *const harmless[] = { "xmlns", "width", "height", "version" };
  const char *nothing[] = { NULL };
  cairo_rectangle_t *view = &self->tree->view;
  double numbers[4];
  gsize n_numbers;

  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "viewBox") == 0)
      {
        if (!news_drawing_parse_numbers (values[i], numbers, 4, &n_numbers) || n_numbers != 4)
          {
            news_drawing_set_attribute_error (error, names[i], values[i]);
            return FALSE;
          }
        *view = (cairo_rectangle_t) { numbers[0], numbers[1], numbers[2], numbers[3] };
      }
    else if (!is_one_of (names[i], harmless, G_N_ELEMENTS (harmless)))
      {
        news_drawing_set_attribute_error (error, names[i], values[i]);
        return FALSE;
      }

  if (view->width < 1 || view->height < 1 || view->width > 8 * view->height
      || view->height > 8 * view->width)
    {
      news_drawing_set_attribute_error (error, "viewBox", "missing, or too narrow");
      return FALSE;
    }
  self->tree->root = news_drawing_node_new ("g", nothing, nothing, &self->tree->names, error);
  g_ptr_array_add (self->open, self->tree->root);

  return TRUE;
}

static gboolean
read_gradient (Reader *self,
               const char *element,
               const char **names,
               const char **values,
               GError **error)
{
  const char *id = find_value (names, values, "id");
  NewsDrawingGradient *gradient;

  if (id == NULL)
    {
      news_drawing_set_attribute_error (error, "id", "");
      return FALSE;
    }
  gradient
    = news_drawing_gradient_new (strcmp (element, "radialGradient") == 0, names, values, error);
  if (gradient == NULL)
    return FALSE;
  self->gradient = gradient;
  g_hash_table_insert (self->tree->names.gradients, g_strdup (id), gradient);

  return TRUE;
}

/* Two of the same id would free a gradient that shapes still name. */
static gboolean
check_id (Reader *self, const char **names, const char **values, GError **error)
{
  const char *id = find_value (names, values, "id");

  if (id != NULL && !g_hash_table_add (self->ids, g_strdup (id)))
    {
      news_drawing_set_attribute_error (error, "id", id);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_drawn_in_place (NewsDrawingNode *parent, const char *element)
{
  return parent != NULL && strcmp (element, "clipPath") != 0;
}

static gboolean
read_node (Reader *self,
           const char *element,
           const char **names,
           const char **values,
           GError **error)
{
  NewsDrawingNode *parent = get_innermost (self);
  NewsDrawingNode *node;

  if (parent != NULL && (parent->path != NULL || parent->used != NULL))
    {
      g_set_error (error, NEWS_DRAWING_ERROR, NEWS_DRAWING_ERROR_INVALID, "<%s> inside a shape",
                   element);
      return FALSE;
    }
  node = news_drawing_node_new (element, names, values, &self->tree->names, error);
  if (node == NULL)
    return FALSE;
  if (is_drawn_in_place (parent, element))
    news_drawing_node_add (parent, node);
  else
    g_ptr_array_add (self->tree->definitions, node);
  g_ptr_array_add (self->open, node);
  g_ptr_array_add (self->open_ids, g_strdup (find_value (names, values, "id")));

  return TRUE;
}

/* Only now can the element be named: so it never names itself. */
static void
end_node (Reader *self, const char *element, GError **error)
{
  NewsDrawingNode *node = g_ptr_array_steal_index (self->open, self->open->len - 1);
  NewsDrawingNode *parent = get_innermost (self);
  char *id = g_ptr_array_steal_index (self->open_ids, self->open_ids->len - 1);

  if (is_drawn_in_place (parent, element))
    parent->weight += node->weight;
  if (MAX (node->weight, parent != NULL ? parent->weight : 0) > MAX_WEIGHT)
    g_set_error (error, NEWS_DRAWING_ERROR, NEWS_DRAWING_ERROR_TOO_LARGE,
                 "More than %d elements to draw", MAX_WEIGHT);
  if (id != NULL)
    g_hash_table_insert (strcmp (element, "clipPath") == 0 ? self->tree->names.clips
                                                           : self->tree->names.nodes,
                         id, node);
}

static void
start_drawn (Reader *self,
             const char *element,
             const char **names,
             const char **values,
             GError **error)
{
  if (!check_id (self, names, values, error))
    return;

  if (self->gradient != NULL && strcmp (element, "stop") == 0)
    news_drawing_gradient_add_stop (self->gradient, names, values, error);
  else if (self->gradient == NULL && is_one_of (element, gradients, G_N_ELEMENTS (gradients)))
    read_gradient (self, element, names, values, error);
  else if (self->gradient == NULL && strcmp (element, "defs") == 0)
    g_ptr_array_add (self->open, NULL);
  else if (self->gradient == NULL
           && (news_drawing_shape_knows (element)
               || is_one_of (element, groups, G_N_ELEMENTS (groups))))
    read_node (self, element, names, values, error);
  else
    g_set_error (error, NEWS_DRAWING_ERROR, NEWS_DRAWING_ERROR_INVALID,
                 "<%s> can't be in a drawing, or not here", element);
}

static void
start_cb (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Reader *self = data;

  if (self->open->len == 0)
    {
      /* Before the root, or after it. */
      if (self->tree->root == NULL && strcmp (element, "svg") == 0)
        read_root (self, names, values, error);
      else
        g_set_error (error, NEWS_DRAWING_ERROR, NEWS_DRAWING_ERROR_INVALID,
                     "<%s> is not the <svg> that is all there is", element);
    }
  else if (self->silent > 0 || strcmp (element, "title") == 0 || strcmp (element, "desc") == 0)
    self->silent++;
  else if (self->open->len >= MAX_DEPTH)
    g_set_error (error, NEWS_DRAWING_ERROR, NEWS_DRAWING_ERROR_TOO_LARGE,
                 "More than %d elements inside one another", MAX_DEPTH);
  else
    start_drawn (self, element, names, values, error);
}

static void
end_cb (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reader *self = data;

  if (self->silent > 0)
    self->silent--;
  else if (is_one_of (element, gradients, G_N_ELEMENTS (gradients)))
    self->gradient = NULL;
  else if (strcmp (element, "defs") == 0 || strcmp (element, "svg") == 0)
    g_ptr_array_set_size (self->open, (int) self->open->len - 1);
  else if (strcmp (element, "stop") != 0)
    end_node (self, element, error);
}

static NewsDrawingTree *
tree_new (void)
{
  NewsDrawingTree *self = g_new0 (NewsDrawingTree, 1);

  self->definitions = g_ptr_array_new_with_free_func ((GDestroyNotify) news_drawing_node_free);
  self->names.gradients = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                 (GDestroyNotify) news_drawing_gradient_free);
  self->names.clips = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names.nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

NewsDrawingTree *
news_drawing_tree_read (const char *text, gsize length, GError **error)
{
  static const GMarkupParser parser = { .start_element = start_cb, .end_element = end_cb };
  g_autoptr (NewsDrawingTree) tree = tree_new ();
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GPtrArray) open_ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = { .tree = tree, .open = open, .open_ids = open_ids, .ids = ids };
  g_autoptr (GMarkupParseContext) context
    = g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, &reader, NULL);

  if (!g_markup_parse_context_parse (context, text, (gssize) length, error)
      || !g_markup_parse_context_end_parse (context, error))
    return NULL;
  if (tree->root == NULL)
    {
      g_set_error (error, NEWS_DRAWING_ERROR, NEWS_DRAWING_ERROR_INVALID, "There is no <svg>");
      return NULL;
    }

  return g_steal_pointer (&tree);
}

void
news_drawing_tree_free (NewsDrawingTree *self)
{
  g_clear_pointer (&self->root, news_drawing_node_free);
  g_ptr_array_unref (self->definitions);
  g_hash_table_unref (self->names.gradients);
  g_hash_table_unref (self->names.clips);
  g_hash_table_unref (self->names.nodes);
  g_free (self);
}
