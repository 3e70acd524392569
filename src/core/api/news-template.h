/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text with names in braces, to be filled with values. Compiled once; immutable. */
typedef struct _NewsTemplate NewsTemplate;

typedef enum
{
  /* A whole address. A name at its very start stands for the start of an address and is put in as
   * it is; one in the host must have a host's characters; all others are percent-encoded. */
  NEWS_TEMPLATE_ADDRESS,
  /* The name or value of a query's member: all is percent-encoded. */
  NEWS_TEMPLATE_QUERY,
  /* Plain text: nothing is encoded. */
  NEWS_TEMPLATE_TEXT,
} NewsTemplateKind;

/* {name} must have a value, {name?} may be without, {name?text} stands for "text" then,
 * {name!text} stands for "text" where there is one (in paths and queries), {name:path} keeps "/" as
 * it is, and {name:%Y/%m/%d} is a moment in that form. NEWS_API_ERROR_INVALID. */
NewsTemplate *news_template_new (const char *text, NewsTemplateKind kind, GError **error);
void news_template_free (NewsTemplate *self);

/* The names, in their order; one may come more than once. */
guint news_template_get_n_names (const NewsTemplate *self);
const char *news_template_get_name (const NewsTemplate *self, guint index);

/* Whether the name @index is one that may be without a value. */
gboolean news_template_is_optional (const NewsTemplate *self, guint index);

/* Whether the name @index stands for "text" where it has no value. */
gboolean news_template_has_fallback (const NewsTemplate *self, guint index);

/* The form that the name @index wants a moment in, as g_date_time_format() has it, or NULL. */
const char *news_template_get_form (const NewsTemplate *self, guint index);

/* The part of the host that no value can change: all of it, or what follows the last name in it,
 * such as ".wikipedia.org". NULL where there is none: the host ends in a name, or the template does
 * not begin with a scheme. Borrowed. */
const char *news_template_get_fixed_host (const NewsTemplate *self);

/* Fills in @values, one for each name; NULL and "" are no value. Returns NULL, with the index in
 * @culprit, for a value that is missing or can't stand in its place. */
char *news_template_expand (const NewsTemplate *self, const char *const *values, guint *culprit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsTemplate, news_template_free)

G_END_DECLS
