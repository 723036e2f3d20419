import type { CampaignProgress } from '@lueckenlos/disclosure';
import { createProgress, type Progress } from '@lueckenlos/terminal';
import type { Context } from '../context';
import { fill } from '../language/fill';
import { SCENARIO_NAMES } from './scenario-names';

const LABEL = { en: 'attacking ({scenario}): {stage}', de: 'Angriff ({scenario}): {stage}' };
const UNIT = { en: 'cells', de: 'Zellen' };

/** Shows how far an attack has come: a bar for each stage. */
export class AttackProgress {
  private shown: { readonly what: string; readonly progress: Progress } | undefined;

  constructor(private readonly context: Pick<Context, 'stderr' | 'language'>) {}

  update({ scenario, stage, done, cells }: CampaignProgress): void {
    const { stderr, language } = this.context;
    const names = { scenario: SCENARIO_NAMES[scenario][language], stage: stage || 'scope' };
    const what = fill(LABEL, language, names);
    if (this.shown?.what !== what) {
      this.stop();
      const label = { label: what, unit: UNIT[language], total: cells };
      this.shown = { what, progress: createProgress({ ...label, stream: stderr, language }) };
    }
    this.shown.progress.update(done);
  }

  stop(): void {
    this.shown?.progress.stop();
  }
}
