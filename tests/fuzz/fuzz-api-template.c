/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "fuzz.h"
#include "news-template.h"

#include <string.h>

/* The first byte is the kind; what follows is the template, which is filled with itself. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (NewsTemplate) template = NULL;
  g_autofree const char **values = NULL;
  g_autofree char *expanded = NULL;
  g_autofree char *text = NULL;
  guint culprit;

  fuzz_expect_silence ();

  if (size == 0 || size > 4096)
    return 0;

  text = g_strndup ((const char *) data + 1, size - 1);
  template = news_template_new (text, (NewsTemplateKind) (data[0] % 3), NULL);
  if (template == NULL)
    return 0;

  values = g_new0 (const char *, news_template_get_n_names (template) + 1);
  for (guint i = 0; i < news_template_get_n_names (template); i++)
    values[i] = i % 2 == 0 ? text : news_template_get_name (template, i);
  expanded = news_template_expand (template, values, &culprit);

  return 0;
}
