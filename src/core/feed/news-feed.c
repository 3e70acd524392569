/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-feed.h"

#include "news-feed-item.h"
#include "news-feed-people.h"
#include "news-feed-text.h"
#include "news-web-address.h"
#include "news-xml-encoding.h"
#include "news-xml-mender.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (news-feed-error-quark, news_feed_error)

#define MAX_BYTES (32 * 1024 * 1024)
#define MAX_ITEMS 5000

/* A feed that asks to be left alone for longer than a week is taken at a week's word. */
#define MAX_TTL (7 * 24 * 60 * 60)

static const char *const roots[] = { "rss", "rdf", "feed", "channel", "entry", NULL };

typedef struct
{
  NewsFeed *feed;
  NewsFeedFrame frame;
  const xmlNode *channel; /* where the feed tells about itself */
  GHashTable *seen;       /* ids; borrowed from the articles */
  guint items;
  guint broken; /* whole, but nothing to read or open in them */
  guint cut;
} Reading;

/* --- about the feed --------------------------------------------------------------------------- */

/* RSS has a channel, in it or beside the items; Atom's feed is its own. */
static const xmlNode *
find_channel (const xmlNode *root)
{
  const xmlNode *channel = news_xml_find_child (root, NEWS_XML_OWN, "channel");

  return channel != NULL ? channel : root;
}

static char *
dup_image (const xmlNode *channel, const char *address)
{
  const xmlNode *image = news_xml_find_child (channel, NEWS_XML_OWN, "image");
  const xmlNode *podcast = news_xml_find_next (channel->children, NEWS_XML_ITUNES, "image");
  g_autofree char *base = news_xml_dup_base (channel, address);
  g_autofree char *url = news_xml_dup_child_text (channel, NEWS_XML_ATOM, "icon");

  if (url == NULL)
    url = news_xml_dup_child_text (channel, NEWS_XML_ATOM, "logo");
  if (url == NULL && image != NULL)
    url = news_xml_dup_child_text (image, NEWS_XML_OWN, "url");
  if (url == NULL && podcast != NULL)
    url = news_xml_dup_attribute (podcast, "href");

  return url != NULL ? news_web_address_resolve (url, base != NULL ? base : address) : NULL;
}

static char *
dup_licence (const xmlNode *channel)
{
  static const struct
  {
    guint spaces;
    const char *name;
  } names[] = { { NEWS_XML_OWN, "copyright" },
                { NEWS_XML_ATOM, "rights" },
                { NEWS_XML_ATOM, "copyright" },
                { NEWS_XML_DC, "rights" },
                { NEWS_XML_CC, "license" } };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const xmlNode *node = news_xml_find_next (channel->children, names[i].spaces, names[i].name);
      char *licence = node != NULL ? news_feed_text_dup_line (node) : NULL;

      if (licence == NULL && node != NULL)
        licence = news_xml_dup_attribute (node, "resource");
      if (licence != NULL)
        return licence;
    }

  return NULL;
}

static char *
dup_language (const xmlNode *channel)
{
  char *language = news_xml_dup_child_text (channel, NEWS_XML_OWN, "language");

  if (language == NULL)
    language = news_xml_dup_child_text (channel, NEWS_XML_DC, "language");

  return language != NULL ? g_strdelimit (language, "_", '-') : news_xml_dup_language (channel);
}

/* RSS's ttl is in minutes; the syndication module says how often in a period the feed changes. */
static guint
read_ttl (const xmlNode *channel)
{
  static const struct
  {
    const char *name;
    guint64 seconds;
  } periods[] = { { "hourly", 3600 },
                  { "daily", 86400 },
                  { "weekly", 604800 },
                  { "monthly", 2592000 },
                  { "yearly", 31536000 } };
  g_autofree char *ttl = news_xml_dup_child_text (channel, NEWS_XML_OWN, "ttl");
  g_autofree char *period = news_xml_dup_child_text (channel, NEWS_XML_SY, "updatePeriod");
  g_autofree char *frequency = news_xml_dup_child_text (channel, NEWS_XML_SY, "updateFrequency");
  guint64 times = frequency != NULL ? g_ascii_strtoull (frequency, NULL, 10) : 1;

  if (ttl != NULL && *ttl != '-')
    return (guint) (MIN (g_ascii_strtoull (ttl, NULL, 10), MAX_TTL / 60) * 60);

  for (gsize i = 0; period != NULL && i < G_N_ELEMENTS (periods); i++)
    if (g_ascii_strcasecmp (periods[i].name, period) == 0)
      return (guint) MIN (periods[i].seconds / MAX (times, 1), MAX_TTL);

  return 0;
}

/* A paged feed goes on with "next" (RFC 5005, 3), an archived one with "prev-archive" (4). */
static char *
dup_next (const xmlNode *channel, const char *address)
{
  static const char *const relations[] = { "next", "prev-archive" };

  for (gsize i = 0; i < G_N_ELEMENTS (relations); i++)
    for (xmlNode *at = news_xml_find_next (channel->children, NEWS_XML_ATOM, "link"); at != NULL;
         at = news_xml_find_next (at->next, NEWS_XML_ATOM, "link"))
      {
        g_autofree char *rel = news_xml_dup_attribute (at, "rel");
        g_autofree char *href = news_xml_dup_attribute (at, "href");
        g_autofree char *base = news_xml_dup_base (at, address);

        if (href != NULL && g_strcmp0 (rel, relations[i]) == 0)
          return news_web_address_resolve (href, base != NULL ? base : address);
      }

  return NULL;
}

static void
read_channel (NewsFeed *self, const xmlNode *channel, const char *address)
{
  const xmlNode *summary = news_xml_find_child (channel, NEWS_XML_OWN, "description");

  if (summary == NULL)
    summary = news_xml_find_child (channel, NEWS_XML_ATOM, "subtitle");
  if (summary == NULL)
    summary = news_xml_find_child (channel, NEWS_XML_ATOM, "tagline");

  self->title
    = news_feed_text_dup_line (news_xml_find_child (channel, NEWS_XML_FEED | NEWS_XML_DC, "title"));
  self->home = news_feed_item_dup_link (channel, address);
  self->summary = news_feed_text_dup_line (summary);
  self->language = dup_language (channel);
  self->icon = dup_image (channel, address);
  self->licence = dup_licence (channel);
  self->ttl = read_ttl (channel);
  self->next = dup_next (channel, address);
}

/* --- its items -------------------------------------------------------------------------------- */

/* Where two items have one id but lead to two pages they are two, and the address tells them
 * apart; else the later is the earlier again. */
static void
keep (Reading *reading, NewsArticle *article)
{
  if (g_hash_table_contains (reading->seen, article->id))
    {
      if (article->url == NULL || g_hash_table_contains (reading->seen, article->url))
        {
          news_article_unref (article);
          return;
        }
      g_set_str (&article->id, article->url);
    }

  g_hash_table_add (reading->seen, article->id);
  if (article->url != NULL)
    g_hash_table_add (reading->seen, article->url);
  g_ptr_array_add (reading->feed->articles, article);
}

static void
read_item (Reading *reading, const xmlNode *node)
{
  NewsArticle *article;

  /* <item/> */
  if (node->children == NULL && news_xml_is_whole (node))
    return;

  reading->items++;
  if (!news_xml_is_whole (node))
    {
      reading->cut++;
      return;
    }
  if (reading->items > MAX_ITEMS)
    return;

  article = news_feed_item_read (node, &reading->frame);
  if (article != NULL)
    keep (reading, article);
  else
    reading->broken++;
}

/* Items are in the channel, beside it, and, where an end tag is missing, in one another. The tree
 * is not deep: see news_xml_tree_parse(). */
static void
read_items (Reading *reading, const xmlNode *parent)
{
  for (const xmlNode *at = parent->children; at != NULL; at = at->next)
    {
      if (at->type != XML_ELEMENT_NODE || news_xml_get_space (at) == NEWS_XML_XHTML)
        continue;
      if (news_feed_item_is (at))
        read_item (reading, at);
      if (!news_xml_is (at, NEWS_XML_ATOM, "content") && !news_xml_is (at, NEWS_XML_FEED, "source"))
        read_items (reading, at);
    }
}

static void
add_fault (NewsFeed *self, char *words)
{
  g_ptr_array_add (self->faults, words);
}

static void
tell_faults (Reading *reading, gboolean limited)
{
  NewsFeed *self = reading->feed;

  if (reading->cut > 0)
    add_fault (self,
               g_strdup (_ ("The feed ends in the middle of an article, which is left out.")));
  if (reading->broken > 0)
    add_fault (
      self, g_strdup_printf (ngettext ("%u article of the feed has neither words nor an address.",
                                       "%u articles of the feed have neither words nor an "
                                       "address.",
                                       reading->broken),
                             reading->broken));
  if (limited || reading->items > MAX_ITEMS)
    add_fault (self, g_strdup (_ ("The feed is too long; its last articles are left out.")));
}

static NewsFeed *
create (void)
{
  NewsFeed *self = g_new0 (NewsFeed, 1);

  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) news_article_unref);
  self->faults = g_ptr_array_new_with_free_func (g_free);

  return self;
}

static NewsFeed *
read_tree (const xmlNode *root, const char *address, gboolean limited, gboolean broken)
{
  NewsFeed *self = create ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = { self, { 0 }, find_channel (root), seen, 0, 0, 0 };
  g_autofree char *author = news_feed_people_dup_authors (reading.channel);

  read_channel (self, reading.channel, address);
  reading.frame = (NewsFeedFrame) { address, self->title, self->language, author };
  if (news_feed_item_is (root))
    read_item (&reading, root);
  else
    read_items (&reading, root);

  tell_faults (&reading, limited);
  if (broken && self->faults->len == 0 && !news_xml_is_whole (root))
    add_fault (self, g_strdup (_ ("The feed is broken; articles may be missing at its end.")));

  return self;
}

NewsFeed *
news_feed_new_from_bytes (GBytes *bytes,
                          const char *content_type,
                          const char *address,
                          GError **error)
{
  gboolean limited = g_bytes_get_size (bytes) > MAX_BYTES;
  g_autoptr (GBytes) start
    = limited ? g_bytes_new_from_bytes (bytes, 0, MAX_BYTES) : g_bytes_ref (bytes);
  g_autoptr (GString) text = news_xml_encoding_decode (start, content_type);
  g_autoptr (GString) xml = news_xml_mend (text, roots);
  gboolean broken = FALSE;
  g_autoptr (xmlDoc) doc = xml != NULL ? news_xml_tree_parse (xml, &broken) : NULL;
  const xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  if (root == NULL)
    {
      g_set_error_literal (error, NEWS_FEED_ERROR, NEWS_FEED_ERROR_NOT_A_FEED,
                           _ ("What was found there is no feed."));
      return NULL;
    }

  return read_tree (root, address, limited, broken);
}

void
news_feed_free (NewsFeed *self)
{
  g_free (self->title);
  g_free (self->home);
  g_free (self->language);
  g_free (self->summary);
  g_free (self->icon);
  g_free (self->licence);
  g_free (self->next);
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->faults);
  g_free (self);
}
