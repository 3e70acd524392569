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

static char *
dup_first_part (const char *language)
{
  return g_ascii_strdown (language, (gssize) strcspn (language, "-"));
}

#ifdef HAVE_HYPHEN

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

/* --- texts --- */

typedef struct
{
  guint start;
  guint end;
} Range;

typedef struct
{
  NewsHyphenator *hyphenator;
  const NewsText *text;
  GString *broken;
  GArray *places; /* guint: where soft hyphens were put, in bytes of the text without them */
  GArray *spared; /* Range: what is not broken, in order and apart */
  guint next;     /* the first of them that does not end before what is looked at */
} Work;

static gboolean
is_other_language (Work *work, const NewsSpan *span)
{
  g_autofree char *first = span->language != NULL ? dup_first_part (span->language) : NULL;

  return first != NULL && !g_str_equal (first, work->hyphenator->language);
}

static void
list_spared (Work *work)
{
  const GArray *spans = work->text->spans;
  const NewsStyle styles = NEWS_STYLE_CODE | NEWS_STYLE_SUPERSCRIPT | NEWS_STYLE_SUBSCRIPT;
  guint end = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const NewsSpan *span = &g_array_index (spans, NewsSpan, i);
      Range range = { MAX (span->start, end), span->end };

      if (range.end <= range.start
          || ((span->style & styles) == 0 && !is_other_language (work, span)))
        continue;
      g_array_append_val (work->spared, range);
      end = range.end;
    }
}

static gboolean
is_spared (Work *work, guint start, guint end)
{
  while (work->next < work->spared->len
         && g_array_index (work->spared, Range, work->next).end <= start)
    work->next++;

  return work->next < work->spared->len
         && g_array_index (work->spared, Range, work->next).start < end;
}

static void
append_word (Work *work, const char *word, const char *end)
{
  guint start = (guint) (word - work->text->text);
  g_autofree char *broken = NULL;
  guint place = start;

  if (!is_breakable (word, (gsize) (end - word))
      || is_spared (work, start, start + (guint) (end - word)))
    {
      g_string_append_len (work->broken, word, end - word);
      return;
    }

  broken = news_hyphenator_dup_word (work->hyphenator, word, (gsize) (end - word));
  for (const char *at = broken; *at != '\0'; at = g_utf8_next_char (at))
    if (g_str_has_prefix (at, SOFT_HYPHEN))
      g_array_append_val (work->places, place);
    else
      place += (guint) (g_utf8_next_char (at) - at);
  g_string_append (work->broken, broken);
}

/* What stands between blanks: an address, or words and marks. */
static gboolean
is_address (const char *token, const char *end)
{
  for (const char *at = token; at < end; at++)
    if (*at == '/' || *at == '@' || *at == '_' || *at == '\\' || g_ascii_isdigit (*at)
        || (*at == '.' && at + 1 < end && g_ascii_isalpha (at[1])))
      return TRUE;

  return g_strstr_len (token, end - token, SOFT_HYPHEN) != NULL;
}

static const char *
find_end (const char *at, gboolean of_word)
{
  while (*at != '\0')
    {
      gunichar letter = g_utf8_get_char (at);

      if (of_word ? !g_unichar_isalpha (letter) && !g_unichar_ismark (letter)
                  : g_unichar_isspace (letter))
        break;
      at = g_utf8_next_char (at);
    }

  return at;
}

static void
append_token (Work *work, const char *token, const char *end)
{
  if (is_address (token, end))
    {
      g_string_append_len (work->broken, token, end - token);
      return;
    }

  while (token < end)
    {
      const char *word_end = find_end (token, TRUE);

      if (word_end == token)
        {
          word_end = g_utf8_next_char (token);
          g_string_append_len (work->broken, token, word_end - token);
        }
      else
        append_word (work, token, word_end);
      token = word_end;
    }
}

/* A hyphen at the very start or end of a span can't be: it would be at a word's. So it matters only
 * on which side of a place a span begins or ends in a word. */
static void
move_spans (NewsText *text, GArray *places)
{
  for (guint i = 0; i < text->spans->len; i++)
    {
      NewsSpan *span = &g_array_index (text->spans, NewsSpan, i);
      guint start = 0;
      guint end = 0;

      for (guint low = 0, high = places->len; low < high;)
        {
          guint middle = (low + high) / 2;

          if (g_array_index (places, guint, middle) <= span->start)
            start = low = middle + 1;
          else
            high = middle;
        }
      for (guint low = 0, high = places->len; low < high;)
        {
          guint middle = (low + high) / 2;

          if (g_array_index (places, guint, middle) < span->end)
            end = low = middle + 1;
          else
            high = middle;
        }
      span->start += start * (guint) strlen (SOFT_HYPHEN);
      span->end += end * (guint) strlen (SOFT_HYPHEN);
    }
}

static void
apply_to_text (NewsHyphenator *self, NewsText *text)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) spared = g_array_new (FALSE, FALSE, sizeof (Range));
  Work work = { .hyphenator = self,
                .text = text,
                .broken = g_string_sized_new (strlen (text->text) * 5 / 4),
                .places = places,
                .spared = spared };
  const char *at = text->text;

  list_spared (&work);

  while (*at != '\0')
    {
      const char *end = find_end (at, FALSE);

      if (end == at)
        {
          end = g_utf8_next_char (at);
          g_string_append_len (work.broken, at, end - at);
        }
      else
        append_token (&work, at, end);
      at = end;
    }

  move_spans (text, places);
  g_free (text->text);
  text->text = g_string_free (work.broken, FALSE);
}

/* Titles of videos and what opens a folded part are labels, headings stay whole, and what is quoted
 * is named in a line of its own. */
static gboolean
is_broken (NewsBlockType type)
{
  return type == NEWS_BLOCK_PARAGRAPH || type == NEWS_BLOCK_FIGURE || type == NEWS_BLOCK_GALLERY
         || type == NEWS_BLOCK_TABLE;
}

static void
apply_to_block (NewsHyphenator *self, const NewsBlock *block)
{
  if (is_broken (block->type) && block->text != NULL)
    apply_to_text (self, block->text);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    apply_to_block (self, g_ptr_array_index (block->children, i));
}

void
news_hyphenator_apply (NewsHyphenator *self, NewsPage *page)
{
  for (guint i = 0; i < news_page_get_n_blocks (page); i++)
    apply_to_block (self, news_page_get_block (page, i));
}
