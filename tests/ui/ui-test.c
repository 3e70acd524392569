/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "ui-test.h"

gboolean
ui_test_init (int *argc, char ***argv)
{
  /* The test back end checks what is told to screen readers, and needs no bus. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return FALSE;
    }
  adw_init ();

  return TRUE;
}

void
ui_test_wait (gboolean (*check) (gpointer data), gpointer data)
{
  while (!check (data))
    g_main_context_iteration (NULL, TRUE);
}

void
ui_test_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
ready_cb (NewsWindow *window, gboolean *ready)
{
  *ready = TRUE;
}

UiTest *
ui_test_new (const char *sections, const char *sources)
{
  return ui_test_new_with_width (sections, sources, 1180);
}

UiTest *
ui_test_new_with_width (const char *sections, const char *sources, int width)
{
  UiTest *self = g_new0 (UiTest, 1);
  gboolean ready = FALSE;

  self->paper = news_test_paper_new (sections, sources);
  self->settings = g_settings_new_with_path (APPLICATION_ID, "/test/");
  g_settings_reset (self->settings, "section");
  g_settings_set_int (self->settings, "window-width", width);
  self->window = news_window_new (NULL, self->settings);
  g_signal_connect (self->window, "ready", G_CALLBACK (ready_cb), &ready);
  news_window_set_desk (self->window, self->paper->desk);
  gtk_window_present (GTK_WINDOW (self->window));
  while (!ready)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (self->window, &ready);

  return self;
}

void
ui_test_free (UiTest *self)
{
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (self->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  news_test_paper_free (self->paper);
  g_assert_finalize_object (self->settings);
  g_free (self);
}

static gboolean
is_named (GtkWidget *widget, const char *name)
{
  return name == NULL || gtk_widget_has_css_class (widget, name)
         || g_strcmp0 (gtk_widget_get_css_name (widget), name) == 0
         || g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), name) == 0;
}

GtkWidget *
ui_test_find (GtkWidget *root, GType type, const char *name)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && is_named (root, name))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_test_find (child, type, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}
