/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-line-breaker.h"

#include "news-line-demerits.h"

#include <math.h>
#include <string.h>

#define ROUNDS 3000

/* Letters are 10 wide, spaces 6 with a stretch of 3 and a shrink of 2, hyphens 4; "~" is a place
 * for a hyphen, "|" one for the end of a line without any. */
static GArray *
create_items (const char *text)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (NewsLineItem));

  for (const char *at = text; *at != '\0'; at++)
    {
      NewsLineItem item = { .kind = NEWS_LINE_BOX, .width = 10 };

      if (*at == ' ')
        item = (NewsLineItem) { .kind = NEWS_LINE_GLUE, .width = 6, .stretch = 3, .shrink = 2 };
      if (*at == '~')
        item = (NewsLineItem) {
          .kind = NEWS_LINE_PENALTY, .width = 4, .penalty = 50, .flagged = TRUE
        };
      if (*at == '|')
        item = (NewsLineItem) { .kind = NEWS_LINE_PENALTY };
      if (*at == '!')
        item = (NewsLineItem) { .kind = NEWS_LINE_PENALTY, .penalty = NEWS_LINE_NEVER };
      g_array_append_val (items, item);
    }

  return items;
}

static GArray *
break_items (GArray *items, const NewsLineShape *shape)
{
  return news_line_breaker_break ((const NewsLineItem *) items->data, items->len, shape);
}

/* The lines, with a "/" between them and a "-" for each hyphen. */
static char *
dup_lines (const char *text, const NewsLineShape *shape)
{
  g_autoptr (GArray) items = create_items (text);
  g_autoptr (GArray) breaks = break_items (items, shape);
  GString *lines = g_string_new (NULL);
  guint start = 0;

  for (guint i = 0; i < breaks->len; i++)
    {
      guint end = g_array_index (breaks, NewsLineBreak, i).item;

      for (guint k = start; k < end; k++)
        if (strchr ("~|!", text[k]) == NULL)
          g_string_append_c (lines, text[k]);
      if (end < items->len && text[end] == '~')
        g_string_append_c (lines, '-');
      if (i + 1 < breaks->len)
        g_string_append_c (lines, '/');
      start = news_line_breaker_skip ((const NewsLineItem *) items->data, items->len, end);
    }

  return g_string_free (lines, FALSE);
}

static void
assert_lines (const char *text, const NewsLineShape *shape, const char *expected)
{
  g_autofree char *lines = dup_lines (text, shape);

  g_assert_cmpstr (lines, ==, expected);
}

static void
test_table (void)
{
  static const struct
  {
    const char *text;
    NewsLineShape shape;
    const char *lines;
  } rows[] = {
    { "", { 100, 0, 0 }, "" },
    { "a", { 100, 0, 0 }, "a" },
    { "a", { 1, 0, 0 }, "a" },
    { "aa bb cc dd", { 46, 0, 0 }, "aa bb/cc dd" },
    /* No glue is left where a line begins or ends. */
    { "aa   bb", { 30, 0, 0 }, "aa/bb" },
    /* A word that is too wide has a line to itself, and does not take others with it. */
    { "a bbbbbbbb c", { 40, 0, 0 }, "a/bbbbbbbb/c" },
    { "bbbbbbbb", { 40, 0, 0 }, "bbbbbbbb" },
    { "aaaaa|bbbbb|ccccc", { 20, 0, 0 }, "aaaaa/bbbbb/ccccc" },
    { "a|b|c|d|e", { 20, 0, 0 }, "ab/cd/e" },
    { "aaaa~aaaa", { 44, 0, 0 }, "aaaa-/aaaa" },
    { "aaaa~aaaa", { 80, 0, 0 }, "aaaaaaaa" },
    /* A hyphen that does not fit, where the next place to break does. */
    { "aaaa~a|a", { 50, 0, 0 }, "aaaaa/a" },
    { "aa! bb", { 20, 0, 0 }, "aa bb" },
    /* The first line may be narrower, or wider, than the others. */
    { "aa bb cc dd", { 46, 26, 0 }, "aa/bb cc/dd" },
    { "aa bb cc dd", { 46, -26, 0 }, "aa bb cc/dd" },
    /* So may be several of the first ones, beside a drop cap. */
    { "aa bb cc dd ee", { 46, 26, 0, 2 }, "aa/bb/cc dd/ee" },
    { "aa bb cc dd ee", { 46, 26, 0, 4 }, "aa/bb/cc/dd/ee" },
    /* Ragged: rather two lines alike than one full and one nearly empty. */
    { "aaa bb cc", { 68, 0, 30 }, "aaa bb/cc" },
    { "aaaa bb c dddddd ee ff", { 92, 0, 30 }, "aaaa bb c/dddddd ee/ff" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_lines (rows[i].text, &rows[i].shape, rows[i].lines);
}

static void
test_demerits (void)
{
  static const struct
  {
    NewsLine line;
    double ratio;
    NewsLineFitness fitness;
    double demerits;
  } rows[] = {
    { { 100, 10, 10, 100, .before = NEWS_LINE_DECENT }, 0, NEWS_LINE_DECENT, 100 },
    { { 90, 10, 10, 100, .before = NEWS_LINE_DECENT }, 1, NEWS_LINE_LOOSE, 110 * 110 },
    { { 110, 10, 10, 100, .before = NEWS_LINE_DECENT }, -1, NEWS_LINE_TIGHT, 110 * 110 },
    { { 80, 10, 10, 100, .before = NEWS_LINE_DECENT }, 2, NEWS_LINE_VERY_LOOSE, 810 * 810 + 10000 },
    { { 100, 10, 10, 100, 50, TRUE, FALSE, .before = NEWS_LINE_DECENT },
      0,
      NEWS_LINE_DECENT,
      60 * 60 },
    { { 100, 10, 10, 100, 50, TRUE, TRUE, .before = NEWS_LINE_DECENT },
      0,
      NEWS_LINE_DECENT,
      60 * 60 + 10000 },
    { { 100, 10, 10, 100, 50, TRUE, TRUE, .ragged = TRUE, .before = NEWS_LINE_DECENT },
      0,
      NEWS_LINE_DECENT,
      60 * 60 + 40000 },
    { { 100, 10, 10, 100, -5, .before = NEWS_LINE_DECENT }, 0, NEWS_LINE_DECENT, 75 },
    { { 50, 10, 10, 100, .last = TRUE, .before = NEWS_LINE_DECENT }, 0, NEWS_LINE_DECENT, 100 },
    { { 5, 10, 10, 100, .last = TRUE, .before = NEWS_LINE_DECENT }, 0, NEWS_LINE_DECENT, 6100 },
    { { 50, 10, 10, 100, .before_flagged = TRUE, .last = TRUE, .before = NEWS_LINE_DECENT },
      0,
      NEWS_LINE_DECENT,
      5100 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double ratio = news_line_get_ratio (&rows[i].line);

      g_assert_cmpfloat_with_epsilon (ratio, rows[i].ratio, 1e-9);
      g_assert_cmpint (news_line_get_fitness (ratio), ==, rows[i].fitness);
      g_assert_cmpfloat_with_epsilon (news_line_get_demerits (&rows[i].line, ratio),
                                      rows[i].demerits, 1e-6);
    }
}

/* --- all ways there are, looked at one by one --- */

typedef struct
{
  GArray *items;
  const NewsLineShape *shape;
  double tolerance;
  int emergency;
  double best;
} Oracle;

static gboolean
may_end (GArray *items, guint item)
{
  const NewsLineItem *at = &g_array_index (items, NewsLineItem, item);

  if (item == 0 || at->kind == NEWS_LINE_BOX)
    return FALSE;
  if (at->kind == NEWS_LINE_GLUE)
    return g_array_index (items, NewsLineItem, item - 1).kind == NEWS_LINE_BOX;

  return at->penalty < NEWS_LINE_NEVER;
}

static NewsLine
get_line (Oracle *self, guint start, guint end, guint n_lines)
{
  NewsLine line
    = { .width = self->shape->width
                 - (n_lines < MAX (self->shape->n_indented, 1) ? self->shape->indent : 0),
        .last = end == self->items->len,
        .ragged = self->shape->rag > 0 };

  for (guint i = start; i < end; i++)
    {
      const NewsLineItem *item = &g_array_index (self->items, NewsLineItem, i);

      if (item->kind != NEWS_LINE_PENALTY)
        line.natural += item->width;
      if (item->kind == NEWS_LINE_GLUE && !line.ragged)
        {
          line.stretch += item->stretch;
          line.shrink += item->shrink;
        }
    }
  line.stretch += self->emergency + self->shape->rag;
  if (!line.last && g_array_index (self->items, NewsLineItem, end).kind == NEWS_LINE_PENALTY)
    {
      const NewsLineItem *item = &g_array_index (self->items, NewsLineItem, end);

      line.natural += item->width;
      line.penalty = item->penalty;
      line.flagged = item->flagged;
    }

  return line;
}

static void
search (Oracle *self,
        guint start,
        guint n_lines,
        double demerits,
        NewsLineFitness fitness,
        gboolean flagged)
{
  for (guint end = start + 1; end <= self->items->len; end++)
    {
      NewsLine line;
      double ratio;
      double sum;
      guint next;

      if (end < self->items->len && !may_end (self->items, end))
        continue;
      line = get_line (self, start, end, n_lines);
      line.before = fitness;
      line.before_flagged = flagged;
      ratio = news_line_get_ratio (&line);
      if (ratio < -1 || ratio > self->tolerance)
        continue;

      sum = demerits + news_line_get_demerits (&line, ratio);
      next
        = news_line_breaker_skip ((const NewsLineItem *) self->items->data, self->items->len, end);
      if (end == self->items->len)
        self->best = MIN (self->best, sum);
      else
        search (self, next, n_lines + 1, sum, news_line_get_fitness (ratio), line.flagged);
    }
}

/* What the lines that were found cost. */
static double
add_up (Oracle *self, GArray *breaks)
{
  NewsLineFitness fitness = NEWS_LINE_DECENT;
  gboolean flagged = FALSE;
  double sum = 0;
  guint start = 0;

  for (guint i = 0; i < breaks->len; i++)
    {
      guint end = g_array_index (breaks, NewsLineBreak, i).item;
      NewsLine line = get_line (self, start, end, i);
      double ratio;

      line.before = fitness;
      line.before_flagged = flagged;
      ratio = news_line_get_ratio (&line);
      sum += news_line_get_demerits (&line, ratio);
      fitness = news_line_get_fitness (ratio);
      flagged = line.flagged;
      start
        = news_line_breaker_skip ((const NewsLineItem *) self->items->data, self->items->len, end);
    }

  return sum;
}

static char *
create_random_text (int length)
{
  GString *text = g_string_new ("a");

  for (int i = 0; i < length; i++)
    g_string_append_c (text, "aaaaaaaa   ~|!"[g_test_rand_int_range (0, 14)]);
  g_string_append_c (text, 'a');

  return g_string_free (text, FALSE);
}

static NewsLineShape
create_random_shape (void)
{
  return (NewsLineShape) { .width = g_test_rand_int_range (5, 150),
                           .indent = g_test_rand_bit () ? g_test_rand_int_range (-30, 30) : 0,
                           .rag = g_test_rand_bit () ? g_test_rand_int_range (1, 60) : 0,
                           .n_indented = (guint) g_test_rand_int_range (0, 5) };
}

static void
test_oracle (void)
{
  guint compared = 0;

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *text = create_random_text (g_test_rand_int_range (0, 28));
      g_autoptr (GArray) items = create_items (text);
      NewsLineShape shape = create_random_shape ();
      g_autoptr (GArray) breaks = break_items (items, &shape);
      Oracle oracle = { items, &shape, 2, 0, G_MAXDOUBLE };

      search (&oracle, 0, 0, 0, NEWS_LINE_DECENT, FALSE);
      if (oracle.best == G_MAXDOUBLE)
        {
          oracle.tolerance = G_MAXDOUBLE;
          oracle.emergency = MAX (shape.width / 40, 1);
          search (&oracle, 0, 0, 0, NEWS_LINE_DECENT, FALSE);
        }
      /* Where a box is too wide, there is nothing to compare with. */
      if (oracle.best == G_MAXDOUBLE)
        continue;
      compared++;
      if (fabs (add_up (&oracle, breaks) - oracle.best) > 1e-6 * oracle.best)
        g_error ("“%s” at %d, %d of %u, %d: %g instead of %g", text, shape.width, shape.indent,
                 shape.n_indented, shape.rag, add_up (&oracle, breaks), oracle.best);
    }
  g_assert_cmpuint (compared, >, ROUNDS / 3);
}

static gboolean
can_be_broken (GArray *items, guint start, guint end)
{
  for (guint i = start + 1; i < end; i++)
    if (may_end (items, i) && g_array_index (items, NewsLineItem, i).width == 0)
      return TRUE;
    else if (may_end (items, i) && g_array_index (items, NewsLineItem, i).kind == NEWS_LINE_GLUE)
      return TRUE;

  return FALSE;
}

/* The ends are in order, the ratio fills the line, and a line that is too wide can't be helped. */
static void
check (GArray *items, const NewsLineShape *shape, GArray *breaks)
{
  Oracle oracle = { items, shape, 0, 0, 0 };
  guint start = 0;

  g_assert_cmpuint (g_array_index (breaks, NewsLineBreak, breaks->len - 1).item, ==, items->len);
  for (guint i = 0; i < breaks->len; i++)
    {
      const NewsLineBreak *end = &g_array_index (breaks, NewsLineBreak, i);
      NewsLine line = get_line (&oracle, start, end->item, i);

      g_assert_true (end->item > start);
      g_assert_true (end->item == items->len || may_end (items, end->item));
      line.stretch -= shape->rag;
      if (end->ratio < -1)
        g_assert_false (can_be_broken (items, start, end->item));
      else if (end->ratio < 0)
        g_assert_cmpfloat_with_epsilon ((double) line.natural + end->ratio * (double) line.shrink,
                                        line.width, 1e-6);
      else if (end->ratio > 0)
        g_assert_cmpfloat_with_epsilon ((double) line.natural + end->ratio * (double) line.stretch,
                                        line.width, 1e-6);
      else
        g_assert_cmpint (line.natural, <=, line.width);
      start = news_line_breaker_skip ((const NewsLineItem *) items->data, items->len, end->item);
    }
}

static void
test_properties (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *text = create_random_text (g_test_rand_int_range (0, 300));
      g_autoptr (GArray) items = create_items (text);
      NewsLineShape shape = create_random_shape ();
      g_autoptr (GArray) breaks = break_items (items, &shape);

      check (items, &shape, breaks);
    }
}

/* A page of Chinese without any paragraph, and one of letters without any blank. */
static void
test_long (void)
{
  g_autoptr (GString) han = g_string_new (NULL);
  g_autoptr (GString) letters = g_string_new (NULL);
  NewsLineShape shape = { 400, 20, 0 };

  for (int i = 0; i < 50000; i++)
    {
      g_string_append (han, "a|");
      g_string_append (letters, "a");
    }
  {
    g_autoptr (GArray) items = create_items (han->str);
    g_autoptr (GArray) breaks = break_items (items, &shape);

    g_assert_cmpuint (breaks->len, ==, 1251);
  }
  {
    g_autoptr (GArray) items = create_items (letters->str);
    g_autoptr (GArray) breaks = break_items (items, &shape);

    g_assert_cmpuint (breaks->len, ==, 1);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/line-breaker/table", test_table);
  g_test_add_func ("/line-breaker/demerits", test_demerits);
  g_test_add_func ("/line-breaker/oracle", test_oracle);
  g_test_add_func ("/line-breaker/properties", test_properties);
  g_test_add_func ("/line-breaker/long", test_long);

  return g_test_run ();
}
