/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-wall-words.h"

#include "news-utf8.h"

#include <string.h>

/* All lengths are in letters. A Han letter says more than a Latin one, and walls in Chinese are
 * shorter; the limits are those of English. */

/* The end of a text that is looked at: three sentences. */
#define END 320

/* A page that asks for consent and names its partners is no longer than this. */
#define CONSENT 4000

/* How soon it comes to the point. */
#define BEGINNING 400

/* Hashes of four bytes. A beginning has at most a thousand of these. */
#define FOURS_BITS 12
#define FOURS (1 << FOURS_BITS)

/* In lower case, with plain apostrophes, single spaces, and of four bytes at least. Only what
 * invites to read on: "subscribe to our newsletter" and "support us" stand under articles that are
 * whole. */
static const char *const endings[] = {
  "already a member? log in",
  "already a member? sign in",
  "already a subscriber? log in",
  "already a subscriber? sign in",
  "become a member to continue reading",
  "become a member to read",
  "become a paying subscriber",
  "become a subscriber to continue reading",
  "become a subscriber to read",
  "for subscribers only",
  "is available only to subscribers",
  "is available to subscribers only",
  "is exclusive to subscribers",
  "is exclusively for subscribers",
  "is for members only",
  "is for paid subscribers",
  "is for paying subscribers",
  "is for subscribers only",
  "is only available to subscribers",
  "is reserved for subscribers",
  "log in to continue reading",
  "login to continue reading",
  "register to continue reading",
  "sign in to continue reading",
  "sign up to continue reading",
  "start a free trial to continue reading",
  "subscribe now to continue reading",
  "subscribe now to read",
  "subscribe to continue reading",
  "subscribe to get access",
  "subscribe to keep reading",
  "subscribe to read",
  "subscribe to unlock",
  "this content is for members",
  "this content is for subscribers",
  "this content is restricted to",
  "this post is for paid",
  "this post is for subscribers",
  "to continue reading this article",
  "to continue reading, ",
  "to keep reading, ",
  "to read the full article, ",
  "to read the full story, ",
  "to read the rest of this article, ",
  "unlock this article",
  "you have reached your limit of free articles",
  "you've reached your limit of free articles",
  "you have read your last free article",
  "you've read your last free article",

  "付费后继续阅读",
  "付费后可阅读",
  "付费阅读全文",
  "会员登录后阅读",
  "会员专享文章",
  "仅供订阅用户",
  "仅限订阅用户",
  "仅限订户阅读",
  "开通会员阅读全文",
  "成为会员后继续阅读",
  "本文为付费",
  "本文为会员",
  "登录后查看全文",
  "登录后继续阅读",
  "登录后阅读全文",
  "订阅后继续阅读",
  "订阅后阅读全文",
  "订阅以继续阅读",
  "订阅即可阅读全文",
  "解锁全文",
  "试读结束",
  "试读已结束",
  "购买后阅读全文",
  "余下内容为付费",
  "剩余内容为付费",
  "付費閱讀全文",
  "僅限訂戶閱讀",
  "加入會員繼續閱讀",
  "成為會員後繼續閱讀",
  "本文為付費",
  "本文為會員",
  "登入後繼續閱讀",
  "登入後閱讀全文",
  "解鎖全文",
  "訂閱以繼續閱讀",
  "訂閱後繼續閱讀",
  "訂閱後閱讀全文",
};

static const char *const openings[] = {
  "before you continue",
  "we and our partners",
  "we care about your privacy",
  "we use cookies",
  "we value your privacy",
  "your choices regarding cookies",
  "your privacy choices",
  "your privacy is important to us",
  "继续之前",
  "您的隐私对我们",
  "我们使用 cookie",
  "我们使用cookie",
  "我们和我们的合作伙伴",
  "我们及我们的合作伙伴",
  "我们重视您的隐私",
  "我們和我們的合作夥伴",
  "我們重視您的隱私",
  "繼續之前",
};

static const char *const choices[] = {
  "accept all",
  "accept and continue",
  "accept cookies",
  "agree and continue",
  "consent to",
  "cookie policy",
  "cookie settings",
  "i accept",
  "i agree",
  "legitimate interest",
  "manage options",
  "manage preferences",
  "manage privacy settings",
  "manage settings",
  "more options",
  "reject all",
  "withdraw your consent",
  "cookie 设置",
  "cookie设置",
  "cookie 設定",
  "全部拒绝",
  "全部接受",
  "全部拒絕",
  "同意并继续",
  "同意並繼續",
  "拒绝所有",
  "拒絕所有",
  "接受所有",
  "接受全部",
  "更多选项",
  "更多選項",
  "管理选项",
  "管理選項",
  "管理设置",
  "隐私设置",
  "隱私設定",
};

/* From Han to Yi there are neither capitals nor spaces, and each letter has three bytes. */
static gboolean
is_same (gunichar letter)
{
  return letter > 0x3000 && letter < 0xa4d0;
}

static gboolean
is_space (gunichar letter)
{
  return letter < 0x80 ? g_ascii_isspace ((char) letter) : g_unichar_isspace (letter);
}

static char *
fold_letter (char *to, gunichar letter)
{
  if (letter == 0x2019 || letter == 0x02bc)
    letter = '\'';
  else if (letter >= 'A' && letter <= 'Z')
    letter |= 0x20;
  else if (letter == 0x0130)
    {
      /* Only this one becomes two: its dot stays, as g_utf8_strdown() has it too. */
      *to++ = 'i';
      letter = 0x0307;
    }
  else if (letter >= 0x80)
    letter = g_unichar_tolower (letter);

  if (letter >= 0x80)
    return to + g_unichar_to_utf8 (letter, to);

  *to = (char) letter;

  return to + 1;
}

/* As the phrases above are written. */
static char *
fold (const char *text, gsize length)
{
  /* Small letters have at most half as many bytes again as capitals: Ⱥ has two, ⱥ has three. */
  char *folded = g_malloc (length + length / 2 + 1);
  const char *end = text + length;
  char *to = folded;

  for (; text < end; text = g_utf8_next_char (text))
    {
      gunichar letter = news_utf8_get_char (text);

      if (is_same (letter))
        {
          memcpy (to, text, 3);
          to += 3;
        }
      else if (!is_space (letter))
        to = fold_letter (to, letter);
      else if (to > folded && to[-1] != ' ')
        *to++ = ' ';
    }
  *to = '\0';

  return folded;
}

/* --- phrases in a text --------------------------------------------------------------------------
 */

static guint
hash_four (const char *bytes)
{
  guint32 four;

  memcpy (&four, bytes, sizeof four);

  return four * 0x9e3779b1u >> (32 - FOURS_BITS);
}

/* Notes which four bytes stand in a row anywhere in @text, by their hash. */
static void
note_fours (guint8 fours[FOURS], const char *text)
{
  gsize length = strlen (text);

  memset (fours, 0, FOURS);
  for (gsize i = 0; i + 4 <= length; i++)
    fours[hash_four (text + i)] = TRUE;
}

/* Whether @phrase stands in @text as words of its own: "subscribe to read" is not in "subscribe to
 * Reader’s Weekly". Han are words of their own anyway. */
static gboolean
has_phrase (const char *text, const char *phrase)
{
  gsize length = strlen (phrase);
  gboolean latin = g_ascii_isalpha (phrase[length - 1]);

  for (const char *found = strstr (text, phrase); found != NULL;
       found = strstr (found + length, phrase))
    if ((found == text || !g_ascii_isalpha (found[-1]) || !g_ascii_isalpha (*phrase))
        && !(latin && g_ascii_isalpha (found[length])))
      return TRUE;

  return FALSE;
}

/* Nearly all phrases are in nearly no text, and begin or end with four bytes that it has nowhere:
 * which is soon seen. */
static guint
count_phrases (const char *text, const char *const *phrases, gsize n_phrases)
{
  guint8 fours[FOURS];
  guint count = 0;

  note_fours (fours, text);
  for (gsize i = 0; i < n_phrases; i++)
    {
      const char *phrase = phrases[i];

      if (fours[hash_four (phrase)] && fours[hash_four (phrase + strlen (phrase) - 4)]
          && has_phrase (text, phrase))
        count++;
    }

  return count;
}

gboolean
news_wall_words_end (const char *text)
{
  const char *end = text + strlen (text);
  g_autofree char *folded = NULL;

  for (guint i = 0; i < END && end > text; i++)
    end = g_utf8_prev_char (end);
  folded = fold (end, strlen (end));

  return count_phrases (folded, endings, G_N_ELEMENTS (endings)) > 0;
}

gboolean
news_wall_words_ask_consent (const char *text)
{
  g_autofree char *beginning = NULL;
  g_autofree char *folded = NULL;
  const char *end = text;

  for (guint i = 0; i < BEGINNING && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  beginning = fold (text, (gsize) (end - text));
  if (count_phrases (beginning, openings, G_N_ELEMENTS (openings)) == 0)
    return FALSE;

  for (guint i = BEGINNING; i < CONSENT && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  if (*end != '\0')
    return FALSE;

  folded = fold (text, strlen (text));

  return strstr (folded, "cookie") != NULL
         && count_phrases (folded, choices, G_N_ELEMENTS (choices)) >= 2;
}
