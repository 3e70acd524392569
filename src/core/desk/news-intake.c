/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-intake.h"

#include "news-key-points.h"
#include "news-markdown-signs.h"
#include "news-page.h"
#include "news-wall.h"

#define PREVIEW 280

static NewsPage *
read_body (NewsArticle *article)
{
  const char *base = article->body_base != NULL ? article->body_base : article->url;

  if (article->body_html != NULL)
    return news_page_new_from_html (article->body_html, -1, base);
  if (article->body_text == NULL)
    return NULL;

  /* What APIs call plain text is Markdown often enough, and no descriptor could say of which
   * article. */
  return news_markdown_signs_suffice (article->body_text)
           ? news_page_new_from_markdown (article->body_text, base)
           : news_page_new_from_text (article->body_text);
}

/* A teaser is kept, and said to be one. A question for consent is no article: nothing of it is. */
static void
heed_wall (NewsArticle *article, NewsPage **page)
{
  NewsWall wall = NEWS_WALL_NONE;

  if (article->body_html != NULL)
    wall = news_wall_find (article->body_html, -1, *page);

  if (wall == NEWS_WALL_PAY)
    article->protected = TRUE;
  else if (wall == NEWS_WALL_CONSENT)
    {
      article->consent = TRUE;
      g_clear_pointer (page, news_page_unref);
    }
}

/* The lead with what the same picture in the body knows besides: other sizes, and words. */
static NewsPicture *
merge (NewsPicture *lead, NewsPicture *found)
{
  NewsPicture *merged = news_picture_new ();
  NewsPicture *both[] = { lead, found };

  for (gsize i = 0; i < G_N_ELEMENTS (both); i++)
    for (guint j = 0; j < both[i]->files->len; j++)
      {
        const NewsPictureFile *file = &g_array_index (both[i]->files, NewsPictureFile, j);

        news_picture_add_file (merged, file->url, file->width, file->height);
      }

  merged->alt = g_strdup (lead->alt != NULL ? lead->alt : found->alt);
  merged->caption = g_strdup (lead->caption != NULL ? lead->caption : found->caption);
  merged->credit = g_strdup (lead->credit != NULL ? lead->credit : found->credit);

  return merged;
}

/* Where the body opens with the lead picture it would stand there twice; where the source names no
 * lead, the body's first picture stands for it in lists, and stays where it is on the page. */
static void
settle_lead (NewsArticle *article, NewsPage **page)
{
  NewsPicture *first = news_page_get_first_picture (*page);
  g_autoptr (NewsPage) rest = NULL;

  if (first == NULL)
    return;

  if (article->lead == NULL)
    {
      article->lead = news_picture_ref (first);
      return;
    }

  if (!news_picture_same_image (article->lead, first))
    return;

  rest = news_page_without_lead (*page, article->lead);
  if (rest != *page)
    {
      NewsPicture *merged = merge (article->lead, first);

      g_clear_pointer (&article->lead, news_picture_unref);
      article->lead = merged;
      g_clear_pointer (page, news_page_unref);
      *page = g_steal_pointer (&rest);
    }
}

/* A summary that the source tells apart from the body comes before it. Where there is none yet, and
 * there will be one, it waits for the body: a page is what says that there is one. */
static void
add_key_points (NewsArticle *article, NewsPage **page)
{
  NewsBlock *key_points = NULL;
  NewsPage *whole;

  if (article->consent || (*page == NULL && !article->summary_only))
    return;

  if (article->key_points_html != NULL)
    key_points = news_key_points_new_from_html (article->key_points_html, article->url);
  if (key_points == NULL && article->key_points != NULL)
    key_points = news_key_points_new_from_texts ((const char *const *) article->key_points);
  if (key_points == NULL)
    return;

  whole = news_page_with_key_points (*page, key_points);
  g_clear_pointer (page, news_page_unref);
  *page = whole;
}

/* Some sources have a whole article for a summary, which a row shows two lines of. */
static char *
dup_preview (const char *standfirst)
{
  g_autoptr (NewsPage) page = NULL;
  g_autofree char *preview = NULL;

  if (g_utf8_strlen (standfirst, -1) <= PREVIEW)
    return g_strdup (standfirst);

  page = news_page_new_from_text (standfirst);
  preview = news_page_dup_preview (page, PREVIEW);

  return preview != NULL ? g_steal_pointer (&preview) : g_strdup (standfirst);
}

void
news_intake_prepare (NewsArticle *article, NewsSource *source)
{
  g_autoptr (NewsPage) page = read_body (article);

  if (page != NULL)
    heed_wall (article, &page);
  if (page != NULL)
    settle_lead (article, &page);
  add_key_points (article, &page);
  if (page != NULL)
    {
      article->page = news_page_to_bytes (page);
      article->text = news_page_dup_text (page);
      if (*article->text == '\0')
        g_clear_pointer (&article->text, g_free);
    }

  if (article->standfirst != NULL)
    article->preview = dup_preview (article->standfirst);
  else if (page != NULL)
    article->preview = news_page_dup_preview (page, PREVIEW);

  if (article->language == NULL)
    article->language = g_strdup (source->language);

  g_clear_pointer (&article->body_html, g_free);
  g_clear_pointer (&article->body_text, g_free);
  g_clear_pointer (&article->body_base, g_free);
  g_clear_pointer (&article->key_points, g_strfreev);
  g_clear_pointer (&article->key_points_html, g_free);
}
