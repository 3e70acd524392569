/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-check.h"

#include "news-finder.h"
#include "news-report.h"

#include <glib/gi18n-lib.h>

/* More answers than this are not asked for on the way to a page. */
#define MAX_STEPS 200

/* The way through a list to the page that was asked for. An API that counts pages is asked for that
 * one; of any other, and of one that gives all it has at once, articles are counted. */
typedef struct
{
  const NewsCheck *check;
  NewsFetcher *fetcher;
  const NewsFind *find;
  const char *section;
  NewsReport *report;

  gboolean by_article;
  guint page;   /* that was read last, from 1 */
  guint64 skip; /* articles before those that are wanted */
  guint64 left; /* articles that are still wanted */
  guint told;
  guint faults;
} Walk;

/* What the first answer shows of the API's way to page. */
static void
choose_way (Walk *self, NewsAnswer *answer)
{
  const NewsCheck *check = self->check;
  const NewsPlace *next = answer->next;
  gboolean is_counted = next != NULL && next->cursor == NULL;

  self->by_article
    = check->per_page > 0 && (!is_counted || answer->articles->len > check->per_page);
  self->skip = self->by_article ? (guint64) (check->page - 1) * check->per_page : 0;
  self->left = check->per_page > 0 ? check->per_page : G_MAXUINT64;
}

/* Tells what is wanted of a page; whether that was the last of it. */
static gboolean
tell (Walk *self, NewsAnswer *answer)
{
  GPtrArray *articles = answer->articles;
  guint skipped = (guint) MIN (self->skip, articles->len);

  if (!self->by_article && self->page < self->check->page)
    return FALSE;

  if (skipped > 0)
    g_ptr_array_remove_range (articles, 0, skipped);
  if (articles->len > self->left)
    g_ptr_array_set_size (articles, (int) self->left);
  self->skip -= skipped;
  self->left -= articles->len;
  self->told += articles->len;
  self->faults += answer->faults->len;
  news_report_add_articles (self->report, answer);

  return !self->by_article || self->left == 0;
}

/* Where to go on after @next, which tells the page after the one that was read. */
static NewsPlace *
go_on (Walk *self, const NewsPlace *next)
{
  NewsPlace *place = news_place_copy (next);

  if (self->by_article || place->cursor != NULL)
    {
      self->page++;
    }
  else
    {
      place->page = self->page = self->check->page;
      place->size = self->check->per_page;
    }

  return place;
}

static gboolean
walk (Walk *self, GError **error)
{
  const NewsCheck *check = self->check;
  g_autoptr (NewsPlace) place = NULL;

  if (check->page > 1 || check->per_page > 0)
    place = news_place_new (1, check->per_page, NULL);

  self->page = 1;
  for (guint i = 0; i < MAX_STEPS; i++)
    {
      g_auto (NewsErrand) errand = { 0 };

      errand.protocol = self->find->protocol;
      errand.source = self->find->source;
      errand.question.ask = NEWS_ASK_LIST;
      errand.question.section = self->section;
      errand.question.place = place;
      if (!news_errand_run (&errand, self->fetcher, NULL, NULL, error))
        return FALSE;

      if (i == 0)
        choose_way (self, errand.answer);
      if (errand.answer->total >= 0)
        news_report_set_total (self->report, errand.answer->total);
      if (tell (self, errand.answer) || errand.answer->next == NULL)
        return TRUE;

      g_clear_pointer (&place, news_place_free);
      place = go_on (self, errand.answer->next);
    }

  return TRUE;
}

/* By its id, or else by its title as a person would write it; NULL if it is not listed. */
static const char *
find_section (const char *text, GPtrArray *sections)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  for (guint i = 0; i < sections->len; i++)
    if (g_strcmp0 (((NewsApiSection *) g_ptr_array_index (sections, i))->id, text) == 0)
      return text;

  for (guint i = 0; i < sections->len; i++)
    {
      NewsApiSection *section = g_ptr_array_index (sections, i);
      g_autofree char *title = g_utf8_casefold (section->title, -1);

      if (g_str_equal (title, wanted))
        return section->id;
    }

  return NULL;
}

static void G_GNUC_PRINTF (2, 3) add_error (NewsReport *report, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  news_report_add_error (report, message);
}

/* What did not arrive to its end was reached. */
static NewsCheckStatus
classify (const GError *error)
{
  static const NewsNetError answered[] = {
    NEWS_NET_ERROR_CUT,
    NEWS_NET_ERROR_TOO_LARGE,
    NEWS_NET_ERROR_FORBIDDEN,
    NEWS_NET_ERROR_REDIRECTS,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answered); i++)
    if (g_error_matches (error, NEWS_NET_ERROR, (int) answered[i]))
      return NEWS_CHECK_NOT_UNDERSTOOD;

  return error->domain == NEWS_NET_ERROR ? NEWS_CHECK_NOT_REACHED : NEWS_CHECK_NOT_UNDERSTOOD;
}

/* Articles can be read without a list of sections. */
static GPtrArray *
list_sections (NewsFetcher *fetcher, const NewsFind *find, NewsReport *report)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  GPtrArray *sections = news_finder_list_sections (fetcher, NULL, find, faults, NULL, &error);

  for (guint i = 0; i < faults->len; i++)
    news_report_add_error (report, g_ptr_array_index (faults, i));
  if (sections != NULL)
    news_report_set_sections (report, sections);
  else
    /* Translators: %s is a sentence that says why */
    add_error (report, _ ("The sections can’t be listed. %s"), error->message);

  return sections;
}

/* Reads the page that was asked for, of @section; the section is an id if it was not listed. */
static NewsCheckStatus
read_page (Walk *self, gboolean is_listed)
{
  g_autoptr (GError) error = NULL;
  gboolean read = walk (self, &error);

  if (self->told == 0 && !is_listed)
    add_error (self->report, _ ("“%s” lists no section “%s”."), self->find->source->name,
               self->section);
  if (!read)
    {
      news_report_add_error (self->report, error->message);
      return self->told > 0 ? NEWS_CHECK_READ : classify (error);
    }

  if (self->told == 0 && self->check->page > 1)
    add_error (self->report, _ ("There is no page %u; the list ends before it."),
               self->check->page);

  return self->told == 0 && self->faults > 0 ? NEWS_CHECK_NOT_UNDERSTOOD : NEWS_CHECK_READ;
}

static NewsCheckStatus
run (const NewsCheck *check, NewsFetcher *fetcher, NewsRegistry *registry, NewsReport *report)
{
  g_auto (NewsFind) find = { 0 };
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GError) error = NULL;
  Walk walk = { check, fetcher, &find, NULL, report };

  if (check->page == 0)
    {
      news_report_add_error (report, _ ("Pages, and articles a page, are numbers from 1."));
      return NEWS_CHECK_NOT_REACHED;
    }

  if (!news_finder_find (fetcher, registry, check->address, check->api, &find, NULL, &error))
    {
      news_report_add_error (report, error->message);
      return classify (error);
    }
  news_report_set_find (report, &find);

  sections = list_sections (fetcher, &find, report);
  if (check->section != NULL && sections != NULL)
    walk.section = find_section (check->section, sections);
  if (walk.section != NULL || check->section == NULL)
    return read_page (&walk, TRUE);

  /* Some can be asked for that are not listed, such as those without articles. */
  walk.section = check->section;

  return read_page (&walk, sections == NULL || sections->len == 0);
}

NewsCheckStatus
news_check_run (const NewsCheck *check, const char *apis, char **report)
{
  g_autoptr (NewsFetcher) fetcher = news_fetcher_new ();
  g_autoptr (NewsReport) told = news_report_new ();
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NewsRegistry) registry = news_registry_load (apis, faults);
  NewsCheckStatus status;

  for (guint i = 0; i < faults->len; i++)
    news_report_add_error (told, g_ptr_array_index (faults, i));
  status = run (check, fetcher, registry, told);
  news_fetcher_close (fetcher);
  *report = news_report_to_string (told);

  return status;
}
