/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* bench-window SECTION STORY MODE: Broadsheet itself, from its own sources, that begins with a
 * section of the corpus's edition, and tells when its headlines are drawn. STORY is the address of
 * one to open at rest, or "". For bench-start.
 *
 * It is another program than the installed one only in its main(), so that no switch for benches is
 * in there, and the frame is the one that GDK's clock tells of and not what a look from outside
 * would guess of. */

#include "config.h"

#include "bench-probe.h"
#include "news-application.h"
#include "news-corpus-json.h"
#include "news-headline.h"
#include "news-memory.h"

#include <locale.h>
#include <string.h>

#define SETTINGS_PATH "/io/github/broadsheet/Broadsheet/"

static const char *story;

/* Settings that live as long as this process. Nothing is asked of the network, and nothing is taken
 * away as too old. */
static GSettings *
create_settings (const char *section)
{
  GSettings *settings = g_settings_new_with_path (APPLICATION_ID, SETTINGS_PATH);

  g_settings_set_string (settings, "edition", NEWS_CORPUS_EDITION);
  g_settings_set_string (settings, "section", section);
  g_settings_set_boolean (settings, "refresh-at-start", FALSE);
  g_settings_set_string (settings, "refresh-interval", "by-hand");
  g_settings_set_uint (settings, "keep-days", 0);
  g_settings_set_int (settings, "window-width", 1180);
  g_settings_set_int (settings, "window-height", 760);

  return settings;
}

static GtkListView *
find_headlines (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget) && gtk_widget_has_css_class (widget, "headlines"))
    return GTK_LIST_VIEW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkListView *found = find_headlines (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Whether the list shows headlines from its top to its bottom. */
static gboolean
is_filled (GtkWindow *window)
{
  GtkListView *view = find_headlines (GTK_WIDGET (window));
  GtkAdjustment *adjustment;
  g_autoptr (NewsHeadline) first = NULL;

  if (view == NULL || !gtk_widget_get_mapped (GTK_WIDGET (view)))
    return FALSE;

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  first = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), 0);

  return first != NULL && first->title != NULL
         && gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment);
}

/* Opens the story, and then reads on in it. */
static void
begin (GtkWindow *window, guint second)
{
  if (*story == '\0')
    return;

  if (second == 0)
    gtk_widget_activate_action (GTK_WIDGET (window), "story.follow", "s", story);
  else
    gtk_widget_activate_action (GTK_WIDGET (window), "story.read-on", NULL);
}

int
main (int argc, char *argv[])
{
  g_autoptr (NewsApplication) application = NULL;
  g_autoptr (GSettings) settings = NULL;
  int status;

  if (argc != 4)
    {
      g_printerr ("usage: bench-window SECTION STORY MODE\n");
      return 64;
    }

  news_memory_set_up ();
  setlocale (LC_ALL, "");
  g_set_prgname (APPLICATION_ID);
  settings = create_settings (argv[1]);
  story = argv[2];
  application = news_application_new (FALSE);
  bench_probe_watch (GTK_APPLICATION (application), is_filled, begin,
                     strcmp (argv[3], BENCH_PROBE_REST) == 0);
  status = g_application_run (G_APPLICATION (application), 1, argv);

  return status;
}
