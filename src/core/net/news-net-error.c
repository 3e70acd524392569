/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-net-error.h"

#include "news-address-guard.h"
#include "news-fetcher.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

G_DEFINE_QUARK (news-net-error-quark, news_net_error)

static NewsNetError
classify_io (int code)
{
  switch ((GIOErrorEnum) code)
    {
    case G_IO_ERROR_TIMED_OUT:
      return NEWS_NET_ERROR_TIMED_OUT;
    case G_IO_ERROR_NETWORK_UNREACHABLE:
      return NEWS_NET_ERROR_OFFLINE;
    case G_IO_ERROR_PARTIAL_INPUT:
    case G_IO_ERROR_CONNECTION_CLOSED:
    case G_IO_ERROR_INVALID_DATA:
      return NEWS_NET_ERROR_CUT;
    case G_IO_ERROR_NO_SPACE:
      return NEWS_NET_ERROR_TOO_LARGE;
    default:
      return NEWS_NET_ERROR_UNREACHABLE;
    }
}

static NewsNetError
classify_soup (int code)
{
  switch ((SoupSessionError) code)
    {
    case SOUP_SESSION_ERROR_TOO_MANY_REDIRECTS:
    case SOUP_SESSION_ERROR_REDIRECT_NO_LOCATION:
    case SOUP_SESSION_ERROR_REDIRECT_BAD_URI:
    case SOUP_SESSION_ERROR_TOO_MANY_RESTARTS:
      return NEWS_NET_ERROR_REDIRECTS;
    case SOUP_SESSION_ERROR_PARSING:
    case SOUP_SESSION_ERROR_ENCODING:
      return NEWS_NET_ERROR_CUT;
    default:
      return NEWS_NET_ERROR_UNREACHABLE;
    }
}

static NewsNetError
classify (GError *cause)
{
  if (cause->domain == NEWS_NET_ERROR)
    return cause->code;
  if (cause->domain == G_RESOLVER_ERROR)
    return NEWS_NET_ERROR_NO_HOST;
  if (cause->domain == G_TLS_ERROR)
    return NEWS_NET_ERROR_TLS;
  if (cause->domain == SOUP_SESSION_ERROR)
    return classify_soup (cause->code);
  if (cause->domain == G_IO_ERROR)
    return classify_io (cause->code);

  return NEWS_NET_ERROR_UNREACHABLE;
}

static const char *
get_words (NewsNetError code)
{
  switch (code)
    {
    case NEWS_NET_ERROR_OFFLINE:
      return _ ("There is no connection to the network.");
    case NEWS_NET_ERROR_NO_HOST:
      /* Translators: %s is the name of a server, such as www.example.org */
      return _ ("There is no server called “%s”. Check the address and the connection.");
    case NEWS_NET_ERROR_UNREACHABLE:
      return _ ("The server “%s” can’t be reached.");
    case NEWS_NET_ERROR_TLS:
      return _ ("The server “%s” could not prove who it is, so nothing was asked of it.");
    case NEWS_NET_ERROR_TIMED_OUT:
      return _ ("The server “%s” took too long to answer.");
    case NEWS_NET_ERROR_CUT:
      return _ ("The answer of “%s” broke off.");
    case NEWS_NET_ERROR_TOO_LARGE:
      return _ ("The answer of “%s” is too long.");
    case NEWS_NET_ERROR_BAD_ADDRESS:
      /* Translators: %s is what was typed */
      return _ ("“%s” is not an address on the web.");
    case NEWS_NET_ERROR_FORBIDDEN:
      /* Translators: %s is the name of a server */
      return _ ("An article may not make Broadsheet call “%s”, which is not on the internet.");
    case NEWS_NET_ERROR_REDIRECTS:
      /* Translators: %s is the name of a server */
      return _ ("The server “%s” redirects in circles.");
    case NEWS_NET_ERROR_INSECURE:
      /* Translators: %s is the name of a server */
      return _ ("A key may go to “%s” only over an encrypted connection, so it was not sent.");
    default:
      g_assert_not_reached ();
    }
}

/* Without any network every failure has the same cause, though the resolver would blame the name.
 * This machine itself is there all the same. */
static gboolean
is_offline (const char *host)
{
  return !news_address_is_here (host)
         && !g_network_monitor_get_network_available (g_network_monitor_get_default ());
}

static char *
dup_message (NewsNetError code, const char *host)
{
  g_autoptr (GString) message = g_string_new (get_words (code));

  g_string_replace (message, "%s", host, 1);

  return g_string_free (g_steal_pointer (&message), FALSE);
}

void
news_net_error_take (GError *cause, const char *host, GError **error)
{
  NewsNetError code;
  g_autofree char *message = NULL;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return;
    }

  code = classify (cause);
  if ((code == NEWS_NET_ERROR_NO_HOST || code == NEWS_NET_ERROR_UNREACHABLE) && is_offline (host))
    code = NEWS_NET_ERROR_OFFLINE;

  message = dup_message (code, host);

  g_debug ("%s: %s", host, cause->message);
  g_set_error_literal (error, NEWS_NET_ERROR, code, message);
  g_error_free (cause);
}
