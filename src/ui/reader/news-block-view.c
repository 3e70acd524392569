/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-block-view.h"

#include "news-block-scroller.h"
#include "news-block-table.h"
#include "news-paragraph.h"
#include "news-picture-frame.h"
#include "news-wide-bin.h"

#include <glib/gi18n.h>

static GtkWidget *create (const NewsBlock *block, const NewsBlockContext *context);

static GtkWidget *
create_paragraph (const NewsText *text,
                  const NewsBlockContext *context,
                  GtkAccessibleRole role,
                  NewsParagraphKind kind,
                  const char *style_class)
{
  GtkWidget *paragraph = news_paragraph_new (role, kind);

  news_paragraph_set_typography (NEWS_PARAGRAPH (paragraph), context->typography);
  news_paragraph_set_text (NEWS_PARAGRAPH (paragraph), text, context->language);
  gtk_widget_add_css_class (paragraph, style_class);

  return paragraph;
}

GtkWidget *
news_block_view_new_text (const NewsText *text,
                          const NewsBlockContext *context,
                          GtkAccessibleRole role,
                          const char *style_class)
{
  NewsParagraphKind kind = NEWS_PARAGRAPH_TEXT;

  if (role == GTK_ACCESSIBLE_ROLE_HEADING)
    kind = NEWS_PARAGRAPH_HEADING;
  else if (role == GTK_ACCESSIBLE_ROLE_CAPTION || g_str_equal (style_class, "cite"))
    kind = NEWS_PARAGRAPH_RAGGED;

  return create_paragraph (text, context, role, kind, style_class);
}

static gboolean
has_text (const NewsBlock *block)
{
  return block->text != NULL && block->text->text != NULL && *block->text->text != '\0';
}

static GtkWidget *
create_box (GtkAccessibleRole role, const char *style_class)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", role, "orientation",
                                 GTK_ORIENTATION_VERTICAL, NULL);

  gtk_widget_add_css_class (box, style_class);

  return box;
}

static void
append_children (GtkWidget *box, const NewsBlock *block, const NewsBlockContext *context)
{
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      GtkWidget *child = create (g_ptr_array_index (block->children, i), context);

      if (child != NULL)
        gtk_box_append (GTK_BOX (box), child);
    }
}

static void
append_text (GtkWidget *box,
             const NewsBlock *block,
             const NewsBlockContext *context,
             GtkAccessibleRole role,
             const char *style_class)
{
  if (has_text (block))
    gtk_box_append (GTK_BOX (box),
                    news_block_view_new_text (block->text, context, role, style_class));
}

static void
name (GtkWidget *widget, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

/* The caption names what it stands below or above. A relation would not do: GTK takes no name from
 * what is a text itself. */
static void
append_caption (GtkWidget *box,
                const NewsBlock *block,
                const NewsBlockContext *context,
                GtkWidget *whole,
                const char *style_class)
{
  GtkWidget *caption;

  if (!has_text (block))
    return;

  caption
    = news_block_view_new_text (block->text, context, GTK_ACCESSIBLE_ROLE_CAPTION, style_class);
  name (whole, news_paragraph_get_letters (NEWS_PARAGRAPH (caption)));
  gtk_box_append (GTK_BOX (box), caption);
}

static GtkWidget *
create_heading (const NewsBlock *block, const NewsBlockContext *context)
{
  int level = CLAMP (block->level, 2, 6);
  g_autofree char *style_class = g_strdup_printf ("heading-%d", MIN (level, 4));
  GtkWidget *label
    = news_block_view_new_text (block->text, context, GTK_ACCESSIBLE_ROLE_HEADING, style_class);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);

  return label;
}

/* A number is read, a bullet is not. */
static GtkWidget *
create_item (const NewsBlock *item, const char *number, const NewsBlockContext *context)
{
  GtkWidget *row
    = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *label = g_object_new (
    GTK_TYPE_LABEL, "label", number != NULL ? number : "•", "accessible-role",
    number != NULL ? GTK_ACCESSIBLE_ROLE_LABEL : GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *box = create_box (GTK_ACCESSIBLE_ROLE_GENERIC, "item");

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_width_chars (GTK_LABEL (label), 3);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE_FILL);
  gtk_widget_add_css_class (label, "mark");
  gtk_box_set_baseline_child (GTK_BOX (box), 0);
  gtk_widget_set_valign (box, GTK_ALIGN_BASELINE_FILL);
  gtk_widget_set_hexpand (box, TRUE);
  append_children (box, item, context);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), box);

  return row;
}

static GtkWidget *
create_list (const NewsBlock *block, const NewsBlockContext *context)
{
  GtkWidget *list = create_box (GTK_ACCESSIBLE_ROLE_LIST, "list");

  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      const NewsBlock *item = g_ptr_array_index (block->children, i);
      g_autofree char *number = g_strdup_printf ("%d.", item->start);

      gtk_box_append (GTK_BOX (list), create_item (item, block->ordered ? number : NULL, context));
    }

  return list;
}

static GtkWidget *
create_quote (const NewsBlock *block, const NewsBlockContext *context)
{
  GtkWidget *box = create_box (GTK_ACCESSIBLE_ROLE_BLOCK_QUOTE,
                               block->type == NEWS_BLOCK_PULL_QUOTE ? "pull-quote" : "quote");

  append_children (box, block, context);
  append_text (box, block, context, GTK_ACCESSIBLE_ROLE_PARAGRAPH, "cite");

  return box;
}

/* Code is set in a face of its own; verse keeps its lines, but is read like any other text. */
static gboolean
is_code (const NewsBlock *block)
{
  return block->text->spans->len > 0
         && (g_array_index (block->text->spans, NewsSpan, 0).style & NEWS_STYLE_CODE) != 0;
}

static GtkWidget *
create_preformatted (const NewsBlock *block, const NewsBlockContext *context)
{
  gboolean code = is_code (block);
  GtkWidget *paragraph = create_paragraph (block->text, context, GTK_ACCESSIBLE_ROLE_PARAGRAPH,
                                           NEWS_PARAGRAPH_PREFORMATTED, code ? "code" : "verse");

  return news_block_scroller_new (paragraph, "preformatted", code ? _ ("Code") : _ ("Verse"));
}

static GtkWidget *
create_figure (const NewsBlock *block, const NewsBlockContext *context)
{
  GtkWidget *box = create_box (GTK_ACCESSIBLE_ROLE_GROUP, "figure");
  GtkWidget *frame = news_picture_frame_new ();

  news_picture_frame_set_picture (NEWS_PICTURE_FRAME (frame), context->loader, block->picture);
  gtk_box_append (GTK_BOX (box), frame);
  append_caption (box, block, context, box, "caption");

  return box;
}

static GtkWidget *
create_gallery (const NewsBlock *block, const NewsBlockContext *context)
{
  GtkWidget *box = create_box (GTK_ACCESSIBLE_ROLE_GROUP, "gallery");

  append_children (box, block, context);
  append_caption (box, block, context, box, "caption");

  return box;
}

static GtkWidget *
create_table (const NewsBlock *block, const NewsBlockContext *context)
{
  GtkWidget *box = create_box (GTK_ACCESSIBLE_ROLE_GENERIC, "table-with-caption");
  GtkWidget *table = news_block_table_new (block, context);

  append_caption (box, block, context, table, "table-caption");
  gtk_box_append (GTK_BOX (box),
                  news_block_scroller_new (news_wide_bin_new (table), "wide", _ ("Table")));

  return box;
}

/* The source's words can be found and selected like the rest of the page; where it has none, ours
 * stand in for them. */
static GtkWidget *
create_title (const NewsBlock *block,
              const char *fallback,
              const NewsBlockContext *context,
              const char *style_class)
{
  GtkWidget *label;

  if (has_text (block))
    return create_paragraph (block->text, context, GTK_ACCESSIBLE_ROLE_LABEL, NEWS_PARAGRAPH_RAGGED,
                             style_class);

  label = gtk_label_new (fallback);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style_class);

  return label;
}

/* A video or a post elsewhere: what it is and where, and nothing is called before it is asked for.
 */
static GtkWidget *
create_embed (const NewsBlock *block, const NewsBlockContext *context)
{
  g_autoptr (GUri) uri = g_uri_parse (block->link, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : block->link;
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = create_box (GTK_ACCESSIBLE_ROLE_GENERIC, "embed");
  GtkWidget *title
    = create_title (block, _ ("Something to see or hear elsewhere"), context, "embed-title");
  /* Translators: %s is the name of a server, such as video.example.org */
  g_autofree char *words = g_strdup_printf (_ ("Opens %s in the browser"), host);
  GtkWidget *place = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (place), TRUE);
  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_widget_add_css_class (place, "dimmed");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), place);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "story.follow");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", block->link);

  return button;
}

/* Space unfolds it as it presses a button; GTK only knows Enter. */
static void
add_space (GtkWidget *expander)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *space = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                                         g_object_ref (gtk_activate_action_get ()));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), space);
  gtk_widget_add_controller (expander, keys);
}

static GtkWidget *
create_details (const NewsBlock *block, const NewsBlockContext *context)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *box = create_box (GTK_ACCESSIBLE_ROLE_GENERIC, "details");
  /* Translators: the heading of a folded part that has none of its own */
  const char *own = _ ("More");

  gtk_expander_set_label_widget (GTK_EXPANDER (expander),
                                 create_title (block, own, context, "summary"));
  name (expander, has_text (block) ? block->text->text : own);
  append_children (box, block, context);
  add_space (expander);
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  /* While it is folded, GTK has the box outside the window, and yet looks for the focus in it. */
  g_object_bind_property (expander, "expanded", box, "visible", G_BINDING_SYNC_CREATE);

  return expander;
}

/* In a box of their own, below the source's title for them or ours. */
static GtkWidget *
create_key_points (const NewsBlock *block, const NewsBlockContext *context)
{
  GtkWidget *box = create_box (GTK_ACCESSIBLE_ROLE_GROUP, "key-points");
  /* Translators: the heading of a summary in a few points, before the text of an article */
  g_autoptr (NewsText) own = news_text_new_take (g_strdup (_ ("Key points")));
  GtkWidget *heading = news_block_view_new_text (has_text (block) ? block->text : own, context,
                                                 GTK_ACCESSIBLE_ROLE_HEADING, "heading-4");

  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  name (box, news_paragraph_get_letters (NEWS_PARAGRAPH (heading)));
  gtk_box_append (GTK_BOX (box), heading);
  append_children (box, block, context);

  return box;
}

/* A part of one that is too long to be set at once has no gap below it. */
static GtkWidget *
create_text_paragraph (const NewsBlock *block, const NewsBlockContext *context)
{
  GtkWidget *paragraph
    = news_block_view_new_text (block->text, context, GTK_ACCESSIBLE_ROLE_PARAGRAPH, "paragraph");

  if (block->goes_on)
    gtk_widget_add_css_class (paragraph, "goes-on");

  return paragraph;
}

static GtkWidget *
create (const NewsBlock *block, const NewsBlockContext *context)
{
  GtkWidget *box;

  switch (block->type)
    {
    case NEWS_BLOCK_PARAGRAPH:
      return create_text_paragraph (block, context);
    case NEWS_BLOCK_HEADING:
      return create_heading (block, context);
    case NEWS_BLOCK_LIST:
      return create_list (block, context);
    case NEWS_BLOCK_QUOTE:
    case NEWS_BLOCK_PULL_QUOTE:
      return create_quote (block, context);
    case NEWS_BLOCK_PREFORMATTED:
      return create_preformatted (block, context);
    case NEWS_BLOCK_FIGURE:
      return create_figure (block, context);
    case NEWS_BLOCK_GALLERY:
      return create_gallery (block, context);
    case NEWS_BLOCK_TABLE:
      return create_table (block, context);
    case NEWS_BLOCK_RULE:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    case NEWS_BLOCK_EMBED:
      return create_embed (block, context);
    case NEWS_BLOCK_DETAILS:
      return create_details (block, context);
    case NEWS_BLOCK_KEY_POINTS:
      return create_key_points (block, context);
    case NEWS_BLOCK_NOTE:
      box = create_box (GTK_ACCESSIBLE_ROLE_NOTE, "note");
      append_children (box, block, context);
      return box;
    /* Never on their own: their parents draw them. */
    case NEWS_BLOCK_ITEM:
    case NEWS_BLOCK_ROW:
    case NEWS_BLOCK_CELL:
      break;
    }

  return NULL;
}

GtkWidget *
news_block_view_new (const NewsBlock *block, const NewsBlockContext *context)
{
  GtkWidget *widget = create (block, context);

  return widget != NULL ? widget : create_box (GTK_ACCESSIBLE_ROLE_GENERIC, "nothing");
}
