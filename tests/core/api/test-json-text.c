/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-json-text.h"

#include <string.h>

static char *
parse (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (JsonNode) node = news_json_text_parse (bytes);

  return node != NULL ? json_to_string (node, FALSE) : NULL;
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *json;
  } cases[] = {
    { "[1]", "[1]" },
    { " \r\n[1]\n", "[1]" },
    { "\xef\xbb\xbf{\"a\":1}", "{\"a\":1}" },
    { "null", "null" },
    { "\"word\"", "\"word\"" },
    { "[]", "[]" },

    /* What sites put before and after it. */
    { "<br />\n<b>Warning</b>:  x in <b>/y.php</b> on line <b>3</b><br />\n[1]", "[1]" },
    { "Notice: undefined index [x] in y.php\n{\"a\":[1]}", "{\"a\":[1]}" },
    { "[23-Nov-2026] PHP Warning: x\n{\"a\":1}", "{\"a\":1}" },
    { "<br /><b>Warning</b>: x in <b>/y.php</b> on line <b>3</b><br />[1]", "[1]" },
    { "<font size='1'><table class='xdebug-error'><tr><td>x</table></font>\n[1]", "[1]" },
    { "<!-- served by a cache -->\n<!-- twice -->{\"a\":1}", "{\"a\":1}" },
    { "[1]\n<!-- served by a cache -->", "[1]" },
    { "{\"a\":\"]}\\\"\"} trailing", "{\"a\":\"]}\\\"\"}" },

    /* What is broken within. */
    { "[\"a\xff\xfe\"]", "[\"a\xef\xbf\xbd\xef\xbf\xbd\"]" },
    { "[\"cut \\ud83d\"]", "[\"cut \xef\xbf\xbd\"]" },
    { "[\"\\ude00 low\"]", "[\"\xef\xbf\xbd low\"]" },
    { "[\"\\ud83d\\ude00\", \"\\ud83d\"]", "[\"\xf0\x9f\x98\x80\",\"\xef\xbf\xbd\"]" },
    { "[\"two\nlines\"]", "[\"two\\nlines\"]" },
    { "[\"a\\u0000b\", \"\\\\u0000\"]", "[\"ab\",\"\\\\u0000\"]" },
    { "{\"a\":NaN,\"b\":-Infinity,\"c\":true}", "{\"a\":null,\"b\":null,\"c\":true}" },
    { "[1, 2, ]", "[1,2]" },
    { "{\"a\":1,\n}", "{\"a\":1}" },
    { "[1e5, NaN]", "[100000.0,null]" },

    /* What is none. */
    { "", NULL },
    { "  ", NULL },
    { "Please wait.", NULL },
    { "Error [404]", NULL },
    { "[1", NULL },
    { "[\"a", NULL },
    { "[\"a\\", NULL },
    { "[1}", NULL },
    { "<!DOCTYPE html><script>\n{\"a\":1}\n</script>", NULL },
    { "<html>\n[1]\n", NULL },
    { "<!-- a theme --><!DOCTYPE html><script>\n[1]\n</script>", NULL },
    { "<!-- without end [1]", NULL },
    { "<?xml version=\"1.0\"?>\n[1]", NULL },
    { "<rss>\n{}\n</rss>", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = parse (cases[i].text, strlen (cases[i].text));

      g_autofree char *shown = g_strescape (cases[i].text, NULL);

      g_test_message ("%s", shown);
      g_assert_cmpstr (json, ==, cases[i].json);
    }
}

static void
test_no_bytes (void)
{
  g_autofree char *nothing = parse (NULL, 0);
  g_autofree char *zero = parse ("\0", 1);
  g_autofree char *zeros = parse ("[1]\0\0", 5);

  g_assert_null (nothing);
  g_assert_null (zero);
  g_assert_cmpstr (zeros, ==, "[1]");
}

/* Broken in ways that would take for ever if each bracket were tried to the end. */
static void
test_hostile (void)
{
  g_autoptr (GString) brackets = g_string_new (NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *deep = NULL;
  g_autofree char *many = NULL;

  for (guint i = 0; i < 300000; i++)
    {
      g_string_append_c (brackets, '[');
      g_string_append (lines, "[\n");
    }
  deep = parse (brackets->str, brackets->len);
  many = parse (lines->str, lines->len);

  g_assert_null (deep);
  g_assert_null (many);
}

static void
test_is_markup (void)
{
  g_autoptr (GBytes) page = g_bytes_new_static ("\xef\xbb\xbf \n<html>", 11);
  g_autoptr (GBytes) text = g_bytes_new_static ("a < b", 5);

  g_assert_true (news_json_text_is_markup (page));
  g_assert_false (news_json_text_is_markup (text));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-text/parse", test_parse);
  g_test_add_func ("/json-text/no-bytes", test_no_bytes);
  g_test_add_func ("/json-text/hostile", test_hostile);
  g_test_add_func ("/json-text/is-markup", test_is_markup);

  return g_test_run ();
}
