/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-finder.h"

#include "news-folding.h"
#include "news-page-sight.h"
#include "news-search-match.h"

/* Microseconds that searching may take between two frames. */
#define SLICE 4000

/* A hit, of one paragraph. Those of a page are in its order. */
typedef struct
{
  guint paragraph; /* in the list of paragraphs */
  NewsParagraphRange range;
} Hit;

struct _NewsPageFinder
{
  GObject parent_instance;

  /* Owned */
  char *words;            /* folded; "" where nothing or a search is looked for */
  NewsSearchMatch *match; /* of the search that is looked for, or NULL */
  GPtrArray *paragraphs;
  GArray *hits; /* Hit */
  GtkAdjustment *adjustment;
  guint searching;

  /* Borrowed */
  GtkWidget *root; /* NULL once it is gone */

  guint searched;   /* paragraphs */
  int current;      /* -1: none yet */
  gboolean chooses; /* one is looked at as soon as there is one */
  gboolean follows; /* the first hit that comes is brought into sight */
  Hit origin;       /* from where on a hit is looked for that is looked at */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsPageFinder, news_page_finder, G_TYPE_OBJECT)

static const Hit *
get_hit (NewsPageFinder *self, guint index)
{
  return &g_array_index (self->hits, Hit, index);
}

/* --- what is shown --- */

static void
show_hits (NewsPageFinder *self, NewsParagraph *paragraph, guint first, guint n)
{
  g_autoptr (GArray) ranges = g_array_sized_new (FALSE, FALSE, sizeof (NewsParagraphRange), n);
  int current = self->current - (int) first;

  for (guint i = first; i < first + n; i++)
    g_array_append_val (ranges, get_hit (self, i)->range);
  news_paragraph_set_hits (paragraph, (const NewsParagraphRange *) ranges->data, n,
                           current >= 0 && current < (int) n ? current : -1);
}

static gboolean
is_in_sight (NewsPageFinder *self, GtkWidget *paragraph, const graphene_rect_t *visible)
{
  graphene_rect_t bounds;

  /* A screen more, so that it is there before it is scrolled to. */
  return gtk_widget_get_mapped (paragraph)
         && gtk_widget_compute_bounds (paragraph, self->root, &bounds)
         && bounds.origin.y < visible->origin.y + 2 * visible->size.height
         && bounds.origin.y + bounds.size.height > visible->origin.y - visible->size.height;
}

/* Thousands of hits, as of one letter, cost nothing where nobody looks. */
static void
show_in_sight (NewsPageFinder *self)
{
  graphene_rect_t visible;
  guint next;

  if (self->root == NULL || !news_page_sight_get_visible (self->root, &visible))
    return;

  for (guint first = 0; first < self->hits->len; first = next)
    {
      guint index = get_hit (self, first)->paragraph;
      NewsParagraph *paragraph = g_ptr_array_index (self->paragraphs, index);

      next = first + 1;
      while (next < self->hits->len && get_hit (self, next)->paragraph == index)
        next++;
      if (is_in_sight (self, GTK_WIDGET (paragraph), &visible))
        show_hits (self, paragraph, first, next - first);
    }
}

static void
hide_hits (NewsPageFinder *self)
{
  for (guint i = 0; i < self->paragraphs->len; i++)
    news_paragraph_set_hits (g_ptr_array_index (self->paragraphs, i), NULL, 0, -1);
}

static void
changed (NewsPageFinder *self)
{
  show_in_sight (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
look_at (NewsPageFinder *self, guint index)
{
  const Hit *hit = get_hit (self, index);
  NewsParagraph *paragraph = g_ptr_array_index (self->paragraphs, hit->paragraph);
  gboolean unfolded = self->follows && news_page_sight_unfold (self->root, paragraph);

  self->current = (int) index;
  self->origin = *hit;
  if (self->follows)
    news_page_sight_show (paragraph, hit->range.start, hit->range.end, unfolded);
  /* One that is not laid out yet is not among those in sight. */
  show_hits (self, paragraph, index, 1);
}

/* --- search --- */

static void
find_words (NewsPageFinder *self, const char *letters)
{
  g_autoptr (NewsFolding) folding = news_folding_new (letters);
  Hit hit = { .paragraph = self->searched };
  guint from = 0;

  while (news_folding_find (folding, self->words, &from, &hit.range.start, &hit.range.end))
    g_array_append_val (self->hits, hit);
}

static void
find_terms (NewsPageFinder *self, const char *letters)
{
  g_autoptr (GArray) places = news_search_match_find_places (self->match, letters, G_MAXUINT);

  for (guint i = 0; i < places->len; i++)
    {
      const NewsSearchPlace *place = &g_array_index (places, NewsSearchPlace, i);
      Hit hit = { self->searched, { place->start, place->end } };

      g_array_append_val (self->hits, hit);
    }
}

static void
search_paragraph (NewsPageFinder *self)
{
  NewsParagraph *paragraph = g_ptr_array_index (self->paragraphs, self->searched);
  const char *letters = news_paragraph_get_letters (paragraph);

  if (self->match != NULL)
    find_terms (self, letters);
  else
    find_words (self, letters);
  self->searched++;
}

static gboolean
is_from_origin (NewsPageFinder *self, const Hit *hit)
{
  return hit->paragraph > self->origin.paragraph
         || (hit->paragraph == self->origin.paragraph
             && hit->range.start >= self->origin.range.start);
}

/* The first from the origin on; where there is none to the end, the first of all. */
static void
choose (NewsPageFinder *self, guint from)
{
  for (guint i = from; i < self->hits->len; i++)
    if (is_from_origin (self, get_hit (self, i)))
      {
        look_at (self, i);
        return;
      }
  if (self->searched == self->paragraphs->len && self->hits->len > 0)
    look_at (self, 0);
}

static void
painted_cb (GdkFrameClock *clock, NewsPageFinder *self)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  show_in_sight (self);
}

/* A page that has just come has no places on the screen before the next frame. */
static void
show_in_next_frame (NewsPageFinder *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->root);

  if (clock == NULL || self->hits->len == 0)
    return;

  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), self, 0);
  gtk_widget_queue_draw (self->root);
}

static gboolean
search_cb (gpointer user_data)
{
  NewsPageFinder *self = user_data;
  gint64 end = g_get_monotonic_time () + SLICE;
  guint before = self->hits->len;

  while (self->searched < self->paragraphs->len && g_get_monotonic_time () < end)
    search_paragraph (self);
  if (self->searched == self->paragraphs->len)
    {
      self->searching = 0;
      show_in_next_frame (self);
    }
  if (self->chooses && self->current < 0)
    choose (self, before);
  changed (self);

  return self->searching != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
reset (NewsPageFinder *self)
{
  g_clear_handle_id (&self->searching, g_source_remove);
  hide_hits (self);
  g_ptr_array_set_size (self->paragraphs, 0);
  g_array_set_size (self->hits, 0);
  self->searched = 0;
  self->current = -1;
}

static void
list (NewsPageFinder *self)
{
  g_autoptr (GPtrArray) paragraphs = news_page_places_list (self->root, TRUE);

  for (guint i = 0; i < paragraphs->len; i++)
    g_ptr_array_add (self->paragraphs, g_object_ref (g_ptr_array_index (paragraphs, i)));
}

/* What is read now begins at the top of what can be seen. */
static void
find_origin (NewsPageFinder *self)
{
  graphene_rect_t visible;
  NewsPagePlace place;
  guint index;

  self->origin = (Hit) { 0 };
  if (news_page_sight_get_visible (self->root, &visible)
      && news_page_places_find (self->root, visible.origin.x, visible.origin.y, &place)
      && g_ptr_array_find (self->paragraphs, place.paragraph, &index))
    self->origin = (Hit) { index, { place.index, place.index } };
}

static void
scrolled_cb (NewsPageFinder *self)
{
  if (self->hits->len > 0)
    show_in_sight (self);
}

static void
watch_scrolling (NewsPageFinder *self)
{
  GtkScrolledWindow *scroller = news_page_sight_get_scroller (self->root);
  GtkAdjustment *adjustment
    = scroller != NULL ? gtk_scrolled_window_get_vadjustment (scroller) : NULL;

  if (adjustment == self->adjustment)
    return;

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, scrolled_cb, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                             G_CONNECT_SWAPPED);
}

static gboolean
is_wanted (NewsPageFinder *self)
{
  return self->match != NULL || *self->words != '\0';
}

static void
search (NewsPageFinder *self, gboolean again)
{
  reset (self);
  if (self->root != NULL && is_wanted (self))
    {
      watch_scrolling (self);
      list (self);
      if (!again)
        find_origin (self);
      self->searching = g_idle_add (search_cb, self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- object --- */

static void
root_gone_cb (gpointer data, GObject *root)
{
  NewsPageFinder *self = data;

  self->root = NULL;
  reset (self);
}

static void
news_page_finder_dispose (GObject *object)
{
  NewsPageFinder *self = NEWS_PAGE_FINDER (object);

  if (self->root != NULL)
    g_object_weak_unref (G_OBJECT (self->root), root_gone_cb, self);
  self->root = NULL;
  reset (self);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (news_page_finder_parent_class)->dispose (object);
}

static void
news_page_finder_finalize (GObject *object)
{
  NewsPageFinder *self = NEWS_PAGE_FINDER (object);

  g_ptr_array_unref (self->paragraphs);
  g_array_unref (self->hits);
  g_free (self->words);
  g_clear_pointer (&self->match, news_search_match_free);

  G_OBJECT_CLASS (news_page_finder_parent_class)->finalize (object);
}

static void
news_page_finder_class_init (NewsPageFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_page_finder_dispose;
  G_OBJECT_CLASS (klass)->finalize = news_page_finder_finalize;

  signals[CHANGED] = g_signal_new ("changed", NEWS_TYPE_PAGE_FINDER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
news_page_finder_init (NewsPageFinder *self)
{
  self->words = g_strdup ("");
  self->paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  self->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  self->current = -1;
}

NewsPageFinder *
news_page_finder_new (GtkWidget *root)
{
  NewsPageFinder *self = g_object_new (NEWS_TYPE_PAGE_FINDER, NULL);

  self->root = root;
  g_object_weak_ref (G_OBJECT (root), root_gone_cb, self);
  g_signal_connect_object (root, "map", G_CALLBACK (show_in_next_frame), self, G_CONNECT_SWAPPED);

  return self;
}

void
news_page_finder_set_words (NewsPageFinder *self, const char *words)
{
  g_autoptr (NewsFolding) folding = news_folding_new (words != NULL ? words : "");
  gboolean goes_on;

  g_return_if_fail (NEWS_IS_PAGE_FINDER (self));

  goes_on
    = (*self->words != '\0' || self->current >= 0) && *news_folding_get_text (folding) != '\0';
  if (!g_set_str (&self->words, news_folding_get_text (folding)) && self->match == NULL)
    return;

  g_clear_pointer (&self->match, news_search_match_free);
  self->follows = self->chooses = TRUE;
  search (self, goes_on);
}

void
news_page_finder_set_query (NewsPageFinder *self, NewsSearchQuery *query)
{
  g_return_if_fail (NEWS_IS_PAGE_FINDER (self));

  g_clear_pointer (&self->match, news_search_match_free);
  self->match = news_search_match_new (query, NEWS_TERM_TEXT, FALSE);
  g_set_str (&self->words, "");
  self->follows = self->chooses = FALSE;
  search (self, FALSE);
}

void
news_page_finder_choose (NewsPageFinder *self)
{
  g_return_if_fail (NEWS_IS_PAGE_FINDER (self));

  self->follows = self->chooses = TRUE;
  if (self->current >= 0 || self->root == NULL)
    return;

  find_origin (self);
  choose (self, 0);
  changed (self);
}

void
news_page_finder_step (NewsPageFinder *self, int direction)
{
  int n;

  g_return_if_fail (NEWS_IS_PAGE_FINDER (self));

  if (self->match != NULL && self->current < 0)
    {
      news_page_finder_choose (self);
      return;
    }

  n = (int) self->hits->len;
  if (n == 0 || self->root == NULL)
    return;

  self->follows = TRUE;
  if (self->current >= 0)
    show_hits (
      self, g_ptr_array_index (self->paragraphs, get_hit (self, (guint) self->current)->paragraph),
      0, 0);
  look_at (self, (guint) ((MAX (self->current, 0) + (direction < 0 ? n - 1 : 1)) % n));
  changed (self);
}

void
news_page_finder_refresh (NewsPageFinder *self)
{
  g_return_if_fail (NEWS_IS_PAGE_FINDER (self));

  /* Nothing moves under the reader's eyes. */
  self->follows = FALSE;
  if (is_wanted (self))
    search (self, TRUE);
}

guint
news_page_finder_get_n_hits (NewsPageFinder *self)
{
  g_return_val_if_fail (NEWS_IS_PAGE_FINDER (self), 0);

  return self->hits->len;
}

guint
news_page_finder_get_current (NewsPageFinder *self)
{
  g_return_val_if_fail (NEWS_IS_PAGE_FINDER (self), 0);

  return (guint) (self->current + 1);
}

gboolean
news_page_finder_is_searching (NewsPageFinder *self)
{
  g_return_val_if_fail (NEWS_IS_PAGE_FINDER (self), FALSE);

  return self->searching != 0;
}

gboolean
news_page_finder_get_range (NewsPageFinder *self, GtkWidget **paragraph, guint *start, guint *end)
{
  const Hit *hit;

  g_return_val_if_fail (NEWS_IS_PAGE_FINDER (self), FALSE);

  if (self->current < 0)
    return FALSE;

  hit = get_hit (self, (guint) self->current);
  *paragraph = g_ptr_array_index (self->paragraphs, hit->paragraph);
  *start = hit->range.start;
  *end = hit->range.end;

  return TRUE;
}
