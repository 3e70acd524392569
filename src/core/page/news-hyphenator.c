/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-hyphenator.h"

#include "news-letters.h"

#include <stdlib.h>
#include <string.h>

#ifdef HAVE_HYPHEN
#include <hyphen.h>
#endif

#define SOFT_HYPHEN "\302\255"

#define SHORTEST 5 /* letters of a word that is broken */
#define LONGEST 64 /* and of one that is still a word */
#define LEFT 2     /* letters that stay on the line, and that go to the next */
#define RIGHT 3

#define MAX_LANGUAGE 35

#define SYSTEM_FOLDER "/usr/share/hyphen"

struct _NewsHyphenator
{
#ifdef HAVE_HYPHEN
  HyphenDict *dictionary;
#endif
  char *language; /* the first part of its tag */
};

/* --- the dictionary --- */

/* Tags come from elsewhere, and become names of files. */
static gboolean
is_tag (const char *language)
{
  if (language == NULL || !g_ascii_isalpha (*language) || strlen (language) > MAX_LANGUAGE)
    return FALSE;

  for (const char *at = language; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '-')
      return FALSE;

  return TRUE;
}

#ifdef HAVE_HYPHEN

static char *
dup_first_part (const char *language)
{
  return g_ascii_strdown (language, (gssize) strcspn (language, "-"));
}

static char *
find_exactly (const char *folder, const char *first, const char *rest)
{
  g_autofree char *country = g_ascii_strup (rest, -1);
  g_autofree char *name
    = g_strdup_printf ("hyph_%s%s%s.dic", first, *country != '\0' ? "_" : "", country);
  char *path = g_build_filename (folder, name, NULL);

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    g_clear_pointer (&path, g_free);

  return path;
}

/* The first by name of those in any country, so that it is always the same one. */
static char *
find_any (const char *folder, const char *first)
{
  g_autofree char *start = g_strdup_printf ("hyph_%s_", first);
  g_autofree char *found = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, start) && g_str_has_suffix (name, ".dic")
        && (found == NULL || strcmp (name, found) < 0))
      g_set_str (&found, name);

  return found != NULL ? g_build_filename (folder, found, NULL) : NULL;
}

static char *
find_dictionary (const char *folder, const char *language)
{
  g_autofree char *first = dup_first_part (language);
  const char *rest = language + strlen (first);
  /* What most people mean who name no country, where names alone would give another. */
  const char *usual = g_str_equal (first, "en") ? "us" : first;
  char *path = *rest == '-' ? find_exactly (folder, first, rest + 1) : NULL;

  if (path == NULL)
    path = find_exactly (folder, first, usual);
  if (path == NULL)
    path = find_exactly (folder, first, "");

  return path != NULL ? path : find_any (folder, first);
}

NewsHyphenator *
news_hyphenator_new (const char *const *folders, const char *language)
{
  if (!is_tag (language))
    return NULL;

  for (; *folders != NULL; folders++)
    {
      g_autofree char *path = find_dictionary (*folders, language);
      HyphenDict *dictionary = path != NULL ? hnj_hyphen_load (path) : NULL;
      NewsHyphenator *self;

      if (dictionary == NULL)
        continue;
      self = g_new0 (NewsHyphenator, 1);
      self->dictionary = dictionary;
      self->language = dup_first_part (language);
      return self;
    }

  return NULL;
}

void
news_hyphenator_free (NewsHyphenator *self)
{
  hnj_hyphen_free (self->dictionary);
  g_free (self->language);
  g_free (self);
}

#else

NewsHyphenator *
news_hyphenator_new (const char *const *folders, const char *language)
{
  return NULL;
}

void
news_hyphenator_free (NewsHyphenator *self)
{
  g_free (self->language);
  g_free (self);
}

#endif

static NewsHyphenator *
create_of_system (const char *language)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);

  for (const char *const *at = g_get_system_data_dirs (); *at != NULL; at++)
    g_ptr_array_add (folders, g_build_filename (*at, "hyphen", NULL));
  g_ptr_array_add (folders, g_strdup (SYSTEM_FOLDER));
  g_ptr_array_add (folders, NULL);

  return news_hyphenator_new ((const char *const *) folders->pdata, language);
}

/* Kept to the end, as few languages are read in one sitting. */
NewsHyphenator *
news_hyphenator_get (const char *language)
{
  static GMutex mutex;
  static GHashTable *known;
  NewsHyphenator *self;
  gpointer found;

  if (!is_tag (language))
    return NULL;

  g_mutex_lock (&mutex);
  if (known == NULL)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_lookup_extended (known, language, NULL, &found))
    self = found;
  else
    {
      self = create_of_system (language);
      g_hash_table_insert (known, g_strdup (language), self);
    }
  g_mutex_unlock (&mutex);

  return self;
}

/* --- words --- */

static gboolean
is_breakable (const char *word, gsize length)
{
  gsize letters = 0;

  for (const char *at = word; at < word + length; at = g_utf8_next_char (at), letters++)
    {
      gunichar letter = g_utf8_get_char (at);

      if (!g_unichar_isalpha (letter) || (letters > 0 && g_unichar_isupper (letter))
          || news_letter_is_wide (letter))
        return FALSE;
    }

  return letters >= SHORTEST && letters <= LONGEST;
}

#ifdef HAVE_HYPHEN

/* The word as the dictionary has it: in small letters, in its encoding. */
static char *
encode (NewsHyphenator *self, const char *word, gsize length, gsize *encoded_length)
{
  g_autofree char *small = g_utf8_strdown (word, (gssize) length);

  /* A letter that changes its number with its case would move all that follow. */
  if (g_utf8_strlen (small, -1) != g_utf8_strlen (word, (gssize) length))
    return NULL;
  if (self->dictionary->utf8)
    {
      *encoded_length = strlen (small);
      return g_steal_pointer (&small);
    }

  return g_convert (small, -1, self->dictionary->cset, "UTF-8", NULL, encoded_length, NULL);
}

static void
free_replacements (char **replacements, gsize n)
{
  for (gsize i = 0; replacements != NULL && i < n; i++)
    free (replacements[i]);
  free (replacements);
}

/* Whether a line may end after each letter, up to one a byte. NULL for words that the dictionary
 * can't write. */
static gboolean *
find_breaks (NewsHyphenator *self, const char *word, gsize length)
{
  gsize n;
  g_autofree char *encoded = encode (self, word, length, &n);
  g_autofree char *marks = NULL;
  gboolean *breaks;
  char **replacements = NULL;
  int *positions = NULL;
  int *cuts = NULL;

  if (encoded == NULL || n == 0)
    return NULL;

  marks = g_malloc0 (n + 5);
  breaks = g_new0 (gboolean, n + 1);
  if (hnj_hyphen_hyphenate3 (self->dictionary, encoded, (int) n, marks, NULL, &replacements,
                             &positions, &cuts, LEFT, RIGHT, 0, 0)
      == 0)
    /* Where letters would have to change, as in old German, no line ends. */
    for (gsize i = 0; i < n; i++)
      breaks[i] = (marks[i] & 1) != 0 && (replacements == NULL || replacements[i] == NULL);
  free_replacements (replacements, n);
  free (positions);
  free (cuts);

  return breaks;
}

#else

static gboolean *
find_breaks (NewsHyphenator *self, const char *word, gsize length)
{
  return NULL;
}

#endif

char *
news_hyphenator_dup_word (NewsHyphenator *self, const char *word, gsize length)
{
  g_autofree gboolean *breaks
    = is_breakable (word, length) ? find_breaks (self, word, length) : NULL;
  gsize letters = (gsize) g_utf8_strlen (word, (gssize) length);
  GString *broken = g_string_new (NULL);
  gsize i = 0;

  if (breaks == NULL)
    return g_string_free (g_string_append_len (broken, word, (gssize) length), FALSE);

  for (const char *at = word; at < word + length; at = g_utf8_next_char (at), i++)
    {
      g_string_append_unichar (broken, g_utf8_get_char (at));
      if (breaks[i] && i + 1 >= LEFT && letters - i - 1 >= RIGHT)
        g_string_append (broken, SOFT_HYPHEN);
    }

  return g_string_free (broken, FALSE);
}

const char *
news_hyphenator_get_language (NewsHyphenator *self)
{
  return self->language;
}
