/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-picture-loader.h"

G_BEGIN_DECLS

#define NEWS_TYPE_ANIMATION (news_animation_get_type ())

/* The frames of a picture that moves, one after the other while it plays: each is decoded off the
 * main thread when its time has come, and none is kept, so that a long one costs no more memory
 * than a short one. Stands still until it is asked to play, and again when the desktop is asked for
 * less motion. Belongs to the main thread.
 *
 * Property: playing. Signals: frame (GdkTexture). */
G_DECLARE_FINAL_TYPE (NewsAnimation, news_animation, NEWS, ANIMATION, GObject)

/* @width is in device pixels. Nothing is loaded before it plays. */
NewsAnimation *news_animation_new (NewsPictureLoader *loader, NewsPicture *picture, int width);

/* Goes on from where it stopped. One that can't be loaded, or is at its end, stops by itself. */
void news_animation_set_playing (NewsAnimation *self, gboolean playing);
gboolean news_animation_get_playing (NewsAnimation *self);

G_END_DECLS
