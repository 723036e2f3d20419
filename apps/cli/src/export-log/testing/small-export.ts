import { temporaryFolder } from '@lueckenlos/platform/testing';
import { rm } from 'node:fs/promises';
import { exportChunks } from '../export-chunks';
import { planOf, type ExportOptions } from '../export-options';
import { Rekeying } from '../rows/rekey';
import { bytesOf, inPages, loggedLines, stage } from './logged-lines';

/** Lena: a birth that was corrected, a Kita that was taken back, a move. Two pseudonyms of Ben, linked. A definition. */
export const LOG = loggedLines(
  { kind: 'chain-defined', data: { chain: 'example' } },
  { case: 'lena', kind: 'moved-out', id: 'out', data: stage('', '2015-08', { area: 'D1' }) },
  { case: 'lena', kind: 'stage-reached', id: 'b', data: stage('birth', '2015-07', { area: 'D1' }) },
  { case: 'lena', kind: 'stage-reached', id: 'k', data: stage('kita', '2015-08', { povertyRisk: true }) },
  {
    case: 'lena',
    kind: 'corrected',
    id: 'c',
    data: { corrects: 'b', occurredOn: '2015-06', area: 'D"2', povertyRisk: null },
  },
  {
    case: 'lena',
    kind: 'retracted',
    id: 'r',
    data: { retracts: 'k', reason: 'Lena Müller is somebody else' },
  },
  { case: 'ben', kind: 'stage-reached', id: 'b', agency: 'registry-office', data: stage('birth', '2016-01') },
  { case: 'ben2', kind: 'stage-reached', id: 's', agency: 'school-office', data: stage('school', '2022-08') },
  { case: 'ben2', kind: 'cases-linked', id: 'l', agency: 'school-office', data: { other: 'ben' } },
);

export const options = (
  format: ExportOptions['format'],
  more: Partial<ExportOptions> = {},
): ExportOptions => ({ format, out: '-', ...more });

/** What a command exports of the small log, in a folder that is empty. */
export async function exported(asked: ExportOptions, key?: Buffer, bound = 1_000_000): Promise<Buffer> {
  const folder = temporaryFolder();
  try {
    return await bytesOf(
      exportChunks({
        plan: planOf(asked),
        lines: inPages(LOG.slice(0, 4), LOG.slice(4)),
        rekeying: key ? new Rekeying(key) : null,
        about: () => ({ facts: 'test' }),
        folder,
        bound,
      }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

export function linesOf(bytes: Buffer): Record<string, unknown>[] {
  const lines = bytes.toString().trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}
