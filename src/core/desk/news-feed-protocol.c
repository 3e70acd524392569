/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-feed-protocol.h"

#include "news-error-rules.h"
#include "news-feed.h"
#include "news-html-links.h"
#include "news-link-header.h"
#include "news-web-address.h"

#include <string.h>

#define ACCEPT                                                             \
  "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, " \
  "application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1"

/* Of the feeds that a page names; some name one for each of their tags. */
#define MAX_LINKS 12

/* Where feeds are when no page says where. The first two ways are the typed address itself: a feed,
 * and a page with links to feeds. */
static const char *const places[]
  = { "feed", "rss", "atom.xml", "index.xml", "feed.xml", "rss.xml" };

enum
{
  WAY_ITSELF,
  WAY_LINKS,
  WAY_PLACES,
};

typedef struct
{
  GPtrArray *sources;
  GPtrArray *comments;
} Links;

static const char *
get_id (gpointer data)
{
  return NEWS_PROTOCOL_FEED;
}

static gboolean
can (gpointer data, NewsAsk ask)
{
  return ask == NEWS_ASK_SITE || ask == NEWS_ASK_LIST;
}

/* A feed has in it all that it has. */
static gboolean
asks_when_opened (gpointer data)
{
  return FALSE;
}

static guint
get_page_size (gpointer data)
{
  return 0;
}

static const char *
get_address (gpointer data, NewsSource *source)
{
  return news_source_get_parameter (source, NEWS_PROTOCOL_FEED_PARAMETER);
}

static NewsCall *
prepare (gpointer data, NewsSource *source, const NewsQuestion *question, GError **error)
{
  const NewsPlace *place = question->place;
  const char *url
    = place != NULL && place->cursor != NULL ? place->cursor : get_address (data, source);
  NewsCall *call;

  if (url == NULL || question->section != NULL || !can (data, question->ask))
    {
      news_error_rules_set_own (error, NEWS_API_ERROR_CANNOT);
      return NULL;
    }

  call = news_call_new (url);
  g_hash_table_insert (call->headers, g_strdup ("Accept"), g_strdup (ACCEPT));

  return call;
}

/* --- understanding ---------------------------------------------------------------------------- */

static NewsFeed *
read_feed (const NewsReply *reply, GError **error)
{
  const char *type
    = reply->headers != NULL ? g_hash_table_lookup (reply->headers, "content-type") : NULL;

  return news_feed_new_from_bytes (reply->body, type, reply->url, error);
}

/* A page that leads back would be read for ever, and one on another host only if it can't be read
 * on the way there. */
static NewsPlace *
create_next (const NewsFeed *feed, const char *asked, const char *first, const NewsPlace *place)
{
  g_autofree char *next = feed->next != NULL ? news_web_address_normalise (feed->next) : NULL;
  const char *const others[] = { asked, first };

  if (next == NULL)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *other = others[i] != NULL ? news_web_address_normalise (others[i]) : NULL;

      if (g_strcmp0 (next, other) == 0)
        return NULL;
    }
  if (!news_web_address_same_host (next, first) && !g_str_has_prefix (next, "https://"))
    return NULL;

  return news_place_new (place != NULL ? place->page + 1 : 2, 0, next);
}

static void
take_site (NewsAnswer *answer, NewsFeed *feed)
{
  answer->site = g_new0 (NewsApiSite, 1);
  answer->site->name = g_steal_pointer (&feed->title);
  answer->site->home = g_steal_pointer (&feed->home);
  answer->site->language = g_steal_pointer (&feed->language);
  answer->site->summary = g_steal_pointer (&feed->summary);
  answer->site->icon = g_steal_pointer (&feed->icon);
}

static void
take_over (GPtrArray **to, GPtrArray **from)
{
  g_ptr_array_unref (*to);
  *to = g_steal_pointer (from);
  *from = g_ptr_array_new ();
}

static NewsAnswer *
read_reply (gpointer data,
            NewsSource *source,
            const NewsQuestion *question,
            const NewsReply *reply,
            GError **error)
{
  const NewsErrorRules *rules = data;
  NewsContext context = { .source = source, .headers = reply->headers };
  g_autoptr (GError) reason = NULL;
  g_autoptr (NewsFeed) feed = NULL;
  NewsAnswer *answer;

  if (news_error_rules_judge (rules, &context, reply, question->ask, error) != NEWS_VERDICT_GOOD)
    return NULL;

  feed = read_feed (reply, &reason);
  if (feed == NULL)
    {
      g_set_error_literal (error, NEWS_API_ERROR, NEWS_API_ERROR_NOT_JSON, reason->message);
      return NULL;
    }

  answer = news_answer_new ();
  answer->next = create_next (feed, reply->url, get_address (data, source), question->place);
  answer->lifetime = feed->ttl;
  take_over (&answer->faults, &feed->faults);
  if (question->ask == NEWS_ASK_LIST)
    take_over (&answer->articles, &feed->articles);
  else
    take_site (answer, feed);

  return answer;
}

/* --- discovery -------------------------------------------------------------------------------- */

static guint
get_n_ways (gpointer data)
{
  return WAY_PLACES + G_N_ELEMENTS (places);
}

static char *
dup_way_address (gpointer data, guint index, const char *typed)
{
  g_autofree char *host = NULL;

  if (index < WAY_PLACES)
    return news_web_address_normalise (typed);

  host = news_web_address_dup_host (typed);

  return host != NULL ? g_strconcat (host, places[index - WAY_PLACES], NULL) : NULL;
}

static NewsSource *
create_source (const char *address, const char *title)
{
  g_autofree char *url = news_web_address_normalise (address);
  g_autofree char *id = url != NULL ? g_strconcat (NEWS_PROTOCOL_FEED, ":", url, NULL) : NULL;
  g_autofree char *host = url != NULL ? news_web_address_dup_host_name (url) : NULL;
  NewsSource *source;

  if (url == NULL)
    return NULL;

  source = news_source_new (id, title != NULL ? title : host, NEWS_PROTOCOL_FEED);
  news_source_set_parameter (source, NEWS_PROTOCOL_FEED_PARAMETER, url);

  return source;
}

static gboolean
is_about_comments (const NewsHtmlLink *link)
{
  g_autofree char *valid = g_utf8_make_valid (link->title != NULL ? link->title : "", -1);
  g_autofree char *title = g_utf8_casefold (valid, -1);

  return strstr (title, "comment") != NULL || strstr (title, "评论") != NULL
         || strstr (title, "評論") != NULL || strstr (title, "留言") != NULL
         || strstr (link->href, "/comments/") != NULL;
}

static gboolean
add_link_cb (const NewsHtmlLink *link, gpointer data)
{
  static const char *const types[]
    = { "application/rss+xml", "application/atom+xml", "application/rdf+xml", NULL };
  Links *links = data;
  GPtrArray *sources;
  NewsSource *source;

  if (!news_html_link_has_rel (link, "alternate") || link->type == NULL
      || !g_strv_contains (types, link->type))
    return TRUE;

  source = create_source (link->href, link->title);
  sources = is_about_comments (link) ? links->comments : links->sources;
  if (source != NULL)
    g_ptr_array_add (sources, source);

  return links->sources->len + links->comments->len < MAX_LINKS;
}

/* A Link header says what a link element would (RFC 8288, 3; its addresses are relative to what was
 * asked for), also of what is no page. FALSE if there were enough. */
static gboolean
add_header_links (Links *links, const NewsReply *reply)
{
  const char *header = reply->headers != NULL ? g_hash_table_lookup (reply->headers, "link") : NULL;
  g_autoptr (GPtrArray) told = header != NULL ? news_link_header_parse (header) : NULL;

  for (guint i = 0; told != NULL && i < told->len; i++)
    {
      const NewsLink *link = g_ptr_array_index (told, i);
      g_autofree char *href = news_web_address_resolve (link->target, reply->url);
      g_autofree char *type
        = link->type != NULL ? g_ascii_strdown (link->type, (gssize) strcspn (link->type, "; \t"))
                             : NULL;
      NewsHtmlLink same = { href, link->rel, type, link->title };

      if (href != NULL && !add_link_cb (&same, links))
        return FALSE;
    }

  return TRUE;
}

static void
add_links (GPtrArray *sources, const NewsReply *reply)
{
  g_autoptr (GPtrArray) comments = g_ptr_array_new ();
  Links links = { sources, comments };
  gsize length;
  const char *html = g_bytes_get_data (reply->body, &length);

  if (add_header_links (&links, reply) && html != NULL)
    news_html_links_foreach (html, length, reply->url, add_link_cb, &links);
  g_ptr_array_extend_and_steal (sources, g_steal_pointer (&comments));
}

static GPtrArray *
try_way (gpointer data, guint index, const char *typed, const NewsReply *reply)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) news_source_unref);
  g_autoptr (NewsFeed) feed = NULL;

  if (index == WAY_LINKS)
    {
      add_links (sources, reply);
      return sources;
    }

  feed = reply->status == 200 ? read_feed (reply, NULL) : NULL;
  if (feed != NULL)
    {
      NewsSource *source = create_source (reply->url, feed->title);

      if (source != NULL)
        g_ptr_array_add (sources, source);
    }

  return sources;
}

static void
free_rules (gpointer data)
{
  news_error_rules_free (data);
}

static const NewsProtocolFuncs funcs = {
  get_id,          can,     asks_when_opened, get_page_size,      prepare, read_reply, get_n_ways,
  dup_way_address, try_way, get_address,      .free = free_rules,
};

NewsProtocol *
news_feed_protocol_new (void)
{
  /* Without rules of its own, a status is judged as with any API. */
  return news_protocol_new (&funcs, news_error_rules_new_from_json (NULL, NULL, "feed", NULL));
}
