/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-wide-bin.h"

typedef struct
{
  GtkWidget *label;
  GtkWidget *bin;
} Fixture;

static gboolean
fits (gpointer data)
{
  Fixture *fixture = data;
  int needed;

  gtk_widget_measure (fixture->label, GTK_ORIENTATION_VERTICAL,
                      gtk_widget_get_width (fixture->label), &needed, NULL, NULL, NULL);

  return gtk_widget_get_height (fixture->bin) == needed;
}

/* In a column of 300 pixels, and not in the narrowest there could be. */
static void
test_height (void)
{
  Fixture fixture;
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWindow *window;

  fixture.label = gtk_label_new ("Some words that need more than one line in so narrow a column");
  gtk_label_set_wrap (GTK_LABEL (fixture.label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (fixture.label), 6);
  fixture.bin = news_wide_bin_new (fixture.label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), fixture.bin);
  gtk_box_append (GTK_BOX (box), scroller);
  window = ui_test_show (box, 300, 400);
  ui_test_wait (fits, &fixture);

  gtk_label_set_text (GTK_LABEL (fixture.label), "A word");
  ui_test_wait (fits, &fixture);
  ui_test_close (window);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/wide-bin/height", test_height);

  return g_test_run ();
}
