/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-sample-site.h"

#include "news-drawing.h"
#include "news-sample-page.h"

#include <libsoup/soup.h>
#include <string.h>

#define DEFAULT_SIZE 10
#define MAX_SIZE 50
#define DEFAULT_WIDTH 1280
#define MIN_WIDTH 64
#define MAX_WIDTH 2400

struct _NewsSampleSite
{
  char *address;
  gint64 hour;
  GPtrArray *editions;    /* NewsSampleEdition */
  NewsSampleState *state; /* borrowed */
};

/* An address of an edition: /LANGUAGE/WHAT/ID, of which the last two may be missing. */
typedef struct
{
  NewsSampleView view;
  const char *what;
  const char *id; /* NULL where the path ends before it */
} Place;

static NewsSampleReply *
missing (const char *message)
{
  return news_sample_reply_new_error (SOUP_STATUS_NOT_FOUND, "not-found", message);
}

static NewsSampleReply *
bad (const char *code, const char *message)
{
  return news_sample_reply_new_error (SOUP_STATUS_BAD_REQUEST, code, message);
}

static const char *
get_parameter (const NewsSampleRequest *request, const char *name)
{
  const char *value = request->query != NULL ? g_hash_table_lookup (request->query, name) : NULL;

  return value != NULL && *value != '\0' ? value : NULL;
}

static gboolean
read_parameter (const NewsSampleRequest *request,
                const char *name,
                guint otherwise,
                guint least,
                guint most,
                guint *number)
{
  const char *value = get_parameter (request, name);
  guint64 parsed = otherwise;

  if (value != NULL && !g_ascii_string_to_unsigned (value, 10, least, most, &parsed, NULL))
    return FALSE;
  *number = (guint) parsed;

  return TRUE;
}

/* A browser names HTML, and before all else; who accepts anything is given the API. */
static gboolean
prefers_page (const char *accept)
{
  GSList *types = accept != NULL ? soup_header_parse_quality_list (accept, NULL) : NULL;
  const char *first = types != NULL ? types->data : "";
  gboolean page = g_str_has_prefix (first, "text/html") || strstr (first, "xhtml") != NULL;

  soup_header_free_list (types);

  return page;
}

static char *
dup_link (const NewsSampleView *view)
{
  return g_strdup_printf ("<%s%s/>; rel=\"service-desc\"; type=\"application/json\"", view->address,
                          view->edition->language);
}

static NewsSampleReply *
answer_root (NewsSampleSite *self)
{
  NewsSampleReply *reply = news_sample_reply_new_json (
    SOUP_STATUS_OK, news_sample_json_root (self->address, self->editions));

  news_sample_reply_add_etag (reply);

  return reply;
}

static NewsSampleReply *
answer_site (const Place *place, const NewsSampleRequest *request)
{
  NewsSampleReply *reply;

  if (prefers_page (request->accept))
    {
      reply = news_sample_reply_new_page (SOUP_STATUS_OK, news_sample_page_front (&place->view));
      reply->link = dup_link (&place->view);
    }
  else
    reply = news_sample_reply_new_json (SOUP_STATUS_OK, news_sample_json_site (&place->view));
  reply->vary = "Accept";
  news_sample_reply_add_etag (reply);

  return reply;
}

static NewsSampleReply *
answer_sections (const Place *place)
{
  NewsSampleReply *reply
    = news_sample_reply_new_json (SOUP_STATUS_OK, news_sample_json_sections (&place->view));

  reply->cache = "max-age=300";
  news_sample_reply_add_etag (reply);

  return reply;
}

static NewsSampleReply *
answer_list (const Place *place, const NewsSampleRequest *request)
{
  const char *id = get_parameter (request, "section");
  NewsSampleSection *section
    = id != NULL ? news_sample_edition_get_section (place->view.edition, id) : NULL;
  NewsSamplePart part = { .stories = place->view.edition->stories };
  NewsSampleReply *reply;

  if (id != NULL && section == NULL)
    return news_sample_reply_new_error (SOUP_STATUS_NOT_FOUND, "unknown-section",
                                        "There is no section of that name.");
  if (section != NULL)
    part.stories = section->stories;
  if (!read_parameter (request, "size", DEFAULT_SIZE, 1, MAX_SIZE, &part.size))
    return bad ("bad-size", "“size” must be a number from 1 to 50.");
  part.pages = MAX ((part.stories->len + part.size - 1) / part.size, 1);
  if (!read_parameter (request, "page", 1, 1, part.pages, &part.page))
    return bad ("bad-page", "“page” must be a number from 1 to that of the last page.");

  reply = news_sample_reply_new_json (SOUP_STATUS_OK, news_sample_json_list (&place->view, &part));
  news_sample_reply_add_etag (reply);

  return reply;
}

static NewsSampleReply *
answer_article (const Place *place, const NewsSampleRequest *request)
{
  const NewsSampleEdition *edition = place->view.edition;
  NewsSampleStory *story = news_sample_edition_get_story (edition, place->id);
  NewsSampleReply *reply;

  if (story == NULL)
    return missing ("There is no article of that name.");
  if (!request->head)
    news_sample_state_add_visit (place->view.state, edition->language, story->id);
  reply
    = news_sample_reply_new_json (SOUP_STATUS_OK, news_sample_json_article (&place->view, story));
  /* A copy kept on the way would not count. */
  reply->cache = "no-store";

  return reply;
}

static NewsSampleReply *
answer_story (const Place *place)
{
  NewsSampleStory *story = news_sample_edition_get_story (place->view.edition, place->id);
  NewsSampleReply *reply;

  if (story == NULL)
    return news_sample_reply_new_page (SOUP_STATUS_NOT_FOUND, news_sample_page_missing ());
  reply = news_sample_reply_new_page (SOUP_STATUS_OK, news_sample_page_story (&place->view, story));
  reply->link = dup_link (&place->view);
  news_sample_reply_add_etag (reply);

  return reply;
}

static NewsSampleReply *
answer_edition (const Place *place, const NewsSampleRequest *request)
{
  if (*place->what == '\0' && place->id == NULL)
    return answer_site (place, request);
  if (strcmp (place->what, "sections") == 0 && place->id == NULL)
    return answer_sections (place);
  if (strcmp (place->what, "articles") == 0)
    return place->id == NULL ? answer_list (place, request) : answer_article (place, request);
  if (strcmp (place->what, "stories") == 0 && place->id != NULL)
    return answer_story (place);

  return missing ("There is nothing at that address.");
}

static char *
dup_picture_etag (GBytes *svg, int width)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, svg);

  return g_strdup_printf ("\"%.16s-%d\"", sum, width);
}

static NewsSampleReply *
draw (GBytes *svg, int width)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsDrawing) drawing = news_drawing_new_from_bytes (svg, &error);
  GBytes *png = drawing != NULL ? news_drawing_create_png (drawing, width, &error) : NULL;

  if (png == NULL)
    {
      g_message ("%s", error->message);
      return news_sample_reply_new_error (SOUP_STATUS_INTERNAL_SERVER_ERROR, "bad-drawing",
                                          "The drawing can't be drawn.");
    }

  return news_sample_reply_new (SOUP_STATUS_OK, "image/png", png);
}

static NewsSampleReply *
answer_picture (const char *name, const NewsSampleRequest *request)
{
  g_autofree char *path = g_strdup_printf ("drawings/%s.svg", name);
  g_autoptr (GBytes) svg = news_sample_dup_file (path);
  g_autofree char *etag = NULL;
  NewsSampleReply *reply;
  guint width;

  if (svg == NULL)
    return missing ("There is no picture of that name.");
  if (!read_parameter (request, "width", DEFAULT_WIDTH, 0, G_MAXUINT, &width))
    return bad ("bad-width", "“width” must be a number.");
  width = CLAMP (width, MIN_WIDTH, MAX_WIDTH);
  etag = dup_picture_etag (svg, (int) width);
  /* Nothing is drawn for somebody who has it. */
  if (news_sample_etag_matches (etag, request->if_none_match))
    reply = news_sample_reply_new (SOUP_STATUS_NOT_MODIFIED, NULL, NULL);
  else
    reply = draw (svg, (int) width);
  if (reply->status != SOUP_STATUS_INTERNAL_SERVER_ERROR)
    {
      reply->etag = g_steal_pointer (&etag);
      reply->cache = "public, max-age=604800";
    }

  return reply;
}

NewsSampleSite *
news_sample_site_new (const char *address, NewsSampleState *state)
{
  NewsSampleSite *self = g_new0 (NewsSampleSite, 1);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  self->address = g_strdup (address);
  self->state = state;
  /* Taken once, so that no story moves between two pages of a list or from one ETag to the next. */
  self->hour = now - now % 3600;
  self->editions = g_ptr_array_new_with_free_func ((GDestroyNotify) news_sample_edition_free);
  for (const char *const *l = news_sample_get_languages (); *l != NULL; l++)
    g_ptr_array_add (self->editions, news_sample_edition_new (*l, faults));
  for (guint i = 0; i < faults->len; i++)
    g_message ("%s", (const char *) g_ptr_array_index (faults, i));

  return self;
}

void
news_sample_site_free (NewsSampleSite *self)
{
  g_ptr_array_unref (self->editions);
  g_free (self->address);
  g_free (self);
}

NewsSampleReply *
news_sample_site_answer (NewsSampleSite *self, const NewsSampleRequest *request)
{
  g_auto (GStrv) parts = g_strsplit (request->path, "/", 5);
  guint n_parts = g_strv_length (parts);

  if (n_parts == 2 && *parts[1] == '\0')
    return answer_root (self);
  if (n_parts == 3 && strcmp (parts[1], "pictures") == 0)
    return answer_picture (parts[2], request);

  for (guint i = 0; i < self->editions->len && n_parts >= 3 && n_parts <= 4; i++)
    {
      const NewsSampleEdition *edition = g_ptr_array_index (self->editions, i);
      Place place = { { self->address, edition, self->state, self->hour }, parts[2], parts[3] };

      if (strcmp (edition->language, parts[1]) == 0)
        return answer_edition (&place, request);
    }

  return missing ("There is nothing at that address.");
}
