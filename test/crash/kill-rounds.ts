import { randomOf } from '@lueckenlos/projections/testing';
import { checkFigures, checkImports, checkLog } from './checks';
import { Client } from './client';
import { deliveriesOf, someLines } from './deliveries';
import { startInstallation, type Installation, type Programs, type Shape } from './installation';
import { kill, type Weapon } from './killer';
import { define, disturb, Sender } from './senders';

export interface KillRound {
  readonly seed: number;
  readonly shape: Shape;
  readonly programs: Programs;
  /** Children whose records are sent. */
  readonly cases: number;
  readonly kills: number;
}

/**
 * Everything at once on an installation of its own, while something is killed again and again: single posts, batches,
 * files, new editions of the chain, rebuilds, questions. Then everything is looked at. Answers with what was killed.
 */
export async function killRound(round: KillRound): Promise<Weapon[]> {
  const installation = await startInstallation(round.shape, round.programs);
  try {
    const used = await live(installation, round);
    expect(installation.victims.flatMap((victim) => victim.mistakes())).toEqual([]);
    return used;
  } catch (error) {
    throw new Error(`SEED=${round.seed}, ${round.shape}`, { cause: error });
  } finally {
    await installation.stop();
  }
}

async function live(installation: Installation, { seed, cases, kills }: KillRound): Promise<Weapon[]> {
  const chance = randomOf(seed);
  const client = new Client(installation);
  const sender = new Sender(client);
  const lines = someLines(chance, cases);
  await define(client);
  const over = new AbortController();
  const { signal } = over;
  const disturbing = disturb(client, randomOf(seed + 1), signal);
  const killing = kill(installation, client, randomOf(seed + 2), { kills, signal });
  try {
    await sender.deliver(deliveriesOf(chance, lines), 6);
    await killing;
  } finally {
    over.abort();
    await Promise.allSettled([disturbing, killing]);
  }
  await disturbing;
  const used = await killing;
  await define(client);
  await checkImports(client, sender.receipts.files);
  await checkLog(installation.database.pool, lines, sender.receipts);
  await checkFigures(installation.database.pool, client, lines);
  return used;
}
