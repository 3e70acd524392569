/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-picture.h"

#include "news-srcset.h"

#include <stdio.h>
#include <string.h>

/* At most this wide and high, an image stands among words like a letter. */
#define LETTER_SIZE 32

/* Letters of alternative text: more is no description, but data. */
#define MAX_ALT 4000

/* A pixel, or a line of them. */
#define TRACKER_SIZE 2

/* Where scripts look for what they load when it comes into sight. */
static const char *const lazy_sets[] = { "data-srcset", "data-lazy-srcset" };
static const char *const lazy_files[]
  = { "data-src", "data-lazy-src", "data-original", "data-original-src", "data-actualsrc" };

static const char *const letter_classes[] = {
  "wp-smiley",
  "emoji",
  "latex",
  "mwe-math-fallback-image-inline",
};

static const char *const letter_places[] = { "//s.w.org/images/core/emoji/", "/twemoji/" };

static const char *const tracker_places[] = {
  "feeds.feedburner.com/~r/", "doubleclick.net/", "pixel.wp.com/",         "stats.wordpress.com/",
  "scorecardresearch.com/",   "quantserve.com/",  "google-analytics.com/", "facebook.com/tr?",
  "feedsportal.com/",         "/piwik.php?",      "/matomo.php?",          "amazon-adsystem.com/",
};

static const char *const spacers[] = {
  "spacer.gif", "blank.gif", "transparent.gif", "pixel.gif", "1x1.gif", "clear.gif",
};

typedef struct
{
  int width;
  int height;
} Size;

typedef struct
{
  NewsHtmlReader *reader;
  NewsPicture *picture;
  Size size; /* of the element, 0 where unknown */
} Adder;

static gboolean
is_one_of (const char *text, const char *const *names, guint n_names)
{
  for (guint i = 0; text != NULL && i < n_names; i++)
    if (strstr (text, names[i]) != NULL)
      return TRUE;

  return FALSE;
}

static int
parse_pixels (const char *value)
{
  char *end;
  gint64 number = g_ascii_strtoll (value, &end, 10);

  return end == value || strchr (end, '%') != NULL || strstr (end, "em") != NULL
           ? -1
           : (int) CLAMP (number, 0, 65535);
}

/* In pixels, or -1 if nobody tells. */
static int
get_dimension (const NewsHtmlNode *node, const char *name)
{
  const char *value = news_html_node_get (node, name);
  g_autofree char *property = NULL;
  int number = value != NULL ? parse_pixels (value) : -1;

  if (number < 0 && (property = news_html_element_dup_property (node, name)) != NULL)
    number = parse_pixels (property);

  return number;
}

static Size
read_size (const NewsHtmlNode *node)
{
  Size size = { MAX (get_dimension (node, "width"), 0), MAX (get_dimension (node, "height"), 0) };

  return size;
}

/* The size that WordPress writes into the name of a file: photo-1024x683.jpg. */
static Size
parse_name (const char *address)
{
  const char *end = address + strcspn (address, "?#");
  const char *dash = g_strrstr_len (address, end - address, "-");
  Size size = { 0, 0 };
  int width, height;
  char dot;

  if (dash != NULL && g_ascii_isdigit (dash[1])
      && sscanf (dash, "-%5dx%5d%c", &width, &height, &dot) == 3 && dot == '.' && width > 0
      && height > 0)
    {
      size.width = width;
      size.height = height;
    }

  return size;
}

/* Not the pattern of an address that a script completes, nor the picture itself in letters. */
static gboolean
may_be_file (const char *reference)
{
  return strpbrk (reference, "{}") == NULL && g_ascii_strncasecmp (reference, "data:", 5) != 0;
}

static gboolean
is_spacer (const char *address)
{
  gsize length = strcspn (address, "?#");

  for (guint i = 0; i < G_N_ELEMENTS (spacers); i++)
    {
      gsize name = strlen (spacers[i]);

      if (length > name && address[length - name - 1] == '/'
          && strncmp (address + length - name, spacers[i], name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Returns whether there is such a file. */
static gboolean
add_file (Adder *self, const char *reference, Size size)
{
  g_autofree char *address = NULL;

  if (reference == NULL || !may_be_file (reference))
    return FALSE;

  address = news_html_reader_resolve (self->reader, reference, NEWS_ADDRESS_FILE);
  if (address == NULL || is_spacer (address)
      || is_one_of (address, tracker_places, G_N_ELEMENTS (tracker_places)))
    return FALSE;

  if (size.width == 0)
    size = parse_name (address);
  news_picture_add_file (self->picture, address, size.width, size.height);

  return TRUE;
}

static void
add_candidate (const NewsSrcsetCandidate *candidate, gpointer data)
{
  Adder *self = data;
  Size size = { candidate->width, 0 };

  if (candidate->width == 0 && self->size.width > 0)
    size.width = (int) MIN (self->size.width * candidate->density, 65535);
  /* The files of an image have one shape. */
  if (self->size.width > 0)
    size.height = (int) ((double) size.width * self->size.height / self->size.width + 0.5);

  add_file (self, candidate->reference, size);
}

static gboolean
add_set (Adder *self, const char *srcset)
{
  guint n_files = self->picture->files->len;

  if (srcset != NULL)
    news_srcset_parse (srcset, add_candidate, self);

  return self->picture->files->len > n_files;
}

static void
add_original (Adder *self, const NewsHtmlNode *image)
{
  const char *size = news_html_node_get (image, "data-orig-size");
  Size original = { 0, 0 };

  if (size == NULL || sscanf (size, "%5d,%5d", &original.width, &original.height) != 2)
    return;

  original.width = MAX (original.width, 0);
  original.height = MAX (original.height, 0);
  add_file (self, news_html_node_get (image, "data-orig-file"), original);
}

/* What is there to be loaded later goes before what is there meanwhile. */
static void
add_image (Adder *self, const NewsHtmlNode *image)
{
  gboolean lazy = FALSE;

  self->size = read_size (image);
  for (guint i = 0; i < G_N_ELEMENTS (lazy_sets); i++)
    lazy |= add_set (self, news_html_node_get (image, lazy_sets[i]));
  for (guint i = 0; i < G_N_ELEMENTS (lazy_files); i++)
    {
      const char *reference = news_html_node_get (image, lazy_files[i]);

      /* Scripts keep other things than addresses under these names, too. */
      if (reference != NULL && strpbrk (reference, "./") != NULL)
        lazy |= add_file (self, reference, self->size);
    }

  if (!lazy)
    {
      add_set (self, news_html_node_get (image, "srcset"));
      add_file (self, news_html_node_get (image, "src"), self->size);
    }
  add_original (self, image);
}

/* Files in newer formats come beside the same in older ones; those for a kind of screen may show
 * another part of the picture. */
static gboolean
is_for_everyone (const NewsHtmlNode *source)
{
  const char *type = news_html_node_get (source, "type");

  if (news_html_node_get (source, "media") != NULL)
    return FALSE;

  return type == NULL || strstr (type, "jpeg") != NULL || strstr (type, "jpg") != NULL
         || strstr (type, "png") != NULL || strstr (type, "gif") != NULL;
}

static void
add_sources (Adder *self, const NewsHtmlNode *picture, gboolean all)
{
  Size size = self->size;

  for (const NewsHtmlNode *at = picture; at != NULL; at = news_html_node_next (at, picture, TRUE))
    {
      if (!news_html_node_is (at, "source") || (!all && !is_for_everyone (at)))
        continue;

      self->size = read_size (at);
      if (self->size.width == 0 && !all)
        self->size = size;
      add_set (self, news_html_node_get (at, "srcset"));
      for (guint i = 0; i < G_N_ELEMENTS (lazy_sets); i++)
        add_set (self, news_html_node_get (at, lazy_sets[i]));
    }
}

NewsHtmlImage
news_html_picture_classify (const NewsHtmlNode *image)
{
  const char *source = news_html_node_get (image, "src");
  int width = get_dimension (image, "width");
  int height = get_dimension (image, "height");

  for (guint i = 0; i < G_N_ELEMENTS (letter_classes); i++)
    if (news_html_element_has_class (image, letter_classes[i]))
      return NEWS_HTML_IMAGE_LETTER;
  if (is_one_of (source, letter_places, G_N_ELEMENTS (letter_places)))
    return NEWS_HTML_IMAGE_LETTER;

  if ((width >= 0 && width <= TRACKER_SIZE) || (height >= 0 && height <= TRACKER_SIZE))
    return NEWS_HTML_IMAGE_TRACKER;
  if (width >= 0 && width <= LETTER_SIZE && height >= 0 && height <= LETTER_SIZE)
    return NEWS_HTML_IMAGE_LETTER;

  return NEWS_HTML_IMAGE_PICTURE;
}

char *
news_html_picture_dup_alt (const NewsHtmlNode *image)
{
  const char *alt = image != NULL ? news_html_node_get (image, "alt") : NULL;
  g_autoptr (NewsTextBuilder) builder = NULL;
  g_autoptr (NewsText) text = NULL;
  guint room = MAX_ALT;
  const char *dot;

  if (alt == NULL)
    return NULL;

  builder = news_text_builder_new ();
  news_text_builder_add (builder, alt, strlen (alt), &room);
  text = news_text_builder_take (builder);
  if (text == NULL)
    return NULL;

  dot = strrchr (text->text, '.');
  if (dot != NULL && strchr (text->text, ' ') == NULL
      && (g_ascii_strcasecmp (dot, ".jpg") == 0 || g_ascii_strcasecmp (dot, ".jpeg") == 0
          || g_ascii_strcasecmp (dot, ".png") == 0 || g_ascii_strcasecmp (dot, ".gif") == 0
          || g_ascii_strcasecmp (dot, ".webp") == 0))
    return NULL;

  return g_steal_pointer (&text->text);
}

NewsPicture *
news_html_picture_new (NewsHtmlReader *reader,
                       const NewsHtmlNode *image,
                       const NewsHtmlNode *picture)
{
  g_autoptr (NewsPicture) self = news_picture_new ();
  Adder adder = { reader, self, { 0, 0 } };

  if (image != NULL)
    add_image (&adder, image);
  if (picture != NULL)
    add_sources (&adder, picture, FALSE);
  if (picture != NULL && self->files->len == 0)
    add_sources (&adder, picture, TRUE);
  if (self->files->len == 0)
    return NULL;

  self->alt = news_html_picture_dup_alt (image);

  return g_steal_pointer (&self);
}
