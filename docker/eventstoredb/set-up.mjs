/**
 * Gives the service a user of its own on EventStoreDB that can read and append, and nothing else: only administrators
 * delete streams or change what may be done with them. May run as often as one likes.
 *
 * EVENTSTORE_URL: with the administrator's name and password. EVENTSTORE_SERVICE_PASSWORD: what the service's gets.
 */
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { isDeepStrictEqual } from 'node:util';

const USER = 'lueckenlos';
const ADMINS = '$admins';
const ALLOWED = [ADMINS, USER];

/** What holds for every stream without rights of its own. */
const SETTINGS = {
  $userStreamAcl: { $r: ALLOWED, $w: ALLOWED, $d: ADMINS, $mr: ALLOWED, $mw: ADMINS },
  $systemStreamAcl: { $r: ADMINS, $w: ADMINS, $d: ADMINS, $mr: ADMINS, $mw: ADMINS },
};
/** Projections follow the log as a whole. */
const READ_ALL = { $acl: { $r: ALLOWED } };

/** Address and login of the first node: what concerns users it passes on to the leader. */
function administration(url, password) {
  const [, login, host] = /^[a-z+]+:\/\/([^@/]+)@([^,/?]+)/.exec(url) ?? [];
  if (!login || !password)
    throw new Error('EVENTSTORE_URL with a login and EVENTSTORE_SERVICE_PASSWORD are needed.');
  const authorization = `Basic ${Buffer.from(decodeURIComponent(login)).toString('base64')}`;
  return async (path, body) => {
    const response = await globalThis.fetch(`https://${host}${path}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.status;
  };
}

async function provideUser(post, password) {
  const created = await post('/users/', { loginName: USER, fullName: 'Lückenlos', groups: [], password });
  if (created === 201) return 'created';
  const path = `/users/${USER}/command/reset-password`;
  const renewed = created === 409 ? await post(path, { newPassword: password }) : created;
  if (renewed !== 200) throw new Error(`The user could not be created: status ${renewed}.`);
  return 'was there, its password is set';
}

async function lastOf(client, stream) {
  try {
    for await (const { event } of client.readStream(stream, {
      direction: 'backwards',
      fromRevision: 'end',
      maxCount: 1,
    })) {
      return event?.data;
    }
  } catch (error) {
    if (error.type !== 'stream-not-found') throw error;
  }
  return undefined;
}

async function provide(client, stream, type, data) {
  if (isDeepStrictEqual(await lastOf(client, stream), data)) return 'as it should be';
  await client.appendToStream(stream, jsonEvent({ type, data }));
  return 'set';
}

const { EVENTSTORE_URL = '', EVENTSTORE_SERVICE_PASSWORD = '' } = process.env;
const post = administration(EVENTSTORE_URL, EVENTSTORE_SERVICE_PASSWORD);
const client = EventStoreDBClient.connectionString(EVENTSTORE_URL);
console.log(`user ${USER}: ${await provideUser(post, EVENTSTORE_SERVICE_PASSWORD)}`);
console.log(`$settings: ${await provide(client, '$settings', 'settings', SETTINGS)}`);
console.log(`reading of $all: ${await provide(client, '$$$all', '$metadata', READ_ALL)}`);
// Not awaited: where nothing was appended, the promise of this client never settles.
void client.dispose();
