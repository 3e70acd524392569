/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-home.h"

#include "news-id-set.h"
#include "news-query-table.h"
#include "news-recent.h"
#include "news-rows.h"
#include "news-top-stories.h"

#define ROWS_OF_SECTION 6

/* Of them some may be shown already, at the top or in another section. */
#define READ (2 * ROWS_OF_SECTION)

/* Adds the first @most rows of @section that are not shown yet. Returns how many there were. */
static guint
add_new (GArray *section, guint group, guint most, NewsIdSet *shown, GArray *rows)
{
  guint added = 0;

  for (guint i = 0; i < section->len && added < most; i++)
    {
      NewsRow row = g_array_index (section, NewsRow, i);

      if (news_id_set_add (shown, row.article))
        {
          row.group = group;
          g_array_append_val (rows, row);
          added++;
        }
    }

  return added;
}

/* What is shown already may stand at the top of this section too: then it is read further down.
 * @top are its first rows, or NULL if they are to be read too. */
static void
read_section (NewsDatabase *database,
              GArray *queries,
              GArray *top,
              guint group,
              NewsIdSet *shown,
              GArray *rows)
{
  guint added = top != NULL ? add_new (top, group, ROWS_OF_SECTION, shown, rows) : 0;
  gboolean more = top == NULL || top->len == READ;

  for (guint limit = top != NULL ? READ * 4 : READ; more && added < ROWS_OF_SECTION; limit *= 4)
    {
      g_autoptr (GArray) section = news_rows_new ();

      news_rows_read (database, queries, (int) limit, section);
      added += add_new (section, group, ROWS_OF_SECTION - added, shown, rows);
      more = section->len == limit;
    }
}

void
news_home_read (NewsDatabase *database, NewsScope *scope, GArray *rows)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (NewsQueryTable) queries = news_query_table_new (database);
  g_autoptr (NewsIdSet) shown = news_id_set_new ();
  g_autoptr (GPtrArray) tops = NULL;

  for (guint i = 0; i < scope->sections->len; i++)
    g_ptr_array_add (sections,
                     news_query_table_list (queries, g_ptr_array_index (scope->sections, i)));

  news_top_stories_read (database, sections, rows);
  for (guint i = 0; i < rows->len; i++)
    news_id_set_add (shown, g_array_index (rows, NewsRow, i).article);

  tops = news_recent_read_tops (database, sections, READ);
  for (guint i = 0; i < sections->len; i++)
    read_section (database, g_ptr_array_index (sections, i), g_ptr_array_index (tops, i), 1 + i,
                  shown, rows);
}
