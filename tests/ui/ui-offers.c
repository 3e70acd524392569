/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-offers.h"

#include <glib/gstdio.h>

#define PAGE                                                                         \
  "<html><head><title>A site</title><link rel='https://api.w.org/' href='%s/rest/'>" \
  "%s</head><body></body></html>"
#define FEED_LINK "<link rel='alternate' type='application/rss+xml' href='/feed'>"

static const char root[] = "{ \"name\": \"Peers &amp; Sons\", \"url\": \"https://peers.example\","
                           "  \"home\": \"https://peers.example\", \"namespaces\": [ \"wp/v2\" ] }";
static const char categories[]
  = "[ { \"id\": 3, \"name\": \"Arts &amp; Culture\", \"slug\": \"arts\", \"count\": 9, "
    "\"parent\": 0 },"
    "  { \"id\": 5, \"name\": \"Sports\", \"slug\": \"sports\", \"count\": 1, \"parent\": 0 } ]";
static const char feed[] = "<rss version='2.0'><channel><title>Headlines</title>"
                           "<language>fr</language><item><title>Seen</title>"
                           "<guid>1</guid></item></channel></rss>";
static const char vault[]
  = "{ \"format\": 1, \"id\": \"vault\", \"name\": \"Vault\", \"parameters\": {"
    "    \"api\": { \"type\": \"address\" },"
    "    \"key\": { \"type\": \"secret\", \"label\": \"Key of the Vault\","
    "      \"help\": \"https://vault.example/keys\" },"
    "    \"place\": { \"type\": \"text\", \"label\": \"Place\", \"default\": \"here\" },"
    "    \"kind\": { \"type\": \"choice\", \"label\": \"Kind\", \"default\": \"all\","
    "      \"choices\": { \"top\": \"The best\", \"all\": \"All of it\" } } },"
    "  \"discover\": { \"sets\": \"api\", \"ends\": \"/\", \"ways\": [ { \"how\": \"html-meta\","
    "    \"url\": \"{typed}\", \"name\": \"generator\", \"starts\": \"Vault\","
    "    \"value\": \"{host}vault/\" } ] },"
    "  \"auth\": { \"query\": { \"k\": \"{key}\" } },"
    "  \"requests\": { \"list\": { \"url\": \"{api}list\","
    "    \"query\": { \"p\": \"{place}\", \"c\": \"{kind}\" }, \"rows\": \"[*]\" } },"
    "  \"article\": { \"id\": \"id\", \"title\": \"t\", \"url\": \"u\" },"
    "  \"errors\": { \"rules\": [ { \"status\": [401], \"means\": \"key-invalid\" } ] } }";

typedef struct
{
  GPtrArray *offers;
  gboolean done;
} Found;

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Found *found = user_data;
  g_autoptr (GError) error = NULL;

  found->offers = news_desk_find_offers_finish (NEWS_DESK (object), result, &error);
  g_assert_no_error (error);
  found->done = TRUE;
}

void
ui_offers_serve_site (NewsTestPaper *paper)
{
  NewsTestServer *server = paper->server;
  g_autofree char *address = news_test_server_dup_url (server, "");
  g_autofree char *page = g_strdup_printf (PAGE, address, "");
  g_autofree char *both = g_strdup_printf (PAGE, address, FEED_LINK);
  g_autofree char *posts = news_test_paper_dup_posts (3, 1);

  news_test_server_serve (server, "/", 200, "text/html", page);
  news_test_server_serve (server, "/both", 200, "text/html", both);
  news_test_server_serve (server, "/feed", 200, "application/rss+xml", feed);
  news_test_server_serve (server, "/rest/", 200, "application/json", root);
  news_test_server_serve (server, "/rest/wp/v2/categories", 200, "application/json", categories);
  news_test_server_serve (server, "/rest/wp/v2/posts", 200, "application/json", posts);
}

void
ui_offers_serve_vault (NewsTestPaper *paper)
{
  g_autofree char *folder = g_build_filename (paper->folder, "apis", NULL);
  g_autofree char *path = g_build_filename (folder, "vault.json", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, vault, -1, NULL));
  news_test_paper_open (paper);
  g_assert_cmpuint (paper->problems->len, ==, 0);

  news_test_server_serve (paper->server, "/vault/", 200, "text/html",
                          "<html><head><meta name=generator content='Vault 1'></head>");
  news_test_server_serve (paper->server, "/vault/list", 200, "application/json",
                          "[ { \"id\": 1, \"t\": \"Opened\" } ]");
}

GPtrArray *
ui_offers_find (NewsTestPaper *paper, const char *path)
{
  g_autofree char *typed = news_test_server_dup_url (paper->server, path);
  Found found = { NULL, FALSE };

  news_desk_find_offers_async (paper->desk, typed, NULL, found_cb, &found);
  news_test_paper_run_until (&found.done);

  return found.offers;
}

NewsOffer *
ui_offers_find_one (NewsTestPaper *paper, const char *path)
{
  g_autoptr (GPtrArray) offers = ui_offers_find (paper, path);

  g_assert_cmpuint (offers->len, ==, 1);

  return news_offer_ref (g_ptr_array_index (offers, 0));
}

NewsOffer *
ui_offers_create (const char *api, const char *name)
{
  g_autoptr (NewsRegistry) registry = news_registry_load (NULL, NULL);
  NewsOffer *offer = g_atomic_rc_box_new0 (NewsOffer);

  offer->find.source = news_source_new (name, name, api);
  offer->find.protocol = news_protocol_ref (news_registry_get (registry, api));
  offer->sections = g_ptr_array_new_with_free_func (g_free);
  offer->articles = 1;

  return offer;
}
