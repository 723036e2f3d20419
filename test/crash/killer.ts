import { pick, type Chance } from '@lueckenlos/projections/testing';
import { until } from '@lueckenlos/platform/testing';
import type { Client } from './client';
import type { Installation } from './installation';

/** What is killed: a process of ours, the database, one of its sessions (which takes the others down), or politely. */
export const WEAPONS = ['process', 'database', 'session', 'ended session'] as const;
export type Weapon = (typeof WEAPONS)[number];

const MOST_ANSWERS_BETWEEN = 12;

/**
 * Kills something after so many answers, again and again, and waits each time until all is ready again. Each weapon
 * comes up even in a short run.
 */
export async function kill(
  installation: Installation,
  client: Client,
  chance: Chance,
  { kills, signal }: { readonly kills: number; readonly signal: AbortSignal },
): Promise<Weapon[]> {
  const used: Weapon[] = [];
  while (used.length < kills) {
    const next = client.answers + 1 + chance(MOST_ANSWERS_BETWEEN);
    await until(() => signal.aborted || client.answers >= next, {
      what: 'answers',
      timeoutMs: 300_000,
      intervalMs: 1,
    });
    if (signal.aborted) break;
    const weapon = WEAPONS[used.length] ?? pick(chance, WEAPONS);
    await use(weapon, installation, chance);
    used.push(weapon);
    await Promise.all(installation.victims.map((victim) => victim.ready()));
    await installation.database.serves();
  }
  return used;
}

async function use(weapon: Weapon, { victims, database }: Installation, chance: Chance): Promise<void> {
  if (weapon === 'process') return pick(chance, victims).kill();
  if (weapon === 'database') return database.killServer();
  const sessions = await database.sessions();
  if (sessions.length === 0) return;
  const pid = pick(chance, sessions);
  return weapon === 'session' ? database.killSession(pid) : database.endSession(pid);
}
