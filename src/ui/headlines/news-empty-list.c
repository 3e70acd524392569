/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-empty-list.h"

#include <glib/gi18n.h>

struct _NewsEmptyList
{
  AdwBin parent_instance;

  /* Template children */
  AdwStatusPage *page;
  GtkWidget *enter_key;
  GtkWidget *retry;
  GtkWidget *add_site;
  GtkWidget *sample;
  GtkWidget *show_all;
};

G_DEFINE_FINAL_TYPE (NewsEmptyList, news_empty_list, ADW_TYPE_BIN)

static void
show (NewsEmptyList *self, const char *icon, const char *title, const char *words)
{
  g_autofree char *escaped = words != NULL ? g_markup_escape_text (words, -1) : NULL;

  adw_status_page_set_icon_name (self->page, icon);
  adw_status_page_set_title (self->page, title);
  adw_status_page_set_description (self->page, escaped);
  gtk_widget_set_visible (self->enter_key, FALSE);
  gtk_widget_set_visible (self->retry, FALSE);
  gtk_widget_set_visible (self->add_site, FALSE);
  gtk_widget_set_visible (self->sample, FALSE);
  gtk_widget_set_visible (self->show_all, FALSE);
}

static void
news_empty_list_dispose (GObject *object)
{
  /* The bin would take the template's child out once more. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEWS_TYPE_EMPTY_LIST);

  G_OBJECT_CLASS (news_empty_list_parent_class)->dispose (object);
}

static void
news_empty_list_class_init (NewsEmptyListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_empty_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/headlines/news-empty-list.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsEmptyList, page);
  gtk_widget_class_bind_template_child (widget_class, NewsEmptyList, enter_key);
  gtk_widget_class_bind_template_child (widget_class, NewsEmptyList, retry);
  gtk_widget_class_bind_template_child (widget_class, NewsEmptyList, add_site);
  gtk_widget_class_bind_template_child (widget_class, NewsEmptyList, sample);
  gtk_widget_class_bind_template_child (widget_class, NewsEmptyList, show_all);
}

static void
news_empty_list_init (NewsEmptyList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
news_empty_list_show_problem (NewsEmptyList *self,
                              const char *problem,
                              gboolean unreachable,
                              const char *keyless)
{
  g_return_if_fail (NEWS_IS_EMPTY_LIST (self));

  show (self,
        unreachable       ? "network-offline-symbolic"
        : keyless != NULL ? "dialog-password-symbolic"
                          : "dialog-warning-symbolic",
        unreachable ? _ ("Not Reached") : _ ("No Articles"), problem);
  gtk_widget_set_visible (self->retry, TRUE);
  gtk_widget_set_visible (self->sample, unreachable);
  gtk_widget_set_visible (self->enter_key, keyless != NULL);
  if (keyless != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->enter_key), "s", keyless);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->enter_key), "source.enter-key");
      gtk_widget_remove_css_class (self->retry, "suggested-action");
    }
  else
    {
      gtk_widget_add_css_class (self->retry, "suggested-action");
    }
}

void
news_empty_list_show_nothing (NewsEmptyList *self, NewsScope *scope, NewsSection *section)
{
  g_return_if_fail (NEWS_IS_EMPTY_LIST (self));

  switch (scope->kind)
    {
    case NEWS_SCOPE_BOOKMARKS:
      show (self, "news-bookmark-symbolic", _ ("No Bookmarks"),
            _ ("Articles that you bookmark with the star, or with the key S, are kept here. "
               "They can be read without a network."));
      break;
    case NEWS_SCOPE_TOPIC:
      show (self, "news-topic-symbolic", _ ("Nothing on This Topic"), NULL);
      break;
    case NEWS_SCOPE_SEARCH:
      show (self, "system-search-symbolic", _ ("Nothing Found"),
            _ ("Try fewer or other words, or look in everything."));
      break;
    case NEWS_SCOPE_HOME:
    case NEWS_SCOPE_SECTION:
      if (section != NULL && section->queries->len == 0 && !news_section_is_home (section))
        {
          show (self, "news-site-symbolic", _ ("No Source"),
                _ ("No source is known for this section yet. Add a site whose articles "
                   "belong here."));
          gtk_widget_set_visible (self->add_site, TRUE);
          break;
        }
      show (self, "news-unread-symbolic", _ ("No Articles"), _ ("Nothing has been fetched yet."));
      gtk_widget_add_css_class (self->retry, "suggested-action");
      gtk_widget_set_visible (self->retry, TRUE);
      break;
    }
}

void
news_empty_list_show_filtered (NewsEmptyList *self, NewsFilter filter)
{
  g_return_if_fail (NEWS_IS_EMPTY_LIST (self));

  if (filter == NEWS_FILTER_UNREAD)
    show (self, "news-unread-symbolic", _ ("Nothing Unread"),
          _ ("You have read everything that is here."));
  else
    show (self, "news-bookmark-symbolic", _ ("Nothing Bookmarked"),
          _ ("None of the articles here is bookmarked."));
  gtk_widget_set_visible (self->show_all, TRUE);
}
