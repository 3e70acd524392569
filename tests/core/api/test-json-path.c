/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "api-test.h"
#include "news-json-path.h"

#include <string.h>

static const char answer[]
  = "{ 'title': { 'rendered': 'A title', 'og:x': 'odd' },"
    "  'names': ['a', 'b', null, 3],"
    "  'terms': [ [ { 'kind': 'tag', 'id': 1 }, { 'kind': 'category', 'id': 2 } ],"
    "             [ { 'kind': 'tag', 'id': 3 }, { 'id': 4 }, 'text' ] ],"
    "  'sizes': { 'small': { 'w': 1 }, 'large': { 'w': 2 }, 'none': null },"
    "  'php': { '0': 'x', '2': 'y' }, 'version': 'https://v.example/1.1',"
    "  'yes': true, 'no': false, 'zero': 0, 'empty': '', 'topics': [7, 8] }";

static gboolean
collect_cb (const NewsValue *value, gpointer data)
{
  NewsValueBuffer buffer;
  const char *word = news_value_peek_word (value, buffer);

  g_string_append_printf (data, "%s,", word != NULL ? word : "-");

  return TRUE;
}

static void
check (const NewsContext *context, const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsJsonPath) path = news_json_path_new (text, context->parameters, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_true (news_json_path_foreach (path, context, collect_cb, found));
  if (!g_str_equal (found->str, expected))
    g_test_message ("the path is %s", text);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_walk (void)
{
  static const struct
  {
    const char *path;
    const char *found;
  } cases[] = {
    { "title.rendered", "A title," },
    { "title['og:x']", "odd," },
    { "title[\"og:x\"]", "odd," },
    { "title.og:x", "odd," },
    { "['title'].rendered", "A title," },
    { "title", "-," },
    { "title.rendered.more", "" },
    { "nothing", "" },
    { "names[0]", "a," },
    { "names[-1]", "3," },
    { "names[-99]", "" },
    { "names[3]", "3," },
    { "names[9]", "" },
    { "names[99999999999999999999]", "" },
    { "names[*]", "a,b,-,3," },
    { "title[*]", "" },
    { "terms[*][*].id", "1,2,3,4," },
    { "terms[*][kind=tag].id", "1,3," },
    { "terms[*][kind!=tag].id", "2,4," },
    { "terms[*][kind^=cat].id", "2," },
    { "terms[1][0].id", "3," },
    { "names[=b]", "b," },
    { "names[=3]", "3," },
    { "sizes.*.w", "1,2," },
    { "sizes.*", "-,-,-," },
    { "title.*", "A title,odd," },
    { "php[*]", "x,y," },
    { "php['2']", "y," },
    { "version[^=https://v.example/]", "https://v.example/1.1," },
    { "version[^='https://w.example/']", "" },
    { "[version^='https://v.example/1'].topics[*]", "7,8," },
    { "[yes=true].zero", "0," },
    { "zero[!=0]", "" },
    { "names[0][!=0]", "a," },
  };
  g_autoptr (JsonNode) root = api_test_json (answer);
  NewsContext context = api_test_context (root);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&context, cases[i].path, cases[i].found);
}

static void
test_origins (void)
{
  g_autoptr (JsonNode) root = api_test_json ("{ 'name': 'root', 'row': { 'name': 'row', 'at': "
                                             "{ 'name': 'at' } } }");
  g_autoptr (JsonNode) parameter = api_test_json ("{ 'kind': { 'type': 'text' } }");
  g_autoptr (NewsParameters) parameters
    = news_parameters_new_from_json (parameter, "parameters", NULL);
  g_autoptr (NewsSource) source = api_test_source ("x", "https://a.example/");
  g_autoptr (GHashTable) headers = g_hash_table_new (g_str_hash, g_str_equal);
  NewsContext context = api_test_context (root);

  context.row = json_object_get_member (json_node_get_object (root), "row");
  context.here = json_object_get_member (json_node_get_object (context.row), "at");
  context.source = source;
  context.headers = headers;
  context.parameters = parameters;
  news_source_set_parameter (source, "kind", "name");
  g_hash_table_insert (headers, (char *) "x-total", (char *) "48");

  check (&context, "name", "at,");
  check (&context, "", "-,");
  check (&context, "^name", "row,");
  check (&context, "^at.name", "at,");
  check (&context, "^^name", "root,");
  check (&context, "^^row.at['name']", "at,");
  check (&context, "header:X-Total", "48,");
  check (&context, "header:X-Nothing", "");
  check (&context, "source:name", "The Test Gazette,");
  check (&context, "source:language", "");
  check (&context, "[{kind}]", "at,");
  check (&context, "^^row[{kind}]", "row,");

  context.source = NULL;
  check (&context, "source:name", "");
  check (&context, "[{kind}]", "");
}

/* What is wrong with a path, and what the error has to say. */
static void
test_mistakes (void)
{
  static const struct
  {
    const char *path;
    const char *says;
  } cases[] = {
    { "a..b", "name is missing at character 3" },
    { "a.", "name is missing at character 3" },
    { ".a", "name is missing at character 1" },
    { "a b", "character 2" },
    { "a[", "comparison is missing" },
    { "a[0", "closing bracket" },
    { "a[b]", "comparison is missing" },
    { "a[b=", "nothing to compare with" },
    { "a[b=c", "closing bracket" },
    { "a['b", "closing quote" },
    { "a['b'", "comparison" },
    { "a]b", "point or bracket" },
    { "a[0]b", "point or bracket" },
    { "a[-0]", "last element" },
    { "a[-]", "comparison" },
    { "a[1:]", "closing bracket" },
    { "a[{x}]", "no such parameter" },
    { "a^", "point or bracket" },
    { "source:password", "no such member" },
    { "header:", "name is missing" },
    { "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z", "too many" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsJsonPath) path = news_json_path_new (cases[i].path, NULL, &error);

      g_assert_null (path);
      g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_predicates (void)
{
  static const struct
  {
    const char *path;
    gboolean holds;
    gboolean is_true;
  } cases[] = {
    { "yes", TRUE, TRUE },         { "no", TRUE, FALSE },    { "zero", TRUE, FALSE },
    { "empty", FALSE, FALSE },     { "sizes", TRUE, FALSE }, { "sizes.none", FALSE, FALSE },
    { "version", TRUE, TRUE },     { "gone", FALSE, FALSE }, { "names[*]", TRUE, TRUE },
    { "names[=c]", FALSE, FALSE },
  };
  g_autoptr (JsonNode) root = api_test_json (answer);
  NewsContext context = api_test_context (root);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NewsJsonPath) path = news_json_path_new (cases[i].path, NULL, NULL);

      g_test_message ("%s", cases[i].path);
      g_assert_cmpint (news_json_path_holds (path, &context), ==, cases[i].holds);
      g_assert_cmpint (news_json_path_is_true (path, &context), ==, cases[i].is_true);
    }
}

static void
test_list (void)
{
  g_autoptr (JsonNode) root = api_test_json (answer);
  NewsContext context = api_test_context (root);
  g_autoptr (NewsJsonPath) names = news_json_path_new ("names[*]", NULL, NULL);
  g_autoptr (NewsJsonPath) missing = news_json_path_new ("missing[*]", NULL, NULL);
  g_autoptr (NewsJsonPath) whole = news_json_path_new ("[*]", NULL, NULL);
  g_autoptr (NewsJsonPath) one = news_json_path_new ("names", NULL, NULL);

  g_assert_true (JSON_NODE_HOLDS_ARRAY (news_json_path_get_list (names, &context)));
  g_assert_null (news_json_path_get_list (missing, &context));
  g_assert_true (news_json_path_get_list (whole, &context) == root);
  g_assert_null (news_json_path_get_list (one, &context));
  g_assert_true (news_json_path_is_list (missing));
  g_assert_false (news_json_path_is_list (one));
}

/* From the root only so many elements are looked at. */
static void
test_budget (void)
{
  g_autoptr (GString) text = g_string_new ("{ 'a': [0");
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GString) from_here = g_string_new (NULL);
  g_autoptr (GString) from_root = g_string_new (NULL);
  g_autoptr (NewsJsonPath) here = news_json_path_new ("a[*]", NULL, NULL);
  g_autoptr (NewsJsonPath) top = news_json_path_new ("^^a[*]", NULL, NULL);
  NewsContext context;

  for (guint i = 1; i < 5000; i++)
    g_string_append (text, ",1");
  g_string_append (text, "] }");
  root = api_test_json (text->str);
  context = api_test_context (root);

  news_json_path_foreach (here, &context, collect_cb, from_here);
  news_json_path_foreach (top, &context, collect_cb, from_root);
  g_assert_cmpuint (from_here->len, ==, 10000);
  g_assert_cmpuint (from_root->len, ==, 200);
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *json;
    const char *text;
  } cases[] = {
    { "12", "12" },
    { "12.0", "12" },
    { "-3", "-3" },
    { "1.5", "1.5" },
    { "1.1", "1.1" },
    { "0.1234567890123456789", "0.12345678901234568" },
    { "1e3", "1000" },
    { "9007199254740993", "9007199254740993" },
    { "9223372036854775806", "9223372036854775806" },
    { "9223372036854775808", NULL },
    { "18446744073709551615", NULL },
    { "1e999", NULL },
    { "-1e999", NULL },
    { "true", NULL },
    { "null", NULL },
    { "''", NULL },
    { "[1]", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = api_test_json (cases[i].json);
      NewsValue value = { node, NULL };
      NewsValueBuffer buffer;

      g_assert_cmpstr (news_value_peek_text (&value, buffer), ==, cases[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-path/walk", test_walk);
  g_test_add_func ("/json-path/origins", test_origins);
  g_test_add_func ("/json-path/mistakes", test_mistakes);
  g_test_add_func ("/json-path/predicates", test_predicates);
  g_test_add_func ("/json-path/list", test_list);
  g_test_add_func ("/json-path/budget", test_budget);
  g_test_add_func ("/value/numbers", test_numbers);

  return g_test_run ();
}
