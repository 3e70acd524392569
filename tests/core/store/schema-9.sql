-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The Broadsheet developers

-- The store as version 9 of its schema wrote it. Once released it is never edited, like the step in
-- news-schema.c that it stands for.

PRAGMA user_version = 9;
PRAGMA application_id = 0x42647374;

CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  title TEXT
) STRICT;
CREATE UNIQUE INDEX sources_by_name ON sources (name);

CREATE TABLE identities (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source INTEGER NOT NULL REFERENCES sources,
  remote TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX identities_by_remote ON identities (source, remote);

CREATE TABLE statuses (
  identity INTEGER PRIMARY KEY REFERENCES identities,
  read INTEGER NOT NULL DEFAULT 0,
  read_at INTEGER,
  bookmarked INTEGER NOT NULL DEFAULT 0,
  bookmarked_at INTEGER, rank INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX statuses_bookmarked ON statuses (bookmarked_at, identity) WHERE bookmarked = 1;
CREATE INDEX statuses_ranked ON statuses (rank, identity, bookmarked_at) WHERE bookmarked = 1;
CREATE INDEX statuses_moved ON statuses (identity)
 WHERE bookmarked = 1 AND rank / 1024 <> bookmarked_at;

CREATE TABLE articles (
  id INTEGER PRIMARY KEY REFERENCES identities,
  source INTEGER NOT NULL REFERENCES sources,
  published INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  first_seen INTEGER NOT NULL,
  sorted INTEGER NOT NULL,
  visits INTEGER NOT NULL,
  pictured INTEGER NOT NULL,
  protected INTEGER NOT NULL,
  address INTEGER,
  fingerprint BLOB NOT NULL,
  title TEXT,
  outlet TEXT,
  byline TEXT,
  language TEXT,
  preview TEXT,
  url TEXT,
  lead BLOB
) STRICT;
CREATE INDEX articles_by_time ON articles (sorted, visits, pictured);
CREATE INDEX articles_by_address ON articles (address) WHERE address IS NOT NULL;

CREATE TABLE tellings (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  told INTEGER NOT NULL
) STRICT;

CREATE TABLE bodies (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  standfirst TEXT,
  page BLOB,
  text TEXT
) STRICT;

CREATE TABLE revisions (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  replaced_at INTEGER NOT NULL,
  title TEXT,
  standfirst TEXT,
  page BLOB,
  text TEXT
) STRICT;
CREATE INDEX revisions_by_article ON revisions (article);

CREATE TABLE queries (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES sources,
  section TEXT NOT NULL,
  told INTEGER NOT NULL DEFAULT 0,
  answered INTEGER NOT NULL DEFAULT 0,
  unread INTEGER NOT NULL DEFAULT 0,
  UNIQUE (source, section)
) STRICT;

CREATE TABLE placements (
  query INTEGER NOT NULL REFERENCES queries,
  sorted INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  asked INTEGER NOT NULL,
  PRIMARY KEY (query, sorted, article)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX placements_by_article ON placements (article, query);

CREATE TABLE topics (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE article_topics (
  topic INTEGER NOT NULL REFERENCES topics,
  sorted INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (topic, sorted, article)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX article_topics_by_article ON article_topics (article, topic);

CREATE TABLE related (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  position INTEGER NOT NULL,
  remote TEXT NOT NULL,
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE requests (
  address TEXT PRIMARY KEY,
  query INTEGER REFERENCES queries,
  etag TEXT,
  last_modified TEXT,
  answered INTEGER NOT NULL,
  hash INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE askings (
  source TEXT NOT NULL,
  section TEXT NOT NULL,
  tried INTEGER NOT NULL DEFAULT 0,
  answered INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  patient_until INTEGER NOT NULL DEFAULT 0,
  forbidden_until INTEGER NOT NULL DEFAULT 0,
  fresh_until INTEGER NOT NULL DEFAULT 0,
  error_kind INTEGER NOT NULL DEFAULT 0,
  error_code INTEGER NOT NULL DEFAULT 0,
  error TEXT,
  day INTEGER NOT NULL,
  today INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  PRIMARY KEY (source, section)
) STRICT, WITHOUT ROWID;

CREATE TABLE moves (
  address TEXT PRIMARY KEY,
  target TEXT NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE articles ADD COLUMN summary_only INTEGER NOT NULL DEFAULT 0;
ALTER TABLE revisions ADD COLUMN summary_only INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bodies ADD COLUMN lapsed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE requests ADD COLUMN lifetime INTEGER NOT NULL DEFAULT 0;
ALTER TABLE askings ADD COLUMN expired INTEGER NOT NULL DEFAULT 0;
CREATE INDEX articles_by_visits ON articles (visits, sorted) WHERE visits > 0;

CREATE TABLE places (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  block INTEGER NOT NULL,
  part INTEGER NOT NULL
) STRICT;
ALTER TABLE bodies ADD COLUMN pack BLOB;
ALTER TABLE revisions ADD COLUMN pack BLOB;
CREATE TABLE chores (
  name TEXT PRIMARY KEY,
  next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE clippings (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  tries INTEGER NOT NULL,
  due INTEGER NOT NULL
) STRICT;

CREATE TABLE clipping_files (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  file TEXT NOT NULL,
  PRIMARY KEY (article, file)
) STRICT, WITHOUT ROWID;
CREATE INDEX clipping_files_by_file ON clipping_files (file);

INSERT INTO sources (id, name, title) VALUES (1, 'one', 'The One');
INSERT INTO identities (id, source, remote) VALUES (1, 1, 'a'), (2, 1, 'b'), (3, 1, 'gone');
INSERT INTO statuses (identity, read, read_at, bookmarked, bookmarked_at)
  VALUES (1, 0, NULL, 1, 1771768800000000), (2, 1, 1771768800, 0, NULL), (3, 1, 1771768800, 0, NULL);
INSERT INTO articles (id, source, published, updated, first_seen, sorted, visits, pictured, protected,
                      address, fingerprint, title, url)
  VALUES (1, 1, 100, 0, 500, 100, -1, 0, 0, 3873090450018868556, x'', 'A harbour opens', 'https://a.example/a'),
         (2, 1, 200, 0, 500, 200, 7, 0, 0, NULL, x'', 'Another', NULL);
INSERT INTO tellings (article, told) VALUES (1, 500), (2, 500);
INSERT INTO bodies (article, standfirst, page, text)
  VALUES (1, NULL, x'70616765', 'The whole body.'), (2, NULL, NULL, NULL);
INSERT INTO revisions (article, replaced_at, title) VALUES (1, 450, 'A harbour');
INSERT INTO queries (id, source, section, told, answered, unread)
  VALUES (1, 1, '', 0, 0, 1), (2, 1, '5', 500, 500, 1);
INSERT INTO placements (query, sorted, article, asked)
  VALUES (1, 100, 1, 0), (1, 200, 2, 0), (2, 100, 1, 0), (2, 200, 2, 1);
INSERT INTO topics (id, key, name) VALUES (1, 'trade', 'Trade');
INSERT INTO article_topics (topic, sorted, article, position) VALUES (1, 100, 1, 0);
INSERT INTO related (article, position, remote) VALUES (1, 0, 'b');
INSERT INTO requests (address, query, etag, answered, hash)
  VALUES ('https://a.example/posts', 2, '"e"', 500, 7);
INSERT INTO askings (source, section, tried, answered, failures, patient_until, forbidden_until,
                     fresh_until, error_kind, error_code, error, day, today, bytes, articles)
  VALUES ('one', '5', 600, 500, 1, 660, 0, 0, 1, 4, 'Too slow', 0, 2, 900, 2);
INSERT INTO moves (address, target) VALUES ('https://a.example/posts', 'https://b.example/posts');
UPDATE articles SET summary_only = 1 WHERE id = 2;
UPDATE bodies SET lapsed = 1 WHERE article = 2;
UPDATE requests SET lifetime = 3600;
UPDATE askings SET expired = 1;
INSERT INTO places (article, block, part) VALUES (1, 3, 2500);
UPDATE statuses SET rank = 1771768800000000 * 1024 WHERE identity = 1;
INSERT INTO clippings (article, tries, due) VALUES (1, 1, 9223372036854775807);
INSERT INTO clipping_files (article, file) VALUES (1, 'f00d');
CREATE TABLE segments (
  id INTEGER PRIMARY KEY,
  articles BLOB NOT NULL,
  live INTEGER NOT NULL
) STRICT;
CREATE TABLE postings (
  id INTEGER PRIMARY KEY,
  terms BLOB NOT NULL
) STRICT;
CREATE TABLE pending (
  article INTEGER PRIMARY KEY,
  terms BLOB NOT NULL
) STRICT;
CREATE TABLE indexed (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  source INTEGER NOT NULL,
  sorted INTEGER NOT NULL,
  segment INTEGER NOT NULL,
  hash INTEGER NOT NULL
) STRICT;
CREATE TABLE unindexed (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE
) STRICT;
INSERT INTO unindexed (article) VALUES (1), (2);
