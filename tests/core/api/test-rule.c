/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "api-test.h"
#include "news-rule.h"

#include <string.h>

static const char row[]
  = "{ 'title': '  A <em>title</em> &amp; more ', 'none': null, 'empty': '', 'blank': '  ',"
    "  'number': 42, 'half': 1.5, 'minus': -3, 'flag': true, 'off': false, 'object': { 'x': 1 },"
    "  'names': ['Ida', null, 'Tom', 'Ida', ' '], 'tags': 'one, two,, one', 'code': 'b',"
    "  'when': 'soon', 'day': '2026-11-23', 'moment': '2026-11-23T10:00:00Z', 'zero': 0,"
    "  'locale': 'zh_CN.UTF-8', 'link': '/x', 'id': 'a b/c' }";

static NewsRule *
compile (const char *text, NewsRuleKind kind, GError **error)
{
  g_autoptr (JsonNode) node = api_test_json (text);

  return news_rule_new_from_json (node, kind, NULL, "article.x", error);
}

static void
test_text (void)
{
  static const struct
  {
    const char *rule;
    const char *text;
  } cases[] = {
    { "'title'", "A <em>title</em> &amp; more" },
    { "'number'", "42" },
    { "'half'", "1.5" },
    { "'none'", NULL },
    { "'empty'", NULL },
    { "'blank'", NULL },
    { "'flag'", NULL },
    { "'object'", NULL },
    { "'names'", NULL },
    { "'names[*]'", "Ida" },
    { "'missing'", NULL },
    { "{ 'path': 'title', 'via': 'html-to-text' }", "A title & more" },
    { "{ 'path': 'title', 'via': ['html-decode'] }", "A <em>title</em> & more" },
    { "{ 'path': 'names[*]', 'join': ', ' }", "Ida, Tom" },
    { "{ 'path': 'none', 'join': ', ' }", NULL },
    { "{ 'or': ['none', 'blank', 'object', 'code', 'title'] }", "b" },
    { "{ 'or': ['none', { 'const': 'fixed' }] }", "fixed" },
    { "{ 'or': [{ 'or': ['none', 'title'], 'via': 'html-to-text' }, 'code'], 'via': "
      "'html-decode' }",
      "A title & more" },
    { "{ 'all': ['code', 'number', 'none', 'code'], 'join': '-' }", "b-42" },
    { "{ 'path': 'code', 'table': { 'a': 'Arts', 'b': 'Books' } }", "Books" },
    { "{ 'path': 'number', 'table': { 'a': 'Arts' } }", NULL },
    { "{ 'or': [{ 'path': 'number', 'table': { 'a': 'Arts' } }, 'number'] }", "42" },
    { "{ 'path': 'code', 'unless': 'flag' }", NULL },
    { "{ 'path': 'code', 'unless': ['off', 'none', 'zero'] }", "b" },
    { "{ 'path': 'code', 'unless': ['off', 'number'] }", NULL },
    { "{ 'template': 'No. {number} of {code}{none?}' }", "No. 42 of b" },
    { "{ 'template': 'No. {none}' }", NULL },
    { "{ 'address': 'https://a.example/{id}?x={number}' }", "https://a.example/a%20b%2Fc?x=42" },
    { "{ 'path': 'locale', 'via': 'language' }", "zh-CN" },
    { "{ 'path': 'link', 'via': 'resolve' }", "https://base.example/x" },
    { "{ 'path': 'link', 'via': 'address' }", NULL },
    { "{ 'path': 'blank', 'via': 'html-to-text' }", NULL },
  };
  g_autoptr (JsonNode) root = api_test_json (row);
  NewsContext context = api_test_context (root);

  context.base = "https://base.example/story";
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsRule) rule = compile (cases[i].rule, NEWS_RULE_TEXT, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = news_rule_dup_text (rule, &context);
      g_test_message ("%s", cases[i].rule);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Where one line is wanted, there is one, whatever the answer and the rule make of it. */
static void
test_line (void)
{
  g_autoptr (JsonNode) root
    = json_from_string ("{ \"x\": \" one\\n two\\tthree  four \\u0007 \", \"b\": \"\\n\" }", NULL);
  NewsContext context = api_test_context (root);
  g_autoptr (NewsRule) line = compile ("'x'", NEWS_RULE_LINE, NULL);
  g_autoptr (NewsRule) text = compile ("'x'", NEWS_RULE_TEXT, NULL);
  g_autoptr (NewsRule) list = compile ("{ 'all': ['x', 'b'] }", NEWS_RULE_LIST, NULL);
  g_autoptr (NewsRule) joined = compile ("{ 'path': 'x', 'join': ', ' }", NEWS_RULE_LINE, NULL);
  g_autofree char *one = news_rule_dup_text (line, &context);
  g_autofree char *raw = news_rule_dup_text (text, &context);
  g_autofree char *names = news_rule_dup_text (joined, &context);
  g_auto (GStrv) values = news_rule_dup_list (list, &context);

  g_assert_cmpstr (one, ==, "one two three four");
  g_assert_cmpstr (raw, ==, "one\n two\tthree  four \a");
  g_assert_cmpstr (names, ==, "one two three four");
  g_assert_cmpuint (g_strv_length (values), ==, 1);
  g_assert_cmpstr (values[0], ==, "one two three four");
}

static void
test_list (void)
{
  static const struct
  {
    const char *rule;
    const char *list;
  } cases[] = {
    { "'names[*]'", "Ida|Tom" },
    { "'names'", "" },
    { "'code'", "b" },
    { "'none'", "" },
    { "{ 'path': 'tags', 'split': ',' }", "one|two" },
    { "{ 'or': ['object[*]', 'names[*]', 'code'] }", "Ida|Tom" },
    { "{ 'all': ['names[*]', 'code', { 'path': 'tags', 'split': ',' }, 'names[0]'] }",
      "Ida|Tom|b|one|two" },
    { "{ 'path': 'names[*]', 'table': { 'Tom': 'T' } }", "T" },
  };
  g_autoptr (JsonNode) root = api_test_json (row);
  NewsContext context = api_test_context (root);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsRule) rule = compile (cases[i].rule, NEWS_RULE_LIST, &error);
      g_auto (GStrv) list = NULL;
      g_autofree char *joined = NULL;

      g_assert_no_error (error);
      list = news_rule_dup_list (rule, &context);
      joined = api_test_join (list);
      g_test_message ("%s", cases[i].rule);
      g_assert_cmpstr (joined, ==, cases[i].list);
      g_assert_true (list == NULL || *list != NULL);
    }
}

static void
test_number (void)
{
  static const struct
  {
    NewsRuleKind kind;
    const char *rule;
    gint64 number; /* -9 for none */
  } cases[] = {
    { NEWS_RULE_NUMBER, "'number'", 42 },
    { NEWS_RULE_NUMBER, "'half'", 1 },
    { NEWS_RULE_NUMBER, "'zero'", 0 },
    { NEWS_RULE_NUMBER, "'minus'", -9 },
    { NEWS_RULE_NUMBER, "'code'", -9 },
    { NEWS_RULE_NUMBER, "{ 'or': ['none', 'code', 'number'] }", 42 },
    { NEWS_RULE_DATE, "{ 'path': 'moment', 'date': 'rfc3339' }", 1795428000 },
    { NEWS_RULE_DATE, "{ 'path': 'day', 'date': ['rfc3339', 'date'] }", 1795392000 },
    { NEWS_RULE_DATE, "{ 'path': 'when', 'date': ['rfc3339', 'unix'] }", -9 },
    { NEWS_RULE_DATE, "{ 'path': 'zero', 'date': 'unix' }", -9 },
    { NEWS_RULE_DATE, "{ 'path': 'number', 'date': 'unix' }", 42 },
    { NEWS_RULE_DATE,
      "{ 'or': [{ 'path': 'when', 'date': 'rfc3339' }, { 'path': 'day', 'date': 'date' }] }",
      1795392000 },
    { NEWS_RULE_DATE, "{ 'or': ['when', 'none', 'moment'], 'date': 'rfc3339' }", 1795428000 },
    { NEWS_RULE_DATE, "{ 'path': 'moment', 'date': 'rfc3339', 'unless': 'flag' }", -9 },
  };
  g_autoptr (JsonNode) root = api_test_json (row);
  NewsContext context = api_test_context (root);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsRule) rule = compile (cases[i].rule, cases[i].kind, &error);
      gint64 number = -9;

      g_assert_no_error (error);
      g_test_message ("%s", cases[i].rule);
      g_assert_cmpint (news_rule_get_number (rule, &context, &number), ==, cases[i].number != -9);
      g_assert_cmpint (number, ==, cases[i].number);
    }
}

static void
test_flag (void)
{
  static const struct
  {
    const char *rule;
    gboolean is_true;
  } cases[] = {
    { "'flag'", TRUE },
    { "'off'", FALSE },
    { "'none'", FALSE },
    { "'missing'", FALSE },
    { "'number'", TRUE },
    { "'zero'", FALSE },
    { "{ 'or': ['off', 'none', 'flag'] }", TRUE },
    { "{ 'or': ['off', 'zero'] }", FALSE },
    { "{ 'path': 'flag', 'unless': 'code' }", FALSE },
    { "'names[=Tom]'", TRUE },
  };
  g_autoptr (JsonNode) root = api_test_json (row);
  NewsContext context = api_test_context (root);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsRule) rule = compile (cases[i].rule, NEWS_RULE_FLAG, &error);

      g_assert_no_error (error);
      g_test_message ("%s", cases[i].rule);
      g_assert_cmpint (news_rule_is_true (rule, &context), ==, cases[i].is_true);
    }
}

/* A line of names has its bounds, a list of topics is as long as the answer makes it. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("{ 'n': ['x'");
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (NewsRule) line = compile ("{ 'path': 'n[*]', 'join': ' ' }", NEWS_RULE_TEXT, NULL);
  g_autoptr (NewsRule) list = compile ("'n[*]'", NEWS_RULE_LIST, NULL);
  g_autofree char *joined = NULL;
  g_auto (GStrv) values = NULL;
  g_auto (GStrv) words = NULL;
  NewsContext context;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, ",'%u'", i);
  g_string_append (text, "] }");
  root = api_test_json (text->str);
  context = api_test_context (root);
  joined = news_rule_dup_text (line, &context);
  words = g_strsplit (joined, " ", -1);
  values = news_rule_dup_list (list, &context);

  g_assert_cmpuint (g_strv_length (words), ==, 64);
  g_assert_cmpuint (g_strv_length (values), ==, 50001);
}

/* Of several values, a text is the first. */
static void
test_first (void)
{
  g_autoptr (JsonNode) root = api_test_json ("{ 'a': ['x', 'y'], 'b': 'z' }");
  NewsContext context = api_test_context (root);
  g_autoptr (NewsRule) rule = compile ("{ 'all': ['b', 'a[*]'] }", NEWS_RULE_LIST, NULL);
  g_autofree char *text = news_rule_dup_text (rule, &context);

  g_assert_cmpstr (text, ==, "z");
  g_assert_nonnull (news_rule_find_giver (rule, &context));
}

static void
test_mistakes (void)
{
  static const struct
  {
    NewsRuleKind kind;
    const char *rule;
    const char *says;
  } cases[] = {
    { NEWS_RULE_TEXT, "7", "not an object" },
    { NEWS_RULE_TEXT, "['a']", "not an object" },
    { NEWS_RULE_TEXT, "{}", "exactly one" },
    { NEWS_RULE_TEXT, "{ 'path': 'a', 'or': ['b'] }", "exactly one" },
    { NEWS_RULE_TEXT, "{ 'path': 'a', 'vai': 'html-decode' }", "“vai”" },
    { NEWS_RULE_TEXT, "{ 'path': 'a', 'via': 'markdown' }", "“markdown”" },
    { NEWS_RULE_TEXT, "{ 'path': 'a', 'via': ['html-decode', 3] }", "via[1]" },
    { NEWS_RULE_TEXT, "{ 'path': 'a', 'via': [] }", "via" },
    { NEWS_RULE_TEXT, "{ 'path': 'a..b' }", "character 3" },
    { NEWS_RULE_TEXT, "{ 'or': ['a', { 'path': 'b[' }] }", "article.x.or[1]" },
    { NEWS_RULE_TEXT, "{ 'or': [] }", "empty" },
    { NEWS_RULE_TEXT, "{ 'or': 'a' }", "not a list" },
    { NEWS_RULE_TEXT, "{ 'or': [{ 'or': [{ 'or': [{ 'or': [{ 'or': ['a'] }] }] }] }] }",
      "too many" },
    { NEWS_RULE_TEXT, "{ 'path': 'a', 'date': 'unix' }", "“date” has no meaning" },
    { NEWS_RULE_TEXT, "{ 'path': 'a', 'split': ',' }", "“split” has no meaning" },
    { NEWS_RULE_LIST, "{ 'path': 'a', 'join': ',' }", "“join” has no meaning" },
    { NEWS_RULE_FLAG, "{ 'path': 'a', 'via': 'html-decode' }", "“via” has no meaning" },
    { NEWS_RULE_FLAG, "{ 'const': 'a' }", "only be found by a path" },
    { NEWS_RULE_NUMBER, "{ 'all': ['a'] }", "“all” has no meaning" },
    { NEWS_RULE_DATE, "'a'", "“date” is missing" },
    { NEWS_RULE_DATE, "{ 'or': ['a', 'b'] }", "article.x.or[0]" },
    { NEWS_RULE_DATE, "{ 'path': 'a', 'date': 'now' }", "“now”" },
    { NEWS_RULE_TEXT, "{ 'path': 'a', 'table': { 'b': 3 } }", "article.x.table" },
    { NEWS_RULE_TEXT, "{ 'template': '{a' }", "closing brace" },
    { NEWS_RULE_TEXT, "{ 'template': '{a..b}' }", "character 3" },
    { NEWS_RULE_TEXT, "{ 'path': 'a', 'unless': 'b[' }", "article.x.unless" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsRule) rule = compile (cases[i].rule, cases[i].kind, &error);

      g_test_message ("%s", cases[i].rule);
      g_assert_null (rule);
      g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_assert_true (g_str_has_prefix (error->message, "article.x"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule/text", test_text);
  g_test_add_func ("/rule/line", test_line);
  g_test_add_func ("/rule/list", test_list);
  g_test_add_func ("/rule/number", test_number);
  g_test_add_func ("/rule/flag", test_flag);
  g_test_add_func ("/rule/many", test_many);
  g_test_add_func ("/rule/first", test_first);
  g_test_add_func ("/rule/mistakes", test_mistakes);

  return g_test_run ();
}
