BEGIN TRANSACTION;
CREATE TABLE album_genres (
	album_id INTEGER NOT NULL, 
	genre_id INTEGER NOT NULL, 
	PRIMARY KEY (album_id, genre_id), 
	FOREIGN KEY(album_id) REFERENCES albums (id), 
	FOREIGN KEY(genre_id) REFERENCES genres (id)
);
INSERT INTO "album_genres" VALUES(1,1);
INSERT INTO "album_genres" VALUES(1,3);
INSERT INTO "album_genres" VALUES(2,3);
INSERT INTO "album_genres" VALUES(3,2);
INSERT INTO "album_genres" VALUES(3,4);
INSERT INTO "album_genres" VALUES(5,1);
INSERT INTO "album_genres" VALUES(6,5);
CREATE TABLE album_tags (
	album_id INTEGER NOT NULL, 
	tag_id INTEGER NOT NULL, 
	FOREIGN KEY(album_id) REFERENCES albums (id), 
	FOREIGN KEY(tag_id) REFERENCES tags (id)
);
INSERT INTO "album_tags" VALUES(1,1);
INSERT INTO "album_tags" VALUES(1,2);
INSERT INTO "album_tags" VALUES(1,1);
INSERT INTO "album_tags" VALUES(2,3);
INSERT INTO "album_tags" VALUES(5,1);
INSERT INTO "album_tags" VALUES(5,1);
CREATE TABLE albums (
	id INTEGER NOT NULL, 
	band_id INTEGER, 
	label_id INTEGER, 
	album_title VARCHAR(60) NOT NULL, 
	year INTEGER, 
	price NUMERIC(8, 2), 
	released DATE, 
	mood VARCHAR(4), 
	extra JSON, 
	PRIMARY KEY (id), 
	FOREIGN KEY(band_id) REFERENCES bands (id), 
	FOREIGN KEY(label_id) REFERENCES labels (id)
);
INSERT INTO "albums" VALUES(1,1,1,'Meddle',1971,12.5,'1971-10-30','calm','{"sides": 2}');
INSERT INTO "albums" VALUES(2,1,1,'Animals',1977,9.99,'1977-01-21','loud','null');
INSERT INTO "albums" VALUES(3,2,NULL,'Cut',1979,15,'1979-09-07','loud','[1, "x"]');
INSERT INTO "albums" VALUES(4,3,3,'Life''s Too Good',1988,NULL,'1988-04-25',NULL,'null');
INSERT INTO "albums" VALUES(5,4,2,'深淵',1989,20,NULL,'loud','null');
INSERT INTO "albums" VALUES(6,NULL,1,'Various % Artists',1971,1,NULL,NULL,'null');
INSERT INTO "albums" VALUES(7,1,NULL,'Untitled',NULL,NULL,NULL,NULL,'null');
INSERT INTO "albums" VALUES(8,NULL,NULL,'Lost',1980,NULL,NULL,'calm','{}');
CREATE TABLE archived (
	id INTEGER NOT NULL, 
	festival_id INTEGER, 
	text TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(festival_id) REFERENCES festivals (id)
);
INSERT INTO "archived" VALUES(1,1,'old');
INSERT INTO "archived" VALUES(2,1,'older');
CREATE TABLE band_links (
	from_id INTEGER NOT NULL, 
	to_id INTEGER NOT NULL, 
	kind VARCHAR(10), 
	PRIMARY KEY (from_id, to_id), 
	FOREIGN KEY(from_id) REFERENCES bands (id), 
	FOREIGN KEY(to_id) REFERENCES bands (id)
);
INSERT INTO "band_links" VALUES(1,2,'tour');
INSERT INTO "band_links" VALUES(1,3,'cover');
INSERT INTO "band_links" VALUES(3,1,NULL);
CREATE TABLE band_similar (
	band_id INTEGER NOT NULL, 
	similar_id INTEGER NOT NULL, 
	PRIMARY KEY (band_id, similar_id), 
	FOREIGN KEY(band_id) REFERENCES bands (id), 
	FOREIGN KEY(similar_id) REFERENCES bands (id)
);
INSERT INTO "band_similar" VALUES(1,4);
INSERT INTO "band_similar" VALUES(1,2);
INSERT INTO "band_similar" VALUES(2,1);
INSERT INTO "band_similar" VALUES(2,3);
INSERT INTO "band_similar" VALUES(4,4);
CREATE TABLE bands (
	id INTEGER NOT NULL, 
	name VARCHAR(50) NOT NULL, 
	founded INTEGER, 
	country VARCHAR(2), 
	lat FLOAT, 
	lon FLOAT, 
	manager_id INTEGER, 
	bio TEXT, 
	logo BLOB, 
	poster_url VARCHAR(80), 
	PRIMARY KEY (id), 
	FOREIGN KEY(manager_id) REFERENCES managers (id)
);
INSERT INTO "bands" VALUES(1,'Pink Floyd',1965,'GB',51.5,-0.12,1,'Formed in London.',X'89504E4700','floyd.png');
INSERT INTO "bands" VALUES(2,'The Slits',1976,'GB',51.5,-0.12,NULL,NULL,NULL,NULL);
INSERT INTO "bands" VALUES(3,'Sykurmolarnir',1986,'IS',64.15,-21.95,2,'Ísland.',NULL,'sykur.png');
INSERT INTO "bands" VALUES(4,'不失者',1978,'JP',NULL,NULL,NULL,'Fushitsusha',X'',NULL);
INSERT INTO "bands" VALUES(5,'100% Proof',NULL,NULL,NULL,NULL,1,NULL,NULL,NULL);
INSERT INTO "bands" VALUES(6,'The Slits',2005,'GB',NULL,NULL,NULL,'The same name again.',NULL,NULL);
CREATE TABLE card_payments (
	id INTEGER NOT NULL, 
	number VARCHAR(20), 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES payments (id)
);
INSERT INTO "card_payments" VALUES(1,'4111');
INSERT INTO "card_payments" VALUES(4,NULL);
CREATE TABLE cash_payments (
	id INTEGER NOT NULL, 
	currency VARCHAR(3), 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES payments (id)
);
INSERT INTO "cash_payments" VALUES(2,'ISK');
CREATE TABLE cities (
	id INTEGER NOT NULL, 
	name VARCHAR(40) NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "cities" VALUES(1,'München');
INSERT INTO "cities" VALUES(2,'Αθήνα');
INSERT INTO "cities" VALUES(3,'Leeds');
CREATE TABLE credits (
	musician_id INTEGER NOT NULL, 
	album_id INTEGER NOT NULL, 
	role VARCHAR(20) NOT NULL, 
	PRIMARY KEY (musician_id, album_id, role), 
	FOREIGN KEY(musician_id) REFERENCES musicians (id), 
	FOREIGN KEY(album_id) REFERENCES albums (id)
);
INSERT INTO "credits" VALUES(3,1,'bass');
INSERT INTO "credits" VALUES(3,1,'voice');
INSERT INTO "credits" VALUES(4,1,'guitar');
INSERT INTO "credits" VALUES(3,2,'bass');
INSERT INTO "credits" VALUES(6,5,'everything');
INSERT INTO "credits" VALUES(10,3,'voice');
CREATE TABLE days (
	id INTEGER NOT NULL, 
	festival_id INTEGER, 
	date DATE, 
	PRIMARY KEY (id), 
	FOREIGN KEY(festival_id) REFERENCES festivals (id)
);
INSERT INTO "days" VALUES(1,1,'2024-06-02');
INSERT INTO "days" VALUES(2,1,'2024-06-01');
INSERT INTO "days" VALUES(3,2,NULL);
CREATE TABLE executives (
	id INTEGER NOT NULL, 
	title VARCHAR(30), 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES managers (id)
);
INSERT INTO "executives" VALUES(2,'Chair');
CREATE TABLE festival_guests (
	festival_id INTEGER NOT NULL, 
	guest_id INTEGER NOT NULL, 
	PRIMARY KEY (festival_id, guest_id), 
	FOREIGN KEY(festival_id) REFERENCES festivals (id), 
	FOREIGN KEY(guest_id) REFERENCES guests (id)
);
INSERT INTO "festival_guests" VALUES(1,1);
INSERT INTO "festival_guests" VALUES(1,2);
INSERT INTO "festival_guests" VALUES(2,2);
CREATE TABLE festivals (
	id INTEGER NOT NULL, 
	name VARCHAR(40) NOT NULL, 
	city_id INTEGER NOT NULL, 
	partner_id INTEGER, 
	"plan" TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(city_id) REFERENCES cities (id), 
	FOREIGN KEY(partner_id) REFERENCES festivals (id)
);
INSERT INTO "festivals" VALUES(1,'Sommer',1,NULL,'secret');
INSERT INTO "festivals" VALUES(2,'Θερινό',2,1,NULL);
INSERT INTO "festivals" VALUES(3,'Leer',1,2,NULL);
CREATE TABLE genres (
	id INTEGER NOT NULL, 
	name VARCHAR(30) NOT NULL, 
	parent_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(parent_id) REFERENCES genres (id)
);
INSERT INTO "genres" VALUES(1,'rock',NULL);
INSERT INTO "genres" VALUES(2,'punk',1);
INSERT INTO "genres" VALUES(3,'prog',1);
INSERT INTO "genres" VALUES(4,'post-punk',2);
INSERT INTO "genres" VALUES(5,'chanson',NULL);
INSERT INTO "genres" VALUES(6,'art punk',4);
CREATE TABLE guests (
	id INTEGER NOT NULL, 
	name VARCHAR(30) NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "guests" VALUES(1,'Gästin');
INSERT INTO "guests" VALUES(2,'Ένας');
INSERT INTO "guests" VALUES(3,'Nobody');
CREATE TABLE labels (
	id INTEGER NOT NULL, 
	name VARCHAR(40) NOT NULL, 
	country_code VARCHAR(2), 
	PRIMARY KEY (id)
);
INSERT INTO "labels" VALUES(1,'Harvest','GB');
INSERT INTO "labels" VALUES(2,'Ōmagatoki','JP');
INSERT INTO "labels" VALUES(3,'Nobody''s',NULL);
CREATE TABLE live_recordings (
	id INTEGER NOT NULL, 
	name VARCHAR(40), 
	venue_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(venue_id) REFERENCES venues (id)
);
INSERT INTO "live_recordings" VALUES(1,'At the Ufo',1);
INSERT INTO "live_recordings" VALUES(2,'In Athens',3);
INSERT INTO "live_recordings" VALUES(3,'Nowhere',NULL);
CREATE TABLE managers (
	id INTEGER NOT NULL, 
	agency VARCHAR(30), 
	share NUMERIC(5, 2), 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES people (id)
);
INSERT INTO "managers" VALUES(1,'EMKA',10);
INSERT INTO "managers" VALUES(2,'One Little',12.5);
INSERT INTO "managers" VALUES(9,NULL,NULL);
CREATE TABLE musicians (
	id INTEGER NOT NULL, 
	band_id INTEGER, 
	instrument VARCHAR(20), 
	contract TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES people (id), 
	FOREIGN KEY(band_id) REFERENCES bands (id)
);
INSERT INTO "musicians" VALUES(3,1,'bass','C-1');
INSERT INTO "musicians" VALUES(4,1,'guitar',NULL);
INSERT INTO "musicians" VALUES(5,3,'voice',NULL);
INSERT INTO "musicians" VALUES(6,4,'hurdy-gurdy',NULL);
INSERT INTO "musicians" VALUES(8,NULL,'drums',NULL);
INSERT INTO "musicians" VALUES(10,2,'voice','C-2');
CREATE TABLE notes (
	id INTEGER NOT NULL, 
	album_id INTEGER NOT NULL, 
	topic VARCHAR(20) NOT NULL, 
	text TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(album_id) REFERENCES albums (id)
);
INSERT INTO "notes" VALUES(1,1,'sound','Warm');
INSERT INTO "notes" VALUES(2,1,'cover','An ear');
INSERT INTO "notes" VALUES(3,3,'sound',NULL);
INSERT INTO "notes" VALUES(4,5,'größe','12"');
CREATE TABLE payments (
	id INTEGER NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	amount NUMERIC(10, 2) NOT NULL, 
	payer_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(payer_id) REFERENCES people (id)
);
INSERT INTO "payments" VALUES(1,'card',12.5,7);
INSERT INTO "payments" VALUES(2,'cash',3,7);
INSERT INTO "payments" VALUES(3,'payment',0.01,NULL);
INSERT INTO "payments" VALUES(4,'card',99999999.99,3);
CREATE TABLE people (
	id INTEGER NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	name VARCHAR(50) NOT NULL, 
	born DATE, 
	mentor_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(mentor_id) REFERENCES people (id)
);
INSERT INTO "people" VALUES(1,'manager','Steve O''Rourke','1940-10-01',NULL);
INSERT INTO "people" VALUES(2,'executive','Mary Quant','1930-02-11',1);
INSERT INTO "people" VALUES(3,'musician','Roger Waters','1943-09-06',NULL);
INSERT INTO "people" VALUES(4,'musician','David Gilmour','1946-03-06',3);
INSERT INTO "people" VALUES(5,'musician','Björk Guðmundsdóttir','1965-11-21',NULL);
INSERT INTO "people" VALUES(6,'musician','灰野 敬二','1952-05-03',5);
INSERT INTO "people" VALUES(7,'person','A Fan',NULL,3);
INSERT INTO "people" VALUES(8,'musician','Nobody''s Drummer',NULL,NULL);
INSERT INTO "people" VALUES(9,'manager','Zoë 😀',NULL,2);
INSERT INTO "people" VALUES(10,'musician','Ari Up','1962-01-17',5);
CREATE TABLE photos (
	id INTEGER NOT NULL, 
	width INTEGER, 
	height INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES visuals (id)
);
INSERT INTO "photos" VALUES(1,600,600);
INSERT INTO "photos" VALUES(4,1200,NULL);
INSERT INTO "photos" VALUES(5,NULL,NULL);
CREATE TABLE plays (
	id INTEGER NOT NULL, 
	album_id INTEGER, 
	position INTEGER, 
	played_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(album_id, position) REFERENCES tracks (album_id, position)
);
INSERT INTO "plays" VALUES(1,1,3,'2024-01-01 20:00:00.000000');
INSERT INTO "plays" VALUES(2,1,3,'2024-01-02 21:30:00.000005');
INSERT INTO "plays" VALUES(3,1,1,NULL);
INSERT INTO "plays" VALUES(4,3,2,'2024-01-01 20:00:00.000000');
INSERT INTO "plays" VALUES(5,NULL,NULL,'2024-02-29 00:00:00.000000');
CREATE TABLE profiles (
	id INTEGER NOT NULL, 
	band_id INTEGER, 
	website VARCHAR(60), 
	motto VARCHAR(60), 
	PRIMARY KEY (id), 
	UNIQUE (band_id), 
	FOREIGN KEY(band_id) REFERENCES bands (id)
);
INSERT INTO "profiles" VALUES(1,1,'pinkfloyd.example','Shine on');
INSERT INTO "profiles" VALUES(2,3,'sugarcubes.example',NULL);
INSERT INTO "profiles" VALUES(3,NULL,'orphan.example','No band');
CREATE TABLE recordings (
	id INTEGER NOT NULL, 
	name VARCHAR(40), 
	PRIMARY KEY (id)
);
INSERT INTO "recordings" VALUES(1,'Demo');
INSERT INTO "recordings" VALUES(2,NULL);
CREATE TABLE reviews (
	id INTEGER NOT NULL, 
	album_id INTEGER, 
	author VARCHAR(30), 
	stars SMALLINT NOT NULL, 
	text TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(album_id) REFERENCES albums (id)
);
INSERT INTO "reviews" VALUES(1,1,'Ann',5,'Timeless.');
INSERT INTO "reviews" VALUES(2,1,NULL,2,NULL);
INSERT INTO "reviews" VALUES(3,3,'Ötzi',4,'Sharp.');
INSERT INTO "reviews" VALUES(4,NULL,'Ann',1,'Of what?');
CREATE TABLE sponsors (
	id INTEGER NOT NULL, 
	festival_id INTEGER, 
	name VARCHAR(30) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(festival_id) REFERENCES festivals (id)
);
INSERT INTO "sponsors" VALUES(1,1,'Brause');
INSERT INTO "sponsors" VALUES(2,2,'Ούζο');
INSERT INTO "sponsors" VALUES(3,NULL,'Niemand');
INSERT INTO "sponsors" VALUES(4,1,'Brause');
CREATE TABLE stages (
	id INTEGER NOT NULL, 
	festival_id INTEGER NOT NULL, 
	name VARCHAR(30) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(festival_id) REFERENCES festivals (id)
);
INSERT INTO "stages" VALUES(1,1,'A');
INSERT INTO "stages" VALUES(2,1,'B');
INSERT INTO "stages" VALUES(3,2,'Σκηνή');
CREATE TABLE studio_recordings (
	id INTEGER NOT NULL, 
	name VARCHAR(40), 
	studio VARCHAR(30), 
	PRIMARY KEY (id)
);
INSERT INTO "studio_recordings" VALUES(1,'At Abbey Road','Abbey Road');
INSERT INTO "studio_recordings" VALUES(7,'At home',NULL);
CREATE TABLE tags (
	id INTEGER NOT NULL, 
	"tag text" VARCHAR(20) NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "tags" VALUES(1,'live');
INSERT INTO "tags" VALUES(2,'ünsorted');
INSERT INTO "tags" VALUES(3,'100%');
INSERT INTO "tags" VALUES(4,'unused');
CREATE TABLE tracks (
	album_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	title VARCHAR(60) NOT NULL, 
	seconds INTEGER, 
	rating FLOAT, 
	lyrics TEXT, 
	PRIMARY KEY (album_id, position), 
	FOREIGN KEY(album_id) REFERENCES albums (id)
);
INSERT INTO "tracks" VALUES(1,1,'One of These Days',357,4.5,'One of these days');
INSERT INTO "tracks" VALUES(1,2,'A Pillow of Winds',310,3.5,NULL);
INSERT INTO "tracks" VALUES(1,3,'Echoes',1412,5.0,'Overhead the albatross');
INSERT INTO "tracks" VALUES(2,1,'Pigs on the Wing',84,NULL,NULL);
INSERT INTO "tracks" VALUES(2,2,'Dogs',1028,4.0,NULL);
INSERT INTO "tracks" VALUES(3,1,'Instant Hit',163,4.0,'I want to be');
INSERT INTO "tracks" VALUES(3,2,'Typical Girls',238,4.5,NULL);
INSERT INTO "tracks" VALUES(4,1,'Ammæli',NULL,4.5,'Hún á heima');
INSERT INTO "tracks" VALUES(5,1,'暗闇',0,2.0,NULL);
INSERT INTO "tracks" VALUES(6,1,'%s and %(name)s',100,NULL,NULL);
CREATE TABLE venues (
	id INTEGER NOT NULL, 
	kind VARCHAR(10), 
	name VARCHAR(40) NOT NULL, 
	city_id INTEGER, 
	dj VARCHAR(20), 
	seats INTEGER, 
	has_roof BOOLEAN, 
	PRIMARY KEY (id), 
	FOREIGN KEY(city_id) REFERENCES cities (id)
);
INSERT INTO "venues" VALUES(1,'club','Ufo',3,'DJ Ö',NULL,NULL);
INSERT INTO "venues" VALUES(2,'arena','Olympiahalle',1,NULL,12500,NULL);
INSERT INTO "venues" VALUES(3,'stadium','OAKA',2,NULL,69618,1);
INSERT INTO "venues" VALUES(4,'venue','Garden',NULL,NULL,NULL,NULL);
INSERT INTO "venues" VALUES(5,'club','Gagarin',2,NULL,NULL,NULL);
INSERT INTO "venues" VALUES(6,'stadium','Elland Road',3,NULL,NULL,0);
CREATE TABLE videos (
	id INTEGER NOT NULL, 
	seconds INTEGER, 
	poster_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES visuals (id), 
	FOREIGN KEY(poster_id) REFERENCES photos (id)
);
INSERT INTO "videos" VALUES(2,3600,1);
CREATE TABLE visuals (
	id INTEGER NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	album_id INTEGER, 
	path VARCHAR(60), 
	PRIMARY KEY (id), 
	FOREIGN KEY(album_id) REFERENCES albums (id)
);
INSERT INTO "visuals" VALUES(1,'photo',1,'ear.jpg');
INSERT INTO "visuals" VALUES(2,'video',1,'pompeii.avi');
INSERT INTO "visuals" VALUES(3,'visual',NULL,'?');
INSERT INTO "visuals" VALUES(4,'scan',3,'cut.tif');
INSERT INTO "visuals" VALUES(5,'photo',NULL,'x.jpg');
CREATE TABLE volunteers (
	id INTEGER NOT NULL, 
	festival_id INTEGER, 
	name VARCHAR(30), 
	PRIMARY KEY (id), 
	FOREIGN KEY(festival_id) REFERENCES festivals (id)
);
INSERT INTO "volunteers" VALUES(1,1,'Vera');
INSERT INTO "volunteers" VALUES(2,1,NULL);
INSERT INTO "volunteers" VALUES(3,2,'Βασίλης');
INSERT INTO "volunteers" VALUES(4,NULL,'Wer');
COMMIT;
