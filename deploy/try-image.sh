#!/bin/sh
# Builds the image of this folder and tries it as an operator would run it: as another user, on a read-only root, with its data alone
# writable, started twice. Needs root, buildah and curl; without NODE_IMAGE also mmdebstrap, to make one from Debian's packages and the
# project's own Node.js. Prints what it saw; exits with 1 when something is missing.
set -eu
cd "$(dirname "$0")/.."
export BUILDAH_ISOLATION=${BUILDAH_ISOLATION:-chroot} STORAGE_DRIVER=${STORAGE_DRIVER:-vfs}
port=${PORT:-4747}
work=$(mktemp -d)
server=
end() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  buildah rm "${container:-none}" >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap end EXIT

if [ -z "${NODE_IMAGE:-}" ]; then
  NODE_IMAGE=localhost/cais-node
  mmdebstrap --quiet --variant=minbase --include=ca-certificates,libatomic1 bookworm "$work/base.tar"
  base=$(buildah from scratch)
  buildah add "$base" "$work/base.tar" / >/dev/null
  buildah copy "$base" node_modules/node/bin/node /usr/local/bin/node >/dev/null
  buildah copy "$base" "$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")" /usr/local/lib/node_modules/npm >/dev/null
  buildah copy "$base" /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt >/dev/null
  buildah run "$base" -- ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
  buildah run "$base" -- ln -s ../lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx
  buildah commit --quiet "$base" "$NODE_IMAGE" >/dev/null
  buildah rm "$base" >/dev/null
fi

buildah build --layers --format docker --tag localhost/cais --build-arg NODE_IMAGE="$NODE_IMAGE" \
  --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt --file Containerfile . >"$work/build.log" 2>&1 ||
  { tail -30 "$work/build.log"; exit 1; }
container=$(buildah from localhost/cais)
root=$(buildah mount "$container")
mkdir -m 700 "$work/data"
chown 10001:10001 "$work/data"
echo "The image has $(du -sm --apparent-size "$root" | cut -f1) MB."

start() {
  unshare --mount sh -c "
    mount --bind '$root' '$root' && mount -o remount,ro,bind '$root'
    mount --bind '$work/data' '$root/data' && mount -t tmpfs tmpfs '$root/tmp' && mount --bind /dev '$root/dev'
    exec chroot --userspec=10001:10001 --groups= '$root' /usr/bin/env -i PATH=/usr/local/bin:/usr/bin:/bin NODE_ENV=production \
      PUBLIC_URL=http://localhost:3000 HOST=127.0.0.1 PORT=$port DATA_DIR=/data CAIS_DIR=/portal/.cais SPECS_PATH=specs \
      sh -c 'cd /portal && exec node node_modules/cais/server/main.js'" >"$work/server.log" 2>&1 &
  server=$!
  for _ in $(seq 100); do
    curl -fs "http://127.0.0.1:$port/readyz" >/dev/null && return 0
    sleep 0.1
  done
  cat "$work/server.log"
  exit 1
}
stop() {
  kill "$server"
  wait "$server" || { echo "It did not end with 0 on SIGTERM."; exit 1; }
  server=
}

start
guest=$(curl -fsX POST "http://127.0.0.1:$port/platform/v1/guest_workspaces")
key=$(echo "$guest" | sed 's/.*"secret":"\([^"]*\)".*/\1/')
for path in / /guides/quickstart /downloads/notas/openapi.yaml /downloads/notas/client.tgz /sandbox/notas/v1/customers; do
  curl -fs -u "$key:" -o /dev/null "http://127.0.0.1:$port$path" && echo "It serves $path." || { echo "It does not serve $path."; exit 1; }
done
stop
start
curl -fs -u "$key:" -o /dev/null "http://127.0.0.1:$port/sandbox/notas/v1/customers" && echo 'After a restart it knows the key.'
stop
echo "It ran as user 10001 on a read-only root and ended with 0."
