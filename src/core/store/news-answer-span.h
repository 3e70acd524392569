/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

/* An answer may come in several pages, some time apart: what was told within these seconds of the
 * newest answer of a query belongs to it. As text, to be part of a statement. */
#define NEWS_ANSWER_SPAN "3600"
