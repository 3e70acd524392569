/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-links.h"

#include "news-html-scanner.h"
#include "news-web-address.h"

#include <string.h>

/* Heads with all their styles and scripts can be long, but no more than this. */
#define SEARCHED_BYTES (2 * 1024 * 1024)

static void
read_base (const NewsHtmlScanner *scanner, const char *page, char **base)
{
  g_autofree char *href = news_html_scanner_dup_attribute (scanner, "href");
  char *address = href != NULL ? news_web_address_resolve (href, page) : NULL;

  if (address == NULL)
    return;

  g_free (*base);
  *base = address;
}

static char *
dup_type (const NewsHtmlScanner *scanner)
{
  g_autofree char *type = news_html_scanner_dup_attribute (scanner, "type");

  if (type == NULL)
    return NULL;

  type[strcspn (type, ";")] = '\0';

  return g_ascii_strdown (g_strstrip (type), -1);
}

static gboolean
read_link (const NewsHtmlScanner *scanner, const char *base, NewsHtmlLinkFunc func, gpointer data)
{
  g_autofree char *written = news_html_scanner_dup_attribute (scanner, "href");
  g_autofree char *href = written != NULL ? news_web_address_resolve (written, base) : NULL;
  g_autofree char *rel = news_html_scanner_dup_attribute (scanner, "rel");
  g_autofree char *type = dup_type (scanner);
  g_autofree char *title = news_html_scanner_dup_attribute (scanner, "title");
  NewsHtmlLink link = { href, rel, type, title };

  return href == NULL || func (&link, data);
}

void
news_html_links_foreach (const char *html,
                         gsize length,
                         const char *base,
                         NewsHtmlLinkFunc func,
                         gpointer data)
{
  g_autofree char *current = g_strdup (base);
  NewsHtmlScanner scanner;

  news_html_scanner_init (&scanner, html, MIN (length, SEARCHED_BYTES));
  while (news_html_scanner_next (&scanner))
    if (news_html_scanner_is (&scanner, NEWS_HTML_START, "body"))
      return;
    else if (news_html_scanner_is (&scanner, NEWS_HTML_START, "base"))
      read_base (&scanner, base, &current);
    else if (news_html_scanner_is (&scanner, NEWS_HTML_START, "link")
             && !read_link (&scanner, current, func, data))
      return;
}

static gboolean
read_meta (const NewsHtmlScanner *scanner, NewsHtmlMetaFunc func, gpointer data)
{
  g_autofree char *name = news_html_scanner_dup_attribute (scanner, "name");
  g_autofree char *content = news_html_scanner_dup_attribute (scanner, "content");
  NewsHtmlMeta meta = { name, content };

  return func (&meta, data);
}

void
news_html_metas_foreach (const char *html, gsize length, NewsHtmlMetaFunc func, gpointer data)
{
  NewsHtmlScanner scanner;

  news_html_scanner_init (&scanner, html, MIN (length, SEARCHED_BYTES));
  while (news_html_scanner_next (&scanner))
    if (news_html_scanner_is (&scanner, NEWS_HTML_START, "body"))
      return;
    else if (news_html_scanner_is (&scanner, NEWS_HTML_START, "meta")
             && !read_meta (&scanner, func, data))
      return;
}

gboolean
news_html_link_has_rel (const NewsHtmlLink *self, const char *rel)
{
  g_auto (GStrv) words = self->rel != NULL ? g_strsplit_set (self->rel, " \t\r\n\f", -1) : NULL;

  for (char **word = words; word != NULL && *word != NULL; word++)
    if (g_ascii_strcasecmp (*word, rel) == 0)
      return TRUE;

  return FALSE;
}
