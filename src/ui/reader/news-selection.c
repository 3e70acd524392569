/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-selection.h"

#include <string.h>

#define LINE_SEPARATOR "\342\200\250"

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

  GWeakRef end; /* the paragraph in which it ends for now */
  guint end_index;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsSelection, news_selection, G_TYPE_OBJECT)

/* --- paragraphs --- */

static GPtrArray *
list_paragraphs (NewsSelection *self)
{
  return self->root != NULL ? news_page_places_list (self->root, FALSE) : g_ptr_array_new ();
}

/* --- ranges --- */

static guint
get_length (NewsParagraph *paragraph)
{
  return (guint) strlen (news_paragraph_get_letters (paragraph));
}

/* Both ends in their order on the page. */
static void
show_range (NewsSelection *self, NewsPagePlace start, NewsPagePlace end)
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
widen (NewsSelection *self, NewsPagePlace place, guint *start, guint *end)
{
  guint from = place.index;
  guint to = place.index;

  if (self->presses == 2)
    {
      news_paragraph_get_word (place.paragraph, place.index, &from, &to);
    }
  else if (self->presses > 2)
    {
      from = 0;
      to = get_length (place.paragraph);
    }
  if (start != NULL)
    *start = from;
  if (end != NULL)
    *end = to;
}

/* Selects from where the selection began to @place. */
static void
extend (NewsSelection *self, NewsPagePlace place)
{
  g_autoptr (NewsParagraph) anchor = g_weak_ref_get (&self->anchor);
  NewsPagePlace first, last;

  if (anchor == NULL)
    return;

  first = (NewsPagePlace) { anchor, self->anchor_start };
  last = (NewsPagePlace) { anchor, self->anchor_end };
  if (news_page_places_compare (self->root, &place, &first) < 0)
    {
      widen (self, place, &place.index, NULL);
      show_range (self, place, last);
    }
  else
    {
      widen (self, place, NULL, &place.index);
      show_range (self, first, place);
    }
  g_weak_ref_set (&self->end, place.paragraph);
  self->end_index = place.index;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
begin (NewsSelection *self, NewsPagePlace place)
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
  NewsPagePlace place;
  double x, y;

  if (is_touch (GTK_GESTURE (gesture)))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  if (!gtk_drag_check_threshold (self->root, 0, 0, (int) dx, (int) dy)
      || !gtk_gesture_drag_get_start_point (gesture, &x, &y)
      || !news_page_places_find (self->root, x + dx, y + dy, &place))
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

  G_OBJECT_CLASS (news_selection_parent_class)->dispose (object);
}

static void
news_selection_finalize (GObject *object)
{
  NewsSelection *self = NEWS_SELECTION (object);

  g_weak_ref_clear (&self->anchor);
  g_weak_ref_clear (&self->end);

  G_OBJECT_CLASS (news_selection_parent_class)->finalize (object);
}

static void
news_selection_class_init (NewsSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_selection_dispose;
  G_OBJECT_CLASS (klass)->finalize = news_selection_finalize;

  signals[CHANGED] = g_signal_new ("changed", NEWS_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
news_selection_init (NewsSelection *self)
{
  g_weak_ref_init (&self->anchor, NULL);
  g_weak_ref_init (&self->end, NULL);
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
  NewsPagePlace place;

  g_return_if_fail (NEWS_IS_SELECTION (self));

  if (self->root == NULL || !news_page_places_find (self->root, x, y, &place))
    return;

  self->presses = presses;
  if (go_on)
    extend (self, place);
  else
    begin (self, place);
}

void
news_selection_place (NewsSelection *self, const NewsPagePlace *place)
{
  g_return_if_fail (NEWS_IS_SELECTION (self));

  self->presses = 1;
  begin (self, *place);
}

void
news_selection_extend (NewsSelection *self, const NewsPagePlace *place)
{
  g_return_if_fail (NEWS_IS_SELECTION (self));

  self->presses = 1;
  extend (self, *place);
  if (self->root != NULL)
    set_primary (self);
}

gboolean
news_selection_get_end (NewsSelection *self, NewsPagePlace *place)
{
  g_autoptr (NewsParagraph) end = NULL;

  g_return_val_if_fail (NEWS_IS_SELECTION (self), FALSE);

  end = g_weak_ref_get (&self->end);
  if (end == NULL || self->root == NULL || !gtk_widget_is_ancestor (GTK_WIDGET (end), self->root))
    return FALSE;

  /* The page holds it. */
  place->paragraph = end;
  place->index = MIN (self->end_index, get_length (end));

  return TRUE;
}

gboolean
news_selection_is_empty (NewsSelection *self)
{
  g_autoptr (GPtrArray) paragraphs = NULL;
  guint start, end;

  g_return_val_if_fail (NEWS_IS_SELECTION (self), TRUE);

  paragraphs = list_paragraphs (self);
  for (guint i = 0; i < paragraphs->len; i++)
    if (news_paragraph_get_selection (g_ptr_array_index (paragraphs, i), &start, &end))
      return FALSE;

  return TRUE;
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
  g_weak_ref_set (&self->end, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
news_selection_select_all (NewsSelection *self)
{
  g_autoptr (GPtrArray) paragraphs = NULL;
  NewsParagraph *last;

  g_return_if_fail (NEWS_IS_SELECTION (self));

  paragraphs = list_paragraphs (self);
  if (paragraphs->len == 0)
    return;

  last = g_ptr_array_index (paragraphs, paragraphs->len - 1);
  news_selection_place (self, &(NewsPagePlace) { g_ptr_array_index (paragraphs, 0), 0 });
  news_selection_extend (self, &(NewsPagePlace) { last, get_length (last) });
}

char *
news_selection_dup_text (NewsSelection *self)
{
  g_autoptr (GPtrArray) paragraphs = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean follows_part = FALSE;

  g_return_val_if_fail (NEWS_IS_SELECTION (self), NULL);

  paragraphs = list_paragraphs (self);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      NewsParagraph *paragraph = g_ptr_array_index (paragraphs, i);
      guint start, end;

      if (!news_paragraph_get_selection (paragraph, &start, &end))
        continue;
      /* Parts of one have between them what they end with. */
      if (text->len > 0 && !follows_part)
        g_string_append (text, "\n\n");
      follows_part = gtk_widget_has_css_class (GTK_WIDGET (paragraph), "goes-on");
      g_string_append_len (text, news_paragraph_get_letters (paragraph) + start,
                           (gssize) (end - start));
    }
  g_string_replace (text, LINE_SEPARATOR, "\n", 0);

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
