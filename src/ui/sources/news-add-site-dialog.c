/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-add-site-dialog.h"

#include "news-address-page.h"
#include "news-key-page.h"
#include "news-offers-page.h"
#include "news-sections-page.h"

struct _NewsAddSiteDialog
{
  AdwDialog parent_instance;

  /* Template children */
  AdwNavigationView *navigation;
  NewsAddressPage *address_page;
  NewsOffersPage *offers_page;
  NewsKeyPage *key_page;
  NewsSectionsPage *sections_page;

  /* Owned */
  NewsPictureLoader *loader;
};

enum
{
  ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsAddSiteDialog, news_add_site_dialog, ADW_TYPE_DIALOG)

static void
show_sections (NewsAddSiteDialog *self, NewsOffer *offer)
{
  news_sections_page_set_offer (self->sections_page, offer, self->loader);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->sections_page));
}

static void
chosen_cb (NewsAddSiteDialog *self, NewsOffer *offer)
{
  if (!offer->find.locked)
    {
      show_sections (self, offer);
      return;
    }

  news_key_page_set_offer (self->key_page, offer);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->key_page));
}

static void
found_cb (NewsAddSiteDialog *self, GPtrArray *offers)
{
  if (offers->len == 1)
    {
      chosen_cb (self, g_ptr_array_index (offers, 0));
      return;
    }

  news_offers_page_set_offers (self->offers_page, offers, self->loader);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->offers_page));
}

static void
unlocked_cb (NewsAddSiteDialog *self, NewsOffer *offer)
{
  show_sections (self, offer);
}

static void
cancelled_cb (NewsAddSiteDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
added_cb (NewsAddSiteDialog *self, const char *section)
{
  g_signal_emit (self, signals[ADDED], 0, section);
  adw_dialog_close (ADW_DIALOG (self));
}

/* Nobody waits any more for what is on its way. */
static void
news_add_site_dialog_closed (AdwDialog *dialog)
{
  NewsAddSiteDialog *self = NEWS_ADD_SITE_DIALOG (dialog);

  news_address_page_stop (self->address_page);
  news_key_page_stop (self->key_page);
}

static void
news_add_site_dialog_dispose (GObject *object)
{
  NewsAddSiteDialog *self = NEWS_ADD_SITE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_ADD_SITE_DIALOG);
  g_clear_object (&self->loader);

  G_OBJECT_CLASS (news_add_site_dialog_parent_class)->dispose (object);
}

static void
news_add_site_dialog_class_init (NewsAddSiteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_add_site_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = news_add_site_dialog_closed;

  signals[ADDED] = g_signal_new ("added", NEWS_TYPE_ADD_SITE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (NEWS_TYPE_ADDRESS_PAGE);
  g_type_ensure (NEWS_TYPE_OFFERS_PAGE);
  g_type_ensure (NEWS_TYPE_KEY_PAGE);
  g_type_ensure (NEWS_TYPE_SECTIONS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sources/news-add-site-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsAddSiteDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, NewsAddSiteDialog, address_page);
  gtk_widget_class_bind_template_child (widget_class, NewsAddSiteDialog, offers_page);
  gtk_widget_class_bind_template_child (widget_class, NewsAddSiteDialog, key_page);
  gtk_widget_class_bind_template_child (widget_class, NewsAddSiteDialog, sections_page);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, unlocked_cb);
  gtk_widget_class_bind_template_callback (widget_class, added_cb);
}

static void
news_add_site_dialog_init (NewsAddSiteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
news_add_site_dialog_new (NewsEditor *editor, NewsPictureLoader *loader)
{
  NewsAddSiteDialog *self = g_object_new (NEWS_TYPE_ADD_SITE_DIALOG, NULL);

  g_set_object (&self->loader, loader);
  news_address_page_set_desk (self->address_page, news_editor_get_desk (editor));
  news_key_page_set_desk (self->key_page, news_editor_get_desk (editor));
  news_sections_page_set_editor (self->sections_page, editor);

  return ADW_DIALOG (self);
}
