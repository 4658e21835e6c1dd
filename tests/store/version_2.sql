-- A store as version 2 of the file had it: one article of tests/store/conftest.py.
CREATE TABLE state (
    name TEXT NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY (name)
);
CREATE TABLE articles (
    "row" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT,
    source TEXT,
    url TEXT,
    published TEXT,
    day TEXT,
    instant TEXT,
    parser TEXT NOT NULL,
    text TEXT NOT NULL,
    family INTEGER,
    PRIMARY KEY ("row"),
    UNIQUE ("key")
);
CREATE TABLE places (
    "row" INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    lat FLOAT NOT NULL,
    lon FLOAT NOT NULL,
    admin1 TEXT,
    admin2 TEXT,
    population INTEGER,
    geonameid INTEGER,
    extent JSON,
    PRIMARY KEY ("row"),
    UNIQUE (id)
);
CREATE TABLE copies (
    "row" INTEGER NOT NULL,
    wording TEXT NOT NULL,
    bands JSON NOT NULL,
    PRIMARY KEY ("row")
);
CREATE TABLE bands (
    band INTEGER NOT NULL,
    copy INTEGER NOT NULL,
    PRIMARY KEY (band, copy)
)
 WITHOUT ROWID;
CREATE TABLE labels (
    "row" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY ("row"),
    UNIQUE (text)
);
CREATE TABLE passages (
    article INTEGER NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    copy INTEGER,
    PRIMARY KEY (article, position),
    FOREIGN KEY(article) REFERENCES articles ("row") ON DELETE CASCADE
)
 WITHOUT ROWID;
CREATE TABLE toponyms (
    article INTEGER NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    passage INTEGER,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    score FLOAT NOT NULL,
    reason TEXT NOT NULL,
    place INTEGER,
    candidates JSON NOT NULL,
    name_score FLOAT DEFAULT '1' NOT NULL,
    literal_score FLOAT DEFAULT '1' NOT NULL,
    PRIMARY KEY (article, position),
    FOREIGN KEY(article) REFERENCES articles ("row") ON DELETE CASCADE,
    FOREIGN KEY(place) REFERENCES places ("row")
)
 WITHOUT ROWID;
CREATE TABLE figures (
    article INTEGER NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    passage INTEGER,
    text TEXT NOT NULL,
    quote TEXT NOT NULL,
    low FLOAT,
    high FLOAT,
    approximate BOOLEAN NOT NULL,
    kind TEXT NOT NULL,
    noun TEXT NOT NULL,
    owner TEXT,
    status TEXT NOT NULL,
    currency TEXT,
    same_as INTEGER,
    attribution TEXT,
    date TEXT,
    claim INTEGER,
    subject INTEGER,
    PRIMARY KEY (article, position),
    FOREIGN KEY(article) REFERENCES articles ("row") ON DELETE CASCADE
)
 WITHOUT ROWID;
CREATE TABLE links (
    article INTEGER NOT NULL,
    position INTEGER NOT NULL,
    figure INTEGER NOT NULL,
    toponym INTEGER NOT NULL,
    role TEXT NOT NULL,
    method TEXT NOT NULL,
    place INTEGER,
    score FLOAT DEFAULT '1' NOT NULL,
    PRIMARY KEY (article, position),
    FOREIGN KEY(article) REFERENCES articles ("row") ON DELETE CASCADE,
    FOREIGN KEY(place) REFERENCES places ("row")
)
 WITHOUT ROWID;
CREATE TABLE movements (
    article INTEGER NOT NULL,
    position INTEGER NOT NULL,
    figure INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    destination INTEGER NOT NULL,
    PRIMARY KEY (article, position),
    FOREIGN KEY(article) REFERENCES articles ("row") ON DELETE CASCADE
)
 WITHOUT ROWID;
CREATE TABLE digests (
    article INTEGER NOT NULL,
    day INTEGER NOT NULL,
    instant TEXT,
    source INTEGER,
    family INTEGER,
    passages INTEGER NOT NULL,
    mentions BLOB NOT NULL,
    figures BLOB NOT NULL,
    links BLOB NOT NULL,
    movements BLOB NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY(article) REFERENCES articles ("row") ON DELETE CASCADE
);
CREATE VIRTUAL TABLE search USING fts5(title, text, content='articles', content_rowid='row', tokenize="unicode61 remove_diacritics 2");
INSERT INTO state VALUES ('revision', 1);
INSERT INTO state VALUES ('family', 1);
INSERT INTO labels VALUES (1, 'Black Sea');
INSERT INTO labels VALUES (2, 'Kyiv');
INSERT INTO labels VALUES (3, 'Nowhereville');
INSERT INTO labels VALUES (4, 'Russian');
INSERT INTO labels VALUES (5, 'Wire');
INSERT INTO labels VALUES (6, 'done');
INSERT INTO labels VALUES (7, 'literal');
INSERT INTO labels VALUES (8, 'no such name in the gazetteer');
INSERT INTO labels VALUES (9, 'origin');
INSERT INTO labels VALUES (10, 'troops');
INSERT INTO places VALUES (1, 'gn:3', 'Russia', 'country', 'RU', 60.0, 100.0, NULL, NULL, NULL, NULL, '[19.6, 41.2, -169.0, 81.9]');
INSERT INTO places VALUES (2, 'gn:2', 'Moscow', 'city', 'RU', 55.75, 37.62, 'Moscow', NULL, NULL, NULL, NULL);
INSERT INTO places VALUES (3, 'gn:1', 'Kyiv', 'city', 'UA', 50.45, 30.52, NULL, NULL, 2950000, 1, NULL);
INSERT INTO places VALUES (4, 'x:4', 'Black Sea', 'sea', NULL, 43.4, 34.3, NULL, NULL, NULL, NULL, NULL);
INSERT INTO articles VALUES (1, '87feccf7cb48cedd', '"a"', 'Troops leave', 'Wire', NULL, '2022-02-07', '2022-02-07', '2022-02-07T00:00:00.000000+00:00', '2 old', 'About 1,000 Russian troops left Kyiv. The Black Sea and Nowhereville were calm.', 1);
INSERT INTO passages VALUES (1, 0, 0, 37, 1);
INSERT INTO passages VALUES (1, 1, 38, 79, 2);
INSERT INTO toponyms VALUES (1, 0, 12, 19, 0, 'Russian', 'literal', 0.9, 'most populous', 1, '[["gn:3", "name", 0.9], ["gn:2", "historic", 0.1]]', 1.0, 1.0);
INSERT INTO toponyms VALUES (1, 1, 32, 36, 0, 'Kyiv', 'literal', 0.9, 'most populous', 3, '[["gn:1", "name", 0.9], ["gn:2", "historic", 0.1]]', 1.0, 1.0);
INSERT INTO toponyms VALUES (1, 2, 42, 51, 1, 'Black Sea', 'literal', 0.9, 'most populous', 4, '[["x:4", "name", 0.9], ["gn:2", "historic", 0.1]]', 1.0, 1.0);
INSERT INTO toponyms VALUES (1, 3, 56, 68, 1, 'Nowhereville', 'literal', 0.0, 'no such name in the gazetteer', NULL, '[]', 1.0, 1.0);
INSERT INTO figures VALUES (1, 0, 6, 11, 0, '1,000', 'About 1,000 Russian troops', 1000.0, NULL, 1, 'troops', 'troops', NULL, 'done', NULL, NULL, NULL, NULL, -2007726958883797369, 6883794052525514226);
INSERT INTO links VALUES (1, 0, 0, 1, 'origin', 'syntax', 3, 1.0);
INSERT INTO copies VALUES (1, 'about 1000 @gn:3 troops left @gn:1', '[7402306190102068612]');
INSERT INTO copies VALUES (2, 'the @x:4 and ^nowhereville were calm', '[-2067369619479619300]');
INSERT INTO bands VALUES (-2067369619479619300, 2);
INSERT INTO bands VALUES (7402306190102068612, 1);
INSERT INTO digests VALUES (1, 738193, '2022-02-07T00:00:00.000000+00:00', 5, 1, 2, X'00000000010000000400000007000000000000006666663F00000000030000000200000007000000000000006666663F01000000040000000100000007000000000000006666663F01000000FFFFFFFF03000000070000000800000000000000', X'000000000A00000006000000000000008786C1E1F71E23E4F2DDBA073826885F', X'000000000300000009000000', X'');
INSERT INTO search(search) VALUES ('rebuild');
CREATE INDEX ix_articles_id ON articles (id);
CREATE INDEX passages_by_copy ON passages (copy, article) WHERE copy IS NOT NULL;
CREATE TRIGGER search_insert AFTER INSERT ON articles BEGIN INSERT INTO search(rowid, title, text) VALUES (new.row, new.title, new.text); END;
CREATE TRIGGER search_delete AFTER DELETE ON articles BEGIN INSERT INTO search(search, rowid, title, text) VALUES ('delete', old.row, old.title, old.text); END;
CREATE TRIGGER search_update AFTER UPDATE OF title ON articles BEGIN INSERT INTO search(search, rowid, title, text) VALUES ('delete', old.row, old.title, old.text); INSERT INTO search(rowid, title, text) VALUES (new.row, new.title, new.text); END;
PRAGMA application_id = 1734700910;
PRAGMA user_version = 2;
