/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-arrivals.h"

#include <glib/gi18n.h>

/* Pixels from the beginning within which a list counts as not scrolled. */
#define TOP 60

/* Microseconds within which a list that begins gets its rows, their sizes and the window's. */
#define SETTLING (G_USEC_PER_SEC / 2)

struct _NewsArrivals
{
  AdwBin parent_instance;

  /* Template children */
  AdwButtonContent *content;

  /* Borrowed */
  GtkAdjustment *adjustment;
  GtkListView *view;
  NewsHeadlineModel *model;

  gint64 begun;  /* when the list did, while it is kept at its top; 0 after that */
  double height; /* of all that there was to scroll, in the last frame */

  gint64 seen; /* the first article when the list was last at its top, 0 for none */
  guint count;
  guint told; /* of these, to a screen reader */
};

G_DEFINE_FINAL_TYPE (NewsArrivals, news_arrivals, ADW_TYPE_BIN)

static gboolean
is_at_top (NewsArrivals *self)
{
  return gtk_adjustment_get_value (self->adjustment) < TOP;
}

static void painted_cb (GdkFrameClock *clock, NewsArrivals *self);

static void
let_go (NewsArrivals *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->view));

  if (clock != NULL)
    g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  self->begun = 0;
}

/* Whether what has the focus, if it is in the list, would not be. */
static gboolean
leaves_focus (NewsArrivals *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->view));
  double value = gtk_adjustment_get_value (self->adjustment);
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, GTK_WIDGET (self->view), &bounds))
    return FALSE;

  return value + bounds.origin.y > TOP
         && value + bounds.origin.y + bounds.size.height
              > gtk_adjustment_get_page_size (self->adjustment);
}

/* A list that fills for the first time would put its first row at the top, and hide the heading
 * over it; and rows that grow, as in a window that folds, would push each other up. */
static void
painted_cb (GdkFrameClock *clock, NewsArrivals *self)
{
  if (gdk_frame_clock_get_frame_time (clock) - self->begun > SETTLING || leaves_focus (self))
    {
      let_go (self);
      return;
    }

  gtk_adjustment_set_value (self->adjustment, 0);
  self->height = gtk_adjustment_get_upper (self->adjustment);
}

/* Once the rows have their sizes: after the layout of each frame. */
static void
begin_at_top (NewsArrivals *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->view));

  if (clock == NULL)
    return;

  let_go (self);
  self->begun = gdk_frame_clock_get_frame_time (clock);
  self->height = gtk_adjustment_get_upper (self->adjustment);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), self, 0);
}

static void
set_count (NewsArrivals *self, guint count)
{
  g_autofree char *words
    = g_strdup_printf (ngettext ("%'u new story", "%'u new stories", count), count);

  if (count != self->count)
    adw_button_content_set_label (self->content, words);
  self->count = count;
  self->told = MIN (self->told, count);
  gtk_widget_set_visible (GTK_WIDGET (self), count > 0);
}

/* Once, and not of each row that comes. */
static void
announce (NewsArrivals *self)
{
  if (self->count > self->told)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), adw_button_content_get_label (self->content),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  self->told = self->count;
}

/* Only where what is new stands at the top. */
static gboolean
grows_at_top (NewsArrivals *self)
{
  NewsScope *scope = news_headline_model_get_scope (self->model);

  return scope != NULL && scope->order == NEWS_ORDER_NEWEST
         && (scope->kind == NEWS_SCOPE_SECTION || scope->kind == NEWS_SCOPE_TOPIC);
}

static void
see_top (NewsArrivals *self)
{
  self->seen = news_headline_model_get_article (self->model, 0);
  set_count (self, 0);
}

/* Whatever brings the reader there. A list that is as long as before was not laid out anew. */
static void
scrolled_cb (NewsArrivals *self)
{
  if (self->begun != 0 && gtk_adjustment_get_value (self->adjustment) > 0
      && gtk_adjustment_get_upper (self->adjustment) == self->height)
    let_go (self);
  if (self->count > 0 && is_at_top (self))
    see_top (self);
}

static void
clicked_cb (NewsArrivals *self)
{
  news_arrivals_go_to_top (self);
}

static void
news_arrivals_dispose (GObject *object)
{
  /* The bin would take the template's child out once more. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEWS_TYPE_ARRIVALS);

  G_OBJECT_CLASS (news_arrivals_parent_class)->dispose (object);
}

static void
news_arrivals_class_init (NewsArrivalsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_arrivals_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/headlines/news-arrivals.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsArrivals, content);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
news_arrivals_init (NewsArrivals *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
news_arrivals_watch (NewsArrivals *self,
                     GtkScrolledWindow *scroller,
                     GtkListView *view,
                     NewsHeadlineModel *model)
{
  g_return_if_fail (NEWS_IS_ARRIVALS (self));
  g_return_if_fail (self->model == NULL);

  self->adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  self->view = view;
  self->model = model;
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

void
news_arrivals_reset (NewsArrivals *self)
{
  g_return_if_fail (NEWS_IS_ARRIVALS (self));

  self->seen = 0;
  set_count (self, 0);
}

void
news_arrivals_update (NewsArrivals *self, gboolean held, gboolean settled)
{
  guint position;

  g_return_if_fail (NEWS_IS_ARRIVALS (self));

  /* Nobody has looked at a list that is still at its top. */
  if (is_at_top (self) && (!held || self->seen == 0))
    {
      if (!held)
        begin_at_top (self);
      see_top (self);
      return;
    }

  /* What was seen first may have left: then what is above it has been counted already. */
  position = news_headline_model_find (self->model, self->seen);
  if (position != GTK_INVALID_LIST_POSITION)
    set_count (self, grows_at_top (self) ? position : 0);
  if (settled)
    announce (self);
}

guint
news_arrivals_get_count (NewsArrivals *self)
{
  g_return_val_if_fail (NEWS_IS_ARRIVALS (self), 0);

  return self->count;
}

/* The focus must not go with the button. */
void
news_arrivals_go_to_top (NewsArrivals *self)
{
  g_return_if_fail (NEWS_IS_ARRIVALS (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return;

  gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  begin_at_top (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  see_top (self);
}
