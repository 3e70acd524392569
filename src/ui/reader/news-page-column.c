/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-column.h"

#include "news-page-anchor.h"
#include "news-page-blocks.h"
#include "news-page-order.h"
#include "news-page-reach.h"
#include "news-text-direction.h"

/* Blocks that are built before the first frame: more than a screen holds of a usual article. */
#define FIRST_BLOCKS 12

/* Microseconds that building and setting may take in a frame. */
#define SLICE 2000

/* Screens below and above what is in sight that are set when there is time, and from which on they
 * are let go of. */
#define BELOW 2
#define ABOVE 1
#define BEYOND 4

/* Layouts in a frame after which we change something. */
#define MOST_LAYOUTS 3

/* Of the first screen, less than this part is hardly begun. */
#define BEGUN 0.5

struct _NewsPageColumn
{
  GObject parent_instance;

  /* Owned */
  GtkBox *box;
  NewsPage *page;
  char *language;
  NewsPictureLoader *loader;
  NewsTypography *typography;
  GtkTextDirection direction;
  NewsPageBlocks blocks;
  NewsPageAnchor anchor;

  /* Borrowed, while the box is on the screen */
  GtkWidget *view; /* the viewport */
  GtkAdjustment *adjustment;
  GdkFrameClock *clock;
  guint tick;

  guint layouts; /* in this frame */
  double value;  /* of the adjustment, and its bounds, when they were last seen */
  double upper;
  double page_size;
  double dropped_at; /* where the page was when what is far was last let go of */
  NewsReadingPlace place;
  gboolean moving; /* it is us who scroll */
  gboolean scrolled;
  gboolean unfinished; /* in this frame */
  gboolean at_end;     /* where a reader went since the last frame */
};

enum
{
  PLACE_CHANGED,
  BUILT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsPageColumn, news_page_column, G_TYPE_OBJECT)

static GtkWidget *
find_view (NewsPageColumn *self)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (self->box), GTK_TYPE_VIEWPORT);
}

static GtkWidget *
get_block_at (NewsPageColumn *self, double y)
{
  return news_page_blocks_get (&self->blocks, news_page_blocks_find (&self->blocks, y));
}

/* --- building --- */

static gboolean
build_block (NewsPageColumn *self)
{
  NewsBlockContext context = { self->loader, self->language, self->typography, self->direction };
  GtkWidget *block;

  if (self->page == NULL || self->blocks.blocks->len >= news_page_get_n_blocks (self->page))
    return FALSE;

  block
    = news_block_view_new (news_page_get_block (self->page, self->blocks.blocks->len), &context);
  news_page_order_place (self->page, self->blocks.blocks->len, block);
  news_text_direction_set (block, self->direction);
  /* Where nothing scrolls, nobody would ever bring it near. */
  if (find_view (self) != NULL)
    news_page_reach_let_go (block);
  news_page_blocks_append (&self->blocks, block);
  if (self->blocks.blocks->len == news_page_get_n_blocks (self->page))
    g_signal_emit (self, signals[BUILT], 0);

  return TRUE;
}

static void
clear (NewsPageColumn *self)
{
  news_page_anchor_clear (&self->anchor);
  news_page_blocks_remove_all (&self->blocks);
  self->place = (NewsReadingPlace) { 0 };
}

/* --- where is what --- */

/* Top and bottom of the screens that are in sight, from the top of the box. */
static gboolean
get_sight (NewsPageColumn *self, double *top, double *bottom)
{
  graphene_point_t corner = GRAPHENE_POINT_INIT (0, 0);

  if (self->blocks.placed == 0
      || !gtk_widget_compute_point (self->view, GTK_WIDGET (self->box), &corner, &corner))
    return FALSE;
  *top = corner.y;
  *bottom = corner.y + gtk_widget_get_height (self->view);

  return TRUE;
}

static NewsReadingPlace
find_place (NewsPageColumn *self, double top, double bottom)
{
  const NewsReadingPlace beginning = { 0 };
  gboolean ends
    = self->page == NULL || self->blocks.blocks->len == news_page_get_n_blocks (self->page);

  if (self->value < self->page_size * BEGUN || top <= 0
      || (ends && gtk_widget_get_height (GTK_WIDGET (self->box)) <= bottom))
    return beginning;

  return news_page_blocks_get_place (&self->blocks, top);
}

/* --- near and far --- */

/* Scrolls by as much as what is held was moved; tells by how much. */
static double
keep_in_place (NewsPageColumn *self)
{
  double value = gtk_adjustment_get_value (self->adjustment);
  double error = news_page_anchor_get_error (&self->anchor, self->view);

  if (self->at_end)
    error = self->upper - self->page_size - value;
  if (ABS (error) < 1)
    return 0;

  self->moving = TRUE;
  gtk_adjustment_set_value (self->adjustment, value + error);
  self->moving = FALSE;

  return error;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  NewsPageColumn *self = user_data;
  gint64 deadline = g_get_monotonic_time () + SLICE;
  double top, bottom, screen;

  while (g_get_monotonic_time () < deadline)
    if (!build_block (self))
      break;

  if (g_get_monotonic_time () >= deadline || !get_sight (self, &top, &bottom))
    return G_SOURCE_CONTINUE;

  screen = bottom - top;
  if (ABS (top - self->dropped_at) >= screen)
    {
      self->dropped_at = top;
      news_page_blocks_let_go (&self->blocks, top - BEYOND * screen, bottom + BEYOND * screen);
    }
  if (!news_page_blocks_bring_near (&self->blocks, top, bottom + BELOW * screen, deadline, NULL)
      || !news_page_blocks_bring_near (&self->blocks, top - ABOVE * screen, top, deadline, NULL)
      || self->blocks.placed < self->blocks.blocks->len)
    return G_SOURCE_CONTINUE;

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
work (NewsPageColumn *self)
{
  if (self->tick == 0 && self->view != NULL && self->page != NULL)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->box), tick_cb, self, NULL);
}

/* --- the frame --- */

static void
value_changed_cb (NewsPageColumn *self)
{
  double value = gtk_adjustment_get_value (self->adjustment);
  double upper = gtk_adjustment_get_upper (self->adjustment);
  double page_size = gtk_adjustment_get_page_size (self->adjustment);

  /* Where the bounds have changed too, it is the viewport that keeps within them. */
  if (!self->moving && upper == self->upper && page_size == self->page_size)
    {
      self->anchor.offset -= value - self->value;
      self->at_end = value > 0 && value >= upper - page_size - 1;
      self->scrolled = TRUE;
      if (value <= 0)
        news_page_anchor_clear (&self->anchor);
      work (self);
    }
  self->value = value;
}

/* All has its room for this frame; what is changed here is laid out once more, before it is drawn.
 * GDK gives up after four times, so that the last ones are left for whoever else needs them: what
 * is still to be done then is done in the next frame. */
static void
after_layout_cb (NewsPageColumn *self)
{
  gboolean changed = FALSE;
  double top, bottom, error;

  self->upper = gtk_adjustment_get_upper (self->adjustment);
  self->page_size = gtk_adjustment_get_page_size (self->adjustment);
  if (gtk_widget_get_width (GTK_WIDGET (self->box)) > 0)
    self->blocks.placed = self->blocks.blocks->len;

  if (++self->layouts > MOST_LAYOUTS)
    return;

  error = keep_in_place (self);
  if (self->layouts < MOST_LAYOUTS && get_sight (self, &top, &bottom))
    news_page_blocks_bring_near (&self->blocks, top + error, bottom + error, 0, &changed);
  if (changed)
    work (self);
  self->unfinished = error != 0 && self->layouts == MOST_LAYOUTS;
}

static void
after_paint_cb (NewsPageColumn *self)
{
  NewsReadingPlace before = self->place;
  double top, bottom;

  self->layouts = 0;
  if (self->unfinished)
    gtk_widget_queue_allocate (self->view);
  if (!self->scrolled || !get_sight (self, &top, &bottom))
    return;

  self->scrolled = self->at_end = FALSE;
  /* While the headline is in sight, it is the beginning of the text that stays. */
  if (self->value > 0)
    news_page_anchor_set (&self->anchor, self->view, get_block_at (self, top), 0);
  else
    news_page_anchor_clear (&self->anchor);

  self->place = find_place (self, top, bottom);
  if (self->place.block != before.block || self->place.part != before.part)
    g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

static void
map_cb (NewsPageColumn *self)
{
  self->view = find_view (self);
  if (self->view == NULL)
    return;

  self->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  self->clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->box));
  self->value = gtk_adjustment_get_value (self->adjustment);
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clock, "layout", G_CALLBACK (after_layout_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->clock, "after-paint", G_CALLBACK (after_paint_cb), self,
                           G_CONNECT_SWAPPED);
  work (self);
}

static void
unmap_cb (NewsPageColumn *self)
{
  if (self->view == NULL)
    return;

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->box), self->tick);
  self->tick = 0;
  g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_signal_handlers_disconnect_by_data (self->clock, self);
  self->view = NULL;
  self->adjustment = NULL;
  self->clock = NULL;
}

/* --- object --- */

static void
news_page_column_dispose (GObject *object)
{
  NewsPageColumn *self = NEWS_PAGE_COLUMN (object);

  news_page_anchor_clear (&self->anchor);
  if (self->box != NULL)
    {
      unmap_cb (self);
      g_signal_handlers_disconnect_by_data (self->box, self);
    }
  g_clear_object (&self->box);
  g_clear_object (&self->loader);
  g_clear_object (&self->typography);
  g_clear_pointer (&self->page, news_page_unref);

  G_OBJECT_CLASS (news_page_column_parent_class)->dispose (object);
}

static void
news_page_column_finalize (GObject *object)
{
  NewsPageColumn *self = NEWS_PAGE_COLUMN (object);

  news_page_blocks_clear (&self->blocks);
  g_free (self->language);

  G_OBJECT_CLASS (news_page_column_parent_class)->finalize (object);
}

static void
news_page_column_class_init (NewsPageColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = news_page_column_dispose;
  object_class->finalize = news_page_column_finalize;

  signals[PLACE_CHANGED] = g_signal_new ("place-changed", NEWS_TYPE_PAGE_COLUMN, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BUILT] = g_signal_new ("built", NEWS_TYPE_PAGE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
news_page_column_init (NewsPageColumn *self)
{
}

NewsPageColumn *
news_page_column_new (GtkBox *box)
{
  NewsPageColumn *self = g_object_new (NEWS_TYPE_PAGE_COLUMN, NULL);

  self->box = g_object_ref (box);
  news_page_blocks_init (&self->blocks, GTK_WIDGET (box));
  g_signal_connect_swapped (box, "map", G_CALLBACK (map_cb), self);
  g_signal_connect_swapped (box, "unmap", G_CALLBACK (unmap_cb), self);

  return self;
}

/* A page that has become shorter is read from its beginning. */
static void
go_to (NewsPageColumn *self, NewsReadingPlace place)
{
  guint blocks = self->page != NULL ? news_page_get_n_blocks (self->page) : 0;

  if (place.block >= blocks || (place.block == 0 && place.part == 0))
    return;

  while (self->blocks.blocks->len < place.block + FIRST_BLOCKS && build_block (self))
    continue;
  news_page_anchor_set_part (&self->anchor, news_page_blocks_get (&self->blocks, place.block),
                             (double) place.part / NEWS_READING_PLACE_WHOLE);
  self->place = place;
}

void
news_page_column_show (NewsPageColumn *self,
                       NewsPage *page,
                       const NewsBlockContext *context,
                       NewsReadingPlace place)
{
  g_return_if_fail (NEWS_IS_PAGE_COLUMN (self));

  clear (self);
  if (page != NULL)
    news_page_ref (page);
  g_clear_pointer (&self->page, news_page_unref);
  self->page = page;
  g_set_str (&self->language, context->language);
  g_set_object (&self->loader, context->loader);
  g_set_object (&self->typography, context->typography);
  self->direction = context->direction;

  while (self->blocks.blocks->len < FIRST_BLOCKS && build_block (self))
    continue;
  self->scrolled = self->at_end = FALSE;
  go_to (self, place);
  work (self);
}

NewsReadingPlace
news_page_column_get_place (NewsPageColumn *self)
{
  g_return_val_if_fail (NEWS_IS_PAGE_COLUMN (self), (NewsReadingPlace) { 0 });

  return self->place;
}

void
news_page_column_hold (NewsPageColumn *self, double y)
{
  double top, bottom;

  g_return_if_fail (NEWS_IS_PAGE_COLUMN (self));

  if (self->view != NULL && get_sight (self, &top, &bottom) && top + y > 0)
    news_page_anchor_set (&self->anchor, self->view, get_block_at (self, top + y), y);
}

void
news_page_column_expect_change (NewsPageColumn *self)
{
  double top, bottom;

  g_return_if_fail (NEWS_IS_PAGE_COLUMN (self));

  if (self->view != NULL && get_sight (self, &top, &bottom))
    news_page_blocks_let_go (&self->blocks, top, bottom);
  work (self);
}
