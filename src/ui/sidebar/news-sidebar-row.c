/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-sidebar-row.h"

#include <glib/gi18n.h>

struct _NewsSidebarRow
{
  GtkListBoxRow parent_instance;

  /* Template children */
  GtkImage *icon;
  GtkLabel *title;
  GtkImage *problem;
  GtkLabel *count;

  /* Owned */
  NewsDeskSection *section;
};

G_DEFINE_FINAL_TYPE (NewsSidebarRow, news_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_count (NewsSidebarRow *self, guint count)
{
  g_autofree char *number = g_strdup_printf ("%'u", count);

  gtk_label_set_text (self->count, number);
  gtk_widget_set_visible (GTK_WIDGET (self->count), count > 0);
}

static void
set_label (NewsSidebarRow *self, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
section_changed (NewsSidebarRow *self)
{
  NewsSection *section = news_desk_section_get_section (self->section);
  const char *problem = news_desk_section_get_problem (self->section);
  guint unread = news_desk_section_get_unread (self->section);
  g_autofree char *label = NULL;

  if (unread > 0)
    /* Translators: what a screen reader says of a section: its title, and how many articles are
     * unread */
    label = g_strdup_printf (ngettext ("%s, %u unread", "%s, %u unread", unread), section->title,
                             unread);

  set_count (self, unread);
  set_label (self, label != NULL ? label : section->title);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), problem);
  if (problem != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    problem, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
bookmarks_changed (NewsSidebarRow *self, GParamSpec *pspec, NewsDesk *desk)
{
  guint bookmarks = news_desk_get_bookmarks (desk);
  g_autofree char *label = NULL;

  if (bookmarks > 0)
    /* Translators: what a screen reader says of the bookmarks, with their number */
    label = g_strdup_printf (ngettext ("Bookmarks, %u", "Bookmarks, %u", bookmarks), bookmarks);

  set_count (self, bookmarks);
  set_label (self, label != NULL ? label : _ ("Bookmarks"));
}

static void
news_sidebar_row_dispose (GObject *object)
{
  NewsSidebarRow *self = NEWS_SIDEBAR_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_SIDEBAR_ROW);
  g_clear_object (&self->section);

  G_OBJECT_CLASS (news_sidebar_row_parent_class)->dispose (object);
}

static void
news_sidebar_row_class_init (NewsSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_sidebar_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sidebar/news-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, NewsSidebarRow, title);
  gtk_widget_class_bind_template_child (widget_class, NewsSidebarRow, problem);
  gtk_widget_class_bind_template_child (widget_class, NewsSidebarRow, count);
}

static void
news_sidebar_row_init (NewsSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_look (NewsSidebarRow *self, const char *icon, const char *title)
{
  gtk_image_set_from_icon_name (self->icon, icon != NULL ? icon : "news-site-symbolic");
  gtk_label_set_text (self->title, title);
}

GtkWidget *
news_sidebar_row_new_section (NewsDeskSection *section)
{
  NewsSidebarRow *self = g_object_new (NEWS_TYPE_SIDEBAR_ROW, NULL);
  NewsSection *told = news_desk_section_get_section (section);

  self->section = g_object_ref (section);
  set_look (self, told->icon, told->title);
  g_signal_connect_object (section, "notify::unread", G_CALLBACK (section_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (section, "notify::problem", G_CALLBACK (section_changed), self,
                           G_CONNECT_SWAPPED);
  section_changed (self);

  return GTK_WIDGET (self);
}

GtkWidget *
news_sidebar_row_new_bookmarks (NewsDesk *desk)
{
  NewsSidebarRow *self = g_object_new (NEWS_TYPE_SIDEBAR_ROW, NULL);

  set_look (self, "news-bookmark-symbolic", _ ("Bookmarks"));
  g_signal_connect_object (desk, "notify::bookmarks", G_CALLBACK (bookmarks_changed), self,
                           G_CONNECT_SWAPPED);
  bookmarks_changed (self, NULL, desk);

  return GTK_WIDGET (self);
}

NewsDeskSection *
news_sidebar_row_get_section (NewsSidebarRow *self)
{
  g_return_val_if_fail (NEWS_IS_SIDEBAR_ROW (self), NULL);

  return self->section;
}
