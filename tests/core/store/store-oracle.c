/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "store-oracle.h"

#define ANSWER_SECONDS 3600

static gint64
choose_time (const OracleTelling *telling, gint64 first_seen, gint64 now)
{
  return telling->published == 0 || telling->published > now ? first_seen : telling->published;
}

static void
set_sections (OracleArticle *article, guint asked_bit, int told)
{
  guint before = article->sections | article->asked;

  if (told < 0)
    {
      if (asked_bit != 0 && !(before & asked_bit))
        article->asked |= asked_bit;
      return;
    }

  article->sections = (guint) told;
  article->asked = (article->asked | asked_bit) & ~(guint) told;
}

/* Returns whether it is another version. */
static gboolean
tell (OracleArticle *article, const OracleTelling *telling, gint64 now)
{
  gboolean changed = article->title != telling->title;

  article->title = telling->title;
  if (telling->published != 0 && telling->published != article->published)
    {
      article->published = telling->published;
      article->sorted = choose_time (telling, article->first_seen, now);
    }
  if (telling->visits >= 0)
    article->visits = telling->visits;

  return changed;
}

static void
make (Oracle *self, OracleArticle *article, const OracleTelling *telling, gint64 now)
{
  if (article->number == 0)
    article->number = ++self->last_number;

  article->there = TRUE;
  article->title = telling->title;
  article->published = telling->published;
  article->first_seen = now;
  article->sorted = choose_time (telling, now, now);
  article->visits = telling->visits;
  article->sections = 0;
  article->asked = 0;
  article->topics = 0;
}

static gboolean
is_repeated (const OracleTelling *tellings, guint length, guint index)
{
  for (guint i = index + 1; i < length; i++)
    if (tellings[i].id == tellings[index].id)
      return TRUE;

  return FALSE;
}

OracleTaken
oracle_take_in (Oracle *self,
                guint source,
                guint section,
                const OracleTelling *tellings,
                guint length,
                gint64 now)
{
  OracleTaken taken = { 0 };

  for (guint i = 0; i < length; i++)
    {
      OracleArticle *article = &self->articles[source][tellings[i].id];

      if (is_repeated (tellings, length, i))
        continue;

      if (!article->there)
        {
          make (self, article, &tellings[i], now);
          taken.added++;
        }
      else if (tell (article, &tellings[i], now))
        {
          taken.changed++;
        }
      else
        {
          taken.known++;
        }

      if (tellings[i].topics >= 0)
        article->topics = (guint) tellings[i].topics;
      set_sections (article, section > 0 ? 1u << section : 0, tellings[i].sections);
      article->told = now;
    }

  self->told[source][section] = now;

  return taken;
}

static gboolean
is_told (Oracle *self, guint source, const OracleArticle *article)
{
  guint queries = 1 | article->sections | article->asked;

  for (guint i = 0; i <= ORACLE_SECTIONS; i++)
    if ((queries & 1u << i) && self->told[source][i] > 0
        && article->told + ANSWER_SECONDS >= self->told[source][i])
      return TRUE;

  return FALSE;
}

int
oracle_drop_older (Oracle *self, gint64 before)
{
  int dropped = 0;

  for (guint source = 0; source < ORACLE_SOURCES; source++)
    for (guint id = 0; id < ORACLE_IDS; id++)
      {
        OracleArticle *article = &self->articles[source][id];

        if (!article->there || article->told >= before || article->bookmarked
            || is_told (self, source, article))
          continue;

        article->there = FALSE;
        if (!article->read)
          *article = (OracleArticle) { 0 };
        dropped++;
      }

  return dropped;
}

OracleArticle *
oracle_find (Oracle *self, gint64 number)
{
  for (guint source = 0; source < ORACLE_SOURCES; source++)
    for (guint id = 0; id < ORACLE_IDS; id++)
      if (number != 0 && self->articles[source][id].number == number)
        return &self->articles[source][id];

  return NULL;
}

gboolean
oracle_set_read (Oracle *self, gint64 number, gboolean read, gint64 now)
{
  OracleArticle *article = oracle_find (self, number);

  if (article == NULL || article->read == read)
    return FALSE;

  article->read = read;
  article->read_at = read ? now : 0;

  return TRUE;
}

void
oracle_set_bookmarked (Oracle *self, gint64 number, gboolean bookmarked, gint64 now)
{
  OracleArticle *article = oracle_find (self, number);

  if (bookmarked && !article->bookmarked)
    article->bookmarked_at = now;
  article->bookmarked = bookmarked;
}

gboolean
oracle_is_in (Oracle *self, const OracleArticle *article, const OracleSection *section)
{
  guint source = (guint) (article - &self->articles[0][0]) / ORACLE_IDS;

  return article->there
         && (section->queries[source] & (1 | article->sections | article->asked)) != 0;
}

typedef struct
{
  gint64 time;
  gint64 number;
} Row;

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *one = a;
  const Row *other = b;

  if (one->time != other->time)
    return one->time > other->time ? -1 : 1;

  return one->number > other->number ? -1 : 1;
}

typedef enum
{
  SECTION,
  TOPIC,
  BOOKMARKS,
} Kind;

static GArray *
list (Oracle *self, Kind kind, gconstpointer what, gint64 kept)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ORACLE_SOURCES * ORACLE_IDS; i++)
    {
      OracleArticle *article = &self->articles[i / ORACLE_IDS][i % ORACLE_IDS];
      Row row = { kind == BOOKMARKS ? article->bookmarked_at : article->sorted, article->number };
      gboolean in = article->number == kept;

      if (kind == SECTION)
        in |= oracle_is_in (self, article, what);
      else if (kind == TOPIC)
        in |= (article->topics & 1u << GPOINTER_TO_UINT (what)) != 0;
      else
        in = article->bookmarked || (in && article->bookmarked_at != 0);

      if (in && article->there)
        g_array_append_val (rows, row);
    }

  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (numbers, g_array_index (rows, Row, i).number);

  return numbers;
}

GArray *
oracle_list_section (Oracle *self, const OracleSection *section, gint64 kept)
{
  return list (self, SECTION, section, kept);
}

GArray *
oracle_list_topic (Oracle *self, guint topic, gint64 kept)
{
  return list (self, TOPIC, GUINT_TO_POINTER (topic), kept);
}

GArray *
oracle_list_bookmarks (Oracle *self, gint64 kept)
{
  return list (self, BOOKMARKS, NULL, kept);
}

static int
compare_visits (gconstpointer a, gconstpointer b, gpointer data)
{
  const OracleArticle *one = oracle_find (data, *(const gint64 *) a);
  const OracleArticle *other = oracle_find (data, *(const gint64 *) b);
  Row rows[] = { { one->sorted, one->number }, { other->sorted, other->number } };

  if (one->visits != other->visits)
    return one->visits > other->visits ? -1 : 1;

  return compare_rows (&rows[0], &rows[1]);
}

static gboolean
passes (const OracleArticle *article, OracleFilter filter, gint64 since)
{
  switch (filter)
    {
    case ORACLE_UNREAD:
      return !article->read || article->read_at >= since;

    case ORACLE_BOOKMARKED:
      return article->bookmarked;

    default:
      return TRUE;
    }
}

GArray *
oracle_view (Oracle *self,
             GArray *numbers,
             OracleFilter filter,
             OracleOrder order,
             gint64 since,
             gint64 kept)
{
  GArray *view = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) last = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 number = g_array_index (numbers, gint64, i);
      OracleArticle *article = oracle_find (self, number);

      if (number != kept && !passes (article, filter, since))
        continue;

      if (order == ORACLE_OLDEST)
        g_array_prepend_val (view, number);
      else if (order == ORACLE_MOST_VISITED && article->visits <= 0)
        g_array_append_val (last, number);
      else
        g_array_append_val (view, number);
    }

  if (order == ORACLE_MOST_VISITED)
    g_array_sort_with_data (view, compare_visits, self);
  g_array_append_vals (view, last->data, last->len);

  return view;
}

guint
oracle_count (Oracle *self, const OracleSection *sections, guint length)
{
  guint count = 0;

  for (guint i = 0; i < ORACLE_SOURCES * ORACLE_IDS; i++)
    {
      OracleArticle *article = &self->articles[i / ORACLE_IDS][i % ORACLE_IDS];
      gboolean in = FALSE;

      for (guint j = 0; j < length; j++)
        in |= oracle_is_in (self, article, &sections[j]);
      count += in && !article->read;
    }

  return count;
}
