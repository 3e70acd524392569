/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-shortcuts-dialog.h"

#include "news-keys.h"

#include <glib/gi18n.h>

static void
append_key (GtkWidget *box, const char *accelerator)
{
  guint key;
  GdkModifierType modifiers;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    return;

  text = gtk_accelerator_get_label (key, modifiers);
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "keycap");
  gtk_box_append (GTK_BOX (box), label);
}

/* The first of the further keys is enough: the others are for other keyboards and habits. */
static GtkWidget *
create_row (const NewsKey *key)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_auto (GStrv) accelerators = key->keys != NULL ? g_strsplit (key->keys, " ", -1) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (key->title));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  if (key->letter != NULL)
    append_key (box, key->letter);
  if (accelerators != NULL)
    append_key (box, accelerators[0]);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);

  return row;
}

static GtkWidget *
create_page (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = NULL;
  guint n;
  const NewsKey *keys = news_keys_get_all (&n);

  for (guint i = 0; i < n; i++)
    {
      if (i == 0 || !g_str_equal (keys[i].group, keys[i - 1].group))
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (keys[i].group));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
        }
      if (keys[i].title != NULL)
        adw_preferences_group_add (group, create_row (&keys[i]));
    }

  return page;
}

AdwDialog *
news_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), create_page ());
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);

  return dialog;
}
