/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-tree.h"

#include "news-html-element.h"

#include <string.h>

/* In bytes: enough for most articles, and little enough for a title. */
#define BLOCK_SIZE 16000

typedef struct _Block Block;

struct _Block
{
  Block *next;
  NewsHtmlNode memory[];
};

struct _NewsHtmlTree
{
  NewsHtmlNode root;
  char *text;
  Block *blocks;
  char *at; /* what is free in the first of @blocks */
  gsize room;
};

/* Memory for @size bytes, as nodes need it. */
static gpointer
add (NewsHtmlTree *self, gsize size)
{
  gpointer memory;

  if (size > self->room)
    {
      Block *block;

      self->room = MAX (size, BLOCK_SIZE);
      block = g_malloc (sizeof *block + self->room);
      block->next = self->blocks;
      self->blocks = block;
      self->at = (char *) block->memory;
    }

  memory = self->at;
  self->at += size;
  self->room -= size;

  return memory;
}

/* Bytes of the visible text in @node. */
static gsize
measure_text (const NewsHtmlNode *node)
{
  const NewsHtmlNode *at = node;
  gsize length = 0;

  while (at != NULL)
    {
      gboolean dropped
        = at->text == NULL && news_html_element_get_kind (at) == NEWS_HTML_KIND_DROPPED;

      if (at->text != NULL && !news_html_node_is_blank (at))
        length += at->length;

      at = news_html_node_next (at, node, !dropped);
    }

  return length;
}

/* The outermost elements of a name with the most text, and the sum of the text of all. */
static const NewsHtmlNode *
find_longest (const NewsHtmlNode *root, const char *name, gsize *longest, gsize *sum)
{
  const NewsHtmlNode *best = NULL;
  const NewsHtmlNode *at = root;

  *longest = *sum = 0;
  while (at != NULL)
    {
      gboolean found = news_html_node_is (at, name);

      if (found)
        {
          gsize length = measure_text (at);

          *sum += length;
          if (best == NULL || length > *longest)
            {
              best = at;
              *longest = length;
            }
        }

      at = news_html_node_next (at, root, !found);
    }

  return best;
}

NewsHtmlTree *
news_html_tree_new (char *text)
{
  NewsHtmlTree *self = g_new0 (NewsHtmlTree, 1);

  self->text = text;
  self->root.tag = news_html_tag_get_unknown ();
  self->root.name = "";

  return self;
}

void
news_html_tree_free (NewsHtmlTree *self)
{
  while (self->blocks != NULL)
    {
      Block *next = self->blocks->next;

      g_free (self->blocks);
      self->blocks = next;
    }
  g_free (self->text);
  g_free (self);
}

NewsHtmlNode *
news_html_tree_get_root (NewsHtmlTree *self)
{
  return &self->root;
}

NewsHtmlNode *
news_html_tree_add_node (NewsHtmlTree *self)
{
  NewsHtmlNode *node = add (self, sizeof *node);

  *node = (NewsHtmlNode) { 0 };
  node->tag = news_html_tag_get_unknown ();
  node->name = "";

  return node;
}

const NewsHtmlAttribute *
news_html_tree_add_attributes (NewsHtmlTree *self, const NewsHtmlAttribute *attributes, guint n)
{
  NewsHtmlAttribute *copy = add (self, n * sizeof *copy);

  if (n > 0)
    memcpy (copy, attributes, n * sizeof *copy);

  return copy;
}

const NewsHtmlNode *
news_html_tree_find_article (NewsHtmlTree *self)
{
  const NewsHtmlNode *root = &self->root;
  gsize longest, sum, whole;
  const NewsHtmlNode *found;

  /* A page of many teasers has an article for each; and there are pages where only the teasers at
   * the end are articles. */
  whole = measure_text (root);
  found = find_longest (root, "article", &longest, &sum);
  if (found != NULL && longest * 2 >= sum && longest * 4 >= whole)
    return found;

  found = find_longest (root, "main", &longest, &sum);
  if (found != NULL && longest * 4 >= whole)
    return found;

  return root;
}
