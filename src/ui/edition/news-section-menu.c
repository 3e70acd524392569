/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-section-menu.h"

/* A title is a name and no label: an underline in it is one. */
static char *
dup_label (const char *title)
{
  GString *label = g_string_new (title);

  g_string_replace (label, "_", "__", 0);

  return g_string_free (label, FALSE);
}

void
news_section_menu_append (GMenu *menu,
                          const char *label,
                          NewsEdition *edition,
                          const char *but,
                          const char *action)
{
  g_autoptr (GMenu) submenu = g_menu_new ();

  for (guint i = 0; i < edition->sections->len; i++)
    {
      NewsSection *section = g_ptr_array_index (edition->sections, i);
      g_autoptr (GMenuItem) item = NULL;
      g_autofree char *title = dup_label (section->title);

      if (news_section_is_home (section) || g_str_equal (section->id, but))
        continue;
      item = g_menu_item_new (title, NULL);
      g_menu_item_set_action_and_target (item, action, "s", section->id);
      g_menu_append_item (submenu, item);
    }

  if (g_menu_model_get_n_items (G_MENU_MODEL (submenu)) > 0)
    g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
}
