BEGIN TRANSACTION;
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
INSERT INTO "corrections" VALUES(1,'e5808c6df991914f','5a6f3dbdfd2d50ce',15,17,'12',1,'correct','value','12','14','Ada','2026-11-23 02:16:55.617990','the list names 14',NULL);
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
	CONSTRAINT pk_documents PRIMARY KEY (document_id)
);
INSERT INTO "documents" VALUES('5a6f3dbdfd2d50ce',NULL,'The Courier',NULL,'2025-05-04',NULL,'The mayor said 12 people had died in Tamale on 3 May. There is no water in Tamale.','5a6f3dbdfd2d50ced68282513b6c66c1a4217bf3eae6d41423cf03adde049492','2026-11-23 02:16:55.576843',3,NULL);
INSERT INTO "documents" VALUES('31a3a1bda6caa87c',NULL,'The Echo',NULL,'2025-05-04',NULL,'The Red Cross said 40 people had died in Tamale.','31a3a1bda6caa87c3482acde5a19acdf9bc103f51298a97dfe8aae2c90e6fb2d','2026-11-23 02:16:55.593796',2,NULL);
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
	CONSTRAINT pk_facts PRIMARY KEY (fact_id), 
	CONSTRAINT ck_facts_span_is_forward CHECK (0 <= start AND start < "end"), 
	CONSTRAINT ck_facts_bounds_are_ordered CHECK (low <= high), 
	CONSTRAINT fk_facts_document_id FOREIGN KEY(document_id) REFERENCES documents (document_id)
);
INSERT INTO "facts" VALUES('e5808c6df991914f','5a6f3dbdfd2d50ce',15,17,'{"document_id":"5a6f3dbdfd2d50ce","fact_id":"e5808c6df991914f","start":15,"end":17,"place":"Tamale","country":"GHA","admin1":"Northern","latitude":9.401,"longitude":-0.839,"claimant":"The mayor","claimant_type":"local_authority","claimant_side":"","credibility":"6","event":"","published":"2025-05-04","agency":null,"publisher":"The Courier","as_of":"2025-05-03","as_of_precision":"day","quote":"The mayor said 12 people had died in Tamale on 3 May.","quote_start":0,"quote_end":53,"origin":"text","why":[{"field":"measure","rule":"killed: subject","words":"died","start":29,"end":33},{"field":"claimant","rule":"says it","words":"The mayor said","start":0,"end":14},{"field":"place","rule":"named behind the figure (in)","words":"","start":null,"end":null},{"field":"country","rule":"Tamale: the only place of that name","words":"","start":null,"end":null}],"kind":"figure","number":"12","measure":"killed","value":12,"low":12,"high":12,"qualifier":"exact","unit":"people","unit_text":"people","unit_start":18,"unit_end":24,"group":"","population_group":"unspecified","side":"","perpetrator":"","stance":"reported","hedge":"","verified_by":"","series":"unspecified","period":"","period_start":null,"period_end":null,"part_of":null,"replaced_by":null,"beside":null,"ruled_standing":null}','figure','killed',NULL,14.0,14.0,14.0,'people','Tamale','GHA','The mayor','reported','2025-05-03','2025-05-04','text','extracted',1);
INSERT INTO "facts" VALUES('043521709270288d','5a6f3dbdfd2d50ce',63,71,'{"document_id":"5a6f3dbdfd2d50ce","fact_id":"043521709270288d","start":63,"end":71,"place":"Tamale","country":"GHA","admin1":"Northern","latitude":9.401,"longitude":-0.839,"claimant":"","claimant_type":"own_voice","claimant_side":"","credibility":"6","event":"","published":"2025-05-04","agency":null,"publisher":"The Courier","as_of":"2025-05-04","as_of_precision":"day","quote":"There is no water in Tamale.","quote_start":54,"quote_end":82,"origin":"text","why":[{"field":"condition","rule":"no_water","words":"no water","start":63,"end":71},{"field":"country","rule":"Tamale: the only place of that name","words":"","start":null,"end":null}],"kind":"condition","phrase":"no water","condition":"no_water","state":"present","stance":"reported"}','condition',NULL,'no_water',NULL,NULL,NULL,NULL,'Tamale','GHA','','reported','2025-05-04','2025-05-04','text','extracted',0);
INSERT INTO "facts" VALUES('ca9591653ea5284e','31a3a1bda6caa87c',19,21,'{"document_id":"31a3a1bda6caa87c","fact_id":"ca9591653ea5284e","start":19,"end":21,"place":"Tamale","country":"GHA","admin1":"Northern","latitude":9.401,"longitude":-0.839,"claimant":"The Red Cross","claimant_type":"red_cross_red_crescent","claimant_side":"","credibility":"6","event":"","published":"2025-05-04","agency":null,"publisher":"The Echo","as_of":"2025-05-04","as_of_precision":"day","quote":"The Red Cross said 40 people had died in Tamale.","quote_start":0,"quote_end":48,"origin":"text","why":[{"field":"measure","rule":"killed: subject","words":"died","start":33,"end":37},{"field":"claimant","rule":"says it","words":"The Red Cross said","start":0,"end":18},{"field":"place","rule":"named behind the figure (in)","words":"","start":null,"end":null},{"field":"country","rule":"Tamale: the only place of that name","words":"","start":null,"end":null}],"kind":"figure","number":"40","measure":"killed","value":40,"low":40,"high":40,"qualifier":"exact","unit":"people","unit_text":"people","unit_start":22,"unit_end":28,"group":"","population_group":"unspecified","side":"","perpetrator":"","stance":"reported","hedge":"","verified_by":"","series":"unspecified","period":"","period_start":null,"period_end":null,"part_of":null,"replaced_by":null,"beside":null,"ruled_standing":null}','figure','killed',NULL,40.0,40.0,40.0,'people','Tamale','GHA','The Red Cross','reported','2025-05-04','2025-05-04','text','extracted',0);
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
INSERT INTO "judgements" VALUES(1,'reliability','The Courier','B','Ada','2026-11-23 02:16:55.624542','checked');
CREATE TABLE meta (
	name VARCHAR(40) NOT NULL, 
	value BIGINT NOT NULL, 
	CONSTRAINT pk_meta PRIMARY KEY (name)
);
INSERT INTO "meta" VALUES('schema',2);
INSERT INTO "meta" VALUES('revision',4);
CREATE TABLE text_bands (
	band INTEGER NOT NULL, 
	"key" BIGINT NOT NULL, 
	document_id TEXT NOT NULL, 
	CONSTRAINT pk_text_bands PRIMARY KEY (band, "key", document_id), 
	CONSTRAINT fk_text_bands_document_id FOREIGN KEY(document_id) REFERENCES documents (document_id)
);
INSERT INTO "text_bands" VALUES(0,4703376463880626152,'5a6f3dbdfd2d50ce');
INSERT INTO "text_bands" VALUES(1,3323401927538078884,'5a6f3dbdfd2d50ce');
INSERT INTO "text_bands" VALUES(2,4618752107595116820,'5a6f3dbdfd2d50ce');
INSERT INTO "text_bands" VALUES(3,2707598647927358804,'5a6f3dbdfd2d50ce');
INSERT INTO "text_bands" VALUES(4,7599809445660366154,'5a6f3dbdfd2d50ce');
INSERT INTO "text_bands" VALUES(5,5091261958343717148,'5a6f3dbdfd2d50ce');
INSERT INTO "text_bands" VALUES(6,7139000797543380467,'5a6f3dbdfd2d50ce');
INSERT INTO "text_bands" VALUES(7,6890606056835512201,'5a6f3dbdfd2d50ce');
INSERT INTO "text_bands" VALUES(8,8541652465613087325,'5a6f3dbdfd2d50ce');
INSERT INTO "text_bands" VALUES(9,2905231901398340210,'5a6f3dbdfd2d50ce');
INSERT INTO "text_bands" VALUES(10,1216852441053520443,'5a6f3dbdfd2d50ce');
INSERT INTO "text_bands" VALUES(11,7229916261884131466,'5a6f3dbdfd2d50ce');
INSERT INTO "text_bands" VALUES(12,1244148756995083897,'5a6f3dbdfd2d50ce');
INSERT INTO "text_bands" VALUES(13,1294525069263665850,'5a6f3dbdfd2d50ce');
INSERT INTO "text_bands" VALUES(14,2473043267534085522,'5a6f3dbdfd2d50ce');
INSERT INTO "text_bands" VALUES(15,1657646050493023891,'5a6f3dbdfd2d50ce');
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
CREATE INDEX ix_documents_copy_of ON documents (copy_of);
CREATE INDEX ix_documents_text_hash ON documents (text_hash);
CREATE INDEX ix_documents_published ON documents (published);
CREATE INDEX ix_documents_changed ON documents (changed);
CREATE INDEX ix_judgements_kind_subject ON judgements (kind, subject);
CREATE INDEX ix_facts_condition_place ON facts (condition, place);
CREATE INDEX ix_facts_document_id_start ON facts (document_id, start);
CREATE INDEX ix_facts_place ON facts (place);
CREATE INDEX ix_facts_stance ON facts (stance);
CREATE INDEX ix_facts_claimant ON facts (claimant);
CREATE INDEX ix_facts_as_of ON facts (as_of);
CREATE INDEX ix_facts_published ON facts (published);
CREATE INDEX ix_facts_review ON facts (review);
CREATE INDEX ix_facts_measure_place ON facts (kind, measure, place);
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