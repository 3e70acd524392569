/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-remainder.h"

#include <glib/gi18n.h>

/* Why there is less than the article, in the publisher's name; NULL if there is not. */
static char *
dup_terms (NewsArticle *article)
{
  if (article->lapsed && article->outlet != NULL)
    return g_strdup_printf (
      /* Translators: %s is the name of a newspaper or site */
      _ ("%s lets the text be kept for a limited time only. The whole article is on its site."),
      article->outlet);
  if (article->lapsed)
    return g_strdup (_ ("The text could be kept for a limited time only. The whole article is on "
                        "its own site."));
  if (article->summary_only && article->outlet != NULL)
    return g_strdup_printf (
      /* Translators: %s is the name of a newspaper or site */
      _ ("%s gives readers a summary here. The whole article is on its site."), article->outlet);
  if (article->summary_only)
    return g_strdup (_ ("This is a summary. The whole article is on its own site."));

  return NULL;
}

/* What a reader should know where the body is not all there. */
static const char *
get_wall (NewsArticle *article, NewsPage *page)
{
  if (article->protected && page != NULL && news_page_get_n_blocks (page) > 0)
    return _ ("This is only how the article begins. The rest is behind a password or a "
              "subscription, and can be read on its own site.");
  if (article->protected)
    return _ (
      "This article is behind a password or a subscription. It can be read on its own site.");
  if (article->consent)
    return _ ("The site shows this article only to those who agree to be tracked. It can be read "
              "there.");
  if (page == NULL || news_page_get_n_blocks (page) == 0)
    return _ ("The source gives no more of this article. It can be read on its own site.");
  if (news_page_is_cut (page))
    return _ ("This article is too long to be shown whole. Its end can be read on its own site.");

  return NULL;
}

char *
news_remainder_dup_words (NewsArticle *article, NewsPage *page)
{
  g_autofree char *terms = dup_terms (article);

  return terms != NULL && !article->protected ? g_steal_pointer (&terms)
                                              : g_strdup (get_wall (article, page));
}
