-- The table as it was made by hand before revision 007_migrate_data_source_connections.
CREATE TABLE IF NOT EXISTS data_source_connections (
    id SERIAL PRIMARY KEY,
    tenant_id VARCHAR(255) NOT NULL,
    name VARCHAR(255) NOT NULL,
    db_type VARCHAR(50),
    connection_string TEXT NOT NULL,
    status VARCHAR(20) DEFAULT 'active',
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
