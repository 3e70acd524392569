/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-feed-picture.h"

#include "news-feed-text.h"
#include "news-html-scanner.h"
#include "news-web-address.h"

#include <string.h>

/* Files that one picture may have; more are left out. */
#define MAX_FILES 64

/* Pictures that are not wider count readers. */
#define PIXEL 2

static gboolean
has_image_name (const char *url)
{
  static const char *const ends[] = { ".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif" };
  gsize length = strcspn (url, "?#");

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gsize size = strlen (ends[i]);

      if (length > size && g_ascii_strncasecmp (url + length - size, ends[i], size) == 0)
        return TRUE;
    }

  return FALSE;
}

/* By its medium, its type, or where it has neither by its name. */
static gboolean
is_image (const xmlNode *node, const char *url)
{
  g_autofree char *medium = news_xml_dup_attribute (node, "medium");
  g_autofree char *type = news_xml_dup_attribute (node, "type");

  if (type != NULL && strchr (type, '/') != NULL)
    return g_ascii_strncasecmp (type, "image/", 6) == 0;
  if (medium != NULL)
    return g_ascii_strcasecmp (medium, "image") == 0;

  return has_image_name (url);
}

static char *
dup_address (const xmlNode *node, const char *attribute, const char *base)
{
  g_autofree char *written = news_xml_dup_attribute (node, attribute);
  g_autofree char *inner = news_xml_dup_base (node, base);

  return written != NULL ? news_web_address_resolve (written, inner != NULL ? inner : base) : NULL;
}

/* The first file is the picture; a further one belongs to it if it is the same image. */
static void
add_file (NewsPicture *picture, const char *url, int width, int height)
{
  g_autoptr (NewsPicture) other = NULL;

  if (picture->files->len >= MAX_FILES || (width > 0 && width <= PIXEL))
    return;

  other = news_picture_new ();
  news_picture_add_file (other, url, width, height);
  if (picture->files->len == 0 || news_picture_same_image (picture, other))
    news_picture_add_file (picture, url, width, height);
}

static void
add_media (NewsPicture *picture, const xmlNode *node, const char *base)
{
  g_autofree char *url = dup_address (node, "url", base);
  gboolean thumbnail = news_xml_is (node, NEWS_XML_MEDIA, "thumbnail");

  if (url != NULL && (thumbnail || is_image (node, url)))
    add_file (picture, url, news_xml_get_number (node, "width"),
              news_xml_get_number (node, "height"));
}

static void
take_words (NewsPicture *picture, const xmlNode *node)
{
  if (picture->caption == NULL)
    picture->caption
      = news_feed_text_dup_line (news_xml_find_child (node, NEWS_XML_MEDIA, "description"));
  if (picture->credit == NULL)
    picture->credit
      = news_feed_text_dup_line (news_xml_find_child (node, NEWS_XML_MEDIA, "credit"));
}

/* All @name of @parent, of its groups, and of what it says of a film, such as its still. */
static void
add_all_media (NewsPicture *picture, const xmlNode *parent, const char *name, const char *base)
{
  for (xmlNode *at = parent->children; at != NULL; at = at->next)
    {
      guint before = picture->files->len;

      if (news_xml_is (at, NEWS_XML_MEDIA, name))
        add_media (picture, at, base);
      if (picture->files->len > before)
        take_words (picture, at);
      if (news_xml_is (at, NEWS_XML_MEDIA, "group") || news_xml_is (at, NEWS_XML_MEDIA, "content"))
        add_all_media (picture, at, name, base);
    }
}

/* Thumbnails are small: they stand for the item only where it has no picture, but help to choose
 * where they are the same in another width. */
static void
read_media (NewsPicture *picture, const xmlNode *item, const char *base)
{
  add_all_media (picture, item, "content", base);
  add_all_media (picture, item, "thumbnail", base);
  if (picture->files->len > 0 && picture->credit == NULL)
    picture->credit
      = news_feed_text_dup_line (news_xml_find_child (item, NEWS_XML_MEDIA, "credit"));
}

static void
read_enclosures (NewsPicture *picture, const xmlNode *item, const char *base)
{
  for (xmlNode *at = item->children; at != NULL && picture->files->len == 0; at = at->next)
    {
      g_autofree char *url = NULL;
      g_autofree char *rel = NULL;

      if (news_xml_is (at, NEWS_XML_OWN, "enclosure"))
        url = dup_address (at, "url", base);
      else if (news_xml_is (at, NEWS_XML_ATOM, "link"))
        {
          rel = news_xml_dup_attribute (at, "rel");
          if (g_strcmp0 (rel, "enclosure") == 0)
            url = dup_address (at, "href", base);
        }
      if (url != NULL && is_image (at, url))
        add_file (picture, url, 0, 0);
    }
}

/* <itunes:image href="…">, <image><url>…</url></image> or <image>…</image>. */
static void
read_image (NewsPicture *picture, const xmlNode *item, const char *base)
{
  for (xmlNode *at = item->children; at != NULL && picture->files->len == 0; at = at->next)
    if (news_xml_is (at, NEWS_XML_ITUNES | NEWS_XML_OWN, "image"))
      {
        g_autofree char *url = dup_address (at, "href", base);
        g_autofree char *inner = news_xml_dup_child_text (at, NEWS_XML_OWN, "url");
        g_autofree char *text = news_xml_has_elements (at) ? NULL : news_xml_dup_text (at);

        if (url == NULL && (inner != NULL || text != NULL))
          url = news_web_address_resolve (inner != NULL ? inner : text, base);
        if (url != NULL)
          add_file (picture, url, 0, 0);
      }
}

NewsPicture *
news_feed_picture_read (const xmlNode *item, const char *base)
{
  static void (*const readers[]) (NewsPicture *, const xmlNode *, const char *)
    = { read_media, read_enclosures, read_image };
  g_autoptr (NewsPicture) picture = news_picture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (readers) && picture->files->len == 0; i++)
    readers[i](picture, item, base);

  return picture->files->len > 0 ? g_steal_pointer (&picture) : NULL;
}

static int
get_number (const NewsHtmlScanner *scanner, const char *name)
{
  g_autofree char *text = news_html_scanner_dup_attribute (scanner, name);

  return text != NULL ? (int) CLAMP (g_ascii_strtoll (text, NULL, 10), 0, G_MAXINT16) : 0;
}

NewsPicture *
news_feed_picture_read_html (const char *html, const char *base)
{
  NewsHtmlScanner scanner;

  news_html_scanner_init (&scanner, html, strlen (html));
  while (news_html_scanner_next (&scanner))
    {
      g_autofree char *src = NULL;
      g_autofree char *url = NULL;
      g_autoptr (NewsPicture) picture = NULL;

      if (!news_html_scanner_is (&scanner, NEWS_HTML_START, "img"))
        continue;
      src = news_html_scanner_dup_attribute (&scanner, "src");
      url = src != NULL ? news_web_address_resolve (src, base) : NULL;
      if (url == NULL)
        continue;

      picture = news_picture_new ();
      add_file (picture, url, get_number (&scanner, "width"), get_number (&scanner, "height"));
      picture->alt = news_html_scanner_dup_attribute (&scanner, "alt");
      if (picture->files->len > 0)
        return g_steal_pointer (&picture);
    }

  return NULL;
}
