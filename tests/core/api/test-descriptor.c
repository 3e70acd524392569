/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "api-test.h"

#include <string.h>

/* Every kind of member once. */
static const char text[]
  = "{ \"format\": 1, \"id\": \"test-api\", \"name\": \"Test\","
    "  \"parameters\": { \"api\": { \"type\": \"address\" },"
    "    \"kind\": { \"type\": \"text\", \"default\": \"posts\" } },"
    "  \"discover\": { \"sets\": \"api\", \"ends\": \"/\", \"has\": \"test\", \"ways\": ["
    "    { \"how\": \"probe\", \"url\": \"{typed}\" },"
    "    { \"how\": \"link-header\", \"url\": \"{typed}\", \"rel\": \"x\" },"
    "    { \"how\": \"html-link\", \"url\": \"{host}\", \"rel\": \"x\", \"types\": \"a/b\" } ] },"
    "  \"requests\": {"
    "    \"site\": { \"url\": \"{api}\", \"map\": { \"name\": \"name\" } },"
    "    \"list\": { \"url\": \"{api}{kind}\", \"query\": { \"s\": \"{section?}\", \"n\": \"5\" },"
    "      \"headers\": { \"X-Kind\": \"{kind}\" }, \"rows\": \"rows[*]\","
    "      \"paging\": { \"style\": \"page\", \"param\": \"p\" } },"
    "    \"item\": { \"like\": \"list\", \"url\": \"{api}item/{article}\", \"rows\": \"row\","
    "      \"query\": { \"n\": \"1\", \"s\": null, \"x\": \"all\" }, \"paging\": null } },"
    "  \"article\": { \"id\": \"id\", \"title\": \"t\", \"url\": \"u\","
    "    \"picture\": { \"files\": [ { \"url\": \"p\" } ], \"alt\": \"a\" } },"
    "  \"errors\": { \"rules\": [ { \"status\": [404], \"means\": \"gone\" } ] } }";

/* What is wrong with a descriptor, and what the error has to say. */
static const struct
{
  const char *was;
  const char *now;
  const char *says;
} mistakes[] = {
  { "\"format\": 1", "\"format\": 2", "format: this is not 1" },
  { "\"format\": 1, ", "", "format: this is not 1" },
  { "test-api", "Test API", "id: “Test API”" },
  { "\"name\": \"Test\",", "", "the member “name” is missing" },
  { "\"name\": \"Test\"", "\"name\": 7", "the member “name” is not a text" },
  { "\"name\": \"Test\"", "\"name\": \"Test\", \"script\": {}",
    "the descriptor: there is no member “script”" },
  { "\"name\": \"Test\"", "\"name\": \"Test\", \"auth\": { \"cookie\": \"x\" }",
    "auth: there is no member “cookie”" },
  { "\"name\": \"Test\"", "\"name\": \"Test\", \"auth\": { \"query\": { \"k\": \"{token}\" } }",
    "auth.query: there is nothing that “token”" },
  { "\"name\": \"Test\"", "\"name\": \"Test\", \"cost\": { \"per_day\": -1 }",
    "cost: the member “per_day”" },
  { "\"name\": \"Test\"", "\"name\": \"Test\", \"terms\": { \"url\": \"x\" }",
    "terms: “x” is not an address" },
  { "\"title\": \"t\",",
    "\"title\": \"t\", \"key_points\": { \"path\": \"k[*]\", \"join\": \" \" },",
    "article.key_points: the member “join” has no meaning" },
  { "\"title\": \"t\",",
    "\"title\": \"t\", \"key_points_html\": { \"path\": \"k\", \"split\": \" \" },",
    "article.key_points_html: the member “split” has no meaning" },
  { "\"type\": \"address\"", "\"type\": \"number\"",
    "parameters.api: the member “type” can't be “number”" },
  { "\"type\": \"address\"", "\"type\": \"choice\"",
    "parameters.api: the member “choices” is missing" },
  { "\"type\": \"text\", ", "", "parameters.kind: the member “type” is missing" },
  { "\"type\": \"text\"", "\"type\": \"text\", \"label\": { \"de\": \"Art\" }",
    "parameters.kind.label: the member “en” is missing" },
  { "\"type\": \"text\"", "\"type\": \"text\", \"label\": { \"en\": \"Kind\", \"de\": 7 }",
    "parameters.kind.label: the member “de” is not a text" },
  { "\"kind\": {", "\"Kind\": {", "“Kind” is not a name" },
  { "\"type\": \"address\"", "\"type\": \"address\", \"default\": \"x\"", "parameters.api: “x”" },
  { "\"sets\": \"api\"", "\"sets\": \"kid\"", "discover: there is no parameter “kid”" },
  { "\"sets\": \"api\"", "\"sets\": \"kind\"", "discover.ways[0]: what the way finds" },
  { "\"has\": \"test\", ", "", "discover: a probe needs" },
  { "\"has\": \"test\"", "\"has\": \"te st\"", "discover.has: the path" },
  { "\"how\": \"probe\"", "\"how\": \"guess\"",
    "discover.ways[0]: the member “how” can't be “guess”" },
  { "\"how\": \"probe\"", "\"rel\": \"x\", \"how\": \"probe\"",
    "discover.ways[0]: the member “rel” has no" },
  { "\"url\": \"{typed}\", \"rel\": \"x\"", "\"url\": \"{typed}\"",
    "discover.ways[1]: the member “rel” is missing" },
  { "{host}", "{api}", "discover.ways[2]: “url” can't have “api”" },
  { "{host}", "{host", "discover.ways[2].url: the template" },
  { "\"map\": { \"name\"", "\"map\": { \"nmae\"", "requests.site.map: there is no member “nmae”" },
  { ", \"map\": { \"name\": \"name\" }", "", "requests.site: the member “map” is missing" },
  { "\"url\": \"{api}\"", "\"url\": \"{section}\"",
    "requests.site.url: there is nothing that “section”" },
  { "\"url\": \"{api}\"", "\"url\": \"api/x\"", "requests.site.url: it begins neither" },
  { "\"url\": \"{api}{kind}\"", "\"url\": \"{kind}\"", "requests.list.url: it begins neither" },
  { "\"url\": \"{api}{kind}\"", "\"url\": \"ftp://x/\"", "requests.list.url: it begins neither" },
  { "\"url\": \"{api}{kind}\"", "\"url\": \"file:///etc/passwd\"",
    "requests.list.url: it begins neither" },
  { "\"url\": \"{api}{kind}\"", "\"url\": \"https://{kind}/x\"",
    "requests.list.url: it does not say to which host" },
  { "\"url\": \"{api}{kind}\"", "\"url\": \"https://a.example{kind}/x\"",
    "requests.list.url: it does not say to which host" },
  { "\"url\": \"{api}{kind}\"", "\"url\": \"https://a.example@{kind}.b/x\"",
    "requests.list.url: it does not say to which host" },
  { "{section?}", "{article?}", "requests.list.query: there is nothing that “article”" },
  { "{section?}", "{section", "requests.list.query: the template" },
  { "\"n\": \"5\"", "\"n\": 5", "requests.list.query: the member “n” is not a text" },
  { "rows[*]", "rows[", "requests.list.rows: the path" },
  { "\"style\": \"page\"", "\"style\": \"week\"",
    "requests.list.paging: the member “style” can't" },
  { "\"style\": \"page\", \"param\": \"p\"", "\"style\": \"date\"",
    "requests.list: a “date” paging goes with {day}" },
  { "{section?}", "{day:%F}", "requests.list: a “date” paging goes with {day}" },
  { "{section?}", "{day}", "requests.list.query: “day” needs a form" },
  { "{section?}", "{section:%F}", "requests.list.query: “section” is not a time" },
  { "\"like\": \"list\"", "\"like\": \"sections\"", "requests.item: it can't be like “sections”" },
  { "\"like\": \"list\"", "\"like\": \"item\"", "requests.item: it can't be like “item”" },
  { "\"paging\": null", "\"paging\": null, \"follow\": { \"ask\": \"item\" }",
    "requests.item: the member “follow” has no meaning" },
  { "\"n\": \"5\"", "\"n\": \"{query}\"", "requests.list.query: there is nothing that “query”" },
  { "\"site\": {", "\"remove\": { \"url\": \"{api}\" }, \"site\": {",
    "requests: there is no member “remove”" },
  { "\"list\": {", "\"sections\": {", "requests.sections" },
  { "\"id\": \"id\", ", "", "article: the member “id” is missing" },
  { "\"title\": \"t\"", "\"title\": { \"via\": \"x\" }", "article.title" },
  { "\"title\": \"t\"", "\"title\": \"t\", \"body_markdown\": \"m\"",
    "article: there is no member “body_markdown”" },
  { "\"files\": [ { \"url\": \"p\" } ], ", "", "article.picture: a picture has no" },
  { "{ \"url\": \"p\" }", "{ \"width\": \"w\" }",
    "article.picture.files[0]: the member “url” is missing" },
  { "{ \"url\": \"p\" }", "{ \"url\": \"p\", \"rows\": \"r[\" }", "article.picture.files[0].rows" },
  { "\"alt\": \"a\"", "\"html\": \"h\"", "html" },
  { "\"means\": \"gone\"", "\"means\": \"lost\"", "errors.rules[0]: the member “means” can't" },
  { "{ \"format\"", "[ \"format\"", "test.json" },
  { "\"format\": 1,", "\"format\": 1,,", "test.json" },
};

static void
test_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsDescriptor) descriptor = api_test_parse (text, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (news_descriptor_get_id (descriptor), ==, "test-api");
  g_assert_cmpuint (news_descriptor_get_n_ways (descriptor), ==, 3);
  g_assert_true (news_descriptor_can (descriptor, NEWS_ASK_ITEM));
  g_assert_false (news_descriptor_can (descriptor, NEWS_ASK_SECTIONS));
}

static void
test_mistakes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GString) changed = g_string_new (text);
      g_autoptr (NewsDescriptor) descriptor = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s -> %s", mistakes[i].was, mistakes[i].now);
      g_assert_cmpuint (g_string_replace (changed, mistakes[i].was, mistakes[i].now, 1), ==, 1);
      descriptor = api_test_parse (changed->str, &error);
      g_assert_null (descriptor);
      g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, "test.json: "));
      g_assert_nonnull (strstr (error->message, mistakes[i].says));
    }
}

/* A request that is like another one takes what it does not say itself. */
static void
test_like (void)
{
  g_autoptr (NewsDescriptor) descriptor = api_test_parse (text, NULL);
  g_autoptr (NewsSource) source = api_test_source ("test-api", "https://a.example/x/");
  NewsQuestion one = { NEWS_ASK_ITEM, NULL, "7", NULL };
  NewsQuestion all = { NEWS_ASK_LIST, "arts", NULL, NULL };
  g_autoptr (NewsCall) list = news_descriptor_prepare (descriptor, source, &all, NULL);
  g_autoptr (NewsCall) item = news_descriptor_prepare (descriptor, source, &one, NULL);

  g_assert_cmpstr (list->url, ==, "https://a.example/x/posts?s=arts&n=5&p=1");
  g_assert_cmpstr (item->url, ==, "https://a.example/x/item/7?n=1&x=all");
  g_assert_cmpstr (g_hash_table_lookup (item->headers, "X-Kind"), ==, "posts");
}

static void
test_empty (void)
{
  static const char *const texts[]
    = { "", " ", "null", "[]", "3", "\xff", "{ \"form\xff\": 1 }", "\"\" {}", "'' {}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (api_test_parse (texts[i], &error));
      g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_too_long (void)
{
  g_autoptr (GString) long_text = g_string_new (text);
  g_autoptr (GError) error = NULL;

  while (long_text->len < 300000)
    g_string_append_c (long_text, ' ');
  g_assert_null (api_test_parse (long_text->str, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_INVALID);
}

/* What a person is asked for is in that person's language, where the descriptor has it. */
static void
test_languages (void)
{
  static const struct
  {
    const char *languages;
    const char *label;
  } cases[] = {
    { "zh_CN", "网址" }, { "zh_TW:de", "網址" }, { "de_AT", "Adresse" },
    { "fr", "Address" }, { "en_GB", "Address" },
  };
  g_autofree char *before = g_strdup (g_getenv ("LANGUAGE"));
  g_autoptr (GString) changed = g_string_new (text);

  g_string_replace (changed, "\"type\": \"address\"",
                    "\"type\": \"address\", \"label\": { \"en\": \"Address\","
                    " \"de\": \"Adresse\", \"zh\": \"网址\", \"zh-TW\": \"網址\" }",
                    1);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsDescriptor) descriptor = NULL;

      g_setenv ("LANGUAGE", cases[i].languages, TRUE);
      descriptor = api_test_parse (changed->str, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (news_descriptor_get_parameter (descriptor, 0)->label, ==, cases[i].label);
    }
  if (before != NULL)
    g_setenv ("LANGUAGE", before, TRUE);
  else
    g_unsetenv ("LANGUAGE");
}

static void
test_shared (void)
{
  g_autoptr (NewsDescriptor) descriptor = api_test_load ("sample");
  g_autoptr (NewsDescriptor) again = news_descriptor_ref (descriptor);

  g_assert_true (again == descriptor);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/descriptor/good", test_good);
  g_test_add_func ("/descriptor/mistakes", test_mistakes);
  g_test_add_func ("/descriptor/like", test_like);
  g_test_add_func ("/descriptor/empty", test_empty);
  g_test_add_func ("/descriptor/too-long", test_too_long);
  g_test_add_func ("/descriptor/languages", test_languages);
  g_test_add_func ("/descriptor/shared", test_shared);

  return g_test_run ();
}
