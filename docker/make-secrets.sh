#!/bin/sh
# Makes every secret of an installation in docker/secrets, at random, and keeps those that are there.
# Needs nothing but a shell. SITE_HOST and SITE_PORT as in .env, for the address of the issuer in clients.json.
set -eu
umask 077
folder="${1:-$(dirname "$0")/secrets}"
site="https://${SITE_HOST:-lueckenlos.localhost}:${SITE_PORT:-8443}"
mkdir -p "$folder"

# Letters and digits only: it also stands in addresses. 192 bits.
random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

# keep NAME: the secret of that name, made if it is not there.
keep() {
  [ -s "$folder/$1" ] || random >"$folder/$1"
  cat "$folder/$1"
}

keep postgres-password >/dev/null
keep release-series-key >/dev/null
database="$(keep lueckenlos-database-password)"
keycloak="$(keep keycloak-database-password)"
admin="$(keep eventstore-admin-password)"
operations="$(keep eventstore-ops-password)"
service="$(keep eventstore-service-password)"
console="$(keep keycloak-admin-password)"
nodes='eventstore1:2113,eventstore2:2113,eventstore3:2113'

printf 'postgresql://lueckenlos:%s@postgresql:5432/lueckenlos' "$database" >"$folder/database-url"
printf 'esdb://lueckenlos:%s@%s?tlsCAFile=/trust/ca.crt' "$service" "$nodes" >"$folder/eventstore-url"
printf 'esdb://admin:%s@%s?tlsCAFile=/trust/ca.crt' "$admin" "$nodes" >"$folder/eventstore-admin-url"
printf 'EVENTSTORE_DEFAULT_%s_PASSWORD=%s\n' ADMIN "$admin" OPS "$operations" >"$folder/eventstore.env"

printf 'KC_DB_PASSWORD=%s\nKC_BOOTSTRAP_ADMIN_PASSWORD=%s\n' "$keycloak" "$console" >"$folder/keycloak.env"
printf '{"issuer":"%s/realms/lueckenlos","clients":[' "$site" >"$folder/clients.json"
separator=''
for client in registry-office residents-office health-office youth-office school-office job-centre data-migration \
  coordinator statistics-unit auditor data-protection operator; do
  secret="$(keep "client-$client")"
  printf 'SECRET_%s=%s\n' "$(echo "$client" | tr 'a-z-' 'A-Z_')" "$secret" >>"$folder/keycloak.env"
  printf '%s\n{"clientId":"%s","clientSecret":"%s"}' "$separator" "$client" "$secret" >>"$folder/clients.json"
  separator=','
done
printf ']}\n' >>"$folder/clients.json"

# The engine mounts single files, whose readers have numbers of their own inside; the folder keeps everybody else out.
chmod 700 "$folder"
for name in postgres-password lueckenlos-database-password keycloak-database-password database-url eventstore-url \
  eventstore-admin-url eventstore-service-password release-series-key clients.json; do
  chmod 644 "$folder/$name"
done
echo "The secrets are in $folder. Whoever has them can do everything: keep them like the data."
