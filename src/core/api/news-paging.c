/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-paging.h"

#include "news-filling.h"
#include "news-link-header.h"
#include "news-number.h"
#include "news-rule.h"
#include "news-strict.h"
#include "news-value.h"
#include "news-web-address.h"

/* Where the API itself says what comes next, it could lead on for ever. */
#define MAX_CURSORS 1000

/* Where pages are days or other spans of time an empty one is no end: there may be news before. */
#define MAX_SPANS 31

#define DAY ((gint64) 24 * 60 * 60)

typedef enum
{
  STYLE_NONE,
  STYLE_PAGE,
  STYLE_OFFSET,
  STYLE_CURSOR,
  STYLE_NEXT_URL,
  STYLE_LINK_HEADER,
  STYLE_DATE,
  STYLE_WINDOW,
  STYLE_SLICE,
} Style;

static const char *const styles[] = { "none",        "page", "offset", "cursor", "next-url",
                                      "link-header", "date", "window", "slice",  NULL };

struct _NewsPaging
{
  Style style;
  char *param;
  char *size_param;
  guint first;
  guint size;
  guint max_size;
  guint max_pages;
  guint lag_days; /* of DATE: the newest day is so many before today */
  guint step_days;
  guint hours;    /* of WINDOW */
  NewsRule *more; /* these four may be NULL */
  NewsRule *pages;
  NewsRule *total;
  NewsRule *next;
};

static gboolean
read_rule (JsonObject *object,
           const char *name,
           NewsRuleKind kind,
           const NewsParameters *parameters,
           const char *where,
           NewsRule **rule,
           GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *place = news_strict_dup_where (where, name);

  if (node == NULL)
    return TRUE;

  *rule = news_rule_new_from_json (node, kind, parameters, place, error);

  return *rule != NULL;
}

/* Each style needs some members, and others have no meaning for it. */
static gboolean
check_style (NewsPaging *self, JsonObject *object, const char *where, GError **error)
{
  gboolean counted = self->style == STYLE_PAGE || self->style == STYLE_OFFSET;
  gboolean told = self->style == STYLE_CURSOR || self->style == STYLE_NEXT_URL;
  gboolean sized = counted || told || self->style == STYLE_LINK_HEADER;
  gboolean window = self->style == STYLE_WINDOW;
  gboolean slice = self->style == STYLE_SLICE;
  const struct
  {
    const char *name;
    gboolean needed;
    gboolean allowed;
  } members[] = {
    { "param", counted || self->style == STYLE_CURSOR, FALSE },
    { "next", told, FALSE },
    { "first", FALSE, self->style == STYLE_PAGE },
    { "pages", FALSE, self->style == STYLE_PAGE },
    { "more", FALSE, counted },
    { "total", FALSE, !slice },
    { "size", self->style == STYLE_OFFSET || window || slice, sized },
    { "size_param", FALSE, sized || window },
    { "max_size", FALSE, sized || window },
    { "max_pages", FALSE, self->style != STYLE_NONE },
    { "lag_days", FALSE, self->style == STYLE_DATE },
    { "step_days", FALSE, self->style == STYLE_DATE },
    { "hours", window, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      gboolean there = json_object_has_member (object, members[i].name);

      if (members[i].needed && !there)
        return news_strict_fail (error, where, "the member “%s” is missing", members[i].name);
      if (there && !members[i].needed && !members[i].allowed)
        return news_strict_fail (error, where, "the member “%s” has no meaning for this style",
                                 members[i].name);
    }

  if (self->size_param != NULL && self->size == 0)
    return news_strict_fail (error, where, "with a “size_param” there must be a “size”");

  return TRUE;
}

static gboolean
read_paging (NewsPaging *self,
             JsonNode *node,
             const NewsParameters *parameters,
             const char *where,
             GError **error)
{
  static const char *const known[]
    = { "style", "param", "size_param", "first",     "size",  "max_size", "pages", "max_pages",
        "total", "next",  "lag_days",   "step_days", "hours", "more",     NULL };
  JsonObject *object = news_strict_get_object (node, known, where, error);
  const char *param, *size_param;
  guint style = STYLE_NONE;

  if (object == NULL
      || !news_strict_get_choice (object, "style", styles, TRUE, where, &style, error)
      || !news_strict_get_text (object, "param", FALSE, where, &param, error)
      || !news_strict_get_text (object, "size_param", FALSE, where, &size_param, error)
      || !news_strict_get_number (object, "first", where, &self->first, error)
      || !news_strict_get_number (object, "size", where, &self->size, error)
      || !news_strict_get_number (object, "max_size", where, &self->max_size, error)
      || !news_strict_get_number (object, "max_pages", where, &self->max_pages, error)
      || !news_strict_get_number (object, "lag_days", where, &self->lag_days, error)
      || !news_strict_get_number (object, "step_days", where, &self->step_days, error)
      || !news_strict_get_number (object, "hours", where, &self->hours, error)
      || !read_rule (object, "more", NEWS_RULE_FLAG, parameters, where, &self->more, error)
      || !read_rule (object, "pages", NEWS_RULE_NUMBER, parameters, where, &self->pages, error)
      || !read_rule (object, "total", NEWS_RULE_NUMBER, parameters, where, &self->total, error)
      || !read_rule (object, "next", NEWS_RULE_TEXT, parameters, where, &self->next, error))
    return FALSE;

  self->style = (Style) style;
  self->param = g_strdup (param);
  self->size_param = g_strdup (size_param);

  return check_style (self, object, where, error);
}

static guint
get_page (const NewsPlace *place)
{
  return place != NULL ? MAX (place->page, 1) : 1;
}

/* Rows that are asked for; 0 if the API decides. */
static guint
get_size (const NewsPaging *self, const NewsPlace *place)
{
  guint size
    = place != NULL && place->size > 0 && self->size_param != NULL ? place->size : self->size;

  return self->max_size > 0 ? MIN (size, self->max_size) : size;
}

static void
append_number (GString *address, const char *name, guint64 number)
{
  g_autofree char *value = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  news_web_address_append_query (address, name, value);
}

/* Whether the API or, where it says nothing, the length of this page lets one expect another. */
static gboolean
has_more (const NewsPaging *self, const NewsContext *context, const NewsPagingStep *step)
{
  guint page = get_page (step->place);
  guint size = get_size (self, step->place);
  gint64 pages, total;

  if (self->more != NULL)
    return news_rule_is_true (self->more, context);
  if (self->pages != NULL && news_rule_get_number (self->pages, context, &pages))
    return page < pages;
  if (self->total != NULL && size > 0 && news_rule_get_number (self->total, context, &total))
    return (gint64) page * size < total;

  return step->n_rows >= size;
}

static gboolean
same_address (const char *one, const char *other)
{
  g_autofree char *first = other != NULL ? news_web_address_normalise (one) : NULL;
  g_autofree char *second = first != NULL ? news_web_address_normalise (other) : NULL;

  return second != NULL && g_str_equal (first, second);
}

/* Where a link may lead that an API gives: to the host that was asked, to the one that it sent us
 * on to, or to one of both by a safer way. */
static gboolean
is_allowed (const char *address, const char *known)
{
  g_autofree char *host = news_web_address_dup_host_name (address);
  g_autofree char *other = known != NULL ? news_web_address_dup_host_name (known) : NULL;

  if (host == NULL || other == NULL || g_ascii_strcasecmp (host, other) != 0)
    return FALSE;

  return news_web_address_same_host (address, known)
         || (g_str_has_prefix (address, "https://") && g_str_has_prefix (known, "http://"));
}

/* The next address, unless it leads back, or elsewhere. */
static char *
check_address (const char *next, const NewsContext *context, const NewsPagingStep *step)
{
  g_autofree char *address = NULL;
  const char *base = context->base != NULL ? context->base : step->asked;

  if (next == NULL)
    return NULL;

  address = news_web_address_resolve (next, base);
  if (address == NULL || same_address (address, step->asked) || same_address (address, step->first)
      || same_address (address, context->base))
    return NULL;

  return is_allowed (address, step->first) || is_allowed (address, base)
           ? g_steal_pointer (&address)
           : NULL;
}

/* The API's own word for what comes next, or NULL. */
static char *
find_cursor (const NewsPaging *self, const NewsContext *context, const NewsPagingStep *step)
{
  g_autofree char *next = NULL;

  if (self->style == STYLE_LINK_HEADER)
    {
      const char *header
        = context->headers != NULL ? g_hash_table_lookup (context->headers, "link") : NULL;

      next = news_link_header_find (header, "next", context->base);
    }
  else
    next = news_rule_dup_text (self->next, context);

  if (self->style != STYLE_CURSOR)
    return check_address (next, context, step);

  return step->place != NULL && g_strcmp0 (next, step->place->cursor) == 0
           ? NULL
           : g_steal_pointer (&next);
}

NewsPaging *
news_paging_new_from_json (JsonNode *node,
                           const NewsParameters *parameters,
                           const char *where,
                           GError **error)
{
  g_autoptr (NewsPaging) self = g_new0 (NewsPaging, 1);

  self->first = 1;
  self->step_days = 1;
  if (node != NULL && !read_paging (self, node, parameters, where, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
news_paging_free (NewsPaging *self)
{
  g_free (self->param);
  g_free (self->size_param);
  g_clear_pointer (&self->more, news_rule_free);
  g_clear_pointer (&self->pages, news_rule_free);
  g_clear_pointer (&self->total, news_rule_free);
  g_clear_pointer (&self->next, news_rule_free);
  g_free (self);
}

guint
news_paging_get_size (const NewsPaging *self)
{
  return get_size (self, NULL);
}

const char *
news_paging_get_address (const NewsPaging *self, const NewsPlace *place)
{
  if (self->style != STYLE_NEXT_URL && self->style != STYLE_LINK_HEADER)
    return NULL;

  return place != NULL ? place->cursor : NULL;
}

void
news_paging_append_query (const NewsPaging *self, const NewsPlace *place, GString *address)
{
  guint size = get_size (self, place);
  guint64 before = get_page (place) - 1;

  if (self->size_param != NULL)
    append_number (address, self->size_param, size);
  if (self->style == STYLE_PAGE)
    append_number (address, self->param, self->first + before);
  else if (self->style == STYLE_OFFSET)
    append_number (address, self->param, before * size);
  else if (self->style == STYLE_CURSOR && place != NULL && place->cursor != NULL)
    {
      g_autofree char *cursor = g_uri_escape_string (place->cursor, NULL, FALSE);

      news_web_address_append_query (address, self->param, cursor);
    }
}

void
news_paging_find_times (const NewsPaging *self,
                        const NewsPlace *place,
                        gint64 now,
                        gint64 *from,
                        gint64 *to)
{
  const char *cursor = place != NULL ? place->cursor : NULL;
  gint64 days = self->lag_days + (gint64) (get_page (place) - 1) * self->step_days;

  *from = *to = 0;
  if (self->style == STYLE_DATE)
    *from = *to = MAX (now - days * DAY, 1);
  else if (self->style == STYLE_WINDOW && cursor != NULL && news_number_parse (cursor, to))
    *from = MAX (*to - (gint64) self->hours * 60 * 60, 1);
}

guint
news_paging_get_names (const NewsPaging *self)
{
  if (self->style == STYLE_DATE)
    return NEWS_NAME_DAY;

  return self->style == STYLE_WINDOW ? NEWS_NAME_FROM | NEWS_NAME_TO : 0;
}

gboolean
news_paging_slices (const NewsPaging *self, const NewsPlace *place, guint *first, guint *size)
{
  if (self->style != STYLE_SLICE)
    return FALSE;

  *size = place != NULL && place->size > 0 ? place->size : self->size;
  *first = (guint) MIN ((guint64) (get_page (place) - 1) * *size, G_MAXUINT);

  return TRUE;
}

/* A page by time is never the last because it is empty; but where it is not full there is nothing
 * left between its articles and the beginning of its span. */
static NewsPlace *
find_earlier (const NewsPaging *self, const NewsPagingStep *step)
{
  guint page = get_page (step->place);
  guint size = step->place != NULL ? step->place->size : 0;
  guint most = self->max_pages > 0 ? self->max_pages : MAX_SPANS;
  gboolean full = step->n_rows >= get_size (self, step->place) && step->oldest > 0;
  g_autofree char *cursor = NULL;
  gint64 from, to;

  if (page >= most)
    return NULL;
  if (self->style == STYLE_DATE)
    return news_place_new (page + 1, size, NULL);

  news_paging_find_times (self, step->place, 0, &from, &to);
  if (!full && to == 0)
    return NULL;
  if (full)
    from = to > 0 ? MIN (step->oldest, to - 1) : step->oldest;
  if (from <= 1)
    return NULL;
  cursor = g_strdup_printf ("%" G_GINT64_FORMAT, from);

  return news_place_new (page + 1, size, cursor);
}

/* All rows are counted, not only those that are on this page. */
static gboolean
has_more_slices (const NewsPaging *self, const NewsPagingStep *step)
{
  guint first = 0, size = 0;

  news_paging_slices (self, step->place, &first, &size);

  return (guint64) first + size < step->n_rows;
}

NewsPlace *
news_paging_find_next (const NewsPaging *self,
                       const NewsContext *context,
                       const NewsPagingStep *step)
{
  guint page = get_page (step->place);
  guint most = self->max_pages;
  g_autofree char *cursor = NULL;

  if (self->style == STYLE_DATE || self->style == STYLE_WINDOW)
    return find_earlier (self, step);
  if (self->style == STYLE_NONE || step->n_rows == 0)
    return NULL;

  if (self->style == STYLE_SLICE)
    {
      if (!has_more_slices (self, step))
        return NULL;
    }
  else if (self->style == STYLE_PAGE || self->style == STYLE_OFFSET)
    {
      if (!has_more (self, context, step))
        return NULL;
    }
  else
    {
      cursor = find_cursor (self, context, step);
      most = most > 0 ? most : MAX_CURSORS;
      if (cursor == NULL)
        return NULL;
    }

  if (most > 0 && page >= most)
    return NULL;

  return news_place_new (page + 1, step->place != NULL ? step->place->size : 0, cursor);
}

gint64
news_paging_get_total (const NewsPaging *self, const NewsContext *context)
{
  gint64 total = -1;

  if (self->total != NULL)
    news_rule_get_number (self->total, context, &total);

  return total;
}
