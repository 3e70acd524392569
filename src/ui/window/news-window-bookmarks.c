/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-bookmark-files.h"
#include "news-window-private.h"

/* Whether the list on show is that of the bookmarks. */
static gboolean
is_on_show (NewsWindow *self)
{
  NewsScope *scope = self->marks != NULL ? news_headlines_pane_get_scope (self->headlines) : NULL;

  return scope != NULL && scope->kind == NEWS_SCOPE_BOOKMARKS;
}

static void
move_up (GtkWidget *widget, const char *name, GVariant *parameter)
{
  news_bookmark_mover_step (NEWS_WINDOW (widget)->mover, NEWS_BOOKMARK_UP);
}

static void
move_down (GtkWidget *widget, const char *name, GVariant *parameter)
{
  news_bookmark_mover_step (NEWS_WINDOW (widget)->mover, NEWS_BOOKMARK_DOWN);
}

static void
move_first (GtkWidget *widget, const char *name, GVariant *parameter)
{
  news_bookmark_mover_step (NEWS_WINDOW (widget)->mover, NEWS_BOOKMARK_FIRST);
}

static void
move_last (GtkWidget *widget, const char *name, GVariant *parameter)
{
  news_bookmark_mover_step (NEWS_WINDOW (widget)->mover, NEWS_BOOKMARK_LAST);
}

static void
import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  news_bookmark_files_import (self->desk, self->marks, self->toasts);
}

static void
export_articles (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  news_bookmark_files_export (self->desk, self->marks, self->toasts, NEWS_BOOKMARKS_JSON);
}

static void
export_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  news_bookmark_files_export (self->desk, self->marks, self->toasts, NEWS_BOOKMARKS_HTML);
}

static void
export_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  news_bookmark_files_export (self->desk, self->marks, self->toasts, NEWS_BOOKMARKS_MARKDOWN);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  gboolean needs_any; /* bookmarks */
} actions[] = {
  { "bookmark.move-up", move_up, TRUE },
  { "bookmark.move-down", move_down, TRUE },
  { "bookmark.move-first", move_first, TRUE },
  { "bookmark.move-last", move_last, TRUE },
  { "bookmark.import", import, FALSE },
  { "bookmark.export-articles", export_articles, TRUE },
  { "bookmark.export-page", export_page, TRUE },
  { "bookmark.export-list", export_list, TRUE },
};

void
_news_window_install_bookmark_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

void
_news_window_update_bookmark_actions (NewsWindow *self)
{
  gboolean on_show = is_on_show (self);
  gboolean any = on_show && news_desk_get_bookmarks (self->desk) > 0;

  if (self->mover != NULL)
    news_bookmark_mover_set_marks (self->mover, on_show ? self->marks : NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   actions[i].needs_any ? any : on_show);
}
