/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* What a window tells of its own accord: over all of it, in a corner of it, or in place of the
 * paper. */

#include "config.h"

#include "news-window-private.h"

#include <glib/gi18n.h>

/* Hardly ever is there no paper when the window comes. */
void
_news_window_show_opening (NewsWindow *self)
{
  if (self->opening == NULL)
    {
      self->opening = news_opening_page_new ();
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->opening), "opening");
    }
  gtk_stack_set_visible_child_name (self->stack, "opening");
}

void
news_window_fail (NewsWindow *self, const char *message)
{
  g_return_if_fail (NEWS_IS_WINDOW (self));

  _news_window_show_opening (self);
  news_opening_page_fail (self->opening, message);
}

static void
notice_closed_cb (AdwBanner *notice)
{
  adw_banner_set_revealed (notice, FALSE);
}

static void
ensure_notice (NewsWindow *self)
{
  if (self->notice != NULL)
    return;

  self->notice = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->notice, FALSE);
  adw_banner_set_button_label (self->notice, _ ("_Close"));
  g_signal_connect (self->notice, "button-clicked", G_CALLBACK (notice_closed_cb), NULL);
  adw_toolbar_view_add_top_bar (self->frame, GTK_WIDGET (self->notice));
}

void
news_window_notice (NewsWindow *self, const char *message)
{
  g_return_if_fail (NEWS_IS_WINDOW (self));

  ensure_notice (self);
  adw_banner_set_title (self->notice, message);
  adw_banner_set_revealed (self->notice, TRUE);
}

/* They were told before there was a window to hear of them. */
void
_news_window_tell_faults (NewsWindow *self)
{
  GPtrArray *faults = news_desk_get_faults (self->desk);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sentences = NULL;
  g_autofree char *text = NULL;

  if (faults->len == 0)
    return;

  for (guint i = 0; i < faults->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (faults, i));
  sentences = g_strv_builder_end (builder);
  text = g_strjoinv ("\n", sentences);
  news_window_notice (self, text);
}

void
news_window_toast (NewsWindow *self, const char *message)
{
  AdwToast *toast;

  g_return_if_fail (NEWS_IS_WINDOW (self));

  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
_news_window_tell_marked (NewsWindow *self, guint count, gboolean read)
{
  g_autofree char *words = g_strdup_printf (
    ngettext ("%'u article marked as read", "%'u articles marked as read", count), count);
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "story.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}
