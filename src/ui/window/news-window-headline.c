/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* What can be done in the window with a headline of the list, by its menu, and with those above and
 * below it. */

#include "config.h"

#include "news-address.h"
#include "news-window-private.h"

#include <glib/gi18n.h>

/* --- above and below --- */

/* Those rows that are on show at this moment: nobody can want what is not seen yet marked. */
static void
mark (NewsWindow *self, gint64 article, int side)
{
  NewsRowSpan spans[2];
  guint n = news_headlines_pane_get_spans (self->headlines, article, side, spans);

  if (n > 0)
    news_marks_read_rows (self->marks, spans, n);
  else
    news_window_toast (self, side < 0 ? _ ("Nothing above to be marked")
                                      : _ ("Nothing below to be marked"));
}

static void
list_mark_above_read (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mark (NEWS_WINDOW (widget), 0, -1);
}

static void
list_mark_below_read (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mark (NEWS_WINDOW (widget), 0, 1);
}

static void
headline_mark_above_read (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mark (NEWS_WINDOW (widget), g_variant_get_int64 (parameter), -1);
}

static void
headline_mark_below_read (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mark (NEWS_WINDOW (widget), g_variant_get_int64 (parameter), 1);
}

/* --- the headline itself --- */

/* NULL if it has left the list while its menu was open. */
static NewsHeadline *
dup_headline (GtkWidget *widget, GVariant *parameter)
{
  return news_headlines_pane_dup_headline (NEWS_WINDOW (widget)->headlines,
                                           g_variant_get_int64 (parameter));
}

static void
headline_bookmark (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (NewsHeadline) headline = dup_headline (widget, parameter);

  if (headline != NULL)
    news_marks_set_bookmarked (NEWS_WINDOW (widget)->marks, headline->article,
                               !headline->bookmarked);
}

static void
headline_unread (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (NewsHeadline) headline = dup_headline (widget, parameter);

  if (headline != NULL)
    news_marks_set_read (NEWS_WINDOW (widget)->marks, headline->article, !headline->read);
}

static void
headline_original (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (NewsHeadline) headline = dup_headline (widget, parameter);

  if (headline != NULL && headline->url != NULL)
    _news_window_launch (NEWS_WINDOW (widget), headline->url);
}

static void
headline_copy_link (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (NewsHeadline) headline = dup_headline (widget, parameter);
  g_autofree char *clean = NULL;

  if (headline == NULL || headline->url == NULL)
    return;

  clean = news_address_resolve (NULL, headline->url, NEWS_ADDRESS_LINK);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), clean != NULL ? clean : headline->url);
  news_window_toast (NEWS_WINDOW (widget), _ ("Link copied"));
}

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "list.mark-above-read", NULL, list_mark_above_read },
  { "list.mark-below-read", NULL, list_mark_below_read },
  { "headline.mark-above-read", "x", headline_mark_above_read },
  { "headline.mark-below-read", "x", headline_mark_below_read },
  { "headline.bookmark", "x", headline_bookmark },
  { "headline.unread", "x", headline_unread },
  { "headline.original", "x", headline_original },
  { "headline.copy-link", "x", headline_copy_link },
};

void
_news_window_install_headline_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

void
_news_window_update_headline_actions (NewsWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, self->marks != NULL);
}
