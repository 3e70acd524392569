/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-node.h"

#include <string.h>

static const NewsHtmlAttribute *
find (const NewsHtmlNode *self, const char *name)
{
  for (guint i = 0; i < self->n_attributes; i++)
    if (*self->attributes[i].name == *name && strcmp (self->attributes[i].name, name) == 0)
      return &self->attributes[i];

  return NULL;
}

const NewsHtmlNode *
news_html_node_next (const NewsHtmlNode *self, const NewsHtmlNode *root, gboolean enter)
{
  if (enter && self->children != NULL)
    return self->children;

  while (self != root && self->next == NULL)
    self = self->parent;

  return self != root ? self->next : NULL;
}

gboolean
news_html_node_is (const NewsHtmlNode *self, const char *name)
{
  return *self->name == *name && strcmp (self->name, name) == 0;
}

gboolean
news_html_node_is_blank (const NewsHtmlNode *self)
{
  return self->text != NULL && self->text[strspn (self->text, NEWS_HTML_SPACES)] == '\0';
}

const char *
news_html_node_get (const NewsHtmlNode *self, const char *attribute)
{
  const NewsHtmlAttribute *found = find (self, attribute);

  return found != NULL && *found->value != '\0' ? found->value : NULL;
}

gboolean
news_html_node_has (const NewsHtmlNode *self, const char *attribute)
{
  return find (self, attribute) != NULL;
}
