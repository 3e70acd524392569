/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-address-page.h"

struct _NewsAddressPage
{
  AdwNavigationPage parent_instance;

  /* Template children */
  AdwEntryRow *address;
  GtkWidget *find;
  GtkWidget *searching;
  GtkLabel *failure;

  /* Owned */
  NewsDesk *desk;
  GCancellable *cancellable; /* of the search that is on its way, or NULL */
};

enum
{
  FOUND,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsAddressPage, news_address_page, ADW_TYPE_NAVIGATION_PAGE)

static char *
dup_typed (NewsAddressPage *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address))));
}

static void
update (NewsAddressPage *self)
{
  g_autofree char *typed = dup_typed (self);
  gboolean searching = self->cancellable != NULL;

  gtk_widget_set_visible (self->searching, searching);
  gtk_widget_set_sensitive (self->find, !searching && *typed != '\0');
}

static void
show_failure (NewsAddressPage *self, const char *message)
{
  gtk_label_set_text (self->failure, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), message != NULL);
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsAddressPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offers = news_desk_find_offers_finish (NEWS_DESK (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  update (self);
  if (offers != NULL)
    {
      g_signal_emit (self, signals[FOUND], 0, offers);
      return;
    }

  show_failure (self, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->address));
}

static void
find_cb (NewsAddressPage *self)
{
  g_autofree char *typed = dup_typed (self);

  if (*typed == '\0' || self->cancellable != NULL)
    return;

  show_failure (self, NULL);
  self->cancellable = g_cancellable_new ();
  update (self);
  news_desk_find_offers_async (self->desk, typed, self->cancellable, found_cb, g_object_ref (self));
}

static void
changed_cb (NewsAddressPage *self)
{
  news_address_page_stop (self);
  show_failure (self, NULL);
}

static void
cancel_cb (NewsAddressPage *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
news_address_page_shown (AdwNavigationPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (NEWS_ADDRESS_PAGE (page)->address));
}

static gboolean
news_address_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NEWS_ADDRESS_PAGE (widget)->address));
}

static void
news_address_page_dispose (GObject *object)
{
  NewsAddressPage *self = NEWS_ADDRESS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_ADDRESS_PAGE);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (news_address_page_parent_class)->dispose (object);
}

static void
news_address_page_class_init (NewsAddressPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_address_page_dispose;
  widget_class->grab_focus = news_address_page_grab_focus;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = news_address_page_shown;

  signals[FOUND] = g_signal_new ("found", NEWS_TYPE_ADDRESS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[CANCELLED] = g_signal_new ("cancelled", NEWS_TYPE_ADDRESS_PAGE, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sources/news-address-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsAddressPage, address);
  gtk_widget_class_bind_template_child (widget_class, NewsAddressPage, find);
  gtk_widget_class_bind_template_child (widget_class, NewsAddressPage, searching);
  gtk_widget_class_bind_template_child (widget_class, NewsAddressPage, failure);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
news_address_page_init (NewsAddressPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
news_address_page_set_desk (NewsAddressPage *self, NewsDesk *desk)
{
  g_return_if_fail (NEWS_IS_ADDRESS_PAGE (self));

  g_set_object (&self->desk, desk);
}

void
news_address_page_stop (NewsAddressPage *self)
{
  g_return_if_fail (NEWS_IS_ADDRESS_PAGE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  update (self);
}
