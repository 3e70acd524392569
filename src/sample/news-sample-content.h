/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A story of the sample edition, as README.md describes it. Texts are UTF-8 and plain, but for the
 * body. Read once, then never changed. */
typedef struct
{
  char *id;
  char *section; /* id */
  char *headline;
  char *standfirst;
  char *byline; /* NULL for one that nobody signs */
  char *outlet;
  char *body; /* HTML, one block a line */
  char **topics;
  char **points;  /* a summary in a few of them, or NULL */
  char **related; /* ids */
  gint64 age;     /* minutes before the newest full hour */
  gint64 updated; /* the same, of its last correction; -1 for none */
  gint64 visits;  /* what it begins with */

  char *drawing; /* the lead's; NULL for no lead, and then so are these: */
  char *alt;
  char *caption;
  char *credit;
} NewsSampleStory;

typedef struct
{
  char *id;
  char *title;
  GPtrArray *stories; /* NewsSampleStory, newest first */
} NewsSampleSection;

/* All that stands in one language. */
typedef struct
{
  char *language;
  char *name;
  GPtrArray *sections; /* NewsSampleSection, in the paper's order */
  GPtrArray *stories;  /* NewsSampleStory, borrowed, newest first */
  GHashTable *by_id;   /* char* to NewsSampleStory, borrowed */
} NewsSampleEdition;

/* The languages and the sections there are, in order; NULL-terminated, borrowed. */
const char *const *news_sample_get_languages (void);
const char *const *news_sample_get_section_ids (void);

/* A file of the resource, such as "content/en/us.json" or "drawings/night-train.svg"; NULL if there
 * is none of that name. */
GBytes *news_sample_dup_file (const char *path);

/* The drawings there are, such as "night-train.svg", in no order. */
char **news_sample_dup_drawings (void);

/* Reads one content file. What can't be used is left out and told in @faults (char*, a sentence
 * each, that begins with @origin): a story, or all of it, and then NULL is returned. */
NewsSampleSection *news_sample_section_new_from_bytes (GBytes *bytes,
                                                       const char *origin,
                                                       GPtrArray *faults);
void news_sample_section_free (NewsSampleSection *self);

/* Reads the files of @language. Never fails: without any file it is an edition of empty sections.
 */
NewsSampleEdition *news_sample_edition_new (const char *language, GPtrArray *faults);
void news_sample_edition_free (NewsSampleEdition *self);

/* Borrowed, or NULL. */
NewsSampleSection *news_sample_edition_get_section (const NewsSampleEdition *self, const char *id);
NewsSampleStory *news_sample_edition_get_story (const NewsSampleEdition *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSampleSection, news_sample_section_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSampleEdition, news_sample_edition_free)

G_END_DECLS
