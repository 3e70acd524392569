/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-language.h"

#include <glib/gi18n.h>
#include <string.h>

/* Those in which most of the world's newspapers are written, in the order of their subtags. */
static const struct
{
  const char *subtag;
  const char *name;
} languages[] = {
  { "ar", N_ ("Arabic") },    { "bn", N_ ("Bengali") },   { "ca", N_ ("Catalan") },
  { "cs", N_ ("Czech") },     { "da", N_ ("Danish") },    { "de", N_ ("German") },
  { "el", N_ ("Greek") },     { "en", N_ ("English") },   { "eo", N_ ("Esperanto") },
  { "es", N_ ("Spanish") },   { "eu", N_ ("Basque") },    { "fa", N_ ("Persian") },
  { "fi", N_ ("Finnish") },   { "fr", N_ ("French") },    { "he", N_ ("Hebrew") },
  { "hi", N_ ("Hindi") },     { "hu", N_ ("Hungarian") }, { "id", N_ ("Indonesian") },
  { "it", N_ ("Italian") },   { "ja", N_ ("Japanese") },  { "ko", N_ ("Korean") },
  { "nb", N_ ("Norwegian") }, { "nl", N_ ("Dutch") },     { "nn", N_ ("Norwegian") },
  { "no", N_ ("Norwegian") }, { "pl", N_ ("Polish") },    { "pt", N_ ("Portuguese") },
  { "ro", N_ ("Romanian") },  { "ru", N_ ("Russian") },   { "sv", N_ ("Swedish") },
  { "sw", N_ ("Swahili") },   { "th", N_ ("Thai") },      { "tr", N_ ("Turkish") },
  { "uk", N_ ("Ukrainian") }, { "ur", N_ ("Urdu") },      { "vi", N_ ("Vietnamese") },
  { "zh", N_ ("Chinese") },
};

char *
news_language_dup_name (const char *tag)
{
  /* RFC 5646, 2.1: the language comes first; some write an underscore. */
  gsize length = strcspn (tag, "-_");

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strlen (languages[i].subtag) == length
        && g_ascii_strncasecmp (languages[i].subtag, tag, length) == 0)
      return g_strdup (_ (languages[i].name));

  return g_strdup (tag);
}
