/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-simplified.h"

#include "news-simplified-range.h"

/* 0 where a character is its own form; see make-simplified.c. */
static const gunichar forms[NEWS_SIMPLIFIED_CHARACTERS] = {
#include "news-simplified-forms.inc"
};

gunichar
news_simplified_get (gunichar character)
{
  gunichar form;

  if (character < NEWS_SIMPLIFIED_FIRST || character > NEWS_SIMPLIFIED_LAST)
    return character;

  form = forms[character - NEWS_SIMPLIFIED_FIRST];

  return form != 0 ? form : character;
}
