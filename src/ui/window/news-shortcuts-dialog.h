/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A dialog of all keys, made from their table. */
AdwDialog *news_shortcuts_dialog_new (void);

G_END_DECLS
