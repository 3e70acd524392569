/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-query-row.h"

#include "news-section-menu.h"
#include "news-source-dialog.h"

#include <glib/gi18n.h>

struct _NewsQueryRow
{
  AdwActionRow parent_instance;

  /* Template children */
  GtkMenuButton *menu_button;

  /* Owned */
  NewsEditor *editor;
  NewsSection *section;

  guint index;
};

G_DEFINE_FINAL_TYPE (NewsQueryRow, news_query_row, ADW_TYPE_ACTION_ROW)

static NewsQuery *
get_query (NewsQueryRow *self)
{
  return g_ptr_array_index (self->section->queries, self->index);
}

static NewsSource *
get_source (NewsQueryRow *self)
{
  return news_edition_get_source (news_editor_get_edition (self->editor), get_query (self)->source);
}

static void
move_to (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsQueryRow *self = NEWS_QUERY_ROW (widget);

  news_editor_move_query (self->editor, self->section->id, self->index,
                          g_variant_get_string (parameter, NULL));
}

static void
remove_query (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsQueryRow *self = NEWS_QUERY_ROW (widget);

  news_editor_move_query (self->editor, self->section->id, self->index, NULL);
}

static void
remove_source (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsQueryRow *self = NEWS_QUERY_ROW (widget);

  news_editor_remove_source (self->editor, get_query (self)->source);
}

static void
about (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsQueryRow *self = NEWS_QUERY_ROW (widget);
  NewsSource *source = get_source (self);

  /* Of one that is not in the edition, nobody knows more than the row says. */
  if (source != NULL)
    adw_dialog_present (news_source_dialog_new (news_editor_get_desk (self->editor), source, NULL),
                        widget);
}

/* The menu is made when it is opened, as the other sections may have changed since. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  NewsQueryRow *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) removal = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  news_section_menu_append (menu, _ ("_Move To"), news_editor_get_edition (self->editor),
                            self->section->id, "query.move-to");
  g_menu_append (removal, _ ("_Remove from Section"), "query.remove");
  g_menu_append (removal, _ ("Remove _Source"), "query.remove-source");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (removal));
  g_menu_append (rest, _ ("_About This Source"), "query.about");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
news_query_row_dispose (GObject *object)
{
  NewsQueryRow *self = NEWS_QUERY_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_QUERY_ROW);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->section, news_section_unref);

  G_OBJECT_CLASS (news_query_row_parent_class)->dispose (object);
}

static void
news_query_row_class_init (NewsQueryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_query_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/edition/news-query-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsQueryRow, menu_button);
  gtk_widget_class_install_action (widget_class, "query.move-to", "s", move_to);
  gtk_widget_class_install_action (widget_class, "query.remove", NULL, remove_query);
  gtk_widget_class_install_action (widget_class, "query.remove-source", NULL, remove_source);
  gtk_widget_class_install_action (widget_class, "query.about", NULL, about);
}

static void
news_query_row_init (NewsQueryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
}

GtkWidget *
news_query_row_new (NewsEditor *editor, NewsSection *section, guint index)
{
  NewsQueryRow *self = g_object_new (NEWS_TYPE_QUERY_ROW, NULL);
  NewsQuery *query = g_ptr_array_index (section->queries, index);
  NewsSource *source;
  g_autofree char *part = NULL;

  self->editor = g_object_ref (editor);
  self->section = news_section_ref (section);
  self->index = index;

  source = get_source (self);
  if (query->section != NULL)
    /* Translators: the source's own name or number of one of its sections */
    part = g_strdup_printf (_ ("Its section “%s”"), query->section);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 source != NULL ? source->name : query->source);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), part != NULL ? part : _ ("Everything"));

  return GTK_WIDGET (self);
}
