/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-suggestion-list.h"
#include "ui-store.h"

typedef struct
{
  UiStore *store;
  GPtrArray *sections;
  NewsSuggestionList *list;
  guint changes;
  char *taken;
} Fixture;

static void
changed_cb (NewsSuggestionList *list, Fixture *fixture)
{
  fixture->changes++;
}

static void
taken_cb (NewsSuggestionList *list, const NewsSuggestion *suggestion, Fixture *fixture)
{
  g_set_str (&fixture->taken, suggestion->completion);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = ui_store_new ();
  ui_store_add (fixture->store, 1, 2);
  fixture->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  g_ptr_array_add (fixture->sections, news_section_new ("world", "World", NULL));
  g_ptr_array_add (fixture->sections, news_section_new ("beyond", "Beyond science", NULL));
  fixture->list = g_object_ref_sink (g_object_new (NEWS_TYPE_SUGGESTION_LIST, NULL));
  news_suggestion_list_set_store (fixture->list, fixture->store->store, fixture->sections);
  g_signal_connect (fixture->list, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect (fixture->list, "taken", G_CALLBACK (taken_cb), fixture);
}

static gboolean
is_alone (gpointer data)
{
  return G_OBJECT (((Fixture *) data)->list)->ref_count == 1;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* What is on its way holds it until it has been told to stop. */
  news_suggestion_list_clear (fixture->list);
  ui_test_wait (is_alone, fixture);
  g_assert_finalize_object (fixture->list);
  g_ptr_array_unref (fixture->sections);
  ui_store_free (fixture->store);
  g_free (fixture->taken);
}

static gboolean
is_shown (gpointer data)
{
  return news_suggestion_list_is_shown (((Fixture *) data)->list);
}

static void
ask (Fixture *fixture, const char *typed)
{
  news_suggestion_list_ask (fixture->list, typed, (guint) strlen (typed));
}

static void
assert_active (Fixture *fixture, const char *completion)
{
  const NewsSuggestion *active = news_suggestion_list_get_active (fixture->list);

  g_assert_cmpstr (active != NULL ? active->completion : NULL, ==, completion);
  g_assert_true ((news_suggestion_list_get_active_row (fixture->list) != NULL)
                 == (completion != NULL));
}

/* One is taken in hand after the other, and none beyond both ends. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->list)));
  g_assert_false (news_suggestion_list_step (fixture->list, 1));
  ask (fixture, "is:");
  ui_test_wait (is_shown, fixture);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->list)));
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (fixture->list), "not read yet"));
  assert_active (fixture, NULL);
  fixture->changes = 0;
  g_assert_true (news_suggestion_list_step (fixture->list, 1));
  assert_active (fixture, "is:unread ");
  g_assert_true (news_suggestion_list_step (fixture->list, 1));
  g_assert_true (news_suggestion_list_step (fixture->list, -1));
  assert_active (fixture, "is:unread ");
  g_assert_false (news_suggestion_list_step (fixture->list, -1));
  assert_active (fixture, NULL);
  g_assert_cmpuint (fixture->changes, ==, 4);
  news_suggestion_list_clear (fixture->list);
  g_assert_false (is_shown (fixture));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->list)));
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  ask (fixture, "tea section:bey");
  ui_test_wait (is_shown, fixture);
  news_suggestion_list_step (fixture->list, 1);
  assert_active (fixture, "section:\"Beyond science\" ");
  g_assert_cmpuint (news_suggestion_list_get_active (fixture->list)->start, ==, 4);
}

static void
test_taken (Fixture *fixture, gconstpointer data)
{
  GtkListBox *box;

  ask (fixture, "sou");
  ui_test_wait (is_shown, fixture);
  box = GTK_LIST_BOX (ui_test_find (GTK_WIDGET (fixture->list), GTK_TYPE_LIST_BOX, "list"));
  g_signal_emit_by_name (box, "row-activated", gtk_list_box_get_row_at_index (box, 0));
  g_assert_cmpstr (fixture->taken, ==, "source:");
}

/* Of two questions, the last is answered. */
static void
test_newest (Fixture *fixture, gconstpointer data)
{
  ask (fixture, "is:");
  ask (fixture, "sou");
  ui_test_wait (is_shown, fixture);
  news_suggestion_list_step (fixture->list, 1);
  assert_active (fixture, "source:");
  g_assert_cmpuint (fixture->changes, ==, 2);
}

#define ADD(name, function) \
  g_test_add ("/suggestion-list/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("steps", test_steps);
  ADD ("values", test_values);
  ADD ("taken", test_taken);
  ADD ("newest", test_newest);

  return g_test_run ();
}
