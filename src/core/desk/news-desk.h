/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-bookmark-import.h"
#include "news-desk-section.h"
#include "news-import.h"
#include "news-keyring.h"
#include "news-offer.h"
#include "news-picture-cache.h"
#include "news-registry.h"
#include "news-source-health.h"
#include "news-source-keys.h"

G_BEGIN_DECLS

#define NEWS_TYPE_DESK (news_desk_get_type ())

/* The news desk: the editions, the one that is being read, its sections and how they stand; the
 * only part that knows APIs, network and store together. Belongs to the main thread, on which it
 * never waits.
 *
 * Properties: edition, refreshing, progress, bookmarks, unreachable.
 * Signals: problem (message: string), for what no section can tell: a store that failed, a file of
 * an edition that can't be read. */
G_DECLARE_FINAL_TYPE (NewsDesk, news_desk, NEWS, DESK, GObject)

/* @data is the folder for what must be kept, @cache the one for what can be had again. @sample is
 * the address of the sample's server, to read the sample's editions, or NULL for all others. */
NewsDesk *news_desk_new (const char *data, const char *cache, const char *sample);

/* Opens the store and reads the editions. @edition is the id of the one to read, or NULL or unknown
 * for one in the desktop's language. Nothing else may be called before it has ended. */
void news_desk_open_async (NewsDesk *self,
                           const char *edition,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean news_desk_open_finish (NewsDesk *self, GAsyncResult *result, GError **error);

/* What a person should know of what was opened, such as that a damaged file was put aside: char*, a
 * sentence each. The signal tells it too, but to those alone who listen before there is anything to
 * show. Borrowed. */
GPtrArray *news_desk_get_faults (NewsDesk *self);

/* Ends everything: what was to be written is written. Waits; the last thing to be done with a desk.
 */
void news_desk_close (NewsDesk *self);

/* Borrowed. */
NewsStore *news_desk_get_store (NewsDesk *self);
NewsPictureCache *news_desk_get_pictures (NewsDesk *self);
NewsEdition *news_desk_get_edition (NewsDesk *self);
GPtrArray *news_desk_get_editions (NewsDesk *self);

/* The sections of the edition, a list of NewsDeskSection that stays the same object. Borrowed. */
GListModel *news_desk_get_sections (NewsDesk *self);
NewsDeskSection *news_desk_get_section (NewsDesk *self, const char *id);

guint news_desk_get_bookmarks (NewsDesk *self);
gboolean news_desk_get_refreshing (NewsDesk *self);

/* Whether the last round reached nobody at all. */
gboolean news_desk_is_unreachable (NewsDesk *self);

void news_desk_set_edition (NewsDesk *self, const char *id);

/* Asks for the newest of @section, or of the whole edition if it is NULL. */
void news_desk_refresh (NewsDesk *self, NewsDeskSection *section);

/* How old an answer may be before the clock asks again, in minutes; 0: nothing is asked but by
 * hand. */
void news_desk_set_interval (NewsDesk *self, guint minutes);

/* Whether the clock asks nothing while the network counts what it carries; not at first. */
void news_desk_set_pause_on_metered (NewsDesk *self, gboolean pause);

/* Whether pictures of bookmarks, which are kept for good, may be fetched while the network counts
 * what it carries; not at first. */
void news_desk_set_pictures_on_metered (NewsDesk *self, gboolean allowed);

/* Where the keys of sources are. It waits, so that it is to be asked by workers; that it is not
 * lasting has to be told to who enters a key. Borrowed. */
NewsKeyring *news_desk_get_keyring (NewsDesk *self);

/* Another one than the desktop's, before the desk is opened. */
void news_desk_set_keyring (NewsDesk *self, NewsKeyring *keyring);

/* The network to go by in place of the desktop's, for tests; before the desk is opened. */
void news_desk_set_network (NewsDesk *self, GNetworkMonitor *monitor);

/* Asks those sources whose last answer is older than the interval, or than half an hour if there is
 * none, as far as there is a network and news-timetable.h lets it. */
void news_desk_refresh_due (NewsDesk *self);

/* Asks for older articles of @section, if there are any and they are not on their way. */
void news_desk_extend (NewsDesk *self, NewsDeskSection *section);

/* A story was opened: where its source wants to know, or has more of it to tell, it is asked for
 * again. */
void news_desk_note_opened (NewsDesk *self, NewsStory *story);

/* How the source @id of the edition is; an error if there is none. It may be another after each
 * notify of "progress". */
void news_desk_get_health_async (NewsDesk *self,
                                 const char *id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
NewsSourceHealth *news_desk_get_health_finish (NewsDesk *self,
                                               GAsyncResult *result,
                                               GError **error);

/* Asks for the newest of all that the edition has of the source @id, as by hand. */
void news_desk_try_source (NewsDesk *self, const char *id);

/* Finds what an address offers; see news_offer_list(). An array of NewsOffer, never empty. */
void news_desk_find_offers_async (NewsDesk *self,
                                  const char *typed,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *news_desk_find_offers_finish (NewsDesk *self, GAsyncResult *result, GError **error);

/* Tries what a person has entered for an offer that is locked; see news_offer_unlock(). Gives the
 * offer as it then is, once its secrets are in the keyring. @values must not change any more. */
void news_desk_unlock_offer_async (NewsDesk *self,
                                   NewsOffer *offer,
                                   GHashTable *values,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
NewsOffer *news_desk_unlock_offer_finish (NewsDesk *self, GAsyncResult *result, GError **error);

/* What a person may enter for a source of the edition. */
typedef enum
{
  NEWS_KEY_KIND_NONE,  /* nothing */
  NEWS_KEY_KIND_KEY,   /* a key */
  NEWS_KEY_KIND_LOGIN, /* a password, and whose it is */
  NEWS_KEY_KIND_OTHER, /* no secret, but what it can't be asked without */
} NewsKeyKind;

NewsKeyKind news_desk_get_key_kind (NewsDesk *self, NewsSource *source);

/* The same in detail: an array of const NewsParameter, see news_descriptor_list_asked(). */
GPtrArray *news_desk_list_parameters (NewsDesk *self, NewsSource *source);

/* Which key @source has; see news_source_keys_get_state(). A person may be asked to unlock the
 * keyring. */
void news_desk_get_key_state_async (NewsDesk *self,
                                    NewsSource *source,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean news_desk_get_key_state_finish (NewsDesk *self,
                                         GAsyncResult *result,
                                         NewsKeyState *state,
                                         GError **error);

/* Tries what a person has entered for the source @id of the edition on show, and where the source
 * accepts it, keeps it and asks for all that the edition has of it; see news_source_keys_change().
 * What is no secret becomes a change of this edition alone. @values must not change any more.
 * G_IO_ERROR_NOT_FOUND if there is no such source. */
void news_desk_change_key_async (NewsDesk *self,
                                 const char *id,
                                 GHashTable *values,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean news_desk_change_key_finish (NewsDesk *self, GAsyncResult *result, GError **error);

/* Forgets the secrets of the source @id of the edition on show, which then is asked without; see
 * news_source_keys_forget(). */
void news_desk_forget_key_async (NewsDesk *self,
                                 const char *id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean news_desk_forget_key_finish (NewsDesk *self, GAsyncResult *result, GError **error);

/* The edition on show as it will be once all changes on their way are kept, which the next change
 * starts from. Borrowed. */
NewsEdition *news_desk_get_draft (NewsDesk *self);

/* The edition of that id, or NULL. Borrowed. */
NewsEdition *news_desk_find_edition (NewsDesk *self, const char *id);

/* Keeps @edition as the reader's own, and then puts it in the place of the one of its id, or beside
 * the others if there is none; if its id is that of the one on show, it is shown and its new
 * sections are asked for. Changes are kept in the order in which they are asked for. What becomes
 * of the keys of sources that are removed is in news-departed.h. */
void news_desk_change_edition_async (NewsDesk *self,
                                     NewsEdition *edition,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean news_desk_change_edition_finish (NewsDesk *self, GAsyncResult *result, GError **error);

/* Forgets what the reader has made of the edition on show. One that comes with Broadsheet is shown
 * as it came; another is there no more, and one that is there is shown. */
void news_desk_reset_edition_async (NewsDesk *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean news_desk_reset_edition_finish (NewsDesk *self, GAsyncResult *result, GError **error);

/* Reads a file that the reader has chosen, see news_import_read(). What is in it is not kept before
 * it is given to news_desk_change_edition_async(). */
void news_desk_read_file_async (NewsDesk *self,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
NewsImport *news_desk_read_file_finish (NewsDesk *self, GAsyncResult *result, GError **error);

/* Writes the edition on show to a file that the reader has chosen. */
void news_desk_write_edition_async (NewsDesk *self,
                                    GFile *file,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean news_desk_write_edition_finish (NewsDesk *self, GAsyncResult *result, GError **error);

/* The same for other readers, as a list of subscriptions, see news_opml_from_edition(). Returns
 * what they do not get of it (char*, a sentence each), or NULL with an error. */
void news_desk_write_subscriptions_async (NewsDesk *self,
                                          GFile *file,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
GPtrArray *news_desk_write_subscriptions_finish (NewsDesk *self,
                                                 GAsyncResult *result,
                                                 GError **error);

/* Reads a file of bookmarks, see news_bookmark_import_read(). What is in it is not kept before it
 * is taken in: news_desk_take_bookmarks_async() takes the next piece of @import, which is borrowed
 * and belongs to it until it has finished; whoever wants all calls it until nothing is left. */
void news_desk_read_bookmarks_async (NewsDesk *self,
                                     GFile *file,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
NewsBookmarkImport *news_desk_read_bookmarks_finish (NewsDesk *self,
                                                     GAsyncResult *result,
                                                     GError **error);
void news_desk_take_bookmarks_async (NewsDesk *self,
                                     NewsBookmarkImport *import,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean news_desk_take_bookmarks_finish (NewsDesk *self, GAsyncResult *result, GError **error);

/* Writes all bookmarks to a file that the reader has chosen, see news_bookmark_export_write().
 * Returns how many, -1 on error. */
void news_desk_write_bookmarks_async (NewsDesk *self,
                                      GFile *file,
                                      NewsBookmarksFormat format,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
int news_desk_write_bookmarks_finish (NewsDesk *self, GAsyncResult *result, GError **error);

/* Puts sections of an offer into the edition on show (see news_offer_add_to()), as a change of it.
 * Gives the id of the section to go to, to be freed. */
void news_desk_add_offer_async (NewsDesk *self,
                                NewsOffer *offer,
                                GPtrArray *ids,
                                const char *into,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
char *news_desk_add_offer_finish (NewsDesk *self, GAsyncResult *result, GError **error);

/* How many days articles are kept, and how many of each source, 0 for no limit, which is so at
 * first; see news_desk_tidy(). */
void news_desk_set_keep (NewsDesk *self, guint days, guint number);

/* Drops what is beyond the limits of news_desk_set_keep() and not bookmarked, and of every source
 * the texts that its API's terms let nobody keep so long, those of bookmarks too; and puts what is
 * kept into less room. The clock does so each time that it asks for news. */
void news_desk_tidy (NewsDesk *self);

/* What is kept, and in how much room. */
typedef struct
{
  guint articles;
  guint64 article_bytes; /* of the store's file, bookmarks included */
  guint64 picture_bytes; /* of the pictures that can be had again */
  guint64 shelf_bytes;   /* of those that are kept with bookmarks */
} NewsRoom;

void news_desk_measure_async (NewsDesk *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean news_desk_measure_finish (NewsDesk *self,
                                   GAsyncResult *result,
                                   NewsRoom *room,
                                   GError **error);

/* Removes all pictures that can be had again, and all articles but bookmarks and the story on show;
 * marks stay, and sources tell all anew when they are asked again. @progress (nullable) is called
 * with @progress_data while it goes on, for the articles that were looked at and their number. What
 * was begun goes on to its end even if @cancellable is cancelled. */
void news_desk_clear_async (NewsDesk *self,
                            GFileProgressCallback progress,
                            gpointer progress_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean news_desk_clear_finish (NewsDesk *self, GAsyncResult *result, GError **error);

/* What the API that @source speaks asks of those who use it. Borrowed; NULL for feeds. */
const NewsTerms *news_desk_get_terms (NewsDesk *self, NewsSource *source);

G_END_DECLS
