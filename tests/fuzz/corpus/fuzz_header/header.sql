-- revision: 058_add
-- revises: 057_x, 056_y
-- message: add: it
-- depends_on: a
-- migrate:up sqlite transaction:false
CREATE TABLE t (a TEXT DEFAULT ';');
CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END;
-- migrate:down
DROP TABLE t; /* ; */
