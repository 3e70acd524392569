/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-store.h"

G_BEGIN_DECLS

/* The source that all articles of the store are of. */
#define UI_STORE_SOURCE "peers"

/* When story @i was published: four a day, from 1 November 2026 on, UTC. */
#define UI_STORE_TIME(i) (G_GINT64_CONSTANT (1793491200) + (gint64) (i) * 6 * 60 * 60)

/* A store in a folder of its own, without a desk. */
typedef struct
{
  NewsStore *store;
  char *folder;
} UiStore;

UiStore *ui_store_new (void);
void ui_store_free (UiStore *self);

/* Takes in the articles "Story @first" to "Story @last". */
void ui_store_add (UiStore *self, int first, int last);

/* Has the index of the search forget all of them, as if an earlier version had stored them; and has
 * the store put some into it again: how many are left. */
void ui_store_forget_index (UiStore *self);
int ui_store_index_more (UiStore *self);

/* The number of "Story @i", by its address. Runs the main loop. */
gint64 ui_store_find (UiStore *self, int i);

/* Everything that is there, as a list. */
NewsScope *ui_store_new_scope (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UiStore, ui_store_free)

G_END_DECLS
