/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-sidebar-row.h"

#include "news-rename-dialog.h"
#include "news-search-mover.h"
#include "news-section-actions.h"

#include <glib/gi18n.h>

struct _NewsSidebarRow
{
  GtkListBoxRow parent_instance;

  /* Template children */
  GtkImage *icon;
  GtkLabel *title;
  GtkImage *problem;
  GtkLabel *count;
  GMenuModel *menu;
  GMenuModel *search_menu;

  /* Owned */
  NewsDeskSection *section;
  NewsEditor *editor;
  NewsSavedSearch *search;
  GtkWidget *popover; /* its menu, once it was asked for */
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
search_changed (NewsSidebarRow *self)
{
  const char *name = news_saved_search_get_name (self->search);
  guint unread = news_saved_search_get_unread (self->search);
  g_autofree char *label = NULL;

  if (unread > 0)
    /* Translators: what a screen reader says of a saved search: its name, and how many of the
     * articles that it finds are unread */
    label = g_strdup_printf (ngettext ("%s, %u unread", "%s, %u unread", unread), name, unread);

  gtk_label_set_text (self->title, name);
  set_count (self, unread);
  set_label (self, label != NULL ? label : name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), news_saved_search_get_query (self->search));
}

/* --- its menu --- */

static void
open_menu (NewsSidebarRow *self, const GdkRectangle *place)
{
  if (self->popover == NULL)
    {
      self->popover
        = gtk_popover_menu_new_from_model (self->search != NULL ? self->search_menu : self->menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, NewsSidebarRow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, NewsSidebarRow *self)
{
  open_menu (self, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static void
menu_popup (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsSidebarRow *self = NEWS_SIDEBAR_ROW (widget);

  /* The bookmarks have none. */
  if (self->editor != NULL || self->search != NULL)
    open_menu (self, NULL);
}

static void
activate_for_search (NewsSidebarRow *self, const char *action)
{
  if (self->search != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s",
                                news_saved_search_get_query (self->search));
}

static void
saved_edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  activate_for_search (NEWS_SIDEBAR_ROW (widget), "search.edit");
}

static void
saved_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  activate_for_search (NEWS_SIDEBAR_ROW (widget), "search.remove");
}

static void
name_edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsSidebarRow *self = NEWS_SIDEBAR_ROW (widget);

  if (self->editor != NULL)
    adw_dialog_present (
      news_rename_dialog_new (self->editor, news_desk_section_get_section (self->section)), widget);
  activate_for_search (self, "search.rename");
}

static void
headlines_refresh (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsSidebarRow *self = NEWS_SIDEBAR_ROW (widget);

  news_desk_refresh (news_editor_get_desk (self->editor), self->section);
}

static void
headlines_mark_read (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsSidebarRow *self = NEWS_SIDEBAR_ROW (widget);

  gtk_widget_activate_action (widget, "window.mark-section-read", "s",
                              news_desk_section_get_section (self->section)->id);
}

static void
add_menu (NewsSidebarRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
}

static void
news_sidebar_row_dispose (GObject *object)
{
  NewsSidebarRow *self = NEWS_SIDEBAR_ROW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_SIDEBAR_ROW);
  g_clear_object (&self->section);
  g_clear_object (&self->editor);
  g_clear_object (&self->search);

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
  gtk_widget_class_bind_template_child (widget_class, NewsSidebarRow, menu);
  gtk_widget_class_bind_template_child (widget_class, NewsSidebarRow, search_menu);
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, menu_popup);
  gtk_widget_class_install_action (widget_class, "name.edit", NULL, name_edit);
  gtk_widget_class_install_action (widget_class, "saved.edit", NULL, saved_edit);
  gtk_widget_class_install_action (widget_class, "saved.remove", NULL, saved_remove);
  gtk_widget_class_install_action (widget_class, "headlines.refresh", NULL, headlines_refresh);
  gtk_widget_class_install_action (widget_class, "headlines.mark-read", NULL, headlines_mark_read);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "name.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "saved.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "row.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "row.move-down",
                                       NULL);
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
news_sidebar_row_new_section (NewsDeskSection *section, NewsEditor *editor)
{
  NewsSidebarRow *self = g_object_new (NEWS_TYPE_SIDEBAR_ROW, NULL);
  NewsSection *told = news_desk_section_get_section (section);
  g_autoptr (NewsSectionActions) actions = news_section_actions_new (editor, told->id);

  self->section = g_object_ref (section);
  self->editor = g_object_ref (editor);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "row", G_ACTION_GROUP (actions));
  add_menu (self);
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

GtkWidget *
news_sidebar_row_new_search (NewsSavedSearches *searches, NewsSavedSearch *search)
{
  NewsSidebarRow *self = g_object_new (NEWS_TYPE_SIDEBAR_ROW, NULL);
  g_autoptr (NewsSearchMover) mover = news_search_mover_new (GTK_WIDGET (self), searches, search);

  gtk_widget_insert_action_group (GTK_WIDGET (self), "row", G_ACTION_GROUP (mover));
  self->search = g_object_ref (search);
  add_menu (self);
  gtk_image_set_from_icon_name (self->icon, "system-search-symbolic");
  g_signal_connect_object (search, "notify", G_CALLBACK (search_changed), self, G_CONNECT_SWAPPED);
  search_changed (self);

  return GTK_WIDGET (self);
}

NewsSavedSearch *
news_sidebar_row_get_search (NewsSidebarRow *self)
{
  g_return_val_if_fail (NEWS_IS_SIDEBAR_ROW (self), NULL);

  return self->search;
}

NewsDeskSection *
news_sidebar_row_get_section (NewsSidebarRow *self)
{
  g_return_val_if_fail (NEWS_IS_SIDEBAR_ROW (self), NULL);

  return self->section;
}
