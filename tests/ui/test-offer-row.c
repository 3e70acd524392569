/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-offers.h"
#include "ui-pictures.h"
#include "ui-test.h"

#include "news-offer-row.h"

static const char *
get_text (GtkWidget *row, const char *id)
{
  return gtk_label_get_text (GTK_LABEL (ui_test_find (row, GTK_TYPE_LABEL, id)));
}

static GdkPaintable *
get_icon (GtkWidget *row)
{
  return adw_avatar_get_custom_image (ADW_AVATAR (ui_test_find (row, ADW_TYPE_AVATAR, "icon")));
}

static void
test_words (void)
{
  g_autoptr (NewsOffer) offer = ui_offers_create ("feed", "The Gazette & Co");
  GtkWidget *row;

  offer->find.source->language = g_strdup ("en-GB");
  offer->headline = g_strdup ("Ferry <late>");
  offer->whole = TRUE;
  g_ptr_array_add (offer->sections, NULL);
  row = g_object_ref_sink (news_offer_row_new (offer, NULL));
  g_assert_cmpstr (get_text (row, "name"), ==, "The Gazette & Co");
  g_assert_cmpstr (get_text (row, "facts"), ==, "Whole articles · Feed · English · 1 section");
  g_assert_cmpstr (get_text (row, "headline"), ==, "“Ferry <late>”");
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "The Gazette & Co, Whole articles · Feed · English · 1 section, Ferry <late>");
  g_assert_true (news_offer_row_get_offer (NEWS_OFFER_ROW (row)) == offer);
  g_assert_null (get_icon (row));
  g_assert_finalize_object (row);
}

static void
test_kinds (void)
{
  g_autoptr (NewsOffer) summaries = ui_offers_create ("wordpress", "Posts");
  g_autoptr (NewsOffer) empty = ui_offers_create ("feed", "Nothing");
  g_autoptr (NewsOffer) keyed = ui_offers_create ("gnews", "GNews");
  g_autoptr (NewsOffer) worded = ui_offers_create ("gdelt", "GDELT");
  GtkWidget *row = g_object_ref_sink (news_offer_row_new (summaries, NULL));

  empty->articles = 0;
  keyed->find.locked = worded->find.locked = TRUE;
  g_assert_cmpstr (get_text (row, "facts"), ==, "Summaries · API");
  g_assert_false (gtk_widget_get_visible (ui_test_find (row, GTK_TYPE_LABEL, "headline")));
  news_offer_row_set_offer (NEWS_OFFER_ROW (row), empty, NULL);
  g_assert_cmpstr (get_text (row, "facts"), ==, "Nothing there yet · Feed");
  news_offer_row_set_offer (NEWS_OFFER_ROW (row), keyed, NULL);
  g_assert_cmpstr (get_text (row, "facts"), ==, "Needs a key · API");
  news_offer_row_set_offer (NEWS_OFFER_ROW (row), worded, NULL);
  g_assert_cmpstr (get_text (row, "facts"), ==, "Needs to be set up · API");
  g_assert_finalize_object (row);
}

static gboolean
has_icon (gpointer row)
{
  return get_icon (row) != NULL;
}

static gboolean
is_alone (gpointer row)
{
  return G_OBJECT (row)->ref_count == 1;
}

static void
test_icon (void)
{
  g_autoptr (UiPictures) pictures = ui_pictures_new ();
  g_autoptr (NewsOffer) offer = ui_offers_create ("feed", "With an Icon");
  g_autoptr (NewsOffer) without = ui_offers_create ("feed", "Without");
  g_autoptr (GBytes) png = ui_pictures_create_png (32, 32);
  GtkWidget *row;

  ui_pictures_keep (pictures, "https://a.example/icon.png", png);
  offer->find.icon = g_strdup ("https://a.example/icon.png");
  row = g_object_ref_sink (news_offer_row_new (offer, pictures->loader));
  ui_test_wait (has_icon, row);

  /* One that is on its way when another is shown does not come any more. */
  news_offer_row_set_offer (NEWS_OFFER_ROW (row), offer, pictures->loader);
  news_offer_row_set_offer (NEWS_OFFER_ROW (row), without, pictures->loader);
  ui_test_wait (is_alone, row);
  g_assert_null (get_icon (row));
  g_assert_finalize_object (row);
}

/* What can't be had leaves the initials. */
static void
test_no_icon (void)
{
  g_autoptr (UiPictures) pictures = ui_pictures_new ();
  g_autoptr (NewsOffer) offer = ui_offers_create ("feed", "Broken Icon");
  GtkWidget *row;

  offer->find.icon = news_test_server_dup_url (pictures->server, "/status/404");
  row = g_object_ref_sink (news_offer_row_new (offer, pictures->loader));
  ui_test_wait (is_alone, row);
  g_assert_null (get_icon (row));
  g_assert_cmpstr (adw_avatar_get_text (ADW_AVATAR (ui_test_find (row, ADW_TYPE_AVATAR, "icon"))),
                   ==, "Broken Icon");
  g_assert_finalize_object (row);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/offer-row/words", test_words);
  g_test_add_func ("/offer-row/kinds", test_kinds);
  g_test_add_func ("/offer-row/icon", test_icon);
  g_test_add_func ("/offer-row/no-icon", test_no_icon);

  return g_test_run ();
}
