/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-entities.h"
#include "news-markup.h"

#include <string.h>

typedef struct
{
  const char *html;
  const char *text;
} Case;

static void
check (const Case *cases, gsize n_cases, char *(*convert) (const char *html))
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *text = convert (cases[i].html);

      g_test_message ("%s", cases[i].html);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_to_text (void)
{
  static const Case cases[] = {
    { "plain", "plain" },
    { "", NULL },
    { "  \n ", NULL },
    { "<p></p>", NULL },
    { "&nbsp;", NULL },
    { "a  b\n\tc", "a b c" },
    { "<p>one</p><p>two</p>", "one two" },
    { "one<br>two<br/>three", "one two three" },
    { "<em>one</em>two", "onetwo" },
    { "one <em> two</em> three", "one two three" },
    { "<H2 class=x>one</H2>two", "one two" },
    { "a<unknown>b</unknown>c", "abc" },

    /* Entities, once. */
    { "Q&amp;A: AT&amp;T &#8211; R&#038;D", "Q&A: AT&T – R&D" },
    { "Tides &amp;amp; rivers", "Tides &amp; rivers" },
    { "&amp;#8212;", "&#8212;" },
    { "&lt;b&gt;bold&lt;/b&gt;", "<b>bold</b>" },

    /* Signs that are none of markup's. */
    { "5 < 6 > 4", "5 < 6 > 4" },
    { "a <3 b", "a <3 b" },
    { "a & b &", "a & b &" },
    { "x<", "x<" },
    { "x</", "x" },
    { "x<b", "x" },
    { "x <a href='>'>y", "x y" },
    { "x <a title=\"a>b\" data-x='c>d'>y</a>", "x y" },
    { "<p it's>don't</p>", "don't" },

    /* What is not shown. */
    { "a<!-- b -->c", "ac" },
    { "a<!-->b", "ab" },
    { "a<!-- b", "a" },
    { "<!DOCTYPE html>a", "a" },
    { "a<?php echo 1 ?>b", "ab" },
    { "a<script>if (a < b) '</p>';</script>b", "ab" },
    { "a<SCRIPT>x</script >b", "ab" },
    { "a<style>p { }</style>b", "ab" },
    { "a<script>b", "a" },
    { "a<scripts>b", "ab" },

    /* Blanks of other kinds. */
    { "a&nbsp;b", "a\xc2\xa0"
                  "b" },
    { "a&nbsp; b", "a b" },
    { "&nbsp;a&nbsp;", "a" },
    { "\xe3\x80\x80\xe7\xab\xa0\xe3\x80\x80\xe8\x8a\x82", "\xe7\xab\xa0\xe3\x80\x80\xe8\x8a\x82" },
    { "a\xe2\x80\xa8"
      "b",
      "a b" },
    { "\xef\xbb\xbf"
      "a\xef\xbb\xbf"
      "b",
      "ab" },
    { "a&#7;b", "a b" },
    { "a\xe2\x80\xaf!", "a\xe2\x80\xaf!" },
  };

  check (cases, G_N_ELEMENTS (cases), news_markup_to_text);
}

static void
test_to_summary (void)
{
  static const Case cases[] = {
    { "<p>One. <a class=\"more-link\" href=\"x\">Continue <span>reading</span></a></p>",
      "One. […]" },
    { "<p>One <a class='button read-more'>More</a> two.</p>", "One two." },
    { "<p>One <a href='x'>two</a></p>", "One two" },
    { "<a class='more-link'>More</a>", NULL },
  };

  check (cases, G_N_ELEMENTS (cases), news_markup_to_summary);
}

static void
test_guess_text (void)
{
  static const Case cases[] = {
    { "How <picture> works", "How <picture> works" },
    { "An <em>old</em> house", "An old house" },
    { "one<br>two", "one two" },
    { "AT&amp;T", "AT&T" },
    { "AT&T", "AT&T" },
    { "a < b </ c", "a < b </ c" },
    { " ", NULL },
  };

  check (cases, G_N_ELEMENTS (cases), news_markup_guess_text);
}

static void
check_entity (const char *html, const char *text, NewsEntitiesPlace place)
{
  g_autoptr (GString) decoded = g_string_new (NULL);

  news_entities_decode (decoded, html, strlen (html), place);
  g_test_message ("%s", html);
  g_assert_cmpstr (decoded->str, ==, text);
}

static void
test_entities (void)
{
  static const Case cases[] = {
    { "&amp;&lt;&gt;&quot;&apos;", "&<>\"'" },
    { "&hellip;&mdash;&rsquo;&eacute;&Eacute;", "…—’éÉ" },
    { "&thetasym;&clubs;&alefsym;", "ϑ♣ℵ" },
    { "&comma;&period;&NewLine;&star;", ",.\n☆" },
    { "&#65;&#x41;&#X41;&#0065;", "AAAA" },
    { "&#8217 &#8217", "’ ’" },
    { "&#150;&#x80;&#129;", "–€\xc2\x81" },
    { "&#0;&#xD800;&#x110000;&#99999999999999999999;",
      "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
    { "&#128512;", "😀" },
    { "&#;&#x;&#xg;", "&#;&#x;&#xg;" },
    { "&unknown; &; & &amp", "&unknown; &; & &" },
    { "AT&ampT &copy2026 &notit;", "AT&T ©2026 ¬it;" },
    { "&hellip &mdash", "&hellip &mdash" },
    { "&AMP;&AMP", "&&" },
    { "&averyverylongnameindeed;", "&averyverylongnameindeed;" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_entity (cases[i].html, cases[i].text, NEWS_ENTITIES_TEXT);

  check_entity ("?a=1&copy=2&amp;b=3&lt", "?a=1&copy=2&b=3<", NEWS_ENTITIES_ATTRIBUTE);
  check_entity ("&copyright", "&copyright", NEWS_ENTITIES_ATTRIBUTE);
  check_entity ("&copyright", "©right", NEWS_ENTITIES_TEXT);
}

/* Each must take time in proportion to its length; if one does not, the test takes minutes. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "<",  "<a ", "<!--",   "<script>", "</script",  "&",
                                        "&a", "&#",  "<a b='", "<p>",      "\xc2\xa0 ", "</" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) html = g_string_new (NULL);

      while (html->len < 1000000)
        g_string_append (html, pieces[i]);
      g_free (news_markup_to_text (html->str));
      g_free (news_markup_to_summary (html->str));
      g_free (news_markup_guess_text (html->str));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markup/to-text", test_to_text);
  g_test_add_func ("/markup/to-summary", test_to_summary);
  g_test_add_func ("/markup/guess-text", test_guess_text);
  g_test_add_func ("/markup/entities", test_entities);
  g_test_add_func ("/markup/hostile", test_hostile);

  return g_test_run ();
}
