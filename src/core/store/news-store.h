/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-bookmark.h"
#include "news-packed-rows.h"
#include "news-revision.h"
#include "news-scope.h"
#include "news-source.h"
#include "news-story.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NEWS_TYPE_STORE (news_store_get_type ())
#define NEWS_STORE_ERROR (news_store_error_quark ())

typedef enum
{
  NEWS_STORE_ERROR_FAILED,    /* SQLite's own words are in the message */
  NEWS_STORE_ERROR_FULL,      /* the disk is full, or the quota */
  NEWS_STORE_ERROR_READ_ONLY, /* the folder or the file can't be written to */
  NEWS_STORE_ERROR_CORRUPT,   /* the file is damaged */
  NEWS_STORE_ERROR_TOO_NEW,   /* a later version of Broadsheet has written it */
  NEWS_STORE_ERROR_NOT_FOUND, /* there is no such article */
  NEWS_STORE_ERROR_CLOSED,    /* news_store_close() was called */
} NewsStoreError;

/* The cache and the reader's own marks, in one SQLite file. One thread writes; two threads read,
 * and never wait for the writer (WAL). Nothing of SQLite runs on the main thread.
 *
 * The functions that end in _async are for the main thread: they return at once, and the callback
 * comes in the caller's thread-default main context. The others wait for the disk and are for
 * worker threads only, which they assert. */
G_DECLARE_FINAL_TYPE (NewsStore, news_store, NEWS, STORE, GObject)

GQuark news_store_error_quark (void);

/* Opens or creates the store at @path, whose folder is made if it is missing, and brings an older
 * schema up to date. Worker threads only.
 *
 * A damaged file is put aside as "NAME.damaged-DATE" and a new one begun; what could be read of the
 * statuses and bookmarks is carried over. *@set_aside (nullable) gets the path of the old file, or
 * NULL. A file of a later version is left as it is, with NEWS_STORE_ERROR_TOO_NEW. */
NewsStore *news_store_open (const char *path, char **set_aside, GError **error);

/* Finishes what has been asked to be written, then ends the threads. What is asked later fails with
 * NEWS_STORE_ERROR_CLOSED. Waits; the last thing to be done with a store. */
void news_store_close (NewsStore *self);

/* Signals, emitted in the main context that was the thread-default one when news_store_open() ran
 * (the global default one for a worker without its own):
 *
 *   lists-changed ()                 articles came, went or changed, or moved between lists
 *   status-changed (article: gint64, read: gboolean, bookmarked: gboolean)
 *                                    one article's marks, for rows on show; where more than 200
 *                                    changed at once, lists-changed alone tells of all of them
 *   counts-changed ()                unread counts or the number of bookmarks may be others */

/* --- taking in ------------------------------------------------------------------------------ */

/* What is known of the last answer to a request, by the request's own address. */
typedef struct
{
  char *etag;
  char *last_modified;
  gint64 answered; /* when it last came whole, seconds since 1970; 0 for now */
  guint64 hash;    /* of the body, 0 when unknown */
  char *moved;     /* where that address has gone for ever, or NULL; NULL leaves what is known */
  guint lifetime;  /* seconds for which the body itself says that it is good, 0 if it does not */
} NewsValidators;

void news_validators_free (NewsValidators *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsValidators, news_validators_free)

/* NULL if the request was never answered (no error), or on error. Worker threads only. */
NewsValidators *news_store_get_validators (NewsStore *self, const char *request, GError **error);

/* What one answer of a source held. */
typedef struct
{
  NewsSource *source;
  const char *section; /* the source's own id of the section asked for, or NULL for everything */
  GPtrArray *articles; /* NewsArticle, with page, text and preview made */
  const char *request; /* address that the validators belong to, or NULL for none */
  NewsValidators *validators; /* to keep with it, or NULL */
  gboolean alone; /* an article that was asked for by itself: no list was answered by this */
} NewsBatch;

typedef struct
{
  guint added;
  guint changed;
  guint known;
} NewsTaken;

/* Puts a batch into the store in one transaction: articles that are new, changed (the earlier
 * version becomes a revision) or seen before. An article whose title, standfirst, body, byline or
 * lead changed is changed; visits and addresses of pictures are brought up to date without a
 * revision. One that had left and comes back keeps its marks. *@taken (nullable) gets the counts.
 * Worker threads only.
 *
 * An answer without bodies, such as a list of headlines, leaves the bodies that are stored, and
 * what it does not tell besides; so do NULL topics, sections and related articles, while empty ones
 * take away those that are stored. An article stands in the sections that it tells, in the one that
 * was asked for, and in everything. */
gboolean news_store_take_in (NewsStore *self,
                             const NewsBatch *batch,
                             NewsTaken *taken,
                             GError **error);

/* Keeps validators alone, after an answer without news. Worker threads only. */
gboolean news_store_set_validators (NewsStore *self,
                                    const char *request,
                                    const NewsValidators *validators,
                                    GError **error);

/* The address that @request had gone to is of no use: it is asked where it was. */
gboolean news_store_forget_move (NewsStore *self, const char *request, GError **error);

/* --- asking ------------------------------------------------------------------------------------
 */

/* How a query stands with its source. Times are seconds since 1970, 0 for never. The store only
 * keeps it; what it means is the desk's, see news-timetable.h. */
typedef struct
{
  gint64 tried;
  gint64 answered;
  guint failures; /* in a row */
  gint64 patient_until;
  gint64 forbidden_until;
  gint64 fresh_until;
  guint error_kind; /* of the last failure, 0 if the last time went well */
  int error_code;
  char *error;      /* in words, or NULL; owned */
  gboolean expired; /* the publisher has ended it: there will be nothing more */
} NewsAsking;

/* What was taken of a source. */
typedef struct
{
  guint requests;
  guint64 bytes;
  guint articles; /* that were new */
} NewsToll;

/* All queries of one source together. */
typedef struct
{
  guint queries;
  guint failing; /* how many of them failed the last time */
  gint64 tried;
  gint64 answered; /* the last that went well */
  gint64 forbidden_until;
  gint64 due;  /* when the clock asks the first of them again */
  guint today; /* requests of this day, by UTC */
  guint64 bytes;
  guint articles;
  char *error; /* of the last that failed, or NULL; owned */
} NewsRecord;

void news_asking_clear (NewsAsking *self);
void news_record_free (NewsRecord *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewsAsking, news_asking_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsRecord, news_record_free)

/* Fills *@asking, which is empty, with what is known of the query (@section NULL for everything);
 * one that was never asked leaves it empty. *@today gets the requests to all of the source since
 * midnight by UTC. Worker threads only. */
gboolean news_store_get_asking (NewsStore *self,
                                const char *source,
                                const char *section,
                                NewsAsking *asking,
                                guint *today,
                                GError **error);

/* What holds for all of a source: *@today gets its requests since midnight by UTC, and
 * *@forbidden_until the last moment before which one of its queries was asked to wait, 0 for none.
 * Worker threads only. */
gboolean news_store_get_restraint (NewsStore *self,
                                   const char *source,
                                   guint *today,
                                   gint64 *forbidden_until,
                                   GError **error);

/* Lets all queries of the source be asked again at once, whatever they were asked to wait for.
 * Worker threads only. */
gboolean news_store_lift_restraint (NewsStore *self, const char *source, GError **error);

/* Keeps *@asking (NULL leaves it as it is) and adds *@toll. Worker threads only. */
gboolean news_store_note_asking (NewsStore *self,
                                 const char *source,
                                 const char *section,
                                 const NewsAsking *asking,
                                 const NewsToll *toll,
                                 GError **error);

/* What is known of @source, if a clock asks it again after @max_age seconds. Never NULL but on
 * error: a source that was never asked has an empty record. */
void news_store_record_async (NewsStore *self,
                              const char *source,
                              guint max_age,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
NewsRecord *news_store_record_finish (NewsStore *self, GAsyncResult *result, GError **error);

/* How many articles are stored of that section of that source, and when it was last answered (0 if
 * never). Worker threads only. */
gboolean news_store_get_extent (NewsStore *self,
                                const char *source,
                                const char *section,
                                guint *articles,
                                gint64 *answered,
                                GError **error);

/* --- lists ---------------------------------------------------------------------------------- */

/* The rows of @scope, with the first @headlines headlines. A search gives at most some thousand
 * rows, the best first. @kept (0 for none) is the article on
 * show: it stays in the list where it belongs even if it no longer should be there (an unmarked
 * bookmark), and whatever the filter. */
void news_store_list_async (NewsStore *self,
                            NewsScope *scope,
                            gint64 kept,
                            guint headlines,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
NewsSnapshot *news_store_list_finish (NewsStore *self, GAsyncResult *result, GError **error);

/* The first @length rows of @scope, each with its headline: quick however long the list is, for
 * something to show until news_store_list_async() has answered. Fewer rows are all there are, but
 * of a search that would have taken longer: its snapshot says that it is partial. */
void news_store_list_top_async (NewsStore *self,
                                NewsScope *scope,
                                guint length,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
NewsSnapshot *news_store_list_top_finish (NewsStore *self, GAsyncResult *result, GError **error);

/* The headlines of @articles (@length numbers, copied). Returns an array of NewsHeadline, without
 * those that are no longer there. If @scope (nullable) is a search, they have snippets and ranges.
 */
void news_store_headlines_async (NewsStore *self,
                                 NewsScope *scope,
                                 const gint64 *articles,
                                 guint length,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *news_store_headlines_finish (NewsStore *self, GAsyncResult *result, GError **error);

/* What to read after @article: at most @length headlines, those that its source calls related
 * first, then of the same topics, then the most visited, then the newest of the same sections;
 * unread before read within each. Never @article itself. */
void news_store_more_async (NewsStore *self,
                            gint64 article,
                            guint length,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
GPtrArray *news_store_more_finish (NewsStore *self, GAsyncResult *result, GError **error);

/* Unread articles of each of @sections (an array of NewsSection): an array of guint in the same
 * order, and after them the number of bookmarks. The section without queries gets the number of
 * distinct unread articles of all others. */
void news_store_count_async (NewsStore *self,
                             GPtrArray *sections,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GArray *news_store_count_finish (NewsStore *self, GAsyncResult *result, GError **error);

/* --- searching ------------------------------------------------------------------------------ */

typedef enum
{
  NEWS_SUGGESTION_OPERATOR, /* "source:" */
  NEWS_SUGGESTION_VALUE,    /* "source:BBC", an operator with what it may be asked for */
  NEWS_SUGGESTION_SOURCE,   /* a source whose name begins with the word that is typed */
  NEWS_SUGGESTION_TOPIC,    /* the same of a topic */
} NewsSuggestionKind;

typedef struct
{
  NewsSuggestionKind kind;
  char *label;      /* the operator, or the name of what is suggested */
  char *completion; /* what to put in the place of the typed text from start to end */
  guint start;      /* in bytes of what was typed */
  guint end;
} NewsSuggestion;

void news_suggestion_free (NewsSuggestion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSuggestion, news_suggestion_free)

/* What the word at @caret (in bytes) of @typed may become: at most @limit NewsSuggestion, the most
 * likely first. @sections (nullable) holds the NewsSection that "section:" may name. */
void news_store_suggest_async (NewsStore *self,
                               const char *typed,
                               guint caret,
                               guint limit,
                               GPtrArray *sections,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GPtrArray *news_store_suggest_finish (NewsStore *self, GAsyncResult *result, GError **error);

/* Unread articles that each of @scopes (NewsScope, searches) finds: an array of guint in the same
 * order. NEWS_STORE_MOST_MATCHES stands for as many and more, and of what is very common or hard to
 * find the number is a least one: cheap enough to be asked whenever lists change. */
#define NEWS_STORE_MOST_MATCHES 1000
void news_store_count_matches_async (NewsStore *self,
                                     GPtrArray *scopes,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GArray *news_store_count_matches_finish (NewsStore *self, GAsyncResult *result, GError **error);

/* Puts some of the articles that the index of the search does not have yet into it, the newest
 * first: those that an earlier version of Broadsheet has stored. Returns how many are left, or
 * 1,000 if more are, -1 on error: to be called until it says 0. Worker threads only. */
int news_store_index_more (NewsStore *self, GError **error);

/* How many that are; -1 on error. */
void news_store_count_unindexed_async (NewsStore *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
int news_store_count_unindexed_finish (NewsStore *self, GAsyncResult *result, GError **error);

/* --- one article ------------------------------------------------------------------------------ */

void news_store_story_async (NewsStore *self,
                             gint64 article,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
NewsStory *news_store_story_finish (NewsStore *self, GAsyncResult *result, GError **error);

/* The same for worker threads, which wait. */
NewsStory *news_store_get_story (NewsStore *self, gint64 article, GError **error);

/* The earlier versions of an article that are kept, the last one first: an array of NewsRevision,
 * which is empty where there are none. */
void news_store_revisions_async (NewsStore *self,
                                 gint64 article,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *news_store_revisions_finish (NewsStore *self, GAsyncResult *result, GError **error);

/* Where the article is read on when it is opened again, also after a restart: its story's place.
 * The beginning is where it is read from if nothing is kept. */
void news_store_keep_place_async (NewsStore *self,
                                  gint64 article,
                                  NewsReadingPlace place,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean news_store_keep_place_finish (NewsStore *self, GAsyncResult *result, GError **error);

/* The number of the article at @url, to follow a link inside Broadsheet; 0 if it is not there.
 * Tracking parameters, a fragment, a closing slash and http against https do not matter. */
void news_store_find_async (NewsStore *self,
                            const char *url,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gint64 news_store_find_finish (NewsStore *self, GAsyncResult *result, GError **error);

/* --- marks --------------------------------------------------------------------------------------
 */

/* Marks @articles (@length numbers, copied). Returns the numbers (gint64, in order) of those whose
 * mark changed, which is what an undo has to turn back. Written, and on the disk, when the callback
 * comes. */
void news_store_set_read_async (NewsStore *self,
                                const gint64 *articles,
                                guint length,
                                gboolean read,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GArray *news_store_set_read_finish (NewsStore *self, GAsyncResult *result, GError **error);

/* The same for a whole list: every unread article of @scope is marked read; of HOME those that
 * stand there, not all of its sections. */
void news_store_read_all_async (NewsStore *self,
                                NewsScope *scope,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GArray *news_store_read_all_finish (NewsStore *self, GAsyncResult *result, GError **error);

/* The same for some rows of a list as it is on show, which may be many: @spans (@length of them,
 * copied, their rows held). */
void news_store_read_rows_async (NewsStore *self,
                                 const NewsRowSpan *spans,
                                 guint length,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GArray *news_store_read_rows_finish (NewsStore *self, GAsyncResult *result, GError **error);

void news_store_set_bookmarked_async (NewsStore *self,
                                      gint64 article,
                                      gboolean bookmarked,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean news_store_set_bookmarked_finish (NewsStore *self, GAsyncResult *result, GError **error);

/* Turns the unmarking of a bookmark back: it stands where it stood. Finished as the above. */
void news_store_return_bookmark_async (NewsStore *self,
                                       gint64 article,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/* What became of a bookmark that was to be moved. */
typedef struct
{
  gboolean moved; /* FALSE where it stood there already */
  gint64 next;    /* the bookmark that came after it before, 0 for none: what an undo moves it to */
} NewsBookmarkMove;

/* Moves a bookmark to where it comes right before @before in BOOKMARKS, or to the end if that is 0.
 * From then on the list is in an order of the reader's own, and its rows have no time. The answer
 * is the caller's, to be freed. */
void news_store_move_bookmark_async (NewsStore *self,
                                     gint64 article,
                                     gint64 before,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
NewsBookmarkMove *news_store_move_bookmark_finish (NewsStore *self,
                                                   GAsyncResult *result,
                                                   GError **error);

/* --- bookmarks from and for a file --------------------------------------------------------------
 */

/* What of a list of bookmarks is there already, each address once. */
typedef struct
{
  guint added;  /* their articles are not stored */
  guint stored; /* they are, but are no bookmarks */
  guint known;  /* they are bookmarks */
} NewsBookmarkTally;

/* Fills *@tally for @bookmarks (NewsBookmark). Worker threads only. */
gboolean news_store_compare_bookmarks (NewsStore *self,
                                       GPtrArray *bookmarks,
                                       NewsBookmarkTally *tally,
                                       GError **error);

/* Takes in @n of @bookmarks (NewsBookmark), from @first on, in one transaction: an article that is
 * stored, by its address, becomes a bookmark, another one is taken in as one of @source. Those that
 * have no time get that of now. If they are @ordered each comes before all bookmarks that there
 * are, the last one first, so that a list that is taken in from its end has its own order; else
 * they stand by their times. Returns the numbers (gint64) of those that are bookmarks only now, or
 * NULL on error. Sets the id of articles. Worker threads only. */
GArray *news_store_take_bookmarks (NewsStore *self,
                                   NewsSource *source,
                                   GPtrArray *bookmarks,
                                   guint first,
                                   guint n,
                                   gboolean ordered,
                                   GError **error);

/* Turns that back: @articles (gint64; must not change any more) are no bookmarks; those that came
 * with them go as any others do that nobody has marked. Returns those that were. */
void news_store_unmark_bookmarks_async (NewsStore *self,
                                        GArray *articles,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GArray *news_store_unmark_bookmarks_finish (NewsStore *self, GAsyncResult *result, GError **error);

/* The numbers (gint64) of all bookmarks in their order; NULL on error. Worker threads only. */
GArray *news_store_list_bookmarks (NewsStore *self, GError **error);

/* --- what is kept of bookmarks ------------------------------------------------------------------
 *
 * Pictures of bookmarks are kept in files that the desk knows; the store tells which bookmark has
 * which, by their names. All of it is for worker threads only. */

/* Up to @length bookmarks (gint64), the first of their list first, whose pictures were not seen to
 * yet, or could not all be had and at @now (seconds since 1970) are to be asked for again. NULL on
 * error. */
GArray *news_store_list_clippings_due (NewsStore *self, gint64 now, guint length, GError **error);

/* The bookmark @article has @files (char*) and no others. Unless they are @complete it is due again
 * after a while, the longer the more often. */
gboolean news_store_note_clipping (NewsStore *self,
                                   gint64 article,
                                   GPtrArray *files,
                                   gboolean complete,
                                   GError **error);

/* What is no longer a bookmark has no files any more. */
gboolean news_store_drop_clippings (NewsStore *self, GError **error);

/* Those of @files (char*) that no bookmark has, borrowed from it; NULL on error. */
GPtrArray *news_store_find_unused_files (NewsStore *self, GPtrArray *files, GError **error);

G_END_DECLS
