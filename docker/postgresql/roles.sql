-- Runs once, when the volume of PostgreSQL is empty: databases, each with a role that owns nothing else.
-- The passwords come from files, so that they stand on no command line.
\set lueckenlos `cat /run/secrets/lueckenlos-database-password`
\set keycloak `cat /run/secrets/keycloak-database-password`

CREATE ROLE lueckenlos LOGIN PASSWORD :'lueckenlos' NOSUPERUSER NOCREATEDB NOCREATEROLE;
CREATE DATABASE lueckenlos;
REVOKE ALL ON DATABASE lueckenlos FROM PUBLIC;
GRANT CONNECT, CREATE ON DATABASE lueckenlos TO lueckenlos;

CREATE ROLE keycloak LOGIN PASSWORD :'keycloak' NOSUPERUSER NOCREATEDB NOCREATEROLE;
CREATE DATABASE keycloak;
REVOKE ALL ON DATABASE keycloak FROM PUBLIC;
GRANT CONNECT, CREATE ON DATABASE keycloak TO keycloak;

\connect lueckenlos
GRANT USAGE, CREATE ON SCHEMA public TO lueckenlos;
\connect keycloak
GRANT USAGE, CREATE ON SCHEMA public TO keycloak;
