/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-page-column.h"
#include "news-paragraph.h"
#include "ui-pictures.h"

#define WIDTH 500
#define HEIGHT 400
#define BLOCKS 120

/* A page in a window of a known size, with a heading's room above it. */
typedef struct
{
  GtkWidget *above;
  GtkWidget *box;
  GtkWidget *scroller;
  GtkAdjustment *adjustment;
  GtkWindow *window;
  NewsPageColumn *column;
  guint changes;
} Fixture;

static void
changed_cb (NewsPageColumn *column, Fixture *fixture)
{
  fixture->changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->above = gtk_label_new ("Above");
  gtk_widget_set_size_request (fixture->above, -1, 30);
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (all), fixture->above);
  gtk_box_append (GTK_BOX (all), fixture->box);
  fixture->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (fixture->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_ALWAYS);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scroller), all);
  fixture->adjustment
    = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->scroller));
  fixture->column = news_page_column_new (GTK_BOX (fixture->box));
  g_signal_connect (fixture->column, "place-changed", G_CALLBACK (changed_cb), fixture);
  fixture->window = ui_test_show (fixture->scroller, WIDTH, HEIGHT);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->column);
  ui_test_close (fixture->window);
}

/* Paragraphs of many lengths, each of which begins with its number. */
static char *
create_html (void)
{
  GString *html = g_string_new (NULL);

  for (int i = 0; i < BLOCKS; i++)
    {
      g_string_append_printf (html, "<p>Number %d", i);
      for (int j = 0; j < 10 + i * 37 % 70; j++)
        g_string_append (html, j % 3 == 0 ? " illimitable" : " ill");
    }

  return g_string_free (html, FALSE);
}

static void
show (Fixture *fixture, const char *html, NewsReadingPlace place)
{
  const NewsBlockContext context = { NULL, "en", NULL };
  g_autoptr (NewsPage) page = news_page_new_from_html (html, -1, "https://paper.example/");

  news_page_column_show (fixture->column, page, &context, place);
}

static GtkWidget *
get_block (Fixture *fixture, guint number)
{
  GtkWidget *block = gtk_widget_get_first_child (fixture->box);

  for (guint i = 0; block != NULL && i < number; i++)
    block = gtk_widget_get_next_sibling (block);

  return block;
}

static gboolean
is_built (gpointer data)
{
  return get_block (data, BLOCKS - 1) != NULL
         && gtk_widget_get_height (get_block (data, BLOCKS - 1)) > 0;
}

static void
show_long (Fixture *fixture, NewsReadingPlace place)
{
  g_autofree char *html = create_html ();

  show (fixture, html, place);
  ui_test_wait (is_built, fixture);
}

static gboolean
is_far (Fixture *fixture, guint number)
{
  return news_paragraph_get_far (NEWS_PARAGRAPH (get_block (fixture, number)));
}

static double
get_top (GtkWidget *widget, GtkWidget *root)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, root, &bounds));

  return bounds.origin.y;
}

/* The block that is at @y of the window. */
static guint
find_block_at (Fixture *fixture, double y)
{
  guint i = 0;

  while (get_top (get_block (fixture, i), fixture->scroller)
           + gtk_widget_get_height (get_block (fixture, i))
         <= y)
    i++;

  return i;
}

static guint
find_block_at_top (Fixture *fixture)
{
  return find_block_at (fixture, 0);
}

static void
scroll_to (Fixture *fixture, double value)
{
  gtk_adjustment_set_value (fixture->adjustment, value);
  ui_test_draw (fixture->scroller);
}

static gboolean
is_let_go (gpointer data)
{
  return is_far (data, 0) && !is_far (data, find_block_at_top (data));
}

/* What is in sight is set before it is drawn; what is far is not, or no more. */
static void
test_far (Fixture *fixture, gconstpointer data)
{
  show_long (fixture, (NewsReadingPlace) { 0 });
  g_assert_false (is_far (fixture, 0));
  g_assert_true (is_far (fixture, BLOCKS / 2));
  g_assert_true (is_far (fixture, BLOCKS - 1));
  g_assert_cmpint (gtk_widget_get_height (get_block (fixture, BLOCKS / 2)), >, 0);

  scroll_to (fixture, gtk_adjustment_get_upper (fixture->adjustment));
  g_assert_false (is_far (fixture, BLOCKS - 1));
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (fixture->adjustment),
                                  gtk_adjustment_get_upper (fixture->adjustment) - HEIGHT, 1);
  ui_test_wait (is_let_go, fixture);
}

typedef struct
{
  Fixture *fixture;
  GtkWidget *block;
  double top;
  double farthest; /* from the top, in any frame */
} Jump;

static void
painted_cb (GdkFrameClock *clock, Jump *jump)
{
  double error = get_top (jump->block, jump->fixture->scroller) - jump->top;

  jump->farthest = MAX (jump->farthest, ABS (error));
}

static gboolean
is_all_above_near (gpointer data)
{
  guint first = find_block_at_top (data);

  return !is_far (data, first - 1) && !is_far (data, first - 2);
}

/* What is set above the eye takes another room than was guessed, and nothing is seen of it. */
static void
test_no_jump (Fixture *fixture, gconstpointer data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->scroller);
  Jump jump = { .fixture = fixture };

  show_long (fixture, (NewsReadingPlace) { 0 });
  gtk_adjustment_set_value (fixture->adjustment,
                            gtk_adjustment_get_upper (fixture->adjustment) / 2);
  ui_test_draw (fixture->scroller);
  jump.block = get_block (fixture, find_block_at_top (fixture) + 1);
  jump.top = get_top (jump.block, fixture->scroller);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &jump);
  ui_test_wait (is_all_above_near, fixture);
  ui_test_draw (fixture->scroller);
  g_signal_handlers_disconnect_by_data (clock, &jump);
  g_assert_cmpfloat (jump.farthest, <=, 1);
}

static gboolean
is_narrow (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_get_width (fixture->box) < WIDTH - 100;
}

/* The line at the top stays there in another width and in another size, and back. */
static void
test_width (Fixture *fixture, gconstpointer data)
{
  guint before;
  double top;

  show_long (fixture, (NewsReadingPlace) { 0 });
  scroll_to (fixture, 3000);
  before = find_block_at_top (fixture);
  top = get_top (get_block (fixture, before), fixture->scroller);

  gtk_widget_set_size_request (fixture->scroller, WIDTH - 200, -1);
  gtk_widget_set_halign (fixture->scroller, GTK_ALIGN_START);
  ui_test_wait (is_narrow, fixture);
  ui_test_draw (fixture->scroller);
  g_assert_cmpuint (find_block_at_top (fixture), ==, before);

  gtk_widget_set_size_request (fixture->scroller, WIDTH, -1);
  while (is_narrow (fixture))
    g_main_context_iteration (NULL, TRUE);
  ui_test_draw (fixture->scroller);
  g_assert_cmpuint (find_block_at_top (fixture), ==, before);
  g_assert_cmpfloat_with_epsilon (get_top (get_block (fixture, before), fixture->scroller), top, 2);
}

/* What a pointer is at stays there instead of the top. */
static void
test_hold (Fixture *fixture, gconstpointer data)
{
  guint at_top, pointed;

  show_long (fixture, (NewsReadingPlace) { 0 });
  scroll_to (fixture, 3000);
  at_top = find_block_at (fixture, 0);
  pointed = find_block_at (fixture, HEIGHT - 20);
  g_assert_cmpuint (pointed, >, at_top + 2);
  news_page_column_hold (fixture->column, HEIGHT - 20);
  gtk_widget_set_size_request (fixture->scroller, WIDTH - 200, -1);
  gtk_widget_set_halign (fixture->scroller, GTK_ALIGN_START);
  ui_test_wait (is_narrow, fixture);
  ui_test_draw (fixture->scroller);
  g_assert_cmpuint (find_block_at (fixture, HEIGHT - 20), ==, pointed);
  g_assert_cmpuint (find_block_at (fixture, 0), >, at_top);
}

static gboolean
is_high (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_get_height (fixture->above) == 400;
}

/* Nor does the text move for what is above it, as long as the page is not at its top. */
static void
test_head (Fixture *fixture, gconstpointer data)
{
  double top;

  show_long (fixture, (NewsReadingPlace) { 0 });
  gtk_widget_set_size_request (fixture->above, -1, 300);
  ui_test_draw (fixture->scroller);
  scroll_to (fixture, 150);
  top = get_top (fixture->box, fixture->scroller);
  gtk_widget_set_size_request (fixture->above, -1, 400);
  ui_test_wait (is_high, fixture);
  ui_test_draw (fixture->scroller);
  g_assert_cmpfloat_with_epsilon (get_top (fixture->box, fixture->scroller), top, 1);

  scroll_to (fixture, 0);
  gtk_widget_set_size_request (fixture->above, -1, 300);
  ui_test_draw (fixture->scroller);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->adjustment), ==, 0);
}

/* An article that is opened in its middle is there from its first frame on. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  GtkWidget *block;
  NewsReadingPlace place;

  show_long (fixture, (NewsReadingPlace) { 70, NEWS_READING_PLACE_WHOLE / 2 });
  ui_test_draw (fixture->scroller);
  g_assert_cmpuint (find_block_at_top (fixture), ==, 70);
  block = get_block (fixture, 70);
  g_assert_cmpfloat_with_epsilon (get_top (block, fixture->scroller),
                                  -gtk_widget_get_height (block) / 2.0, 2);

  place = news_page_column_get_place (fixture->column);
  g_assert_cmpuint (place.block, ==, 70);
  scroll_to (fixture, gtk_adjustment_get_value (fixture->adjustment) + 2);
  g_assert_cmpuint (fixture->changes, >, 0);
  place = news_page_column_get_place (fixture->column);
  g_assert_cmpuint (place.block, ==, 70);
  g_assert_cmpuint (place.part, >, NEWS_READING_PLACE_WHOLE / 2 - 1000);
}

static void
assert_beginning (Fixture *fixture)
{
  NewsReadingPlace place = news_page_column_get_place (fixture->column);

  g_assert_cmpuint (place.block, ==, 0);
  g_assert_cmpuint (place.part, ==, 0);
}

/* One that was hardly begun, or read to its end, is read from its beginning. */
static void
test_beginning (Fixture *fixture, gconstpointer data)
{
  show_long (fixture, (NewsReadingPlace) { 0 });
  assert_beginning (fixture);
  scroll_to (fixture, HEIGHT / 3);
  assert_beginning (fixture);
  scroll_to (fixture, HEIGHT * 2);
  g_assert_cmpuint (news_page_column_get_place (fixture->column).block, >, 0);
  scroll_to (fixture, gtk_adjustment_get_upper (fixture->adjustment));
  assert_beginning (fixture);
}

/* A place that the page has no more, as it has become shorter. */
static void
test_shorter (Fixture *fixture, gconstpointer data)
{
  show (fixture, "<p>One<p>Two", (NewsReadingPlace) { 70, 5000 });
  ui_test_draw (fixture->scroller);
  assert_beginning (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->adjustment), ==, 0);
}

/* Where nothing scrolls, nothing is far. */
static void
test_no_viewport (void)
{
  const NewsBlockContext context = { NULL, "en", NULL };
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  NewsPageColumn *column = news_page_column_new (GTK_BOX (box));
  g_autoptr (NewsPage) page = news_page_new_from_html ("<p>One", -1, NULL);

  news_page_column_show (column, page, &context, (NewsReadingPlace) { 0 });
  g_assert_false (news_paragraph_get_far (NEWS_PARAGRAPH (gtk_widget_get_first_child (box))));
  g_assert_finalize_object (column);
  g_assert_finalize_object (box);
}

/* A table is near as a whole: its columns are those of all its cells. */
static void
test_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) html = g_string_new ("<table>");
  g_autoptr (GPtrArray) cells = NULL;

  for (int i = 0; i < 200; i++)
    g_string_append_printf (html, "<tr><td>%d<td>cell", i);
  g_string_append (html, "</table>");
  show (fixture, html->str, (NewsReadingPlace) { 0 });
  ui_test_draw (fixture->scroller);
  cells = ui_test_list (fixture->box, NEWS_TYPE_PARAGRAPH);
  g_assert_cmpuint (cells->len, ==, 400);
  for (guint i = 0; i < cells->len; i++)
    g_assert_false (news_paragraph_get_far (g_ptr_array_index (cells, i)));
}

static gboolean
has_asked_first (gpointer data)
{
  UiPictures *pictures = data;

  return news_test_server_count (pictures->server, "/0.png") > 0;
}

static gboolean
has_asked_last (gpointer data)
{
  UiPictures *pictures = data;

  return news_test_server_count (pictures->server, "/last.png") > 0;
}

/* A picture is asked for when it is near, and has its place before. */
static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  UiPictures *pictures = ui_pictures_new ();
  const NewsBlockContext context = { pictures->loader, "en", NULL };
  g_autofree char *text = create_html ();
  g_autofree char *first = news_test_server_dup_url (pictures->server, "/0.png");
  g_autofree char *last = news_test_server_dup_url (pictures->server, "/last.png");
  g_autofree char *html = g_strdup_printf ("<img src='%s' width='400' height='200'>%s</p>"
                                           "<img src='%s' width='400' height='200'>",
                                           first, text, last);
  g_autoptr (NewsPage) page = news_page_new_from_html (html, -1, first);

  news_page_column_show (fixture->column, page, &context, (NewsReadingPlace) { 0 });
  ui_test_wait (is_built, fixture);
  ui_test_wait (has_asked_first, pictures);
  g_assert_false (has_asked_last (pictures));
  g_assert_cmpint (gtk_widget_get_height (gtk_widget_get_last_child (fixture->box)), >=, 200);
  scroll_to (fixture, gtk_adjustment_get_upper (fixture->adjustment));
  ui_test_wait (has_asked_last, pictures);

  ui_test_close (fixture->window);
  g_assert_finalize_object (fixture->column);
  ui_pictures_free (pictures);
  set_up (fixture, NULL);
}

#define ADD(name, function) \
  g_test_add ("/page-column/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("far", test_far);
  ADD ("no-jump", test_no_jump);
  ADD ("width", test_width);
  ADD ("hold", test_hold);
  ADD ("head", test_head);
  ADD ("place", test_place);
  ADD ("beginning", test_beginning);
  ADD ("shorter", test_shorter);
  ADD ("table", test_table);
  ADD ("pictures", test_pictures);
  g_test_add_func ("/page-column/no-viewport", test_no_viewport);

  return g_test_run ();
}
