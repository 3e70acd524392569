/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-find-bar.h"

#include "news-page-finder.h"

#include <glib/gi18n.h>

struct _NewsFindBar
{
  AdwBin parent_instance;

  /* Template children */
  GtkSearchBar *bar;
  GtkWidget *tools; /* hidden before they are first needed, as a start would find their styles */
  GtkSearchEntry *entry;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;

  /* Owned */
  NewsPageFinder *finder;
  NewsSearchQuery *sought; /* by which the page was found, or NULL */
  char *sought_words;      /* as they stand in the entry */
  char *announced;

  GWeakRef root;
  gboolean seeking; /* the finder finds what @sought asks for, and no words of the entry */
  guint n_sought;
};

enum
{
  CLOSED,
  SOUGHT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsFindBar, news_find_bar, ADW_TYPE_BIN)

static const char *
get_words (NewsFindBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* "" where nothing is looked for. */
static char *
dup_count (NewsFindBar *self)
{
  guint n = news_page_finder_get_n_hits (self->finder);

  if (!news_find_bar_is_open (self) || *get_words (self) == '\0')
    return g_strdup ("");
  if (n == 0)
    return g_strdup (news_page_finder_is_searching (self->finder) ? "" : _ ("Not found"));
  if (news_page_finder_get_current (self->finder) == 0)
    /* Translators: in how many places of the page words were found */
    return g_strdup_printf (ngettext ("%'u place", "%'u places", n), n);

  /* Translators: which of the places where words were found is looked at, such as “3 of 12” */
  return g_strdup_printf (C_ ("places found", "%u of %u"),
                          news_page_finder_get_current (self->finder), n);
}

static void
announce (NewsFindBar *self, const char *count)
{
  if (news_page_finder_is_searching (self->finder) || *count == '\0'
      || !g_set_str (&self->announced, count))
    return;

  gtk_accessible_announce (GTK_ACCESSIBLE (self), count,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
tell_sought (NewsFindBar *self)
{
  gboolean shown = self->sought != NULL && !news_find_bar_is_open (self);
  guint n = shown ? news_page_finder_get_n_hits (self->finder) : 0;

  if (n == self->n_sought)
    return;

  self->n_sought = n;
  g_signal_emit (self, signals[SOUGHT_CHANGED], 0);
}

static void
changed_cb (NewsFindBar *self)
{
  g_autofree char *count = dup_count (self);
  guint n = news_page_finder_get_n_hits (self->finder);
  gboolean nothing = n == 0 && *count != '\0';

  gtk_label_set_text (self->count, count);
  gtk_widget_set_sensitive (self->previous, n > 0);
  gtk_widget_set_sensitive (self->next, n > 0);
  if (nothing)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  announce (self, count);
  tell_sought (self);
}

static void
seek (NewsFindBar *self)
{
  if (!self->seeking)
    news_page_finder_set_query (self->finder, self->sought);
  self->seeking = TRUE;
}

/* The words of a search are no phrase: as long as they are left as they are, each is looked for. */
static void
look_for_words (NewsFindBar *self)
{
  if (self->finder == NULL)
    return;

  if (g_strcmp0 (get_words (self), self->sought_words) == 0)
    {
      seek (self);
      news_page_finder_choose (self->finder);
      return;
    }

  self->seeking = FALSE;
  news_page_finder_set_words (self->finder, get_words (self));
}

/* --- what is done in the bar --- */

static void
words_changed_cb (NewsFindBar *self)
{
  if (news_find_bar_is_open (self))
    look_for_words (self);
}

static void
step (NewsFindBar *self, int direction)
{
  if (self->finder == NULL)
    return;

  /* The entry waits for more letters; who goes on has typed them all. */
  look_for_words (self);
  news_page_finder_step (self->finder, direction);
}

static void
next_cb (NewsFindBar *self)
{
  step (self, 1);
}

static void
previous_cb (NewsFindBar *self)
{
  step (self, -1);
}

static gboolean
key_cb (NewsFindBar *self, guint key, guint code, GdkModifierType state)
{
  gboolean enters = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;

  if (!enters || (state & GDK_SHIFT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  step (self, -1);

  return GDK_EVENT_STOP;
}

/* The bar has a button that closes it, too. */
static void
mode_changed_cb (NewsFindBar *self)
{
  g_autoptr (GtkWidget) root = g_weak_ref_get (&self->root);

  if (self->finder == NULL || news_find_bar_is_open (self))
    return;

  g_signal_emit (self, signals[CLOSED], 0);
  self->seeking = FALSE;
  news_page_finder_set_words (self->finder, NULL);
  g_clear_pointer (&self->announced, g_free);
  if (root != NULL)
    gtk_widget_grab_focus (root);
}

/* --- object --- */

static void
news_find_bar_dispose (GObject *object)
{
  NewsFindBar *self = NEWS_FIND_BAR (object);

  g_clear_object (&self->finder);
  g_clear_pointer (&self->sought, news_search_query_unref);
  g_clear_pointer (&self->sought_words, g_free);
  g_clear_pointer (&self->announced, g_free);
  g_weak_ref_set (&self->root, NULL);
  /* The bin would not know that its child is gone with the template. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_FIND_BAR);

  G_OBJECT_CLASS (news_find_bar_parent_class)->dispose (object);
}

static void
news_find_bar_finalize (GObject *object)
{
  g_weak_ref_clear (&NEWS_FIND_BAR (object)->root);

  G_OBJECT_CLASS (news_find_bar_parent_class)->finalize (object);
}

static void
news_find_bar_class_init (NewsFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_find_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = news_find_bar_finalize;

  signals[CLOSED] = g_signal_new ("closed", NEWS_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[SOUGHT_CHANGED] = g_signal_new ("sought-changed", NEWS_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "newsfindbar");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/reader/news-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, NewsFindBar, tools);
  gtk_widget_class_bind_template_child (widget_class, NewsFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, NewsFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, NewsFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, NewsFindBar, next);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, news_find_bar_close);
}

static void
news_find_bar_init (NewsFindBar *self)
{
  g_weak_ref_init (&self->root, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
news_find_bar_set_root (NewsFindBar *self, GtkWidget *root)
{
  g_return_if_fail (NEWS_IS_FIND_BAR (self));

  g_weak_ref_set (&self->root, root);
  g_clear_object (&self->finder);
  self->finder = news_page_finder_new (root);
  g_signal_connect_object (self->finder, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
}

/* As they would be typed; NULL where the search has none, but operators alone. */
static char *
dup_sought_words (NewsSearchQuery *query)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < query->terms->len; i++)
    {
      const NewsSearchTerm *term = g_ptr_array_index (query->terms, i);

      if (term->kind == NEWS_TERM_TEXT && !term->excluded && term->words[0] != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", term->text);
    }

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/* Nothing moves, also where the bar stays open from page to page. */
void
news_find_bar_set_sought (NewsFindBar *self, NewsSearchQuery *query)
{
  g_autofree char *words = query != NULL ? dup_sought_words (query) : NULL;
  gboolean sought = self->seeking;

  g_return_if_fail (NEWS_IS_FIND_BAR (self));
  g_return_if_fail (self->finder != NULL);

  self->seeking = FALSE;
  g_clear_pointer (&self->sought, news_search_query_unref);
  g_set_str (&self->sought_words, words);
  if (words != NULL)
    self->sought = news_search_query_ref (query);

  if (words != NULL
      && (!news_find_bar_is_open (self) || g_str_equal (get_words (self), self->sought_words)))
    {
      seek (self);
    }
  else if (sought)
    {
      news_page_finder_set_words (self->finder,
                                  news_find_bar_is_open (self) ? get_words (self) : NULL);
      news_page_finder_refresh (self->finder);
    }
  tell_sought (self);
}

guint
news_find_bar_get_n_sought (NewsFindBar *self)
{
  g_return_val_if_fail (NEWS_IS_FIND_BAR (self), 0);

  return self->n_sought;
}

void
news_find_bar_open (NewsFindBar *self, const char *words)
{
  g_return_if_fail (NEWS_IS_FIND_BAR (self));

  if (words == NULL && self->seeking)
    words = self->sought_words;
  gtk_widget_set_visible (self->tools, TRUE);
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (words != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  look_for_words (self);
}

void
news_find_bar_close (NewsFindBar *self)
{
  g_return_if_fail (NEWS_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

gboolean
news_find_bar_is_open (NewsFindBar *self)
{
  g_return_val_if_fail (NEWS_IS_FIND_BAR (self), FALSE);

  return gtk_search_bar_get_search_mode (self->bar);
}

void
news_find_bar_step (NewsFindBar *self, int direction)
{
  g_return_if_fail (NEWS_IS_FIND_BAR (self));

  if (news_find_bar_is_open (self))
    step (self, direction);
  else
    news_find_bar_open (self, NULL);
}

void
news_find_bar_refresh (NewsFindBar *self)
{
  g_return_if_fail (NEWS_IS_FIND_BAR (self));

  if (self->finder != NULL)
    news_page_finder_refresh (self->finder);
}

gboolean
news_find_bar_get_range (NewsFindBar *self, GtkWidget **paragraph, guint *start, guint *end)
{
  g_return_val_if_fail (NEWS_IS_FIND_BAR (self), FALSE);

  return self->finder != NULL && news_page_finder_get_range (self->finder, paragraph, start, end);
}
