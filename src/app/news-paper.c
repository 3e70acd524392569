/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-paper.h"

#include "news-sample-server.h"

#include <glib/gi18n.h>

#define SETTINGS_PATH "/io/github/broadsheet/Broadsheet/"

/* Milliseconds after which a window is shown though its paper is not open yet. */
#define PATIENCE 400

/* Seconds after the first frame until what nobody waits for begins: until then rows, counts and
 * pictures come. */
#define SETTLING 2

struct _NewsPaper
{
  GObject parent_instance;

  /* Owned */
  NewsSampleServer *server;
  GSettings *settings;
  NewsDesk *desk;
  char *wanted;     /* id of the section to show */
  char *failure;    /* why it could not be opened, or NULL */
  GPtrArray *files; /* GFile: to be taken in */
  guint waiting;
  guint telling;
  guint settling;

  /* Borrowed */
  GtkApplication *application;
  NewsWindow *window;

  gboolean sample;
  gboolean is_begun;
  gboolean is_open;
  gboolean was_unreachable;
};

enum
{
  CLOSED,
  UNREACHABLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsPaper, news_paper, G_TYPE_OBJECT)

static char *
dup_folder (NewsPaper *self, const char *base)
{
  return g_build_filename (base, "broadsheet", self->sample ? "sample" : NULL, NULL);
}

/* --- a paper that has nothing and reaches nobody --- */

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsPaper) self = user_data;
  g_autoptr (NewsSnapshot) snapshot = news_store_list_finish (NEWS_STORE (object), result, NULL);

  if (snapshot != NULL && snapshot->rows->len == 0 && !self->was_unreachable)
    {
      self->was_unreachable = TRUE;
      g_signal_emit (self, signals[UNREACHABLE], 0);
    }
}

static void
refreshing_changed_cb (NewsPaper *self)
{
  g_autoptr (NewsScope) scope = NULL;

  if (news_desk_get_refreshing (self->desk) || !news_desk_is_unreachable (self->desk)
      || self->was_unreachable)
    return;

  scope = news_scope_new_home (news_desk_get_edition (self->desk)->sections);
  news_store_list_async (news_desk_get_store (self->desk), scope, 0, 0, NULL, looked_cb,
                         g_object_ref (self));
}

/* --- opening --- */

static void
show_window (NewsPaper *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  if (self->window != NULL)
    gtk_window_present (GTK_WINDOW (self->window));
}

static void
waited_cb (gpointer user_data)
{
  NewsPaper *self = user_data;

  self->waiting = 0;
  show_window (self);
}

static void
interval_changed (NewsPaper *self)
{
  news_desk_set_interval (self->desk,
                          (guint) g_settings_get_enum (self->settings, "refresh-interval"));
}

static void
metered_changed (NewsPaper *self)
{
  news_desk_set_pause_on_metered (self->desk,
                                  g_settings_get_boolean (self->settings, "pause-on-metered"));
  news_desk_set_pictures_on_metered (
    self->desk, g_settings_get_boolean (self->settings, "pictures-on-metered"));
}

/* What a reader changes is heeded when the desk tidies the next time: while a number is being typed
 * it is too small. */
static void
keep_changed (NewsPaper *self)
{
  news_desk_set_keep (self->desk, g_settings_get_uint (self->settings, "keep-days"),
                      g_settings_get_uint (self->settings, "keep-number"));
}

static void
settled_cb (gpointer user_data)
{
  NewsPaper *self = user_data;

  self->settling = 0;
  news_desk_tidy (self->desk);
}

/* After the frame that shows what was kept the network is asked. */
static gboolean
shown_cb (gpointer user_data)
{
  NewsPaper *self = user_data;

  if (g_settings_get_boolean (self->settings, "refresh-at-start"))
    news_desk_refresh_due (self->desk);
  self->settling = g_timeout_add_seconds_once (SETTLING, settled_cb, self);

  return G_SOURCE_REMOVE;
}

static void
ready_cb (NewsPaper *self)
{
  g_clear_handle_id (&self->settling, g_source_remove);
  self->settling = g_idle_add_full (G_PRIORITY_LOW, shown_cb, self, NULL);
}

static void
begin (NewsPaper *self)
{
  g_signal_connect_object (self->settings, "changed::refresh-interval",
                           G_CALLBACK (interval_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::refreshing", G_CALLBACK (refreshing_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::pause-on-metered",
                           G_CALLBACK (metered_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::keep-days", G_CALLBACK (keep_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::keep-number", G_CALLBACK (keep_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::pictures-on-metered",
                           G_CALLBACK (metered_changed), self, G_CONNECT_SWAPPED);
  interval_changed (self);
  metered_changed (self);
  keep_changed (self);

  if (self->wanted != NULL)
    g_settings_set_string (self->settings, "section", self->wanted);
  g_clear_pointer (&self->wanted, g_free);
  news_window_set_desk (self->window, self->desk);
  /* What is to be taken in is asked about in the window. */
  if (self->files->len > 0)
    show_window (self);
  for (guint i = 0; i < self->files->len; i++)
    news_window_import (self->window, g_ptr_array_index (self->files, i));
  g_ptr_array_set_size (self->files, 0);
}

/* As soon as there are both, a window and what is to be said in it. */
static void
show_state (NewsPaper *self)
{
  if (self->window == NULL)
    return;

  if (self->is_open)
    {
      begin (self);
    }
  else if (self->failure != NULL)
    {
      news_window_fail (self->window, self->failure);
      show_window (self);
    }
}

static gboolean
tell_cb (gpointer user_data)
{
  NewsPaper *self = user_data;

  self->telling = 0;
  show_state (self);

  return G_SOURCE_REMOVE;
}

/* After GTK has told, when it is idle, of the icons that libadwaita brings: all widgets of a window
 * that was shown before would be styled once more for it. */
static void
tell_state (NewsPaper *self)
{
  if (self->telling == 0)
    self->telling = g_idle_add_full (GTK_PRIORITY_RESIZE, tell_cb, self, NULL);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsPaper) self = user_data;
  g_autoptr (GError) error = NULL;

  if (news_desk_open_finish (NEWS_DESK (object), result, &error))
    self->is_open = TRUE;
  else
    g_set_str (&self->failure, error->message);
  tell_state (self);
}

static void
open_paper (NewsPaper *self)
{
  g_autofree char *data = dup_folder (self, g_get_user_data_dir ());
  g_autofree char *cache = dup_folder (self, g_get_user_cache_dir ());
  g_autofree char *edition = g_settings_get_string (self->settings, "edition");
  const char *address = NULL;

  self->is_begun = TRUE;
  self->is_open = FALSE;
  g_clear_pointer (&self->failure, g_free);
  if (self->sample && self->server == NULL)
    {
      g_autoptr (GError) error = NULL;

      self->server = news_sample_server_new (data, &error);
      if (self->server == NULL)
        {
          g_set_str (&self->failure, error->message);
          tell_state (self);
          return;
        }
    }
  if (self->server != NULL)
    address = news_sample_server_get_address (self->server);

  g_clear_handle_id (&self->settling, g_source_remove);
  if (self->desk != NULL)
    news_desk_close (self->desk);
  g_clear_object (&self->desk);
  self->desk = news_desk_new (data, cache, address);
  news_desk_open_async (self->desk, edition, NULL, opened_cb, g_object_ref (self));
}

static void
window_gone_cb (gpointer user_data, GObject *window)
{
  NewsPaper *self = user_data;

  self->window = NULL;
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
create_window (NewsPaper *self)
{
  self->window = news_window_new (self->application, self->settings);
  g_object_weak_ref (G_OBJECT (self->window), window_gone_cb, self);
  g_signal_connect_object (self->window, "begun", G_CALLBACK (show_window), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "reopen", G_CALLBACK (open_paper), self,
                           G_CONNECT_SWAPPED);
}

static void
news_paper_finalize (GObject *object)
{
  NewsPaper *self = NEWS_PAPER (object);

  if (self->window != NULL)
    g_object_weak_unref (G_OBJECT (self->window), window_gone_cb, self);
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_handle_id (&self->telling, g_source_remove);
  news_paper_close (self);
  g_clear_object (&self->settings);
  g_free (self->wanted);
  g_free (self->failure);
  g_ptr_array_unref (self->files);

  G_OBJECT_CLASS (news_paper_parent_class)->finalize (object);
}

static void
news_paper_class_init (NewsPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = news_paper_finalize;

  signals[CLOSED] = g_signal_new ("closed", NEWS_TYPE_PAPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[UNREACHABLE] = g_signal_new ("unreachable", NEWS_TYPE_PAPER, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
}

static void
news_paper_init (NewsPaper *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
}

NewsPaper *
news_paper_new (GtkApplication *application, gboolean sample)
{
  NewsPaper *self = g_object_new (NEWS_TYPE_PAPER, NULL);

  self->application = application;
  self->sample = sample;
  self->settings
    = g_settings_new_with_path (APPLICATION_ID, sample ? SETTINGS_PATH "sample/" : SETTINGS_PATH);

  return self;
}

void
news_paper_open (NewsPaper *self)
{
  g_return_if_fail (NEWS_IS_PAPER (self));

  if (!self->is_begun)
    open_paper (self);
}

void
news_paper_present (NewsPaper *self)
{
  g_return_if_fail (NEWS_IS_PAPER (self));

  if (self->window != NULL && self->waiting == 0)
    {
      show_window (self);
      return;
    }
  if (self->window != NULL)
    return;

  news_paper_open (self);
  create_window (self);
  self->waiting = g_timeout_add_once (PATIENCE, waited_cb, self);
  tell_state (self);
}

NewsWindow *
news_paper_get_window (NewsPaper *self)
{
  g_return_val_if_fail (NEWS_IS_PAPER (self), NULL);

  return self->window;
}

NewsDesk *
news_paper_get_desk (NewsPaper *self)
{
  g_return_val_if_fail (NEWS_IS_PAPER (self), NULL);

  return self->is_open ? self->desk : NULL;
}

GSettings *
news_paper_get_settings (NewsPaper *self)
{
  g_return_val_if_fail (NEWS_IS_PAPER (self), NULL);

  return self->settings;
}

void
news_paper_show_section (NewsPaper *self, const char *id)
{
  g_return_if_fail (NEWS_IS_PAPER (self));

  if (self->is_open && self->window != NULL)
    news_window_show_section (self->window, id);
  else
    g_set_str (&self->wanted, id);
}

void
news_paper_import (NewsPaper *self, GFile *file)
{
  g_return_if_fail (NEWS_IS_PAPER (self));

  if (self->is_open && self->window != NULL)
    news_window_import (self->window, file);
  else
    g_ptr_array_add (self->files, g_object_ref (file));
}

void
news_paper_close (NewsPaper *self)
{
  g_return_if_fail (NEWS_IS_PAPER (self));

  g_clear_handle_id (&self->settling, g_source_remove);
  self->is_begun = self->is_open = FALSE;
  if (self->desk != NULL)
    news_desk_close (self->desk);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->server, news_sample_server_close);
}
