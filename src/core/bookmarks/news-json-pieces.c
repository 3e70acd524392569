/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-json-pieces.h"

#include <string.h>

#define MOST_DEEP 32

/* What is left without the pieces; an honest one is a few lines, and a number a piece. */
#define MOST_FRAME (16 * 1024 * 1024)

typedef struct
{
  const char *start;
  gsize length;
} Piece;

struct _NewsJsonPieces
{
  GArray *pieces; /* Piece */
  JsonNode *frame;
};

typedef struct
{
  const char *at;
  const char *end;
  char open[MOST_DEEP]; /* the brackets that are open */
  guint depth;
  const char *start; /* of the piece that is being passed, or NULL */
} Scanner;

static const char *
skip_string (const char *at, const char *end)
{
  for (at++; at < end && *at != '"'; at++)
    if (*at == '\\')
      at++;

  return MIN (at + 1, end);
}

/* In an array of the object itself. */
static gboolean
is_piece (const Scanner *scanner)
{
  return scanner->depth == 2 && scanner->open[0] == '{' && scanner->open[1] == '[';
}

static void
add_piece (NewsJsonPieces *self, Scanner *scanner, GString *frame)
{
  Piece piece = { scanner->start, (gsize) (scanner->at - scanner->start) };

  g_string_append_printf (frame, "%u", self->pieces->len);
  g_array_append_val (self->pieces, piece);
  scanner->start = NULL;
}

/* Passes a bracket. FALSE where none may stand. */
static gboolean
pass_bracket (Scanner *scanner)
{
  char bracket = *scanner->at;

  if (bracket == '{' || bracket == '[')
    {
      if (scanner->depth == MOST_DEEP)
        return FALSE;
      scanner->open[scanner->depth++] = bracket;
      return TRUE;
    }

  if (scanner->depth == 0)
    return FALSE;
  scanner->depth--;

  return scanner->open[scanner->depth] == (bracket == '}' ? '{' : '[');
}

/* Passes what is at @scanner, which goes into the frame unless it is in a piece. */
static gboolean
pass (NewsJsonPieces *self, Scanner *scanner, GString *frame)
{
  const char *from = scanner->at;
  gboolean inside = scanner->start != NULL;

  if (*from == '"')
    {
      scanner->at = skip_string (from, scanner->end);
    }
  else if (strchr ("{}[]", *from) != NULL && *from != '\0')
    {
      if (!inside && *from == '{' && is_piece (scanner))
        scanner->start = from;
      if (!pass_bracket (scanner))
        return FALSE;
      scanner->at++;
      if (scanner->start != NULL && is_piece (scanner))
        add_piece (self, scanner, frame);
      else if (scanner->start == NULL)
        g_string_append_c (frame, *from);
      return TRUE;
    }
  else
    {
      scanner->at++;
    }

  if (!inside)
    g_string_append_len (frame, from, scanner->at - from);

  return frame->len <= MOST_FRAME;
}

NewsJsonPieces *
news_json_pieces_new (const char *text, gsize length)
{
  g_autoptr (NewsJsonPieces) self = g_new0 (NewsJsonPieces, 1);
  g_autoptr (GString) frame = g_string_new (NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  Scanner scanner = { .at = text, .end = text + length };

  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  while (scanner.at < scanner.end)
    if (!pass (self, &scanner, frame))
      return NULL;

  if (!g_utf8_validate_len (frame->str, frame->len, NULL)
      || !json_parser_load_from_data (parser, frame->str, (gssize) frame->len, NULL))
    return NULL;
  self->frame = json_parser_steal_root (parser);
  if (self->frame == NULL || !JSON_NODE_HOLDS_OBJECT (self->frame))
    return NULL;

  return g_steal_pointer (&self);
}

void
news_json_pieces_free (NewsJsonPieces *self)
{
  g_array_unref (self->pieces);
  g_clear_pointer (&self->frame, json_node_unref);
  g_free (self);
}

JsonObject *
news_json_pieces_get_object (NewsJsonPieces *self)
{
  return json_node_get_object (self->frame);
}

JsonNode *
news_json_pieces_read (NewsJsonPieces *self, gint64 number)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  const Piece *piece;

  if (number < 0 || number >= self->pieces->len)
    return NULL;

  piece = &g_array_index (self->pieces, Piece, number);
  if (!g_utf8_validate_len (piece->start, piece->length, NULL)
      || !json_parser_load_from_data (parser, piece->start, (gssize) piece->length, NULL))
    return NULL;

  return json_parser_steal_root (parser);
}
