/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* The vocabularies that feeds are written in, by their namespaces. */
typedef enum
{
  NEWS_XML_OWN = 1 << 0,     /* RSS of any version, or OPML: no namespace, or a version's own */
  NEWS_XML_ATOM = 1 << 1,    /* Atom 1.0 and 0.3 */
  NEWS_XML_CONTENT = 1 << 2, /* RSS 1.0's content module */
  NEWS_XML_DC = 1 << 3,      /* Dublin Core, both its elements and its terms */
  NEWS_XML_MEDIA = 1 << 4,   /* Media RSS */
  NEWS_XML_ITUNES = 1 << 5,  /* Apple's podcasts */
  NEWS_XML_SY = 1 << 6,      /* RSS 1.0's syndication module */
  NEWS_XML_XHTML = 1 << 7,
  NEWS_XML_RDF = 1 << 8,
  NEWS_XML_CC = 1 << 9, /* Creative Commons, in both of its namespaces */
  NEWS_XML_FEEDBURNER = 1 << 10,
  NEWS_XML_OTHER = 1 << 11,
} NewsXmlSpace;

#define NEWS_XML_FEED (NEWS_XML_OWN | NEWS_XML_ATOM)

/* Reads XML as news_xml_mend() leaves it. What is broken is read as far as it can be; nothing is
 * expanded, and nothing fetched. NULL where nothing can be read. *@broken (nullable) tells whether
 * anything was wrong. */
xmlDoc *news_xml_tree_parse (const GString *xml, gboolean *broken);

/* Whether the end of the element was there, and not only that of the document. */
gboolean news_xml_is_whole (const xmlNode *node);

/* The vocabulary of an element. A prefix that nobody declared means what it usually does. */
NewsXmlSpace news_xml_get_space (const xmlNode *node);

/* Whether @node is an element @name (in any case) of one of @spaces. */
gboolean news_xml_is (const xmlNode *node, guint spaces, const char *name);

/* The next of @node and its following siblings that is such an element, or NULL. */
xmlNode *news_xml_find_next (xmlNode *node, guint spaces, const char *name);

/* The first child that is such an element and has words in it, or NULL. */
xmlNode *news_xml_find_child (const xmlNode *parent, guint spaces, const char *name);

/* All text within @node, blanks at both ends removed; NULL where nothing is left. */
char *news_xml_dup_text (const xmlNode *node);

/* The text of the child that news_xml_find_child() finds, or NULL. */
char *news_xml_dup_child_text (const xmlNode *parent, guint spaces, const char *name);

/* An attribute by its local name, whatever its namespace, blanks at both ends removed; NULL if it
 * is not there or empty. */
char *news_xml_dup_attribute (const xmlNode *node, const char *name);

/* The same as a number; 0 if it is none. */
int news_xml_get_number (const xmlNode *node, const char *name);

/* xml:base of @node and all above it (XML Base), seen from @base; NULL where none is told. */
char *news_xml_dup_base (const xmlNode *node, const char *base);

/* xml:lang of @node or the next above it, as BCP 47; NULL where none is told. */
char *news_xml_dup_language (const xmlNode *node);

/* What is in @node as HTML that a page can be read from. */
char *news_xml_dup_html (const xmlNode *node);

/* Whether there are elements in @node. */
gboolean news_xml_has_elements (const xmlNode *node);

static inline void
news_xml_tree_free (xmlDoc *doc)
{
  xmlFreeDoc (doc);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, news_xml_tree_free)

G_END_DECLS
