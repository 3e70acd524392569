/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "ui-test.h"

/* A paper with the sections Home, One (of two sources), Two_ and Three (of none), whose edition the
 * tests edit. */
UiTest *ui_edition_create (void);

/* Opens the edition dialog by its action. Borrowed. */
GtkWidget *ui_edition_open_dialog (UiTest *test);

/* Waits for the desk to show sections of these titles, with commas between them. */
void ui_edition_wait_for (UiTest *test, const char *titles);
