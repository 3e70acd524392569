/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-keys.h"
#include "news-shortcuts-dialog.h"

static GtkWidget *
find_row (GtkWidget *dialog, const char *title)
{
  g_autoptr (GPtrArray) rows = ui_test_list (dialog, ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title))
      return g_ptr_array_index (rows, i);

  return NULL;
}

static void
assert_shows (GtkWidget *row, const char *accelerator)
{
  guint key;
  GdkModifierType modifiers;
  g_autofree char *text = NULL;

  g_assert_true (gtk_accelerator_parse (accelerator, &key, &modifiers));
  text = gtk_accelerator_get_label (key, modifiers);
  g_assert_cmpstr (text, !=, "");
  g_assert_nonnull (ui_test_find_text (row, text));
}

/* Every key that does something of its own is there, with its letter and its twin. */
static void
test_all (void)
{
  GtkWidget *dialog = g_object_ref_sink (GTK_WIDGET (news_shortcuts_dialog_new ()));
  guint n;
  const NewsKey *keys = news_keys_get_all (&n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) accelerators = g_strsplit (keys[i].keys, " ", -1);
      GtkWidget *row;

      if (keys[i].title == NULL)
        continue;

      g_test_message ("%s", keys[i].title);
      row = find_row (dialog, keys[i].title);
      g_assert_nonnull (row);
      if (keys[i].letter != NULL)
        assert_shows (row, keys[i].letter);
      assert_shows (row, accelerators[0]);
    }
  g_assert_finalize_object (dialog);
}

/* A group has one heading: those of the table that belong together stand together. */
static void
test_groups (void)
{
  GtkWidget *dialog = g_object_ref_sink (GTK_WIDGET (news_shortcuts_dialog_new ()));
  g_autoptr (GPtrArray) groups = ui_test_list (dialog, ADW_TYPE_PREFERENCES_GROUP);
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (groups->len, >, 0);
  for (guint i = 0; i < groups->len; i++)
    g_assert_true (g_hash_table_add (
      titles, (gpointer) adw_preferences_group_get_title (g_ptr_array_index (groups, i))));
  g_assert_finalize_object (dialog);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/shortcuts-dialog/all", test_all);
  g_test_add_func ("/shortcuts-dialog/groups", test_groups);

  return g_test_run ();
}
