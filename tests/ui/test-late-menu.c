/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-late-menu.h"

static GMenuModel *
create_model (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, "Entry", "test.entry");

  return G_MENU_MODEL (menu);
}

static void
test_late (void)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  GtkWindow *window = ui_test_show (GTK_WIDGET (button), 360, 300);
  GMenuModel *model = create_model ();
  GtkPopover *popover;

  news_late_menu_attach (button, model);
  ui_test_idle ();
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (button)));
  g_assert_null (gtk_menu_button_get_popover (button));

  gtk_menu_button_popup (button);
  popover = gtk_menu_button_get_popover (button);
  g_assert_nonnull (popover);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  g_assert_true (gtk_menu_button_get_menu_model (button) == model);

  /* It is the same one from then on. */
  gtk_menu_button_popdown (button);
  gtk_menu_button_popup (button);
  g_assert_true (gtk_menu_button_get_popover (button) == popover);
  gtk_menu_button_popdown (button);

  ui_test_close (window);
  g_assert_finalize_object (model);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/late-menu/late", test_late);

  return g_test_run ();
}
