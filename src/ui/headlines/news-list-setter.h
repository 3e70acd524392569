/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_LIST_SETTER (news_list_setter_get_type ())

/* Has the rows and headings of a view set what they show, those in sight before they are drawn and
 * those near it a little later, and never so many in one frame that it is held: GTK makes some two
 * hundred rows, however few are in sight, and to break the lines of all of them takes many frames'
 * time. Of rows up to a page away only the names are told, to whoever reads the screen aloud; of
 * others, nothing. All grow old with the clock, and have the accent that the desktop has. */
G_DECLARE_FINAL_TYPE (NewsListSetter, news_list_setter, NEWS, LIST_SETTER, GObject)

/* Of @view, whose rows are NewsHeadlineRow and whose headings are NewsListHeading, nothing is held.
 */
NewsListSetter *news_list_setter_new (GtkListView *view);

/* To be called when a row or a heading is waiting to be set. */
void news_list_setter_want (NewsListSetter *self);

/* A row or a heading was set, and is so high; or the font that they are set in is another. */
void news_list_setter_learn (NewsListSetter *self, int width, int height);
void news_list_setter_learn_heading (NewsListSetter *self, int height);
void news_list_setter_forget (NewsListSetter *self);

/* The font around rows. Borrowed. */
PangoContext *news_list_setter_get_context (NewsListSetter *self);

/* How high a row will be, more or less, by those that were set; 0 if none was. The same of a
 * heading. */
int news_list_setter_guess (NewsListSetter *self);
int news_list_setter_guess_heading (NewsListSetter *self);

G_END_DECLS
