/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-section-row.h"

#include "news-edition-change.h"
#include "news-icon-chooser.h"
#include "news-query-row.h"
#include "news-section-actions.h"
#include "news-section-menu.h"

#include <glib/gi18n.h>

struct _NewsSectionRow
{
  AdwExpanderRow parent_instance;

  /* Template children */
  GtkImage *icon;
  GtkWidget *handle;
  GtkMenuButton *menu_button;
  AdwEntryRow *name;
  GtkMenuButton *icon_button;

  /* Owned */
  NewsEditor *editor;
  NewsSection *section;
  GPtrArray *queries; /* NewsQueryRow */
};

G_DEFINE_FINAL_TYPE (NewsSectionRow, news_section_row, ADW_TYPE_EXPANDER_ROW)

/* --- what it shows --- */

static char *
dup_subtitle (NewsSection *section)
{
  if (news_section_is_home (section))
    return g_strdup (_ ("The best of all sections"));
  if (section->queries->len == 0)
    return g_strdup (_ ("No sources"));

  return g_strdup_printf (ngettext ("%u source", "%u sources", section->queries->len),
                          section->queries->len);
}

static void
show_queries (NewsSectionRow *self)
{
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (self);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (guint i = 0; i < self->queries->len; i++)
    adw_expander_row_remove (expander, g_ptr_array_index (self->queries, i));
  g_ptr_array_set_size (self->queries, 0);

  for (guint i = 0; i < self->section->queries->len; i++)
    {
      GtkWidget *row = news_query_row_new (self->editor, self->section, i);

      adw_expander_row_add_row (expander, row);
      g_ptr_array_add (self->queries, row);
    }

  /* Whoever had the focus on a source that has gone goes on from its section. */
  if (focus != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
show_section (NewsSectionRow *self)
{
  NewsSection *section = self->section;
  const char *icon = section->icon != NULL ? section->icon : "news-site-symbolic";
  g_autofree char *subtitle = dup_subtitle (section);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), section->title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_menu_button_set_icon_name (self->icon_button, icon);
  gtk_editable_set_text (GTK_EDITABLE (self->name), section->title);
  /* Home stays where it is; its place is kept for the eye. */
  gtk_widget_set_opacity (self->handle, news_section_is_home (section) ? 0 : 1);
  gtk_widget_set_sensitive (self->handle, !news_section_is_home (section));
}

static void
apply_cb (NewsSectionRow *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->name));

  news_editor_rename (self->editor, self->section->id, title);
}

static void
edit_name (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsSectionRow *self = NEWS_SECTION_ROW (widget);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

/* The menu is made when it is opened, as the other sections may have changed since. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  NewsSectionRow *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) moving = g_menu_new ();
  g_autoptr (GMenu) removal = g_menu_new ();

  g_menu_append (menu, _ ("Re_name"), "name.edit");
  g_menu_append (moving, _ ("Move _Up"), "section.move-up");
  g_menu_append (moving, _ ("Move _Down"), "section.move-down");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moving));
  if (!news_section_is_home (self->section))
    news_section_menu_append (removal, _ ("_Merge Into"), news_editor_get_edition (self->editor),
                              self->section->id, "section.merge");
  g_menu_append (removal, _ ("_Remove"), "section.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (removal));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* --- dragging --- */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, NewsSectionRow *self)
{
  return gdk_content_provider_new_typed (NEWS_TYPE_SECTION_ROW, self);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, NewsSectionRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static gboolean
is_after (NewsSectionRow *self, double y)
{
  return y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

static void
show_gap (NewsSectionRow *self, gboolean before, gboolean after)
{
  if (before)
    gtk_widget_add_css_class (GTK_WIDGET (self), "drop-before");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-before");
  if (after)
    gtk_widget_add_css_class (GTK_WIDGET (self), "drop-after");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-after");
}

/* Nothing goes above home. */
static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, NewsSectionRow *self)
{
  gboolean after = is_after (self, y) || news_section_is_home (self->section);

  show_gap (self, !after, after);

  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, NewsSectionRow *self)
{
  show_gap (self, FALSE, FALSE);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, NewsSectionRow *self)
{
  NewsSectionRow *dragged = g_value_get_object (value);
  NewsEdition *edition = news_editor_get_edition (self->editor);
  int from = news_edition_find_section (edition, dragged->section->id);
  int to = news_edition_find_section (edition, self->section->id);

  show_gap (self, FALSE, FALSE);
  if (from < 0 || to < 0 || from == to)
    return FALSE;

  if (is_after (self, y) || news_section_is_home (self->section))
    to++;
  /* What is taken out above moves all below it up by one. */
  if (from < to)
    to--;
  news_editor_move (self->editor, dragged->section->id, (guint) to);

  return TRUE;
}

static void
make_draggable (NewsSectionRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (NEWS_TYPE_SECTION_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));

  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* --- object --- */

static void
news_section_row_dispose (GObject *object)
{
  NewsSectionRow *self = NEWS_SECTION_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_SECTION_ROW);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->section, news_section_unref);
  g_clear_pointer (&self->queries, g_ptr_array_unref);

  G_OBJECT_CLASS (news_section_row_parent_class)->dispose (object);
}

static void
news_section_row_class_init (NewsSectionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_section_row_dispose;

  g_type_ensure (NEWS_TYPE_ICON_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/edition/news-section-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsSectionRow, icon);
  gtk_widget_class_bind_template_child (widget_class, NewsSectionRow, handle);
  gtk_widget_class_bind_template_child (widget_class, NewsSectionRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, NewsSectionRow, name);
  gtk_widget_class_bind_template_child (widget_class, NewsSectionRow, icon_button);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_install_action (widget_class, "name.edit", NULL, edit_name);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "section.move-up",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "section.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "name.edit", NULL);
}

static void
news_section_row_init (NewsSectionRow *self)
{
  self->queries = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  make_draggable (self);
}

GtkWidget *
news_section_row_new (NewsEditor *editor, NewsSection *section)
{
  NewsSectionRow *self = g_object_new (NEWS_TYPE_SECTION_ROW, NULL);
  g_autoptr (NewsSectionActions) actions = news_section_actions_new (editor, section->id);

  self->editor = g_object_ref (editor);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "section", G_ACTION_GROUP (actions));
  news_section_row_set_section (self, section);

  return GTK_WIDGET (self);
}

NewsSection *
news_section_row_get_section (NewsSectionRow *self)
{
  g_return_val_if_fail (NEWS_IS_SECTION_ROW (self), NULL);

  return self->section;
}

void
news_section_row_set_section (NewsSectionRow *self, NewsSection *section)
{
  g_return_if_fail (NEWS_IS_SECTION_ROW (self));

  if (self->section == section)
    return;

  g_clear_pointer (&self->section, news_section_unref);
  self->section = news_section_ref (section);
  show_section (self);
  show_queries (self);
}
