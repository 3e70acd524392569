/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Lets the edge between the two panes of @view be dragged, within the widths that the view allows.
 * Sets its sidebar-width-fraction, so that a binding to a setting keeps it. */
void news_pane_resizer_attach (AdwNavigationSplitView *view);

G_END_DECLS
