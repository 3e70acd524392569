/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-link-address.h"

#include "news-text-link.h"

struct _NewsLinkAddress
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *label;
  GtkEventController *motion;
  char *under_pointer;
  char *at_focus;
  char *at_caret;
  char *words; /* of an abbreviation at the caret */

  /* Borrowed */
  GtkWidget *page; /* NULL once it is gone */
};

G_DEFINE_FINAL_TYPE (NewsLinkAddress, news_link_address, GTK_TYPE_WIDGET)

const char *
news_link_address_find (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const char *action = GTK_IS_ACTIONABLE (widget)
                             ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget))
                             : NULL;
      GVariant *target;

      if (NEWS_IS_TEXT_LINK (widget))
        return news_text_link_get_address (NEWS_TEXT_LINK (widget));
      if (g_strcmp0 (action, "story.follow") != 0)
        continue;

      target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget));

      return target != NULL ? g_variant_get_string (target, NULL) : NULL;
    }

  return NULL;
}

static void
update (NewsLinkAddress *self)
{
  const char *address = self->under_pointer != NULL ? self->under_pointer
                        : self->at_focus != NULL    ? self->at_focus
                        : self->at_caret != NULL    ? self->at_caret
                                                    : self->words;

  gtk_label_set_text (GTK_LABEL (self->label), address != NULL ? address : "");
  gtk_widget_set_visible (GTK_WIDGET (self), address != NULL);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, NewsLinkAddress *self)
{
  GtkWidget *widget = gtk_widget_pick (self->page, x, y, GTK_PICK_DEFAULT);

  if (g_set_str (&self->under_pointer, news_link_address_find (widget)))
    update (self);
}

static void
leave_cb (GtkEventControllerMotion *controller, NewsLinkAddress *self)
{
  if (g_set_str (&self->under_pointer, NULL))
    update (self);
}

/* A click gives the focus, too; only what was reached by keys is told of. */
static void
focus_cb (NewsLinkAddress *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean inside = focus != NULL && self->page != NULL
                    && gtk_widget_is_ancestor (focus, self->page)
                    && gtk_window_get_focus_visible (GTK_WINDOW (root));

  if (g_set_str (&self->at_focus, inside ? news_link_address_find (focus) : NULL))
    update (self);
}

static void
news_link_address_root (GtkWidget *widget)
{
  GtkRoot *root;

  GTK_WIDGET_CLASS (news_link_address_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_cb), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (root, "notify::focus-visible", G_CALLBACK (focus_cb), widget,
                           G_CONNECT_SWAPPED);
}

static void
news_link_address_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_cb, widget);
  GTK_WIDGET_CLASS (news_link_address_parent_class)->unroot (widget);
}

static void
page_gone_cb (gpointer data, GObject *page)
{
  NewsLinkAddress *self = data;

  self->page = NULL;
}

static void
news_link_address_dispose (GObject *object)
{
  NewsLinkAddress *self = NEWS_LINK_ADDRESS (object);

  if (self->page != NULL)
    {
      g_object_weak_unref (G_OBJECT (self->page), page_gone_cb, self);
      gtk_widget_remove_controller (self->page, self->motion);
      self->page = NULL;
    }
  g_clear_object (&self->motion);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (news_link_address_parent_class)->dispose (object);
}

static void
news_link_address_finalize (GObject *object)
{
  NewsLinkAddress *self = NEWS_LINK_ADDRESS (object);

  g_free (self->under_pointer);
  g_free (self->at_focus);
  g_free (self->at_caret);
  g_free (self->words);

  G_OBJECT_CLASS (news_link_address_parent_class)->finalize (object);
}

static void
news_link_address_class_init (NewsLinkAddressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_link_address_dispose;
  G_OBJECT_CLASS (klass)->finalize = news_link_address_finalize;
  widget_class->root = news_link_address_root;
  widget_class->unroot = news_link_address_unroot;

  gtk_widget_class_set_css_name (widget_class, "linkaddress");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

/* An address is read from left to right, and its host and its end tell the most. */
static void
news_link_address_init (NewsLinkAddress *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_direction (self->label, GTK_TEXT_DIR_LTR);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->motion = gtk_event_controller_motion_new ();
}

void
news_link_address_watch (NewsLinkAddress *self, GtkWidget *page)
{
  g_return_if_fail (NEWS_IS_LINK_ADDRESS (self));
  g_return_if_fail (self->page == NULL);

  self->page = page;
  g_object_weak_ref (G_OBJECT (page), page_gone_cb, self);
  gtk_event_controller_set_propagation_phase (self->motion, GTK_PHASE_CAPTURE);
  g_signal_connect (self->motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (self->motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (self->motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (page, g_object_ref (self->motion));
}

void
news_link_address_set_caret_link (NewsLinkAddress *self, GtkWidget *link)
{
  g_return_if_fail (NEWS_IS_LINK_ADDRESS (self));

  if (g_set_str (&self->at_caret, link != NULL ? news_link_address_find (link) : NULL))
    update (self);
}

void
news_link_address_set_caret_words (NewsLinkAddress *self, const char *words)
{
  g_return_if_fail (NEWS_IS_LINK_ADDRESS (self));

  if (!g_set_str (&self->words, words))
    return;

  update (self);
  /* The caret is on letters that a screen reader reads as they are written. */
  if (words != NULL && self->page != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->page), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}
