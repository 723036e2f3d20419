import type { Language } from '@lueckenlos/platform';
import { createProgress, type OutputStream, type Progress } from '@lueckenlos/terminal';
import { TEXTS, type Texts } from './texts';

/** Tells whoever started the system, in words, what it is doing. */
export class Narrator {
  readonly texts: Texts;

  constructor(
    readonly stream: OutputStream,
    readonly language: Language,
  ) {
    this.texts = TEXTS[language];
  }

  say(text: string): void {
    this.stream.write(`${text}\n`);
  }

  step(name: keyof Texts): void {
    this.say(`· ${this.texts[name]} …`);
  }

  progress(name: keyof Texts, total: number): Progress {
    const { stream, language } = this;
    const unit = language === 'de' ? 'Ereignisse' : 'events';
    return createProgress({ stream, label: this.texts[name], unit, total, language });
  }
}
