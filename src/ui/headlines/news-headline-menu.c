/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-headline-menu.h"

#include "news-headline-row.h"

#include <glib/gi18n.h>

struct _NewsHeadlineMenu
{
  GObject parent_instance;

  /* Owned */
  GtkWidget *popover; /* once it was asked for */

  /* Borrowed */
  GtkWidget *host;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (NewsHeadlineMenu, news_headline_menu, G_TYPE_OBJECT)

/* --- what it has --- */

static void
append (GMenu *menu, const char *label, const char *action, NewsHeadline *headline)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", headline->article);
  g_menu_append_item (menu, item);
}

static GMenu *
create_marks (NewsHeadline *headline)
{
  GMenu *menu = g_menu_new ();

  append (menu, headline->bookmarked ? _ ("Remove _Bookmark") : _ ("_Bookmark"),
          "headline.bookmark", headline);
  append (menu, headline->read ? _ ("Mark as _Unread") : _ ("Mark as _Read"), "headline.unread",
          headline);

  return menu;
}

static GMenu *
create_others (NewsHeadline *headline)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("Mark _Above as Read"), "headline.mark-above-read", headline);
  append (menu, _ ("Mark Be_low as Read"), "headline.mark-below-read", headline);

  return menu;
}

static GMenu *
create_links (NewsHeadline *headline)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("_Open in Browser"), "headline.original", headline);
  append (menu, _ ("_Copy Link"), "headline.copy-link", headline);

  return menu;
}

GMenuModel *
news_headline_menu_create_model (NewsHeadline *headline)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) marks = create_marks (headline);
  g_autoptr (GMenu) others = create_others (headline);

  g_menu_append_section (menu, NULL, G_MENU_MODEL (marks));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  if (headline->url != NULL)
    {
      g_autoptr (GMenu) links = create_links (headline);

      g_menu_append_section (menu, NULL, G_MENU_MODEL (links));
    }

  return G_MENU_MODEL (menu);
}

/* --- how it opens --- */

static GtkWidget *
ensure_popover (NewsHeadlineMenu *self, GMenuModel *model)
{
  if (self->popover == NULL)
    {
      self->popover = g_object_ref_sink (gtk_popover_menu_new_from_model (NULL));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, self->host);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), model);

  return self->popover;
}

/* At a point of @widget. */
static void
open_menu (NewsHeadlineMenu *self, NewsHeadline *headline, GtkWidget *widget, double x, double y)
{
  g_autoptr (GMenuModel) model = news_headline_menu_create_model (headline);
  GtkWidget *popover = ensure_popover (self, model);
  graphene_point_t point;

  if (!gtk_widget_compute_point (widget, self->host, &GRAPHENE_POINT_INIT ((float) x, (float) y),
                                 &point))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* FALSE if there is no headline at that point of the view. */
static gboolean
open_at (NewsHeadlineMenu *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (self->view, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, NEWS_TYPE_HEADLINE_ROW) : NULL;
  NewsHeadline *headline;

  /* The item around the row has some room of its own. */
  if (row == NULL && picked != NULL && gtk_widget_get_first_child (picked) != NULL
      && NEWS_IS_HEADLINE_ROW (gtk_widget_get_first_child (picked)))
    row = gtk_widget_get_first_child (picked);
  headline = row != NULL ? news_headline_row_get_headline (NEWS_HEADLINE_ROW (row)) : NULL;
  if (headline == NULL)
    return FALSE;

  open_menu (self, headline, self->view, x, y);

  return TRUE;
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, NewsHeadlineMenu *self)
{
  if (open_at (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, NewsHeadlineMenu *self)
{
  if (open_at (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* The item has the focus, and the row is in it. */
static gboolean
menu_key_cb (GtkWidget *view, GVariant *arguments, gpointer user_data)
{
  NewsHeadlineMenu *self = user_data;
  GtkWidget *item = gtk_widget_get_focus_child (view);
  GtkWidget *row = item != NULL ? gtk_widget_get_first_child (item) : NULL;
  NewsHeadline *headline
    = NEWS_IS_HEADLINE_ROW (row) ? news_headline_row_get_headline (NEWS_HEADLINE_ROW (row)) : NULL;

  if (headline == NULL)
    return FALSE;

  open_menu (self, headline, row, gtk_widget_get_width (row) / 2.0,
             gtk_widget_get_height (row) / 2.0);

  return TRUE;
}

static void
add_controllers (NewsHeadlineMenu *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), self, 0);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (press));

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                      gtk_callback_action_new (menu_key_cb, self, NULL)));
  gtk_widget_add_controller (self->view, keys);
}

static void
news_headline_menu_dispose (GObject *object)
{
  NewsHeadlineMenu *self = NEWS_HEADLINE_MENU (object);

  if (self->popover != NULL)
    gtk_widget_unparent (self->popover);
  g_clear_object (&self->popover);

  G_OBJECT_CLASS (news_headline_menu_parent_class)->dispose (object);
}

static void
news_headline_menu_class_init (NewsHeadlineMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_headline_menu_dispose;
}

static void
news_headline_menu_init (NewsHeadlineMenu *self)
{
}

NewsHeadlineMenu *
news_headline_menu_new (GtkWidget *host, GtkListView *view)
{
  NewsHeadlineMenu *self = g_object_new (NEWS_TYPE_HEADLINE_MENU, NULL);

  self->host = host;
  self->view = GTK_WIDGET (view);
  add_controllers (self);

  return self;
}
