/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "bench-table.h"

#include <stdio.h>

BenchRow
bench_row_within (const char *name, double seconds, double limit)
{
  BenchRow row = { .seconds = seconds, .unit = limit, .limit = 1 };

  g_strlcpy (row.name, name, sizeof row.name);

  return row;
}

int
bench_table_print (const BenchRow *rows, gsize n_rows, const char *file)
{
  g_autoptr (GString) json = g_string_new ("{\n");
  int status = 0;

  printf ("%-46s %12s %9s %9s\n", "", "", "ratio", "limit");
  for (gsize i = 0; i < n_rows; i++)
    {
      gboolean timed = rows[i].measure == NULL;
      double value = rows[i].seconds * (timed ? 1000 : 1);
      double ratio = rows[i].unit > 0 ? rows[i].seconds / rows[i].unit : 0;
      gboolean over = rows[i].limit > 0 && ratio > rows[i].limit;
      char limit[16] = "";

      if (rows[i].limit > 0)
        g_snprintf (limit, sizeof limit, "%.2f", rows[i].limit);
      printf ("%-46s %9.2f %s %9.2f %9s%s\n", rows[i].name, value, timed ? "ms" : rows[i].measure,
              ratio, limit, over ? "  over" : "");
      g_string_append_printf (
        json, "  \"%s\": { \"%s\": %.2f, \"ratio\": %.3f, \"limit\": %.2f }%s\n", rows[i].name,
        timed ? "ms" : rows[i].measure, value, ratio, rows[i].limit, i + 1 < n_rows ? "," : "");
      status = over ? 1 : status;
    }
  g_string_append (json, "}\n");
  if (file != NULL && !g_file_set_contents (file, json->str, -1, NULL))
    g_printerr ("%s can't be written\n", file);

  return status;
}
