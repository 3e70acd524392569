/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-headline-facts.h"

#include "news-font.h"

#define SPACING 6
#define UNREAD_SIZE 10
#define BOOKMARK_SIZE 14
#define WALL_SIZE 12

/* As a factor of the font's size, and how much of the row's colour is left. */
#define SIZE 0.85
#define OPACITY 0.65f

/* Of the outlet, at least, in ems of that font. */
#define LEAST_OUTLET 2

typedef struct
{
  const char *name;
  int size;
  gboolean shown;
  gboolean quiet;         /* as the words, and not in the accent's colour */
  GtkIconPaintable *icon; /* owned; NULL until it is drawn */
} Mark;

struct _NewsHeadlineFacts
{
  /* Owned */
  PangoLayout *outlet;
  PangoLayout *behind;

  Mark unread;
  Mark bookmarked;
  Mark wall;
  int scale; /* of the icons */
};

static PangoLayout *
create_layout (PangoContext *context, PangoEllipsizeMode mode)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, mode);

  return layout;
}

void
news_headline_facts_set_font (NewsHeadlineFacts *self, const PangoFontDescription *usual)
{
  g_autoptr (PangoFontDescription) font = news_font_dup_scaled (usual, SIZE);

  pango_layout_set_font_description (self->outlet, font);
  pango_layout_set_font_description (self->behind, font);
}

NewsHeadlineFacts *
news_headline_facts_new (PangoContext *context)
{
  NewsHeadlineFacts *self = g_new0 (NewsHeadlineFacts, 1);

  self->outlet = create_layout (context, PANGO_ELLIPSIZE_END);
  self->behind = create_layout (context, PANGO_ELLIPSIZE_NONE);
  self->unread.name = "news-unread-symbolic";
  self->unread.size = UNREAD_SIZE;
  self->bookmarked.name = "news-bookmark-filled-symbolic";
  self->bookmarked.size = BOOKMARK_SIZE;
  self->wall.name = "news-wall-symbolic";
  self->wall.size = WALL_SIZE;
  self->wall.quiet = TRUE;
  news_headline_facts_set_font (self, pango_context_get_font_description (context));

  return self;
}

void
news_headline_facts_free (NewsHeadlineFacts *self)
{
  g_object_unref (self->outlet);
  g_object_unref (self->behind);
  g_clear_object (&self->unread.icon);
  g_clear_object (&self->bookmarked.icon);
  g_clear_object (&self->wall.icon);
  g_free (self);
}

void
news_headline_facts_set_text (NewsHeadlineFacts *self, const char *outlet, const char *behind)
{
  pango_layout_set_text (self->outlet, outlet != NULL ? outlet : "", -1);
  pango_layout_set_text (self->behind, behind, -1);
}

void
news_headline_facts_set_marks (NewsHeadlineFacts *self, gboolean unread, gboolean bookmarked)
{
  self->unread.shown = unread;
  self->bookmarked.shown = bookmarked;
}

void
news_headline_facts_set_walled (NewsHeadlineFacts *self, gboolean walled)
{
  self->wall.shown = walled;
}

const char *
news_headline_facts_get_outlet (const NewsHeadlineFacts *self)
{
  return pango_layout_get_text (self->outlet);
}

const char *
news_headline_facts_get_behind (const NewsHeadlineFacts *self)
{
  return pango_layout_get_text (self->behind);
}

gboolean
news_headline_facts_is_unread (const NewsHeadlineFacts *self)
{
  return self->unread.shown;
}

gboolean
news_headline_facts_is_bookmarked (const NewsHeadlineFacts *self)
{
  return self->bookmarked.shown;
}

gboolean
news_headline_facts_is_walled (const NewsHeadlineFacts *self)
{
  return self->wall.shown;
}

/* --- sizes --- */

static int
get_room (const Mark *mark)
{
  return mark->shown ? mark->size + SPACING : 0;
}

int
news_headline_facts_get_least_width (NewsHeadlineFacts *self)
{
  const PangoFontDescription *font = pango_layout_get_font_description (self->outlet);
  int em = pango_font_description_get_size (font) / PANGO_SCALE;
  int behind;

  pango_layout_get_pixel_size (self->behind, &behind, NULL);

  return get_room (&self->unread) + em * LEAST_OUTLET + behind + get_room (&self->wall)
         + get_room (&self->bookmarked);
}

/* The same with a star as without. */
int
news_headline_facts_get_height (NewsHeadlineFacts *self)
{
  int outlet, behind;

  pango_layout_get_pixel_size (self->outlet, NULL, &outlet);
  pango_layout_get_pixel_size (self->behind, NULL, &behind);

  return MAX (MAX (outlet, behind), BOOKMARK_SIZE);
}

/* --- drawing --- */

typedef struct
{
  GtkSnapshot *snapshot;
  const NewsHeadlineInk *ink;
  int width;
  int height;
} Line;

/* Goes to where something of that size stands, @x pixels from where the line begins. */
static void
go_to (const Line *self, int x, int width, int height)
{
  int left = self->ink->rtl ? self->width - x - width : x;

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (
    self->snapshot, &GRAPHENE_POINT_INIT ((float) left, (float) ((self->height - height) / 2)));
}

static GdkRGBA
get_shade (const Line *self)
{
  GdkRGBA shade = self->ink->color;

  shade.alpha *= OPACITY;

  return shade;
}

/* Returns how wide it is. */
static int
paint_text (const Line *self, PangoLayout *layout, int x)
{
  GdkRGBA shade = get_shade (self);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  go_to (self, x, width, height);
  gtk_snapshot_append_layout (self->snapshot, layout, &shade);
  gtk_snapshot_restore (self->snapshot);

  return width;
}

static void
paint_mark (const Line *self, Mark *mark, int x)
{
  GdkRGBA color = mark->quiet ? get_shade (self) : self->ink->accent;

  if (!mark->shown)
    return;

  if (mark->icon == NULL)
    mark->icon = gtk_icon_theme_lookup_icon (
      gtk_icon_theme_get_for_display (gdk_display_get_default ()), mark->name, NULL, mark->size,
      self->ink->scale, GTK_TEXT_DIR_NONE, GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  go_to (self, x, mark->size, mark->size);
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (mark->icon),
                                            GDK_SNAPSHOT (self->snapshot), mark->size, mark->size,
                                            &color, 1);
  gtk_snapshot_restore (self->snapshot);
}

static void
set_scale (NewsHeadlineFacts *self, int scale)
{
  if (scale == self->scale)
    return;

  self->scale = scale;
  g_clear_object (&self->unread.icon);
  g_clear_object (&self->bookmarked.icon);
  g_clear_object (&self->wall.icon);
}

void
news_headline_facts_paint (NewsHeadlineFacts *self,
                           GtkSnapshot *snapshot,
                           int width,
                           const NewsHeadlineInk *ink)
{
  Line line = { snapshot, ink, width, news_headline_facts_get_height (self) };
  int x = get_room (&self->unread);
  int behind, room;

  set_scale (self, ink->scale);
  paint_mark (&line, &self->unread, 0);
  paint_mark (&line, &self->bookmarked, width - self->bookmarked.size);

  pango_layout_get_pixel_size (self->behind, &behind, NULL);
  room = width - x - behind - get_room (&self->wall) - get_room (&self->bookmarked);
  pango_layout_set_width (self->outlet, MAX (room, 1) * PANGO_SCALE);
  x += paint_text (&line, self->outlet, x);
  x += paint_text (&line, self->behind, x);
  paint_mark (&line, &self->wall, x + SPACING);
}
