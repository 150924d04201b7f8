BEGIN TRANSACTION;
CREATE TABLE changes (
	change_id INTEGER NOT NULL, 
	made DATETIME NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	question_id TEXT NOT NULL, 
	fact_id TEXT NOT NULL, 
	was TEXT NOT NULL, 
	now TEXT NOT NULL, 
	CONSTRAINT pk_changes PRIMARY KEY (change_id)
);
INSERT INTO "changes" VALUES(1,'2026-11-23 05:43:54.443715','new','q-6b3ad2ffa2bf','b6a474b86437e3df','','contested');
CREATE TABLE condition_questions (
	bucket TEXT NOT NULL, 
	at TEXT NOT NULL, 
	question_id TEXT NOT NULL, 
	place TEXT NOT NULL, 
	standing VARCHAR(20) NOT NULL, 
	gravity INTEGER NOT NULL, 
	newest INTEGER NOT NULL, 
	answers INTEGER NOT NULL, 
	facts TEXT NOT NULL, 
	CONSTRAINT pk_condition_questions PRIMARY KEY (bucket, at)
);
INSERT INTO "condition_questions" VALUES('condition no_water','tamale','c-54b16456a754','Tamale','single_source',3,739375,1,'["569438a07f560fc7", "2c18211bccc93a71"]');
CREATE TABLE corrections (
	correction_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	fact_id TEXT NOT NULL, 
	document_id TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	words TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	action VARCHAR(10) NOT NULL, 
	field VARCHAR(40), 
	was TEXT, 
	now TEXT, 
	who TEXT NOT NULL, 
	made DATETIME NOT NULL, 
	why TEXT NOT NULL, 
	undoes INTEGER, 
	CONSTRAINT uq_corrections_fact_id_version UNIQUE (fact_id, version), 
	CONSTRAINT uq_corrections_undoes UNIQUE (undoes), 
	CONSTRAINT ck_corrections_version_counts_from_one CHECK (version >= 1), 
	CONSTRAINT ck_corrections_author_and_reason CHECK (trim(who) <> '' AND trim(why) <> ''), 
	CONSTRAINT ck_corrections_known_action CHECK (action IN ('correct', 'reject', 'approve', 'add', 'undo')), 
	CONSTRAINT ck_corrections_undo_names_its_row CHECK ((action = 'undo') = (undoes IS NOT NULL)), 
	CONSTRAINT ck_corrections_correct_names_its_field CHECK (action <> 'correct' OR field IS NOT NULL), 
	CONSTRAINT ck_corrections_add_holds_its_fact CHECK (action <> 'add' OR now IS NOT NULL), 
	CONSTRAINT fk_corrections_document_id FOREIGN KEY(document_id) REFERENCES documents (document_id), 
	CONSTRAINT fk_corrections_undoes FOREIGN KEY(undoes) REFERENCES corrections (correction_id)
);
INSERT INTO "corrections" VALUES(1,'b6a474b86437e3df','1e75b36f8f64300e',15,17,'12',1,'correct','value','12','14','Ada','2026-11-23 05:43:54.450153','the list names 14',NULL);
CREATE TABLE documents (
	document_id TEXT NOT NULL, 
	title TEXT, 
	publisher TEXT, 
	agency TEXT, 
	published DATE, 
	url TEXT, 
	text TEXT NOT NULL, 
	text_hash VARCHAR(64) NOT NULL, 
	added DATETIME NOT NULL, 
	changed BIGINT DEFAULT '0' NOT NULL, 
	copy_of TEXT, 
	position BIGINT DEFAULT '0' NOT NULL, 
	due BOOLEAN DEFAULT 1 NOT NULL, 
	place_of_figures TEXT DEFAULT '' NOT NULL, 
	place_of_all TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_documents PRIMARY KEY (document_id)
);
INSERT INTO "documents" VALUES('1e75b36f8f64300e',NULL,'The Courier',NULL,'2025-05-04','https://courier.example/tamale','The mayor said 12 people had died in Tamale on 3 May. There is no water in Tamale, and lorries with food wait at the junction for the level of the river to fall, as they did in the year of the last great flood.','1e75b36f8f64300e5a8bc72746e302cf0acb637d1f8cd6a0ecf68933ffb0b4cc','2026-11-23 05:43:54.256968',4,NULL,1,0,'tamale','tamale');
INSERT INTO "documents" VALUES('5310c55cc4c8acfa',NULL,'The Gazette',NULL,'2025-05-04',NULL,'The mayor said 12 people had died in Tamale on 3 May. There is no water in Tamale, and lorries with food wait at the junction for the level of the river to fall, as they did in the year of the last great flood. Our own correspondent.','5310c55cc4c8acfa5c9f0a84de1a2916b1cad95554f09cff3e4448bc45ca536d','2026-11-23 05:43:54.269517',2,'1e75b36f8f64300e',2,0,'tamale','tamale');
INSERT INTO "documents" VALUES('31a3a1bda6caa87c',NULL,'The Echo',NULL,'2025-05-04',NULL,'The Red Cross said 40 people had died in Tamale.','31a3a1bda6caa87c3482acde5a19acdf9bc103f51298a97dfe8aae2c90e6fb2d','2026-11-23 05:43:54.279314',3,NULL,3,0,'tamale','tamale');
CREATE TABLE due_cells (
	bucket TEXT NOT NULL, 
	at TEXT NOT NULL, 
	CONSTRAINT pk_due_cells PRIMARY KEY (bucket, at)
);
CREATE TABLE facts (
	fact_id TEXT NOT NULL, 
	document_id TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	payload TEXT NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	measure VARCHAR(40), 
	condition VARCHAR(40), 
	value FLOAT, 
	low FLOAT, 
	high FLOAT, 
	unit VARCHAR(40), 
	place TEXT NOT NULL, 
	country TEXT, 
	claimant TEXT NOT NULL, 
	stance VARCHAR(40), 
	as_of DATE, 
	published DATE, 
	origin VARCHAR(10) NOT NULL, 
	review VARCHAR(30) NOT NULL, 
	version INTEGER NOT NULL, 
	position BIGINT DEFAULT '0' NOT NULL, 
	day DATE, 
	searched TEXT DEFAULT '' NOT NULL, 
	claimant_type VARCHAR(40), 
	side TEXT, 
	"group" TEXT, 
	event TEXT, 
	bucket TEXT, 
	at TEXT, 
	event_day INTEGER, 
	question_id TEXT, 
	standing VARCHAR(20), 
	superseded BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_facts PRIMARY KEY (fact_id), 
	CONSTRAINT ck_facts_span_is_forward CHECK (0 <= start AND start < "end"), 
	CONSTRAINT ck_facts_bounds_are_ordered CHECK (low <= high), 
	CONSTRAINT fk_facts_document_id FOREIGN KEY(document_id) REFERENCES documents (document_id)
);
INSERT INTO "facts" VALUES('b6a474b86437e3df','1e75b36f8f64300e',15,17,'{"document_id":"1e75b36f8f64300e","fact_id":"b6a474b86437e3df","start":15,"end":17,"place":"Tamale","country":"GHA","admin1":"Northern","latitude":9.401,"longitude":-0.839,"claimant":"The mayor","claimant_type":"local_authority","claimant_side":"","credibility":"6","event":"","published":"2025-05-04","agency":null,"publisher":"The Courier","as_of":"2025-05-03","as_of_precision":"day","quote":"The mayor said 12 people had died in Tamale on 3 May.","quote_start":0,"quote_end":53,"origin":"text","why":[{"field":"measure","rule":"killed: subject","words":"died","start":29,"end":33},{"field":"claimant","rule":"says it","words":"The mayor said","start":0,"end":14},{"field":"place","rule":"named behind the figure (in)","words":"","start":null,"end":null},{"field":"country","rule":"Tamale: the only place of that name","words":"","start":null,"end":null}],"kind":"figure","number":"12","measure":"killed","value":12,"low":12,"high":12,"qualifier":"exact","unit":"people","unit_text":"people","unit_start":18,"unit_end":24,"group":"","population_group":"unspecified","side":"","perpetrator":"","stance":"reported","hedge":"","verified_by":"","series":"unspecified","period":"","period_start":null,"period_end":null,"part_of":null,"replaced_by":null,"beside":null,"ruled_standing":null}','figure','killed',NULL,14.0,14.0,14.0,'people','Tamale','GHA','The mayor','reported','2025-05-03','2025-05-04','text','extracted',1,1,'2025-05-03','12
the mayor said 12 people had died in tamale on 3 may.

tamale
the mayor','local_authority','','','','killed people people','tamale',NULL,'q-6b3ad2ffa2bf','contested',0);
INSERT INTO "facts" VALUES('569438a07f560fc7','1e75b36f8f64300e',63,71,'{"document_id":"1e75b36f8f64300e","fact_id":"569438a07f560fc7","start":63,"end":71,"place":"Tamale","country":"GHA","admin1":"Northern","latitude":9.401,"longitude":-0.839,"claimant":"","claimant_type":"own_voice","claimant_side":"","credibility":"6","event":"","published":"2025-05-04","agency":null,"publisher":"The Courier","as_of":"2025-05-04","as_of_precision":"day","quote":"There is no water in Tamale, and lorries with food wait at the junction for the level of the river to fall, as they did in the year of the last great flood.","quote_start":54,"quote_end":210,"origin":"text","why":[{"field":"condition","rule":"no_water","words":"no water","start":63,"end":71},{"field":"country","rule":"Tamale: the only place of that name","words":"","start":null,"end":null}],"kind":"condition","phrase":"no water","condition":"no_water","state":"present","stance":"reported"}','condition',NULL,'no_water',NULL,NULL,NULL,NULL,'Tamale','GHA','','reported','2025-05-04','2025-05-04','text','extracted',0,1,'2025-05-04','no water
there is no water in tamale, and lorries with food wait at the junction for the level of the river to fall, as they did in the year of the last great flood.

tamale
','own_voice',NULL,NULL,'','condition no_water','tamale',NULL,'c-54b16456a754','single_source',0);
INSERT INTO "facts" VALUES('89edfd650933f00d','5310c55cc4c8acfa',15,17,'{"document_id":"5310c55cc4c8acfa","fact_id":"89edfd650933f00d","start":15,"end":17,"place":"Tamale","country":"GHA","admin1":"Northern","latitude":9.401,"longitude":-0.839,"claimant":"The mayor","claimant_type":"local_authority","claimant_side":"","credibility":"6","event":"","published":"2025-05-04","agency":null,"publisher":"The Gazette","as_of":"2025-05-03","as_of_precision":"day","quote":"The mayor said 12 people had died in Tamale on 3 May.","quote_start":0,"quote_end":53,"origin":"text","why":[{"field":"measure","rule":"killed: subject","words":"died","start":29,"end":33},{"field":"claimant","rule":"says it","words":"The mayor said","start":0,"end":14},{"field":"place","rule":"named behind the figure (in)","words":"","start":null,"end":null},{"field":"country","rule":"Tamale: the only place of that name","words":"","start":null,"end":null}],"kind":"figure","number":"12","measure":"killed","value":12,"low":12,"high":12,"qualifier":"exact","unit":"people","unit_text":"people","unit_start":18,"unit_end":24,"group":"","population_group":"unspecified","side":"","perpetrator":"","stance":"reported","hedge":"","verified_by":"","series":"unspecified","period":"","period_start":null,"period_end":null,"part_of":null,"replaced_by":null,"beside":null,"ruled_standing":null}','figure','killed',NULL,12.0,12.0,12.0,'people','Tamale','GHA','The mayor','reported','2025-05-03','2025-05-04','text','extracted',0,2,'2025-05-03','12
the mayor said 12 people had died in tamale on 3 may.

tamale
the mayor','local_authority','','','','killed people people','tamale',NULL,'q-6b3ad2ffa2bf','contested',0);
INSERT INTO "facts" VALUES('2c18211bccc93a71','5310c55cc4c8acfa',63,71,'{"document_id":"5310c55cc4c8acfa","fact_id":"2c18211bccc93a71","start":63,"end":71,"place":"Tamale","country":"GHA","admin1":"Northern","latitude":9.401,"longitude":-0.839,"claimant":"","claimant_type":"own_voice","claimant_side":"","credibility":"6","event":"","published":"2025-05-04","agency":null,"publisher":"The Gazette","as_of":"2025-05-04","as_of_precision":"day","quote":"There is no water in Tamale, and lorries with food wait at the junction for the level of the river to fall, as they did in the year of the last great flood.","quote_start":54,"quote_end":210,"origin":"text","why":[{"field":"condition","rule":"no_water","words":"no water","start":63,"end":71},{"field":"country","rule":"Tamale: the only place of that name","words":"","start":null,"end":null}],"kind":"condition","phrase":"no water","condition":"no_water","state":"present","stance":"reported"}','condition',NULL,'no_water',NULL,NULL,NULL,NULL,'Tamale','GHA','','reported','2025-05-04','2025-05-04','text','extracted',0,2,'2025-05-04','no water
there is no water in tamale, and lorries with food wait at the junction for the level of the river to fall, as they did in the year of the last great flood.

tamale
','own_voice',NULL,NULL,'','condition no_water','tamale',NULL,'c-54b16456a754','single_source',0);
INSERT INTO "facts" VALUES('ca9591653ea5284e','31a3a1bda6caa87c',19,21,'{"document_id":"31a3a1bda6caa87c","fact_id":"ca9591653ea5284e","start":19,"end":21,"place":"Tamale","country":"GHA","admin1":"Northern","latitude":9.401,"longitude":-0.839,"claimant":"The Red Cross","claimant_type":"red_cross_red_crescent","claimant_side":"","credibility":"6","event":"","published":"2025-05-04","agency":null,"publisher":"The Echo","as_of":"2025-05-04","as_of_precision":"day","quote":"The Red Cross said 40 people had died in Tamale.","quote_start":0,"quote_end":48,"origin":"text","why":[{"field":"measure","rule":"killed: subject","words":"died","start":33,"end":37},{"field":"claimant","rule":"says it","words":"The Red Cross said","start":0,"end":18},{"field":"place","rule":"named behind the figure (in)","words":"","start":null,"end":null},{"field":"country","rule":"Tamale: the only place of that name","words":"","start":null,"end":null}],"kind":"figure","number":"40","measure":"killed","value":40,"low":40,"high":40,"qualifier":"exact","unit":"people","unit_text":"people","unit_start":22,"unit_end":28,"group":"","population_group":"unspecified","side":"","perpetrator":"","stance":"reported","hedge":"","verified_by":"","series":"unspecified","period":"","period_start":null,"period_end":null,"part_of":null,"replaced_by":null,"beside":null,"ruled_standing":null}','figure','killed',NULL,40.0,40.0,40.0,'people','Tamale','GHA','The Red Cross','reported','2025-05-04','2025-05-04','text','extracted',0,3,'2025-05-04','40
the red cross said 40 people had died in tamale.

tamale
the red cross','red_cross_red_crescent','','','','killed people people','tamale',NULL,'q-6b3ad2ffa2bf','contested',0);
CREATE TABLE findings (
	bucket TEXT NOT NULL, 
	at TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	kind VARCHAR(30) NOT NULL, 
	told BOOLEAN NOT NULL, 
	newest INTEGER NOT NULL, 
	sentence TEXT NOT NULL, 
	claimant TEXT NOT NULL, 
	fact_id TEXT NOT NULL, 
	against TEXT, 
	also_against TEXT, 
	CONSTRAINT pk_findings PRIMARY KEY (bucket, at, number)
);
CREATE TABLE judgements (
	judgement_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR(20) NOT NULL, 
	subject TEXT NOT NULL, 
	now TEXT, 
	who TEXT NOT NULL, 
	made DATETIME NOT NULL, 
	why TEXT NOT NULL, 
	CONSTRAINT ck_judgements_author_reason_and_subject CHECK (trim(who) <> '' AND trim(why) <> '' AND trim(subject) <> '')
);
INSERT INTO "judgements" VALUES(1,'reliability','The Echo','B','Ada','2026-11-23 05:43:54.463004','known for years');
CREATE TABLE meta (
	name VARCHAR(40) NOT NULL, 
	value BIGINT NOT NULL, 
	CONSTRAINT pk_meta PRIMARY KEY (name)
);
INSERT INTO "meta" VALUES('schema',3);
INSERT INTO "meta" VALUES('revision',5);
INSERT INTO "meta" VALUES('judgements compared',1);
INSERT INTO "meta" VALUES('compared',5);
CREATE TABLE questions (
	bucket TEXT NOT NULL, 
	at TEXT NOT NULL, 
	question_id TEXT NOT NULL, 
	measure VARCHAR(40) NOT NULL, 
	unit VARCHAR(40) NOT NULL, 
	standing VARCHAR(20) NOT NULL, 
	gravity INTEGER NOT NULL, 
	spread FLOAT NOT NULL, 
	claims INTEGER NOT NULL, 
	answers INTEGER NOT NULL, 
	size FLOAT NOT NULL, 
	ruled BOOLEAN NOT NULL, 
	payload TEXT NOT NULL, 
	CONSTRAINT pk_questions PRIMARY KEY (bucket, at, question_id)
);
INSERT INTO "questions" VALUES('killed people people','*','q-6b3ad2ffa2bf','killed','people','contested',3,26.0,2,2,1.00000300003999844191e+06,0,'{"group":"","side":"","place":"Tamale","event":"","reason":"The mayor: 14. The Red Cross: 40. 2.9 times apart.","factor":2.857142857142857,"worked_out":"The mayor: 14. The Red Cross: 40. 2.9 times apart.","population_group":"unspecified","computed":"contested","claims":[{"claimant":"The mayor","publishers":["The Courier","The Gazette"],"reports":["1e75b36f8f64300e","5310c55cc4c8acfa"],"own_voice":false,"revised_down":false,"current":["89edfd650933f00d","b6a474b86437e3df"],"superseded":[],"figure":"b6a474b86437e3df"},{"claimant":"The Red Cross","publishers":["The Echo"],"reports":["31a3a1bda6caa87c"],"own_voice":false,"revised_down":false,"current":["ca9591653ea5284e"],"superseded":[],"figure":"ca9591653ea5284e"}],"facts":["89edfd650933f00d","b6a474b86437e3df","ca9591653ea5284e"],"superseded":[],"denials":[],"ruling":null}');
CREATE TABLE text_bands (
	band INTEGER NOT NULL, 
	"key" BIGINT NOT NULL, 
	document_id TEXT NOT NULL, 
	CONSTRAINT pk_text_bands PRIMARY KEY (band, "key", document_id), 
	CONSTRAINT fk_text_bands_document_id FOREIGN KEY(document_id) REFERENCES documents (document_id)
);
INSERT INTO "text_bands" VALUES(0,2978554774499696069,'1e75b36f8f64300e');
INSERT INTO "text_bands" VALUES(1,7037294493049537735,'1e75b36f8f64300e');
INSERT INTO "text_bands" VALUES(2,7477673211049101047,'1e75b36f8f64300e');
INSERT INTO "text_bands" VALUES(3,1910699215586959503,'1e75b36f8f64300e');
INSERT INTO "text_bands" VALUES(4,4909517735745160397,'1e75b36f8f64300e');
INSERT INTO "text_bands" VALUES(5,1271772020943883256,'1e75b36f8f64300e');
INSERT INTO "text_bands" VALUES(6,4235183588702766295,'1e75b36f8f64300e');
INSERT INTO "text_bands" VALUES(7,5448050583875487030,'1e75b36f8f64300e');
INSERT INTO "text_bands" VALUES(8,6614985508381054261,'1e75b36f8f64300e');
INSERT INTO "text_bands" VALUES(9,4231591338833446558,'1e75b36f8f64300e');
INSERT INTO "text_bands" VALUES(10,4763952271628873529,'1e75b36f8f64300e');
INSERT INTO "text_bands" VALUES(11,5195789017146949003,'1e75b36f8f64300e');
INSERT INTO "text_bands" VALUES(12,6302102398180488781,'1e75b36f8f64300e');
INSERT INTO "text_bands" VALUES(13,2776517200001330578,'1e75b36f8f64300e');
INSERT INTO "text_bands" VALUES(14,6576737179289586869,'1e75b36f8f64300e');
INSERT INTO "text_bands" VALUES(15,8053980632811150311,'1e75b36f8f64300e');
INSERT INTO "text_bands" VALUES(0,5948743414528018128,'5310c55cc4c8acfa');
INSERT INTO "text_bands" VALUES(1,7037294493049537735,'5310c55cc4c8acfa');
INSERT INTO "text_bands" VALUES(2,7477673211049101047,'5310c55cc4c8acfa');
INSERT INTO "text_bands" VALUES(3,1910699215586959503,'5310c55cc4c8acfa');
INSERT INTO "text_bands" VALUES(4,4909517735745160397,'5310c55cc4c8acfa');
INSERT INTO "text_bands" VALUES(5,1271772020943883256,'5310c55cc4c8acfa');
INSERT INTO "text_bands" VALUES(6,1183131493985189133,'5310c55cc4c8acfa');
INSERT INTO "text_bands" VALUES(7,5448050583875487030,'5310c55cc4c8acfa');
INSERT INTO "text_bands" VALUES(8,6614907635863437409,'5310c55cc4c8acfa');
INSERT INTO "text_bands" VALUES(9,4231591338833446558,'5310c55cc4c8acfa');
INSERT INTO "text_bands" VALUES(10,4763952271628873529,'5310c55cc4c8acfa');
INSERT INTO "text_bands" VALUES(11,5195789017146949003,'5310c55cc4c8acfa');
INSERT INTO "text_bands" VALUES(12,6302102398180488781,'5310c55cc4c8acfa');
INSERT INTO "text_bands" VALUES(13,2776517200001330578,'5310c55cc4c8acfa');
INSERT INTO "text_bands" VALUES(14,6576737179289586869,'5310c55cc4c8acfa');
INSERT INTO "text_bands" VALUES(15,1333550550972220000,'5310c55cc4c8acfa');
INSERT INTO "text_bands" VALUES(0,3182114519683135954,'31a3a1bda6caa87c');
INSERT INTO "text_bands" VALUES(1,1228138272948953450,'31a3a1bda6caa87c');
INSERT INTO "text_bands" VALUES(2,6321634031457068454,'31a3a1bda6caa87c');
INSERT INTO "text_bands" VALUES(3,5025654275752765337,'31a3a1bda6caa87c');
INSERT INTO "text_bands" VALUES(4,4753577792851443788,'31a3a1bda6caa87c');
INSERT INTO "text_bands" VALUES(5,7138359717955790805,'31a3a1bda6caa87c');
INSERT INTO "text_bands" VALUES(6,7507550974732688038,'31a3a1bda6caa87c');
INSERT INTO "text_bands" VALUES(7,7970008146405902493,'31a3a1bda6caa87c');
INSERT INTO "text_bands" VALUES(8,7231114739419783888,'31a3a1bda6caa87c');
INSERT INTO "text_bands" VALUES(9,479640017224558792,'31a3a1bda6caa87c');
INSERT INTO "text_bands" VALUES(10,6835277730605540070,'31a3a1bda6caa87c');
INSERT INTO "text_bands" VALUES(11,3391916775802848873,'31a3a1bda6caa87c');
INSERT INTO "text_bands" VALUES(12,7976414127346450273,'31a3a1bda6caa87c');
INSERT INTO "text_bands" VALUES(13,5100494423245594676,'31a3a1bda6caa87c');
INSERT INTO "text_bands" VALUES(14,4228023508294243681,'31a3a1bda6caa87c');
INSERT INTO "text_bands" VALUES(15,4902317014993041939,'31a3a1bda6caa87c');
CREATE INDEX ix_documents_text_hash ON documents (text_hash);
CREATE INDEX ix_documents_changed ON documents (changed);
CREATE INDEX ix_documents_published ON documents (published);
CREATE INDEX ix_documents_position ON documents (position);
CREATE INDEX ix_documents_due_position ON documents (due, position);
CREATE INDEX ix_documents_copy_of ON documents (copy_of);
CREATE INDEX ix_questions_measure ON questions (measure, gravity, spread, claims, question_id);
CREATE INDEX ix_questions_size ON questions (measure, size, question_id);
CREATE INDEX ix_questions_question_id ON questions (question_id);
CREATE INDEX ix_questions_standing ON questions (standing, measure, unit, answers);
CREATE INDEX ix_questions_rank ON questions (gravity, spread, claims, question_id);
CREATE INDEX ix_condition_questions_question_id ON condition_questions (question_id);
CREATE INDEX ix_condition_questions_place ON condition_questions (place);
CREATE INDEX ix_condition_questions_rank ON condition_questions (gravity, newest);
CREATE INDEX ix_findings_rank ON findings (told, newest);
CREATE INDEX ix_findings_fact_id ON findings (fact_id);
CREATE INDEX ix_changes_made ON changes (made);
CREATE INDEX ix_judgements_kind_subject ON judgements (kind, subject);
CREATE INDEX ix_facts_measure_place ON facts (kind, measure, place);
CREATE INDEX ix_facts_condition_place ON facts (condition, place);
CREATE INDEX ix_facts_day ON facts (day);
CREATE INDEX ix_facts_size ON facts (kind, value);
CREATE INDEX ix_facts_published ON facts (published);
CREATE INDEX ix_facts_review ON facts (review);
CREATE INDEX ix_facts_side ON facts (side);
CREATE INDEX ix_facts_group ON facts ("group");
CREATE INDEX ix_facts_event ON facts (event);
CREATE INDEX ix_facts_document_id_start ON facts (document_id, start);
CREATE INDEX ix_facts_position ON facts (position, start, "end", fact_id);
CREATE INDEX ix_facts_as_of ON facts (as_of);
CREATE INDEX ix_facts_bucket_at ON facts (bucket, at);
CREATE INDEX ix_facts_question_id ON facts (question_id);
CREATE INDEX ix_facts_stance ON facts (stance);
CREATE INDEX ix_facts_searched ON facts (searched);
CREATE INDEX ix_facts_asked ON facts (kind, measure, review, superseded, standing, stance, day, position, question_id, place, claimant);
CREATE INDEX ix_facts_asked_of_claimant ON facts (claimant, kind, measure, review, superseded, standing, stance, day, position, question_id, claimant_type, place);
CREATE INDEX ix_facts_asked_of_place ON facts (place, kind, measure, review, superseded, standing, stance, day, position, question_id);
CREATE INDEX ix_corrections_document_id ON corrections (document_id);
CREATE TRIGGER corrections_no_UPDATE BEFORE UPDATE ON corrections
BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;
CREATE TRIGGER corrections_no_DELETE BEFORE DELETE ON corrections
BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;
CREATE TRIGGER judgements_no_UPDATE BEFORE UPDATE ON judgements
BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END;
CREATE TRIGGER judgements_no_DELETE BEFORE DELETE ON judgements
BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('corrections',1);
INSERT INTO "sqlite_sequence" VALUES('judgements',1);
COMMIT;
