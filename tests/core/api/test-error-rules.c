/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "api-test.h"
#include "news-error-rules.h"
#include "news-json-text.h"

#include <string.h>

static const char rules[] = "{ 'message': { 'or': ['error.message', 'message'] },"
                            "  'rules': [ { 'has': 'code[=end]', 'means': 'end-of-list' },"
                            "    { 'has': 'code[=key]', 'status': [401], 'means': 'key-invalid' },"
                            "    { 'has': 'code[=no_key]', 'means': 'key-missing' },"
                            "    { 'has': 'code[=route]', 'means': 'not-an-api' },"
                            "    { 'status': [402, 403], 'has': 'quota', 'means': 'quota' },"
                            "    { 'body_has': 'one every 5 seconds', 'means': 'rate-limited' },"
                            "    { 'status': [400], 'means': 'bad-request' } ] }";

static const struct
{
  guint status;
  NewsAsk ask;
  const char *body;
  int code;         /* -1: good, -2: the end */
  const char *says; /* a part of the message, or NULL */
} cases[] = {
  { 200, NEWS_ASK_LIST, "[]", -1, NULL },
  { 204, NEWS_ASK_LIST, "", -1, NULL },
  { 400, NEWS_ASK_LIST, "{ 'code': 'end', 'message': 'no more' }", -2, NULL },
  { 200, NEWS_ASK_LIST, "{ 'code': 'end' }", -2, NULL },
  { 401, NEWS_ASK_LIST, "{ 'code': 'key', 'message': 'That key is &quot;old&quot;.' }",
    NEWS_API_ERROR_KEY_INVALID, "That key is \"old\"." },
  { 403, NEWS_ASK_LIST, "{ 'code': 'key' }", NEWS_API_ERROR_BLOCKED, "let" },
  { 200, NEWS_ASK_LIST, "{ 'code': 'no_key', 'error': { 'message': 'A <b>key</b>, please.' } }",
    NEWS_API_ERROR_KEY_MISSING, "A key, please." },
  { 404, NEWS_ASK_LIST, "{ 'code': 'route', 'message': 'No route.' }", NEWS_API_ERROR_UNEXPECTED,
    "“No route.”" },
  { 403, NEWS_ASK_LIST, "{ 'quota': 0 }", NEWS_API_ERROR_QUOTA, "tomorrow" },
  { 200, NEWS_ASK_LIST, "Please limit requests to one every 5 seconds or so.",
    NEWS_API_ERROR_RATE_LIMITED, "too often" },
  { 400, NEWS_ASK_LIST, "{ 'message': '' }", NEWS_API_ERROR_CANNOT, "understand" },
  { 401, NEWS_ASK_LIST, "{ 'message': 7 }", NEWS_API_ERROR_BLOCKED, "7" },
  { 403, NEWS_ASK_LIST, "<html>Just a moment", NEWS_API_ERROR_BLOCKED, "let" },
  { 404, NEWS_ASK_LIST, "<html>", NEWS_API_ERROR_UNEXPECTED, "understands" },
  { 404, NEWS_ASK_ITEM, "<html>", NEWS_API_ERROR_GONE, "no longer" },
  { 410, NEWS_ASK_LIST, "", NEWS_API_ERROR_GONE, "no longer" },
  { 429, NEWS_ASK_LIST, "", NEWS_API_ERROR_RATE_LIMITED, "too often" },
  { 451, NEWS_ASK_LIST, "", NEWS_API_ERROR_BLOCKED, NULL },
  { 500, NEWS_ASK_LIST, "", NEWS_API_ERROR_SERVER, "later" },
  { 503, NEWS_ASK_LIST, "<html>", NEWS_API_ERROR_SERVER, NULL },
  { 599, NEWS_ASK_LIST, "", NEWS_API_ERROR_SERVER, NULL },
  { 302, NEWS_ASK_LIST, "", NEWS_API_ERROR_UNEXPECTED, NULL },
  { 418, NEWS_ASK_LIST, "", NEWS_API_ERROR_UNEXPECTED, NULL },
  { 0, NEWS_ASK_LIST, "", NEWS_API_ERROR_UNEXPECTED, NULL },
};

static void
test_judge (void)
{
  g_autoptr (JsonNode) node = api_test_json (rules);
  g_autoptr (GError) broken = NULL;
  g_autoptr (NewsErrorRules) compiled
    = news_error_rules_new_from_json (node, NULL, "errors", &broken);

  g_assert_no_error (broken);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdelimit (g_strdup (cases[i].body), "'", '"');
      g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
      g_autoptr (JsonNode) root = news_json_text_parse (body);
      g_autoptr (GError) error = NULL;
      NewsReply reply = { cases[i].status, NULL, NULL, body };
      NewsContext context = api_test_context (root);
      NewsVerdict verdict
        = news_error_rules_judge (compiled, &context, &reply, cases[i].ask, &error);

      g_test_message ("%u %s: %s", cases[i].status, text, error != NULL ? error->message : "-");
      if (cases[i].code < 0)
        {
          g_assert_no_error (error);
          g_assert_cmpint (verdict, ==, cases[i].code == -1 ? NEWS_VERDICT_GOOD : NEWS_VERDICT_END);
          continue;
        }
      g_assert_cmpint (verdict, ==, NEWS_VERDICT_ERROR);
      g_assert_error (error, NEWS_API_ERROR, cases[i].code);
      g_assert_true (cases[i].says == NULL || strstr (error->message, cases[i].says) != NULL);
    }
}

/* A whole page is no message, and no message at all is none. */
static void
test_long_message (void)
{
  g_autoptr (JsonNode) node = api_test_json ("{ 'message': 'm' }");
  g_autoptr (NewsErrorRules) compiled = news_error_rules_new_from_json (node, NULL, "errors", NULL);
  g_autoptr (GString) text = g_string_new ("{ 'm': '");
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GBytes) body = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;
  NewsReply reply = { 500, NULL, NULL, body };
  NewsContext context;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "words ");
  g_string_append (text, "' }");
  root = api_test_json (text->str);
  context = api_test_context (root);
  news_error_rules_judge (compiled, &context, &reply, NEWS_ASK_LIST, &error);
  g_assert_null (strstr (error->message, "words words"));
}

static void
test_mistakes (void)
{
  static const struct
  {
    const char *rules;
    const char *says;
  } mistakes[] = {
    { "[]", "errors: this is not an object" },
    { "{ 'rule': [] }", "“rule”" },
    { "{ 'rules': {} }", "not a list" },
    { "{ 'rules': [{ 'means': 'gone' }] }", "errors.rules[0]: there is neither" },
    { "{ 'rules': [{ 'status': [404] }] }", "“means” is missing" },
    { "{ 'rules': [{ 'status': [404], 'means': 'lost' }] }", "“lost”" },
    { "{ 'rules': [{ 'status': [4], 'means': 'gone' }] }", "status[0]" },
    { "{ 'rules': [{ 'status': ['404'], 'means': 'gone' }] }", "status[0]" },
    { "{ 'rules': [{ 'status': 404, 'means': 'gone' }] }", "not a list" },
    { "{ 'rules': [{ 'has': 'a[', 'means': 'gone' }] }", "errors.rules[0].has" },
    { "{ 'rules': [{ 'status': [429], 'means': 'rate-limited', 'retry': 'header:Retry-After' }] }",
      "“retry”" },
    { "{ 'message': 'a[' }", "errors.message" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (JsonNode) node = api_test_json (mistakes[i].rules);
      g_autoptr (GError) error = NULL;

      g_assert_null (news_error_rules_new_from_json (node, NULL, "errors", &error));
      g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, mistakes[i].says));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error-rules/judge", test_judge);
  g_test_add_func ("/error-rules/long-message", test_long_message);
  g_test_add_func ("/error-rules/mistakes", test_mistakes);

  return g_test_run ();
}
