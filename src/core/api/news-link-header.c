/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-link-header.h"

#include "news-web-address.h"

#include <string.h>

#define BLANKS " \t\r\n"

static void
free_link (NewsLink *self)
{
  g_free (self->target);
  g_free (self->rel);
  g_free (self->type);
  g_free (self->title);
  g_free (self);
}

/* A quoted text, after its quote; a backslash takes the next character as it is. */
static char *
read_quoted (const char **at)
{
  GString *text = g_string_new (NULL);

  for (; **at != '\0' && **at != '"'; (*at)++)
    {
      if (**at == '\\' && (*at)[1] != '\0')
        (*at)++;
      g_string_append_c (text, **at);
    }
  if (**at == '"')
    (*at)++;

  return g_string_free (text, FALSE);
}

static char *
read_token (const char **at)
{
  gsize length = strcspn (*at, BLANKS ";,=");
  char *text = g_strndup (*at, length);

  *at += length;

  return text;
}

static void
skip_blanks (const char **at)
{
  *at += strspn (*at, BLANKS);
}

/* The first parameter of a name counts (RFC 8288, 3.3). */
static void
set_parameter (NewsLink *link, const char *name, char *value)
{
  char **members[] = { &link->rel, &link->type, &link->title };
  static const char *const names[] = { "rel", "type", "title" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i], name) == 0 && *members[i] == NULL)
      {
        *members[i] = value;
        return;
      }

  g_free (value);
}

static void
read_parameters (NewsLink *link, const char **at)
{
  for (;;)
    {
      g_autofree char *name = NULL;
      char *value = NULL;

      *at += strspn (*at, BLANKS ";");
      if (**at == '\0' || **at == ',')
        return;

      name = read_token (at);
      skip_blanks (at);
      if (**at == '=')
        {
          (*at)++;
          skip_blanks (at);
          if (**at == '"')
            {
              (*at)++;
              value = read_quoted (at);
            }
          else
            {
              /* Relation types that are addresses have signs that a token may not have. */
              gsize length = strcspn (*at, BLANKS ";,");

              value = g_strndup (*at, length);
              *at += length;
            }
        }
      set_parameter (link, name, value);
    }
}

GPtrArray *
news_link_header_parse (const char *header)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) free_link);
  const char *at = header;

  while ((at = strchr (at, '<')) != NULL)
    {
      const char *end = strchr (at, '>');
      NewsLink *link;

      if (end == NULL)
        break;

      link = g_new0 (NewsLink, 1);
      link->target = g_strndup (at + 1, (gsize) (end - at - 1));
      at = end + 1;
      read_parameters (link, &at);
      g_ptr_array_add (links, link);
    }

  return links;
}

gboolean
news_link_has_rel (const NewsLink *self, const char *rel)
{
  g_auto (GStrv) types = self->rel != NULL ? g_strsplit_set (self->rel, BLANKS, -1) : NULL;

  for (char **type = types; type != NULL && *type != NULL; type++)
    if (g_ascii_strcasecmp (*type, rel) == 0)
      return TRUE;

  return FALSE;
}

char *
news_link_header_find (const char *header, const char *rel, const char *base)
{
  g_autoptr (GPtrArray) links = NULL;

  if (header == NULL)
    return NULL;

  links = news_link_header_parse (header);
  for (guint i = 0; i < links->len; i++)
    {
      const NewsLink *link = g_ptr_array_index (links, i);
      char *address
        = news_link_has_rel (link, rel) ? news_web_address_resolve (link->target, base) : NULL;

      if (address != NULL)
        return address;
    }

  return NULL;
}
