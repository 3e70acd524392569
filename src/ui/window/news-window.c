/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-add-site-dialog.h"
#include "news-edition-files.h"
#include "news-pane-resizer.h"
#include "news-text-link.h"
#include "news-window-private.h"

#include <glib/gi18n.h>

typedef enum
{
  PROP_BOOKMARKED = 1,
  PROP_UNREAD,
} Property;

enum
{
  REOPEN,
  BEGUN,
  READY,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_UNREAD + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsWindow, news_window, ADW_TYPE_APPLICATION_WINDOW)

static NewsStory *
get_story (NewsWindow *self)
{
  return self->reader != NULL ? news_reader_get_story (self->reader) : NULL;
}

/* --- what is on show --- */

static void
show_list (NewsWindow *self, NewsScope *scope, NewsDeskSection *section, const char *title)
{
  g_set_object (&self->section, section);
  news_headlines_pane_show (self->headlines, self->desk, self->loader, scope, section, title);
  _news_window_update_actions (self);
}

NewsScope *
_news_window_create_scope (NewsWindow *self, NewsDeskSection *section)
{
  NewsSection *told = news_desk_section_get_section (section);

  return news_section_is_home (told)
           ? news_scope_new_home (news_desk_get_edition (self->desk)->sections)
           : news_scope_new_section (told);
}

static void
chosen_cb (NewsWindow *self, NewsDeskSection *section, gboolean go)
{
  g_autoptr (NewsScope) scope = NULL;
  const char *title = _ ("Bookmarks");
  NewsSavedSearch *search = news_sidebar_get_search (self->sidebar);

  if (search != NULL)
    {
      title = news_saved_search_get_name (search);
      scope = news_scope_new_search (news_saved_search_get_query (search), NULL,
                                     news_desk_get_edition (self->desk)->sections);
    }
  else if (section == NULL)
    {
      scope = news_scope_new_bookmarks ();
    }
  else
    {
      title = news_desk_section_get_section (section)->title;
      scope = _news_window_create_scope (self, section);
    }

  g_settings_set_string (self->settings, "section", news_sidebar_get_chosen (self->sidebar));
  show_list (self, scope, section, title);
  if (go)
    {
      adw_navigation_split_view_set_show_content (self->outer, TRUE);
      adw_navigation_split_view_set_show_content (self->inner, FALSE);
    }
}

void
_news_window_show_topic (NewsWindow *self, const char *topic)
{
  g_autoptr (NewsScope) scope = news_scope_new_topic (topic);

  news_sidebar_unchoose (self->sidebar);
  show_list (self, scope, NULL, topic);
  adw_navigation_split_view_set_show_content (self->inner, FALSE);
}

void
_news_window_open (NewsWindow *self, gint64 article, gboolean go)
{
  news_headlines_pane_set_shown (self->headlines, article);
  if (go)
    adw_navigation_split_view_set_show_content (self->inner, TRUE);
  news_reader_open (self->reader, article);
  news_reader_set_sought (self->reader, news_headlines_pane_get_query (self->headlines, article));
}

static void
neighbours_changed_cb (NewsWindow *self)
{
  g_autoptr (NewsHeadline) previous = news_headlines_pane_dup_neighbour (self->headlines, -1);
  g_autoptr (NewsHeadline) next = news_headlines_pane_dup_neighbour (self->headlines, 1);

  news_reader_set_neighbours (self->reader, previous, next);
}

static void
open_cb (NewsWindow *self, gint64 article, gboolean go)
{
  _news_window_open (self, article, go);
}

static void
begun_cb (NewsWindow *self)
{
  g_signal_handlers_disconnect_by_func (self->headlines, begun_cb, self);
  g_signal_emit (self, signals[BEGUN], 0);
}

/* The first list of a paper is on show: what was kept, before anything is asked for. */
static void
loaded_cb (NewsWindow *self)
{
  g_signal_handlers_disconnect_by_func (self->headlines, loaded_cb, self);
  g_signal_emit (self, signals[READY], 0);
}

static void
edition_changed_cb (NewsWindow *self)
{
  NewsEdition *edition = news_desk_get_edition (self->desk);

  g_settings_set_string (self->settings, "edition", edition->id);
  /* The same edition, edited, leaves the reader where they are. */
  if (g_set_str (&self->edition, edition->id))
    news_reader_open (self->reader, 0);
}

/* --- marks --- */

static void
story_changed_cb (NewsWindow *self)
{
  NewsStory *story = get_story (self);

  /* An article is read when it is opened, once: who marks it unread then means it. */
  if (story != NULL && !story->read && self->opened != story->number)
    news_marks_set_read (self->marks, story->number, TRUE);
  if (story != NULL && self->opened != story->number)
    news_desk_note_opened (self->desk, story);
  self->opened = story != NULL ? story->number : 0;

  _news_window_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOKMARKED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNREAD]);
}

/* --- settings --- */

static void
letter_keys_changed (NewsWindow *self)
{
  gboolean wanted = g_settings_get_boolean (self->settings, "letter-keys");

  if (wanted && self->letters == NULL)
    {
      self->letters = news_keys_create_letters ();
      gtk_widget_add_controller (GTK_WIDGET (self), self->letters);
    }
  else if (!wanted && self->letters != NULL)
    {
      gtk_widget_remove_controller (GTK_WIDGET (self), g_steal_pointer (&self->letters));
    }
}

static void
pictures_changed (NewsWindow *self)
{
  if (self->loader != NULL)
    news_picture_loader_set_metered (
      self->loader, g_settings_get_boolean (self->settings, "pictures-on-metered"));
}

static void
set_settings (NewsWindow *self, GSettings *settings)
{
  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "sidebar-width", self->outer, "sidebar-width-fraction",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "headlines-width", self->inner, "sidebar-width-fraction",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::letter-keys", G_CALLBACK (letter_keys_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::pictures-on-metered", G_CALLBACK (pictures_changed),
                           self, G_CONNECT_SWAPPED);
  news_headlines_pane_set_settings (self->headlines, settings);
  news_reader_set_settings (self->reader, settings);
  _news_window_follow_page_settings (self);
  letter_keys_changed (self);
  _news_window_init_search (self);
}

/* --- keys --- */

/* Space reads on wherever the focus is, in the list or on the page, but where it presses a button,
 * follows a link, or writes a blank. */
static gboolean
space_cb (GtkEventControllerKey *controller,
          guint key,
          guint code,
          GdkModifierType state,
          NewsWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean back = (state & GDK_SHIFT_MASK) != 0;

  if (key != GDK_KEY_space || self->letters == NULL || get_story (self) == NULL
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (focus != NULL
      && (GTK_IS_BUTTON (focus) || GTK_IS_EDITABLE (focus) || GTK_IS_EXPANDER (focus)
          || NEWS_IS_TEXT_LINK (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL
          || gtk_widget_get_ancestor (focus, ADW_TYPE_DIALOG) != NULL
          || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar))))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), back ? "story.read-back" : "story.read-on", NULL);

  return GDK_EVENT_STOP;
}

/* --- object --- */

static void
news_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NewsStory *story = get_story (NEWS_WINDOW (object));

  switch ((Property) id)
    {
    case PROP_BOOKMARKED:
      g_value_set_boolean (value, story != NULL && story->bookmarked);
      break;
    case PROP_UNREAD:
      g_value_set_boolean (value, story != NULL && !story->read);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
news_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NewsWindow *self = NEWS_WINDOW (object);
  NewsStory *story = get_story (self);

  if (story == NULL)
    return;

  /* The story follows once the store has written it; that notifies. */
  switch ((Property) id)
    {
    case PROP_BOOKMARKED:
      news_marks_set_bookmarked (self->marks, story->number, g_value_get_boolean (value));
      break;
    case PROP_UNREAD:
      news_marks_set_read (self->marks, story->number, !g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
drop_desk (NewsWindow *self)
{
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  if (self->marks != NULL)
    g_signal_handlers_disconnect_by_data (self->marks, self);
  if (self->mover != NULL)
    news_bookmark_mover_set_marks (self->mover, NULL);
  g_clear_object (&self->marks);
  g_clear_object (&self->editor);
  g_clear_object (&self->section);
  if (self->loader != NULL)
    news_picture_loader_close (self->loader);
  g_clear_object (&self->loader);
  if (self->tally != NULL)
    news_search_tally_set_desk (self->tally, NULL);
  g_clear_object (&self->desk);
}

static void
news_window_map (GtkWidget *widget)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  if (self->desk == NULL)
    _news_window_show_opening (self);

  GTK_WIDGET_CLASS (news_window_parent_class)->map (widget);
}

static void
news_window_dispose (GObject *object)
{
  NewsWindow *self = NEWS_WINDOW (object);

  g_clear_object (&self->mover);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_WINDOW);
  drop_desk (self);
  g_clear_object (&self->tally);
  g_clear_object (&self->searches);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->edition, g_free);
  g_clear_pointer (&self->edited, g_free);

  G_OBJECT_CLASS (news_window_parent_class)->dispose (object);
}

static void
news_window_class_init (NewsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = news_window_get_property;
  object_class->set_property = news_window_set_property;
  object_class->dispose = news_window_dispose;
  widget_class->map = news_window_map;

  properties[PROP_BOOKMARKED] = g_param_spec_boolean ("bookmarked", NULL, NULL, FALSE, flags);
  properties[PROP_UNREAD] = g_param_spec_boolean ("unread", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[BEGUN] = g_signal_new ("begun", NEWS_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[READY] = g_signal_new ("ready", NEWS_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[REOPEN] = g_signal_new ("reopen", NEWS_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  g_type_ensure (NEWS_TYPE_SIDEBAR);
  g_type_ensure (NEWS_TYPE_HEADLINES_PANE);
  g_type_ensure (NEWS_TYPE_READER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/window/news-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, NewsWindow, frame);
  gtk_widget_class_bind_template_child (widget_class, NewsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, NewsWindow, outer);
  gtk_widget_class_bind_template_child (widget_class, NewsWindow, inner);
  gtk_widget_class_bind_template_child (widget_class, NewsWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, NewsWindow, headlines);
  gtk_widget_class_bind_template_child (widget_class, NewsWindow, reader);
  _news_window_install_actions (widget_class);
}

static void
news_window_init (NewsWindow *self)
{
  GtkEventController *space = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->mover = news_bookmark_mover_new (news_headlines_pane_get_view (self->headlines));
  g_signal_connect_object (self->sidebar, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->headlines, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->headlines, "neighbours-changed",
                           G_CALLBACK (neighbours_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->headlines, "loaded", G_CALLBACK (news_bookmark_mover_settle),
                           self->mover, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "story-changed", G_CALLBACK (story_changed_cb), self,
                           G_CONNECT_SWAPPED);

  news_pane_resizer_attach (self->outer);
  news_pane_resizer_attach (self->inner);

  gtk_event_controller_set_propagation_phase (space, GTK_PHASE_CAPTURE);
  g_signal_connect_object (space, "key-pressed", G_CALLBACK (space_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), space);
  gtk_widget_add_controller (GTK_WIDGET (self), news_keys_create_others ());
  _news_window_update_actions (self);
}

NewsWindow *
news_window_new (GtkApplication *application, GSettings *settings)
{
  NewsWindow *self = g_object_new (NEWS_TYPE_WINDOW, "application", application, NULL);

  set_settings (self, settings);

  return self;
}

void
news_window_set_desk (NewsWindow *self, NewsDesk *desk)
{
  g_autofree char *section = NULL;

  g_return_if_fail (NEWS_IS_WINDOW (self));

  section = g_settings_get_string (self->settings, "section");
  drop_desk (self);
  self->desk = g_object_ref (desk);
  self->loader = news_picture_loader_new (news_desk_get_pictures (desk));
  self->marks = news_marks_new (news_desk_get_store (desk));
  self->editor = news_editor_new (desk, self->toasts);
  g_set_str (&self->edition, news_desk_get_edition (desk)->id);
  pictures_changed (self);

  g_signal_connect_object (self->marks, "failed", G_CALLBACK (news_window_notice), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marks, "marked", G_CALLBACK (_news_window_tell_marked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "problem", G_CALLBACK (news_window_notice), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::edition", G_CALLBACK (edition_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::bookmarks",
                           G_CALLBACK (_news_window_update_bookmark_actions), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect_object (self->headlines, "begun", G_CALLBACK (begun_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->headlines, "loaded", G_CALLBACK (loaded_cb), self,
                           G_CONNECT_SWAPPED);
  news_search_tally_set_desk (self->tally, desk);
  news_reader_set_desk (self->reader, desk, self->loader);
  news_sidebar_set_editor (self->sidebar, self->editor);
  news_sidebar_choose (self->sidebar, section, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "paper");
  _news_window_tell_faults (self);
}

void
news_window_import (NewsWindow *self, GFile *file)
{
  g_return_if_fail (NEWS_IS_WINDOW (self));
  g_return_if_fail (self->editor != NULL);

  news_edition_files_read (self->editor, GTK_WIDGET (self), file);
}

void
news_window_show_bookmarks (NewsWindow *self)
{
  news_window_show_section (self, NEWS_SIDEBAR_BOOKMARKS);
}

void
news_window_add_site (NewsWindow *self)
{
  AdwDialog *dialog;

  g_return_if_fail (NEWS_IS_WINDOW (self));

  if (self->desk == NULL)
    return;

  dialog = news_add_site_dialog_new (self->editor, self->loader);
  g_signal_connect_object (dialog, "added", G_CALLBACK (news_window_show_section), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
news_window_show_section (NewsWindow *self, const char *id)
{
  g_return_if_fail (NEWS_IS_WINDOW (self));

  if (self->desk != NULL)
    news_sidebar_choose (self->sidebar, id, TRUE);
}
