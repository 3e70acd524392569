/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* What can be done in the window with the page of the article on show. */

#include "config.h"

#include "news-citation.h"
#include "news-window-private.h"

#include <glib/gi18n.h>

static NewsPageTools *
get_tools (NewsWindow *self)
{
  return news_reader_get_tools (self->reader);
}

/* Whether the page is in front: not below a dialog, nor on the other side of a narrow window. */
static gboolean
is_in_front (NewsWindow *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL
         && gtk_widget_get_child_visible (GTK_WIDGET (self->reader));
}

static void
copy (NewsWindow *self, NewsArticle *article)
{
  g_autoptr (GdkContentProvider) content
    = news_page_tools_create_content (get_tools (self), article);

  if (content != NULL)
    gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  else
    news_window_toast (self, _ ("Nothing is selected"));
}

static void
story_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy (NEWS_WINDOW (widget), NULL);
}

static void
story_copy_quote (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  copy (self, news_reader_get_story (self->reader)->article);
}

static void
story_copy_address (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          g_variant_get_string (parameter, NULL));
  news_window_toast (NEWS_WINDOW (widget), _ ("Link copied"));
}

static void
story_copy_citation (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);
  NewsArticle *article = news_reader_get_story (self->reader)->article;
  g_autofree char *text = news_citation_dup_text (article);
  g_autofree char *html = news_citation_dup_html (article);
  g_autoptr (GdkContentProvider) content = news_citation_create_content (text, html);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  news_window_toast (self, _ ("Citation copied"));
}

static void
story_select_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  news_page_tools_select_all (get_tools (NEWS_WINDOW (widget)));
}

static void
story_find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  if (is_in_front (self))
    news_page_tools_find (get_tools (self));
}

static void
story_find_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  if (is_in_front (self))
    news_page_tools_find_next (get_tools (self), 1);
}

static void
story_find_previous (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  if (is_in_front (self))
    news_page_tools_find_next (get_tools (self), -1);
}

/* Who presses the key by mistake is to know what has happened, and how it ends. */
static void
story_caret (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);
  gboolean wanted = !g_settings_get_boolean (self->settings, "caret-browsing");

  if (!is_in_front (self))
    return;

  g_settings_set_boolean (self->settings, "caret-browsing", wanted);
  news_window_toast (self, wanted ? _ ("Arrow keys move a caret over the page, until F7 is pressed")
                                  : _ ("No caret on the page any more"));
}

static void
caret_changed_cb (NewsWindow *self)
{
  news_page_tools_set_caret_wanted (get_tools (self),
                                    g_settings_get_boolean (self->settings, "caret-browsing"));
}

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "story.copy", NULL, story_copy },
  { "story.copy-quote", NULL, story_copy_quote },
  { "story.copy-address", "s", story_copy_address },
  { "story.copy-citation", NULL, story_copy_citation },
  { "story.select-all", NULL, story_select_all },
  { "story.find", NULL, story_find },
  { "story.find-next", NULL, story_find_next },
  { "story.find-previous", NULL, story_find_previous },
  { "story.caret", NULL, story_caret },
};

void
_news_window_install_page_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

void
_news_window_update_page_actions (NewsWindow *self)
{
  gboolean there = news_reader_get_story (self->reader) != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, there);
}

void
_news_window_follow_page_settings (NewsWindow *self)
{
  g_signal_connect_object (self->settings, "changed::caret-browsing", G_CALLBACK (caret_changed_cb),
                           self, G_CONNECT_SWAPPED);
  caret_changed_cb (self);
}
