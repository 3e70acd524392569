/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-search-hints.h"

#include "news-search-operators.h"
#include "news-suggestion-row.h"

struct _NewsSearchHints
{
  AdwBin parent_instance;

  /* Template children */
  GtkListBox *list;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsSearchHints, news_search_hints, ADW_TYPE_BIN)

/* Of a phrase only the quote that begins it is typed: what follows is open until it is closed. */
static void
activated_cb (NewsSearchHints *self, GtkListBoxRow *row)
{
  guint n;
  const NewsSearchOperator *operators = news_search_operators_get_all (&n);
  const char *text = operators[gtk_list_box_row_get_index (row)].text;

  g_signal_emit (self, signals[CHOSEN], 0, text[0] == '"' ? "\"" : text);
}

static void
fill (NewsSearchHints *self)
{
  guint n;
  const NewsSearchOperator *operators = news_search_operators_get_all (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = news_suggestion_row_new (operators[i].text,
                                                news_search_operators_explain (operators[i].text));

      gtk_widget_set_focusable (row, TRUE);
      gtk_list_box_append (self->list, row);
    }
}

static void
news_search_hints_dispose (GObject *object)
{
  /* The bin would take the template's child out once more. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEWS_TYPE_SEARCH_HINTS);

  G_OBJECT_CLASS (news_search_hints_parent_class)->dispose (object);
}

static void
news_search_hints_class_init (NewsSearchHintsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_search_hints_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", NEWS_TYPE_SEARCH_HINTS, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/search/news-search-hints.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsSearchHints, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
news_search_hints_init (NewsSearchHints *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}
