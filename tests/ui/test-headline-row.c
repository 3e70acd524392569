/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-clock.h"
#include "news-headline-row-private.h"
#include "news-picture-view.h"
#include "ui-pictures.h"

/* Monday, 23 November 2026, 15:30 UTC */
#define NOW G_GINT64_CONSTANT (1795447800)

#define WIDTH 320

/* So many narrow letters at most are added to a title, to find one that bold letters break
 * otherwise. */
#define MOST_LETTERS 80

typedef struct
{
  NewsClock *clock;
  NewsHeadline *headline;
  GtkWidget *row;
  GtkListItem *item;
} Fixture;

static NewsHeadline *
create_headline (gint64 number, const char *title)
{
  NewsHeadline *headline = news_headline_new (number);

  headline->title = g_strdup (title);
  headline->outlet = g_strdup ("The Peers");
  headline->preview = g_strdup ("What it tells");
  headline->published = NOW - 300;

  return headline;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock = news_clock_dup ();
  news_clock_set_now (fixture->clock, NOW);
  fixture->headline = create_headline (1, "A title");
  fixture->row = g_object_ref_sink (news_headline_row_new ());
  fixture->item = g_object_new (GTK_TYPE_LIST_ITEM, NULL);
  news_headline_row_set_item (NEWS_HEADLINE_ROW (fixture->row), fixture->item);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->row);
  g_assert_finalize_object (fixture->item);
  g_assert_finalize_object (fixture->headline);
  g_assert_finalize_object (fixture->clock);
}

static void
bind (Fixture *fixture, NewsHeadline *headline)
{
  news_headline_row_set_headline (NEWS_HEADLINE_ROW (fixture->row), NULL, headline);
}

static void
assert_label (Fixture *fixture, const char *expected)
{
  g_autofree char *label = news_headline_row_dup_label (NEWS_HEADLINE_ROW (fixture->row));
  const char *told = gtk_list_item_get_accessible_label (fixture->item);

  g_assert_cmpstr (label, ==, expected);
  g_assert_cmpstr (told, ==, expected);
}

static GtkWidget *
find_picture (Fixture *fixture)
{
  return ui_test_find (fixture->row, NEWS_TYPE_PICTURE_VIEW, NULL);
}

static gboolean
has_picture (Fixture *fixture)
{
  GtkWidget *picture = find_picture (fixture);

  return picture != NULL && gtk_widget_get_visible (picture);
}

/* Of a row that has one: it stands beside the words, and does not grow with the row. */
static gboolean
is_beside (Fixture *fixture)
{
  int width;

  g_assert_true (has_picture (fixture));
  gtk_widget_measure (find_picture (fixture), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL,
                      NULL);

  return width > 0 && width < WIDTH / 2;
}

static NewsHeadlineWords *
get_words (Fixture *fixture)
{
  return _news_headline_row_get_words (NEWS_HEADLINE_ROW (fixture->row));
}

static NewsHeadlineFacts *
get_facts (Fixture *fixture)
{
  return _news_headline_row_get_facts (NEWS_HEADLINE_ROW (fixture->row));
}

static void
assert_texts (Fixture *fixture, const char *title, const char *outlet, const char *behind)
{
  g_assert_cmpstr (news_headline_words_get_title (get_words (fixture)), ==, title);
  g_assert_cmpstr (news_headline_facts_get_outlet (get_facts (fixture)), ==, outlet);
  g_assert_cmpstr (news_headline_facts_get_behind (get_facts (fixture)), ==, behind);
}

static void
assert_marks (Fixture *fixture, gboolean unread, gboolean bookmarked)
{
  g_assert_true (news_headline_facts_is_unread (get_facts (fixture)) == unread);
  g_assert_true (news_headline_facts_is_bookmarked (get_facts (fixture)) == bookmarked);
}

/* Title, source, state and time, in that order. */
static void
test_label (Fixture *fixture, gconstpointer data)
{
  bind (fixture, fixture->headline);
  assert_label (fixture, "A title, The Peers, unread, 5 min");
  news_headline_set_bookmarked (fixture->headline, TRUE);
  assert_label (fixture, "A title, The Peers, unread, bookmarked, 5 min");
  news_headline_set_read (fixture->headline, TRUE);
  assert_label (fixture, "A title, The Peers, bookmarked, 5 min");
  news_headline_set_bookmarked (fixture->headline, FALSE);
  assert_label (fixture, "A title, The Peers, 5 min");
  bind (fixture, NULL);
  assert_label (fixture, "");
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

/* The list's item is told of each change, once. */
static void
test_label_notifies (Fixture *fixture, gconstpointer data)
{
  guint count = 0;

  g_signal_connect (fixture->item, "notify::accessible-label", G_CALLBACK (count_cb), &count);
  bind (fixture, fixture->headline);
  g_assert_cmpuint (count, ==, 1);
  count = 0;
  news_headline_set_read (fixture->headline, TRUE);
  g_assert_cmpuint (count, ==, 1);
  news_headline_set_bookmarked (fixture->headline, TRUE);
  g_assert_cmpuint (count, ==, 2);
  news_clock_set_now (fixture->clock, NOW + 120);
  g_assert_cmpuint (count, ==, 3);
  bind (fixture, NULL);
  g_assert_cmpuint (count, ==, 4);
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  bind (fixture, fixture->headline);
  assert_marks (fixture, TRUE, FALSE);
  news_headline_set_read (fixture->headline, TRUE);
  news_headline_set_bookmarked (fixture->headline, TRUE);
  assert_marks (fixture, FALSE, TRUE);
  bind (fixture, NULL);
  assert_marks (fixture, FALSE, FALSE);
}

/* A lock, for whichever wall, which is also told when it is found after the row was filled. */
static void
test_wall (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsHeadline) teaser = news_headline_new (fixture->headline->article);
  g_autoptr (NewsHeadline) whole = news_headline_new (fixture->headline->article);
  g_autoptr (NewsHeadline) question = news_headline_new (fixture->headline->article);

  teaser->title = g_strdup ("A title");
  teaser->protected = TRUE;
  whole->title = g_strdup ("A title");
  question->title = g_strdup ("A title");
  question->consent = TRUE;
  bind (fixture, fixture->headline);
  g_assert_false (news_headline_facts_is_walled (get_facts (fixture)));
  news_headline_fill (fixture->headline, teaser);
  g_assert_true (news_headline_facts_is_walled (get_facts (fixture)));
  news_headline_fill (fixture->headline, whole);
  g_assert_false (news_headline_facts_is_walled (get_facts (fixture)));
  news_headline_fill (fixture->headline, question);
  g_assert_true (news_headline_facts_is_walled (get_facts (fixture)));
  bind (fixture, NULL);
  g_assert_false (news_headline_facts_is_walled (get_facts (fixture)));
}

/* A row is filled when its headline has been read; till then it claims nothing. */
static void
test_filled_later (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsHeadline) empty = news_headline_new (1);
  const char *description;

  bind (fixture, empty);
  assert_label (fixture, "");
  assert_marks (fixture, FALSE, FALSE);
  news_headline_fill (empty, fixture->headline);
  assert_texts (fixture, "A title", "The Peers", " · 5 min");
  g_assert_cmpstr (news_headline_words_get_preview (get_words (fixture)), ==, "What it tells");
  description = gtk_list_item_get_accessible_description (fixture->item);
  g_assert_cmpstr (description, ==, "What it tells");
  assert_marks (fixture, TRUE, FALSE);
  bind (fixture, NULL);
}

/* Nothing of the last headline stays in a row that is used again, nor does it still listen. */
static void
test_recycled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsHeadline) other = news_headline_new (2);

  fixture->headline->visits = 1234;
  bind (fixture, fixture->headline);
  g_assert_nonnull (strstr (news_headline_facts_get_behind (get_facts (fixture)), "visits"));
  bind (fixture, NULL);
  bind (fixture, other);
  assert_texts (fixture, "", "", "");

  news_headline_fill (fixture->headline, fixture->headline);
  news_headline_set_bookmarked (fixture->headline, TRUE);
  assert_texts (fixture, "", "", "");
  assert_marks (fixture, FALSE, FALSE);
  bind (fixture, NULL);
}

/* What is missing takes no room, and leaves no separator behind. */
static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->headline->outlet, g_free);
  g_clear_pointer (&fixture->headline->preview, g_free);
  bind (fixture, fixture->headline);
  assert_texts (fixture, "A title", "", "5 min");
  g_assert_cmpstr (news_headline_words_get_preview (get_words (fixture)), ==, "");
  g_assert_false (has_picture (fixture));
  assert_label (fixture, "A title, unread, 5 min");

  fixture->headline->published = 0;
  bind (fixture, fixture->headline);
  assert_texts (fixture, "A title", "", "");
  assert_label (fixture, "A title, unread");
  bind (fixture, NULL);
}

/* The first of a list has its picture above; one without a picture is only larger. */
static void
test_leading (Fixture *fixture, gconstpointer data)
{
  NewsHeadlineRow *row = NEWS_HEADLINE_ROW (fixture->row);

  fixture->headline->lead = ui_pictures_create_picture ("https://pictures.example/a.png", 400, 200);
  bind (fixture, fixture->headline);
  g_assert_true (is_beside (fixture));
  news_headline_row_set_leading (row, TRUE);
  g_assert_false (is_beside (fixture));
  news_headline_row_set_leading (row, FALSE);
  g_assert_true (is_beside (fixture));
  news_headline_row_set_leading (row, TRUE);

  g_clear_pointer (&fixture->headline->lead, news_picture_unref);
  bind (fixture, fixture->headline);
  g_assert_false (has_picture (fixture));

  news_headline_row_set_leading (row, FALSE);
  bind (fixture, fixture->headline);
  g_assert_false (has_picture (fixture));
  bind (fixture, NULL);
}

/* The picture is seen beside the words that say the same: a screen reader passes it by. */
static void
test_quiet_picture (Fixture *fixture, gconstpointer data)
{
  fixture->headline->lead = ui_pictures_create_picture ("https://pictures.example/a.png", 400, 200);
  bind (fixture, fixture->headline);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find_picture (fixture)),
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION);
  bind (fixture, NULL);
}

/* The time on show stays true, without anything else that happens. */
static void
test_grows_old (Fixture *fixture, gconstpointer data)
{
  bind (fixture, fixture->headline);
  assert_texts (fixture, "A title", "The Peers", " · 5 min");
  news_clock_set_now (fixture->clock, NOW + 60);
  assert_texts (fixture, "A title", "The Peers", " · 6 min");
  assert_label (fixture, "A title, The Peers, unread, 6 min");
  bind (fixture, NULL);
  news_clock_set_now (fixture->clock, NOW + 120);
  assert_texts (fixture, "", "", "");
}

/* How high the row is with a headline of its own. */
static int
measure_title (Fixture *fixture, const char *title, gboolean read)
{
  g_autoptr (NewsHeadline) headline = create_headline (2, title);
  int height;

  headline->read = read;
  bind (fixture, headline);
  ui_test_draw (fixture->row);
  height = gtk_widget_get_height (fixture->row);
  bind (fixture, NULL);

  return height;
}

/* A title that needs a line less in plain letters, at this width and with the fonts that there are.
 */
static char *
find_title (Fixture *fixture)
{
  g_autoptr (GString) title = g_string_new ("Monday Monday Monday ");

  for (int i = 0; i < MOST_LETTERS; i++)
    {
      g_string_append_c (title, 'i');
      if (measure_title (fixture, title->str, TRUE) < measure_title (fixture, title->str, FALSE))
        return g_string_free_and_steal (g_steal_pointer (&title));
    }

  return NULL;
}

/* What is read does not move what stands below it; a row that is used again begins anew. */
static void
test_keeps_height (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsHeadline) again = news_headline_new (fixture->headline->article);
  g_autofree char *title = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWindow *window;
  int height;

  gtk_box_append (GTK_BOX (box), fixture->row);
  window = ui_test_show (box, WIDTH, 300);
  title = find_title (fixture);
  g_assert_nonnull (title);

  g_set_str (&fixture->headline->title, title);
  bind (fixture, fixture->headline);
  ui_test_draw (fixture->row);
  height = gtk_widget_get_height (fixture->row);
  news_headline_set_read (fixture->headline, TRUE);
  news_headline_set_bookmarked (fixture->headline, TRUE);
  ui_test_draw (fixture->row);
  g_assert_cmpint (gtk_widget_get_height (fixture->row), ==, height);
  news_headline_fill (again, fixture->headline);
  again->visits = 5;
  news_headline_fill (fixture->headline, again);
  ui_test_draw (fixture->row);
  g_assert_cmpint (gtk_widget_get_height (fixture->row), ==, height);

  bind (fixture, NULL);
  bind (fixture, fixture->headline);
  ui_test_draw (fixture->row);
  g_assert_cmpint (gtk_widget_get_height (fixture->row), <, height);

  bind (fixture, NULL);
  ui_test_close (window);
}

#define ADD(name, function) \
  g_test_add ("/headline-row/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("label", test_label);
  ADD ("label-notifies", test_label_notifies);
  ADD ("marks", test_marks);
  ADD ("wall", test_wall);
  ADD ("filled-later", test_filled_later);
  ADD ("recycled", test_recycled);
  ADD ("missing", test_missing);
  ADD ("leading", test_leading);
  ADD ("quiet-picture", test_quiet_picture);
  ADD ("grows-old", test_grows_old);
  ADD ("keeps-height", test_keeps_height);

  return g_test_run ();
}
