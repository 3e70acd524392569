/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-page-menu.h"

#include "news-link-address.h"

#include <glib/gi18n.h>

struct _NewsPageMenu
{
  GObject parent_instance;

  /* Owned */
  NewsSelection *selection;
  NewsCaret *caret;
  GtkEventController *controllers[3];

  /* Borrowed */
  GtkWidget *page;    /* NULL once it is gone */
  GtkWidget *popover; /* the page's, NULL before the first time */
};

G_DEFINE_FINAL_TYPE (NewsPageMenu, news_page_menu, G_TYPE_OBJECT)

GMenuModel *
news_page_menu_create_model (NewsPageMenu *self, const char *address)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) page = g_menu_new ();

  g_return_val_if_fail (NEWS_IS_PAGE_MENU (self), G_MENU_MODEL (menu));

  if (!news_selection_is_empty (self->selection))
    {
      g_menu_append (copy, _ ("_Copy"), "story.copy");
      g_menu_append (copy, _ ("Copy with C_itation"), "story.copy-quote");
    }
  if (address != NULL)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Copy Link A_ddress"), NULL);

      g_menu_item_set_action_and_target (item, "story.copy-address", "s", address);
      g_menu_append_item (copy, item);
    }
  g_menu_append (page, _ ("Select _All"), "story.select-all");
  g_menu_append (page, _ ("_Find in the Page…"), "story.find");
  if (g_menu_model_get_n_items (G_MENU_MODEL (copy)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (page));

  return G_MENU_MODEL (menu);
}

static void
open_menu (NewsPageMenu *self, const char *address, const GdkRectangle *place)
{
  g_autoptr (GMenuModel) model = news_page_menu_create_model (self, address);

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (model);
      g_object_add_weak_pointer (G_OBJECT (self->popover), (gpointer *) &self->popover);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, self->page);
    }
  else
    {
      gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), model);
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
open_at (NewsPageMenu *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (self->page, x, y, GTK_PICK_DEFAULT);

  open_menu (self, news_link_address_find (widget), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, NewsPageMenu *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (self, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, NewsPageMenu *self)
{
  open_at (self, x, y);
}

/* --- by keys --- */

static void
to_rectangle (const graphene_rect_t *bounds, GdkRectangle *place)
{
  *place = (GdkRectangle) { (int) bounds->origin.x, (int) bounds->origin.y,
                            MAX ((int) bounds->size.width, 1), MAX ((int) bounds->size.height, 1) };
}

/* At what one is at: a link or a button that has the focus, or the end of the selection. */
static void
open_by_key (NewsPageMenu *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self->page));
  GtkWidget *link = news_caret_get_link (self->caret);
  NewsPagePlace end;
  graphene_rect_t bounds;
  GdkRectangle place = { 0 };

  if (focus != NULL && news_link_address_find (focus) != NULL
      && gtk_widget_compute_bounds (focus, self->page, &bounds))
    link = focus;
  else if (!news_selection_get_end (self->selection, &end)
           || !news_page_places_get_caret (self->page, &end, &bounds))
    graphene_rect_init (&bounds, (float) gtk_widget_get_width (self->page) / 2, 0, 1, 1);

  to_rectangle (&bounds, &place);
  open_menu (self, link != NULL ? news_link_address_find (link) : NULL, &place);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        NewsPageMenu *self)
{
  if (key != GDK_KEY_Menu && (key != GDK_KEY_F10 || (state & GDK_SHIFT_MASK) == 0))
    return GDK_EVENT_PROPAGATE;

  open_by_key (self);

  return GDK_EVENT_STOP;
}

/* --- object --- */

static void
page_gone_cb (gpointer data, GObject *page)
{
  NewsPageMenu *self = data;

  self->page = NULL;
}

static void
news_page_menu_dispose (GObject *object)
{
  NewsPageMenu *self = NEWS_PAGE_MENU (object);

  if (self->popover != NULL)
    {
      GtkWidget *popover = self->popover;

      g_object_remove_weak_pointer (G_OBJECT (popover), (gpointer *) &self->popover);
      gtk_widget_unparent (popover);
      self->popover = NULL;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (self->controllers); i++)
    {
      if (self->page != NULL)
        gtk_widget_remove_controller (self->page, self->controllers[i]);
      g_clear_object (&self->controllers[i]);
    }
  if (self->page != NULL)
    g_object_weak_unref (G_OBJECT (self->page), page_gone_cb, self);
  self->page = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->caret);

  G_OBJECT_CLASS (news_page_menu_parent_class)->dispose (object);
}

static void
news_page_menu_class_init (NewsPageMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_page_menu_dispose;
}

static void
news_page_menu_init (NewsPageMenu *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  self->controllers[0] = GTK_EVENT_CONTROLLER (click);
  self->controllers[1] = GTK_EVENT_CONTROLLER (press);
  self->controllers[2] = keys;
}

NewsPageMenu *
news_page_menu_new (GtkWidget *page, NewsSelection *selection, NewsCaret *caret)
{
  NewsPageMenu *self = g_object_new (NEWS_TYPE_PAGE_MENU, NULL);

  self->page = page;
  g_object_weak_ref (G_OBJECT (page), page_gone_cb, self);
  self->selection = g_object_ref (selection);
  self->caret = g_object_ref (caret);
  for (gsize i = 0; i < G_N_ELEMENTS (self->controllers); i++)
    gtk_widget_add_controller (page, g_object_ref (self->controllers[i]));

  return self;
}
