/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-list-banner.h"

#include <glib/gi18n.h>

struct _NewsListBanner
{
  AdwBin parent_instance;

  AdwBanner *banner; /* borrowed; NULL as long as there was nothing to tell */
};

G_DEFINE_FINAL_TYPE (NewsListBanner, news_list_banner, ADW_TYPE_BIN)

static void
news_list_banner_class_init (NewsListBannerClass *klass)
{
}

static void
news_list_banner_init (NewsListBanner *self)
{
}

static void
ensure_banner (NewsListBanner *self)
{
  if (self->banner != NULL)
    return;

  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->banner));
}

void
news_list_banner_show (NewsListBanner *self, const char *problem, const char *keyless)
{
  GtkActionable *actionable;

  g_return_if_fail (NEWS_IS_LIST_BANNER (self));

  if (problem == NULL && self->banner == NULL)
    return;

  ensure_banner (self);
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
