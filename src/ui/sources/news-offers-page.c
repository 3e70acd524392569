/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-offers-page.h"

#include "news-offer-row.h"

struct _NewsOffersPage
{
  AdwNavigationPage parent_instance;

  /* Template children */
  GtkListBox *offers;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsOffersPage, news_offers_page, ADW_TYPE_NAVIGATION_PAGE)

static void
activated_cb (NewsOffersPage *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, news_offer_row_get_offer (NEWS_OFFER_ROW (row)));
}

/* Whoever comes back goes on from what was chosen. */
static void
news_offers_page_shown (AdwNavigationPage *page)
{
  NewsOffersPage *self = NEWS_OFFERS_PAGE (page);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->offers));

  if (row == NULL)
    row = gtk_widget_get_first_child (GTK_WIDGET (self->offers));
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
news_offers_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NEWS_TYPE_OFFERS_PAGE);

  G_OBJECT_CLASS (news_offers_page_parent_class)->dispose (object);
}

static void
news_offers_page_class_init (NewsOffersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_offers_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = news_offers_page_shown;

  signals[CHOSEN] = g_signal_new ("chosen", NEWS_TYPE_OFFERS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, NEWS_TYPE_OFFER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sources/news-offers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsOffersPage, offers);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
news_offers_page_init (NewsOffersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
news_offers_page_set_offers (NewsOffersPage *self, GPtrArray *offers, NewsPictureLoader *loader)
{
  g_return_if_fail (NEWS_IS_OFFERS_PAGE (self));

  gtk_list_box_remove_all (self->offers);
  for (guint i = 0; i < offers->len; i++)
    gtk_list_box_append (self->offers, news_offer_row_new (g_ptr_array_index (offers, i), loader));
}
