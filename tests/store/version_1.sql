-- A store as version 1 of the file had it: two articles of tests/store/conftest.py.
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
    PRIMARY KEY ("row"), 
    UNIQUE ("key")
);
CREATE INDEX articles_day ON articles (day);
CREATE INDEX ix_articles_instant ON articles (instant);
CREATE INDEX ix_articles_id ON articles (id);
CREATE INDEX ix_articles_source ON articles (source);
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
CREATE INDEX ix_places_kind ON places (kind);
CREATE TABLE passages (
    article INTEGER NOT NULL, 
    position INTEGER NOT NULL, 
    start INTEGER NOT NULL, 
    "end" INTEGER NOT NULL, 
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
    PRIMARY KEY (article, position), 
    FOREIGN KEY(article) REFERENCES articles ("row") ON DELETE CASCADE, 
    FOREIGN KEY(place) REFERENCES places ("row")
)
 WITHOUT ROWID;
CREATE INDEX unplaced ON toponyms (text, reason, article) WHERE kind = 'literal' AND place IS NULL;
CREATE INDEX pins_by_article ON toponyms (article, place, kind) WHERE kind = 'literal' AND place IS NOT NULL;
CREATE INDEX pins_by_place ON toponyms (place, article, passage, kind) WHERE kind = 'literal' AND place IS NOT NULL;
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
    PRIMARY KEY (article, position), 
    FOREIGN KEY(article) REFERENCES articles ("row") ON DELETE CASCADE, 
    FOREIGN KEY(place) REFERENCES places ("row")
)
 WITHOUT ROWID;
CREATE INDEX links_by_place ON links (place, article, figure) WHERE place IS NOT NULL;
CREATE VIRTUAL TABLE search USING fts5(title, text, content='articles', content_rowid='row', tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER search_insert AFTER INSERT ON articles BEGIN INSERT INTO search(rowid, title, text) VALUES (new.row, new.title, new.text); END;
CREATE TRIGGER search_delete AFTER DELETE ON articles BEGIN INSERT INTO search(search, rowid, title, text) VALUES ('delete', old.row, old.title, old.text); END;
CREATE TRIGGER search_update AFTER UPDATE OF title ON articles BEGIN INSERT INTO search(search, rowid, title, text) VALUES ('delete', old.row, old.title, old.text); INSERT INTO search(rowid, title, text) VALUES (new.row, new.title, new.text); END;
INSERT INTO state VALUES ('revision', 2);
INSERT INTO places VALUES (1, 'gn:3', 'Russia', 'country', 'RU', 60.0, 100.0, NULL, NULL, NULL, NULL, '[19.6, 41.2, -169.0, 81.9]');
INSERT INTO places VALUES (2, 'gn:2', 'Moscow', 'city', 'RU', 55.75, 37.62, 'Moscow', NULL, NULL, NULL, NULL);
INSERT INTO places VALUES (3, 'gn:1', 'Kyiv', 'city', 'UA', 50.45, 30.52, NULL, NULL, 2950000, 1, NULL);
INSERT INTO places VALUES (4, 'x:4', 'Black Sea', 'sea', NULL, 43.4, 34.3, NULL, NULL, NULL, NULL, NULL);
INSERT INTO articles VALUES (1, '3fa959b47e54bcb5', '"a"', 'Troops leave', 'Wire', NULL, '2022-02-07', '2022-02-07', '2022-02-07T00:00:00.000000+00:00', '1 old', 'Hello. About nothing. About 1,000 Russian troops left Kyiv. End.');
INSERT INTO articles VALUES (2, 'c790ad89b01539bf', '"b"', NULL, NULL, NULL, NULL, NULL, NULL, '', 'Ships crossed the Black Sea to Nowhereville.');
INSERT INTO passages VALUES (1, 0, 0, 6);
INSERT INTO passages VALUES (1, 1, 7, 21);
INSERT INTO passages VALUES (1, 2, 22, 59);
INSERT INTO passages VALUES (1, 3, 60, 64);
INSERT INTO passages VALUES (2, 0, 0, 44);
INSERT INTO toponyms VALUES (1, 0, 34, 41, 2, 'Russian', 'literal', 0.9, 'most populous', 1, '[["gn:3", "name", 0.9], ["gn:2", "historic", 0.1]]');
INSERT INTO toponyms VALUES (1, 1, 54, 58, 2, 'Kyiv', 'literal', 0.9, 'most populous', 3, '[["gn:1", "name", 0.9], ["gn:2", "historic", 0.1]]');
INSERT INTO toponyms VALUES (2, 0, 18, 27, 0, 'Black Sea', 'literal', 0.9, 'most populous', 4, '[["x:4", "name", 0.9], ["gn:2", "historic", 0.1]]');
INSERT INTO toponyms VALUES (2, 1, 31, 43, 0, 'Nowhereville', 'literal', 0.0, 'no such name in the gazetteer', NULL, '[]');
INSERT INTO figures VALUES (1, 0, 28, 33, 2, '1,000', 'About 1,000 Russian troops', 1000.0, NULL, 1, 'troops', 'troops', NULL, 'done');
INSERT INTO links VALUES (1, 0, 0, 1, 'origin', 'syntax', 3);
PRAGMA application_id = 1734700910;
PRAGMA user_version = 1;
