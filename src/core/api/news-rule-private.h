/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-json-path.h"
#include "news-rule.h"
#include "news-template.h"

G_BEGIN_DECLS

/* A rule as news-rule-reader.c compiles it and news-rule.c evaluates it. One of @path,
 * @alternatives, @constant and @template is set. */
struct _NewsRule
{
  NewsRuleKind kind;
  NewsJsonPath *path;
  GPtrArray *alternatives; /* NewsRule */
  gboolean all;            /* the values of all of them, not of the first that has some */
  char *constant;
  NewsTemplate *template;
  GPtrArray *names; /* NewsJsonPath: what the template's names stand for */

  GPtrArray *unless;   /* NewsJsonPath, or NULL: the rule gives nothing where one of them is true */
  GPtrArray *when;     /* the same, or NULL: it gives nothing where none of them is true */
  GPtrArray *prefixes; /* NewsRule, or NULL: what is taken off the front; the first that is there */
  GPtrArray *suffixes; /* the same of the end */
  gboolean sum;        /* of NUMBER: all of them together */
  char *text;          /* the rule as it is written, for who asks which one gave a value */
  char *split;         /* of LIST, or NULL: what is between two */
  GArray *transforms;  /* NewsTransform */
  GHashTable *table;   /* char* to char*, or NULL: only what is in it, and as what */
  char *join;          /* of TEXT and LINE, or NULL: what is put between two */
  GPtrArray *dates;    /* NewsDate */
};

G_END_DECLS
