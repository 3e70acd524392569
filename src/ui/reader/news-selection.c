/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-selection.h"

#include "news-paragraph.h"

#include <string.h>

#define LINE_SEPARATOR "\342\200\250"

/* A place in a text. */
typedef struct
{
  NewsParagraph *paragraph;
  guint index;
} Place;

struct _NewsSelection
{
  GObject parent_instance;

  /* Owned */
  GtkGesture *click;
  GtkGesture *drag;

  /* Borrowed */
  GtkWidget *root; /* NULL once it is gone */

  GWeakRef anchor; /* the paragraph in which the selection began */
  guint anchor_start;
  guint anchor_end; /* after the start if it began with a word or a paragraph */
  int presses;
};

G_DEFINE_FINAL_TYPE (NewsSelection, news_selection, G_TYPE_OBJECT)

/* --- paragraphs --- */

static void
collect (GtkWidget *widget, GPtrArray *paragraphs)
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
    collect (child, paragraphs);
}

static GPtrArray *
list_paragraphs (NewsSelection *self)
{
  GPtrArray *paragraphs = g_ptr_array_new ();

  if (self->root != NULL)
    collect (self->root, paragraphs);

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

/* The place that is nearest to a point of the root. FALSE on a page without text. */
static gboolean
find_place (NewsSelection *self, double x, double y, Place *place)
{
  g_autoptr (GPtrArray) paragraphs = list_paragraphs (self);
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  float nearest = G_MAXFLOAT;

  place->paragraph = NULL;
  for (guint i = 0; i < paragraphs->len; i++)
    {
      graphene_rect_t bounds;
      float distance;

      if (!gtk_widget_compute_bounds (g_ptr_array_index (paragraphs, i), self->root, &bounds))
        continue;
      distance = get_distance (&bounds, point.x, point.y);
      if (distance < nearest)
        {
          nearest = distance;
          place->paragraph = g_ptr_array_index (paragraphs, i);
        }
    }

  if (place->paragraph == NULL
      || !gtk_widget_compute_point (self->root, GTK_WIDGET (place->paragraph), &point, &point))
    return FALSE;

  place->index = news_paragraph_get_index_at (place->paragraph, point.x, point.y);

  return TRUE;
}

/* --- ranges --- */

static guint
get_length (NewsParagraph *paragraph)
{
  return (guint) strlen (news_paragraph_get_letters (paragraph));
}

/* Both ends in their order on the page. */
static void
show_range (NewsSelection *self, Place start, Place end)
{
  g_autoptr (GPtrArray) paragraphs = list_paragraphs (self);
  guint first, last;

  if (!g_ptr_array_find (paragraphs, start.paragraph, &first)
      || !g_ptr_array_find (paragraphs, end.paragraph, &last))
    return;
  if (first > last || (first == last && start.index > end.index))
    {
      show_range (self, end, start);
      return;
    }

  for (guint i = 0; i < paragraphs->len; i++)
    {
      NewsParagraph *paragraph = g_ptr_array_index (paragraphs, i);
      guint from = i == first ? start.index : 0;
      guint to = i == last ? end.index : get_length (paragraph);

      if (i < first || i > last)
        from = to = 0;
      news_paragraph_set_selection (paragraph, from, to);
    }
}

/* What a selection that goes on by words or paragraphs takes in at @place. */
static void
widen (NewsSelection *self, Place place, guint *start, guint *end)
{
  *start = *end = place.index;
  if (self->presses == 2)
    news_paragraph_get_word (place.paragraph, place.index, start, end);
  else if (self->presses > 2)
    {
      *start = 0;
      *end = get_length (place.paragraph);
    }
}

static gboolean
is_before (NewsSelection *self, Place place, NewsParagraph *anchor)
{
  g_autoptr (GPtrArray) paragraphs = list_paragraphs (self);
  guint at, where;

  if (place.paragraph == anchor)
    return place.index < self->anchor_start;

  return g_ptr_array_find (paragraphs, place.paragraph, &at)
         && g_ptr_array_find (paragraphs, anchor, &where) && at < where;
}

/* Selects from where the selection began to @place. */
static void
extend (NewsSelection *self, Place place)
{
  g_autoptr (NewsParagraph) anchor = g_weak_ref_get (&self->anchor);
  guint start, end;

  if (anchor == NULL)
    return;

  widen (self, place, &start, &end);
  if (is_before (self, place, anchor))
    show_range (self, (Place) { place.paragraph, start }, (Place) { anchor, self->anchor_end });
  else
    show_range (self, (Place) { anchor, self->anchor_start }, (Place) { place.paragraph, end });
}

static void
begin (NewsSelection *self, Place place)
{
  g_weak_ref_set (&self->anchor, place.paragraph);
  widen (self, place, &self->anchor_start, &self->anchor_end);
  extend (self, place);
}

/* What is selected can be pasted by the middle button at once. */
static void
set_primary (NewsSelection *self)
{
  g_autofree char *text = news_selection_dup_text (self);

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_primary_clipboard (self->root), text);
}

/* --- the mouse --- */

/* A finger scrolls. */
static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device
    = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
pressed_cb (GtkGestureClick *gesture, int presses, double x, double y, NewsSelection *self)
{
  GdkModifierType state
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (!is_touch (GTK_GESTURE (gesture)))
    news_selection_press (self, presses, x, y, (state & GDK_SHIFT_MASK) != 0);
}

static void
released_cb (GtkGestureClick *gesture, int presses, double x, double y, NewsSelection *self)
{
  set_primary (self);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, NewsSelection *self)
{
  Place place;
  double x, y;

  if (is_touch (GTK_GESTURE (gesture)))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  if (!gtk_drag_check_threshold (self->root, 0, 0, (int) dx, (int) dy)
      || !gtk_gesture_drag_get_start_point (gesture, &x, &y)
      || !find_place (self, x + dx, y + dy, &place))
    return;

  /* So that a link on which a drag began and ends is not followed. */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  extend (self, place);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, NewsSelection *self)
{
  if (self->root != NULL)
    set_primary (self);
}

/* --- object --- */

static void
root_gone_cb (gpointer data, GObject *root)
{
  NewsSelection *self = data;

  self->root = NULL;
}

static void
news_selection_dispose (GObject *object)
{
  NewsSelection *self = NEWS_SELECTION (object);

  if (self->root != NULL)
    {
      g_object_weak_unref (G_OBJECT (self->root), root_gone_cb, self);
      gtk_widget_remove_controller (self->root, GTK_EVENT_CONTROLLER (self->click));
      gtk_widget_remove_controller (self->root, GTK_EVENT_CONTROLLER (self->drag));
      self->root = NULL;
    }
  g_clear_object (&self->click);
  g_clear_object (&self->drag);
  g_weak_ref_clear (&self->anchor);

  G_OBJECT_CLASS (news_selection_parent_class)->dispose (object);
}

static void
news_selection_class_init (NewsSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_selection_dispose;
}

static void
news_selection_init (NewsSelection *self)
{
  g_weak_ref_init (&self->anchor, NULL);
  self->click = gtk_gesture_click_new ();
  self->drag = gtk_gesture_drag_new ();
  gtk_gesture_group (self->click, self->drag);
}

NewsSelection *
news_selection_new (GtkWidget *root)
{
  NewsSelection *self = g_object_new (NEWS_TYPE_SELECTION, NULL);

  self->root = root;
  g_object_weak_ref (G_OBJECT (root), root_gone_cb, self);
  g_signal_connect (self->click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (self->click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (root, GTK_EVENT_CONTROLLER (g_object_ref (self->click)));
  gtk_widget_add_controller (root, GTK_EVENT_CONTROLLER (g_object_ref (self->drag)));

  return self;
}

void
news_selection_press (NewsSelection *self, int presses, double x, double y, gboolean go_on)
{
  Place place;

  g_return_if_fail (NEWS_IS_SELECTION (self));

  if (!find_place (self, x, y, &place))
    return;

  self->presses = presses;
  if (go_on)
    extend (self, place);
  else
    begin (self, place);
}

void
news_selection_clear (NewsSelection *self)
{
  g_autoptr (GPtrArray) paragraphs = NULL;

  g_return_if_fail (NEWS_IS_SELECTION (self));

  paragraphs = list_paragraphs (self);
  for (guint i = 0; i < paragraphs->len; i++)
    news_paragraph_set_selection (g_ptr_array_index (paragraphs, i), 0, 0);
  g_weak_ref_set (&self->anchor, NULL);
}

void
news_selection_select_all (NewsSelection *self)
{
  g_autoptr (GPtrArray) paragraphs = NULL;

  g_return_if_fail (NEWS_IS_SELECTION (self));

  paragraphs = list_paragraphs (self);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      NewsParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      news_paragraph_set_selection (paragraph, 0, get_length (paragraph));
    }
}

char *
news_selection_dup_text (NewsSelection *self)
{
  g_autoptr (GPtrArray) paragraphs = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (NEWS_IS_SELECTION (self), NULL);

  paragraphs = list_paragraphs (self);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      NewsParagraph *paragraph = g_ptr_array_index (paragraphs, i);
      guint start, end;

      if (!news_paragraph_get_selection (paragraph, &start, &end))
        continue;
      if (text->len > 0)
        g_string_append (text, "\n\n");
      g_string_append_len (text, news_paragraph_get_letters (paragraph) + start,
                           (gssize) (end - start));
    }
  g_string_replace (text, LINE_SEPARATOR, "\n", 0);

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
