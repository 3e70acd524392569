/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-caret.h"

#include "news-page-motion.h"
#include "news-page-sight.h"
#include "news-text-link.h"

/* Below the edge of what can be seen, where one begins to read. */
#define MARGIN 24

struct _NewsCaret
{
  GObject parent_instance;

  /* Owned */
  NewsSelection *selection;
  GtkEventController *keys;

  /* Borrowed */
  GtkWidget *page; /* NULL once it is gone */

  GWeakRef shown; /* the paragraph that shows the caret */
  double x;       /* see news_page_motion_move() */
  gboolean wanted;
  gboolean moving; /* the selection changes because of us */
};

enum
{
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsCaret, news_caret, G_TYPE_OBJECT)

/* --- what is shown --- */

/* Only the paragraph with the caret can have the focus: Tab goes from link to link. */
static void
hide (NewsCaret *self)
{
  g_autoptr (NewsParagraph) shown = g_weak_ref_get (&self->shown);

  if (shown == NULL)
    return;

  if (gtk_widget_has_focus (GTK_WIDGET (shown)) && self->page != NULL)
    news_page_sight_focus (self->page);
  news_paragraph_set_caret (shown, -1);
  gtk_widget_set_focusable (GTK_WIDGET (shown), FALSE);
  g_weak_ref_set (&self->shown, NULL);
}

static void
show (NewsCaret *self, const NewsPagePlace *place)
{
  g_autoptr (NewsParagraph) shown = g_weak_ref_get (&self->shown);
  GtkWidget *paragraph = GTK_WIDGET (place->paragraph);

  if (shown != place->paragraph)
    {
      gtk_widget_set_focusable (paragraph, TRUE);
      news_page_sight_focus (paragraph);
      hide (self);
      g_weak_ref_set (&self->shown, place->paragraph);
    }
  else if (!gtk_widget_has_focus (paragraph))
    {
      news_page_sight_focus (paragraph);
    }
  news_paragraph_set_caret (place->paragraph, (int) place->index);
}

static void
changed_cb (NewsCaret *self)
{
  NewsPagePlace place;

  if (!self->moving)
    self->x = -1;
  if (!self->wanted)
    return;

  if (news_selection_get_end (self->selection, &place))
    show (self, &place);
  else
    hide (self);
  g_signal_emit (self, signals[MOVED], 0);
}

/* --- places --- */

/* A link that has the focus is where one is. */
static gboolean
find_focus (NewsCaret *self, NewsPagePlace *place)
{
  GtkRoot *root = gtk_widget_get_root (self->page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *paragraph = focus != NULL ? gtk_widget_get_parent (focus) : NULL;
  graphene_point_t point = GRAPHENE_POINT_INIT (1, 1);

  if (!NEWS_IS_TEXT_LINK (focus) || !NEWS_IS_PARAGRAPH (paragraph)
      || !gtk_widget_is_ancestor (paragraph, self->page)
      || !gtk_widget_compute_point (focus, paragraph, &point, &point))
    return FALSE;

  place->paragraph = NEWS_PARAGRAPH (paragraph);
  place->index = news_paragraph_get_index_at (place->paragraph, point.x, point.y);

  return TRUE;
}

/* Where a key goes on from: where the selection ended, or else where one reads. */
static gboolean
find_place (NewsCaret *self, NewsPagePlace *place)
{
  graphene_rect_t visible;

  if (find_focus (self, place) || news_selection_get_end (self->selection, place))
    return TRUE;

  return news_page_sight_get_visible (self->page, &visible)
         && news_page_places_find (self->page, visible.origin.x, visible.origin.y + MARGIN, place);
}

static void
move (NewsCaret *self, NewsMotion motion, gboolean backwards, gboolean extend)
{
  NewsPagePlace place;

  if (!find_place (self, &place))
    return;

  self->moving = TRUE;
  if (extend && !news_selection_get_end (self->selection, &(NewsPagePlace) { 0 }))
    news_selection_place (self->selection, &place);
  news_page_motion_move (self->page, &place, motion, backwards, &self->x);
  if (extend)
    news_selection_extend (self->selection, &place);
  else
    news_selection_place (self->selection, &place);
  self->moving = FALSE;
  news_page_sight_follow (&place);
}

/* --- keys --- */

static gboolean
scroll (NewsCaret *self, gboolean backwards)
{
  GtkScrolledWindow *scroller = news_page_sight_get_scroller (self->page);
  gboolean scrolled = FALSE;

  if (scroller != NULL)
    g_signal_emit_by_name (scroller, "scroll-child",
                           backwards ? GTK_SCROLL_STEP_UP : GTK_SCROLL_STEP_DOWN, FALSE, &scrolled);

  return scroller != NULL;
}

static gboolean
press_motion (NewsCaret *self, guint key, gboolean ctrl, gboolean shift)
{
  NewsMotion motion;
  gboolean backwards;

  if (!news_page_motion_from_key (key, ctrl, &motion, &backwards))
    return FALSE;
  if (!shift && !self->wanted)
    return motion == NEWS_MOTION_LINE && !ctrl && scroll (self, backwards);

  move (self, motion, backwards, shift);

  return TRUE;
}

static gboolean
press_escape (NewsCaret *self)
{
  NewsPagePlace place;

  if (news_selection_is_empty (self->selection))
    return FALSE;

  if (self->wanted && news_selection_get_end (self->selection, &place))
    news_selection_place (self->selection, &place);
  else
    news_selection_clear (self->selection);

  return TRUE;
}

static gboolean
press_enter (NewsCaret *self)
{
  g_autoptr (NewsParagraph) shown = g_weak_ref_get (&self->shown);
  GtkWidget *link = news_caret_get_link (self);

  if (link == NULL || !gtk_widget_has_focus (GTK_WIDGET (shown)))
    return FALSE;

  news_text_link_follow (NEWS_TEXT_LINK (link));

  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        NewsCaret *self)
{
  return news_caret_press (self, key, state);
}

/* --- object --- */

static void
page_gone_cb (gpointer data, GObject *page)
{
  NewsCaret *self = data;

  self->page = NULL;
}

static void
news_caret_dispose (GObject *object)
{
  NewsCaret *self = NEWS_CARET (object);

  if (self->page != NULL)
    {
      g_object_weak_unref (G_OBJECT (self->page), page_gone_cb, self);
      gtk_widget_remove_controller (self->page, self->keys);
      self->page = NULL;
    }
  g_clear_object (&self->keys);
  g_clear_object (&self->selection);
  g_weak_ref_set (&self->shown, NULL);

  G_OBJECT_CLASS (news_caret_parent_class)->dispose (object);
}

static void
news_caret_finalize (GObject *object)
{
  g_weak_ref_clear (&NEWS_CARET (object)->shown);

  G_OBJECT_CLASS (news_caret_parent_class)->finalize (object);
}

static void
news_caret_class_init (NewsCaretClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_caret_dispose;
  G_OBJECT_CLASS (klass)->finalize = news_caret_finalize;

  signals[MOVED] = g_signal_new ("moved", NEWS_TYPE_CARET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
news_caret_init (NewsCaret *self)
{
  g_weak_ref_init (&self->shown, NULL);
  self->keys = gtk_event_controller_key_new ();
  self->x = -1;
}

NewsCaret *
news_caret_new (GtkWidget *page, NewsSelection *selection)
{
  NewsCaret *self = g_object_new (NEWS_TYPE_CARET, NULL);

  self->page = page;
  g_object_weak_ref (G_OBJECT (page), page_gone_cb, self);
  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self->keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (page, g_object_ref (self->keys));

  return self;
}

void
news_caret_set_wanted (NewsCaret *self, gboolean wanted)
{
  NewsPagePlace place;

  g_return_if_fail (NEWS_IS_CARET (self));

  if (self->wanted == wanted)
    return;

  self->wanted = wanted;
  if (!wanted)
    {
      hide (self);
      g_signal_emit (self, signals[MOVED], 0);
    }
  else if (self->page != NULL && gtk_widget_get_mapped (self->page) && find_place (self, &place))
    {
      if (news_selection_is_empty (self->selection))
        news_selection_place (self->selection, &place);
      else
        changed_cb (self);
    }
}

gboolean
news_caret_press (NewsCaret *self, guint key, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  gboolean ctrl = (state & GDK_CONTROL_MASK) != 0;

  g_return_val_if_fail (NEWS_IS_CARET (self), FALSE);

  if (self->page == NULL || (state & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Escape:
      return !shift && !ctrl && press_escape (self);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return !shift && !ctrl && press_enter (self);
    default:
      return press_motion (self, key, ctrl, shift);
    }
}

GtkWidget *
news_caret_get_link (NewsCaret *self)
{
  g_autoptr (NewsParagraph) shown = NULL;

  g_return_val_if_fail (NEWS_IS_CARET (self), NULL);

  shown = g_weak_ref_get (&self->shown);

  return shown != NULL
           ? news_paragraph_get_link (shown, (guint) MAX (news_paragraph_get_caret (shown), 0))
           : NULL;
}

const char *
news_caret_get_expansion (NewsCaret *self)
{
  g_autoptr (NewsParagraph) shown = NULL;

  g_return_val_if_fail (NEWS_IS_CARET (self), NULL);

  shown = g_weak_ref_get (&self->shown);

  return shown != NULL
           ? news_paragraph_get_expansion (shown, (guint) MAX (news_paragraph_get_caret (shown), 0))
           : NULL;
}
