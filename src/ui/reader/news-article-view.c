/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-article-view.h"

#include "news-more-row.h"
#include "news-neighbours.h"
#include "news-page-column.h"
#include "news-page-sight.h"
#include "news-paragraph.h"
#include "news-picture-frame.h"
#include "news-remainder.h"
#include "news-selection.h"
#include "news-standfirst.h"
#include "news-text-direction.h"
#include "news-when.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _NewsArticleView
{
  GtkBox parent_instance;

  /* Template children */
  AdwClamp *measure;
  GtkBox *column;
  AdwWrapBox *topics;
  NewsParagraph *headline;
  NewsParagraph *standfirst;
  NewsParagraph *byline;
  NewsParagraph *dates;
  GtkBox *lead;
  NewsPictureFrame *lead_picture;
  NewsParagraph *lead_caption;
  GtkBox *body;
  GtkLabel *wall;
  GtkButton *original;
  GtkLabel *original_label;
  NewsNeighbours *neighbours;
  GtkBox *more;
  GtkListBox *more_list;

  /* Owned */
  NewsStory *story;
  NewsPage *page;
  NewsPictureLoader *loader;
  NewsTypography *typography;
  NewsSelection *selection;
  NewsPageColumn *blocks;
};

enum
{
  BUILT,
  PLACE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsArticleView, news_article_view, GTK_TYPE_BOX)

/* In the article's language; hidden without a text. */
static void
set_letters (NewsArticleView *self, NewsParagraph *paragraph, const char *letters)
{
  news_paragraph_set_letters (paragraph, letters, self->story->article->language);
  gtk_widget_set_visible (GTK_WIDGET (paragraph), letters != NULL);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_topics (NewsArticleView *self, NewsArticle *article)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->topics))) != NULL)
    adw_wrap_box_remove (self->topics, child);

  for (guint i = 0; article->topics != NULL && article->topics[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (article->topics[i]);

      gtk_widget_add_css_class (button, "topic");
      gtk_widget_add_css_class (button, "flat");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "story.topic");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", article->topics[i]);
      adw_wrap_box_append (self->topics, button);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->topics), article->topics != NULL);
}

static char *
join (const char *const *parts, const char *separator)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 3; i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", parts[i]);

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
show_byline (NewsArticleView *self, NewsArticle *article)
{
  g_autofree char *when = news_when_dup_long (article->published);
  g_autofree char *visits = news_when_dup_visits (article->visits);
  /* Of a teaser, nobody wants to know. */
  gboolean whole = self->page != NULL && !article->protected && !article->summary_only;
  double minutes = whole ? news_page_measure_reading_time (self->page, G_MAXDOUBLE) : 0;
  g_autofree char *time = news_when_dup_reading_time (minutes);
  g_autofree char *spoken_time = news_when_dup_reading_time_words (minutes);
  const char *by[] = { article->byline, article->outlet, NULL };
  const char *at[] = { when, visits, time };
  const char *spoken_at[] = { when, visits, spoken_time };
  g_autofree char *byline = join (by, C_ ("between author and newspaper", ", "));
  g_autofree char *dates = join (at, " · ");
  g_autofree char *spoken = join (spoken_at, " · ");

  set_letters (self, self->byline, byline);
  set_letters (self, self->dates, dates);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dates), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken != NULL ? spoken : "", -1);
}

static void
show_lead (NewsArticleView *self, NewsArticle *article)
{
  NewsPicture *lead = article->lead;
  NewsPicture *first = self->page != NULL ? news_page_get_first_picture (self->page) : NULL;
  const char *words[] = { NULL, NULL, NULL };
  g_autofree char *caption = NULL;

  /* The picture that stands for the article in lists may be one of the body's: once is enough. */
  if (lead != NULL && first != NULL && news_picture_same_image (lead, first))
    lead = NULL;

  if (lead != NULL)
    {
      words[0] = lead->caption;
      words[1] = lead->credit;
      caption = join (words, " — ");
    }
  news_picture_frame_set_picture (self->lead_picture, self->loader, lead);
  set_letters (self, self->lead_caption, caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lead), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  caption != NULL ? caption : _ ("Picture"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->lead), lead != NULL);
}

static void
show_original (NewsArticleView *self, NewsArticle *article)
{
  g_autofree char *words = NULL;

  if (article->outlet != NULL)
    /* Translators: %s is the name of a newspaper or site */
    words = g_strdup_printf (_ ("Read the original on %s"), article->outlet);
  else
    words = g_strdup (_ ("Read the original"));

  gtk_label_set_text (self->original_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->original), article->url != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->original), article->url);
}

/* The page goes as its headline does; what is around it, as the interface. */
static void
show_body (NewsArticleView *self, NewsReadingPlace place, GtkTextDirection direction)
{
  GtkWidget *head[] = { GTK_WIDGET (self->topics), GTK_WIDGET (self->byline),
                        GTK_WIDGET (self->dates), GTK_WIDGET (self->lead) };
  NewsBlockContext context
    = { self->loader, self->story->article->language, self->typography, direction };

  for (gsize i = 0; i < G_N_ELEMENTS (head); i++)
    news_text_direction_set (head[i], direction);
  news_page_column_show (self->blocks, self->page, &context, place);
}

static void
place_changed_cb (NewsArticleView *self)
{
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

static void
built_cb (NewsArticleView *self)
{
  g_signal_emit (self, signals[BUILT], 0);
}

static void
more_activated_cb (NewsArticleView *self, GtkListBoxRow *row)
{
  gint64 article = news_more_row_get_article (NEWS_MORE_ROW (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "story.open", "x", article);
}

static void
follow_typography (NewsArticleView *self)
{
  int width = (int) (news_typography_get_measure (self->typography)
                     * news_typography_get_size (self->typography));

  news_page_column_expect_change (self->blocks);
  adw_clamp_set_maximum_size (self->measure, width);
  adw_clamp_set_tightening_threshold (self->measure, width);
  if (news_typography_get_indent (self->typography))
    gtk_widget_add_css_class (GTK_WIDGET (self->body), "indented");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->body), "indented");
}

static void
set_typography (NewsArticleView *self, NewsTypography *typography)
{
  if (self->typography != NULL)
    g_signal_handlers_disconnect_by_func (self->typography, follow_typography, self);
  g_set_object (&self->typography, typography);
  if (typography != NULL)
    g_signal_connect_object (typography, "notify", G_CALLBACK (follow_typography), self,
                             G_CONNECT_SWAPPED);
}

/* A box would give the focus to the first button in it, where Space no longer reads on. */
static gboolean
news_article_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean inside = focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));

  if (!inside)
    return news_page_sight_focus (widget);

  return GTK_WIDGET_CLASS (news_article_view_parent_class)->focus (widget, direction);
}

static void
news_article_view_dispose (GObject *object)
{
  NewsArticleView *self = NEWS_ARTICLE_VIEW (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->blocks);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_ARTICLE_VIEW);
  g_clear_pointer (&self->story, news_story_unref);
  g_clear_pointer (&self->page, news_page_unref);
  g_clear_object (&self->loader);
  set_typography (self, NULL);

  G_OBJECT_CLASS (news_article_view_parent_class)->dispose (object);
}

static void
news_article_view_class_init (NewsArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = news_article_view_dispose;
  widget_class->focus = news_article_view_focus;
  widget_class->grab_focus = GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->grab_focus;

  signals[BUILT] = g_signal_new ("built", NEWS_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  signals[PLACE_CHANGED] = g_signal_new ("place-changed", NEWS_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (NEWS_TYPE_NEIGHBOURS);
  g_type_ensure (NEWS_TYPE_PARAGRAPH);
  g_type_ensure (NEWS_TYPE_PICTURE_FRAME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/reader/news-article-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsArticleView, measure);
  gtk_widget_class_bind_template_child (widget_class, NewsArticleView, column);
  gtk_widget_class_bind_template_child (widget_class, NewsArticleView, topics);
  gtk_widget_class_bind_template_child (widget_class, NewsArticleView, headline);
  gtk_widget_class_bind_template_child (widget_class, NewsArticleView, standfirst);
  gtk_widget_class_bind_template_child (widget_class, NewsArticleView, byline);
  gtk_widget_class_bind_template_child (widget_class, NewsArticleView, dates);
  gtk_widget_class_bind_template_child (widget_class, NewsArticleView, lead);
  gtk_widget_class_bind_template_child (widget_class, NewsArticleView, lead_picture);
  gtk_widget_class_bind_template_child (widget_class, NewsArticleView, lead_caption);
  gtk_widget_class_bind_template_child (widget_class, NewsArticleView, body);
  gtk_widget_class_bind_template_child (widget_class, NewsArticleView, wall);
  gtk_widget_class_bind_template_child (widget_class, NewsArticleView, original);
  gtk_widget_class_bind_template_child (widget_class, NewsArticleView, original_label);
  gtk_widget_class_bind_template_child (widget_class, NewsArticleView, neighbours);
  gtk_widget_class_bind_template_child (widget_class, NewsArticleView, more);
  gtk_widget_class_bind_template_child (widget_class, NewsArticleView, more_list);
  gtk_widget_class_bind_template_callback (widget_class, more_activated_cb);
}

static void
news_article_view_init (NewsArticleView *self)
{
  g_autoptr (NewsTypography) typography = news_typography_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->selection = news_selection_new (GTK_WIDGET (self->column));
  self->blocks = news_page_column_new (self->body);
  g_signal_connect_object (self->blocks, "place-changed", G_CALLBACK (place_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->blocks, "built", G_CALLBACK (built_cb), self, G_CONNECT_SWAPPED);
  news_paragraph_set_kind (self->headline, NEWS_PARAGRAPH_HEADING);
  news_paragraph_set_kind (self->standfirst, NEWS_PARAGRAPH_RAGGED);
  news_paragraph_set_kind (self->byline, NEWS_PARAGRAPH_RAGGED);
  news_paragraph_set_kind (self->dates, NEWS_PARAGRAPH_RAGGED);
  news_paragraph_set_kind (self->lead_caption, NEWS_PARAGRAPH_RAGGED);
  news_article_view_set_typography (self, typography);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->headline), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1,
                                  -1);
}

GtkWidget *
news_article_view_new (void)
{
  return g_object_new (NEWS_TYPE_ARTICLE_VIEW, NULL);
}

void
news_article_view_set_story (NewsArticleView *self,
                             NewsPictureLoader *loader,
                             NewsStory *story,
                             NewsPage *page,
                             NewsReadingPlace place)
{
  NewsArticle *article = story->article;
  const char *title = article->title != NULL ? article->title : _ ("Untitled");
  g_autofree char *remainder = news_remainder_dup_words (article, page);

  g_return_if_fail (NEWS_IS_ARTICLE_VIEW (self));

  news_story_ref (story);
  g_clear_pointer (&self->story, news_story_unref);
  self->story = story;
  g_clear_pointer (&self->page, news_page_unref);
  self->page = page != NULL ? news_page_ref (page) : NULL;
  g_set_object (&self->loader, loader);

  news_selection_clear (self->selection);
  set_letters (self, self->headline, title);
  set_letters (self, self->standfirst, news_standfirst_get (article));
  show_topics (self, article);
  show_byline (self, article);
  show_lead (self, article);
  show_body (self, place, news_text_direction_find (GTK_WIDGET (self), title));
  set_text (self->wall, remainder);
  show_original (self, article);
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
news_article_view_hold (NewsArticleView *self, double y)
{
  g_return_if_fail (NEWS_IS_ARTICLE_VIEW (self));

  news_page_column_hold (self->blocks, y);
}

NewsReadingPlace
news_article_view_get_place (NewsArticleView *self)
{
  g_return_val_if_fail (NEWS_IS_ARTICLE_VIEW (self), (NewsReadingPlace) { 0 });

  return news_page_column_get_place (self->blocks);
}

NewsPage *
news_article_view_get_page (NewsArticleView *self)
{
  g_return_val_if_fail (NEWS_IS_ARTICLE_VIEW (self), NULL);

  return self->page;
}

void
news_article_view_set_facts (NewsArticleView *self, NewsStory *story)
{
  g_return_if_fail (NEWS_IS_ARTICLE_VIEW (self));

  show_byline (self, story->article);
}

void
news_article_view_set_more (NewsArticleView *self, NewsPictureLoader *loader, GPtrArray *headlines)
{
  g_return_if_fail (NEWS_IS_ARTICLE_VIEW (self));

  gtk_list_box_remove_all (self->more_list);
  for (guint i = 0; i < headlines->len; i++)
    gtk_list_box_append (self->more_list,
                         news_more_row_new (g_ptr_array_index (headlines, i), loader));
  gtk_widget_set_visible (GTK_WIDGET (self->more), headlines->len > 0);
}

void
news_article_view_set_neighbours (NewsArticleView *self, NewsHeadline *previous, NewsHeadline *next)
{
  g_return_if_fail (NEWS_IS_ARTICLE_VIEW (self));

  news_neighbours_set (self->neighbours, previous, next);
}

void
news_article_view_set_typography (NewsArticleView *self, NewsTypography *typography)
{
  NewsParagraph *const paragraphs[]
    = { self->headline, self->standfirst, self->byline, self->dates, self->lead_caption };

  g_return_if_fail (NEWS_IS_ARTICLE_VIEW (self));

  set_typography (self, typography);
  follow_typography (self);
  for (gsize i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    news_paragraph_set_typography (paragraphs[i], typography);
}

NewsSelection *
news_article_view_get_selection (NewsArticleView *self)
{
  g_return_val_if_fail (NEWS_IS_ARTICLE_VIEW (self), NULL);

  return self->selection;
}

GPtrArray *
news_article_view_list_pictures (NewsArticleView *self)
{
  GPtrArray *pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) news_picture_unref);
  g_autoptr (GPtrArray) figures = NULL;

  g_return_val_if_fail (NEWS_IS_ARTICLE_VIEW (self), pictures);

  if (gtk_widget_get_visible (GTK_WIDGET (self->lead)) && self->story != NULL)
    g_ptr_array_add (pictures, news_picture_ref (self->story->article->lead));
  if (self->page != NULL)
    figures = news_page_list_figures (self->page);
  for (guint i = 0; figures != NULL && i < figures->len; i++)
    g_ptr_array_add (
      pictures, news_picture_ref (((const NewsBlock *) g_ptr_array_index (figures, i))->picture));

  return pictures;
}
