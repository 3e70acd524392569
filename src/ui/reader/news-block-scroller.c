/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-block-scroller.h"

static gboolean
has_links (GtkWidget *widget)
{
  if (gtk_widget_get_focusable (widget))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_links (child))
      return TRUE;

  return FALSE;
}

/* With the keyboard nobody is to stop at what does not scroll. A scrolled window that can't be
 * focused takes the focus all the same where nothing in it does, and holds it; but one that may not
 * lets nothing in it be focused. */
static void
update_focusable_cb (GtkScrolledWindow *scroller, GtkAdjustment *adjustment)
{
  gboolean scrolls
    = gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment);

  gtk_widget_set_focusable (GTK_WIDGET (scroller), scrolls);
  gtk_widget_set_can_focus (GTK_WIDGET (scroller),
                            scrolls || has_links (gtk_scrolled_window_get_child (scroller)));
}

GtkWidget *
news_block_scroller_new (GtkWidget *child, const char *style_class, const char *words)
{
  GtkWidget *scroller
    = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                    "focusable", FALSE, "can-focus", has_links (child), NULL);

  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)),
                           "changed", G_CALLBACK (update_focusable_cb), scroller,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_add_css_class (scroller, style_class);

  return scroller;
}
