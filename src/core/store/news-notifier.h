/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-changes.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* Carries changes from the thread that made them to the main context that wants to know. Changes
 * that come together are told together: those that a person made at once, those that came in from
 * outside after a short wait, and not more often than some times a second. */
typedef struct _NewsNotifier NewsNotifier;

typedef void (*NewsNotifierFunc) (GObject *object, const NewsChanges *changes);

/* @emit is called in @context with @object, which is not kept alive. */
NewsNotifier *news_notifier_new (GMainContext *context, GObject *object, NewsNotifierFunc emit);

/* Ends it: nothing more is told. Any thread. */
void news_notifier_free (NewsNotifier *self);

/* Adds @changes to what is to be told. Any thread. */
void news_notifier_post (NewsNotifier *self, const NewsChanges *changes, gboolean at_once);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsNotifier, news_notifier_free)

G_END_DECLS
