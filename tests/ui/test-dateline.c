/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-clock.h"
#include "news-dateline.h"

#include <locale.h>

/* Monday, 23 November 2026, 15:30 UTC */
#define NOW G_GINT64_CONSTANT (1795447800)

/* Half past ten in the morning of New York: thirteen and a half hours later it is midnight there.
 */
#define MIDNIGHT (NOW + 13 * 60 * 60 + 30 * 60)

typedef struct
{
  NewsClock *clock;
  GtkWidget *dateline;
} Fixture;

static NewsEdition *
create_edition (const char *city, const char *zone)
{
  g_autofree char *text = g_strdup_printf (
    "{ \"format\": 1, \"id\": \"test\", \"name\": \"Test\", \"language\": \"en\", \"city\": "
    "\"%s\", \"timezone\": \"%s\", \"sections\": [ { \"id\": \"home\", \"title\": \"Home\" } ], "
    "\"sources\": [] }",
    city, zone);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  NewsEdition *edition = news_edition_new_from_bytes (bytes, "test", &error);

  g_assert_no_error (error);

  return edition;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock = news_clock_dup ();
  news_clock_set_now (fixture->clock, NOW);
  fixture->dateline = g_object_ref_sink (g_object_new (NEWS_TYPE_DATELINE, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->dateline);
  g_assert_finalize_object (fixture->clock);
}

static void
set_city (Fixture *fixture, const char *city, const char *zone)
{
  g_autoptr (NewsEdition) edition = create_edition (city, zone);

  news_dateline_set_edition (NEWS_DATELINE (fixture->dateline), edition);
}

static void
assert_text (Fixture *fixture, const char *expected)
{
  GtkWidget *label = ui_test_find (fixture->dateline, GTK_TYPE_LABEL, NULL);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, expected);
}

static void
test_city (Fixture *fixture, gconstpointer data)
{
  /* Before there is an edition, a minute that begins is nothing to tell of. */
  news_clock_set_now (fixture->clock, NOW - 60);
  assert_text (fixture, "");

  set_city (fixture, "New York", "America/New_York");
  assert_text (fixture, "New York: Monday, November 23, 2026");
  set_city (fixture, "北京", "Asia/Shanghai");
  assert_text (fixture, "北京: Monday, November 23, 2026");
}

/* At the city's midnight, not at the reader's. */
static void
test_midnight (Fixture *fixture, gconstpointer data)
{
  set_city (fixture, "New York", "America/New_York");
  news_clock_set_now (fixture->clock, MIDNIGHT - 1);
  assert_text (fixture, "New York: Monday, November 23, 2026");
  news_clock_set_now (fixture->clock, MIDNIGHT);
  assert_text (fixture, "New York: Tuesday, November 24, 2026");

  set_city (fixture, "Shanghai", "Asia/Shanghai");
  news_clock_set_now (fixture->clock, NOW + 30 * 60);
  assert_text (fixture, "Shanghai: Tuesday, November 24, 2026");
}

/* An edition's file can't name one, but the system's tables may come to lack it. */
static void
test_unknown_zone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsEdition) edition = create_edition ("Atlantis", "UTC");

  g_set_str (&edition->timezone, "Nowhere/Atlantis");
  news_dateline_set_edition (NEWS_DATELINE (fixture->dateline), edition);
  assert_text (fixture, "Atlantis: Monday, November 23, 2026");
}

/* Days and months are named in the reader's locale, whatever the edition's language. */
static void
test_locale (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_strdup (setlocale (LC_TIME, NULL));
  GtkWidget *label = ui_test_find (fixture->dateline, GTK_TYPE_LABEL, NULL);

  if (setlocale (LC_TIME, "zh_CN.UTF-8") == NULL)
    {
      g_test_skip ("There are no data for the locale zh_CN");
      return;
    }

  set_city (fixture, "New York", "America/New_York");
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), "星期"));
  setlocale (LC_TIME, before);
}

#define ADD(name, function) \
  g_test_add ("/dateline/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("city", test_city);
  ADD ("midnight", test_midnight);
  ADD ("unknown-zone", test_unknown_zone);
  ADD ("locale", test_locale);

  return g_test_run ();
}
