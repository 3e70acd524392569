/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-tokenizer.h"

#include <string.h>

static void
append_tag (GString *all, const NewsHtmlTokenizer *tokens, gboolean end)
{
  g_string_append_printf (all, "<%s%s", end ? "/" : "", tokens->text);
  for (guint i = 0; !end && i < tokens->n_attributes; i++)
    g_string_append_printf (all, " %s=\"%s\"", tokens->attributes[i].name,
                            tokens->attributes[i].value);
  g_string_append (all, !end && tokens->closed ? "/>" : ">");
}

/* The tokens of @length bytes, as markup in which texts are separated by bars. */
static char *
dup_tokens (const char *html, gsize length)
{
  /* Exactly as long as it has to be, so that sanitizers see what is read behind its end. */
  g_autofree char *source = g_memdup2 (html, MAX (length, 1));
  g_autofree char *buffer = g_malloc (NEWS_HTML_TOKENIZER_ROOM (length));
  g_autofree NewsHtmlTokenizer *tokens = g_new (NewsHtmlTokenizer, 1);
  GString *all = g_string_new (NULL);
  NewsHtmlTokenType type;

  news_html_tokenizer_init (tokens, source, length, buffer);
  while ((type = news_html_tokenizer_next (tokens)) != NEWS_HTML_TOKEN_END)
    if (type == NEWS_HTML_TOKEN_TEXT)
      {
        g_assert_cmpuint (tokens->length, ==, strlen (tokens->text));
        g_assert_cmpuint (tokens->length, >, 0);
        g_string_append_printf (all, "|%s|", tokens->text);
      }
    else
      append_tag (all, tokens, type == NEWS_HTML_TOKEN_END_TAG);

  return g_string_free_and_steal (all);
}

static void
assert_tokens (const char *html, const char *expected)
{
  g_autofree char *tokens = dup_tokens (html, strlen (html));

  g_assert_cmpstr (tokens, ==, expected);
}

static void
test_tags (void)
{
  assert_tokens ("", "");
  assert_tokens ("text", "|text|");
  assert_tokens ("<p>x</p>", "<p>|x|</p>");
  assert_tokens ("<P>x</P  class=a>", "<p>|x|</p>");
  assert_tokens ("<My-Tag>x</my-tag/>", "<my-tag>|x|</my-tag>");
  assert_tokens ("<o:p>x", "<o:p>|x|");
  assert_tokens ("<p><b>", "<p><b>");
  assert_tokens ("<br/><br /><br / >", "<br/><br/><br>");
  assert_tokens ("<scripty>x", "<scripty>|x|");
  assert_tokens ("中文<b>字", "|中文|<b>|字|");
}

static void
test_attributes (void)
{
  assert_tokens ("<p title=\"a > b\">x", "<p title=\"a > b\">|x|");
  assert_tokens ("<p title='<!--'>x", "<p title=\"<!--\">|x|");
  assert_tokens ("<a href=x/y/>z", "<a href=\"x/y/\">|z|");
  assert_tokens ("<p a=\"b\"c='d' e=f g H>", "<p a=\"b\" c=\"d\" e=\"f\" g=\"\" h=\"\">");
  assert_tokens ("<p\n\tx = y>", "<p x=\"y\">");
  assert_tokens ("<p =x==y>", "<p =x=\"=y\">");
  assert_tokens ("<p a=>x", "<p a=\"\">|x|");
  assert_tokens ("<p a=''/>x", "<p a=\"\"/>|x|");
  assert_tokens ("<p/a/b>", "<p a=\"\" b=\"\">");
  assert_tokens ("<p a=b a=c>", "<p a=\"b\" a=\"c\">");
  assert_tokens ("<p a=x&amp;y b='&#8217;&rsquo;&colon;'>", "<p a=\"x&y\" b=\"’’:\">");
  assert_tokens ("<p a=\"?x=1&copy=2&y\">", "<p a=\"?x=1&copy=2&y\">");
}

static void
test_dropped (void)
{
  assert_tokens ("a<!-- b -->c", "|ac|");
  assert_tokens ("a<!-->b", "|ab|");
  assert_tokens ("a<!--->b", "|ab|");
  assert_tokens ("a<!-- - -- -> --->b", "|ab|");
  assert_tokens ("a<!-- x --!>b", "|ab|");
  assert_tokens ("a<!-- x", "|a|");
  assert_tokens ("a<!--", "|a|");
  assert_tokens ("a<!--x--", "|a|");
  assert_tokens ("<!DOCTYPE html><?xml x?>a<![if !mso]>b<![endif]>", "|ab|");
  assert_tokens ("a<script>if (a < b) '</p>'</script>b", "|ab|");
  assert_tokens ("a<script src='>'>\"<!--\"</SCRIPT >b", "|ab|");
  assert_tokens ("a<style>p { }</style>b", "|ab|");
  assert_tokens ("a<script>x", "|a|");
  assert_tokens ("a<script>x</scripts>y", "|a|");
  assert_tokens ("a</ b>c</>d", "|acd|");
  assert_tokens ("<![CDATA[<p>x</p>]]>y]]>", "<p>|x|</p>|y]]>|");
}

static void
test_references (void)
{
  assert_tokens ("&amp;&lt;b&gt; &unknown; & &", "|&<b> &unknown; & &|");
  assert_tokens ("caf&eacute;&nbsp;&rsquo;&hellip;", "|café\u00a0’…|");
  assert_tokens ("&rsquo &rsquo", "|&rsquo &rsquo|");
  assert_tokens ("&lpar;&rpar;&NewLine;", "|()\n|");
  assert_tokens ("&#8217;&#x2019;&#X2019;&#08217;&#8217", "|’’’’’|");
  assert_tokens ("&#128;&#x9f;", "|€Ÿ|");
  assert_tokens ("&#0;&#55296;&#xd800;&#99999999999999;&#x110000;", "");
  assert_tokens ("&#x1f600;", "|😀|");
  assert_tokens ("&#;&#x;&#", "|&#;&#x;&#|");
  assert_tokens ("&amp;lt;", "|&lt;|");
}

/* No tags, and what the source ends in. */
static void
test_ends (void)
{
  assert_tokens ("1 < 2 <3 <<x>", "|1 < 2 <3 <|<x>");
  assert_tokens ("<", "|<|");
  assert_tokens ("</", "|</|");
  assert_tokens ("a <img src=x", "|a |<img src=\"x\">");
  assert_tokens ("a <img alt=\"x", "|a |<img alt=\"x\">");
  assert_tokens ("<img alt", "<img alt=\"\">");
  assert_tokens ("<x-y", "<x-y>");
  assert_tokens ("</p", "</p>");
}

/* Wherever a source ends, nothing behind it is read, and all has room. */
static void
test_cut (void)
{
  const char *const sources[] = {
    "<x-y a='&rsquo;' b=c d>t&hellip;&#8217;<!-- x --!><script>x</script></x-y>",
    "<![CDATA[x]]>&#x2019;<style>a</style><p/></p>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    for (gsize length = 0; length <= strlen (sources[i]); length++)
      {
        g_autofree char *tokens = dup_tokens (sources[i], length);

        g_assert_true (g_utf8_validate (tokens, -1, NULL));
      }
}

static void
test_many (void)
{
  g_autoptr (GString) html = g_string_new ("<p");
  g_autofree char *tokens = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (html, " a%u=v", i);
  g_string_append (html, ">text");
  tokens = dup_tokens (html->str, html->len);

  g_assert_nonnull (strstr (tokens, " a99=\"v\""));
  g_assert_null (strstr (tokens, " a100="));
  g_assert_true (g_str_has_suffix (tokens, ">|text|"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-tokenizer/tags", test_tags);
  g_test_add_func ("/html-tokenizer/attributes", test_attributes);
  g_test_add_func ("/html-tokenizer/dropped", test_dropped);
  g_test_add_func ("/html-tokenizer/references", test_references);
  g_test_add_func ("/html-tokenizer/ends", test_ends);
  g_test_add_func ("/html-tokenizer/cut", test_cut);
  g_test_add_func ("/html-tokenizer/many", test_many);

  return g_test_run ();
}
