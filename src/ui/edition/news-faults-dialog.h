/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_FAULTS_DIALOG (news_faults_dialog_get_type ())

/* What of a file was or would be left out, in a list that may be long. Its answers are for who
 * opens it to add. */
G_DECLARE_FINAL_TYPE (NewsFaultsDialog, news_faults_dialog, NEWS, FAULTS_DIALOG, AdwAlertDialog)

/* @faults are sentences (char*). */
AdwAlertDialog *news_faults_dialog_new (const char *heading, const char *body, GPtrArray *faults);

G_END_DECLS
