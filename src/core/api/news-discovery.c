/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-discovery.h"

#include "news-html-links.h"
#include "news-json-path.h"
#include "news-json-text.h"
#include "news-link-header.h"
#include "news-strict.h"
#include "news-template.h"
#include "news-web-address.h"

#include <string.h>

typedef enum
{
  HOW_LINK_HEADER,
  HOW_HTML_LINK,
  HOW_PROBE,
  HOW_HTML_META,
  HOW_HOST,
} How;

static const char *const hows[]
  = { "link-header", "html-link", "probe", "html-meta", "host", NULL };

typedef struct
{
  How how;
  NewsTemplate *address;
  char *rel;           /* of the two kinds of links */
  char **types;        /* of HTML_LINK, or NULL for any */
  char *title_has;     /* of HTML_LINK, or NULL; in small letters */
  char **lacks;        /* of HTML_LINK, or NULL: what its address must not have in it */
  char *name;          /* of HTML_META */
  char *starts;        /* of HTML_META: how its content begins */
  char **hosts;        /* of HOST: names in which "*" stands for anything */
  NewsTemplate *value; /* of HTML_META and HOST: what the parameter is then; NULL without one */
} Way;

struct _NewsDiscovery
{
  char *parameter; /* or NULL: there is nothing to be found but that it is this API */
  gboolean is_address;
  char *ends;     /* what the address found must end in, or NULL */
  GPtrArray *has; /* NewsJsonPath: one of them must lead to something in what a probe finds */
  GPtrArray *ways;
};

typedef struct
{
  const Way *way;
  char *address;
  gboolean found;
} Search;

static void
free_way (Way *way)
{
  g_clear_pointer (&way->address, news_template_free);
  g_free (way->rel);
  g_strfreev (way->types);
  g_free (way->title_has);
  g_strfreev (way->lacks);
  g_free (way->name);
  g_free (way->starts);
  g_strfreev (way->hosts);
  g_clear_pointer (&way->value, news_template_free);
  g_free (way);
}

/* --- reading the descriptor ------------------------------------------------------------------- */

/* "url", and "value", which is optional. */
static gboolean
read_template (JsonObject *object,
               const char *member,
               gboolean required,
               const char *where,
               NewsTemplate **template,
               GError **error)
{
  static const char *const names[] = { "typed", "folder", "host", "host_name", NULL };
  const char *text;

  if (!news_strict_get_text (object, member, required, where, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;

  *template = news_template_new (text, NEWS_TEMPLATE_ADDRESS, error);
  if (*template == NULL)
    {
      news_strict_prefix (error, where, member);
      return FALSE;
    }

  for (guint i = 0; i < news_template_get_n_names (*template); i++)
    if (!g_strv_contains (names, news_template_get_name (*template, i)))
      return news_strict_fail (error, where, "“%s” can't have “%s” in it", member,
                               news_template_get_name (*template, i));

  return TRUE;
}

/* Each kind of way needs its own members, and others have no meaning for it. */
static gboolean
check_way (const Way *way, JsonObject *object, const char *where, GError **error)
{
  gboolean html = way->how == HOW_HTML_LINK;
  gboolean meta = way->how == HOW_HTML_META;
  gboolean host = way->how == HOW_HOST;
  gboolean link = html || way->how == HOW_LINK_HEADER;
  const struct
  {
    const char *name;
    gboolean needed;
    gboolean allowed;
  } members[] = {
    { "rel", link, link },        { "name", meta, meta },           { "starts", meta, meta },
    { "hosts", host, host },      { "value", FALSE, meta || host }, { "types", FALSE, html },
    { "title_has", FALSE, html }, { "lacks", FALSE, html },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      gboolean there = json_object_has_member (object, members[i].name);

      if (members[i].needed && !there)
        return news_strict_fail (error, where, "the member “%s” is missing", members[i].name);
      if (there && !members[i].allowed)
        return news_strict_fail (error, where, "the member “%s” has no meaning for this way",
                                 members[i].name);
    }

  return TRUE;
}

static gboolean
read_way (Way *way, JsonNode *node, const char *where, GError **error)
{
  static const char *const known[] = { "how",  "url",    "rel",   "types", "title_has", "lacks",
                                       "name", "starts", "hosts", "value", NULL };
  JsonObject *object = news_strict_get_object (node, known, where, error);
  guint how = HOW_PROBE;
  const char *rel, *title_has, *name, *starts;

  if (object == NULL || !news_strict_get_choice (object, "how", hows, TRUE, where, &how, error)
      || !read_template (object, "url", TRUE, where, &way->address, error)
      || !read_template (object, "value", FALSE, where, &way->value, error)
      || !news_strict_get_text (object, "name", FALSE, where, &name, error)
      || !news_strict_get_text (object, "starts", FALSE, where, &starts, error)
      || !news_strict_dup_texts (object, "hosts", where, &way->hosts, error)
      || !news_strict_get_text (object, "rel", FALSE, where, &rel, error)
      || !news_strict_dup_texts (object, "types", where, &way->types, error)
      || !news_strict_get_text (object, "title_has", FALSE, where, &title_has, error)
      || !news_strict_dup_texts (object, "lacks", where, &way->lacks, error))
    return FALSE;

  way->how = (How) how;
  way->rel = g_strdup (rel);
  way->name = g_strdup (name);
  way->starts = g_strdup (starts);
  way->title_has = title_has != NULL ? g_utf8_casefold (title_has, -1) : NULL;

  return check_way (way, object, where, error);
}

static gboolean
read_ways (NewsDiscovery *self, JsonArray *array, const char *where, GError **error)
{
  if (array == NULL || json_array_get_length (array) == 0)
    return news_strict_fail (error, where, "there are no “ways”");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s.ways[%u]", where, i);
      Way *way = g_new0 (Way, 1);

      g_ptr_array_add (self->ways, way);
      if (!read_way (way, json_array_get_element (array, i), place, error))
        return FALSE;
      if (way->how == HOW_PROBE && self->has == NULL)
        return news_strict_fail (error, where, "a probe needs the member “has”");
      if (!self->is_address && self->parameter != NULL && way->value == NULL)
        return news_strict_fail (error, place,
                                 "what the way finds is no address: “value” is missing");
      if (self->parameter == NULL && way->value != NULL)
        return news_strict_fail (error, place, "without “sets” there can't be a “value”");
    }

  return TRUE;
}

static gboolean
read_discovery (NewsDiscovery *self,
                JsonNode *node,
                const NewsParameters *parameters,
                const char *where,
                GError **error)
{
  static const char *const known[] = { "sets", "ends", "has", "ways", NULL };
  JsonObject *object = news_strict_get_object (node, known, where, error);
  const char *sets, *ends;
  JsonArray *array;

  if (object == NULL || !news_strict_get_text (object, "sets", FALSE, where, &sets, error)
      || !news_strict_get_text (object, "ends", FALSE, where, &ends, error)
      || !news_json_path_read_members (object, "has", parameters, where, &self->has, error)
      || !news_strict_get_list (object, "ways", where, &array, error))
    return FALSE;
  if (sets != NULL
      && (!news_parameters_has (parameters, sets) || news_parameters_is_secret (parameters, sets)))
    return news_strict_fail (error, where, "there is no parameter “%s” to be found", sets);

  self->is_address = sets != NULL && news_parameters_is_address (parameters, sets);
  self->parameter = g_strdup (sets);
  self->ends = g_strdup (ends);

  return read_ways (self, array, where, error);
}

/* --- trying ----------------------------------------------------------------------------------- */

static gboolean
has_type (const Way *way, const char *type)
{
  if (way->types == NULL)
    return TRUE;

  return type != NULL && g_strv_contains ((const char *const *) way->types, type);
}

static gboolean
has_title (const Way *way, const char *title)
{
  g_autofree char *valid = NULL;
  g_autofree char *folded = NULL;

  if (way->title_has == NULL)
    return TRUE;
  if (title == NULL)
    return FALSE;

  valid = g_utf8_make_valid (title, -1);
  folded = g_utf8_casefold (valid, -1);

  return strstr (folded, way->title_has) != NULL;
}

static gboolean
lacks_all (const Way *way, const char *address)
{
  for (char **part = way->lacks; part != NULL && *part != NULL; part++)
    if (strstr (address, *part) != NULL)
      return FALSE;

  return TRUE;
}

static gboolean
check_link_cb (const NewsHtmlLink *link, gpointer data)
{
  Search *search = data;
  const Way *way = search->way;

  if (news_html_link_has_rel (link, way->rel) && has_type (way, link->type)
      && has_title (way, link->title) && lacks_all (way, link->href))
    search->address = g_strdup (link->href);

  return search->address == NULL;
}

static char *
find_link (const Way *way, const NewsReply *reply, const char *base)
{
  gsize length;
  const char *html = g_bytes_get_data (reply->body, &length);
  Search search = { .way = way };

  if (html != NULL)
    news_html_links_foreach (html, length, base, check_link_cb, &search);

  return search.address;
}

static gboolean
check_meta_cb (const NewsHtmlMeta *meta, gpointer data)
{
  Search *search = data;
  const Way *way = search->way;

  if (g_strcmp0 (meta->name, way->name) == 0 && meta->content != NULL
      && g_str_has_prefix (meta->content, way->starts))
    search->found = TRUE;

  return !search->found;
}

static gboolean
has_meta (const Way *way, const NewsReply *reply)
{
  gsize length;
  const char *html = g_bytes_get_data (reply->body, &length);
  Search search = { .way = way };

  if (html != NULL)
    news_html_metas_foreach (html, length, check_meta_cb, &search);

  return search.found;
}

static gboolean
has_host (const Way *way, const char *typed)
{
  g_autofree char *host = news_web_address_dup_host_name (typed);

  for (char **pattern = way->hosts; host != NULL && *pattern != NULL; pattern++)
    if (g_pattern_match_simple (*pattern, host))
      return TRUE;

  return FALSE;
}

static char *
probe (const NewsDiscovery *self, const NewsReply *reply, const char *base)
{
  NewsContext context = { .headers = reply->headers };
  JsonNode *root;
  gboolean holds;

  if (reply->status < 200 || reply->status > 299)
    return NULL;

  root = news_json_text_parse (reply->body);
  if (root == NULL)
    return NULL;

  context.here = context.row = context.root = root;
  holds = news_json_path_any_holds (self->has, &context);
  json_node_unref (root);

  return holds ? g_strdup (base) : NULL;
}

/* Fills in a way's template; NULL if @typed is no web address. */
static char *
expand (const NewsTemplate *template, const char *typed)
{
  g_autofree char *address = news_web_address_normalise (typed);
  g_autofree char *folder = news_web_address_dup_folder (typed);
  g_autofree char *host = news_web_address_dup_host (typed);
  g_autofree char *host_name = news_web_address_dup_host_name (typed);
  g_autofree const char **values = g_new0 (const char *, news_template_get_n_names (template) + 1);
  guint culprit;

  if (address == NULL)
    return NULL;

  for (guint i = 0; i < news_template_get_n_names (template); i++)
    {
      const char *name = news_template_get_name (template, i);

      values[i] = g_str_equal (name, "typed")       ? address
                  : g_str_equal (name, "host")      ? host
                  : g_str_equal (name, "host_name") ? host_name
                                                    : folder;
    }

  return news_template_expand (template, values, &culprit);
}

/* What the way says that is found where a page or a host tells that it is this API. */
static char *
dup_told (const Way *way, const char *typed)
{
  return way->value != NULL ? expand (way->value, typed) : news_web_address_normalise (typed);
}

static char *
find (const NewsDiscovery *self,
      const Way *way,
      const char *typed,
      const NewsReply *reply,
      const char *base)
{
  switch (way->how)
    {
    case HOW_LINK_HEADER:
      return news_link_header_find (
        reply->headers != NULL ? g_hash_table_lookup (reply->headers, "link") : NULL, way->rel,
        base);
    case HOW_HTML_LINK:
      return find_link (way, reply, base);
    case HOW_PROBE:
      return probe (self, reply, base);
    case HOW_HTML_META:
      return has_meta (way, reply) ? dup_told (way, typed) : NULL;
    case HOW_HOST:
      return has_host (way, typed) ? dup_told (way, typed) : NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Requests are made by adding to the address, so it must end where they can be added: not in a
 * query such as "?lang=de", nor without its slash. */
static char *
make_end (char *address, const char *ends)
{
  if (g_str_has_suffix (address, ends))
    return g_strdup (address);

  address[strcspn (address, "?")] = '\0';

  return g_str_has_suffix (address, ends) ? g_strdup (address) : g_strconcat (address, ends, NULL);
}

NewsDiscovery *
news_discovery_new_from_json (JsonNode *node,
                              const NewsParameters *parameters,
                              const char *where,
                              GError **error)
{
  g_autoptr (NewsDiscovery) self = g_new0 (NewsDiscovery, 1);

  self->ways = g_ptr_array_new_with_free_func ((GDestroyNotify) free_way);
  if (node != NULL && !read_discovery (self, node, parameters, where, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
news_discovery_free (NewsDiscovery *self)
{
  g_free (self->parameter);
  g_free (self->ends);
  g_clear_pointer (&self->has, g_ptr_array_unref);
  g_ptr_array_unref (self->ways);
  g_free (self);
}

const char *
news_discovery_get_parameter (const NewsDiscovery *self)
{
  return self->parameter;
}

guint
news_discovery_get_n_ways (const NewsDiscovery *self)
{
  return self->ways->len;
}

char *
news_discovery_dup_way_address (const NewsDiscovery *self, guint index, const char *typed)
{
  const Way *way = g_ptr_array_index (self->ways, index);

  if (way->how == HOW_HOST && !has_host (way, typed))
    return NULL;

  return expand (way->address, typed);
}

char *
news_discovery_try_way (const NewsDiscovery *self,
                        guint index,
                        const char *typed,
                        const NewsReply *reply)
{
  g_autofree char *asked = news_discovery_dup_way_address (self, index, typed);
  const char *base = news_web_address_is_web (reply->url) ? reply->url : asked;
  g_autofree char *found = NULL;
  g_autofree char *address = NULL;

  if (asked == NULL || reply->body == NULL)
    return NULL;

  found = find (self, g_ptr_array_index (self->ways, index), typed, reply, base);
  if (found != NULL && self->parameter != NULL && !self->is_address)
    return g_steal_pointer (&found);
  address = found != NULL ? news_web_address_normalise (found) : NULL;
  if (address == NULL)
    return NULL;

  return self->ends != NULL ? make_end (address, self->ends) : g_steal_pointer (&address);
}
