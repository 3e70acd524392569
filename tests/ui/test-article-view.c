/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-article-view.h"
#include "news-more-row.h"
#include "news-paragraph.h"
#include "ui-pictures.h"

#include <string.h>

typedef struct
{
  NewsStory *story;
  NewsArticle *article; /* of the story */
  GtkWidget *view;
  GtkWindow *window;
  GString *record;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  NewsArticle *article = news_article_new ();
  GtkWidget *scroller
    = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);

  article->id = g_strdup ("1");
  article->title = g_strdup ("A title & more");
  article->url = g_strdup ("https://paper.example/1");
  article->published = G_GINT64_CONSTANT (1795447800);
  fixture->article = article;
  fixture->story = news_story_new ();
  fixture->story->article = article;
  fixture->story->source = g_strdup ("peers");
  fixture->view = g_object_ref_sink (news_article_view_new ());
  fixture->record = ui_test_record_actions (fixture->view);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), fixture->view);
  fixture->window = ui_test_show (scroller, 700, 500);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  g_assert_finalize_object (fixture->view);
  news_story_unref (fixture->story);
}

static void
show (Fixture *fixture, const char *html)
{
  g_autoptr (NewsPage) page
    = html != NULL ? news_page_new_from_html (html, -1, "https://paper.example/") : NULL;

  news_article_view_set_story (NEWS_ARTICLE_VIEW (fixture->view), NULL, fixture->story, page,
                               (NewsReadingPlace) { 0 });
}

static GtkWidget *
find (Fixture *fixture, const char *id)
{
  GtkWidget *widget = ui_test_find (fixture->view, GTK_TYPE_WIDGET, id);

  g_assert_nonnull (widget);

  return widget;
}

static gboolean
is_visible (Fixture *fixture, const char *id)
{
  return gtk_widget_get_visible (find (fixture, id));
}

static void
assert_text (Fixture *fixture, const char *id, const char *expected)
{
  g_assert_cmpstr (ui_test_get_text (find (fixture, id)), ==, expected);
  g_assert_cmpint (is_visible (fixture, id), ==, *expected != '\0');
}

static guint
count_blocks (Fixture *fixture)
{
  g_autoptr (GPtrArray) paragraphs
    = ui_test_list (ui_test_find (fixture->view, GTK_TYPE_BOX, "body"), NEWS_TYPE_PARAGRAPH);

  return paragraphs->len;
}

static void
test_headline (Fixture *fixture, gconstpointer data)
{
  GtkWidget *headline = find (fixture, "headline");

  show (fixture, "<p>A text");
  assert_text (fixture, "headline", "A title & more");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_ROLE_ARTICLE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "A title & more");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (headline), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (headline), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1);

  g_clear_pointer (&fixture->article->title, g_free);
  show (fixture, "<p>A text");
  assert_text (fixture, "headline", "Untitled");
}

static void
test_topics (Fixture *fixture, gconstpointer data)
{
  GtkWidget *topics = find (fixture, "topics");

  show (fixture, NULL);
  g_assert_false (is_visible (fixture, "topics"));

  fixture->article->topics = g_strsplit ("Donald Duck,Mice & Men", ",", -1);
  show (fixture, NULL);
  show (fixture, NULL);
  g_assert_true (is_visible (fixture, "topics"));
  {
    g_autoptr (GPtrArray) buttons = ui_test_list (topics, GTK_TYPE_BUTTON);

    g_assert_cmpuint (buttons->len, ==, 2);
    g_assert_cmpstr (gtk_button_get_label (g_ptr_array_index (buttons, 1)), ==, "Mice & Men");
    g_signal_emit_by_name (g_ptr_array_index (buttons, 1), "clicked");
  }
  g_assert_cmpstr (fixture->record->str, ==, "topic 'Mice & Men'\n");
}

static void
test_byline (Fixture *fixture, gconstpointer data)
{
  show (fixture, NULL);
  assert_text (fixture, "byline", "");
  assert_text (fixture, "dates", "Monday, November 23, 2026, 15:30");

  fixture->article->byline = g_strdup ("Michelle Mark");
  show (fixture, NULL);
  assert_text (fixture, "byline", "Michelle Mark");

  fixture->article->outlet = g_strdup ("The Peers");
  fixture->article->visits = 655;
  show (fixture, NULL);
  assert_text (fixture, "byline", "Michelle Mark, The Peers");
  assert_text (fixture, "dates", "Monday, November 23, 2026, 15:30 · 655 visits");

  fixture->article->published = 0;
  fixture->article->visits = -1;
  show (fixture, NULL);
  assert_text (fixture, "dates", "");
}

/* Visits are brought up to date, and nothing else moves. */
static void
test_facts (Fixture *fixture, gconstpointer data)
{
  show (fixture, "<p>A text");
  fixture->article->visits = 656;
  g_set_str (&fixture->article->title, "Another title");
  news_article_view_set_facts (NEWS_ARTICLE_VIEW (fixture->view), fixture->story);
  assert_text (fixture, "dates", "Monday, November 23, 2026, 15:30 · 656 visits · 1 min read");
  assert_text (fixture, "headline", "A title & more");
}

static void
assert_standfirst (Fixture *fixture, const char *standfirst, const char *expected)
{
  g_set_str (&fixture->article->standfirst, standfirst);
  show (fixture, NULL);
  assert_text (fixture, "standfirst", expected);
}

/* One that only repeats how the text begins is not shown. */
static void
test_standfirst (Fixture *fixture, gconstpointer data)
{
  fixture->article->text = g_strdup ("It was a dark night. Rain fell.\n\nMore of it.");
  assert_standfirst (fixture, NULL, "");
  assert_standfirst (fixture, "What an editor says", "What an editor says");
  assert_standfirst (fixture, "It was a dark night.", "");
  assert_standfirst (fixture, "It was a dark night. Rain …", "");
  assert_standfirst (fixture, "It was a dark night. Rain fell. More of", "");
  assert_standfirst (fixture, "It was a bright day…", "It was a bright day…");
}

static void
test_lead (Fixture *fixture, gconstpointer data)
{
  show (fixture, "<p>A text");
  g_assert_false (is_visible (fixture, "lead"));

  fixture->article->lead
    = ui_pictures_create_picture ("https://pictures.example/a-1024x640.png", 1024, 640);
  fixture->article->lead->alt = g_strdup ("A bridge");
  fixture->article->lead->caption = g_strdup ("The bridge");
  fixture->article->lead->credit = g_strdup ("A. Person");
  show (fixture, "<p>A text");
  g_assert_true (is_visible (fixture, "lead"));
  assert_text (fixture, "lead_caption", "The bridge — A. Person");
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (ui_test_find (find (fixture, "lead_picture"), GTK_TYPE_BUTTON, "button")),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "A bridge");

  /* The same image in the text is enough. */
  show (fixture, "<p>A text</p><img src=\"https://pictures.example/a.png\" width=800 height=500>");
  g_assert_false (is_visible (fixture, "lead"));
}

/* What the viewer goes through: the lead, if it is shown by itself, and then the text's. */
static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  static const char html[] = "<p>A text</p><img src=\"https://pictures.example/b.png\" width=800>"
                             "<img src=\"https://pictures.example/c.png\" width=800>";
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) two = NULL;
  g_autoptr (GPtrArray) three = NULL;

  none = news_article_view_list_pictures (NEWS_ARTICLE_VIEW (fixture->view));
  g_assert_cmpuint (none->len, ==, 0);
  show (fixture, html);
  two = news_article_view_list_pictures (NEWS_ARTICLE_VIEW (fixture->view));
  g_assert_cmpuint (two->len, ==, 2);
  fixture->article->lead = ui_pictures_create_picture ("https://pictures.example/a.png", 1024, 640);
  show (fixture, html);
  three = news_article_view_list_pictures (NEWS_ARTICLE_VIEW (fixture->view));
  g_assert_cmpuint (three->len, ==, 3);
  g_assert_true (g_ptr_array_index (three, 0) == fixture->article->lead);
}

static void
test_walls (Fixture *fixture, gconstpointer data)
{
  show (fixture, "<p>A text");
  assert_text (fixture, "wall", "");

  show (fixture, NULL);
  g_assert_true (is_visible (fixture, "wall"));
  show (fixture, "");
  g_assert_true (is_visible (fixture, "wall"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find (fixture, "wall")),
                                   GTK_ACCESSIBLE_ROLE_NOTE);

  fixture->article->protected = TRUE;
  show (fixture, NULL);
  assert_text (
    fixture, "wall",
    "This article is behind a password or a subscription. It can be read on its own site.");
  show (fixture, "<p>A text");
  assert_text (fixture, "wall",
               "This is only how the article begins. The rest is behind a password or a "
               "subscription, and can be read on its own site.");

  fixture->article->protected = FALSE;
  fixture->article->consent = TRUE;
  show (fixture, NULL);
  assert_text (fixture, "wall",
               "The site shows this article only to those who agree to be tracked. It can be read "
               "there.");
}

/* Of a whole text only; a screen reader says it in words. */
static void
test_reading_time (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *dates = GTK_ACCESSIBLE (find (fixture, "dates"));
  g_autoptr (GString) html = g_string_new (NULL);

  for (guint i = 0; i < 800; i++)
    g_string_append (html, "word ");
  show (fixture, html->str);
  assert_text (fixture, "dates", "Monday, November 23, 2026, 15:30 · 3 min read");
  gtk_test_accessible_assert_property (dates, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Monday, November 23, 2026, 15:30 · 3 minutes to read");

  fixture->article->protected = TRUE;
  show (fixture, html->str);
  assert_text (fixture, "dates", "Monday, November 23, 2026, 15:30");
  gtk_test_accessible_assert_property (dates, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Monday, November 23, 2026, 15:30");
}

static void
assert_wall_has (Fixture *fixture, const char *words)
{
  g_assert_true (is_visible (fixture, "wall"));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (find (fixture, "wall"))), words));
}

/* What the source's terms leave of an article, and why, under a text as well as without one. */
static void
test_terms (Fixture *fixture, gconstpointer data)
{
  fixture->article->summary_only = TRUE;
  show (fixture, NULL);
  assert_wall_has (fixture, "This is a summary.");
  fixture->article->outlet = g_strdup ("The Gazette");
  show (fixture, "<p>A text");
  assert_wall_has (fixture, "The Gazette gives readers a summary here.");

  fixture->article->lapsed = TRUE;
  show (fixture, NULL);
  assert_wall_has (fixture, "The Gazette lets the text be kept for a limited time only.");
  g_clear_pointer (&fixture->article->outlet, g_free);
  show (fixture, NULL);
  assert_wall_has (fixture, "for a limited time only");

  fixture->article->protected = TRUE;
  show (fixture, NULL);
  assert_wall_has (fixture, "subscription");
}

static void
test_original (Fixture *fixture, gconstpointer data)
{
  show (fixture, NULL);
  assert_text (fixture, "original_label", "Read the original");
  g_assert_cmpstr (
    gtk_widget_get_tooltip_text (ui_test_find (fixture->view, GTK_TYPE_BUTTON, "original")), ==,
    "https://paper.example/1");

  fixture->article->outlet = g_strdup ("Business & Insider");
  show (fixture, NULL);
  assert_text (fixture, "original_label", "Read the original on Business & Insider");
  g_signal_emit_by_name (ui_test_find (fixture->view, GTK_TYPE_BUTTON, "original"), "clicked");
  g_assert_cmpstr (fixture->record->str, ==, "original \n");

  g_clear_pointer (&fixture->article->url, g_free);
  show (fixture, NULL);
  g_assert_false (
    gtk_widget_get_visible (ui_test_find (fixture->view, GTK_TYPE_BUTTON, "original")));
}

static void
test_more (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) headlines = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *list = find (fixture, "more_list");

  show (fixture, "<p>A text");
  for (int i = 1; i <= 3; i++)
    {
      NewsHeadline *headline = news_headline_new (i * 10);

      headline->title = g_strdup_printf ("Story %d", i);
      g_ptr_array_add (headlines, headline);
    }
  news_article_view_set_more (NEWS_ARTICLE_VIEW (fixture->view), NULL, headlines);
  g_assert_true (is_visible (fixture, "more"));
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  g_assert_cmpstr (fixture->record->str, ==, "open 20\n");

  /* They belong to the article that was on show. */
  show (fixture, "<p>Another text");
  g_assert_false (is_visible (fixture, "more"));
  g_ptr_array_set_size (headlines, 0);
  news_article_view_set_more (NEWS_ARTICLE_VIEW (fixture->view), NULL, headlines);
  g_assert_false (is_visible (fixture, "more"));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
}

static gboolean
has_300_blocks (gpointer data)
{
  return count_blocks (data) == 300;
}

/* The first screens at once, the others when there is time; and none of an article that is left. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) html = g_string_new (NULL);

  for (int i = 0; i < 300; i++)
    g_string_append_printf (html, "<p>Paragraph %d", i);
  show (fixture, html->str);
  g_assert_cmpuint (count_blocks (fixture), >, 0);
  g_assert_cmpuint (count_blocks (fixture), <, 300);
  ui_test_wait (has_300_blocks, fixture);
  g_assert_nonnull (ui_test_find_text (fixture->view, "Paragraph 299"));

  show (fixture, html->str);
  show (fixture, "<p>Another");
  ui_test_idle ();
  g_assert_cmpuint (count_blocks (fixture), ==, 1);
}

/* --- how it is set --- */

#define ENGLISH                                                                                  \
  "<p>When the ferry stopped running, the people of the lower town began to row each other "     \
  "across the river, first for nothing and then for a coin, and by the end of the summer there " \
  "were sixty boats and an office that sold tickets. Nobody had planned it, and nobody was "     \
  "surprised: a river that can be crossed is crossed, and what it costs is a matter of time, "   \
  "of weather, and of how well one knows the man who holds the oars."

#define CHINESE                                                                                    \
  "<p>渡船停航以后，下城的居民开始划船互相摆渡，起初不收钱，后来收一枚硬币；到了夏末，已经有六十"  \
  "条船和一间卖票的办事处。没有人计划过这件事，也没有人感到意外：一条能过的河总会有人过，至于要花" \
  "多少钱，那是时间、天气以及与划船人交情的问题，人们很快就习惯了这一切。"

static NewsTextLayout *
get_layout (Fixture *fixture, guint paragraph)
{
  g_autoptr (GPtrArray) all
    = ui_test_list (ui_test_find (fixture->view, GTK_TYPE_BOX, "body"), NEWS_TYPE_PARAGRAPH);

  return news_paragraph_get_layout (g_ptr_array_index (all, paragraph));
}

/* How many letters a line of the first paragraph has that is not the last. */
static double
get_letters_in_line (Fixture *fixture, const char *html)
{
  NewsTextLayout *layout = get_layout (fixture, 0);
  guint n = news_text_layout_get_n_lines (layout) - 1;
  const NewsTextLine *last = news_text_layout_get_line (layout, n);

  g_assert_cmpuint (n, >, 2);

  return (double) g_utf8_strlen (html + strlen ("<p>"), (gssize) last->start) / n;
}

/* A usual line has 60 to 75 letters, or 30 to 40 Han. */
static void
test_measure (Fixture *fixture, gconstpointer data)
{
  show (fixture, ENGLISH);
  ui_test_draw (fixture->view);
  g_assert_cmpfloat (get_letters_in_line (fixture, ENGLISH), >=, 60);
  g_assert_cmpfloat (get_letters_in_line (fixture, ENGLISH), <=, 75);

  fixture->article->language = g_strdup ("zh-Hans");
  show (fixture, CHINESE);
  ui_test_draw (fixture->view);
  g_assert_cmpfloat (get_letters_in_line (fixture, CHINESE), >=, 30);
  g_assert_cmpfloat (get_letters_in_line (fixture, CHINESE), <=, 40);
}

static int
get_x (Fixture *fixture, guint paragraph)
{
  NewsTextLayout *layout = get_layout (fixture, paragraph);

  return news_text_layout_get_line (layout, 0)->x / news_text_layout_get_em (layout);
}

static gboolean
has_drop_cap (Fixture *fixture, guint paragraph)
{
  return (news_text_layout_get_run (get_layout (fixture, paragraph), 0)->flags & NEWS_RUN_INITIAL)
         != 0;
}

/* Only the first paragraph has a drop cap, and only one that follows another an indent, and no gap
 * above it; in Chinese, each has the indent and none a drop cap. */
static void
test_paragraphs (Fixture *fixture, gconstpointer data)
{
  static const char html[] = "<h2>A</h2>" ENGLISH ENGLISH "<h2>B</h2>" ENGLISH;
  NewsTypography *typography = news_typography_new ();
  GtkWidget *body = find (fixture, "body");

  news_article_view_set_typography (NEWS_ARTICLE_VIEW (fixture->view), typography);
  show (fixture, html);
  ui_test_draw (fixture->view);
  g_assert_false (has_drop_cap (fixture, 1));
  g_assert_false (gtk_widget_has_css_class (body, "indented"));

  g_object_set (typography, "indent", TRUE, "drop-cap", TRUE, NULL);
  ui_test_draw (fixture->view);
  g_assert_true (gtk_widget_has_css_class (body, "indented"));
  g_assert_true (has_drop_cap (fixture, 1));
  g_assert_false (has_drop_cap (fixture, 2));
  g_assert_false (has_drop_cap (fixture, 4));
  g_assert_cmpint (get_x (fixture, 2), ==, 1);
  g_assert_cmpint (get_x (fixture, 4), ==, 0);
  {
    g_autoptr (GPtrArray) all = ui_test_list (body, NEWS_TYPE_PARAGRAPH);

    g_assert_true (gtk_widget_has_css_class (g_ptr_array_index (all, 1), "followed"));
    g_assert_false (gtk_widget_has_css_class (g_ptr_array_index (all, 2), "followed"));
    g_assert_false (gtk_widget_has_css_class (g_ptr_array_index (all, 4), "followed"));
  }

  fixture->article->language = g_strdup ("zh-Hans");
  show (fixture, "<h2>甲</h2>" CHINESE CHINESE);
  ui_test_draw (fixture->view);
  g_assert_false (has_drop_cap (fixture, 1));
  g_assert_cmpint (get_x (fixture, 1), ==, 2);
  g_assert_cmpint (get_x (fixture, 2), ==, 2);
  g_object_unref (typography);
}

#define ADD(name, function) \
  g_test_add ("/article-view/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("headline", test_headline);
  ADD ("topics", test_topics);
  ADD ("byline", test_byline);
  ADD ("facts", test_facts);
  ADD ("standfirst", test_standfirst);
  ADD ("lead", test_lead);
  ADD ("pictures", test_pictures);
  ADD ("walls", test_walls);
  ADD ("reading-time", test_reading_time);
  ADD ("terms", test_terms);
  ADD ("original", test_original);
  ADD ("more", test_more);
  ADD ("long", test_long);

  ADD ("measure", test_measure);
  ADD ("paragraphs", test_paragraphs);

  return g_test_run ();
}
