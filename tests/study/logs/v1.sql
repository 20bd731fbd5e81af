-- A log as version 1 made it; v1.jsonl is what it holds.
PRAGMA application_id = 1903847278;
PRAGMA user_version = 1;
CREATE TABLE event (
        arrival INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE CHECK (typeof(uid) = 'text' AND uid <> ''),
        kind TEXT NOT NULL CHECK (kind IN ('begin', 'answer', 'skip', 'override', 'undo', 'end')),
        session TEXT NOT NULL CHECK (typeof(session) = 'text' AND session <> ''),
        mode TEXT NOT NULL CHECK (mode IN ('quiz', 'exam', 'study')),
        time INTEGER NOT NULL CHECK (typeof(time) = 'integer'),
        "offset" INTEGER NOT NULL CHECK (typeof("offset") = 'integer'),
        bank TEXT NOT NULL CHECK (typeof(bank) = 'text'),
        question TEXT NOT NULL CHECK (typeof(question) = 'text'),
        asked TEXT NOT NULL CHECK (typeof(asked) = 'text'),
        answered TEXT NOT NULL CHECK (typeof(answered) = 'text'),
        was TEXT NOT NULL CHECK (typeof(was) = 'text'),
        about TEXT NOT NULL CHECK (typeof(about) = 'text'),
        mark TEXT NOT NULL CHECK (mark IN ('', 'right', 'close', 'partial', 'wrong', 'unmarked')),
        score REAL CHECK (score IS NULL OR (typeof(score) = 'real' AND score BETWEEN 0 AND 1)),
        rating INTEGER CHECK (rating IS NULL OR rating IN (1, 2, 3, 4)),
        response TEXT NOT NULL CHECK (typeof(response) = 'text'),
        hints INTEGER NOT NULL CHECK (typeof(hints) = 'integer' AND hints >= 0),
        duration INTEGER NOT NULL CHECK (typeof(duration) = 'integer' AND duration >= 0),
        scope TEXT NOT NULL CHECK (typeof(scope) = 'text'),
        plan TEXT NOT NULL CHECK (typeof(plan) = 'text'),
        grader INTEGER NOT NULL CHECK (typeof(grader) = 'integer' AND grader >= 0)
    );
INSERT INTO "event" VALUES(1,'5e55-0001','begin','5e55','quiz',1767225600000,60,'','','','','','','',NULL,NULL,'',0,0,'test/bank','["test/bank#who", "test/bank#why", "test/bank#wo-ist-es"]',2);
INSERT INTO "event" VALUES(2,'5e55-0002','answer','5e55','quiz',1767225604000,60,'test/bank','test/bank#who','1:0123456789abcdef','1:fedcba9876543210','test/old#who','','wrong',0.0,1,'Kischida’s “cat”',0,4000,'','[]',2);
INSERT INTO "event" VALUES(3,'5e55-0003','override','5e55','quiz',1767225606000,60,'test/bank','test/bank#who','','','','5e55-0002','right',1.0,3,'',0,0,'','[]',2);
INSERT INTO "event" VALUES(4,'5e55-0004','answer','5e55','quiz',1767225609000,60,'test/bank','test/bank#why','1:00ff00ff00ff00ff','1:ff00ff00ff00ff00','','','unmarked',NULL,NULL,'択捉島; 1 | 2',1,2500,'','[]',2);
INSERT INTO "event" VALUES(5,'5e55-0005','override','5e55','quiz',1767225611000,60,'test/bank','test/bank#why','','','','5e55-0004','partial',3.33333333333333314829e-01,1,'',0,0,'','[]',2);
INSERT INTO "event" VALUES(6,'5e55-0006','undo','5e55','quiz',1767225612000,60,'test/bank','test/bank#why','','','','5e55-0005','',NULL,NULL,'',0,0,'','[]',2);
INSERT INTO "event" VALUES(7,'5e55-0007','skip','5e55','quiz',1767225613000,60,'test/bank','test/bank#wo-ist-es','1:1111111111111111','1:2222222222222222','','','wrong',0.0,NULL,'',0,0,'','[]',2);
INSERT INTO "event" VALUES(8,'5e55-0008','end','5e55','quiz',1767225613000,60,'','','','','','','',NULL,NULL,'',0,0,'','[]',2);
INSERT INTO "event" VALUES(9,'ab12-0002','answer','ab12','study',1767139200000,-210,'test/other','test/other#x','','','','','right',1.0,4,'it''s',0,0,'','[]',1);
CREATE INDEX event_by_bank ON event (bank, session);
CREATE INDEX event_by_session ON event (session);
CREATE INDEX event_by_scope ON event (scope, time) WHERE kind = 'begin';
CREATE TRIGGER event_is_not_replaced BEFORE INSERT ON event
    WHEN EXISTS (SELECT 1 FROM event WHERE uid = NEW.uid OR arrival = NEW.arrival)
    BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;
CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;
CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;
