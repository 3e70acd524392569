/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-offers.h"
#include "ui-test.h"

#include "news-key-group.h"

#define SECTIONS                                 \
  "[ { \"id\": \"home\", \"title\": \"Home\" }," \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"vault\" } ] } ]"
#define SOURCES                                                            \
  "[ { \"id\": \"vault\", \"name\": \"The Vault\", \"api\": \"vault\","    \
  "    \"parameters\": { \"api\": \"@SERVER@/vault/\" } },"                \
  "  { \"id\": \"guardian\", \"name\": \"G\", \"api\": \"guardian\" },"    \
  "  { \"id\": \"reader\", \"name\": \"R\", \"api\": \"google-reader\" }," \
  "  { \"id\": \"gdelt\", \"name\": \"D\", \"api\": \"gdelt\" },"          \
  "  { \"id\": \"feed\", \"name\": \"F\", \"api\": \"feed\" } ]"

static NewsTestPaper *
create_paper (void)
{
  NewsTestPaper *paper = news_test_paper_new (SECTIONS, SOURCES);

  ui_offers_serve_vault (paper);

  return paper;
}

static GtkWidget *
create (NewsTestPaper *paper, const char *id)
{
  GtkWidget *group = g_object_ref_sink (g_object_new (NEWS_TYPE_KEY_GROUP, NULL));

  news_key_group_show (NEWS_KEY_GROUP (group), paper->desk, id);

  return group;
}

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_visible (data);
}

static GtkWidget *
find (GtkWidget *group, const char *id)
{
  return ui_test_find (group, GTK_TYPE_WIDGET, id);
}

static void
assert_row (GtkWidget *group, const char *id, const char *title)
{
  GtkWidget *row = find (group, id);

  g_assert_cmpint (gtk_widget_get_visible (row), ==, title != NULL);
  if (title != NULL)
    g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, title);
}

static const char *
get_state (GtkWidget *group)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (find (group, "state")));
}

static void
end (GtkWidget *group)
{
  ui_test_idle ();
  while (G_OBJECT (group)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (NEWS_KEY_GROUP (group));
}

/* Every source is asked for with words of its own. */
static void
test_kinds (void)
{
  static const struct
  {
    const char *source;
    const char *title;
    const char *state;
    const char *enter;
  } kinds[] = {
    { "vault", "Key", "No key is known.", "_Enter a Key…" },
    { "guardian", "Key", "The key that everybody has. It may be used up by others at any time.",
      "_Enter a Key…" },
    { "reader", "Login", "No password is known.", "_Log In…" },
    { "gdelt", "What Is Asked For", "", "_Change…" },
  };
  g_autoptr (NewsTestPaper) paper = create_paper ();

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GtkWidget *group = create (paper, kinds[i].source);

      ui_test_wait (is_shown, group);
      g_assert_cmpstr (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)), ==,
                       kinds[i].title);
      g_assert_cmpstr (get_state (group), ==, kinds[i].state);
      assert_row (group, "enter", kinds[i].enter);
      assert_row (group, "forget", NULL);
      end (group);
    }
}

static void
test_none (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  GtkWidget *feed = create (paper, "feed");
  GtkWidget *gone = create (paper, "gone");

  ui_test_idle ();
  g_assert_false (gtk_widget_get_visible (feed));
  g_assert_false (gtk_widget_get_visible (gone));
  end (feed);
  end (gone);
}

static void
enter_cb (NewsKeyGroup *group, guint *times)
{
  (*times)++;
}

static gboolean
has_forgotten (gpointer data)
{
  return !gtk_widget_get_visible (find (data, "forget"));
}

static void
test_forget (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autofree char *left = NULL;
  GtkWidget *group;
  guint times = 0;

  g_assert_true (news_keyring_store (paper->keyring, "vault", "key", "L", "mine", NULL, NULL));
  group = create (paper, "vault");
  g_signal_connect (group, "enter", G_CALLBACK (enter_cb), &times);
  ui_test_wait (is_shown, group);
  /* The tests' keyring is in memory. */
  g_assert_cmpstr (get_state (group), ==,
                   "Your own key, which is kept until Broadsheet is closed.");
  assert_row (group, "enter", "_Change Key…");
  assert_row (group, "forget", "_Forget Key");

  g_signal_emit_by_name (find (group, "enter"), "activated");
  g_assert_cmpuint (times, ==, 1);
  g_signal_emit_by_name (find (group, "forget"), "activated");
  g_assert_false (gtk_widget_get_sensitive (find (group, "forget")));
  ui_test_wait (has_forgotten, group);
  left = news_keyring_lookup (paper->keyring, "vault", "key", NULL, NULL);
  g_assert_null (left);
  g_assert_cmpstr (get_state (group), ==, "No key is known.");
  assert_row (group, "enter", "_Enter a Key…");
  g_assert_false (gtk_widget_get_visible (find (group, "failure")));
  news_test_paper_settle (paper);
  end (group);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/key-group/kinds", test_kinds);
  g_test_add_func ("/key-group/none", test_none);
  g_test_add_func ("/key-group/forget", test_forget);

  return g_test_run ();
}
