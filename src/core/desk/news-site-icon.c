/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-site-icon.h"

#include "news-html-links.h"

typedef struct
{
  char *large;
  char *small;
} Icons;

static gboolean
take_icon_cb (const NewsHtmlLink *link, gpointer data)
{
  Icons *icons = data;

  if (news_html_link_has_rel (link, "apple-touch-icon") && icons->large == NULL)
    icons->large = g_strdup (link->href);
  else if (news_html_link_has_rel (link, "icon") && icons->small == NULL)
    icons->small = g_strdup (link->href);

  return icons->large == NULL;
}

char *
news_site_icon_find (NewsResponse *page)
{
  Icons icons = { NULL, NULL };
  gsize length;
  const char *html = g_bytes_get_data (page->body, &length);

  if (html != NULL)
    news_html_links_foreach (html, length, page->url, take_icon_cb, &icons);
  if (icons.large == NULL)
    return icons.small;
  g_free (icons.small);

  return icons.large;
}
