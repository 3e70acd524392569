/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-tree.h"

#include "news-html-element.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* libxml2 gives up on a tree deeper than 256, with all that follows: a few hundred <font> that
 * nobody closed would cost the rest of the article. So elements past our own limit are closed as
 * soon as they open. Still the parser looks through all that are open at each end tag that has no
 * start: so that it takes no more than about half a second, fewer may be open the longer it is. */
#define LOOKS (1 << 30)
#define MIN_OPEN 512
#define MAX_OPEN 4096

#define OPTIONS                                                                      \
  (HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET \
   | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC)

typedef struct
{
  startElementSAXFunc start;
  endElementSAXFunc end;
  guint open;
  guint max_open;
  gboolean cut;
} Flattener;

static gboolean
is_leaf (const xmlChar *name)
{
  return xmlStrEqual (name, BAD_CAST "img") || xmlStrEqual (name, BAD_CAST "br")
         || xmlStrEqual (name, BAD_CAST "hr");
}

static void
start_element_cb (void *data, const xmlChar *name, const xmlChar **attributes)
{
  htmlParserCtxtPtr context = data;
  Flattener *self = context->_private;

  self->open++;
  if (self->open > self->max_open)
    {
      self->cut = TRUE;
      xmlStopParser (context);
      return;
    }

  self->start (data, name, attributes);
  if (self->open > NEWS_HTML_MAX_DEPTH && !is_leaf (name))
    self->end (data, name);
}

static void
end_element_cb (void *data, const xmlChar *name)
{
  htmlParserCtxtPtr context = data;
  Flattener *self = context->_private;

  if (self->open <= NEWS_HTML_MAX_DEPTH || is_leaf (name))
    self->end (data, name);
  self->open -= self->open > 0;
}

/* Bytes of the visible text in @node. */
static gsize
measure_text (const xmlNode *node)
{
  const xmlNode *at = node;
  gsize length = 0;

  while (at != NULL)
    {
      gboolean dropped
        = at->type == XML_ELEMENT_NODE && news_html_element_get_kind (at) == NEWS_HTML_KIND_DROPPED;

      if (at->type == XML_TEXT_NODE && !xmlIsBlankNode (at))
        length += strlen ((const char *) at->content);

      at = news_html_element_next (at, node, !dropped);
    }

  return length;
}

/* The outermost elements of a name with the most text, and the sum of the text of all. */
static const xmlNode *
find_longest (const xmlNode *root, const char *name, gsize *longest, gsize *sum)
{
  const xmlNode *best = NULL;
  const xmlNode *at = root;

  *longest = *sum = 0;
  while (at != NULL)
    {
      gboolean found = news_html_element_is (at, name);

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

      at = news_html_element_next (at, root, !found);
    }

  return best;
}

xmlDoc *
news_html_tree_parse (NewsHtmlSource *source, gboolean *cut)
{
  static gsize once = 0;
  Flattener flattener = { 0 };
  htmlParserCtxtPtr context;
  xmlDoc *tree;

  /* Otherwise the first two workers would do it at the same time. */
  if (g_once_init_enter (&once))
    {
      xmlInitParser ();
      g_once_init_leave (&once, 1);
    }

  context = htmlNewParserCtxt ();
  if (context == NULL)
    return NULL;

  flattener.max_open = CLAMP (LOOKS / (source->html->len + 1), MIN_OPEN, MAX_OPEN);
  flattener.start = context->sax->startElement;
  flattener.end = context->sax->endElement;
  context->_private = &flattener;
  context->sax->startElement = start_element_cb;
  context->sax->endElement = end_element_cb;

  /* Not htmlCtxtReadMemory(), with which libxml2 2.9 copies all to a buffer and from there, as if
   * it were of another encoding, to a second one. There is no zero in the source. */
  tree = htmlCtxtReadDoc (context, (const xmlChar *) source->html->str, NULL, "UTF-8", OPTIONS);
  htmlFreeParserCtxt (context);
  *cut = flattener.cut;

  return tree;
}

const xmlNode *
news_html_tree_find_article (xmlDoc *tree, gboolean document)
{
  /* libxml2 puts what comes after the end of a document beside it, or into it. */
  const xmlNode *root = (const xmlNode *) tree;
  gsize longest, sum, whole;
  const xmlNode *found;

  if (!document)
    return root;

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
