/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* A list of the store in a list view, while articles come and are marked, and it is seen through
 * other filters and in other orders, piece by piece or at once: it ends up as what a plain array of
 * all articles says, and so does what the view shows. */

#include "ui-store.h"
#include "ui-test.h"

#include "news-headline-model.h"

#define STORIES 45
#define SEEDS 6
#define ROUNDS 60

/* A story as the test knows it; its number in the store is its index. */
typedef struct
{
  gboolean there;
  gboolean read;
  gboolean bookmarked;
} Story;

typedef struct
{
  UiStore *store;
  NewsHeadlineModel *model;
  GtkWidget *view;
  GRand *random;

  Story stories[STORIES + 1];
  gint64 numbers[STORIES + 1];
  int last;
  int kept; /* 0 for none */
  NewsFilter filter;
  NewsOrder order;
  gint64 since;
  guint pending; /* calls of the store */
} Fixture;

/* --- the view --- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new ("."));
}

static void
setup_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  gtk_list_header_set_child (header, gtk_label_new (NULL));
}

static char *
dup_heading (Fixture *fixture, guint position)
{
  const char *title = news_headline_model_get_heading (fixture->model, position);

  return title != NULL ? g_strdup (title)
                       : g_strdup_printf ("%" G_GINT64_FORMAT,
                                          news_headline_model_get_day (fixture->model, position)
                                            / (24 * 60 * 60));
}

static void
bind_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header, Fixture *fixture)
{
  NewsHeadline *first = gtk_list_header_get_item (header);
  guint position = news_headline_model_find_near (fixture->model, first->article,
                                                  gtk_list_header_get_start (header));
  g_autofree char *heading = NULL;

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  heading = dup_heading (fixture, position);
  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), heading);
}

static GtkWidget *
create_view (Fixture *fixture)
{
  GtkListItemFactory *rows = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *headers = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection
    = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (fixture->model))));
  GtkWidget *view = gtk_list_view_new (selection, rows);

  g_signal_connect (rows, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (headers, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect (headers, "bind", G_CALLBACK (bind_header_cb), fixture);
  gtk_list_view_set_header_factory (GTK_LIST_VIEW (view), headers);
  g_object_unref (headers);

  return view;
}

static char *
dup_shown (Fixture *fixture)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) labels = ui_test_list (fixture->view, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    g_string_append (text, gtk_label_get_text (g_ptr_array_index (labels, i)));

  return g_string_free_and_steal (text);
}

/* --- the oracle --- */

static gboolean
passes (Fixture *fixture, int i)
{
  const Story *story = &fixture->stories[i];

  if (!story->there)
    return FALSE;
  if (fixture->filter == NEWS_FILTER_BOOKMARKED && !story->bookmarked)
    return i == fixture->kept;

  return fixture->filter != NEWS_FILTER_UNREAD || !story->read || fixture->since == 0
         || i == fixture->kept;
}

/* The stories that are listed, in their order. */
static GArray *
list_expected (Fixture *fixture)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = fixture->last; i >= 1; i--)
    if (passes (fixture, i))
      {
        if (fixture->order == NEWS_ORDER_OLDEST)
          g_array_prepend_val (list, i);
        else
          g_array_append_val (list, i);
      }

  return list;
}

static gboolean
is_listed (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GArray) expected = list_expected (fixture);

  news_headline_model_finish (fixture->model);
  if (fixture->pending > 0
      || g_list_model_get_n_items (G_LIST_MODEL (fixture->model)) != expected->len)
    return FALSE;

  for (guint i = 0; i < expected->len; i++)
    if (news_headline_model_get_article (fixture->model, i)
        != fixture->numbers[g_array_index (expected, int, i)])
      return FALSE;

  return TRUE;
}

static void
append_heading (GString *text, Fixture *fixture, int story)
{
  if (fixture->order == NEWS_ORDER_MOST_VISITED)
    g_string_append (text, "Most visited");
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT, UI_STORE_TIME (story) / (24 * 60 * 60));
}

static void
assert_shown (Fixture *fixture)
{
  g_autoptr (GArray) list = list_expected (fixture);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *shown = dup_shown (fixture);

  for (guint i = 0; i < list->len; i++)
    {
      int story = g_array_index (list, int, i);
      int before = i > 0 ? g_array_index (list, int, i - 1) : 0;

      if (i == 0
          || (fixture->order != NEWS_ORDER_MOST_VISITED
              && UI_STORE_TIME (story) / (24 * 60 * 60) != UI_STORE_TIME (before) / (24 * 60 * 60)))
        append_heading (expected, fixture, story);
      g_string_append_c (expected, '.');
    }
  g_assert_cmpstr (shown, ==, expected->str);
}

/* --- operations --- */

static int
draw (Fixture *fixture, int count)
{
  return g_rand_int_range (fixture->random, 0, count);
}

static int
draw_story (Fixture *fixture)
{
  return fixture->last > 0 ? 1 + draw (fixture, fixture->last) : 0;
}

static void
arrive (Fixture *fixture)
{
  int first = fixture->last + 1;
  int last = MIN (fixture->last + 1 + draw (fixture, 8), STORIES);

  if (first > STORIES)
    return;

  ui_store_add (fixture->store, first, last);
  for (int i = first; i <= last; i++)
    {
      fixture->stories[i].there = TRUE;
      fixture->numbers[i] = ui_store_find (fixture->store, i);
    }
  fixture->last = last;
}

static void
marked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ((Fixture *) user_data)->pending--;
}

static void
set_read (Fixture *fixture)
{
  int i = draw_story (fixture);
  gboolean read = draw (fixture, 3) > 0;

  if (i == 0)
    return;

  fixture->stories[i].read = read;
  fixture->pending++;
  news_store_set_read_async (fixture->store->store, &fixture->numbers[i], 1, read, NULL, marked_cb,
                             fixture);
}

static void
set_bookmarked (Fixture *fixture)
{
  int i = draw_story (fixture);

  if (i == 0)
    return;

  fixture->stories[i].bookmarked = draw (fixture, 3) > 0;
  fixture->pending++;
  news_store_set_bookmarked_async (fixture->store->store, fixture->numbers[i],
                                   fixture->stories[i].bookmarked, NULL, marked_cb, fixture);
}

/* Above or below a row, as they are at this moment, whatever is still to come. */
static void
read_rows (Fixture *fixture)
{
  guint length = g_list_model_get_n_items (G_LIST_MODEL (fixture->model));
  guint at = (guint) draw (fixture, (int) length + 1);
  gboolean above = draw (fixture, 2) == 0;
  NewsRowSpan spans[2];
  guint n
    = news_headline_model_get_spans (fixture->model, above ? 0 : at, above ? at : length, spans);

  for (guint i = 0; i < n; i++)
    for (guint j = spans[i].from; j < spans[i].to; j++)
      for (int story = 1; story <= fixture->last; story++)
        if (news_packed_rows_get (spans[i].rows, j).article == fixture->numbers[story])
          fixture->stories[story].read = TRUE;

  fixture->pending++;
  news_store_read_rows_async (fixture->store->store, spans, n, NULL, marked_cb, fixture);
}

static void
keep (Fixture *fixture)
{
  fixture->kept = draw (fixture, 3) > 0 ? draw_story (fixture) : 0;
  if (news_headline_model_find (fixture->model, fixture->numbers[fixture->kept])
      == GTK_INVALID_LIST_POSITION)
    fixture->kept = 0;
  news_headline_model_set_kept (fixture->model, fixture->numbers[fixture->kept]);
}

static void
show (Fixture *fixture)
{
  g_autoptr (NewsScope) of = ui_store_new_scope ();
  g_autoptr (NewsScope) scope = NULL;

  fixture->filter = (NewsFilter) draw (fixture, 3);
  fixture->order = (NewsOrder) draw (fixture, 3);
  fixture->since = draw (fixture, 2) == 0 ? 0 : G_MAXINT64;
  fixture->kept = 0;
  scope = news_scope_new_view (of, fixture->filter, fixture->order, fixture->since);
  news_headline_model_set_scope (fixture->model, fixture->store->store, scope);
}

static void
go_on (Fixture *fixture)
{
  g_main_context_iteration (NULL, FALSE);
  for (int i = draw (fixture, 20); i > 0; i--)
    news_headline_model_go_on (fixture->model, 1 + (guint) draw (fixture, 4));
}

static void
operate (Fixture *fixture)
{
  switch (draw (fixture, 9))
    {
    case 0:
    case 1:
      arrive (fixture);
      break;
    case 2:
    case 3:
      set_read (fixture);
      break;
    case 4:
      set_bookmarked (fixture);
      break;
    case 5:
      read_rows (fixture);
      break;
    case 6:
      keep (fixture);
      break;
    case 7:
      show (fixture);
      break;
    default:
      go_on (fixture);
    }
}

static gboolean
has_answered (gpointer data)
{
  return ((Fixture *) data)->pending == 0;
}

/* What is read goes from a list only when it is renewed. */
static void
compare (Fixture *fixture)
{
  ui_test_wait (has_answered, fixture);
  news_headline_model_renew (fixture->model, fixture->since);
  ui_test_wait (is_listed, fixture);
  assert_shown (fixture);
}

static void
run (guint32 seed)
{
  Fixture fixture = { .store = ui_store_new (), .model = news_headline_model_new () };
  GtkWindow *window;

  fixture.random = g_rand_new_with_seed (seed);
  news_headline_model_set_paced (fixture.model, seed % 2 == 0);
  fixture.view = create_view (&fixture);
  window = ui_test_show (fixture.view, 200, 400);
  show (&fixture);

  for (guint i = 0; i < ROUNDS; i++)
    {
      for (int n = draw (&fixture, 5); n >= 0; n--)
        operate (&fixture);
      compare (&fixture);
    }

  g_object_run_dispose (G_OBJECT (fixture.model));
  ui_test_close (window);
  g_assert_finalize_object (fixture.model);
  ui_store_free (fixture.store);
  g_rand_free (fixture.random);
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= SEEDS; seed++)
    run (seed);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/list-model/random", test_random);

  return g_test_run ();
}
