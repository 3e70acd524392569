/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-feed-item.h"

#include "news-feed-date.h"
#include "news-feed-people.h"
#include "news-feed-picture.h"
#include "news-feed-text.h"
#include "news-web-address.h"

#include <string.h>

/* A description of so many bytes as plain text is the article, or enough of it to be read here; a
 * shorter one is its summary. In bytes, as a Chinese character says as much as three letters. */
#define BODY_BYTES 700

/* A name that a feed may give an element, and whose it is. */
typedef struct
{
  guint spaces;
  const char *name;
} Name;

static const Name published_names[]
  = { { NEWS_XML_FEED, "published" }, { NEWS_XML_FEED, "pubDate" }, { NEWS_XML_ATOM, "issued" },
      { NEWS_XML_DC, "date" },        { NEWS_XML_DC, "issued" },    { NEWS_XML_DC, "created" },
      { NEWS_XML_ATOM, "created" } };
static const Name updated_names[]
  = { { NEWS_XML_ATOM, "updated" }, { NEWS_XML_ATOM, "modified" }, { NEWS_XML_DC, "modified" } };
static const Name body_names[] = { { NEWS_XML_CONTENT, "encoded" },
                                   { NEWS_XML_ATOM, "content" },
                                   { NEWS_XML_XHTML | NEWS_XML_OWN, "body" },
                                   { NEWS_XML_OWN, "fullitem" } };
static const Name summary_names[]
  = { { NEWS_XML_ATOM, "summary" },     { NEWS_XML_OWN, "description" },
      { NEWS_XML_OWN, "summary" },      { NEWS_XML_DC, "description" },
      { NEWS_XML_ITUNES, "summary" },   { NEWS_XML_ITUNES, "subtitle" },
      { NEWS_XML_MEDIA, "description" } };
static const Name topic_names[] = { { NEWS_XML_FEED, "category" }, { NEWS_XML_DC, "subject" } };

static const xmlNode *
find (const xmlNode *node, const Name *names, gsize n_names)
{
  for (gsize i = 0; i < n_names; i++)
    {
      const xmlNode *found = news_xml_find_child (node, names[i].spaces, names[i].name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

#define FIND(node, names) find ((node), (names), G_N_ELEMENTS (names))

/* The first of the dates that can be read. */
static gint64
read_date (const xmlNode *node, const Name *names, gsize n_names)
{
  for (gsize i = 0; i < n_names; i++)
    {
      g_autofree char *text = news_xml_dup_child_text (node, names[i].spaces, names[i].name);
      gint64 seconds = text != NULL ? news_feed_date_read (text) : 0;

      if (seconds != 0)
        return seconds;
    }

  return 0;
}

#define READ_DATE(node, names) read_date ((node), (names), G_N_ELEMENTS (names))

/* --- addresses and ids ------------------------------------------------------------------------ */

static char *
resolve (const xmlNode *node, const char *text, const char *base)
{
  g_autofree char *inner = news_xml_dup_base (node, base);

  return text != NULL ? news_web_address_resolve (text, inner != NULL ? inner : base) : NULL;
}

/* How good a link is: RFC 4287, 4.2.7.2: without a relation it is the alternate one. */
static int
rate_link (const xmlNode *link)
{
  g_autofree char *rel = news_xml_dup_attribute (link, "rel");
  g_autofree char *type = news_xml_dup_attribute (link, "type");

  if (rel != NULL && strcmp (rel, "alternate") != 0
      && strcmp (rel, "http://www.iana.org/assignments/relation/alternate") != 0)
    return 0;

  return type == NULL || strstr (type, "html") != NULL ? 2 : 1;
}

/* RSS's link has the address as its text, Atom's as an attribute; feeds have either in the other.
 */
static char *
dup_link (const xmlNode *link, const char *base)
{
  g_autofree char *href = news_xml_dup_attribute (link, "href");
  g_autofree char *text = href == NULL ? news_xml_dup_text (link) : NULL;

  return resolve (link, href != NULL ? href : text, base);
}

char *
news_feed_item_dup_link (const xmlNode *node, const char *base)
{
  g_autofree char *best = news_xml_dup_child_text (node, NEWS_XML_FEEDBURNER, "origLink");
  int best_rate = 0;

  /* The counter that the feed's links lead through is not the article's address. */
  if (best != NULL && news_web_address_is_web (best))
    return g_steal_pointer (&best);
  g_clear_pointer (&best, g_free);

  for (xmlNode *at = news_xml_find_next (node->children, NEWS_XML_FEED, "link"); at != NULL;
       at = news_xml_find_next (at->next, NEWS_XML_FEED, "link"))
    {
      int rate = rate_link (at);
      char *url = rate > best_rate ? dup_link (at, base) : NULL;

      if (url != NULL)
        {
          g_free (best);
          best = url;
          best_rate = rate;
        }
    }

  return g_steal_pointer (&best);
}

/* RSS 2.0: a guid is the address of the page unless it says that it is not. An id of Atom that is
 * an address leads to the page as a rule, and always where there is no other. */
static char *
dup_id_link (const xmlNode *item, const char *base)
{
  const xmlNode *id = news_xml_find_child (item, NEWS_XML_OWN, "guid");
  g_autofree char *permanent = id != NULL ? news_xml_dup_attribute (id, "isPermaLink") : NULL;
  g_autofree char *text = NULL;

  if (g_strcmp0 (permanent, "false") == 0)
    return NULL;
  if (id == NULL)
    id = news_xml_find_child (item, NEWS_XML_ATOM, "id");

  text = id != NULL ? news_xml_dup_text (id) : NULL;

  return text != NULL && news_web_address_is_web (text) ? resolve (id, text, base) : NULL;
}

/* An item without any id is known again by its words. */
static char *
dup_fingerprint (const NewsArticle *article)
{
  const char *words[]
    = { article->title, article->standfirst, article->body_html, article->body_text };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL)
      g_checksum_update (checksum, (const guchar *) words[i], (gssize) strlen (words[i]) + 1);

  return g_strdup (g_checksum_get_string (checksum));
}

static char *
dup_id (const xmlNode *item)
{
  char *id = news_xml_dup_child_text (item, NEWS_XML_OWN, "guid");

  if (id == NULL)
    id = news_xml_dup_child_text (item, NEWS_XML_ATOM, "id");
  if (id == NULL)
    id = news_xml_dup_child_text (item, NEWS_XML_DC, "identifier");
  if (id == NULL && (xmlHasProp (item, (const xmlChar *) "about") != NULL))
    id = news_xml_dup_attribute (item, "about");

  return id;
}

/* --- topics ----------------------------------------------------------------------------------- */

/* Atom's label is for people; without one, the term is. */
static char *
dup_topic (const xmlNode *category)
{
  char *topic = news_xml_dup_attribute (category, "label");

  if (topic == NULL)
    topic = news_xml_dup_attribute (category, "term");

  return topic != NULL ? topic : news_feed_text_dup_line (category);
}

static char **
dup_topics (const xmlNode *item)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (topic_names); i++)
    for (xmlNode *at
         = news_xml_find_next (item->children, topic_names[i].spaces, topic_names[i].name);
         at != NULL; at = news_xml_find_next (at->next, topic_names[i].spaces, topic_names[i].name))
      news_feed_people_add_once (topics, dup_topic (at));
  if (topics->len == 0)
    return NULL;

  g_ptr_array_add (topics, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&topics), FALSE);
}

/* --- bodies ----------------------------------------------------------------------------------- */

static void
take_body (NewsArticle *article, const xmlNode *node, const NewsFeedFrame *frame)
{
  news_feed_text_read (node, &article->body_html, &article->body_text);
  g_free (article->body_base);
  article->body_base = news_xml_dup_base (node, frame->address);
  if (article->body_base == NULL && article->url == NULL)
    article->body_base = g_strdup (frame->address);
}

/* RSS has one element for both: it is the body where there is no title, as with short messages, or
 * where it is long and not cut. */
static gboolean
is_body (const NewsArticle *article, const xmlNode *summary, const char *line)
{
  g_autofree char *whole = NULL;

  if (article->title == NULL)
    return TRUE;
  if (line == NULL || strlen (line) < BODY_BYTES)
    return FALSE;

  whole = news_feed_text_dup_line (summary);

  return whole != NULL && strcmp (whole, line) == 0;
}

static void
take_summary (NewsArticle *article, const xmlNode *summary, const NewsFeedFrame *frame)
{
  gboolean has_body = article->body_html != NULL || article->body_text != NULL;
  g_autofree char *line = news_feed_text_dup_summary (summary);
  g_autofree char *html = NULL;
  g_autofree char *text = NULL;

  if (!has_body && is_body (article, summary, line))
    {
      take_body (article, summary, frame);
      return;
    }

  article->standfirst = g_steal_pointer (&line);
  article->summary_only = !has_body && article->standfirst != NULL;
  news_feed_text_read (summary, &html, &text);
  if (article->lead == NULL && html != NULL && !has_body)
    article->lead = news_feed_picture_read_html (html, article->url);
}

static void
take_words (NewsArticle *article, const xmlNode *item, const NewsFeedFrame *frame)
{
  const xmlNode *title = news_xml_find_child (item, NEWS_XML_FEED, "title");
  const xmlNode *body = FIND (item, body_names);
  const xmlNode *summary = FIND (item, summary_names);

  if (title == NULL)
    title = news_xml_find_child (item, NEWS_XML_DC | NEWS_XML_MEDIA, "title");
  article->title = news_feed_text_dup_line (title);
  if (summary == NULL)
    {
      const xmlNode *group = news_xml_find_child (item, NEWS_XML_MEDIA, "group");

      summary = group != NULL ? FIND (group, summary_names) : NULL;
    }

  if (body != NULL)
    take_body (article, body, frame);
  if (summary != NULL)
    take_summary (article, summary, frame);
}

/* Where an aggregator has the item from. */
static char *
dup_outlet (const xmlNode *item)
{
  const xmlNode *source = news_xml_find_child (item, NEWS_XML_FEED, "source");

  if (source == NULL)
    return NULL;
  if (news_xml_has_elements (source))
    return news_feed_text_dup_line (news_xml_find_child (source, NEWS_XML_FEED, "title"));

  return news_feed_text_dup_line (source);
}

static char *
dup_language (const xmlNode *item)
{
  char *language = news_xml_dup_child_text (item, NEWS_XML_DC, "language");

  return language != NULL ? g_strdelimit (language, "_", '-') : news_xml_dup_language (item);
}

static void
take_frame (NewsArticle *article, const NewsFeedFrame *frame)
{
  if (article->outlet == NULL)
    article->outlet = g_strdup (frame->title);
  if (article->language == NULL)
    article->language = g_strdup (frame->language);
  if (article->byline == NULL)
    article->byline = g_strdup (frame->author);
}

static char *
dup_source_authors (const xmlNode *item)
{
  const xmlNode *source = news_xml_find_child (item, NEWS_XML_ATOM, "source");

  return source != NULL ? news_feed_people_dup_authors (source) : NULL;
}

/* Whether there is anything to read or to open. */
static gboolean
is_hollow (const NewsArticle *article)
{
  return article->title == NULL && article->url == NULL && article->standfirst == NULL
         && article->body_html == NULL && article->body_text == NULL;
}

gboolean
news_feed_item_is (const xmlNode *node)
{
  return news_xml_is (node, NEWS_XML_OWN, "item") || news_xml_is (node, NEWS_XML_FEED, "entry");
}

NewsArticle *
news_feed_item_read (const xmlNode *node, const NewsFeedFrame *frame)
{
  g_autoptr (NewsArticle) article = news_article_new ();

  article->url = news_feed_item_dup_link (node, frame->address);
  if (article->url == NULL)
    article->url = dup_id_link (node, frame->address);
  article->lead
    = news_feed_picture_read (node, article->url != NULL ? article->url : frame->address);
  take_words (article, node, frame);

  if (is_hollow (article))
    return NULL;

  article->published = READ_DATE (node, published_names);
  article->updated = READ_DATE (node, updated_names);
  /* RFC 4287, 4.2.15: the date that Atom asks for is that of the last change that matters. */
  if (article->published == 0)
    article->published = article->updated;

  article->byline = news_feed_people_dup_authors (node);
  if (article->byline == NULL)
    article->byline = dup_source_authors (node);
  article->outlet = dup_outlet (node);
  article->language = dup_language (node);
  article->topics = dup_topics (node);
  take_frame (article, frame);

  article->id = dup_id (node);
  if (article->id == NULL)
    article->id = g_strdup (article->url);
  if (article->id == NULL)
    article->id = dup_fingerprint (article);

  return g_steal_pointer (&article);
}
