/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-citation.h"
#include "news-edition-dialog.h"
#include "news-printer.h"
#include "news-source-dialog.h"
#include "news-window-private.h"

#include <glib/gi18n.h>

static NewsStory *
get_story (NewsWindow *self)
{
  return news_reader_get_story (self->reader);
}

/* --- the list --- */

static void
list_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  news_headlines_pane_step (NEWS_WINDOW (widget)->headlines, 1, FALSE);
}

static void
list_previous (GtkWidget *widget, const char *name, GVariant *parameter)
{
  news_headlines_pane_step (NEWS_WINDOW (widget)->headlines, -1, FALSE);
}

static void
list_next_unread (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  if (!news_headlines_pane_step (self->headlines, 1, TRUE))
    news_window_toast (self, _ ("No more unread articles here"));
}

static void
list_refresh (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  if (self->desk == NULL)
    return;

  news_headlines_pane_renew (self->headlines);
  news_desk_refresh (self->desk, self->section);
}

static void
list_mark_read (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);
  NewsScope *scope = news_headlines_pane_get_scope (self->headlines);

  if (scope != NULL)
    news_marks_read_all (self->marks, scope);
}

/* --- the story --- */

static void
story_read_on (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  if (!news_reader_page_down (self->reader))
    list_next_unread (widget, name, parameter);
}

static void
story_read_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  news_reader_page_up (NEWS_WINDOW (widget)->reader);
}

static void
story_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _news_window_open (NEWS_WINDOW (widget), g_variant_get_int64 (parameter), TRUE);
}

static void
story_topic (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _news_window_show_topic (NEWS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
launched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkUriLauncher *launcher = GTK_URI_LAUNCHER (object);

  if (!gtk_uri_launcher_launch_finish (launcher, result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    news_window_toast (self, g_str_has_prefix (gtk_uri_launcher_get_uri (launcher), "mailto:")
                               ? _ ("No mail program could be opened")
                               : _ ("No browser could be opened"));
}

void
_news_window_launch (NewsWindow *self, const char *url)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (url);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (self), NULL, launched_cb, g_object_ref (self));
}

typedef struct
{
  NewsWindow *self;
  char *url;
} Follow;

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Follow *follow = user_data;
  gint64 article = news_store_find_finish (NEWS_STORE (object), result, NULL);

  if (article != 0)
    _news_window_open (follow->self, article, TRUE);
  else
    _news_window_launch (follow->self, follow->url);

  g_object_unref (follow->self);
  g_free (follow->url);
  g_free (follow);
}

/* A link opens inside Broadsheet where it has the article, else in the browser. */
static void
story_follow (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);
  Follow *follow = g_new0 (Follow, 1);

  follow->self = g_object_ref (self);
  follow->url = g_variant_dup_string (parameter, NULL);
  news_store_find_async (news_desk_get_store (self->desk), follow->url, NULL, found_cb, follow);
}

static void
story_original (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  _news_window_launch (self, get_story (self)->article->url);
}

static void
story_copy_link (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  NewsArticle *article = get_story (self)->article;
  g_autofree char *clean = news_citation_dup_link (article);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), clean != NULL ? clean : article->url);
  news_window_toast (self, _ ("Link copied"));
}

static void
story_mail (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);
  g_autofree char *address = news_citation_dup_mail (get_story (self)->article);

  _news_window_launch (self, address);
}

static void
printed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  self->printing = FALSE;
  if (!news_printer_print_finish (NEWS_PRINTER (object), result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    news_window_toast (self, error->message);
}

static void
story_print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);
  g_autoptr (NewsPrinter) printer = NULL;

  /* Until the dialog is there, which waits for pictures, the key is often pressed again. */
  if (self->printing)
    return;

  self->printing = TRUE;
  printer = news_printer_new (get_story (self), news_reader_get_page (self->reader), self->loader);
  news_printer_set_settings (printer, self->settings);
  news_printer_print_async (printer, GTK_WINDOW (self), NULL, NULL, printed_cb,
                            g_object_ref (self));
}

static void
story_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  if (self->marks != NULL && !news_marks_undo (self->marks))
    news_window_toast (self, _ ("Nothing to undo"));
}

static void
story_about_source (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);
  NewsStory *story = get_story (self);
  NewsSource *source = news_edition_get_source (news_desk_get_edition (self->desk), story->source);

  adw_dialog_present (news_source_dialog_new (self->desk, source, story), widget);
}

static void
source_enter_key (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);
  AdwDialog *dialog
    = news_source_dialog_new_for_key (self->desk, g_variant_get_string (parameter, NULL));

  /* The list that offered it is about to show the edition that no longer has the source. */
  if (dialog != NULL)
    adw_dialog_present (dialog, widget);
}

/* --- text --- */

static void
text_larger (GtkWidget *widget, const char *name, GVariant *parameter)
{
  news_typography_step_size (NEWS_WINDOW (widget)->settings, 1);
}

static void
text_smaller (GtkWidget *widget, const char *name, GVariant *parameter)
{
  news_typography_step_size (NEWS_WINDOW (widget)->settings, -1);
}

static void
text_normal (GtkWidget *widget, const char *name, GVariant *parameter)
{
  news_typography_step_size (NEWS_WINDOW (widget)->settings, 0);
}

/* --- the window --- */

static void
window_section (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  if (self->desk != NULL)
    news_sidebar_choose_nth (self->sidebar, (guint) g_variant_get_int32 (parameter));
}

static void
window_bookmarks (GtkWidget *widget, const char *name, GVariant *parameter)
{
  news_window_show_bookmarks (NEWS_WINDOW (widget));
}

static void
window_other_edition (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);
  GPtrArray *editions;
  guint index;

  if (self->desk == NULL)
    return;

  editions = news_desk_get_editions (self->desk);
  g_ptr_array_find (editions, news_desk_get_edition (self->desk), &index);
  index = (index + 1) % editions->len;
  news_desk_set_edition (self->desk, ((NewsEdition *) g_ptr_array_index (editions, index))->id);
}

static void
window_edit_edition (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  if (self->desk != NULL)
    adw_dialog_present (news_edition_dialog_new (self->desk), widget);
}

static void
window_mark_section_read (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);
  NewsDeskSection *section
    = news_desk_get_section (self->desk, g_variant_get_string (parameter, NULL));
  g_autoptr (NewsScope) scope = NULL;

  if (section == NULL)
    return;

  scope = _news_window_create_scope (self, section);
  news_marks_read_all (self->marks, scope);
}

static void
window_next_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);
  GtkWidget *panes[]
    = { GTK_WIDGET (self->sidebar), GTK_WIDGET (self->headlines), GTK_WIDGET (self->reader) };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint at = 2;

  for (guint i = 0; focus != NULL && i < G_N_ELEMENTS (panes); i++)
    if (gtk_widget_is_ancestor (focus, panes[i]))
      at = i;

  for (guint i = 1; i <= G_N_ELEMENTS (panes); i++)
    {
      GtkWidget *pane = panes[(at + i) % G_N_ELEMENTS (panes)];

      if (gtk_widget_get_child_visible (pane) && gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD))
        return;
    }
}

/* Back to where one came from, where there are fewer panes than steps. */
static void
window_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  if (adw_navigation_split_view_get_collapsed (self->inner)
      && adw_navigation_split_view_get_show_content (self->inner))
    adw_navigation_split_view_set_show_content (self->inner, FALSE);
  else if (adw_navigation_split_view_get_collapsed (self->outer))
    adw_navigation_split_view_set_show_content (self->outer, FALSE);
}

static void
window_reopen (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (widget, "reopen");
}

static void
window_close (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* The two marks are properties, so that a toggle button and a menu show how they stand. */
static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "list.next", NULL, list_next },
  { "list.previous", NULL, list_previous },
  { "list.next-unread", NULL, list_next_unread },
  { "list.refresh", NULL, list_refresh },
  { "list.mark-read", NULL, list_mark_read },
  { "story.read-on", NULL, story_read_on },
  { "story.read-back", NULL, story_read_back },
  { "story.open", "x", story_open },
  { "story.topic", "s", story_topic },
  { "story.follow", "s", story_follow },
  { "story.original", NULL, story_original },
  { "story.copy-link", NULL, story_copy_link },
  { "story.mail", NULL, story_mail },
  { "story.print", NULL, story_print },
  { "story.undo", NULL, story_undo },
  { "story.about-source", NULL, story_about_source },
  { "source.enter-key", "s", source_enter_key },
  { "text.larger", NULL, text_larger },
  { "text.smaller", NULL, text_smaller },
  { "text.normal", NULL, text_normal },
  { "window.section", "i", window_section },
  { "window.bookmarks", NULL, window_bookmarks },
  { "window.other-edition", NULL, window_other_edition },
  { "window.edit-edition", NULL, window_edit_edition },
  { "window.mark-section-read", "s", window_mark_section_read },
  { "window.next-pane", NULL, window_next_pane },
  { "window.back", NULL, window_back },
  { "window.reopen", NULL, window_reopen },
  { "window.close", NULL, window_close },
};

void
_news_window_install_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
  _news_window_install_headline_actions (widget_class);
  _news_window_install_page_actions (widget_class);
  _news_window_install_bookmark_actions (widget_class);
  _news_window_install_search_actions (widget_class);
  gtk_widget_class_install_property_action (widget_class, "story.bookmark", "bookmarked");
  gtk_widget_class_install_property_action (widget_class, "story.unread", "unread");
}

void
_news_window_update_actions (NewsWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  NewsStory *story = get_story (self);
  gboolean has_url = story != NULL && story->article->url != NULL;

  gtk_widget_action_set_enabled (widget, "story.bookmark", story != NULL);
  gtk_widget_action_set_enabled (widget, "story.unread", story != NULL);
  gtk_widget_action_set_enabled (widget, "story.original", has_url);
  gtk_widget_action_set_enabled (widget, "story.copy-link", has_url);
  gtk_widget_action_set_enabled (widget, "story.mail", story != NULL);
  gtk_widget_action_set_enabled (widget, "story.print", story != NULL);
  gtk_widget_action_set_enabled (widget, "story.about-source", story != NULL);
  gtk_widget_action_set_enabled (widget, "list.mark-read", self->marks != NULL);
  _news_window_update_headline_actions (self);
  gtk_widget_action_set_enabled (widget, "list.refresh", self->section != NULL);
  _news_window_update_page_actions (self);
  _news_window_update_bookmark_actions (self);
}
