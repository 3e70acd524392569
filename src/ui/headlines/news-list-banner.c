/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-list-banner.h"

#include <glib/gi18n.h>

struct _NewsListBanner
{
  AdwBin parent_instance;

  /* Template children */
  AdwBanner *banner;
};

G_DEFINE_FINAL_TYPE (NewsListBanner, news_list_banner, ADW_TYPE_BIN)

static void
news_list_banner_dispose (GObject *object)
{
  /* The bin would take the template's child out once more. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEWS_TYPE_LIST_BANNER);

  G_OBJECT_CLASS (news_list_banner_parent_class)->dispose (object);
}

static void
news_list_banner_class_init (NewsListBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_list_banner_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/headlines/news-list-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsListBanner, banner);
}

static void
news_list_banner_init (NewsListBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
news_list_banner_show (NewsListBanner *self, const char *problem, const char *keyless)
{
  GtkActionable *actionable;

  g_return_if_fail (NEWS_IS_LIST_BANNER (self));

  actionable = GTK_ACTIONABLE (self->banner);
  adw_banner_set_title (self->banner, problem != NULL ? problem : "");
  adw_banner_set_button_label (self->banner, keyless != NULL ? _ ("_Enter a Key…") : _ ("_Retry"));
  /* At no time may an action have the other's target. */
  gtk_actionable_set_action_name (actionable, NULL);
  if (keyless != NULL)
    gtk_actionable_set_action_target (actionable, "s", keyless);
  else
    gtk_actionable_set_action_target_value (actionable, NULL);
  gtk_actionable_set_action_name (actionable,
                                  keyless != NULL ? "source.enter-key" : "list.refresh");
  adw_banner_set_revealed (self->banner, problem != NULL);
}
