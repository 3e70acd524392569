/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <sqlite3.h>

/* The type of the pointers that the table takes, see sqlite3_bind_pointer(). */
#define NEWS_NUMBERS_TYPE "news-numbers"

/* Gives a connection the table-valued function news_numbers (?), which has one row for each number
 * of an array (news_statement_bind_numbers()), in its order, and one column, value. So one
 * statement can be told of a hundred thousand articles, which takes a fraction of what as many
 * statements do. Returns SQLite's result code. */
int news_numbers_register (sqlite3 *handle);
