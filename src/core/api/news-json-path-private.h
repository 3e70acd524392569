/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-json-path.h"

G_BEGIN_DECLS

/* A path as news-json-path-reader.c compiles it and news-json-path.c walks it. */

typedef enum
{
  ORIGIN_HERE,
  ORIGIN_ROW,
  ORIGIN_ROOT,
  ORIGIN_HEADER,
  ORIGIN_SOURCE,
} Origin;

typedef enum
{
  STEP_MEMBER,
  STEP_PARAMETER, /* the member whose name is the value of a parameter */
  STEP_INDEX,
  STEP_ELEMENTS,
  STEP_MEMBERS,
  STEP_IS, /* the filters */
  STEP_IS_NOT,
  STEP_STARTS,
  STEP_JOINS, /* the element whose member is what a path leads to */
} StepKind;

typedef struct
{
  StepKind kind;
  char *name;  /* of the member or parameter; the filter's member, or NULL for the value itself */
  char *value; /* of the filter */
  NewsJsonPath *path; /* of JOINS: from the row */
  guint index;
  gboolean from_end; /* of INDEX: 1 is the last */
} Step;

struct _NewsJsonPath
{
  Origin origin;
  char *key;    /* of the header */
  gsize member; /* of the source: the offset of a text */
  GArray *steps;
  gboolean joins; /* one of them does */
};

G_END_DECLS
