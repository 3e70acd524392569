/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-animation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_ANIMATION_BUTTON (news_animation_button_get_type ())

/* Plays and stops a picture that moves. Hidden while it has none. */
G_DECLARE_FINAL_TYPE (NewsAnimationButton, news_animation_button, NEWS, ANIMATION_BUTTON, GtkButton)

/* The former one is stopped. @animation may be NULL. */
void news_animation_button_set_animation (NewsAnimationButton *self, NewsAnimation *animation);

G_END_DECLS
