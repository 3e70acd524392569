/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-headline-factory.h"

#include "news-headline-row.h"
#include "news-list-heading.h"

#include <glib/gi18n.h>

struct _NewsHeadlineFactory
{
  GObject parent_instance;

  /* Owned */
  NewsHeadlineModel *model;
  NewsPictureLoader *loader;
  NewsListSetter *setter;
  GtkListItemFactory *headers;
};

enum
{
  CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsHeadlineFactory, news_headline_factory, G_TYPE_OBJECT)

/* --- rows --- */

/* One gesture for all rows, before the item under it takes the click for itself. */
static void
released_cb (GtkGestureClick *gesture, int presses, double x, double y, NewsHeadlineFactory *self)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *picked = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, NEWS_TYPE_HEADLINE_ROW) : NULL;
  GtkListItem *item;

  if (row == NULL)
    return;

  item = news_headline_row_get_item (NEWS_HEADLINE_ROW (row));
  g_signal_emit (self, signals[CLICKED], 0, gtk_list_item_get_position (item));
}

static NewsHeadlineRow *
get_row (GtkListItem *item)
{
  return NEWS_HEADLINE_ROW (gtk_list_item_get_child (item));
}

/* Of what was found, the first does not lead. */
static gboolean
is_leading (NewsHeadlineFactory *self, gboolean first)
{
  NewsScope *scope = news_headline_model_get_scope (self->model);

  return first && scope != NULL && scope->kind != NEWS_SCOPE_SEARCH;
}

static void
position_cb (GtkListItem *item, GParamSpec *pspec, NewsHeadlineFactory *self)
{
  news_headline_row_set_leading (get_row (item),
                                 is_leading (self, gtk_list_item_get_position (item) == 0));
}

static void
selected_cb (GtkListItem *item)
{
  news_headline_row_set_selected (get_row (item), gtk_list_item_get_selected (item));
}

static void
setup_cb (NewsHeadlineFactory *self, GtkListItem *item)
{
  GtkWidget *row = news_headline_row_new ();

  news_headline_row_set_setter (NEWS_HEADLINE_ROW (row), self->setter);
  news_headline_row_set_item (NEWS_HEADLINE_ROW (row), item);
  gtk_list_item_set_child (item, row);
  g_signal_connect_object (item, "notify::position", G_CALLBACK (position_cb), self, 0);
  g_signal_connect (item, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

/* What is unbound is bound again or goes at once: there is nothing to do in between, for each of
 * hundreds of rows that a jump has bound anew. */
static void
bind_cb (NewsHeadlineFactory *self, GtkListItem *item)
{
  NewsHeadlineRow *row = get_row (item);
  NewsHeadline *headline = gtk_list_item_get_item (item);

  /* A new item says that it is the first until it is told its position, after this. */
  news_headline_row_set_leading (
    row, is_leading (self, news_headline_model_get_article (self->model, 0) == headline->article));
  news_headline_row_set_selected (row, gtk_list_item_get_selected (item));
  news_headline_row_set_headline (row, self->loader, headline);
}

/* --- headings --- */

static void
setup_header_cb (NewsHeadlineFactory *self, GtkListHeader *header)
{
  gtk_list_header_set_child (header, news_list_heading_new (self->setter));
}

/* What a header says of where its section begins is not always true (see news-list-sections.h), but
 * a headline of the section is. One that has left the list was of a section that is told of again.
 */
static void
bind_header_cb (NewsHeadlineFactory *self, GtkListHeader *header)
{
  NewsListHeading *heading = NEWS_LIST_HEADING (gtk_list_header_get_child (header));
  NewsHeadline *first = gtk_list_header_get_item (header);
  guint position = news_headline_model_find_near (self->model, first->article,
                                                  gtk_list_header_get_start (header));
  const char *title;
  gint64 day;

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  title = news_headline_model_get_heading (self->model, position);
  day = news_headline_model_get_day (self->model, position);
  if (title != NULL)
    news_list_heading_set_title (heading, title);
  else if (day != 0)
    news_list_heading_set_day (heading, day);
  else
    news_list_heading_set_title (heading, _ ("In Your Own Order"));
}

/* --- object --- */

static void
news_headline_factory_dispose (GObject *object)
{
  NewsHeadlineFactory *self = NEWS_HEADLINE_FACTORY (object);

  g_clear_object (&self->setter);
  g_clear_object (&self->headers);
  g_clear_object (&self->loader);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (news_headline_factory_parent_class)->dispose (object);
}

static void
news_headline_factory_class_init (NewsHeadlineFactoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_headline_factory_dispose;

  signals[CLICKED] = g_signal_new ("clicked", NEWS_TYPE_HEADLINE_FACTORY, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
news_headline_factory_init (NewsHeadlineFactory *self)
{
}

NewsHeadlineFactory *
news_headline_factory_new (NewsHeadlineModel *model)
{
  NewsHeadlineFactory *self = g_object_new (NEWS_TYPE_HEADLINE_FACTORY, NULL);

  self->model = g_object_ref (model);

  return self;
}

void
news_headline_factory_serve (NewsHeadlineFactory *self, GtkListView *view)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *headers = gtk_signal_list_item_factory_new ();
  GtkGesture *gesture;

  g_return_if_fail (NEWS_IS_HEADLINE_FACTORY (self));
  g_return_if_fail (self->headers == NULL);

  gesture = gtk_gesture_click_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (gesture));

  self->headers = headers;
  self->setter = news_list_setter_new (view);
  g_signal_connect_object (rows, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headers, "setup", G_CALLBACK (setup_header_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headers, "bind", G_CALLBACK (bind_header_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (view, rows);
  gtk_list_view_set_header_factory (view, headers);
}

void
news_headline_factory_set_headings (NewsHeadlineFactory *self, GtkListView *view, gboolean shown)
{
  g_return_if_fail (NEWS_IS_HEADLINE_FACTORY (self));

  gtk_list_view_set_header_factory (view, shown ? self->headers : NULL);
}

void
news_headline_factory_set_loader (NewsHeadlineFactory *self, NewsPictureLoader *loader)
{
  g_return_if_fail (NEWS_IS_HEADLINE_FACTORY (self));

  g_set_object (&self->loader, loader);
}
