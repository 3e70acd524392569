/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-page-menu.h"
#include "ui-page.h"

static const char *const texts[] = { "One two", "Three four", "Folded", "Five", NULL };

/* The actions of the menu, in their order. */
static void
assert_actions (NewsPageMenu *menu, const char *address, const char *expected)
{
  g_autoptr (GMenuModel) model = news_page_menu_create_model (menu, address);
  g_autoptr (GString) actions = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);

      for (int k = 0; k < g_menu_model_get_n_items (section); k++)
        {
          g_autofree char *action = NULL;

          g_assert_true (
            g_menu_model_get_item_attribute (section, k, G_MENU_ATTRIBUTE_ACTION, "s", &action));
          g_string_append_printf (actions, "%s ", action);
        }
    }
  g_assert_cmpstr (actions->str, ==, expected);
}

static void
test_model (void)
{
  UiPage *page = ui_page_new (texts);
  NewsSelection *selection = news_selection_new (page->page);
  NewsCaret *caret = news_caret_new (page->page, selection);
  NewsPageMenu *menu = news_page_menu_new (page->page, selection, caret);

  assert_actions (menu, NULL, "story.select-all story.find ");
  assert_actions (menu, "https://paper.example/",
                  "story.copy-address story.select-all story.find ");
  news_selection_select_all (selection);
  assert_actions (menu, "https://paper.example/",
                  "story.copy story.copy-quote story.copy-address story.select-all story.find ");

  g_assert_finalize_object (menu);
  g_assert_finalize_object (caret);
  g_assert_finalize_object (selection);
  ui_page_free (page);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/page-menu/model", test_model);

  return g_test_run ();
}
