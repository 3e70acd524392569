/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-search-mover.h"

#include <glib/gi18n.h>

struct _NewsSearchMover
{
  GSimpleActionGroup parent_instance;

  /* Owned */
  NewsSavedSearches *searches;
  NewsSavedSearch *search;

  /* Borrowed */
  GtkWidget *row;
};

G_DEFINE_FINAL_TYPE (NewsSearchMover, news_search_mover, G_TYPE_SIMPLE_ACTION_GROUP)

static guint
count (NewsSearchMover *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->searches));
}

static void
move (NewsSearchMover *self, NewsSavedSearch *search, guint place)
{
  GtkWidget *list = gtk_widget_get_parent (self->row);
  g_autofree char *words = NULL;

  if (!news_saved_searches_move (self->searches, search, place))
    return;

  /* Translators: what a screen reader says of a saved search that was moved: its place among them,
   * and how many there are */
  words
    = g_strdup_printf (C_ ("saved search", "Moved to place %u of %u"),
                       news_saved_searches_get_place (self->searches, search) + 1, count (self));
  if (list != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (list), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* --- keys and menu --- */

static void
move_up_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NewsSearchMover *self = user_data;

  move (self, self->search, news_saved_searches_get_place (self->searches, self->search) - 1);
}

static void
move_down_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NewsSearchMover *self = user_data;

  move (self, self->search, news_saved_searches_get_place (self->searches, self->search) + 1);
}

static const GActionEntry actions[] = {
  { "move-up", move_up_cb, NULL, NULL, NULL, { 0 } },
  { "move-down", move_down_cb, NULL, NULL, NULL, { 0 } },
};

static void
enable (NewsSearchMover *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update (NewsSearchMover *self)
{
  guint place = news_saved_searches_get_place (self->searches, self->search);

  enable (self, "move-up", place != G_MAXUINT && place > 0);
  enable (self, "move-down", place != G_MAXUINT && place + 1 < count (self));
}

/* --- dragging --- */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, NewsSearchMover *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (self->row);

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);

  return gdk_content_provider_new_typed (NEWS_TYPE_SAVED_SEARCH, self->search);
}

static gboolean
is_after (NewsSearchMover *self, double y)
{
  return y > gtk_widget_get_height (self->row) / 2.0;
}

static void
show_gap (NewsSearchMover *self, const char *gap)
{
  gtk_widget_remove_css_class (self->row, "drop-before");
  gtk_widget_remove_css_class (self->row, "drop-after");
  if (gap != NULL)
    gtk_widget_add_css_class (self->row, gap);
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, NewsSearchMover *self)
{
  show_gap (self, is_after (self, y) ? "drop-after" : "drop-before");

  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, NewsSearchMover *self)
{
  show_gap (self, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, NewsSearchMover *self)
{
  NewsSavedSearch *dragged = g_value_get_object (value);
  guint from = news_saved_searches_get_place (self->searches, dragged);
  guint to = news_saved_searches_get_place (self->searches, self->search);

  show_gap (self, NULL);
  if (from == G_MAXUINT || to == G_MAXUINT || from == to)
    return FALSE;

  if (is_after (self, y))
    to++;
  /* What is taken out above moves all below it up by one. */
  if (from < to)
    to--;
  move (self, dragged, to);

  return TRUE;
}

static void
make_draggable (NewsSearchMover *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (NEWS_TYPE_SAVED_SEARCH, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  gtk_widget_add_controller (self->row, GTK_EVENT_CONTROLLER (source));

  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (self->row, GTK_EVENT_CONTROLLER (target));
}

/* --- object --- */

static void
news_search_mover_finalize (GObject *object)
{
  NewsSearchMover *self = NEWS_SEARCH_MOVER (object);

  g_clear_object (&self->searches);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (news_search_mover_parent_class)->finalize (object);
}

static void
news_search_mover_class_init (NewsSearchMoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = news_search_mover_finalize;
}

static void
news_search_mover_init (NewsSearchMover *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

NewsSearchMover *
news_search_mover_new (GtkWidget *row, NewsSavedSearches *searches, NewsSavedSearch *search)
{
  NewsSearchMover *self = g_object_new (NEWS_TYPE_SEARCH_MOVER, NULL);

  self->row = row;
  self->searches = g_object_ref (searches);
  self->search = g_object_ref (search);
  g_signal_connect_object (searches, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  make_draggable (self);

  return self;
}
