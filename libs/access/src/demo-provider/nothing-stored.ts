import { Adapter } from 'oidc-provider';

/** Client credentials and JWT access tokens need no memory: clients are configured, tokens speak for themselves. */
export class NothingStored implements Adapter {
  upsert = (): Promise<undefined> => Promise.resolve(undefined);
  find = (): Promise<undefined> => Promise.resolve(undefined);
  findByUserCode = (): Promise<undefined> => Promise.resolve(undefined);
  findByUid = (): Promise<undefined> => Promise.resolve(undefined);
  consume = (): Promise<undefined> => Promise.resolve(undefined);
  destroy = (): Promise<undefined> => Promise.resolve(undefined);
  revokeByGrantId = (): Promise<undefined> => Promise.resolve(undefined);
}
