/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-xml-tree.h"

#include "news-web-address.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <string.h>

/* NOENT and DTDLOAD stay off: an entity is not expanded. HUGE stays off: libxml2 gives up at a
 * depth of 256 elements. */
#define OPTIONS                                                                  \
  (XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING \
   | XML_PARSE_NOCDATA)

/* Put on an element when its end has come. */
static char whole;

static const struct
{
  const char *uri;    /* as it begins, without the scheme */
  const char *prefix; /* what it usually is, or NULL */
  NewsXmlSpace space;
} spaces[] = {
  { "www.w3.org/2005/Atom", "atom", NEWS_XML_ATOM },
  { "purl.org/atom/ns", NULL, NEWS_XML_ATOM },
  { "purl.org/rss/1.0/modules/content", "content", NEWS_XML_CONTENT },
  { "purl.org/rss/1.0/modules/syndication", "sy", NEWS_XML_SY },
  { "purl.org/rss/1.0/modules/", NULL, NEWS_XML_OTHER },
  { "purl.org/rss/1.0", NULL, NEWS_XML_OWN },
  { "purl.org/net/rss", NULL, NEWS_XML_OWN },
  { "my.netscape.com/rdf/simple", NULL, NEWS_XML_OWN },
  { "channel.netscape.com/rdf/simple", NULL, NEWS_XML_OWN },
  { "backend.userland.com/", NULL, NEWS_XML_OWN },
  { "blogs.law.harvard.edu/tech/rss", NULL, NEWS_XML_OWN },
  { "purl.org/dc/", "dc", NEWS_XML_DC },
  { "purl.org/dc/terms", "dcterms", NEWS_XML_DC },
  { "search.yahoo.com/mrss", "media", NEWS_XML_MEDIA },
  { "www.itunes.com/", "itunes", NEWS_XML_ITUNES },
  { "www.w3.org/1999/xhtml", "xhtml", NEWS_XML_XHTML },
  { "www.w3.org/1999/02/22-rdf-syntax-ns", "rdf", NEWS_XML_RDF },
  { "rssnamespace.org/feedburner", "feedburner", NEWS_XML_FEEDBURNER },
  { "web.resource.org/cc", "cc", NEWS_XML_CC },
  { "backend.userland.com/creativeCommonsRssModule", "creativeCommons", NEWS_XML_CC },
  { "cyber.law.harvard.edu/rss/creativeCommonsRssModule", NULL, NEWS_XML_CC },
};

/* HTML's elements that have no end. */
static const char *const voids[] = { "area", "br",   "col",   "embed",  "hr",    "img",
                                     "link", "meta", "input", "source", "track", "wbr" };

static void
end_element (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  xmlNode *node = ((xmlParserCtxt *) context)->node;

  xmlSAX2EndElementNs (context, name, prefix, uri);
  if (node != NULL)
    node->_private = &whole;
}

xmlDoc *
news_xml_tree_parse (const GString *xml, gboolean *broken)
{
  xmlParserCtxt *context;
  xmlDoc *doc;

  if (xml->len > G_MAXINT)
    return NULL;

  context = xmlNewParserCtxt ();
  context->sax->endElementNs = end_element;
  doc = xmlCtxtReadMemory (context, xml->str, (int) xml->len, NULL, "UTF-8", OPTIONS);
  if (broken != NULL)
    *broken = !context->wellFormed;
  xmlFreeParserCtxt (context);

  return doc;
}

gboolean
news_xml_is_whole (const xmlNode *node)
{
  return node->_private == &whole;
}

/* Of several that fit the longest, as one namespace may begin like another. */
static NewsXmlSpace
find_space (const char *uri)
{
  NewsXmlSpace found = NEWS_XML_OTHER;
  gsize longest = 0;

  if (g_ascii_strncasecmp (uri, "http://", 7) == 0)
    uri += 7;
  else if (g_ascii_strncasecmp (uri, "https://", 8) == 0)
    uri += 8;

  for (gsize i = 0; i < G_N_ELEMENTS (spaces); i++)
    {
      gsize length = strlen (spaces[i].uri);

      if (length > longest && g_ascii_strncasecmp (uri, spaces[i].uri, length) == 0)
        {
          longest = length;
          found = spaces[i].space;
        }
    }

  return found;
}

static NewsXmlSpace
find_space_of_prefix (const char *prefix)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spaces); i++)
    if (spaces[i].prefix != NULL && g_ascii_strcasecmp (prefix, spaces[i].prefix) == 0)
      return spaces[i].space;

  return NEWS_XML_OTHER;
}

/* libxml2 leaves the prefix that it does not know in the name. */
NewsXmlSpace
news_xml_get_space (const xmlNode *node)
{
  const char *name = (const char *) node->name;
  const char *colon = strchr (name, ':');

  if (node->ns != NULL && node->ns->href != NULL)
    {
      NewsXmlSpace space = find_space ((const char *) node->ns->href);

      /* A default namespace that nobody knows, as WordPress.com once had, changes nothing. */
      return space == NEWS_XML_OTHER && node->ns->prefix == NULL ? NEWS_XML_OWN : space;
    }
  if (colon != NULL)
    {
      g_autofree char *prefix = g_strndup (name, (gsize) (colon - name));

      return find_space_of_prefix (prefix);
    }

  return NEWS_XML_OWN;
}

static const char *
get_local_name (const xmlNode *node)
{
  const char *name = (const char *) node->name;
  const char *colon = node->ns == NULL ? strchr (name, ':') : NULL;

  return colon != NULL ? colon + 1 : name;
}

gboolean
news_xml_is (const xmlNode *node, guint wanted, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp (get_local_name (node), name) == 0
         && (news_xml_get_space (node) & wanted) != 0;
}

xmlNode *
news_xml_find_next (xmlNode *node, guint wanted, const char *name)
{
  while (node != NULL && !news_xml_is (node, wanted, name))
    node = node->next;

  return node;
}

xmlNode *
news_xml_find_child (const xmlNode *parent, guint wanted, const char *name)
{
  for (xmlNode *node = news_xml_find_next (parent->children, wanted, name); node != NULL;
       node = news_xml_find_next (node->next, wanted, name))
    {
      g_autofree char *text = news_xml_dup_text (node);

      if (text != NULL || news_xml_has_elements (node))
        return node;
    }

  return NULL;
}

char *
news_xml_dup_text (const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *text = content != NULL ? g_strstrip (g_strdup ((const char *) content)) : NULL;

  xmlFree (content);
  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

char *
news_xml_dup_child_text (const xmlNode *parent, guint wanted, const char *name)
{
  const xmlNode *child = news_xml_find_child (parent, wanted, name);

  return child != NULL ? news_xml_dup_text (child) : NULL;
}

static const xmlAttr *
find_attribute (const xmlNode *node, const char *name)
{
  for (const xmlAttr *at = node->properties; at != NULL; at = at->next)
    {
      const char *colon = strchr ((const char *) at->name, ':');

      if (g_ascii_strcasecmp (colon != NULL ? colon + 1 : (const char *) at->name, name) == 0)
        return at;
    }

  return NULL;
}

char *
news_xml_dup_attribute (const xmlNode *node, const char *name)
{
  const xmlAttr *attribute = find_attribute (node, name);

  return attribute != NULL ? news_xml_dup_text ((const xmlNode *) attribute) : NULL;
}

int
news_xml_get_number (const xmlNode *node, const char *name)
{
  g_autofree char *text = news_xml_dup_attribute (node, name);

  return text != NULL ? (int) CLAMP (g_ascii_strtoll (text, NULL, 10), 0, G_MAXINT16) : 0;
}

/* An attribute of XML's own namespace. */
static char *
dup_xml_attribute (const xmlNode *node, const char *name)
{
  const xmlAttr *attribute = find_attribute (node, name);

  if (attribute == NULL || attribute->ns == NULL
      || g_strcmp0 ((const char *) attribute->ns->prefix, "xml") != 0)
    return NULL;

  return news_xml_dup_text ((const xmlNode *) attribute);
}

char *
news_xml_dup_base (const xmlNode *node, const char *base)
{
  g_autofree char *told = NULL;
  g_autofree char *above = NULL;

  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return NULL;

  /* As deep as the tree, which is limited. */
  above = news_xml_dup_base (node->parent, base);
  told = dup_xml_attribute (node, "base");
  if (told != NULL)
    {
      char *address = news_web_address_resolve (told, above != NULL ? above : base);

      if (address != NULL)
        return address;
    }

  return g_steal_pointer (&above);
}

char *
news_xml_dup_language (const xmlNode *node)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      char *language = dup_xml_attribute (node, "lang");

      if (language != NULL)
        return g_strdelimit (language, "_", '-');
    }

  return NULL;
}

gboolean
news_xml_has_elements (const xmlNode *node)
{
  for (const xmlNode *at = node->children; at != NULL; at = at->next)
    if (at->type == XML_ELEMENT_NODE)
      return TRUE;

  return FALSE;
}

static void
append_escaped (GString *html, const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  g_autofree char *escaped
    = g_markup_escape_text (content != NULL ? (const char *) content : "", -1);

  xmlFree (content);
  g_string_append (html, escaped);
}

static void
append_start (GString *html, const xmlNode *node, const char *name)
{
  g_string_append_printf (html, "<%s", name);
  for (const xmlAttr *at = node->properties; at != NULL; at = at->next)
    {
      if (g_ascii_strcasecmp ((const char *) at->name, "base") == 0)
        continue;
      g_string_append_printf (html, " %s=\"", (const char *) at->name);
      append_escaped (html, (const xmlNode *) at);
      g_string_append_c (html, '"');
    }
  g_string_append_c (html, '>');
}

static gboolean
is_void (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (voids); i++)
    if (g_ascii_strcasecmp (voids[i], name) == 0)
      return TRUE;

  return FALSE;
}

static void
append_html (GString *html, const xmlNode *node)
{
  for (; node != NULL; node = node->next)
    {
      const char *name;

      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        append_escaped (html, node);
      if (node->type != XML_ELEMENT_NODE)
        continue;

      name = get_local_name (node);
      append_start (html, node, name);
      append_html (html, node->children);
      if (!is_void (name))
        g_string_append_printf (html, "</%s>", name);
    }
}

char *
news_xml_dup_html (const xmlNode *node)
{
  GString *html = g_string_new (NULL);

  append_html (html, node->children);

  return g_string_free (html, FALSE);
}
