/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-article-mapping.h"

#include "news-mapping.h"
#include "news-picture-mapping.h"
#include "news-strict.h"
#include "news-web-address.h"

struct _NewsArticleMapping
{
  NewsMapping *members;
  NewsPictureMapping *picture; /* or NULL */
};

#define FIELD(name, kind, required) \
  { #name, NEWS_RULE_##kind, G_STRUCT_OFFSET (NewsArticle, name), required }

static const NewsField fields[] = {
  FIELD (id, TEXT, TRUE),
  FIELD (title, LINE, TRUE),
  FIELD (url, TEXT, TRUE),
  FIELD (byline, LINE, FALSE),
  FIELD (outlet, LINE, FALSE),
  FIELD (standfirst, LINE, FALSE),
  FIELD (language, TEXT, FALSE),
  FIELD (body_html, TEXT, FALSE),
  FIELD (body_text, TEXT, FALSE),
  FIELD (key_points, LIST, FALSE),
  FIELD (key_points_html, TEXT, FALSE),
  FIELD (topics, LIST, FALSE),
  FIELD (sections, LIST, FALSE),
  FIELD (related, LIST, FALSE),
  FIELD (published, DATE, FALSE),
  FIELD (updated, DATE, FALSE),
  FIELD (visits, NUMBER, FALSE),
  FIELD (protected, FLAG, FALSE),
  { NULL },
};

/* Only a web address can be shown or opened; one of another kind is none. */
static void
check_address (NewsArticle *article)
{
  g_autofree char *url = g_steal_pointer (&article->url);

  if (url != NULL)
    article->url = news_web_address_resolve (url, NULL);
}

NewsArticleMapping *
news_article_mapping_new_from_json (JsonNode *node,
                                    const NewsParameters *parameters,
                                    const char *where,
                                    GError **error)
{
  static const char *const others[] = { "picture", NULL };
  g_autoptr (NewsArticleMapping) self = g_new0 (NewsArticleMapping, 1);
  g_autofree char *place = news_strict_dup_where (where, "picture");
  JsonNode *picture;

  self->members = news_mapping_new_from_json (node, fields, others, parameters, where, error);
  if (self->members == NULL)
    return NULL;

  picture = json_object_get_member (json_node_get_object (node), "picture");
  if (picture != NULL)
    {
      self->picture = news_picture_mapping_new_from_json (picture, parameters, place, error);
      if (self->picture == NULL)
        return NULL;
    }

  return g_steal_pointer (&self);
}

void
news_article_mapping_free (NewsArticleMapping *self)
{
  g_clear_pointer (&self->members, news_mapping_free);
  g_clear_pointer (&self->picture, news_picture_mapping_free);
  g_free (self);
}

NewsArticle *
news_article_mapping_apply (const NewsArticleMapping *self, const NewsContext *context)
{
  g_autoptr (NewsArticle) article = news_article_new ();
  NewsContext inner = *context;

  news_mapping_fill (self->members, context, article);
  check_address (article);
  if (article->id == NULL)
    article->id = g_strdup (article->url);
  if (article->id == NULL)
    return NULL;

  if (article->url != NULL)
    inner.base = article->url;
  if (self->picture != NULL)
    article->lead = news_picture_mapping_apply (self->picture, &inner);

  return g_steal_pointer (&article);
}

void
news_article_mapping_trace (const NewsArticleMapping *self,
                            const NewsContext *context,
                            NewsTraceFunc func,
                            gpointer data)
{
  g_autoptr (NewsArticle) article = news_article_mapping_apply (self, context);
  const NewsPicture *lead = article != NULL ? article->lead : NULL;
  const char *url = lead != NULL ? g_array_index (lead->files, NewsPictureFile, 0).url : NULL;

  news_mapping_trace (self->members, context, func, data);
  func ("picture", url != NULL ? "picture" : NULL, url, self->picture != NULL, data);
}
