/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-tokenizer.h"

#include "news-letters-table.h"

#include <string.h>

/* The tokens of @text, apart by bars. */
static char *
list (const char *text, gssize length)
{
  GString *all = g_string_new (NULL);
  NewsTokenizer tokenizer;
  NewsToken token;

  news_tokenizer_init (&tokenizer, text, length);
  while (news_tokenizer_next (&tokenizer, &token))
    {
      if (all->len > 0)
        g_string_append_c (all, '|');
      g_string_append_len (all, token.word, token.length);
    }

  return g_string_free_and_steal (all);
}

static void
test_tokens (void)
{
  const struct
  {
    const char *text;
    const char *tokens;
  } cases[] = {
    { "", "" },
    { " ,.!", "" },
    { "The President speaks", "the|president|speaks" },
    { "“BeReal” and ‘so’", "bereal|and|so" },
    { "It’s Trump's, l'amour O’Brien", "it|s|trump|s|l|amour|o|brien" },
    { "state-of-the-art 3.5% A_B", "state|of|the|art|3|5|a|b" },
    { "Café cafe\314\201 CAFÉ naïve", "cafe|cafe|cafe|naive" },
    { "un\302\255seen\342\200\213", "unseen" },
    { "ＡＢＣ１２ ﬁnds Straße", "abc12|finds|strasse" },
    { "中国人民银行", "中国|国人|人民|民银|银行|行" },
    { "中國人民銀行", "中国|国人|人民|民银|银行|行" },
    { "李强", "李强|强" },
    { "强", "强" },
    { "说，经济。", "说|经济|济" },
    { "用iPhone手机 5G网络", "用|iphone|手机|机|5g|网络|络" },
    { "がぎ", "がぎ|ぎ" },
    { "か\343\202\231き\343\202\231", "がぎ|ぎ" },
    { "ｶﾞｷﾞ", "ガギ|ギ" },
    { "データ・ベース", "デー|ータ|タ|ベー|ース|ス" },
    { "東京都の天気", "东京|京都|都の|の天|天気|気" },
    { "한국어 뉴스", "한국|국어|어|뉴스|스" },
    { "\341\204\222\341\205\241\341\206\253국", "한국|국" }, /* letters that make a syllable */
    { "good😀bad 👨‍👩‍👧 ok", "good|bad|ok" },
    { "时\357\270\200间", "时间|间" }, /* a variation selector */
    { "Ёлка ΛΌΓΟΣ", "елка|λογοσ" },
    { "ราคา", "รา|าค|คา|า" },
    { "हिन्दी", "हिन्दी" },
    { "\357\243\277s1", "s1" }, /* no text can give a word of the private use area */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tokens = list (cases[i].text, -1);

      g_assert_cmpstr (tokens, ==, cases[i].tokens);
    }
}

static void
test_places (void)
{
  const char *text = "Zürich: 中国, cafe\314\201!";
  const struct
  {
    guint start;
    guint end;
    NewsTokenKind kind;
  } places[] = { { 0, 7, NEWS_TOKEN_WORD },
                 { 9, 15, NEWS_TOKEN_PAIR },
                 { 12, 15, NEWS_TOKEN_LAST },
                 { 17, 23, NEWS_TOKEN_WORD } };
  NewsTokenizer tokenizer;
  NewsToken token;

  news_tokenizer_init (&tokenizer, text, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_true (news_tokenizer_next (&tokenizer, &token));
      g_assert_cmpuint (token.start, ==, places[i].start);
      g_assert_cmpuint (token.end, ==, places[i].end);
      g_assert_cmpint (token.kind, ==, places[i].kind);
    }
  g_assert_false (news_tokenizer_next (&tokenizer, &token));
  g_assert_false (news_tokenizer_next (&tokenizer, &token));
}

/* A length ends the text before its zero. */
static void
test_length (void)
{
  g_autofree char *tokens = list ("one two three", 6);
  g_autofree char *none = list ("one", 0);

  g_assert_cmpstr (tokens, ==, "one|tw");
  g_assert_cmpstr (none, ==, "");
}

/* A word without an end is cut, and is the same word however it goes on. */
static void
test_long (void)
{
  g_autofree char *word = g_strnfill (500, 'x');
  g_autofree char *text = g_strconcat (word, "é ", word, "yz end", NULL);
  g_autofree char *cut = g_strnfill (NEWS_TOKEN_BYTES, 'x');
  g_autofree char *expected = g_strjoin ("|", cut, cut, "end", NULL);
  g_autofree char *tokens = list (text, -1);

  g_assert_cmpstr (tokens, ==, expected);
}

/* --- against a plain one ------------------------------------------------------------------------
 */

/* The tokens of a text without any fast way: a letter at a time, by the table. Of letters of words
 * only. */
static char *
list_plainly (const char *text)
{
  GString *all = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      NewsLetter letter;

      news_letters_table_look_up (g_utf8_get_char (at), &letter);
      if (letter.kind == NEWS_LETTER_WORD)
        {
          if (!inside && all->len > 0)
            g_string_append_c (all, '|');
          g_string_append_len (all, letter.bytes, letter.length);
          inside = TRUE;
        }
      else if (letter.kind != NEWS_LETTER_UNSEEN)
        {
          inside = FALSE;
        }
    }

  return g_string_free_and_steal (all);
}

static void
test_random (void)
{
  static const char *const pieces[]
    = { "a", "B",        "z",        "0", "9", " ", "'",  "’", "é",
        "ß", "\314\201", "\302\255", "Ж", "-", "ﬁ", "\n", "“", "😀" };

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *tokens = NULL;
      g_autofree char *expected = NULL;

      for (gint32 n = g_test_rand_int_range (0, 40); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

      tokens = list (text->str, -1);
      expected = list_plainly (text->str);
      g_assert_cmpstr (tokens, ==, expected);
    }
}

/* Every part of a run is a row of its tokens, whatever stands around it. */
static void
test_parts (void)
{
  const char *run = "全国人民代表大会常务委员会";
  glong length = g_utf8_strlen (run, -1);
  g_autofree char *tokens = list (run, -1);
  g_autofree char *all = g_strconcat ("|", tokens, "|", NULL);

  for (glong start = 0; start < length; start++)
    for (glong end = start + 2; end <= length; end++)
      {
        g_autofree char *part = g_utf8_substring (run, start, end);
        g_autofree char *own = list (part, -1);
        char *last = strrchr (own, '|');
        g_autofree char *wanted = g_strdup_printf ("|%.*s|", (int) (last - own), own);

        g_assert_nonnull (strstr (all, wanted));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokenizer/tokens", test_tokens);
  g_test_add_func ("/tokenizer/places", test_places);
  g_test_add_func ("/tokenizer/length", test_length);
  g_test_add_func ("/tokenizer/long", test_long);
  g_test_add_func ("/tokenizer/random", test_random);
  g_test_add_func ("/tokenizer/parts", test_parts);

  return g_test_run ();
}
