/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-check.h"

#include "news-finder.h"
#include "news-report.h"

#include <glib/gi18n-lib.h>

/* An API that gives all it has at once still has pages for who asks for so many a page. */
static gboolean
slice (const NewsCheck *check, NewsAnswer *answer)
{
  guint from = (check->page - 1) * check->per_page;

  if (check->per_page == 0 || answer->articles->len <= check->per_page)
    return FALSE;

  if (from < answer->articles->len)
    {
      g_ptr_array_set_size (answer->articles,
                            (int) MIN (from + check->per_page, answer->articles->len));
      if (from > 0)
        g_ptr_array_remove_range (answer->articles, 0, from);
    }
  else
    {
      g_ptr_array_set_size (answer->articles, 0);
    }

  return TRUE;
}

/* The answer's next place is not of use here: a page is asked for by its number, or, where the API
 * has only cursors, gone to page by page. */
static gboolean
read_page (const NewsCheck *check,
           NewsFetcher *fetcher,
           const NewsFind *find,
           const char *section,
           NewsReport *report,
           GError **error)
{
  g_autoptr (NewsPlace) place = NULL;
  guint at = 1;

  if (check->page > 1 || check->per_page > 0)
    place = news_place_new (1, check->per_page, NULL);

  while (TRUE)
    {
      g_auto (NewsErrand) errand = { 0 };
      const NewsPlace *next;

      errand.protocol = find->protocol;
      errand.source = find->source;
      errand.question.ask = NEWS_ASK_LIST;
      errand.question.section = section;
      errand.question.place = place;
      if (!news_errand_run (&errand, fetcher, NULL, NULL, error))
        return FALSE;

      next = errand.answer->next;
      if (errand.answer->total >= 0)
        news_report_set_total (report, errand.answer->total);
      if (slice (check, errand.answer) || at == check->page)
        {
          news_report_set_articles (report, errand.answer);
          return TRUE;
        }

      /* Past the end there is nothing to read, which is no error. */
      if (next == NULL)
        return TRUE;

      g_clear_pointer (&place, news_place_free);
      place = news_place_copy (next);
      at = place->cursor == NULL ? check->page : at + 1;
      if (place->cursor == NULL)
        place->page = check->page;
      place->size = check->per_page;
    }
}

/* By its id, or else by its title as a person would write it. */
static const char *
find_section (const NewsCheck *check, GPtrArray *sections)
{
  g_autofree char *wanted = NULL;

  if (check->section == NULL || sections == NULL)
    return check->section;

  for (guint i = 0; i < sections->len; i++)
    if (g_strcmp0 (((NewsApiSection *) g_ptr_array_index (sections, i))->id, check->section) == 0)
      return check->section;

  wanted = g_utf8_casefold (check->section, -1);
  for (guint i = 0; i < sections->len; i++)
    {
      NewsApiSection *section = g_ptr_array_index (sections, i);
      g_autofree char *title = g_utf8_casefold (section->title, -1);

      if (g_str_equal (title, wanted))
        return section->id;
    }

  return check->section;
}

static NewsCheckStatus
classify (const GError *error)
{
  return error->domain == NEWS_NET_ERROR ? NEWS_CHECK_NOT_REACHED : NEWS_CHECK_NOT_UNDERSTOOD;
}

static NewsCheckStatus
run (const NewsCheck *check, NewsFetcher *fetcher, NewsRegistry *registry, NewsReport *report)
{
  g_auto (NewsFind) find = { 0 };
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GError) error = NULL;

  if (!news_finder_find (fetcher, registry, check->address, check->api, &find, NULL, &error))
    {
      news_report_add_error (report, error->message);
      return classify (error);
    }
  news_report_set_find (report, &find);

  /* Articles can be read without a list of sections. */
  sections = news_finder_list_sections (fetcher, &find, NULL, &error);
  if (sections != NULL)
    news_report_set_sections (report, sections);
  else
    news_report_add_error (report, error->message);
  g_clear_error (&error);

  if (read_page (check, fetcher, &find, find_section (check, sections), report, &error))
    return NEWS_CHECK_READ;

  news_report_add_error (report, error->message);

  return classify (error);
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
