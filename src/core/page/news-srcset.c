/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-srcset.h"

#include <string.h>

#define MAX_CANDIDATES 24
#define SPACES " \t\r\n\f"

static void
clear_candidate (NewsSrcsetCandidate *candidate)
{
  g_free ((char *) candidate->reference);
}

static int
compare_densities (gconstpointer a, gconstpointer b)
{
  const NewsSrcsetCandidate *one = a;
  const NewsSrcsetCandidate *other = b;

  return (one->density < other->density) - (one->density > other->density);
}

static void
read_descriptor (NewsSrcsetCandidate *candidate, const char *descriptor)
{
  char *end;
  double number = g_ascii_strtod (descriptor, &end);

  gboolean sound = end > descriptor && number > 0 && number <= 65535;

  /* One that is none spoils the others. */
  if (candidate->density == 0)
    return;
  if (sound && *end == 'w')
    candidate->width = (int) number;
  else if (sound && *end == 'x')
    candidate->density = number;
  else if (!sound || *end != 'h')
    candidate->density = 0;
}

/* Reads what stands between an address and the next comma that is not in brackets; returns what is
 * behind it. */
static const char *
read_descriptors (NewsSrcsetCandidate *candidate, const char *at)
{
  gboolean begin = TRUE;
  int open = 0;

  for (; *at != '\0' && (*at != ',' || open > 0); at++)
    {
      gboolean space = strchr (SPACES, *at) != NULL;

      if (begin && !space && open == 0)
        read_descriptor (candidate, at);
      open += (*at == '(') - (*at == ')' && open > 0);
      begin = space;
    }

  return at;
}

void
news_srcset_parse (const char *srcset, NewsSrcsetFunc func, gpointer data)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (NewsSrcsetCandidate));
  const char *at = srcset;

  g_array_set_clear_func (candidates, (GDestroyNotify) clear_candidate);

  while (candidates->len < MAX_CANDIDATES)
    {
      NewsSrcsetCandidate candidate = { NULL, 0, 1 };
      gsize length, commas;

      at += strspn (at, SPACES ",");
      length = strcspn (at, SPACES);
      if (length == 0)
        break;

      for (commas = 0; at[length - commas - 1] == ','; commas++)
        ;
      candidate.reference = g_strndup (at, length - commas);
      at += length;
      if (commas == 0)
        at = read_descriptors (&candidate, at);
      if (candidate.density > 0)
        g_array_append_val (candidates, candidate);
      else
        clear_candidate (&candidate);
    }

  g_array_sort (candidates, compare_densities);
  for (guint i = 0; i < candidates->len; i++)
    func (&g_array_index (candidates, NewsSrcsetCandidate, i), data);
}
