/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-classes.h"

#include <string.h>

/* Which elements a class may make something else of. */
typedef enum
{
  ANY,
  BOXES,    /* plain blocks, lists, asides */
  BLOCKS,   /* plain blocks, lists, asides, figures: not quotes, headings, tables, text */
  QUOTES,   /* the same and quotes */
  CAPTIONS, /* the same, and text */
} Scope;

/* A class that also stands around text that belongs to the article has no place here. */
static const struct
{
  const char *name;
  NewsHtmlKind kind;
  Scope scope;
} classes[] = {
  /* Pictures with captions, and galleries: WordPress, old and new, its
   * Jetpack, and Blogger. */
  { "blocks-gallery-grid", NEWS_HTML_KIND_FIGURE, BLOCKS },
  { "gallery", NEWS_HTML_KIND_FIGURE, BLOCKS },
  { "gallery-item", NEWS_HTML_KIND_FIGURE, BLOCKS },
  { "tiled-gallery", NEWS_HTML_KIND_FIGURE, BLOCKS },
  { "wp-block-gallery", NEWS_HTML_KIND_FIGURE, BLOCKS },
  { "wp-block-jetpack-slideshow", NEWS_HTML_KIND_FIGURE, BLOCKS },
  { "wp-block-jetpack-tiled-gallery", NEWS_HTML_KIND_FIGURE, BLOCKS },
  { "wp-caption", NEWS_HTML_KIND_FIGURE, BLOCKS },
  { "tr-caption-container", NEWS_HTML_KIND_FIGURE, ANY },
  { "gallery-caption", NEWS_HTML_KIND_CAPTION, CAPTIONS },
  { "tr-caption", NEWS_HTML_KIND_CAPTION, ANY },
  { "wp-caption-text", NEWS_HTML_KIND_CAPTION, CAPTIONS },
  { "wp-element-caption", NEWS_HTML_KIND_CAPTION, CAPTIONS },
  { "credit", NEWS_HTML_KIND_CREDIT, CAPTIONS },
  { "element-image__credit", NEWS_HTML_KIND_CREDIT, CAPTIONS },
  { "image-credit", NEWS_HTML_KIND_CREDIT, CAPTIONS },
  { "media-credit", NEWS_HTML_KIND_CREDIT, CAPTIONS },
  { "photo-credit", NEWS_HTML_KIND_CREDIT, CAPTIONS },
  { "wp-caption-credit", NEWS_HTML_KIND_CREDIT, CAPTIONS },

  { "pull-quote", NEWS_HTML_KIND_PULL_QUOTE, QUOTES },
  { "pullquote", NEWS_HTML_KIND_PULL_QUOTE, QUOTES },
  { "wp-block-pullquote", NEWS_HTML_KIND_PULL_QUOTE, QUOTES },

  /* The summary before the text; whether it is one is seen from what is in there. */
  { "article-highlights", NEWS_HTML_KIND_KEY_POINTS, BOXES },
  { "article-summary", NEWS_HTML_KIND_KEY_POINTS, BOXES },
  { "article__summary", NEWS_HTML_KIND_KEY_POINTS, BOXES },
  { "highlights", NEWS_HTML_KIND_KEY_POINTS, BOXES },
  { "key-facts", NEWS_HTML_KIND_KEY_POINTS, BOXES },
  { "key-points", NEWS_HTML_KIND_KEY_POINTS, BOXES },
  { "key-takeaways", NEWS_HTML_KIND_KEY_POINTS, BOXES },
  { "keypoints", NEWS_HTML_KIND_KEY_POINTS, BOXES },
  { "story-highlights", NEWS_HTML_KIND_KEY_POINTS, BOXES },
  { "summary", NEWS_HTML_KIND_KEY_POINTS, BOXES },
  { "summary-list", NEWS_HTML_KIND_KEY_POINTS, BOXES },
  { "takeaways", NEWS_HTML_KIND_KEY_POINTS, BOXES },
  { "tldr", NEWS_HTML_KIND_KEY_POINTS, BOXES },

  { "byline", NEWS_HTML_KIND_SMALL_PRINT, BLOCKS },
  { "has-small-font-size", NEWS_HTML_KIND_SMALL_PRINT, BLOCKS },

  /* Posts as their networks hand them out. */
  { "bluesky-embed", NEWS_HTML_KIND_POST, QUOTES },
  { "fb-post", NEWS_HTML_KIND_POST, QUOTES },
  { "fb-video", NEWS_HTML_KIND_POST, QUOTES },
  { "imgur-embed-pub", NEWS_HTML_KIND_POST, QUOTES },
  { "instagram-media", NEWS_HTML_KIND_POST, QUOTES },
  { "mastodon-embed", NEWS_HTML_KIND_POST, QUOTES },
  { "reddit-card", NEWS_HTML_KIND_POST, QUOTES },
  { "reddit-embed-bq", NEWS_HTML_KIND_POST, QUOTES },
  { "text-post-media", NEWS_HTML_KIND_POST, QUOTES },
  { "tiktok-embed", NEWS_HTML_KIND_POST, QUOTES },
  { "twitter-tweet", NEWS_HTML_KIND_POST, QUOTES },
  { "twitter-video", NEWS_HTML_KIND_POST, QUOTES },

  /* Share bars. */
  { "a2a_kit", NEWS_HTML_KIND_DROPPED, ANY },
  { "dpsp-content-wrapper", NEWS_HTML_KIND_DROPPED, ANY },
  { "essb_links", NEWS_HTML_KIND_DROPPED, ANY },
  { "feedflare", NEWS_HTML_KIND_DROPPED, ANY },
  { "jetpack-likes-widget-wrapper", NEWS_HTML_KIND_DROPPED, ANY },
  { "mcnFollowBlock", NEWS_HTML_KIND_DROPPED, ANY },
  { "mcnFollowContent", NEWS_HTML_KIND_DROPPED, ANY },
  { "mcnShareBlock", NEWS_HTML_KIND_DROPPED, ANY },
  { "mcnShareContent", NEWS_HTML_KIND_DROPPED, ANY },
  { "sd-sharing-enabled", NEWS_HTML_KIND_DROPPED, ANY },
  { "share-bar", NEWS_HTML_KIND_DROPPED, ANY },
  { "share-buttons", NEWS_HTML_KIND_DROPPED, ANY },
  { "sharedaddy", NEWS_HTML_KIND_DROPPED, ANY },
  { "sharethis-inline-share-buttons", NEWS_HTML_KIND_DROPPED, ANY },
  { "social-share", NEWS_HTML_KIND_DROPPED, ANY },
  { "social-share-buttons", NEWS_HTML_KIND_DROPPED, ANY },
  { "social-sharing", NEWS_HTML_KIND_DROPPED, ANY },
  { "ssba", NEWS_HTML_KIND_DROPPED, ANY },
  { "swp_social_panel", NEWS_HTML_KIND_DROPPED, ANY },
  { "wp-block-jetpack-like", NEWS_HTML_KIND_DROPPED, ANY },
  { "wp-block-jetpack-sharing-buttons", NEWS_HTML_KIND_DROPPED, ANY },
  { "wp-block-social-links", NEWS_HTML_KIND_DROPPED, ANY },

  /* Newsletters, money and forms. */
  { "mc4wp-form", NEWS_HTML_KIND_DROPPED, ANY },
  { "mc_embed_signup", NEWS_HTML_KIND_DROPPED, ANY },
  { "newsletter-signup", NEWS_HTML_KIND_DROPPED, ANY },
  { "wp-block-jetpack-contact-form", NEWS_HTML_KIND_DROPPED, ANY },
  { "wp-block-jetpack-donations", NEWS_HTML_KIND_DROPPED, ANY },
  { "wp-block-jetpack-mailchimp", NEWS_HTML_KIND_DROPPED, ANY },
  { "wp-block-jetpack-recurring-payments", NEWS_HTML_KIND_DROPPED, ANY },
  { "wp-block-jetpack-subscriptions", NEWS_HTML_KIND_DROPPED, ANY },

  /* Other headlines. */
  { "crp_related", NEWS_HTML_KIND_DROPPED, ANY },
  { "jp-relatedposts", NEWS_HTML_KIND_DROPPED, ANY },
  { "related-posts", NEWS_HTML_KIND_DROPPED, ANY },
  { "rp4wp-related-posts", NEWS_HTML_KIND_DROPPED, ANY },
  { "wp-block-jetpack-related-posts", NEWS_HTML_KIND_DROPPED, ANY },
  { "wp-block-latest-posts", NEWS_HTML_KIND_DROPPED, ANY },
  { "yarpp", NEWS_HTML_KIND_DROPPED, ANY },
  { "yarpp-related", NEWS_HTML_KIND_DROPPED, ANY },

  /* Advertisements, doubles of links, and what a browser does not show. */
  { "adsbygoogle", NEWS_HTML_KIND_DROPPED, ANY },
  { "katex-html", NEWS_HTML_KIND_DROPPED, ANY },
  { "mw-editsection", NEWS_HTML_KIND_DROPPED, ANY },
  { "screen-reader-text", NEWS_HTML_KIND_DROPPED, ANY },
  { "wp-block-file__button", NEWS_HTML_KIND_DROPPED, ANY },
  { "wpcnt", NEWS_HTML_KIND_DROPPED, ANY },
};

/* Share bars that number their classes. */
static const char *const dropped_prefixes[] = { "addthis_", "addtoany_", "heateor_sss_" };

static gboolean
is_in_scope (Scope scope, NewsHtmlKind kind)
{
  gboolean block = kind == NEWS_HTML_KIND_BLOCK || kind == NEWS_HTML_KIND_LIST
                   || kind == NEWS_HTML_KIND_DEFINITIONS || kind == NEWS_HTML_KIND_FIGURE
                   || kind == NEWS_HTML_KIND_NOTE;
  gboolean text = kind == NEWS_HTML_KIND_INLINE || kind == NEWS_HTML_KIND_CITE
                  || kind == NEWS_HTML_KIND_ABBREVIATION || kind == NEWS_HTML_KIND_DEFINITION
                  || kind == NEWS_HTML_KIND_CAPTION;

  switch (scope)
    {
    case ANY:
      return TRUE;
    case BOXES:
      return kind == NEWS_HTML_KIND_BLOCK || kind == NEWS_HTML_KIND_LIST
             || kind == NEWS_HTML_KIND_NOTE;
    case BLOCKS:
      return block;
    case QUOTES:
      return block || kind == NEWS_HTML_KIND_QUOTE;
    case CAPTIONS:
      return block || text;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Names to their place in the table, with 1 added; made once, then only read. */
static GHashTable *
get_names (void)
{
  static GHashTable *names = NULL;
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      names = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
        g_hash_table_insert (names, (gpointer) classes[i].name, GUINT_TO_POINTER (i + 1));
      g_once_init_leave (&once, 1);
    }

  return names;
}

static NewsHtmlKind
apply_name (const char *name, NewsHtmlKind kind)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (get_names (), name));

  if (found != 0)
    return is_in_scope (classes[found - 1].scope, kind) ? classes[found - 1].kind : kind;

  for (guint i = 0; i < G_N_ELEMENTS (dropped_prefixes); i++)
    if (g_str_has_prefix (name, dropped_prefixes[i]))
      return NEWS_HTML_KIND_DROPPED;

  return kind;
}

NewsHtmlKind
news_html_classes_get_kind (const char *names, const char *id, NewsHtmlKind kind)
{
  NewsHtmlKind result = kind;
  char name[64];

  while (names != NULL && *names != '\0' && result != NEWS_HTML_KIND_DROPPED)
    {
      gsize length = strcspn (names, " \t\r\n\f");
      NewsHtmlKind other = kind;

      if (length > 0 && length < sizeof name)
        {
          memcpy (name, names, length);
          name[length] = '\0';
          other = apply_name (name, kind);
        }
      if (result == kind || other == NEWS_HTML_KIND_DROPPED)
        result = other;
      names += length + strspn (names + length, " \t\r\n\f");
    }

  /* An id only tells what is to be dropped: elsewhere authors choose it as they like. */
  if (id != NULL && apply_name (id, kind) == NEWS_HTML_KIND_DROPPED)
    result = NEWS_HTML_KIND_DROPPED;

  return result;
}
