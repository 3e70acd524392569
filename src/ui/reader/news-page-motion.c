/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-motion.h"

#include "news-page-sight.h"

#include <string.h>

/* Of a screen, this much is still seen after a step of a screen, as a part of it. */
#define KEPT 0.1

static const struct
{
  guint key;
  guint keypad;
  NewsMotion motion;
  NewsMotion with_ctrl;
  gboolean backwards;
} keys[] = {
  { GDK_KEY_Left, GDK_KEY_KP_Left, NEWS_MOTION_LETTER, NEWS_MOTION_WORD, TRUE },
  { GDK_KEY_Right, GDK_KEY_KP_Right, NEWS_MOTION_LETTER, NEWS_MOTION_WORD, FALSE },
  { GDK_KEY_Up, GDK_KEY_KP_Up, NEWS_MOTION_LINE, NEWS_MOTION_LINE, TRUE },
  { GDK_KEY_Down, GDK_KEY_KP_Down, NEWS_MOTION_LINE, NEWS_MOTION_LINE, FALSE },
  { GDK_KEY_Home, GDK_KEY_KP_Home, NEWS_MOTION_LINE_END, NEWS_MOTION_PAGE_END, TRUE },
  { GDK_KEY_End, GDK_KEY_KP_End, NEWS_MOTION_LINE_END, NEWS_MOTION_PAGE_END, FALSE },
  { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, NEWS_MOTION_SCREEN, NEWS_MOTION_SCREEN, TRUE },
  { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, NEWS_MOTION_SCREEN, NEWS_MOTION_SCREEN, FALSE },
};

gboolean
news_page_motion_from_key (guint key, gboolean ctrl, NewsMotion *motion, gboolean *backwards)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (key == keys[i].key || key == keys[i].keypad)
      {
        *motion = ctrl ? keys[i].with_ctrl : keys[i].motion;
        *backwards = keys[i].backwards;
        return TRUE;
      }

  return FALSE;
}

/* --- paragraphs --- */

/* The one before or behind that has letters, or NULL. */
static NewsParagraph *
find_neighbour (GtkWidget *root, NewsParagraph *paragraph, gboolean backwards)
{
  g_autoptr (GPtrArray) paragraphs = news_page_places_list (root, FALSE);
  guint at;

  if (!g_ptr_array_find (paragraphs, paragraph, &at))
    return NULL;

  while (backwards ? at > 0 : at + 1 < paragraphs->len)
    {
      NewsParagraph *neighbour;

      at = backwards ? at - 1 : at + 1;
      neighbour = g_ptr_array_index (paragraphs, at);
      if (*news_paragraph_get_letters (neighbour) != '\0')
        return neighbour;
    }

  return NULL;
}

static guint
get_end (NewsParagraph *paragraph)
{
  return (guint) strlen (news_paragraph_get_letters (paragraph));
}

/* FALSE at the end of the page. */
static gboolean
cross (GtkWidget *root, NewsPagePlace *place, gboolean backwards)
{
  NewsParagraph *neighbour = find_neighbour (root, place->paragraph, backwards);

  if (neighbour == NULL)
    return FALSE;

  *place = (NewsPagePlace) { neighbour, backwards ? get_end (neighbour) : 0 };

  return TRUE;
}

/* --- letters and words --- */

static void
move_letter (GtkWidget *root, NewsPagePlace *place, gboolean word, gboolean backwards)
{
  NewsTextLayout *layout = news_paragraph_get_layout (place->paragraph);
  gboolean back = backwards != news_text_layout_is_backwards (layout);
  guint index = word ? news_text_layout_step_word (layout, place->index, back)
                     : news_text_layout_step (layout, place->index, back);

  if (index != place->index)
    place->index = index;
  else if (cross (root, place, back) && word)
    place->index = news_text_layout_step_word (news_paragraph_get_layout (place->paragraph),
                                               place->index, back);
}

/* --- lines --- */

/* @index, or, if it is on the line below @line, the place before it: between
 * lines without a blank, such as those of Han, the end of one is the start of the next. */
static guint
keep_on_line (NewsParagraph *paragraph, guint index, guint line)
{
  NewsTextLayout *layout = news_paragraph_get_layout (paragraph);

  return news_text_layout_get_line_of (layout, index) > line
           ? news_text_layout_step (layout, index, TRUE)
           : index;
}

static int
to_paragraph_x (GtkWidget *root, NewsParagraph *paragraph, double x)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, 0);

  if (!gtk_widget_compute_point (root, GTK_WIDGET (paragraph), &point, &point))
    return 0;

  return (int) (point.x * PANGO_SCALE);
}

static void
move_line (GtkWidget *root, NewsPagePlace *place, gboolean backwards, double x)
{
  NewsTextLayout *layout = news_paragraph_get_layout (place->paragraph);
  guint line = news_text_layout_get_line_of (layout, place->index);
  gboolean inside = backwards ? line > 0 : line + 1 < news_text_layout_get_n_lines (layout);
  const NewsTextLine *wanted;

  if (inside)
    line = backwards ? line - 1 : line + 1;
  else if (!cross (root, place, backwards))
    return;

  if (!inside)
    {
      layout = news_paragraph_get_layout (place->paragraph);
      line = backwards ? news_text_layout_get_n_lines (layout) - 1 : 0;
    }
  wanted = news_text_layout_get_line (layout, line);
  place->index = keep_on_line (
    place->paragraph,
    news_text_layout_get_index_at (layout, to_paragraph_x (root, place->paragraph, x),
                                   wanted->y + wanted->height / 2),
    line);
}

static void
move_line_end (NewsPagePlace *place, gboolean backwards)
{
  NewsTextLayout *layout = news_paragraph_get_layout (place->paragraph);
  guint line = news_text_layout_get_line_of (layout, place->index);
  guint start, end;

  news_paragraph_get_line (place->paragraph, place->index, &start, &end);
  place->index = backwards ? start : keep_on_line (place->paragraph, end, line);
}

/* --- further --- */

static void
move_screen (GtkWidget *root, NewsPagePlace *place, gboolean backwards, double x)
{
  graphene_rect_t visible, caret;
  NewsPagePlace wanted;
  double y, height;

  if (!news_page_sight_get_visible (root, &visible)
      || !news_page_places_get_caret (root, place, &caret))
    return;

  height = visible.size.height * (1 - KEPT);
  y = caret.origin.y + caret.size.height / 2 + (backwards ? -height : height);
  if (news_page_places_find (root, x, y, &wanted))
    *place = wanted;
}

static void
move_page_end (GtkWidget *root, NewsPagePlace *place, gboolean backwards)
{
  g_autoptr (GPtrArray) paragraphs = news_page_places_list (root, FALSE);

  if (paragraphs->len == 0)
    return;

  place->paragraph = g_ptr_array_index (paragraphs, backwards ? 0 : paragraphs->len - 1);
  place->index = backwards ? 0 : get_end (place->paragraph);
}

void
news_page_motion_move (GtkWidget *root,
                       NewsPagePlace *place,
                       NewsMotion motion,
                       gboolean backwards,
                       double *x)
{
  gboolean by_lines = motion == NEWS_MOTION_LINE || motion == NEWS_MOTION_SCREEN;
  graphene_rect_t caret;

  if (by_lines && *x < 0 && news_page_places_get_caret (root, place, &caret))
    *x = caret.origin.x;
  else if (!by_lines)
    *x = -1;

  switch (motion)
    {
    case NEWS_MOTION_LETTER:
    case NEWS_MOTION_WORD:
      move_letter (root, place, motion == NEWS_MOTION_WORD, backwards);
      break;
    case NEWS_MOTION_LINE:
      move_line (root, place, backwards, *x);
      break;
    case NEWS_MOTION_LINE_END:
      move_line_end (place, backwards);
      break;
    case NEWS_MOTION_SCREEN:
      move_screen (root, place, backwards, *x);
      break;
    case NEWS_MOTION_PAGE_END:
      move_page_end (root, place, backwards);
      break;
    }
}
