/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-page.h"

#include "ui-test.h"

static void
append (UiPage *self, GtkWidget *box, const char *text)
{
  GtkWidget *paragraph = news_paragraph_new (GTK_ACCESSIBLE_ROLE_PARAGRAPH, NEWS_PARAGRAPH_TEXT);

  news_paragraph_set_letters (NEWS_PARAGRAPH (paragraph), text, "en");
  gtk_box_append (GTK_BOX (box), paragraph);
  g_ptr_array_add (self->paragraphs, paragraph);
}

UiPage *
ui_page_new (const char *const *texts)
{
  UiPage *self = g_new0 (UiPage, 1);
  guint n = g_strv_length ((char **) texts);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *folded = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->page = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  self->paragraphs = g_ptr_array_new ();
  self->expander = gtk_expander_new ("More");
  gtk_expander_set_child (GTK_EXPANDER (self->expander), folded);
  gtk_widget_set_focusable (self->page, TRUE);
  for (guint i = 0; i < n; i++)
    {
      gboolean folds = i == n - 2;

      append (self, folds ? folded : self->page, texts[i]);
      if (folds)
        gtk_box_append (GTK_BOX (self->page), self->expander);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->page);
  self->window = ui_test_show (scroller, 400, 300);

  return self;
}

void
ui_page_free (UiPage *self)
{
  ui_test_close (self->window);
  g_assert_finalize_object (self->page);
  g_ptr_array_unref (self->paragraphs);
  g_free (self);
}

NewsParagraph *
ui_page_get (UiPage *self, guint index)
{
  return g_ptr_array_index (self->paragraphs, index);
}

double
ui_page_get_scrolled (UiPage *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (self->page, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_adjustment_get_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
}
