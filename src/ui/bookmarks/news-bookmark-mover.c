/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-bookmark-mover.h"

#include "news-headline-model.h"
#include "news-headline-row.h"

#include <glib/gi18n.h>

struct _NewsBookmarkMover
{
  GObject parent_instance;

  /* Owned */
  NewsMarks *marks;

  /* Borrowed, and NULL once it is gone */
  GtkListView *view;
  GtkEventController *source;
  GtkEventController *target;
  GtkWidget *gap; /* the row beside which a bookmark would come */

  gint64 moving; /* what was moved by keys, until the list shows it there; 0 for none */
  gint64 before; /* what it is to come before, 0 for the end */
  gboolean written;
  gint64 followed;  /* whose row is selected again, and scrolled to */
  gboolean focused; /* and gets the focus, which it had */
};

G_DEFINE_FINAL_TYPE (NewsBookmarkMover, news_bookmark_mover, G_TYPE_OBJECT)

static GtkSingleSelection *
get_selection (NewsBookmarkMover *self)
{
  return self->view != NULL ? GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->view)) : NULL;
}

/* The number of the article at @position, 0 behind the end. */
static gint64
get_article (NewsBookmarkMover *self, guint position)
{
  g_autoptr (NewsHeadline) headline
    = g_list_model_get_item (G_LIST_MODEL (get_selection (self)), position);

  return headline != NULL ? headline->article : 0;
}

static guint
find_position (NewsBookmarkMover *self, gint64 article)
{
  GListModel *model = gtk_single_selection_get_model (get_selection (self));

  return news_headline_model_find (NEWS_HEADLINE_MODEL (model), article);
}

/* --- dragging --- */

static NewsHeadlineRow *
find_row (NewsBookmarkMover *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = widget != NULL ? gtk_widget_get_ancestor (widget, NEWS_TYPE_HEADLINE_ROW) : NULL;

  /* Around the row's own widget there is that of the list. */
  if (row == NULL && widget != NULL && widget != GTK_WIDGET (self->view))
    row = gtk_widget_get_first_child (widget);

  return NEWS_IS_HEADLINE_ROW (row) ? NEWS_HEADLINE_ROW (row) : NULL;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, NewsBookmarkMover *self)
{
  NewsHeadlineRow *row = find_row (self, x, y);
  NewsHeadline *headline = row != NULL ? news_headline_row_get_headline (row) : NULL;
  g_autoptr (GdkPaintable) picture = NULL;
  graphene_point_t at;

  if (headline == NULL)
    return NULL;

  picture = gtk_widget_paintable_new (GTK_WIDGET (row));
  if (gtk_widget_compute_point (GTK_WIDGET (self->view), GTK_WIDGET (row),
                                &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    gtk_drag_source_set_icon (source, picture, (int) at.x, (int) at.y);

  return gdk_content_provider_new_typed (NEWS_TYPE_HEADLINE, headline);
}

static void
clear_gap (NewsBookmarkMover *self)
{
  if (self->gap == NULL)
    return;

  gtk_widget_remove_css_class (self->gap, "drop-before");
  gtk_widget_remove_css_class (self->gap, "drop-after");
  g_clear_weak_pointer (&self->gap);
}

static gboolean
is_after (NewsBookmarkMover *self, NewsHeadlineRow *row, double x, double y)
{
  graphene_point_t at;

  return gtk_widget_compute_point (GTK_WIDGET (self->view), GTK_WIDGET (row),
                                   &GRAPHENE_POINT_INIT ((float) x, (float) y), &at)
         && at.y > (float) gtk_widget_get_height (GTK_WIDGET (row)) / 2;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, NewsBookmarkMover *self)
{
  NewsHeadlineRow *row = find_row (self, x, y);

  clear_gap (self);
  if (row == NULL)
    return 0;

  g_set_weak_pointer (&self->gap, gtk_widget_get_parent (GTK_WIDGET (row)));
  gtk_widget_add_css_class (self->gap, is_after (self, row, x, y) ? "drop-after" : "drop-before");

  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, NewsBookmarkMover *self)
{
  clear_gap (self);
}

/* The article before which one that is dropped there comes; 0 for the end. */
static gint64
find_before (NewsBookmarkMover *self, NewsHeadlineRow *row, double x, double y)
{
  NewsHeadline *headline = news_headline_row_get_headline (row);

  if (!is_after (self, row, x, y))
    return headline->article;

  return get_article (self, find_position (self, headline->article) + 1);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, NewsBookmarkMover *self)
{
  NewsHeadline *dragged = g_value_get_object (value);
  NewsHeadlineRow *row = find_row (self, x, y);
  gint64 before;

  clear_gap (self);
  if (row == NULL || news_headline_row_get_headline (row) == NULL || self->marks == NULL)
    return FALSE;

  before = find_before (self, row, x, y);
  if (before == dragged->article)
    return FALSE;
  news_marks_move_bookmark (self->marks, dragged->article, before);

  return TRUE;
}

/* --- keys --- */

/* Where the bookmark at @position goes, *@before being what comes after it there, 0 for nothing.
 * FALSE if it is there. */
static gboolean
find_goal (NewsBookmarkMover *self, guint position, NewsBookmarkStep step, gint64 *before)
{
  guint last = g_list_model_get_n_items (G_LIST_MODEL (get_selection (self))) - 1;
  gboolean up = step == NEWS_BOOKMARK_UP || step == NEWS_BOOKMARK_FIRST;

  if (position == (up ? 0 : last))
    return FALSE;

  if (step == NEWS_BOOKMARK_UP)
    *before = get_article (self, position - 1);
  else if (step == NEWS_BOOKMARK_DOWN)
    *before = get_article (self, position + 2);
  else
    *before = up ? get_article (self, 0) : 0;

  return TRUE;
}

static void
announce (NewsBookmarkMover *self, guint position)
{
  /* Translators: what a screen reader says of a bookmark that was moved: its place in the list, and
   * how many there are */
  g_autofree char *words
    = g_strdup_printf (_ ("Moved to place %u of %u"), position + 1,
                       g_list_model_get_n_items (G_LIST_MODEL (get_selection (self))));

  gtk_accessible_announce (GTK_ACCESSIBLE (self->view), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
painted_cb (GdkFrameClock *clock, NewsBookmarkMover *self)
{
  guint position
    = self->view != NULL ? find_position (self, self->followed) : GTK_INVALID_LIST_POSITION;

  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  self->followed = 0;
  if (position == GTK_INVALID_LIST_POSITION)
    return;

  gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT,
                           NULL);
  if (self->focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* A row that has just come takes no focus before it has its place, in the next frame. */
static void
follow (NewsBookmarkMover *self, gint64 article)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->view));

  self->followed = article;
  if (clock == NULL)
    return;

  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), self, 0);
}

/* What did not move will not be shown elsewhere. */
static void
moved_cb (NewsBookmarkMover *self, gint64 article, gboolean elsewhere)
{
  if (article != self->moving)
    return;

  self->written = TRUE;
  if (!elsewhere)
    self->moving = 0;
}

/* --- object --- */

static void
forget_marks (NewsBookmarkMover *self)
{
  if (self->marks != NULL)
    g_signal_handlers_disconnect_by_data (self->marks, self);
  g_clear_object (&self->marks);
  self->moving = 0;
}

static void
view_gone_cb (gpointer user_data, GObject *view)
{
  NewsBookmarkMover *self = user_data;

  self->view = NULL;
  self->source = NULL;
  self->target = NULL;
}

static void
news_bookmark_mover_dispose (GObject *object)
{
  NewsBookmarkMover *self = NEWS_BOOKMARK_MOVER (object);

  clear_gap (self);
  if (self->view != NULL)
    {
      gtk_widget_remove_controller (GTK_WIDGET (self->view), self->source);
      gtk_widget_remove_controller (GTK_WIDGET (self->view), self->target);
      g_object_weak_unref (G_OBJECT (self->view), view_gone_cb, self);
      self->view = NULL;
    }
  forget_marks (self);

  G_OBJECT_CLASS (news_bookmark_mover_parent_class)->dispose (object);
}

static void
news_bookmark_mover_class_init (NewsBookmarkMoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_bookmark_mover_dispose;
}

static void
news_bookmark_mover_init (NewsBookmarkMover *self)
{
}

static void
add_controllers (NewsBookmarkMover *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (NEWS_TYPE_HEADLINE, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);

  self->source = GTK_EVENT_CONTROLLER (source);
  self->target = GTK_EVENT_CONTROLLER (target);
  gtk_widget_add_controller (GTK_WIDGET (self->view), self->source);
  gtk_widget_add_controller (GTK_WIDGET (self->view), self->target);
}

/* Outside of lists of bookmarks nothing listens. */
static void
set_phase (NewsBookmarkMover *self, GtkPropagationPhase phase)
{
  gtk_event_controller_set_propagation_phase (self->source, phase);
  gtk_event_controller_set_propagation_phase (self->target, phase);
}

NewsBookmarkMover *
news_bookmark_mover_new (GtkListView *view)
{
  NewsBookmarkMover *self = g_object_new (NEWS_TYPE_BOOKMARK_MOVER, NULL);

  self->view = view;
  g_object_weak_ref (G_OBJECT (view), view_gone_cb, self);
  add_controllers (self);
  set_phase (self, GTK_PHASE_NONE);

  return self;
}

void
news_bookmark_mover_set_marks (NewsBookmarkMover *self, NewsMarks *marks)
{
  GtkPropagationPhase phase = marks != NULL ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE;

  g_return_if_fail (NEWS_IS_BOOKMARK_MOVER (self));

  if (self->marks == marks)
    return;

  forget_marks (self);
  self->marks = marks != NULL ? g_object_ref (marks) : NULL;
  if (marks != NULL)
    g_signal_connect_object (marks, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  if (self->view != NULL)
    set_phase (self, phase);
}

gboolean
news_bookmark_mover_step (NewsBookmarkMover *self, NewsBookmarkStep step)
{
  guint position;
  gint64 before;

  g_return_val_if_fail (NEWS_IS_BOOKMARK_MOVER (self), FALSE);

  if (self->marks == NULL || self->view == NULL)
    return FALSE;
  /* A key that is held down goes on once it has done something. */
  if (self->moving != 0 && !self->written)
    return TRUE;

  position = gtk_single_selection_get_selected (get_selection (self));
  if (position == GTK_INVALID_LIST_POSITION || !find_goal (self, position, step, &before))
    return FALSE;

  self->moving = get_article (self, position);
  self->before = before;
  self->written = FALSE;
  self->focused = gtk_widget_get_focus_child (GTK_WIDGET (self->view)) != NULL;
  news_marks_move_bookmark (self->marks, self->moving, before);

  return TRUE;
}

void
news_bookmark_mover_settle (NewsBookmarkMover *self)
{
  guint position;
  gint64 moved;

  g_return_if_fail (NEWS_IS_BOOKMARK_MOVER (self));

  if (self->moving == 0 || self->view == NULL)
    return;

  /* The list may have been read before the move was written. */
  position = find_position (self, self->moving);
  if (position == GTK_INVALID_LIST_POSITION || get_article (self, position + 1) != self->before)
    return;

  moved = self->moving;
  self->moving = 0;
  announce (self, position);
  follow (self, moved);
}
