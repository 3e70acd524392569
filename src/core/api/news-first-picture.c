/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-first-picture.h"

#include "news-html-scanner.h"
#include "news-markup.h"
#include "news-web-address.h"

#include <string.h>

#define BLANKS " \t\r\n\f"

/* What is told to be narrower or lower is an icon, an emoji or a tracking pixel. */
#define SMALLEST 100
#define LARGEST 100000

/* Where pages that load pictures late keep the real address, while src has a placeholder. */
static const char *const late_sources[]
  = { "data-src", "data-lazy-src", "data-original", "data-orig-file", "data-original-src" };
static const char *const source_sets[] = { "srcset", "data-srcset", "data-lazy-srcset" };

static const char *const icon_classes[] = { "emoji", "wp-smiley", "avatar", "icon" };

static void
add_file (NewsPicture *picture, const char *url, const char *base, int width, int height)
{
  g_autofree char *address = news_web_address_resolve (url, base);

  if (address != NULL && picture->files->len < NEWS_PICTURE_MAX_FILES)
    news_picture_add_file (picture, address, width, height);
}

/* Reads "640w", "2x" or "640w 427h" up to the next comma; returns the width or 0. */
static int
read_descriptors (const char **at)
{
  int width = 0;

  while (**at != '\0' && **at != ',')
    {
      gsize length;

      *at += strspn (*at, BLANKS);
      length = strcspn (*at, BLANKS ",");
      if (length > 1 && (*at)[length - 1] == 'w')
        {
          g_autofree char *digits = g_strndup (*at, length - 1);

          width = news_first_picture_parse_pixels (digits);
        }
      *at += length;
    }

  return width;
}

/* HTML's srcset: addresses with descriptors, apart by commas; an address may have commas in it, but
 * at its end. */
static void
add_source_set (NewsPicture *picture, const char *text, const char *base)
{
  const char *at = text + strspn (text, BLANKS ",");

  while (*at != '\0' && picture->files->len < NEWS_PICTURE_MAX_FILES)
    {
      gsize length = strcspn (at, BLANKS);
      g_autofree char *url = g_strndup (at, length);
      int width = 0;

      at += length;
      if (g_str_has_suffix (url, ","))
        while (g_str_has_suffix (url, ","))
          url[--length] = '\0';
      else
        width = read_descriptors (&at);
      add_file (picture, url, base, width, 0);
      at += strspn (at, BLANKS ",");
    }
}

static int
get_pixels (const NewsHtmlScanner *image, const char *name)
{
  g_autofree char *text = news_html_scanner_dup_attribute (image, name);

  return text != NULL ? news_first_picture_parse_pixels (text) : 0;
}

static gboolean
is_icon (const NewsHtmlScanner *image)
{
  int width = get_pixels (image, "width");
  int height = get_pixels (image, "height");

  for (gsize i = 0; i < G_N_ELEMENTS (icon_classes); i++)
    if (news_html_scanner_has_word (image, "class", icon_classes[i]))
      return TRUE;

  return (width > 0 && width < SMALLEST) || (height > 0 && height < SMALLEST);
}

/* Servers of emoji and of pixels that count readers, whose size is not always told. */
static gboolean
is_counter (const char *url)
{
  static const char *const parts[]
    = { "/images/core/emoji/", "//pixel.", "//counter.", "/pixel.gif", "/b.gif", "/1x1." };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (url, parts[i]) != NULL)
      return TRUE;

  return FALSE;
}

static NewsPicture *
read_image (const NewsHtmlScanner *image, const char *base)
{
  g_autoptr (NewsPicture) picture = news_picture_new ();
  g_autofree char *source = news_html_scanner_dup_attribute (image, "src");
  gboolean late = FALSE;

  if (is_icon (image) || (source != NULL && is_counter (source)))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (source_sets); i++)
    {
      g_autofree char *set = news_html_scanner_dup_attribute (image, source_sets[i]);

      if (set != NULL)
        add_source_set (picture, set, base);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (late_sources); i++)
    {
      g_autofree char *url = news_html_scanner_dup_attribute (image, late_sources[i]);

      if (url != NULL)
        add_file (picture, url, base, 0, 0);
      late |= url != NULL;
    }
  if (source != NULL && !late)
    add_file (picture, source, base, get_pixels (image, "width"), get_pixels (image, "height"));

  if (picture->files->len == 0)
    return NULL;

  return g_steal_pointer (&picture);
}

/* The alternative text; HTML's attribute is plain text once it is decoded. */
static void
read_alt (NewsPicture *picture, const NewsHtmlScanner *image)
{
  g_autofree char *alt = news_html_scanner_dup_attribute (image, "alt");

  if (alt != NULL)
    picture->alt = news_markup_tidy_text (alt);
}

/* The caption of the figure that the scanner is in, if it has one. */
static char *
read_caption (NewsHtmlScanner *scanner)
{
  const char *start = NULL;
  const char *before = scanner->at;

  for (; news_html_scanner_next (scanner); before = scanner->at)
    if (news_html_scanner_is (scanner, NEWS_HTML_START, "figcaption"))
      start = scanner->at;
    else if (news_html_scanner_is (scanner, NEWS_HTML_END, "figcaption") && start != NULL)
      {
        g_autofree char *html = g_strndup (start, (gsize) (before - start));

        return news_markup_to_text (html);
      }
    else if (news_html_scanner_is (scanner, NEWS_HTML_END, "figure"))
      return NULL;

  return NULL;
}

NewsPicture *
news_first_picture_find (const char *html, const char *base)
{
  NewsHtmlScanner scanner;
  guint figures = 0;

  news_html_scanner_init (&scanner, html, strlen (html));
  while (news_html_scanner_next (&scanner))
    if (news_html_scanner_is (&scanner, NEWS_HTML_START, "figure"))
      figures++;
    else if (news_html_scanner_is (&scanner, NEWS_HTML_END, "figure"))
      figures -= figures > 0;
    else if (news_html_scanner_is (&scanner, NEWS_HTML_START, "img"))
      {
        NewsPicture *picture = read_image (&scanner, base);

        if (picture == NULL)
          continue;
        read_alt (picture, &scanner);
        if (figures > 0)
          picture->caption = read_caption (&scanner);
        return picture;
      }

  return NULL;
}

int
news_first_picture_parse_pixels (const char *text)
{
  char *end;
  double pixels = g_ascii_strtod (text, &end);

  if (strcmp (end, "px") != 0 && *end != '\0')
    return 0;

  return pixels >= 1 && pixels <= LARGEST ? (int) pixels : 0;
}
