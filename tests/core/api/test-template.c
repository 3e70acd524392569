/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-answer.h"
#include "news-template.h"

#include <string.h>

static void
test_expand (void)
{
  static const struct
  {
    const char *text;
    NewsTemplateKind kind;
    const char *values[3];
    const char *expanded; /* NULL if it can't be */
  } cases[] = {
    { "https://a.example/", NEWS_TEMPLATE_ADDRESS, { NULL }, "https://a.example/" },
    { "{api}wp/v2/{r}/{id}",
      NEWS_TEMPLATE_ADDRESS,
      { "https://a.example/?rest_route=/", "posts", "7" },
      "https://a.example/?rest_route=/wp/v2/posts/7" },
    { "https://a.example/{id}",
      NEWS_TEMPLATE_ADDRESS,
      { "a/b c?d#\xe5\x9b\xbe" },
      "https://a.example/a%2Fb%20c%3Fd%23%E5%9B%BE" },
    { "https://a.example/{id:path}",
      NEWS_TEMPLATE_ADDRESS,
      { "a/b c" },
      "https://a.example/a/b%20c" },
    { "https://a.example/{id:path}", NEWS_TEMPLATE_ADDRESS, { "a/../b" }, NULL },
    { "https://a.example/{id}", NEWS_TEMPLATE_ADDRESS, { ".." }, NULL },
    { "https://{lang}.a.example/",
      NEWS_TEMPLATE_ADDRESS,
      { "zh-hans" },
      "https://zh-hans.a.example/" },
    { "https://{lang}.a.example/", NEWS_TEMPLATE_ADDRESS, { "evil.example/?" }, NULL },
    { "https://{lang}.a.example/", NEWS_TEMPLATE_ADDRESS, { "me@evil" }, NULL },
    { "https://a.example{x?}", NEWS_TEMPLATE_ADDRESS, { NULL }, "https://a.example" },
    { "{section?}", NEWS_TEMPLATE_QUERY, { NULL }, "" },
    { "{section?}", NEWS_TEMPLATE_QUERY, { "a&b=c" }, "a%26b%3Dc" },
    { "{q}", NEWS_TEMPLATE_QUERY, { "." }, "." },
    { "{section}", NEWS_TEMPLATE_QUERY, { "" }, NULL },
    { "{section!1?3}", NEWS_TEMPLATE_QUERY, { "news" }, "1" },
    { "{section!1?3}", NEWS_TEMPLATE_QUERY, { NULL }, "3" },
    { "{section!1?}", NEWS_TEMPLATE_QUERY, { NULL }, "" },
    { "{section!1}", NEWS_TEMPLATE_QUERY, { NULL }, NULL },
    { "https://a.example/{x:path!in/it?}",
      NEWS_TEMPLATE_ADDRESS,
      { "b" },
      "https://a.example/in/it" },
    { "Bearer {key}", NEWS_TEMPLATE_TEXT, { "a b/c" }, "Bearer a b/c" },
    { "{a} and {b?}{a}", NEWS_TEMPLATE_TEXT, { "1", NULL, "1" }, "1 and 1" },
    { "plain", NEWS_TEMPLATE_TEXT, { NULL }, "plain" },
    { "", NEWS_TEMPLATE_TEXT, { NULL }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsTemplate) template = news_template_new (cases[i].text, cases[i].kind, &error);
      g_autofree char *expanded = NULL;
      guint culprit = 99;

      g_assert_no_error (error);
      expanded = news_template_expand (template, cases[i].values, &culprit);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (expanded, ==, cases[i].expanded);
      g_assert_cmpuint (culprit, ==, expanded != NULL ? 99 : 0);
    }
}

static void
test_names (void)
{
  g_autoptr (NewsTemplate) template
    = news_template_new ("{api}x/{id:path}?{q?}", NEWS_TEMPLATE_ADDRESS, NULL);

  g_assert_cmpuint (news_template_get_n_names (template), ==, 3);
  g_assert_cmpstr (news_template_get_name (template, 0), ==, "api");
  g_assert_cmpstr (news_template_get_name (template, 1), ==, "id");
  g_assert_cmpstr (news_template_get_name (template, 2), ==, "q");
  g_assert_false (news_template_is_optional (template, 1));
  g_assert_true (news_template_is_optional (template, 2));
}

static void
test_mistakes (void)
{
  static const struct
  {
    const char *text;
    NewsTemplateKind kind;
    const char *says;
  } cases[] = {
    { "{a", NEWS_TEMPLATE_TEXT, "closing brace" },
    { "a}", NEWS_TEMPLATE_TEXT, "opening brace" },
    { "{a{b}}", NEWS_TEMPLATE_TEXT, "closing brace" },
    { "{}", NEWS_TEMPLATE_TEXT, "name is missing" },
    { "{?}", NEWS_TEMPLATE_TEXT, "name is missing" },
    { "x{:path}", NEWS_TEMPLATE_ADDRESS, "name is missing" },
    { "{a:path}", NEWS_TEMPLATE_QUERY, ":path" },
    { "{a:path}x", NEWS_TEMPLATE_ADDRESS, ":path" },
    { "https://{a:path}/", NEWS_TEMPLATE_ADDRESS, ":path" },
    { "{a!}", NEWS_TEMPLATE_QUERY, "no text" },
    { "{!b}", NEWS_TEMPLATE_QUERY, "name is missing" },
    { "{a!https://b.example/}", NEWS_TEMPLATE_ADDRESS, "no meaning" },
    { "https://{a!b}.example/", NEWS_TEMPLATE_ADDRESS, "no meaning" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsTemplate) template = news_template_new (cases[i].text, cases[i].kind, &error);

      g_assert_null (template);
      g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/expand", test_expand);
  g_test_add_func ("/template/names", test_names);
  g_test_add_func ("/template/mistakes", test_mistakes);

  return g_test_run ();
}
