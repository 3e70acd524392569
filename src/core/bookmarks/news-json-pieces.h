/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A large JSON object (RFC 8259) whose bulk are the objects in its arrays, such as
 * {"version": 1, "bookmarks": [{…}, {…}]}, taken to pieces: one of these is read at a time, as the
 * tree of all of them would take many times the memory of the text, and one that is broken does not
 * cost the others. */
typedef struct _NewsJsonPieces NewsJsonPieces;

/* @text must outlive it. NULL where it is no object, or lies deeper than anything that is written
 * on purpose. In linear time. */
NewsJsonPieces *news_json_pieces_new (const char *text, gsize length);
void news_json_pieces_free (NewsJsonPieces *self);

/* The object itself, borrowed; in its arrays there are numbers in the place of objects. */
JsonObject *news_json_pieces_get_object (NewsJsonPieces *self);

/* The object that @number stands for; NULL where there is none, or it can't be read. */
JsonNode *news_json_pieces_read (NewsJsonPieces *self, gint64 number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsJsonPieces, news_json_pieces_free)

G_END_DECLS
