/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the sections of a list begin while its rows come and go.
 *
 * A list view that hears of a change of rows (GListModel::items-changed) keeps its sections as they
 * are by its own rules, and asks where they begin and end while it does so. An answer that does not
 * go with those rules, as when two sections have become one because the rows between them went,
 * brings GTK down. So there are two steps: the sections follow the rows as the view has them
 * follow, and then those that should be otherwise are mended, and told of by
 * GtkSectionModel::sections-changed.
 *
 * Where a section begins, a header of GTK's (4.18) does not always know: it is told of its own
 * moves, but not of all of them. What it has, surely, is the item that was the first of its
 * section. */
typedef struct _NewsListSections NewsListSections;

/* Finds the first row from @position on, which is not the first of the list, and before @end, that
 * should begin a section; @end if there is none. */
typedef guint (*NewsListSectionsFind) (guint position, guint end, gpointer data);

NewsListSections *news_list_sections_new (void);
void news_list_sections_free (NewsListSections *self);
void news_list_sections_clear (NewsListSections *self);

guint news_list_sections_get_length (NewsListSections *self);

/* The section that has the row at @position: from @start to before @end. As GtkSectionModel wants
 * it, also of positions beyond the end. */
void news_list_sections_get (NewsListSections *self, guint position, guint *start, guint *end);

/* Rows went: all behind them stay in their sections, of which the first may have lost its
 * beginning. */
void news_list_sections_remove (NewsListSections *self, guint position, guint n);

/* Rows came: they are in the section of the row that was at @position, at its beginning if that was
 * there; at the end of the list in the last one. */
void news_list_sections_insert (NewsListSections *self, guint position, guint n);

/* Has sections begin where @find_start says, of the rows from @position on, @n of them or those
 * that there are, and has @model, whose sections these are, tell of what is otherwise than before;
 * with
 * @renew of all of these rows, which have other headings even where sections begin as before. What
 * is told of has the row before the first one in it: a view would not look at the section that ends
 * there. */
void news_list_sections_mend (NewsListSections *self,
                              GtkSectionModel *model,
                              guint position,
                              guint n,
                              gboolean renew,
                              NewsListSectionsFind find_start,
                              gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsListSections, news_list_sections_free)

G_END_DECLS
