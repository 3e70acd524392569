/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-json-pieces.h"

#include <string.h>

static NewsJsonPieces *
take_apart (const char *json)
{
  return news_json_pieces_new (json, strlen (json));
}

static void
test_pieces (void)
{
  g_autoptr (NewsJsonPieces) pieces
    = take_apart ("{\"a\": [{\"b\": \"}]\\\"\"}, 7, [{\"no\": 1}], {\"c\": [{}, {}]}],"
                  " \"d\": {\"e\": [{\"no\": 2}]}, \"f\": [{]]}");
  g_autoptr (NewsJsonPieces) sound = take_apart ("{\"a\": [{\"b\": \"}]\\\"\"}, {\"c\": [{}, {}]}],"
                                                 " \"d\": {\"e\": [{\"no\": 2}]}, \"f\": [{,}]}");
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;
  JsonArray *array;

  /* Brackets that do not match leave no telling where a piece ends. */
  g_assert_null (pieces);

  array = json_object_get_array_member (news_json_pieces_get_object (sound), "a");
  g_assert_cmpuint (json_array_get_length (array), ==, 2);
  first = news_json_pieces_read (sound, json_array_get_int_element (array, 0));
  second = news_json_pieces_read (sound, json_array_get_int_element (array, 1));
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (first), "b"), ==, "}]\"");
  g_assert_true (json_object_has_member (json_node_get_object (second), "c"));
  g_assert_true (json_object_has_member (
    json_object_get_object_member (news_json_pieces_get_object (sound), "d"), "e"));

  /* One that is broken costs only itself. */
  array = json_object_get_array_member (news_json_pieces_get_object (sound), "f");
  g_assert_null (news_json_pieces_read (sound, json_array_get_int_element (array, 0)));
  g_assert_null (news_json_pieces_read (sound, -1));
  g_assert_null (news_json_pieces_read (sound, 99));
}

static void
test_broken (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *nested = g_strconcat ("{\"a\": ", deep, NULL);

  g_assert_null (take_apart (""));
  g_assert_null (take_apart ("[]"));
  g_assert_null (take_apart ("}"));
  g_assert_null (take_apart ("{\"a"));
  g_assert_null (take_apart ("{\"a\": [{\"b\\"));
  g_assert_null (take_apart ("{\"a\": [{"));
  g_assert_null (take_apart ("{\"\xff\": 1}"));
  g_assert_null (take_apart (nested));
  g_assert_null (news_json_pieces_new ("{\"a\": 1}\0", 10));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-pieces/pieces", test_pieces);
  g_test_add_func ("/json-pieces/broken", test_broken);

  return g_test_run ();
}
