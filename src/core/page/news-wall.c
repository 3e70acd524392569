/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-wall.h"

#include "news-html-scanner.h"
#include "news-wall-words.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* In minutes of reading. Publishers' teasers are of one to three paragraphs, and those who hand out
 * more hand out all, for search engines, and hide it from people by a script. */
#define LONGEST_TEASER 3.0

/* The same where only the name of a class speaks for a wall, as some sites have it around the text
 * of every article. */
#define LONGEST_HINTED_TEASER 1.0

/* In bytes: JSON-LD that is longer describes more than an article. */
#define MAX_JSON (256 * 1024)

/* How deep an article may lie in it: in a list, in a graph, as what a page is about. */
#define MAX_DEPTH 6

/* What the source of a body says, beside its text. */
typedef struct
{
  gboolean locked; /* that it is not free */
  gboolean free;   /* that it is */
  gboolean closed; /* here stands what is shown in place of the text */
  gboolean hinted; /* a class speaks of payment */
} Evidence;

/* Classes and ids of what is shown only to those who may not read on. Of content systems, their
 * plugins and hosts: Ghost, Substack, WordPress’ Jetpack, Paid Memberships Pro, MemberPress,
 * Restrict Content Pro, WooCommerce Memberships, Leaky Paywall, Newspack. */
static const char *const closed_names[] = {
  "gh-post-upgrade-cta",
  "leaky_paywall_message",
  "leaky_paywall_message_wrap",
  "mepr-unauthorized-message",
  "mepr-unauthorized-excerpt",
  "newspack-memberships__gate",
  "paywall-title",
  "pmpro_content_message",
  "rcp_restricted",
  "wc-memberships-content-restricted-message",
  "wc-memberships-restriction-message",
  "wp-block-jetpack-paywall",
  "wp-block-premium-content-logged-out-view",
};

/* Those that also stand around the text itself. */
static const char *const hinted_names[] = {
  "article-paywall",
  "article__paywall",
  "members-only",
  "metered",
  "metered-content",
  "paid-content",
  "paywall",
  "paywall-barrier",
  "paywall-content",
  "paywall-message",
  "paywall-placeholder",
  "post-paywall",
  "premium-content",
  "regwall",
  "subscriber-only",
  "subscriber-only-content",
  "subscribers-only",
  "subscription-required",
};

/* --- JSON-LD --- */

/* A boolean, or its name, or its address at schema.org; -1 for anything else. */
static int
read_boolean (JsonNode *node)
{
  const char *text;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return -1;
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);

  text = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";
  if (strrchr (text, '/') != NULL)
    text = strrchr (text, '/') + 1;
  if (g_ascii_strcasecmp (text, "false") == 0)
    return FALSE;

  return g_ascii_strcasecmp (text, "true") == 0 ? TRUE : -1;
}

/* Whether a type is one of schema.org's articles, or the page that stands for one. */
static gboolean
is_article_type (JsonNode *node)
{
  const char *type = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
                       ? json_node_get_string (node)
                       : "";

  return g_str_has_suffix (type, "Article") || g_str_has_suffix (type, "Posting")
         || g_str_has_suffix (type, "WebPage") || g_str_has_suffix (type, "Report")
         || g_str_has_suffix (type, "Review") || g_str_has_suffix (type, "CreativeWork");
}

static gboolean
is_article (JsonObject *object)
{
  JsonNode *type = json_object_get_member (object, "@type");
  JsonArray *types
    = type != NULL && JSON_NODE_HOLDS_ARRAY (type) ? json_node_get_array (type) : NULL;

  for (guint i = 0; types != NULL && i < json_array_get_length (types); i++)
    if (JSON_NODE_HOLDS_VALUE (json_array_get_element (types, i))
        && is_article_type (json_array_get_element (types, i)))
      return TRUE;

  return type != NULL && JSON_NODE_HOLDS_VALUE (type) && is_article_type (type);
}

static gboolean
is_locked_part (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node)
         && read_boolean (
              json_object_get_member (json_node_get_object (node), "isAccessibleForFree"))
              == FALSE;
}

static gboolean
has_locked_part (JsonNode *parts)
{
  JsonArray *array
    = parts != NULL && JSON_NODE_HOLDS_ARRAY (parts) ? json_node_get_array (parts) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (is_locked_part (json_array_get_element (array, i)))
      return TRUE;

  return is_locked_part (parts);
}

static void
read_article (JsonObject *object, Evidence *evidence)
{
  int free = read_boolean (json_object_get_member (object, "isAccessibleForFree"));

  if (free == TRUE)
    evidence->free = TRUE;
  else if (free == FALSE || has_locked_part (json_object_get_member (object, "hasPart")))
    evidence->locked = TRUE;
}

/* Only what the page is about: what it lists or leads to may be for sale without it. */
static void
read_linked_data (JsonNode *node, guint depth, Evidence *evidence)
{
  static const char *const about[] = { "@graph", "mainEntity", "mainEntityOfPage" };

  if (node == NULL || depth > MAX_DEPTH)
    return;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        read_linked_data (json_array_get_element (array, i), depth + 1, evidence);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      if (is_article (object))
        read_article (object, evidence);
      for (gsize i = 0; i < G_N_ELEMENTS (about); i++)
        read_linked_data (json_object_get_member (object, about[i]), depth + 1, evidence);
    }
}

static void
read_script (const NewsHtmlScanner *scanner, Evidence *evidence)
{
  g_autoptr (JsonParser) parser = NULL;
  gsize length;
  const char *text;

  if (!news_html_scanner_has_word (scanner, "type", "application/ld+json"))
    return;

  /* Most say nothing of it, and need not be parsed. */
  text = news_html_scanner_get_raw (scanner, &length);
  if (length > MAX_JSON
      || memmem (text, length, "isAccessibleForFree", strlen ("isAccessibleForFree")) == NULL)
    return;

  parser = json_parser_new ();
  if (json_parser_load_from_data (parser, text, (gssize) length, NULL))
    read_linked_data (json_parser_get_root (parser), 0, evidence);
}

/* --- elements --- */

static void
read_meta (const NewsHtmlScanner *scanner, Evidence *evidence)
{
  if (!news_html_scanner_has_word (scanner, "property", "article:content_tier")
      && !news_html_scanner_has_word (scanner, "name", "article:content_tier"))
    return;

  if (news_html_scanner_has_word (scanner, "content", "locked"))
    evidence->locked = TRUE;
  else if (news_html_scanner_has_word (scanner, "content", "free"))
    evidence->free = TRUE;
}

/* Looks at each element's names once, as few are any of those above. */
static void
read_names (const NewsHtmlScanner *scanner, const char *attribute, Evidence *evidence)
{
  gsize length;
  const char *names = news_html_scanner_get_attribute (scanner, attribute, &length);

  if (names == NULL)
    return;

  evidence->closed
    |= news_html_scanner_words_have (names, length, closed_names, G_N_ELEMENTS (closed_names));
  evidence->hinted
    |= news_html_scanner_words_have (names, length, hinted_names, G_N_ELEMENTS (hinted_names));
}

static void
gather (const char *html, gsize length, Evidence *evidence)
{
  NewsHtmlScanner scanner;

  news_html_scanner_init (&scanner, html, length);
  while (news_html_scanner_next (&scanner))
    if (news_html_scanner_is (&scanner, NEWS_HTML_START, "script"))
      read_script (&scanner, evidence);
    else if (news_html_scanner_is (&scanner, NEWS_HTML_START, "meta"))
      read_meta (&scanner, evidence);
    else if (scanner.token == NEWS_HTML_START
             && !news_html_scanner_is (&scanner, NEWS_HTML_START, "html")
             && !news_html_scanner_is (&scanner, NEWS_HTML_START, "body"))
      {
        read_names (&scanner, "class", evidence);
        read_names (&scanner, "id", evidence);
      }
}

NewsWall
news_wall_find (const char *html, gssize length, NewsPage *page)
{
  Evidence evidence = { FALSE, FALSE, FALSE, FALSE };
  double minutes = news_page_measure_reading_time (page, LONGEST_TEASER);
  g_autofree char *text = NULL;

  if (minutes > LONGEST_TEASER)
    return NEWS_WALL_NONE;

  text = news_page_dup_text (page);
  if (news_wall_words_ask_consent (text))
    return NEWS_WALL_CONSENT;

  gather (html, length >= 0 ? (gsize) length : strlen (html), &evidence);
  if (evidence.locked || evidence.closed)
    return NEWS_WALL_PAY;
  if (evidence.free)
    return NEWS_WALL_NONE;

  return (evidence.hinted && minutes <= LONGEST_HINTED_TEASER) || news_wall_words_end (text)
           ? NEWS_WALL_PAY
           : NEWS_WALL_NONE;
}
