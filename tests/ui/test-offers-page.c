/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-offers.h"
#include "ui-test.h"

#include "news-offer-row.h"
#include "news-offers-page.h"

static void
chosen_cb (NewsOffersPage *page, NewsOffer *offer, NewsOffer **chosen)
{
  *chosen = offer;
}

static void
test_choose (void)
{
  g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func ((GDestroyNotify) news_offer_unref);
  GtkWidget *page = g_object_ref_sink (g_object_new (NEWS_TYPE_OFFERS_PAGE, NULL));
  g_autoptr (GPtrArray) rows = NULL;
  NewsOffer *chosen = NULL;

  g_signal_connect (page, "chosen", G_CALLBACK (chosen_cb), &chosen);
  g_ptr_array_add (offers, ui_offers_create ("feed", "One"));
  g_ptr_array_add (offers, ui_offers_create ("wordpress", "Two"));
  news_offers_page_set_offers (NEWS_OFFERS_PAGE (page), offers, NULL);
  /* Others take their place, and do not come after them. */
  news_offers_page_set_offers (NEWS_OFFERS_PAGE (page), offers, NULL);
  rows = ui_test_list (page, NEWS_TYPE_OFFER_ROW);
  g_assert_cmpuint (rows->len, ==, 2);

  g_assert_true (gtk_list_box_row_get_activatable (g_ptr_array_index (rows, 1)));
  g_signal_emit_by_name (ui_test_find (page, GTK_TYPE_LIST_BOX, "offers"), "row-activated",
                         g_ptr_array_index (rows, 1));
  g_assert_true (chosen == g_ptr_array_index (offers, 1));
  g_assert_finalize_object (page);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/offers-page/choose", test_choose);

  return g_test_run ();
}
