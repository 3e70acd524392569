/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-tools.h"

#include "news-caret.h"
#include "news-citation.h"
#include "news-page-menu.h"
#include "news-page-sight.h"
#include "news-picture-frame.h"
#include "news-picture-viewer.h"
#include "news-selection-html.h"

#include <string.h>

/* Bytes of a selection that somebody may want to find elsewhere on the page. */
#define FEW 200

struct _NewsPageTools
{
  GObject parent_instance;

  /* Owned */
  NewsCaret *caret;
  NewsPageMenu *menu;
  GtkEventController *keys;
  NewsSearchQuery *sought; /* or NULL */

  /* Borrowed */
  NewsArticleView *view;
  NewsFindBar *bar;
  NewsLinkAddress *address;

  double looked_from; /* where the page was when a picture was looked at */
};

G_DEFINE_FINAL_TYPE (NewsPageTools, news_page_tools, G_TYPE_OBJECT)

static NewsSelection *
get_selection (NewsPageTools *self)
{
  return news_article_view_get_selection (self->view);
}

/* What was looked at last is what one goes on from. */
static void
closed_cb (NewsPageTools *self)
{
  GtkWidget *paragraph;
  guint start, end;

  if (!news_find_bar_get_range (self->bar, &paragraph, &start, &end))
    return;

  news_selection_place (get_selection (self),
                        &(NewsPagePlace) { NEWS_PARAGRAPH (paragraph), start });
  news_selection_extend (get_selection (self),
                         &(NewsPagePlace) { NEWS_PARAGRAPH (paragraph), end });
}

static void
moved_cb (NewsPageTools *self)
{
  news_link_address_set_caret_link (self->address, news_caret_get_link (self->caret));
  news_link_address_set_caret_words (self->address, news_caret_get_expansion (self->caret));
}

/* The caret goes first: a selection is what Escape ends then. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        NewsPageTools *self)
{
  if (key != GDK_KEY_Escape || !news_find_bar_is_open (self->bar))
    return GDK_EVENT_PROPAGATE;

  news_find_bar_close (self->bar);

  return GDK_EVENT_STOP;
}

/* --- pictures --- */

static guint
find_picture (GPtrArray *pictures, const char *address)
{
  for (guint i = 0; i < pictures->len; i++)
    if (g_strcmp0 (news_picture_frame_get_address (g_ptr_array_index (pictures, i)), address) == 0)
      return i;

  return pictures->len;
}

static GtkAdjustment *
get_adjustment (NewsPageTools *self)
{
  return gtk_scrolled_window_get_vadjustment (
    news_page_sight_get_scroller (GTK_WIDGET (self->view)));
}

/* The focus goes back to where it was on the page, which would scroll to it. */
static void
viewer_closed_cb (NewsPageTools *self)
{
  gtk_adjustment_set_value (get_adjustment (self), self->looked_from);
}

/* --- object --- */

static void
news_page_tools_dispose (GObject *object)
{
  NewsPageTools *self = NEWS_PAGE_TOOLS (object);

  if (self->keys != NULL)
    gtk_widget_remove_controller (GTK_WIDGET (self->view), self->keys);
  self->keys = NULL;
  g_clear_object (&self->menu);
  g_clear_object (&self->caret);
  g_clear_pointer (&self->sought, news_search_query_unref);

  G_OBJECT_CLASS (news_page_tools_parent_class)->dispose (object);
}

static void
news_page_tools_class_init (NewsPageToolsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_page_tools_dispose;
}

static void
news_page_tools_init (NewsPageTools *self)
{
  self->keys = gtk_event_controller_key_new ();
}

NewsPageTools *
news_page_tools_new (NewsArticleView *view, NewsFindBar *bar, NewsLinkAddress *address)
{
  NewsPageTools *self = g_object_new (NEWS_TYPE_PAGE_TOOLS, NULL);
  GtkWidget *page = GTK_WIDGET (view);

  self->view = view;
  self->bar = bar;
  self->address = address;
  g_signal_connect (self->keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (page, self->keys);
  self->caret = news_caret_new (page, get_selection (self));
  self->menu = news_page_menu_new (page, get_selection (self), self->caret);
  news_find_bar_set_root (bar, page);
  news_link_address_watch (address, page);
  g_signal_connect_object (self->caret, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bar, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "built", G_CALLBACK (news_find_bar_refresh), bar,
                           G_CONNECT_SWAPPED);

  return self;
}

void
news_page_tools_find (NewsPageTools *self)
{
  g_autofree char *words = NULL;

  g_return_if_fail (NEWS_IS_PAGE_TOOLS (self));

  words = news_selection_dup_text (get_selection (self));
  if (words != NULL && (strlen (words) > FEW || strchr (words, '\n') != NULL))
    g_clear_pointer (&words, g_free);
  news_find_bar_open (self->bar, words);
}

void
news_page_tools_set_sought (NewsPageTools *self, const char *query)
{
  g_return_if_fail (NEWS_IS_PAGE_TOOLS (self));

  g_clear_pointer (&self->sought, news_search_query_unref);
  if (query != NULL)
    self->sought = news_search_query_new (query);
}

void
news_page_tools_show_sought (NewsPageTools *self)
{
  g_return_if_fail (NEWS_IS_PAGE_TOOLS (self));

  news_find_bar_set_sought (self->bar, self->sought);
}

void
news_page_tools_find_next (NewsPageTools *self, int direction)
{
  g_return_if_fail (NEWS_IS_PAGE_TOOLS (self));

  news_find_bar_step (self->bar, direction);
}

void
news_page_tools_set_caret_wanted (NewsPageTools *self, gboolean wanted)
{
  g_return_if_fail (NEWS_IS_PAGE_TOOLS (self));

  news_caret_set_wanted (self->caret, wanted);
}

GdkContentProvider *
news_page_tools_create_content (NewsPageTools *self, NewsArticle *article)
{
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *quote_html = NULL;

  g_return_val_if_fail (NEWS_IS_PAGE_TOOLS (self), NULL);

  text = news_selection_dup_text (get_selection (self));
  html = news_selection_html_dup (GTK_WIDGET (self->view));
  if (text == NULL || html == NULL)
    return NULL;
  if (article == NULL)
    return news_citation_create_content (text, html);

  quote = news_citation_dup_quote_text (article, text);
  quote_html = news_citation_dup_quote_markup (article, html);

  return news_citation_create_content (quote, quote_html);
}

void
news_page_tools_select_all (NewsPageTools *self)
{
  g_return_if_fail (NEWS_IS_PAGE_TOOLS (self));

  news_selection_select_all (get_selection (self));
}

void
news_page_tools_view_picture (NewsPageTools *self, NewsPictureLoader *loader, const char *address)
{
  g_autoptr (GPtrArray) pictures = NULL;
  AdwDialog *viewer;
  guint index;

  g_return_if_fail (NEWS_IS_PAGE_TOOLS (self));

  pictures = news_article_view_list_pictures (self->view);
  index = find_picture (pictures, address);
  if (index == pictures->len)
    return;

  self->looked_from = gtk_adjustment_get_value (get_adjustment (self));
  viewer = news_picture_viewer_new (loader, pictures, index);
  g_signal_connect_object (viewer, "closed", G_CALLBACK (viewer_closed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (viewer, GTK_WIDGET (self->view));
}
