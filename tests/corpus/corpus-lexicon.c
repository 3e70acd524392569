/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "corpus-lexicon.h"

#include "corpus-words.h"

#include <string.h>

/* The rarest word has one of them or two. */
#define SLOTS (1u << 18)

/* A stream of numbers of its own for each word and topic. */
#define WORD_STREAM G_GUINT64_CONSTANT (0x100000000)
#define TOPIC_STREAM G_GUINT64_CONSTANT (0x200000000)

struct _CorpusLexicon
{
  CorpusLanguage language;
  GPtrArray *words; /* char* */
  guint16 *slots;   /* numbers of words, each as many times as it is to be drawn */
  char **phrases;
  char **first_names;
  char **family_names;
  char **papers;
  char **characters;       /* that Chinese words are made of; else NULL */
  GHashTable *traditional; /* character to character, or NULL */
};

static const char *const onsets[]
  = { "b", "c", "d", "f", "g", "h", "j",  "k",  "l",  "m",  "n",  "p",  "r",  "s",  "t",  "v",
      "w", "t", "r", "n", "s", "l", "br", "ch", "fl", "gr", "pl", "qu", "sh", "st", "th", "tr" };
static const char *const nuclei[]
  = { "a", "e", "i", "o", "u", "a", "e", "i", "o", "a", "e", "i", "ai", "ea", "oo", "ou" };
static const char *const codas[]
  = { "", "", "n", "r", "l", "s", "t", "m", "nd", "rt", "ck", "st", "p", "d", "x", "th" };
static const char *const endings[]
  = { "", "", "", "", "", "", "", "s", "s", "ed", "ing", "er", "ly", "ion", "al", "y" };

/* --- writing ------------------------------------------------------------------------------------
 */

/* @text as it is written in this language. */
static char *
write (const CorpusLexicon *self, const char *text)
{
  g_autoptr (GString) written = NULL;

  if (self->traditional == NULL)
    return g_strdup (text);

  written = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      gpointer other = g_hash_table_lookup (self->traditional, GUINT_TO_POINTER (letter));

      g_string_append_unichar (written, other != NULL ? GPOINTER_TO_UINT (other) : letter);
    }

  return g_string_free_and_steal (g_steal_pointer (&written));
}

static GHashTable *
create_traditional (void)
{
  GHashTable *map = g_hash_table_new (NULL, NULL);

  for (const char *at = corpus_traditional_characters; *at != '\0';
       at = g_utf8_offset_to_pointer (at, at[strcspn (at, " ")] == ' ' ? 3 : 2))
    g_hash_table_insert (map, GUINT_TO_POINTER (g_utf8_get_char (at)),
                         GUINT_TO_POINTER (g_utf8_get_char (g_utf8_next_char (at))));

  return map;
}

static char **
read_list (const CorpusLexicon *self, const char *list, const char *separator)
{
  g_autofree char *written = write (self, list);

  return g_strsplit (written, separator, -1);
}

static char **
split_characters (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    g_strv_builder_take (builder, g_strndup (at, (gsize) (g_utf8_next_char (at) - at)));

  return g_strv_builder_end (builder);
}

static void
capitalise (GString *text, gsize at)
{
  text->str[at] = g_ascii_toupper (text->str[at]);
}

static const char *
choose (char **list, CorpusRandom *random)
{
  return list[corpus_random_below (random, g_strv_length (list))];
}

/* --- words that are made ------------------------------------------------------------------------
 */

static void
append_syllable (GString *text, CorpusRandom *random)
{
  g_string_append (text, onsets[corpus_random_below (random, G_N_ELEMENTS (onsets))]);
  g_string_append (text, nuclei[corpus_random_below (random, G_N_ELEMENTS (nuclei))]);
}

static void
append_english (GString *text, CorpusRandom *random, guint syllables)
{
  for (guint i = 0; i < syllables; i++)
    append_syllable (text, random);
  g_string_append (text, codas[corpus_random_below (random, G_N_ELEMENTS (codas))]);
  g_string_append (text, endings[corpus_random_below (random, G_N_ELEMENTS (endings))]);
}

/* Of two places the one nearer to the beginning of the list, where the commoner ones are. */
static void
append_characters (const CorpusLexicon *self, GString *text, CorpusRandom *random, guint length)
{
  guint n = g_strv_length (self->characters);

  for (guint i = 0; i < length; i++)
    {
      guint one = corpus_random_below (random, n);
      guint other = corpus_random_below (random, n);

      g_string_append (text, self->characters[MIN (one, other)]);
    }
}

/* The rarer, the longer. */
static char *
make_word (const CorpusLexicon *self, guint number)
{
  CorpusRandom random = corpus_random_new (self->language, WORD_STREAM + number);
  GString *word = g_string_new (NULL);
  guint more = number < 3000 ? 0 : number < 10000 ? corpus_random_below (&random, 2) : 1;

  if (self->characters != NULL)
    append_characters (self, word, &random, corpus_random_once_in (&random, 5) ? 3 + more : 2);
  else
    append_english (word, &random, 1 + more + corpus_random_below (&random, 2));

  return g_string_free_and_steal (word);
}

static void
fill_words (CorpusLexicon *self, char **real)
{
  self->words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; real[i] != NULL; i++)
    g_ptr_array_add (self->words, g_strdup (real[i]));
  while (self->words->len < CORPUS_LEXICON_WORDS)
    g_ptr_array_add (self->words, make_word (self, self->words->len));
}

/* In proportion to 1 / (10 r + 27). */
static guint64
get_weight (guint number)
{
  return (G_GUINT64_CONSTANT (1) << 40) / (10 * number + 27);
}

static void
fill_slots (CorpusLexicon *self)
{
  guint64 total = 0, before = 0;
  guint slot = 0;

  for (guint i = 0; i < CORPUS_LEXICON_WORDS; i++)
    total += get_weight (i);

  self->slots = g_new0 (guint16, SLOTS);
  for (guint i = 0; i < CORPUS_LEXICON_WORDS; i++)
    {
      before += get_weight (i);
      while (slot < before * SLOTS / total)
        self->slots[slot++] = (guint16) i;
    }
}

/* --- public -------------------------------------------------------------------------------------
 */

CorpusLexicon *
corpus_lexicon_new (CorpusLanguage language)
{
  CorpusLexicon *self = g_new0 (CorpusLexicon, 1);
  gboolean english = language == CORPUS_ENGLISH;
  g_auto (GStrv) real = NULL;

  self->language = language;
  if (language == CORPUS_TRADITIONAL)
    self->traditional = create_traditional ();
  if (!english)
    {
      g_autofree char *characters = write (self, corpus_chinese_characters);

      self->characters = split_characters (characters);
    }

  real = read_list (self, english ? corpus_english_words : corpus_chinese_words, " ");
  self->phrases = read_list (self, english ? corpus_english_phrases : corpus_chinese_phrases, ",");
  self->first_names
    = read_list (self, english ? corpus_english_first_names : corpus_chinese_given_names, " ");
  self->family_names
    = read_list (self, english ? corpus_english_last_names : corpus_chinese_surnames, " ");
  self->papers = read_list (self, english ? corpus_english_papers : corpus_chinese_papers, " ");
  fill_words (self, real);
  fill_slots (self);

  return self;
}

void
corpus_lexicon_free (CorpusLexicon *self)
{
  g_ptr_array_unref (self->words);
  g_free (self->slots);
  g_strfreev (self->phrases);
  g_strfreev (self->first_names);
  g_strfreev (self->family_names);
  g_strfreev (self->papers);
  g_strfreev (self->characters);
  g_clear_pointer (&self->traditional, g_hash_table_unref);
  g_free (self);
}

CorpusLanguage
corpus_lexicon_get_language (const CorpusLexicon *self)
{
  return self->language;
}

guint
corpus_lexicon_draw (const CorpusLexicon *self, CorpusRandom *random)
{
  return self->slots[corpus_random_next (random) >> 46];
}

const char *
corpus_lexicon_get_word (const CorpusLexicon *self, guint number)
{
  return g_ptr_array_index (self->words, number);
}

const char *
corpus_lexicon_draw_phrase (const CorpusLexicon *self, CorpusRandom *random)
{
  return choose (self->phrases, random);
}

void
corpus_lexicon_append_rarity (const CorpusLexicon *self, CorpusRandom *random, GString *text)
{
  if (self->characters != NULL)
    append_characters (self, text, random, 2 + corpus_random_below (random, 3));
  else
    append_english (text, random, 2 + corpus_random_below (random, 2));
}

char *
corpus_lexicon_dup_person (const CorpusLexicon *self, CorpusRandom *random, gsize *family)
{
  const char *last = choose (self->family_names, random);
  const char *first = choose (self->first_names, random);

  if (self->characters != NULL)
    {
      const char *second
        = corpus_random_once_in (random, 3) ? "" : choose (self->first_names, random);

      *family = 0;
      return g_strconcat (last, first, second, NULL);
    }

  *family = strlen (first) + 1;
  /* As many have a name that nobody else has. */
  if (corpus_random_once_in (random, 2))
    {
      g_autoptr (GString) made = g_string_new (NULL);

      append_syllable (made, random);
      append_syllable (made, random);
      capitalise (made, 0);
      return g_strconcat (first, " ", made->str, NULL);
    }

  return g_strconcat (first, " ", last, NULL);
}

char *
corpus_lexicon_dup_paper (const CorpusLexicon *self, CorpusRandom *random)
{
  g_autoptr (GString) place = g_string_new (NULL);

  corpus_lexicon_append_rarity (self, random, place);
  if (self->characters != NULL)
    return g_strconcat (place->str, choose (self->papers, random), NULL);

  capitalise (place, 0);

  return g_strconcat ("The ", place->str, " ", choose (self->papers, random), NULL);
}

/* A word's number, folded: the first topics are as common as the first words. */
guint
corpus_lexicon_draw_topic (const CorpusLexicon *self, CorpusRandom *random)
{
  return corpus_lexicon_draw (self, random) % CORPUS_LEXICON_TOPICS;
}

/* A person, a matter, or a place. */
char *
corpus_lexicon_dup_topic (const CorpusLexicon *self, guint topic)
{
  CorpusRandom random = corpus_random_new (self->language, TOPIC_STREAM + topic);
  g_autoptr (GString) name = NULL;
  gsize family;

  if (topic % 3 == 0)
    return corpus_lexicon_dup_person (self, &random, &family);
  if (topic % 3 == 1 && topic / 3 < g_strv_length (self->phrases))
    return g_strdup (self->phrases[topic / 3]);

  name = g_string_new (NULL);
  corpus_lexicon_append_rarity (self, &random, name);
  capitalise (name, 0);

  return g_string_free_and_steal (g_steal_pointer (&name));
}
