/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-options.h"

#include "news-check-api.h"
#include "news-check-edition.h"
#include "news-check.h"
#include "news-web-address.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

static const GOptionEntry entries[] = {
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample edition, on a state of its own"),
    NULL },
  { "check-source", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_ ("Find the news API at ADDRESS, read its first page and print what would be stored"),
    N_ ("ADDRESS") },
  { "section", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("With --check-source: only that section"),
    N_ ("ID") },
  { "page", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("With --check-source: that page, counted from 1"),
    N_ ("N") },
  { "per-page", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_ ("With --check-source: so many articles a page"), N_ ("N") },
  { "api", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("With --check-source: only that kind of API"),
    N_ ("NAME") },
  { "check-api", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_ ("Explain the API descriptor in FILE and, with an ADDRESS, run it there"), N_ ("FILE") },
  { "check-edition", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_ ("Ask every source of the edition in FILE and print how each one is"), N_ ("FILE") },
  { "size", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Size of the window"), N_ ("WIDTHxHEIGHT") },
  { "dark", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Dark, whatever the desktop is"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL,
    /* Translators: what may follow the options of the command line */
    N_ ("[FILE… | ADDRESS]") },
  { NULL },
};

static int
complain (const char *message)
{
  g_printerr ("broadsheet: %s\n", message);

  return 64; /* EX_USAGE of sysexits(3): no status that --check-source itself gives */
}

/* A check on its way to its own thread: the main one belongs to the main loop by now, and may not
 * wait. */
typedef struct
{
  NewsCheck check;
  const char *apis;
  char *report;
  NewsCheckStatus status;
} Errand;

static gpointer
run_check (gpointer user_data)
{
  Errand *errand = user_data;

  errand->status = news_check_run (&errand->check, errand->apis, &errand->report);

  return NULL;
}

/* They are texts to GOption, which would refuse what is no number without a report. */
static gboolean
read_number (GVariantDict *options, const char *name, guint least, guint *number)
{
  const char *text;
  guint64 value;

  if (!g_variant_dict_lookup (options, name, "&s", &text))
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, least, G_MAXINT, &value, NULL))
    return FALSE;
  *number = (guint) value;

  return TRUE;
}

static int
check_source (GVariantDict *options, const char *address)
{
  NewsCheck check = { .address = address, .page = 1 };
  g_autofree char *apis = g_build_filename (g_get_user_data_dir (), "broadsheet", "apis", NULL);
  Errand errand = { .apis = apis };

  g_variant_dict_lookup (options, "section", "&s", &check.section);
  g_variant_dict_lookup (options, "api", "&s", &check.api);
  if (!read_number (options, "page", 1, &check.page)
      || !read_number (options, "per-page", 0, &check.per_page))
    check.page = 0;

  errand.check = check;
  g_thread_join (g_thread_new ("check", run_check, &errand));
  printf ("%s\n", errand.report);
  g_free (errand.report);

  return errand.status;
}

typedef struct
{
  const char *file;
  const char *apis;
  char *report;
  NewsCheckEditionStatus status;
  GError *error;
} EditionErrand;

static gpointer
run_check_edition (gpointer user_data)
{
  EditionErrand *errand = user_data;

  news_check_edition_run (errand->file, errand->apis, &errand->report, &errand->status,
                          &errand->error);

  return NULL;
}

static int
check_edition (const char *file)
{
  g_autofree char *apis = g_build_filename (g_get_user_data_dir (), "broadsheet", "apis", NULL);
  EditionErrand errand = { .file = file, .apis = apis };
  g_autoptr (GError) error = NULL;

  g_thread_join (g_thread_new ("check", run_check_edition, &errand));
  error = errand.error;
  if (error != NULL)
    return complain (error->message);

  printf ("%s", errand.report);
  g_free (errand.report);

  return errand.status;
}

typedef struct
{
  NewsCheckApi check;
  char *report;
  NewsCheckApiStatus status;
} ApiErrand;

static gpointer
run_check_api (gpointer user_data)
{
  ApiErrand *errand = user_data;

  errand->status = news_check_api_run (&errand->check, &errand->report);

  return NULL;
}

static int
check_api (GVariantDict *options, const char *file, const char *const *others)
{
  ApiErrand errand = { .check.file = file };

  if (others != NULL)
    errand.check.address = others[0];
  g_variant_dict_lookup (options, "section", "&s", &errand.check.section);
  g_thread_join (g_thread_new ("check", run_check_api, &errand));
  printf ("%s", errand.report);
  g_free (errand.report);

  return errand.status;
}

static gboolean
parse_size (const char *text, int *width, int *height)
{
  char end;

  return sscanf (text, "%dx%d%c", width, height, &end) == 2 && *width > 0 && *height > 0;
}

static gboolean
has_address (const char *const *others)
{
  for (guint i = 0; others[i] != NULL; i++)
    if (news_web_address_is_web (others[i]))
      return TRUE;

  return FALSE;
}

void
news_options_add (GApplication *application)
{
  g_application_add_main_option_entries (application, entries);
  g_application_set_option_context_summary (application,
                                            _ ("Broadsheet, a newspaper for the desktop"));
}

int
news_options_handle (NewsOptions *self, GVariantDict *options)
{
  g_autofree const char **others = NULL;
  gboolean checks = g_variant_dict_contains (options, "check-source")
                    || g_variant_dict_contains (options, "check-edition");
  const char *text;

  if (g_variant_dict_contains (options, "version"))
    {
      printf ("broadsheet %s\n", VERSION);
      return 0;
    }

  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &others);
  if (g_variant_dict_lookup (options, "check-api", "^&ay", &text))
    return check_api (options, text, others);
  if (others != NULL && (checks || has_address (others)))
    return complain (_ ("An address alone is given to --check-api only."));
  if (g_variant_dict_lookup (options, "check-source", "&s", &text))
    return check_source (options, text);
  if (g_variant_dict_lookup (options, "check-edition", "^&ay", &text))
    return check_edition (text);

  self->sample = g_variant_dict_contains (options, "sample");
  self->dark = g_variant_dict_contains (options, "dark");
  if (g_variant_dict_lookup (options, "size", "&s", &text)
      && !parse_size (text, &self->width, &self->height))
    return complain (_ ("A size is written as 1180x780."));
  g_strfreev (self->files);
  self->files = g_strdupv ((char **) others);

  return -1;
}

gboolean
news_options_ask_for_sample (int argc, char *const *argv)
{
  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], "--sample") == 0)
      return TRUE;

  return FALSE;
}
