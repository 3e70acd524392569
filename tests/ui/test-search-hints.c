/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-search-hints.h"

static void
chosen_cb (NewsSearchHints *hints, const char *text, GString *chosen)
{
  g_string_append_printf (chosen, "%s;", text);
}

/* Each can be had by keys, and gives what has to be typed. */
static void
test_chosen (void)
{
  GtkWidget *hints = g_object_ref_sink (g_object_new (NEWS_TYPE_SEARCH_HINTS, NULL));
  GtkListBox *list = GTK_LIST_BOX (ui_test_find (hints, GTK_TYPE_LIST_BOX, "list"));
  g_autoptr (GString) chosen = g_string_new (NULL);
  GtkListBoxRow *row;

  g_signal_connect (hints, "chosen", G_CALLBACK (chosen_cb), chosen);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (row)));
      g_signal_emit_by_name (list, "row-activated", row);
    }
  g_assert_true (g_str_has_prefix (chosen->str, "\";-;source:;section:;"));
  g_assert_nonnull (strstr (chosen->str, ";is:unread;"));
  g_assert_finalize_object (hints);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/search-hints/chosen", test_chosen);

  return g_test_run ();
}
