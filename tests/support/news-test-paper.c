/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* For nftw(). */
#define _XOPEN_SOURCE 700

#include "news-test-paper.h"

#include <ftw.h>
#include <glib/gstdio.h>

#define EDITION                                                                  \
  "{ \"format\": 1, \"id\": \"test\", \"name\": \"Test\", \"language\": \"en\"," \
  "  \"city\": \"New York\", \"timezone\": \"America/New_York\","                \
  "  \"sections\": %s, \"sources\": %s }"

static int
remove_cb (const char *path, const struct stat *status, int type, struct FTW *walk)
{
  return g_remove (path);
}

static void
problem_cb (NewsDesk *desk, const char *message, NewsTestPaper *self)
{
  g_ptr_array_add (self->problems, g_strdup (message));
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;
  g_autoptr (GError) error = NULL;

  news_desk_open_finish (NEWS_DESK (object), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  gpointer *slot = user_data;
  g_autoptr (GError) error = NULL;

  slot[0] = news_store_list_finish (NEWS_STORE (object), result, &error);
  g_assert_no_error (error);
}

static void
write_edition (NewsTestPaper *self, const char *sections, const char *sources)
{
  g_autofree char *address = news_test_server_dup_url (self->server, "");
  g_autofree char *folder = g_build_filename (self->folder, "editions", NULL);
  g_autofree char *path = g_build_filename (folder, "test.json", NULL);
  g_autofree char *template = g_strdup_printf (EDITION, sections, sources);
  g_autoptr (GString) text = g_string_new (template);

  g_string_replace (text, "@SERVER@", address, 0);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

static void
close_desk (NewsTestPaper *self)
{
  if (self->desk == NULL)
    return;

  news_desk_close (self->desk);
  /* Results on their way hold the desk until they have been handed out. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (self->desk);
  self->desk = NULL;
}

NewsTestPaper *
news_test_paper_new (const char *sections, const char *sources)
{
  NewsTestPaper *self = g_new0 (NewsTestPaper, 1);

  self->server = news_test_server_new ();
  self->folder = g_dir_make_tmp ("paper-XXXXXX", NULL);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->keyring = news_keyring_new_in_memory ();
  write_edition (self, sections, sources);
  news_test_paper_open (self);

  return self;
}

void
news_test_paper_free (NewsTestPaper *self)
{
  close_desk (self);
  news_test_server_free (self->server);
  g_assert_cmpint (nftw (self->folder, remove_cb, 16, FTW_DEPTH | FTW_PHYS), ==, 0);
  g_free (self->folder);
  g_ptr_array_unref (self->problems);
  g_clear_object (&self->network);
  news_keyring_unref (self->keyring);
  g_free (self);
}

void
news_test_paper_open (NewsTestPaper *self)
{
  gboolean done = FALSE;

  close_desk (self);
  self->desk = news_desk_new (self->folder, self->folder, NULL);
  news_desk_set_keyring (self->desk, self->keyring);
  if (self->network != NULL)
    news_desk_set_network (self->desk, self->network);
  g_signal_connect (self->desk, "problem", G_CALLBACK (problem_cb), self);
  news_desk_open_async (self->desk, "test", NULL, opened_cb, &done);
  news_test_paper_run_until (&done);
  g_assert_cmpstr (news_desk_get_edition (self->desk)->id, ==, "test");
}

void
news_test_paper_set_network (NewsTestPaper *self, GNetworkMonitor *network)
{
  g_set_object (&self->network, network);
  news_test_paper_open (self);
}

void
news_test_paper_run_until (gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}

void
news_test_paper_settle (NewsTestPaper *self)
{
  while (news_desk_get_refreshing (self->desk))
    g_main_context_iteration (NULL, TRUE);
}

void
news_test_paper_refresh (NewsTestPaper *self)
{
  news_desk_refresh (self->desk, NULL);
  news_test_paper_settle (self);
}

NewsSnapshot *
news_test_paper_list (NewsTestPaper *self, NewsScope *scope)
{
  gpointer slot[1] = { NULL };

  news_store_list_async (news_desk_get_store (self->desk), scope, 0, 100, NULL, listed_cb, slot);
  while (slot[0] == NULL)
    g_main_context_iteration (NULL, TRUE);

  return slot[0];
}

NewsSnapshot *
news_test_paper_list_section (NewsTestPaper *self, const char *id)
{
  NewsDeskSection *section = news_desk_get_section (self->desk, id);
  g_autoptr (NewsScope) scope = NULL;

  g_assert_nonnull (section);
  scope = news_scope_new_section (news_desk_section_get_section (section));

  return news_test_paper_list (self, scope);
}

char *
news_test_paper_dup_posts (int first, int last)
{
  GString *text = g_string_new ("[");

  for (int i = first; i >= last; i--)
    g_string_append_printf (
      text,
      "%s{ \"id\": %d, \"date_gmt\": \"2026-11-%02dT%02d:00:00\","
      "  \"modified_gmt\": \"2026-11-%02dT%02d:00:00\","
      "  \"link\": \"https://paper.example/%d\", \"title\": { \"rendered\": \"Story %d\" },"
      "  \"excerpt\": { \"rendered\": \"<p>What story %d tells</p>\" },"
      "  \"content\": { \"rendered\": \"<p>The body of story %d.</p>\", \"protected\": false } }",
      i < first ? ", " : "", i, 1 + i / 24 % 28, i % 24, 1 + i / 24 % 28, i % 24, i, i, i, i);
  g_string_append_c (text, ']');

  return g_string_free (text, FALSE);
}
