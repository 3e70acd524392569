/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-opening-page.h"

struct _NewsOpeningPage
{
  AdwBin parent_instance;

  /* Template children */
  AdwStatusPage *problem;
};

G_DEFINE_FINAL_TYPE (NewsOpeningPage, news_opening_page, ADW_TYPE_BIN)

static void
news_opening_page_dispose (GObject *object)
{
  /* The bin would take the template's child out once more. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEWS_TYPE_OPENING_PAGE);

  G_OBJECT_CLASS (news_opening_page_parent_class)->dispose (object);
}

static void
news_opening_page_class_init (NewsOpeningPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_opening_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/window/news-opening-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsOpeningPage, problem);
}

static void
news_opening_page_init (NewsOpeningPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

NewsOpeningPage *
news_opening_page_new (void)
{
  return g_object_new (NEWS_TYPE_OPENING_PAGE, NULL);
}

void
news_opening_page_fail (NewsOpeningPage *self, const char *message)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (NEWS_IS_OPENING_PAGE (self));

  escaped = g_markup_escape_text (message, -1);
  adw_status_page_set_description (self->problem, escaped);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}
