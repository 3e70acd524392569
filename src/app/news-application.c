/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-application.h"

#include "news-options.h"
#include "news-paper.h"
#include "news-preferences-dialog.h"
#include "news-shortcuts-dialog.h"
#include "news-sidebar.h"
#include "news-text-face.h"

#include <glib/gi18n.h>

struct _NewsApplication
{
  AdwApplication parent_instance;

  /* Owned */
  NewsPaper *own;
  NewsPaper *sample;
  GtkCssProvider *provider;

  NewsOptions options;
};

G_DEFINE_FINAL_TYPE (NewsApplication, news_application, ADW_TYPE_APPLICATION)

/* One that has a window, or NULL. */
static NewsPaper *
get_paper (NewsApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->sample != NULL && window == GTK_WINDOW (news_paper_get_window (self->sample)))
    return self->sample;

  return self->own != NULL && news_paper_get_window (self->own) != NULL ? self->own : self->sample;
}

/* --- settings that are not of one window --- */

static void
scheme_changed (NewsApplication *self, const char *key, GSettings *settings)
{
  static const AdwColorScheme schemes[]
    = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  int scheme = g_settings_get_enum (settings, "color-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      self->options.dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                         : schemes[CLAMP (scheme, 0, 2)]);
}

static void
text_changed (NewsApplication *self, const char *key, GSettings *settings)
{
  g_autofree char *css = news_text_face_dup_css (settings);

  gtk_css_provider_load_from_string (self->provider, css);
}

static void
follow_settings (NewsApplication *self, GSettings *settings)
{
  static const char *const text_signals[]
    = { "changed::text-scale", "changed::text-face", "changed::text-font" };

  g_signal_connect_object (settings, "changed::color-scheme", G_CALLBACK (scheme_changed), self,
                           G_CONNECT_SWAPPED);
  for (gsize i = 0; i < G_N_ELEMENTS (text_signals); i++)
    g_signal_connect_object (settings, text_signals[i], G_CALLBACK (text_changed), self,
                             G_CONNECT_SWAPPED);
  scheme_changed (self, NULL, settings);
  text_changed (self, NULL, settings);
}

/* --- papers --- */

static void
apply_size (NewsApplication *self, NewsPaper *paper)
{
  if (self->options.width > 0)
    {
      GSettings *settings = news_paper_get_settings (paper);

      g_settings_set_boolean (settings, "window-maximized", FALSE);
      g_settings_set_int (settings, "window-width", self->options.width);
      g_settings_set_int (settings, "window-height", self->options.height);
    }
}

static void
closed_cb (NewsApplication *self, NewsPaper *paper)
{
  if (paper == self->sample)
    g_clear_object (&self->sample);
  else
    g_clear_object (&self->own);
}

static void
show_sample (NewsApplication *self)
{
  if (self->sample == NULL)
    {
      self->sample = news_paper_new (GTK_APPLICATION (self), TRUE);
      g_signal_connect_object (self->sample, "closed", G_CALLBACK (closed_cb), self,
                               G_CONNECT_SWAPPED);
      apply_size (self, self->sample);
      follow_settings (self, news_paper_get_settings (self->sample));
    }
  news_paper_present (self->sample);
}

/* A first look at a machine without a network would show an empty window: the sample takes its
 * place, and says so, until there is something to read. But not while something else is being done
 * there already; the empty list leads to the sample too. */
static void
unreachable_cb (NewsApplication *self)
{
  NewsWindow *window = news_paper_get_window (self->own);

  if (window != NULL
      && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL)
    return;

  show_sample (self);
  if (news_paper_get_window (self->sample) != NULL)
    news_window_notice (
      news_paper_get_window (self->sample),
      _ ("None of your sources can be reached, and nothing has been kept yet. This is "
         "the sample edition."));
}

static void
show_own (NewsApplication *self)
{
  if (self->own == NULL)
    self->own = news_paper_new (GTK_APPLICATION (self), FALSE);
  if (news_paper_get_window (self->own) == NULL)
    {
      g_signal_connect_object (self->own, "closed", G_CALLBACK (closed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->own, "unreachable", G_CALLBACK (unreachable_cb), self,
                               G_CONNECT_SWAPPED);
      apply_size (self, self->own);
      follow_settings (self, news_paper_get_settings (self->own));
    }
  news_paper_present (self->own);
}

/* --- actions --- */

static void
refresh_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NewsApplication *self = user_data;
  NewsPaper *paper;

  if (get_paper (self) == NULL)
    g_application_activate (G_APPLICATION (self));
  paper = get_paper (self);
  if (news_paper_get_desk (paper) != NULL)
    news_desk_refresh (news_paper_get_desk (paper), NULL);
}

static void
bookmarks_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NewsApplication *self = user_data;

  if (get_paper (self) == NULL)
    g_application_activate (G_APPLICATION (self));
  news_paper_show_section (get_paper (self), NEWS_SIDEBAR_BOOKMARKS);
  news_paper_present (get_paper (self));
}

static void
sample_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_sample (user_data);
}

static GtkWidget *
get_parent (NewsApplication *self)
{
  NewsPaper *paper = get_paper (self);

  return paper != NULL ? GTK_WIDGET (news_paper_get_window (paper)) : NULL;
}

static void
add_site_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NewsPaper *paper = get_paper (user_data);

  if (paper != NULL && news_paper_get_window (paper) != NULL)
    news_window_add_site (news_paper_get_window (paper));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NewsApplication *self = user_data;

  if (get_parent (self) != NULL)
    adw_dialog_present (news_preferences_dialog_new (news_paper_get_settings (get_paper (self)),
                                                     news_paper_get_desk (get_paper (self))),
                        get_parent (self));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (get_parent (user_data) != NULL)
    adw_dialog_present (news_shortcuts_dialog_new (), get_parent (user_data));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *developers[] = { "The Broadsheet developers", NULL };

  adw_show_about_dialog (get_parent (user_data), "application-name", _ ("Broadsheet"),
                         "application-icon", APPLICATION_ID, "version", VERSION, "developer-name",
                         _ ("The Broadsheet developers"), "developers", developers, "copyright",
                         "© 2026 The Broadsheet developers", "license-type", GTK_LICENSE_GPL_3_0,
                         "website", "https://github.com/broadsheet/broadsheet", "issue-url",
                         "https://github.com/broadsheet/broadsheet/issues",
                         /* Translators: your names, one a line */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows
    = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Each is closed as by its button, so that its size is kept. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { "refresh", refresh_cb, NULL, NULL, NULL, { 0 } },
  { "bookmarks", bookmarks_cb, NULL, NULL, NULL, { 0 } },
  { "sample", sample_cb, NULL, NULL, NULL, { 0 } },
  { "add-site", add_site_cb, NULL, NULL, NULL, { 0 } },
  { "preferences", preferences_cb, NULL, NULL, NULL, { 0 } },
  { "shortcuts", shortcuts_cb, NULL, NULL, NULL, { 0 } },
  { "about", about_cb, NULL, NULL, NULL, { 0 } },
  { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
};

/* --- object --- */

static void
news_application_startup (GApplication *application)
{
  NewsApplication *self = NEWS_APPLICATION (application);

  /* The store is opened while GTK sets itself up, which takes longer. main() has set the locale:
   * that GTK does so once more could not be borne by a thread that reads it. */
  gtk_disable_setlocale ();
  /* GTK would look whether there is an icon of this name, and read the whole icon theme for it; and
   * once more when libadwaita has added its own icons. */
  gtk_window_set_default_icon_name (APPLICATION_ID);
  if (!self->options.sample)
    {
      self->own = news_paper_new (GTK_APPLICATION (self), FALSE);
      news_paper_open (self->own);
    }

  G_APPLICATION_CLASS (news_application_parent_class)->startup (application);

  self->provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
}

static void
news_application_activate (GApplication *application)
{
  NewsApplication *self = NEWS_APPLICATION (application);

  if (self->options.sample)
    show_sample (self);
  else
    show_own (self);
}

/* As the desktop asks for it, or the command line. */
static void
news_application_open (GApplication *application, GFile **files, int n, const char *hint)
{
  NewsApplication *self = NEWS_APPLICATION (application);

  g_application_activate (application);
  for (int i = 0; i < n; i++)
    news_paper_import (self->options.sample ? self->sample : self->own, files[i]);
}

/* Here and not by the default handling, as that sees none of the arguments that our options took.
 */
static gboolean
open_files (GApplication *application, char *const *files)
{
  g_autoptr (GPtrArray) opened = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; files[i] != NULL; i++)
    g_ptr_array_add (opened, g_file_new_for_commandline_arg (files[i]));
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("broadsheet: %s\n", error->message);
      return FALSE;
    }
  g_application_open (application, (GFile **) opened->pdata, (int) opened->len, "");

  return TRUE;
}

static int
news_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  NewsApplication *self = NEWS_APPLICATION (application);
  int status = news_options_handle (&self->options, options);

  if (status < 0 && self->options.files != NULL && !open_files (application, self->options.files))
    status = 1;

  return status;
}

/* No window is there any more whose frames could wait for this. */
static void
news_application_shutdown (GApplication *application)
{
  NewsApplication *self = NEWS_APPLICATION (application);

  g_clear_object (&self->own);
  g_clear_object (&self->sample);
  g_clear_object (&self->provider);

  G_APPLICATION_CLASS (news_application_parent_class)->shutdown (application);
}

static void
news_application_finalize (GObject *object)
{
  g_strfreev (NEWS_APPLICATION (object)->options.files);

  G_OBJECT_CLASS (news_application_parent_class)->finalize (object);
}

static void
news_application_class_init (NewsApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = news_application_finalize;
  application_class->startup = news_application_startup;
  application_class->open = news_application_open;
  application_class->activate = news_application_activate;
  application_class->handle_local_options = news_application_handle_local_options;
  application_class->shutdown = news_application_shutdown;
}

static void
news_application_init (NewsApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  news_options_add (G_APPLICATION (self));
}

NewsApplication *
news_application_new (gboolean sample)
{
  return g_object_new (NEWS_TYPE_APPLICATION, "application-id",
                       sample ? APPLICATION_ID ".Sample" : APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", RESOURCE_PATH, NULL);
}
