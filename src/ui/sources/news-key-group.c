/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-key-group.h"

#include <glib/gi18n.h>

struct _NewsKeyGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template children */
  AdwActionRow *state;
  GtkWidget *enter;
  GtkWidget *forget;
  GtkLabel *failure;

  /* Owned */
  NewsDesk *desk;
  char *id;
  GCancellable *cancellable;

  NewsKeyKind kind;
};

enum
{
  ENTER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsKeyGroup, news_key_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_title (NewsKeyKind kind)
{
  switch (kind)
    {
    case NEWS_KEY_KIND_KEY:
      return _ ("Key");
    case NEWS_KEY_KIND_LOGIN:
      return _ ("Login");
    case NEWS_KEY_KIND_OTHER:
    case NEWS_KEY_KIND_NONE:
    default:
      return _ ("What Is Asked For");
    }
}

static const char *
get_enter_label (NewsKeyKind kind, NewsKeyState state)
{
  switch (kind)
    {
    case NEWS_KEY_KIND_KEY:
      return state == NEWS_KEY_OWN ? _ ("_Change Key…") : _ ("_Enter a Key…");
    case NEWS_KEY_KIND_LOGIN:
      return state == NEWS_KEY_OWN ? _ ("_Change Login…") : _ ("_Log In…");
    case NEWS_KEY_KIND_OTHER:
    case NEWS_KEY_KIND_NONE:
    default:
      return _ ("_Change…");
    }
}

static const char *
get_words (NewsKeyGroup *self, NewsKeyState state)
{
  gboolean is_login = self->kind == NEWS_KEY_KIND_LOGIN;
  gboolean lasts = news_keyring_is_lasting (news_desk_get_keyring (self->desk));

  switch (state)
    {
    case NEWS_KEY_NONE:
      return is_login ? _ ("No password is known.") : _ ("No key is known.");
    case NEWS_KEY_SHARED:
      return _ ("The key that everybody has. It may be used up by others at any time.");
    case NEWS_KEY_OWN:
      if (!lasts)
        return is_login ? _ ("Your password, which is kept until Broadsheet is closed.")
                        : _ ("Your own key, which is kept until Broadsheet is closed.");
      return is_login ? _ ("Your password, which is in the desktop’s keyring.")
                      : _ ("Your own key, which is in the desktop’s keyring.");
    default:
      g_assert_not_reached ();
    }
}

static void
show_failure (NewsKeyGroup *self, const char *message)
{
  gtk_label_set_text (self->failure, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), message != NULL);
}

static void
show (NewsKeyGroup *self, const char *words, NewsKeyState state)
{
  gboolean is_login = self->kind == NEWS_KEY_KIND_LOGIN;

  adw_action_row_set_subtitle (self->state, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), words != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->enter),
                                 get_enter_label (self->kind, state));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->forget),
                                 is_login ? _ ("_Forget Password") : _ ("_Forget Key"));
  gtk_widget_set_visible (self->forget, state == NEWS_KEY_OWN);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
state_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsKeyGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  NewsKeyState state;

  if (news_desk_get_key_state_finish (NEWS_DESK (object), result, &state, &error))
    show (self, get_words (self, state), state);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    /* What is locked is there, and may be forgotten, once it is unlocked. */
    show (self, error->message, NEWS_KEY_OWN);
}

static void
forgotten_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsKeyGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean forgotten = news_desk_forget_key_finish (NEWS_DESK (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_widget_set_sensitive (self->forget, TRUE);
  show_failure (self, forgotten ? NULL : error->message);
  news_key_group_update (self);
}

static void
enter_cb (NewsKeyGroup *self)
{
  show_failure (self, NULL);
  g_signal_emit (self, signals[ENTER], 0);
}

static void
forget_cb (NewsKeyGroup *self)
{
  gtk_widget_set_sensitive (self->forget, FALSE);
  show_failure (self, NULL);
  news_desk_forget_key_async (self->desk, self->id, self->cancellable, forgotten_cb,
                              g_object_ref (self));
}

static void
news_key_group_dispose (GObject *object)
{
  NewsKeyGroup *self = NEWS_KEY_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEWS_TYPE_KEY_GROUP);

  G_OBJECT_CLASS (news_key_group_parent_class)->dispose (object);
}

static void
news_key_group_class_init (NewsKeyGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_key_group_dispose;

  signals[ENTER] = g_signal_new ("enter", NEWS_TYPE_KEY_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sources/news-key-group.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsKeyGroup, state);
  gtk_widget_class_bind_template_child (widget_class, NewsKeyGroup, enter);
  gtk_widget_class_bind_template_child (widget_class, NewsKeyGroup, forget);
  gtk_widget_class_bind_template_child (widget_class, NewsKeyGroup, failure);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
}

static void
news_key_group_init (NewsKeyGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

void
news_key_group_show (NewsKeyGroup *self, NewsDesk *desk, const char *id)
{
  g_return_if_fail (NEWS_IS_KEY_GROUP (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->id = g_strdup (id);
  news_key_group_update (self);
}

void
news_key_group_update (NewsKeyGroup *self)
{
  NewsSource *source;

  g_return_if_fail (NEWS_IS_KEY_GROUP (self));

  source = news_edition_get_source (news_desk_get_draft (self->desk), self->id);
  self->kind = source != NULL ? news_desk_get_key_kind (self->desk, source) : NEWS_KEY_KIND_NONE;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), get_title (self->kind));
  if (self->kind == NEWS_KEY_KIND_NONE)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  else if (self->kind == NEWS_KEY_KIND_OTHER)
    show (self, NULL, NEWS_KEY_NONE);
  else
    news_desk_get_key_state_async (self->desk, source, self->cancellable, state_cb,
                                   g_object_ref (self));
}
