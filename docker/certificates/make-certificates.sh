#!/bin/sh
# Makes a certificate authority, and from it a certificate for each node of EventStoreDB and one for the proxy.
# Keeps what is there and still good for a month, so that it may run at every start.
#   AUTHORITY, TRUST, EVENTSTOREDB, PROXY: folders for the authority's key, its certificate, the nodes', the proxy's
#   NODES: names of the nodes, separated by spaces; SITE_HOST: name under which clients reach the proxy
set -eu
umask 077
authority="${AUTHORITY:-/authority}"
trust="${TRUST:-/trust}"
eventstoredb="${EVENTSTOREDB:-/eventstoredb}"
proxy="${PROXY:-/proxy}"
month=2592000

# is_good CERTIFICATE NAME: signed by our authority, for this name, for another month.
is_good() {
  [ -f "$1" ] &&
    openssl x509 -in "$1" -noout -checkend "$month" >/dev/null &&
    openssl verify -CAfile "$trust/ca.crt" -verify_hostname "$2" "$1" >/dev/null 2>&1
}

# make FOLDER FILE COMMON_NAME DNS_NAME: EventStoreDB asks for one common name on all nodes, and for both usages.
make() {
  mkdir -p "$1"
  if is_good "$1/$2.crt" "$4"; then
    echo "$4: still good"
    return
  fi
  openssl req -new -newkey rsa:2048 -nodes -subj "/CN=$3" -keyout "$1/$2.key" -out "$1/$2.csr" 2>/dev/null
  printf '%s\n' "subjectAltName=DNS:$4,DNS:localhost,IP:127.0.0.1" 'basicConstraints=critical,CA:FALSE' \
    'keyUsage=critical,digitalSignature,keyEncipherment' 'extendedKeyUsage=serverAuth,clientAuth' >"$1/$2.ext"
  openssl x509 -req -in "$1/$2.csr" -CA "$trust/ca.crt" -CAkey "$authority/ca.key" -days 365 -sha256 \
    -set_serial "0x$(openssl rand -hex 16)" -extfile "$1/$2.ext" -out "$1/$2.crt" 2>/dev/null
  rm "$1/$2.csr" "$1/$2.ext"
  echo "$4: made"
}

if [ ! -f "$authority/ca.key" ] || [ ! -f "$trust/ca.crt" ]; then
  openssl req -x509 -new -newkey rsa:3072 -nodes -days 1825 -sha256 -subj '/O=Lueckenlos/CN=Cluster authority' \
    -addext 'keyUsage=critical,keyCertSign,cRLSign' -keyout "$authority/ca.key" -out "$trust/ca.crt" 2>/dev/null
  echo 'authority: made'
fi
# Who it is may be known to all; what it signs with, to nobody.
chmod 755 "$trust"
chmod 644 "$trust/ca.crt"

for node in ${NODES:?names of the nodes are needed}; do
  make "$eventstoredb/$node" node eventstoredb-node "$node"
done
make "$proxy" proxy "${SITE_HOST:?the name of the site is needed}" "$SITE_HOST"
