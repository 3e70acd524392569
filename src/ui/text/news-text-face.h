/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The style sheet that gives pages and headlines the face of the settings, and pages their size. */
char *news_text_face_dup_css (GSettings *settings);

G_END_DECLS
