/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A figure, and what it is compared with. */
typedef struct
{
  char name[48];
  double seconds;
  double unit;         /* seconds of what it is compared with */
  double limit;        /* the most that the ratio may be; 0 for none */
  const char *measure; /* "MB" where these are no seconds but megabytes, else NULL */
} BenchRow;

/* A row that may take @limit seconds, and no more: its ratio is to that. */
BenchRow bench_row_within (const char *name, double seconds, double limit);

/* Prints the rows as a table, and writes them to @file (nullable) as JSON. 1 if a ratio is over its
 * limit, else 0: the status of the program. */
int bench_table_print (const BenchRow *rows, gsize n_rows, const char *file);

G_END_DECLS
