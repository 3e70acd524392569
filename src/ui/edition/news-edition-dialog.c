/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-edition-dialog.h"

#include "news-edition-change.h"
#include "news-edition-files.h"
#include "news-editions.h"
#include "news-section-row.h"

struct _NewsEditionDialog
{
  AdwDialog parent_instance;

  /* Template children */
  AdwToastOverlay *toasts;
  AdwWindowTitle *heading;
  GtkListBox *list;
  AdwEntryRow *new_section;

  /* Owned */
  NewsDesk *desk;
  NewsEditor *editor;
  GHashTable *rows; /* id of a section to NewsSectionRow, which the list owns */
  guint focusing;
};

G_DEFINE_FINAL_TYPE (NewsEditionDialog, news_edition_dialog, ADW_TYPE_DIALOG)

static int
compare_cb (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  NewsEditionDialog *self = user_data;
  NewsEdition *edition = news_desk_get_edition (self->desk);
  NewsSection *one = news_section_row_get_section (NEWS_SECTION_ROW (a));
  NewsSection *other = news_section_row_get_section (NEWS_SECTION_ROW (b));

  return news_edition_find_section (edition, one->id)
         - news_edition_find_section (edition, other->id);
}

static void
drop_row (NewsEditionDialog *self, GtkWidget *row)
{
  GtkWidget *next = gtk_widget_get_next_sibling (row);
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == row;

  gtk_list_box_remove (self->list, row);
  if (focused)
    gtk_widget_child_focus (next != NULL ? next : GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
drop_rows (NewsEditionDialog *self, NewsEdition *edition)
{
  GHashTableIter iter;
  gpointer id, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (news_edition_get_section (edition, id) == NULL)
      {
        drop_row (self, row);
        g_hash_table_iter_remove (&iter);
      }
}

static void
show_section (NewsEditionDialog *self, NewsSection *section)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, section->id);

  if (row != NULL)
    {
      news_section_row_set_section (NEWS_SECTION_ROW (row), section);
      return;
    }

  row = news_section_row_new (self->editor, section);
  g_hash_table_insert (self->rows, g_strdup (section->id), row);
  gtk_list_box_append (self->list, row);
}

/* Rows stay with their sections, so that what is focused and what is open stays so. */
static void
show_edition (NewsEditionDialog *self)
{
  NewsEdition *edition = news_desk_get_edition (self->desk);
  gboolean shipped = news_editions_is_shipped (edition->id);

  adw_window_title_set_subtitle (self->heading, edition->name);
  drop_rows (self, edition);
  for (guint i = 0; i < edition->sections->len; i++)
    show_section (self, g_ptr_array_index (edition->sections, i));
  gtk_list_box_invalidate_sort (self->list);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "edition.reset", shipped);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "edition.remove", !shipped);
}

static void
add_cb (NewsEditionDialog *self)
{
  news_editor_add_section (self->editor, gtk_editable_get_text (GTK_EDITABLE (self->new_section)));
  gtk_editable_set_text (GTK_EDITABLE (self->new_section), "");
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  news_editor_undo (NEWS_EDITION_DIALOG (widget)->editor);
}

static void
reset (GtkWidget *widget, const char *name, GVariant *parameter)
{
  news_editor_reset (NEWS_EDITION_DIALOG (widget)->editor);
}

static void
import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  news_edition_files_import (NEWS_EDITION_DIALOG (widget)->editor, widget);
}

static void export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  news_edition_files_export (NEWS_EDITION_DIALOG (widget)->editor, widget);
}

static void
export_subscriptions (GtkWidget *widget, const char *name, GVariant *parameter)
{
  news_edition_files_export_subscriptions (NEWS_EDITION_DIALOG (widget)->editor, widget);
}

static void
focus_cb (gpointer user_data)
{
  NewsEditionDialog *self = user_data;
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  self->focusing = 0;
  /* The row, and not the list, which has no focus to give as long as it is not mapped; unless
   * somebody is among the sections already. */
  if (first != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

/* To the sections, and not to the menu above them. Where the dialog is a sheet at the window's
 * bottom, that takes the focus for itself as it opens, so that it has to be taken after that. */
static void
news_edition_dialog_map (GtkWidget *widget)
{
  NewsEditionDialog *self = NEWS_EDITION_DIALOG (widget);

  GTK_WIDGET_CLASS (news_edition_dialog_parent_class)->map (widget);

  g_clear_handle_id (&self->focusing, g_source_remove);
  self->focusing = g_idle_add_once (focus_cb, self);
}

static void
news_edition_dialog_dispose (GObject *object)
{
  NewsEditionDialog *self = NEWS_EDITION_DIALOG (object);

  g_clear_handle_id (&self->focusing, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_EDITION_DIALOG);
  g_clear_object (&self->editor);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->rows, g_hash_table_unref);

  G_OBJECT_CLASS (news_edition_dialog_parent_class)->dispose (object);
}

static void
news_edition_dialog_class_init (NewsEditionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_edition_dialog_dispose;
  widget_class->map = news_edition_dialog_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/edition/news-edition-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsEditionDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, NewsEditionDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, NewsEditionDialog, list);
  gtk_widget_class_bind_template_child (widget_class, NewsEditionDialog, new_section);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_install_action (widget_class, "edition.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "edition.reset", NULL, reset);
  gtk_widget_class_install_action (widget_class, "edition.remove", NULL, reset);
  gtk_widget_class_install_action (widget_class, "edition.import", NULL, import);
  gtk_widget_class_install_action (widget_class, "edition.export", NULL, export);
  gtk_widget_class_install_action (widget_class, "edition.export-subscriptions", NULL,
                                   export_subscriptions);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "edition.undo",
                                       NULL);
}

static void
news_edition_dialog_init (NewsEditionDialog *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
news_edition_dialog_new (NewsDesk *desk)
{
  NewsEditionDialog *self = g_object_new (NEWS_TYPE_EDITION_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->editor = news_editor_new (desk, self->toasts);
  gtk_list_box_set_sort_func (self->list, compare_cb, self, NULL);
  g_signal_connect_object (desk, "notify::edition", G_CALLBACK (show_edition), self,
                           G_CONNECT_SWAPPED);
  show_edition (self);

  return ADW_DIALOG (self);
}
