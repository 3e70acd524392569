/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-reader.h"

#include "news-late-menu.h"
#include "news-page-turn.h"
#include "news-place-keeper.h"
#include "news-sought-button.h"
#include "news-story-loader.h"
#include "news-text-zoom.h"
#include "news-typography-popover.h"

#include <glib/gi18n.h>

#define MORE 8

struct _NewsReader
{
  AdwNavigationPage parent_instance;

  /* Template children */
  GtkToggleButton *bookmark;
  GtkStack *stack;
  GtkWidget *page; /* hidden before the first article, so that a start has no styles to find */
  GtkScrolledWindow *scroller;
  NewsArticleView *view;
  GtkMenuButton *text_button;
  GtkMenuButton *menu_button;
  GMenuModel *menu;
  NewsFindBar *find_bar;
  NewsLinkAddress *address;

  /* Owned */
  NewsTextZoom *zoom;
  NewsPageTools *tools;
  NewsDesk *desk;
  NewsPictureLoader *loader;
  NewsStoryLoader *stories;
  NewsStory *story;
  GCancellable *cancellable;
  NewsPlaceKeeper *places;

  AdwStatusPage *failed; /* borrowed; NULL as long as nothing has */

  gint64 article;
  gboolean loading;
  gboolean outdated; /* what is being loaded may be, or what is on show */
  gboolean narrow;
};

typedef enum
{
  PROP_NARROW = 1,
} Property;

enum
{
  STORY_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_NARROW + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsReader, news_reader, ADW_TYPE_NAVIGATION_PAGE)

static void
set_story (NewsReader *self, NewsStory *story)
{
  if (story != NULL)
    news_story_ref (story);
  g_clear_pointer (&self->story, news_story_unref);
  self->story = story;
  gtk_button_set_icon_name (GTK_BUTTON (self->bookmark), story != NULL && story->bookmarked
                                                           ? "news-bookmark-filled-symbolic"
                                                           : "news-bookmark-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->bookmark),
                               story != NULL && story->bookmarked
                                 ? _ ("Bookmarked: kept to be read without a network")
                                 : _ ("Bookmark"));
  g_signal_emit (self, signals[STORY_CHANGED], 0);
}

static void
stop (NewsReader *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->loading = FALSE;
  self->outdated = FALSE;
}

static void
ensure_failed (NewsReader *self)
{
  if (self->failed != NULL)
    return;

  self->failed = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->failed, "dialog-warning-symbolic");
  adw_status_page_set_title (self->failed, _ ("The Article Can’t Be Shown"));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->failed), "failed");
}

static void
fail (NewsReader *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  ensure_failed (self);
  adw_status_page_set_description (self->failed, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* --- more headlines --- */

static void
more_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) headlines = news_store_more_finish (NEWS_STORE (object), result, &error);

  /* The page is all there without them. */
  if (headlines == NULL)
    g_debug ("More headlines: %s", error->message);
  else
    news_article_view_set_more (self->view, self->loader, headlines);
}

/* --- the page --- */

static void
show_page (NewsReader *self, NewsStory *story, NewsPage *page)
{
  NewsReadingPlace place = news_place_keeper_get (self->places, story);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  news_article_view_set_story (self->view, self->loader, story, page, place);
  news_page_tools_show_sought (self->tools);
  gtk_widget_set_visible (self->page, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "page");
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), story->article->title != NULL
                                                               ? story->article->title
                                                               : _ ("Article"));
  set_story (self, story);
  news_store_more_async (news_desk_get_store (self->desk), story->number, MORE, self->cancellable,
                         more_cb, g_object_ref (self));
}

static void update (NewsReader *self);

/* What was asked for may have been found before what has changed since. */
static void
end_loading (NewsReader *self)
{
  self->loading = FALSE;
  if (self->outdated)
    update (self);
}

static void
updated_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsStory) story
    = news_story_loader_load_finish (NEWS_STORY_LOADER (object), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Another text is for the next time it is opened: nothing moves under the reader's eyes. */
  if (story != NULL)
    {
      set_story (self, story);
      news_article_view_set_facts (self->view, story);
    }
  end_loading (self);
}

static void
update (NewsReader *self)
{
  self->outdated = self->loading;
  if (self->loading || self->story == NULL)
    return;

  self->loading = TRUE;
  news_story_loader_load_async (self->stories, self->story->number, FALSE, self->cancellable,
                                updated_cb, g_object_ref (self));
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsPage) page = NULL;
  g_autoptr (NewsStory) story
    = news_story_loader_load_finish (NEWS_STORY_LOADER (object), result, &page, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (story != NULL)
    show_page (self, story, page);
  else
    fail (self, error->message);
  end_loading (self);
}

static void
load (NewsReader *self)
{
  stop (self);
  self->cancellable = g_cancellable_new ();
  self->loading = TRUE;
  news_story_loader_load_async (self->stories, self->article, TRUE, self->cancellable, loaded_cb,
                                g_object_ref (self));
}

/* --- where it is read --- */

static void
place_changed_cb (NewsReader *self)
{
  if (self->story != NULL && self->places != NULL)
    news_place_keeper_note (self->places, self->story->number,
                            news_article_view_get_place (self->view));
}

static void
news_reader_unmap (GtkWidget *widget)
{
  NewsReader *self = NEWS_READER (widget);

  if (self->places != NULL)
    news_place_keeper_flush (self->places);
  GTK_WIDGET_CLASS (news_reader_parent_class)->unmap (widget);
}

/* --- changes of the article on show --- */

static void
status_changed_cb (NewsReader *self, gint64 article, gboolean read, gboolean bookmarked)
{
  g_autoptr (NewsStory) story = NULL;

  if (self->story == NULL || self->story->number != article)
    return;

  story = news_story_new ();
  story->number = article;
  story->source = g_strdup (self->story->source);
  story->article = news_article_ref (self->story->article);
  story->read = read;
  story->bookmarked = bookmarked;
  set_story (self, story);
}

static void
view_picture (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsReader *self = NEWS_READER (widget);

  news_page_tools_view_picture (self->tools, self->loader, g_variant_get_string (parameter, NULL));
}

/* --- object --- */

static void
set_narrow (NewsReader *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  (narrow ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self), "narrow");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
news_reader_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, NEWS_READER (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
news_reader_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_NARROW:
      set_narrow (NEWS_READER (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
disconnect (NewsReader *self)
{
  stop (self);
  g_clear_object (&self->places);
  g_clear_object (&self->stories);
  if (self->desk != NULL && news_desk_get_store (self->desk) != NULL)
    g_signal_handlers_disconnect_by_data (news_desk_get_store (self->desk), self);
}

static void
news_reader_dispose (GObject *object)
{
  NewsReader *self = NEWS_READER (object);

  disconnect (self);
  g_clear_object (&self->zoom);
  g_clear_object (&self->tools);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_READER);
  g_clear_object (&self->desk);
  g_clear_object (&self->loader);
  g_clear_pointer (&self->story, news_story_unref);

  G_OBJECT_CLASS (news_reader_parent_class)->dispose (object);
}

static void
news_reader_class_init (NewsReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = news_reader_get_property;
  object_class->set_property = news_reader_set_property;
  object_class->dispose = news_reader_dispose;
  widget_class->unmap = news_reader_unmap;

  properties[PROP_NARROW]
    = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[STORY_CHANGED] = g_signal_new ("story-changed", NEWS_TYPE_READER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (NEWS_TYPE_ARTICLE_VIEW);
  g_type_ensure (NEWS_TYPE_FIND_BAR);
  g_type_ensure (NEWS_TYPE_LINK_ADDRESS);
  g_type_ensure (NEWS_TYPE_SOUGHT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/reader/news-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsReader, bookmark);
  gtk_widget_class_bind_template_child (widget_class, NewsReader, stack);
  gtk_widget_class_bind_template_child (widget_class, NewsReader, page);
  gtk_widget_class_bind_template_child (widget_class, NewsReader, scroller);
  gtk_widget_class_bind_template_child (widget_class, NewsReader, view);
  gtk_widget_class_bind_template_child (widget_class, NewsReader, text_button);
  gtk_widget_class_bind_template_child (widget_class, NewsReader, menu_button);
  gtk_widget_class_bind_template_child (widget_class, NewsReader, menu);
  gtk_widget_class_bind_template_child (widget_class, NewsReader, find_bar);
  gtk_widget_class_bind_template_child (widget_class, NewsReader, address);
  gtk_widget_class_install_action (widget_class, "story.view-picture", "s", view_picture);
}

static void
news_reader_init (NewsReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->view, "place-changed", G_CALLBACK (place_changed_cb), self,
                           G_CONNECT_SWAPPED);
  news_late_menu_attach (self->menu_button, self->menu);
  self->tools = news_page_tools_new (self->view, self->find_bar, self->address);
}

void
news_reader_set_desk (NewsReader *self, NewsDesk *desk, NewsPictureLoader *loader)
{
  NewsStore *store;

  g_return_if_fail (NEWS_IS_READER (self));

  news_reader_open (self, 0);
  disconnect (self);
  g_set_object (&self->desk, desk);
  g_set_object (&self->loader, loader);
  store = news_desk_get_store (desk);
  self->places = news_place_keeper_new (store);
  self->stories = news_story_loader_new (store);
  g_signal_connect_object (store, "status-changed", G_CALLBACK (status_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "lists-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

void
news_reader_open (NewsReader *self, gint64 article)
{
  g_return_if_fail (NEWS_IS_READER (self));

  if (article == self->article)
    return;

  self->article = article;
  if (article == 0)
    {
      stop (self);
      set_story (self, NULL);
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }

  load (self);
}

void
news_reader_set_sought (NewsReader *self, const char *query)
{
  g_return_if_fail (NEWS_IS_READER (self));

  news_page_tools_set_sought (self->tools, query);
  /* If another story is still to come, the one before it is left as it is. */
  if (self->story != NULL && self->story->number == self->article)
    news_page_tools_show_sought (self->tools);
}

NewsStory *
news_reader_get_story (NewsReader *self)
{
  g_return_val_if_fail (NEWS_IS_READER (self), NULL);

  return self->story;
}

NewsPage *
news_reader_get_page (NewsReader *self)
{
  g_return_val_if_fail (NEWS_IS_READER (self), NULL);

  return self->story != NULL ? news_article_view_get_page (self->view) : NULL;
}

gint64
news_reader_get_article (NewsReader *self)
{
  g_return_val_if_fail (NEWS_IS_READER (self), 0);

  return self->article;
}

gboolean
news_reader_page_down (NewsReader *self)
{
  g_return_val_if_fail (NEWS_IS_READER (self), FALSE);

  return self->story != NULL && news_page_turn (self->scroller, 1);
}

gboolean
news_reader_page_up (NewsReader *self)
{
  g_return_val_if_fail (NEWS_IS_READER (self), FALSE);

  return self->story != NULL && news_page_turn (self->scroller, -1);
}

void
news_reader_set_neighbours (NewsReader *self, NewsHeadline *previous, NewsHeadline *next)
{
  g_return_if_fail (NEWS_IS_READER (self));

  news_article_view_set_neighbours (self->view, previous, next);
}

void
news_reader_set_settings (NewsReader *self, GSettings *settings)
{
  g_autoptr (NewsTypography) typography = news_typography_new ();

  g_return_if_fail (NEWS_IS_READER (self));

  g_clear_object (&self->zoom);
  self->zoom = news_text_zoom_new (self->scroller, settings);
  g_signal_connect_object (self->zoom, "pointed", G_CALLBACK (news_article_view_hold), self->view,
                           G_CONNECT_SWAPPED);
  news_typography_bind (typography, settings);
  news_typography_popover_attach (self->text_button, settings);
  news_article_view_set_typography (self->view, typography);
}

NewsPageTools *
news_reader_get_tools (NewsReader *self)
{
  g_return_val_if_fail (NEWS_IS_READER (self), NULL);

  return self->tools;
}
