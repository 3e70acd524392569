/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-order.h"

#include "news-paragraph.h"

static gboolean
is_paragraph (NewsPage *page, guint index)
{
  return index < news_page_get_n_blocks (page)
         && news_page_get_block (page, index)->type == NEWS_BLOCK_PARAGRAPH;
}

static gboolean
is_opening (NewsPage *page, guint index)
{
  for (guint i = 0; i < index; i++)
    if (is_paragraph (page, i))
      return FALSE;

  return TRUE;
}

void
news_page_order_place (NewsPage *page, guint index, GtkWidget *view)
{
  NewsParagraphPlace place = NEWS_PARAGRAPH_FIRST;

  if (!is_paragraph (page, index))
    return;

  if (is_opening (page, index))
    place = NEWS_PARAGRAPH_OPENING;
  /* The rest of a paragraph begins in mid-paragraph. */
  else if (news_page_get_block (page, index - 1)->goes_on)
    place = NEWS_PARAGRAPH_APART;
  else if (is_paragraph (page, index - 1))
    place = NEWS_PARAGRAPH_FOLLOWING;
  news_paragraph_set_place (NEWS_PARAGRAPH (view), place);
  if (is_paragraph (page, index + 1))
    gtk_widget_add_css_class (view, "followed");
}
