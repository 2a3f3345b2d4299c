BEGIN TRANSACTION;
CREATE TABLE "Odd Names" (
	id INTEGER NOT NULL, 
	"order" INTEGER, 
	"MixedCase" VARCHAR(20), 
	"with space" VARCHAR(20), 
	"per%cent" INTEGER, 
	"quo""te" VARCHAR(20), 
	"1st" INTEGER, 
	"größe" INTEGER, 
	PRIMARY KEY (id)
);
INSERT INTO "Odd Names" VALUES(1,10,'Mixed','a b',50,'q',1,180);
INSERT INTO "Odd Names" VALUES(2,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE addresses (
	id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	email VARCHAR(80) NOT NULL, 
	city VARCHAR(40), 
	PRIMARY KEY (id), 
	FOREIGN KEY(user_id) REFERENCES users (id), 
	UNIQUE (email)
);
INSERT INTO "addresses" VALUES(1,1,'ed@example.com','München');
INSERT INTO "addresses" VALUES(2,1,'ed@work.example',NULL);
INSERT INTO "addresses" VALUES(3,2,'wendy@example.com','Αθήνα');
INSERT INTO "addresses" VALUES(4,5,'ONEIL@EXAMPLE.COM','Orlando');
CREATE TABLE codes (
	code VARCHAR(8) NOT NULL, 
	title VARCHAR(40), 
	rank INTEGER, 
	PRIMARY KEY (code), 
	UNIQUE (title)
);
INSERT INTO "codes" VALUES('DE','Deutschland',1);
INSERT INTO "codes" VALUES('FR','France',2);
INSERT INTO "codes" VALUES('ES','España',3);
CREATE TABLE defaulted (
	id INTEGER NOT NULL, 
	plain VARCHAR(20), 
	scalar VARCHAR(20), 
	number INTEGER, 
	expression VARCHAR(20), 
	server VARCHAR(20) DEFAULT 'from the server', 
	changed INTEGER, 
	kept_key INTEGER, 
	doubled INTEGER GENERATED ALWAYS AS (number * 2), 
	PRIMARY KEY (id)
);
CREATE TABLE identified (
	id INTEGER NOT NULL, 
	name VARCHAR(10), 
	PRIMARY KEY (id)
);
CREATE TABLE items (
	id INTEGER NOT NULL, 
	name VARCHAR(60) NOT NULL, 
	price NUMERIC(10, 2), 
	weight FLOAT, 
	color VARCHAR(5), 
	tags JSON, 
	PRIMARY KEY (id)
);
INSERT INTO "items" VALUES(1,'pencil',0.5,0.01,'red','["wood", "red"]');
INSERT INTO "items" VALUES(2,'café crème',3.2,0.3,NULL,'{"hot": true, "origin": ["BR", "ET"]}');
INSERT INTO "items" VALUES(3,'bicycle',250,14.5,'blue','null');
INSERT INTO "items" VALUES(4,'100% cotton',NULL,NULL,'green','[]');
CREATE TABLE keyless (
	a INTEGER, 
	b VARCHAR(10)
);
INSERT INTO "keyless" VALUES(1,'x');
INSERT INTO "keyless" VALUES(2,'y');
INSERT INTO "keyless" VALUES(2,'z');
CREATE TABLE ledger (
	id INTEGER NOT NULL, 
	user_id INTEGER, 
	amount NUMERIC(10, 2) NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "ledger" VALUES(1,1,10);
INSERT INTO "ledger" VALUES(2,1,-2.5);
INSERT INTO "ledger" VALUES(3,2,7.77);
CREATE TABLE nodes (
	id INTEGER NOT NULL, 
	parent_id INTEGER, 
	name VARCHAR(30) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(parent_id) REFERENCES nodes (id)
);
INSERT INTO "nodes" VALUES(1,NULL,'root');
INSERT INTO "nodes" VALUES(2,1,'left');
INSERT INTO "nodes" VALUES(3,1,'right');
INSERT INTO "nodes" VALUES(4,2,'leaf');
CREATE TABLE numbered (
	id INTEGER NOT NULL, 
	name VARCHAR(10), 
	PRIMARY KEY (id)
);
CREATE TABLE "order" (
	id INTEGER NOT NULL, 
	"group" INTEGER, 
	odd_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(odd_id) REFERENCES "Odd Names" (id)
);
INSERT INTO "order" VALUES(1,7,1);
INSERT INTO "order" VALUES(2,7,NULL);
INSERT INTO "order" VALUES(3,8,2);
CREATE TABLE order_lines (
	order_id INTEGER NOT NULL, 
	line_no SMALLINT NOT NULL, 
	item_id INTEGER NOT NULL, 
	quantity INTEGER NOT NULL, 
	PRIMARY KEY (order_id, line_no), 
	FOREIGN KEY(order_id) REFERENCES orders (id), 
	FOREIGN KEY(item_id) REFERENCES items (id)
);
INSERT INTO "order_lines" VALUES(1,1,1,10);
INSERT INTO "order_lines" VALUES(1,2,2,1);
INSERT INTO "order_lines" VALUES(2,1,1,3);
INSERT INTO "order_lines" VALUES(3,1,3,1);
INSERT INTO "order_lines" VALUES(5,1,4,2);
CREATE TABLE orders (
	id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	status VARCHAR(7) NOT NULL, 
	total NUMERIC(12, 2), 
	placed_at DATETIME NOT NULL, 
	paid BOOLEAN, 
	PRIMARY KEY (id), 
	FOREIGN KEY(user_id) REFERENCES users (id)
);
INSERT INTO "orders" VALUES(1,1,'paid',30,'2024-04-01 10:00:00.000000',1);
INSERT INTO "orders" VALUES(2,1,'new',5.5,'2024-04-02 11:15:00.000000',0);
INSERT INTO "orders" VALUES(3,2,'shipped',120.25,'2024-04-03 00:00:00.000000',1);
INSERT INTO "orders" VALUES(4,5,'paid',NULL,'2024-04-03 08:45:30.250000',NULL);
INSERT INTO "orders" VALUES(5,4,'new',0.99,'2024-05-01 00:00:00.000000',0);
CREATE TABLE renamed (
	id INTEGER NOT NULL, 
	db_name VARCHAR(30), 
	"Value" INTEGER, 
	PRIMARY KEY (id)
);
INSERT INTO "renamed" VALUES(1,'one',10);
INSERT INTO "renamed" VALUES(2,NULL,20);
CREATE TABLE shipments (
	id INTEGER NOT NULL, 
	order_id INTEGER, 
	line_no SMALLINT, 
	sent_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(order_id, line_no) REFERENCES order_lines (order_id, line_no)
);
INSERT INTO "shipments" VALUES(1,1,1,'2024-04-05 00:00:00.000000');
INSERT INTO "shipments" VALUES(2,3,1,NULL);
INSERT INTO "shipments" VALUES(3,NULL,NULL,NULL);
CREATE TABLE typed (
	id INTEGER NOT NULL, 
	i INTEGER, 
	si SMALLINT, 
	bi BIGINT, 
	f FLOAT, 
	dbl DOUBLE, 
	n NUMERIC(12, 4), 
	nf NUMERIC(12, 4), 
	s VARCHAR(30), 
	t TEXT, 
	u VARCHAR(30), 
	b BOOLEAN, 
	d DATE, 
	dt DATETIME, 
	tm TIME, 
	iv DATETIME, 
	lb BLOB, 
	j JSON, 
	e VARCHAR(4), 
	pe VARCHAR(5), 
	uu CHAR(32), 
	PRIMARY KEY (id)
);
INSERT INTO "typed" VALUES(1,42,-7,9007199254740993,0.1,2.5,1234.5678,0.25,'text','a
longer text','ünïcode',1,'2024-02-29','2024-02-29 13:14:15.123456','23:59:59.000001','1970-01-03 03:00:00.000005',X'0001FEFF','{"a": [1, 2.5, null, "x"]}','low','green','12345678123456781234567812345678');
INSERT INTO "typed" VALUES(2,0,0,-9223372036854775808,-1.5,1.0e+100,-0.0001,-2,'','','',0,'0001-01-01','1999-12-31 00:00:00.000000','00:00:00.000000','1969-12-31 23:58:30.000000',X'','"a string"','high','red','00000000000000000000000000000000');
INSERT INTO "typed" VALUES(3,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'null',NULL,NULL,NULL);
CREATE TABLE users (
	id INTEGER NOT NULL, 
	name VARCHAR(50) NOT NULL, 
	fullname VARCHAR(100), 
	age INTEGER, 
	active BOOLEAN NOT NULL, 
	score FLOAT, 
	balance NUMERIC(10, 2), 
	birthday DATE, 
	created_at DATETIME NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "users" VALUES(1,'ed','Ed Jones',30,1,1.5,12.5,'1995-02-28','2024-01-01 09:30:00.000000');
INSERT INTO "users" VALUES(2,'wendy','Wendy Weiß',41,1,-0.25,0,'1984-12-31','2024-01-02 00:00:00.000001');
INSERT INTO "users" VALUES(3,'mary',NULL,NULL,0,NULL,NULL,NULL,'2024-02-29 23:59:59.999999');
INSERT INTO "users" VALUES(4,'50%_off','Сергей 😀',17,1,2.0,-7.25,'2008-06-15','2024-03-01 00:00:00.000000');
INSERT INTO "users" VALUES(5,'o''neil','Shaq "O" \ Neil',41,0,10000000000.0,99999999.99,'1984-03-06','2024-03-01 12:00:00.000000');
COMMIT;
