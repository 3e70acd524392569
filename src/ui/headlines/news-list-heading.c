/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-list-heading.h"

#include "news-clock.h"
#include "news-when.h"

struct _NewsListHeading
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *label; /* NULL until it is set */
  char *text;
  NewsListSetter *setter; /* NULL where it is set at once */
  NewsClock *clock;

  gint64 day; /* 0 where it has a title */
  gboolean placed;
  gboolean waiting;
};

G_DEFINE_FINAL_TYPE (NewsListHeading, news_list_heading, GTK_TYPE_WIDGET)

/* Its name is the heading's. */
static GtkWidget *
create_label (NewsListHeading *self)
{
  GtkWidget *label
    = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "xalign",
                    0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, "list-heading");
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
show_text (NewsListHeading *self)
{
  self->waiting = FALSE;
  if (self->label == NULL)
    self->label = create_label (self);
  gtk_label_set_text (GTK_LABEL (self->label), self->text);
  gtk_widget_set_visible (self->label, TRUE);
}

/* Shows nothing until the setter comes to it. */
static void
wait (NewsListHeading *self)
{
  self->placed = FALSE;
  self->waiting = TRUE;
  if (self->label != NULL)
    gtk_widget_set_visible (self->label, FALSE);
  news_list_setter_want (self->setter);
}

/* FALSE if it is what it was. */
static gboolean
set_text (NewsListHeading *self, const char *text)
{
  if (!g_set_str (&self->text, text))
    return FALSE;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return TRUE;
}

static void
set_other (NewsListHeading *self, const char *text)
{
  if (!set_text (self, text))
    return;

  if (self->setter != NULL)
    wait (self);
  else
    show_text (self);
}

static char *
dup_day (NewsListHeading *self)
{
  return news_when_dup_day (self->day, news_clock_get_now (self->clock));
}

static void
minute_cb (NewsListHeading *self)
{
  g_autofree char *text = self->day != 0 ? dup_day (self) : NULL;

  if (text != NULL && set_text (self, text) && !self->waiting)
    show_text (self);
}

/* --- widget --- */

static GtkSizeRequestMode
news_list_heading_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
news_list_heading_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  NewsListHeading *self = NEWS_LIST_HEADING (widget);

  if (!self->waiting && self->label != NULL)
    gtk_widget_measure (self->label, orientation, for_size, minimum, natural, NULL, NULL);
  else if (self->setter != NULL && orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = news_list_setter_guess_heading (self->setter);
}

static void
news_list_heading_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NewsListHeading *self = NEWS_LIST_HEADING (widget);

  if (self->label != NULL && gtk_widget_get_visible (self->label))
    gtk_widget_size_allocate (self->label, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
news_list_heading_dispose (GObject *object)
{
  NewsListHeading *self = NEWS_LIST_HEADING (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->setter);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (news_list_heading_parent_class)->dispose (object);
}

static void
news_list_heading_class_init (NewsListHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_list_heading_dispose;
  widget_class->get_request_mode = news_list_heading_get_request_mode;
  widget_class->measure = news_list_heading_measure;
  widget_class->size_allocate = news_list_heading_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_HEADING);
}

static void
news_list_heading_init (NewsListHeading *self)
{
  self->clock = news_clock_dup ();
  g_signal_connect_object (self->clock, "minute", G_CALLBACK (minute_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
news_list_heading_new (NewsListSetter *setter)
{
  NewsListHeading *self = g_object_new (NEWS_TYPE_LIST_HEADING, NULL);

  g_set_object (&self->setter, setter);

  return GTK_WIDGET (self);
}

void
news_list_heading_set_title (NewsListHeading *self, const char *title)
{
  g_return_if_fail (NEWS_IS_LIST_HEADING (self));
  g_return_if_fail (title != NULL);

  self->day = 0;
  set_other (self, title);
}

void
news_list_heading_set_day (NewsListHeading *self, gint64 when)
{
  g_autofree char *text = NULL;

  g_return_if_fail (NEWS_IS_LIST_HEADING (self));

  self->day = when;
  text = when != 0 ? dup_day (self) : g_strdup ("");
  set_other (self, text);
}

void
news_list_heading_place (NewsListHeading *self)
{
  g_return_if_fail (NEWS_IS_LIST_HEADING (self));

  self->placed = TRUE;
}

gboolean
news_list_heading_is_waiting (NewsListHeading *self)
{
  g_return_val_if_fail (NEWS_IS_LIST_HEADING (self), FALSE);

  return self->placed && self->waiting;
}

void
news_list_heading_set (NewsListHeading *self)
{
  int height;

  g_return_if_fail (NEWS_IS_LIST_HEADING (self));
  g_return_if_fail (news_list_heading_is_waiting (self));

  show_text (self);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  news_list_setter_learn_heading (self->setter, height);
}
