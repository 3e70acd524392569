/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_APPLICATION (news_application_get_type ())

/* The application: the command line, the desktop's services, and the papers that are open. */
G_DECLARE_FINAL_TYPE (NewsApplication, news_application, NEWS, APPLICATION, AdwApplication)

/* With @sample it runs under a name of its own, so that the sample can be opened beside the paper.
 */
NewsApplication *news_application_new (gboolean sample);

G_END_DECLS
