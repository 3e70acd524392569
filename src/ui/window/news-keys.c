/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-keys.h"

#include <glib/gi18n.h>

static const NewsKey keys[] = {
  { N_ ("Reading"), N_ ("Next article"), "list.next", "j", "<Ctrl>j" },
  { N_ ("Reading"), N_ ("Previous article"), "list.previous", "k", "<Ctrl>k" },
  { N_ ("Reading"), N_ ("Next unread article"), "list.next-unread", "n", "<Ctrl>n" },
  { N_ ("Reading"), N_ ("Read on, then the next unread article"), "story.read-on", "space",
    "<Ctrl>space" },
  { N_ ("Reading"), N_ ("Read back"), "story.read-back", "<Shift>space", "<Ctrl><Shift>space" },
  { N_ ("Reading"), N_ ("Open in the browser"), "story.original", "o", "<Ctrl>o" },
  { N_ ("Reading"), N_ ("Copy what is selected"), "story.copy", NULL, "<Ctrl>c <Ctrl>Insert" },
  { N_ ("Reading"), N_ ("Select all"), "story.select-all", NULL, "<Ctrl>a" },
  { N_ ("Reading"), N_ ("Copy with citation"), "story.copy-quote", NULL, "<Ctrl><Alt>c" },
  { N_ ("Reading"), N_ ("Find in the page, or search where there is none"), "search.find", NULL,
    "<Ctrl>f" },
  { N_ ("Reading"), N_ ("Find the next place"), "story.find-next", NULL, "<Ctrl>g F3" },
  { N_ ("Reading"), N_ ("Find the previous place"), "story.find-previous", NULL,
    "<Ctrl><Shift>g <Shift>F3" },
  { N_ ("Reading"), N_ ("Move a caret over the page, or not"), "story.caret", NULL, "F7" },
  { N_ ("Reading"), N_ ("Print"), "story.print", NULL, "<Ctrl>p" },

  { N_ ("Marks"), N_ ("Bookmark, or not"), "story.bookmark", "s", "<Ctrl>d" },
  { N_ ("Marks"), N_ ("Read, or unread"), "story.unread", "m", "<Ctrl>m" },
  { N_ ("Marks"), N_ ("Mark all as read"), "list.mark-read", NULL, "<Ctrl><Shift>m" },
  { N_ ("Marks"), N_ ("Mark all above as read"), "list.mark-above-read", NULL, "<Ctrl><Shift>k" },
  { N_ ("Marks"), N_ ("Mark all below as read"), "list.mark-below-read", NULL, "<Ctrl><Shift>j" },
  { N_ ("Marks"), N_ ("Menu of the headline"), NULL, NULL, "<Shift>F10 Menu" },
  { N_ ("Marks"), N_ ("Undo"), "story.undo", NULL, "<Ctrl>z" },
  { N_ ("Marks"), N_ ("Move the bookmark up"), "bookmark.move-up", NULL, "<Alt>Up" },
  { N_ ("Marks"), N_ ("Move the bookmark down"), "bookmark.move-down", NULL, "<Alt>Down" },
  { N_ ("Marks"), N_ ("Move the bookmark to the top"), "bookmark.move-first", NULL, "<Alt>Home" },
  { N_ ("Marks"), N_ ("Move the bookmark to the end"), "bookmark.move-last", NULL, "<Alt>End" },
  { N_ ("Marks"), N_ ("Copy the link"), "story.copy-link", NULL, "<Ctrl><Shift>c" },

  { N_ ("The paper"), N_ ("Search"), "search.open", "slash", "<Ctrl><Shift>f" },
  { N_ ("The paper"), N_ ("Refresh the section"), "list.refresh", "r", "F5 <Ctrl>r" },
  { N_ ("The paper"), N_ ("Refresh everything"), "app.refresh", NULL, "<Ctrl><Shift>r" },
  { N_ ("The paper"), N_ ("Sections 1 to 9"), "window.section(0)", NULL, "<Ctrl>1" },
  { N_ ("The paper"), NULL, "window.section(1)", NULL, "<Ctrl>2" },
  { N_ ("The paper"), NULL, "window.section(2)", NULL, "<Ctrl>3" },
  { N_ ("The paper"), NULL, "window.section(3)", NULL, "<Ctrl>4" },
  { N_ ("The paper"), NULL, "window.section(4)", NULL, "<Ctrl>5" },
  { N_ ("The paper"), NULL, "window.section(5)", NULL, "<Ctrl>6" },
  { N_ ("The paper"), NULL, "window.section(6)", NULL, "<Ctrl>7" },
  { N_ ("The paper"), NULL, "window.section(7)", NULL, "<Ctrl>8" },
  { N_ ("The paper"), NULL, "window.section(8)", NULL, "<Ctrl>9" },
  { N_ ("The paper"), N_ ("Bookmarks"), "window.bookmarks", "b", "<Ctrl>b" },
  { N_ ("The paper"), N_ ("The other edition"), "window.other-edition", "e", "<Ctrl>e" },

  { N_ ("Sections"), N_ ("Edit the edition"), "window.edit-edition", NULL, "<Ctrl><Shift>e" },
  { N_ ("Sections"), N_ ("Move the section, or the saved search, up"), NULL, NULL, "<Alt>Up" },
  { N_ ("Sections"), N_ ("Move the section, or the saved search, down"), NULL, NULL, "<Alt>Down" },
  { N_ ("Sections"), N_ ("Rename the section, or the saved search"), NULL, NULL, "F2" },
  { N_ ("Sections"), N_ ("Remove the saved search"), NULL, NULL, "Delete" },
  { N_ ("Sections"), N_ ("Menu of the section"), NULL, NULL, "<Shift>F10 Menu" },

  { N_ ("Pictures"), N_ ("Next picture"), NULL, NULL, "Right Page_Down" },
  { N_ ("Pictures"), N_ ("Previous picture"), NULL, NULL, "Left Page_Up" },
  { N_ ("Pictures"), N_ ("Zoom in"), NULL, NULL, "plus" },
  { N_ ("Pictures"), N_ ("Zoom out"), NULL, NULL, "minus" },
  { N_ ("Pictures"), N_ ("Whole picture, or 100 %"), NULL, NULL, "0" },
  { N_ ("Pictures"), N_ ("Copy the picture"), NULL, NULL, "<Ctrl>c" },
  { N_ ("Pictures"), N_ ("Save the picture"), NULL, NULL, "<Ctrl>s" },

  { N_ ("Text"), N_ ("Larger"), "text.larger", NULL, "<Ctrl>plus <Ctrl>equal <Ctrl>KP_Add" },
  { N_ ("Text"), N_ ("Smaller"), "text.smaller", NULL, "<Ctrl>minus <Ctrl>KP_Subtract" },
  { N_ ("Text"), N_ ("Normal size"), "text.normal", NULL, "<Ctrl>0 <Ctrl>KP_0" },

  { N_ ("Window"), N_ ("From pane to pane"), "window.next-pane", NULL, "F6" },
  { N_ ("Window"), N_ ("Back"), "window.back", NULL, "<Alt>Left" },
  { N_ ("Window"), N_ ("Add a site"), "app.add-site", NULL, "<Ctrl>l" },
  { N_ ("Window"), N_ ("Preferences"), "app.preferences", NULL, "<Ctrl>comma" },
  { N_ ("Window"), N_ ("Keyboard shortcuts"), "app.shortcuts", "question", "<Ctrl>question F1" },
  { N_ ("Window"), N_ ("Close"), "window.close", NULL, "<Ctrl>w" },
  { N_ ("Window"), N_ ("Quit"), "app.quit", NULL, "<Ctrl>q" },
};

static void
add (GtkShortcutController *controller, const char *accelerator, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;
  GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string (accelerator);
  GtkShortcut *shortcut;

  g_assert (trigger != NULL);
  if (!g_action_parse_detailed_name (detailed, &name, &target, &error))
    g_error ("%s", error->message);

  shortcut = gtk_shortcut_new (trigger, gtk_named_action_new (name));
  if (target != NULL)
    gtk_shortcut_set_arguments (shortcut, target);
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

static GtkEventController *
create (void)
{
  return GTK_EVENT_CONTROLLER (gtk_shortcut_controller_new ());
}

const NewsKey *
news_keys_get_all (guint *n)
{
  *n = G_N_ELEMENTS (keys);

  return keys;
}

GtkEventController *
news_keys_create_letters (void)
{
  GtkEventController *controller = create ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].letter != NULL)
      add (GTK_SHORTCUT_CONTROLLER (controller), keys[i].letter, keys[i].action);

  return controller;
}

GtkEventController *
news_keys_create_others (void)
{
  GtkEventController *controller = create ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_auto (GStrv) accelerators = keys[i].action != NULL && keys[i].keys != NULL
                                      ? g_strsplit (keys[i].keys, " ", -1)
                                      : NULL;

      /* Menus show the key that was added last: the first of the table, as the dialog does. */
      for (guint j = accelerators != NULL ? g_strv_length (accelerators) : 0; j > 0; j--)
        add (GTK_SHORTCUT_CONTROLLER (controller), accelerators[j - 1], keys[i].action);
    }

  return controller;
}
