import 'reflect-metadata';
import { ROLES } from '@lueckenlos/access';
import { configTable } from '@lueckenlos/platform/config';
import { apps, exists, read, section, stages } from './containers';

const COMPOSE = 'docker-compose.yml';
const { version: VERSION } = JSON.parse(read('package.json')) as { readonly version: string };

/** What a variable is called, wherever one of ours is set. */
function variablesIn(path: string): string[] {
  return [...read(path).matchAll(/\b(LUECKENLOS_[A-Z_]+|OIDC_[A-Z]+|DATABASE_URL|EVENTSTORE_URL)\b/g)].map(
    ([name]) => name,
  );
}

describe('the container files', () => {
  it.each(apps())('have an image and a service for %s, built and started from its own place', (app) => {
    const stage = stages().get(app);
    expect(stage).toContain(`COPY --from=build /app/dist/apps/${app} dist/apps/${app}\n`);
    expect(stage).toContain(`dist/apps/${app}/apps/${app}/src/main.js"]`);
    expect(section('services').get(app)).toContain(`target: ${app} }`);
  });

  it('build only stages that there are, as the version that there is', () => {
    const built = [...read(COMPOSE).matchAll(/image: lueckenlos\/(\S+):(\S+)\n\s+build: .*target: (\S+) }/g)];
    expect(built.length).toBeGreaterThan(apps().length);
    for (const [, image, version, target] of built) {
      expect([image, version]).toEqual([target, VERSION]);
      expect([...stages().keys()]).toContain(target);
    }
    expect(stages().get('base')).toContain(`ARG VERSION=${VERSION}\n`);
  });

  it.each([COMPOSE, 'docker/Dockerfile', 'docker/health.mjs'])(
    '%s sets only variables that the program reads',
    (path) => {
      const known = configTable().map(({ name }) => name);
      expect(variablesIn(path).filter((name) => !known.includes(name))).toEqual([]);
    },
  );

  it('mount only what is in the repository or what make-secrets.sh makes', () => {
    const mounted = [...read(COMPOSE).matchAll(/\.\/(docker\/[^:\s]+):/g)].map(([, path = '']) => path);
    expect(mounted.filter((path) => !exists(path))).toEqual([]);
    const secrets = [...read(COMPOSE).matchAll(/docker\/secrets\/([a-z.-]+)/g)].map(([, name = '']) => name);
    const makes = read('docker/make-secrets.sh');
    expect(secrets.filter((name) => !makes.includes(`keep ${name}`) && !makes.includes(`/${name}"`))).toEqual(
      [],
    );
  });

  it('let every service run on a root that is read-only, without capabilities and new privileges', () => {
    const [, shared = ''] = read(COMPOSE).split(/^x-hardened:/m);
    const hardened = shared.slice(0, shared.search(/^\S/m));
    for (const rule of ['read_only: true', 'cap_drop: [ALL]', 'no-new-privileges:true']) {
      expect(hardened).toContain(rule);
    }
    const anchors = /<<: \*(hardened|job|process|eventstore)$/m;
    for (const [name, service] of section('services'))
      expect([name, service]).toEqual([name, expect.stringMatching(anchors)]);
  });

  it('let no image start as root or through npm, and no secret into one', () => {
    for (const [, stage] of stages()) expect(stage).not.toMatch(/^(CMD|ENTRYPOINT) (?!\[)|\["npm"/m);
    for (const name of ['base', 'certificates']) expect(stages().get(name)).toContain('\nUSER 1000:1000\n');
    expect(read('.dockerignore')).toContain('\ndocker/secrets\n');
    expect(read('docker/secrets/.gitignore')).toMatch(/^\*$/m);
  });
});

interface Client {
  readonly clientId: string;
  readonly secret: string;
  readonly defaultClientScopes: readonly string[];
  readonly protocolMappers: readonly { readonly config: Readonly<Record<string, string>> }[];
}

describe('the realm of Keycloak', () => {
  const realm = JSON.parse(read('docker/keycloak/realm.json')) as {
    readonly clients: readonly Client[];
    readonly clientScopes: readonly { readonly name: string }[];
  };
  const claimsOf = ({ protocolMappers }: Client): object =>
    Object.fromEntries<string | undefined>(
      protocolMappers.map(({ config }) => [config['claim.name'] ?? '', config['claim.value']]),
    );

  it('has a client for each role, with its scopes and its agency and no secret of its own', () => {
    const clients = realm.clients.map((client) => ({
      name: client.clientId,
      scopes: client.defaultClientScopes,
      claims: claimsOf(client),
      secret: client.secret,
    }));
    const wanted = ROLES.map(({ name, scopes, agency }) => ({
      name,
      scopes: ['lueckenlos', ...scopes],
      claims: { role: name, ...(agency === undefined ? {} : { agency }) },
      secret: `\${SECRET_${name.toUpperCase().replaceAll('-', '_')}}`,
    }));
    expect(clients).toEqual(wanted);
  });

  it('defines every scope that it gives out', () => {
    const defined = realm.clientScopes.map(({ name }) => name);
    const given = realm.clients.flatMap(({ defaultClientScopes }) => defaultClientScopes);
    expect(given.filter((name) => !defined.includes(name))).toEqual([]);
  });

  it('gets a secret for each client from make-secrets.sh', () => {
    const listed = /for client in ([^;]+);/.exec(read('docker/make-secrets.sh'))?.[1] ?? '';
    expect(listed.split(/[\s\\]+/)).toEqual(ROLES.map(({ name }) => name));
  });
});
